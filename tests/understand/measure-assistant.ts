/** `npm run measure:assistant [-- --xsid FOLDER] [--show]`: how well sentences are understood of which nothing was learnt; ends with 1 where a goal is missed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isWrite, openUnderstanding } from '../../app/understand-sentences.js';
import { isWorthLookingUp } from '../../bot/interpret/answered-by-knowledge.js';
import { exampleDirectory } from '../../bot/interpret/examples/example-directory.js';
import { isKeptApart } from '../../bot/interpret/examples/kept-apart.js';
import {
  otherMeanings,
  readExamples,
  readPhrasings,
  type SpokenExample,
} from '../../bot/interpret/examples/read-examples.js';
import type { IntentTable } from '../../bot/interpret/examples/read-intents.js';
import { type Result, score } from '../../bot/interpret/score/score.js';
import type { Utterance } from '../../bot/interpret/score/utterances.js';
import { checklistEntries } from '../../programme/knowledge/search/checklist-entries.js';
import { glossaryEntries } from '../../programme/knowledge/search/glossary-entries.js';
import { knowledgeIndexOf } from '../../programme/knowledge/search/knowledge-index.js';
import { soughtIn } from '../../programme/knowledge/search/sought.js';
import { isWellAnswered } from '../../programme/knowledge/search/well-answered.js';

const goals = { action: 0.92, amongThree: 0.98, parameters: 0.88 } as const;
const MOST_CONFIDENTLY_WRONG = 0.02;
const LEAST_REFUSED = 0.95;
const PERCENTILE = 0.95;
/** In milliseconds, at that percentile. */
const LONGEST = 30;

const { values } = parseArgs({ options: { xsid: { type: 'string' }, show: { type: 'boolean', default: false } } });

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a figure beside its goal, and remembers a missed one in the exit status. */
function against(what: string, figure: string, isReached: boolean, goal: string): void {
  print(`${what}: ${figure} (goal ${goal}${isReached ? '' : ', missed'})`);
  if (!isReached) process.exitCode = 1;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const nothing = 'none';

const understand = await openUnderstanding(exampleDirectory());
/** In milliseconds. */
const times: number[] = [];

async function understandAll(sentences: readonly Parameters<typeof understand>[0][]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const sentence of sentences) {
    const from = performance.now();
    results.push(await understand(sentence));
    times.push(performance.now() - from);
  }
  return results;
}

function toUtterance({ id, say: text, role, now, action, input, also = [] }: SpokenExample): Utterance {
  return {
    id,
    text,
    role,
    now,
    intent: action ?? nothing,
    params: input,
    accept_also: also.map((wish) => wish.action),
  };
}

/** Of our own sentences, which name our actions: each intent is an action, each parameter a field. */
function ownTable(examples: readonly SpokenExample[]): IntentTable {
  const entries = examples.flatMap(({ action, input, also = [] }) =>
    [{ action, input }, ...also].map((wish) => [wish.action ?? nothing, Object.keys(wish.input)] as const),
  );
  const fields = new Map<string, Set<string>>();
  for (const [name, keys] of entries) fields.set(name, new Set([...(fields.get(name) ?? []), ...keys]));
  return Object.fromEntries(
    [...fields].map(([name, keys]) => {
      const other = otherMeanings.find((meaning) => meaning === name);
      // What is no action of ours has no fields.
      const parameters = other === undefined ? Object.fromEntries([...keys].map((key) => [key, key])) : {};
      return [name, name === nothing ? null : { actions: other ?? [name], parameters }];
    }),
  );
}

/** At which a session is about to begin, so that every action can be asked for. */
const AT_A_SESSION = '2024-11-15T14:50:00+09:00';

/** Of the further phrasings, which tell of the action alone. */
async function measurePhrasings(): Promise<void> {
  const kept = readPhrasings().filter(({ say }) => isKeptApart(say));
  const examples = kept.map(
    (one, at): SpokenExample => ({ ...one, id: `phrasing-${one.language}-${at}`, now: AT_A_SESSION, input: {} }),
  );
  const utterances = examples.map(toUtterance);
  const { action, amongThree, confidentlyWrong } = score(
    utterances,
    await understandAll(utterances),
    ownTable(examples),
    isWrite,
  );
  print(`${examples.length} further phrasings kept apart, without a model`);
  against('action', percent(action), action >= goals.action, percent(goals.action));
  against('amongThree', percent(amongThree), amongThree >= goals.amongThree, percent(goals.amongThree));
  const isFew = confidentlyWrong <= MOST_CONFIDENTLY_WRONG;
  against('confidentlyWrong', percent(confidentlyWrong), isFew, percent(MOST_CONFIDENTLY_WRONG));
}

async function measureKeptApart(): Promise<void> {
  const examples = readExamples().filter(({ say, before }) => before === undefined && isKeptApart(say));
  const utterances = examples.map(toUtterance);
  const results = await understandAll(utterances);
  const { wrongWrites, confidentlyWrong, ...shares } = score(utterances, results, ownTable(examples), isWrite);
  print(`${examples.length} sentences kept apart, without a model`);
  for (const name of ['action', 'amongThree', 'parameters'] as const)
    against(name, percent(shares[name]), shares[name] >= goals[name], percent(goals[name]));
  const isFew = confidentlyWrong <= MOST_CONFIDENTLY_WRONG;
  against('confidentlyWrong', percent(confidentlyWrong), isFew, percent(MOST_CONFIDENTLY_WRONG));
  print(`wrongWrites: ${wrongWrites} previewed, none carried out without the person`);
  if (!values.show) return;
  for (const [at, { action, choices }] of results.entries()) {
    const { intent = '', text = '' } = utterances[at] ?? {};
    if (action !== intent) print(`  ${intent} | ${action ?? choices.join(' / ')} | ${text}`);
  }
}

/** What the material of every programme answers is looked up, though nothing was understood. */
const material = knowledgeIndexOf([...checklistEntries(['human_rights_policy']), ...glossaryEntries()]);

function isLookedUp(text: string, language: 'ja' | 'en'): boolean {
  if (!isWorthLookingUp(text, { input: { unclear: true }, likely: [] })) return false;
  const sought = soughtIn(text);
  const shares = material.search(sought, language).map(({ share }) => share);
  return isWellAnswered({ share: Math.max(0, ...shares), telling: sought.telling.size });
}

/** Sentences for other assistants: what is said of an alarm or a song is none of ours. Reminders may be. */
async function measureRefusals(folder: string, language: 'ja' | 'en'): Promise<void> {
  const blocks = readFileSync(join(folder, `${language}.valid.conll`), 'utf8').split(/\n\s*\n/);
  const texts = blocks.flatMap((block) => {
    const intent = /^# intent\s*[:=]\s*(\S+)/m.exec(block)?.[1] ?? '';
    const text = /^# text\s*[:=]\s*(.+)$/m.exec(block)?.[1];
    // Words of Japanese stand apart in them, as nobody types them.
    const typed = language === 'ja' ? text?.replaceAll(' ', '') : text;
    return typed === undefined || intent.startsWith('reminder') ? [] : [typed];
  });
  const now = '2025-02-12T10:00:00+09:00';
  const results = await understandAll(
    texts.map((text, at) => ({ id: String(at), text, role: 'participant' as const, now })),
  );
  const taken = results.filter(({ action, id }) =>
    action === null ? isLookedUp(texts[Number(id)] ?? '', language) : action !== 'help.show',
  );
  const refused = 1 - taken.length / Math.max(1, texts.length);
  against(
    `refused of ${texts.length}, ${language}`,
    percent(refused),
    refused >= LEAST_REFUSED,
    percent(LEAST_REFUSED),
  );
  if (values.show) for (const { id, action } of taken) print(`  ${action} | ${texts[Number(id)]}`);
}

await measureKeptApart();
await measurePhrasings();
const slow = times.toSorted((a, b) => a - b)[Math.floor(times.length * PERCENTILE)] ?? 0;
against('95th percentile of one sentence', `${slow.toFixed(1)} ms`, slow <= LONGEST, `${LONGEST} ms`);
if (values.xsid !== undefined)
  for (const language of ['ja', 'en'] as const) await measureRefusals(values.xsid, language);
