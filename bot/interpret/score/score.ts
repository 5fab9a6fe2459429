/** Scores what sentences were understood as against what they mean, by the table from intents to actions. */
import type { Values } from '../../../programme/messages/message.js';
import type { IntentTable } from '../examples/read-intents.js';
import type { Understanding } from '../understand.js';
import { readAs } from './as-read.js';
import type { Utterance } from './utterances.js';

/** What became of one sentence. */
export interface Result {
  readonly id: string;
  /** Proposed without asking; null where nothing was. */
  readonly action: string | null;
  readonly parameters: Values;
  /** From 0 to 1; 1 where its words said outright what is meant. */
  readonly confidence: number;
  /** What is offered instead, or would be next. */
  readonly choices: readonly string[];
}

/** Shares from 0 to 1, of all sentences; `parameters` of those that are compared, `wrongWrites` a number. */
export interface Scores {
  readonly action: number;
  readonly amongThree: number;
  readonly parameters: number;
  readonly confidentlyWrong: number;
  readonly wrongWrites: number;
}

/** Of the sentences: that of the pilot. */
const TIME_ZONE = 'Asia/Tokyo';
/** As many as are offered. */
const OFFERED = 3;
/** Meanings that are no action, and the action that serves them. */
const served: Readonly<Record<string, string>> = { 'faq.search': 'knowledge', 'knowledge.search': 'knowledge' };
/** What the help answers that is no action of its own. */
const toldAs: Readonly<Record<string, string>> = { concern: 'sensitive', erasure: 'deletion' };
const NOTHING = 'none';
const HELP = 'help.show';

export function resultOf({ id }: Pick<Utterance, 'id'>, understood: Omit<Understanding, 'by'>): Result {
  const { action, input, choices, likely } = understood;
  const likeliest = likely.map(({ meaning }) => meaning);
  const asked = choices?.map((choice) => choice.action) ?? [];
  const isUnclear = input.unclear === true;
  const told = Object.entries(toldAs).find(([field]) => input[field] === true)?.[1];
  const proposed = choices !== undefined || isUnclear ? null : (told ?? action);
  return {
    id,
    action: proposed,
    parameters: proposed === null ? (choices?.[0]?.input ?? {}) : input,
    confidence: likely.length === 0 ? Number(!isUnclear) : (likely[0]?.confidence ?? 0),
    choices: [...new Set([...asked, ...(isUnclear && likely.length === 0 ? [NOTHING] : []), ...likeliest])].slice(
      0,
      OFFERED,
    ),
  };
}

/** @param isWrite whether an action changes something */
export function score(
  utterances: readonly Utterance[],
  results: readonly Result[],
  table: IntentTable,
  isWrite: (action: string) => boolean,
): Scores {
  const found = new Map(results.map((result) => [result.id, result]));
  const compared = utterances.flatMap((utterance) => {
    const result = found.get(utterance.id);
    return result === undefined ? [] : [{ utterance, result, right: meaningsOf(utterance, table) }];
  });
  const first = ({ action, choices }: Result) => action ?? choices[0] ?? NOTHING;
  const fits = (right: ReadonlySet<string>, action: string) =>
    right.has(action) || right.has(served[action] ?? '') || (right.has(NOTHING) && action === HELP);
  const share = (counted: readonly boolean[]) =>
    counted.length === 0 ? 1 : counted.filter(Boolean).length / counted.length;
  const wrong = compared.filter(({ result, right }) => result.action !== null && !fits(right, result.action));
  return {
    action: share(compared.map(({ result, right }) => fits(right, first(result)))),
    amongThree: share(
      compared.map(({ result, right }) =>
        [...(result.action === null ? [] : [result.action]), ...result.choices]
          .slice(0, OFFERED)
          .some((one) => fits(right, one)),
      ),
    ),
    parameters: share(compared.flatMap(({ utterance, result }) => parametersOf(utterance, result, table))),
    confidentlyWrong: wrong.length / Math.max(1, compared.length),
    wrongWrites: wrong.filter(({ result }) => result.action !== null && isWrite(result.action)).length,
  };
}

/** The actions, or other meanings, that are right. */
function meaningsOf({ intent, accept_also }: Utterance, table: IntentTable): ReadonlySet<string> {
  const all = [intent, ...accept_also].flatMap((name) => {
    const entry = table[name];
    if (entry === undefined || entry === null) return [NOTHING];
    return typeof entry.actions === 'string' ? [entry.actions] : entry.actions;
  });
  return new Set(all);
}

/** For each parameter that one of our actions has a field for, whether it was read as it was meant. */
function parametersOf(
  { intent, params, now }: Utterance,
  { parameters }: Result,
  table: IntentTable,
): readonly boolean[] {
  const entry = table[intent];
  if (entry === undefined || entry === null) return [];
  return Object.entries(params).flatMap(([name, meant]) => {
    const fields = entry.parameters[name];
    if (fields === null || fields === undefined) return [];
    const wanted = entry.values?.[name]?.[String(meant)] ?? meant;
    const at = { now: new Date(now), timeZone: TIME_ZONE };
    // A week is asked for as its first day and its last.
    const ofWeek = name.endsWith('_to') ? 'lastDayOfWeek' : 'firstDayOfWeek';
    const held = [fields].flat().map((field) => (field === 'week' ? ofWeek : field));
    return [held.some((field) => readAs(field, parameters, at).some((read) => isSame(read, wanted)))];
  });
}

/** A list of one is that one, and an instant the same however its zone is written. */
function isSame(read: unknown, meant: unknown): boolean {
  const [one, other] = [read, meant].map((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value));
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  const [at, wanted] = [one, other].map((value) => (typeof value === 'string' ? Date.parse(value) : Number.NaN));
  return at === wanted && Number.isFinite(at);
}
