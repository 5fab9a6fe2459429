/** The interpreter with a language model: rules answer where words say outright what is meant, and wherever the model does not. */

import { everyRole } from '../../../programme/members/roles.js';
import { readPerhapsNamed } from '../../../programme/model-use/names.sql.js';
import { readModelUse } from '../../../programme/model-use/queries.js';
import { authoriseOwn, mayTry } from '../../../programme/requests/authorise.js';
import type { ActingPerson, Membership } from '../../../programme/requests/context.js';
import type {
  Interpretation,
  Interpreter,
  InterpreterServices,
  ModelOutcome,
} from '../../../programme/requests/interpreter.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import type { Actions } from '../../../programme/requests/registry.js';
import type { Log } from '../../../programme/requests/services.js';
import { type NamedSession, readNamedSessions } from '../../../programme/sessions/queries.js';
import type { Ranked, Ranker } from '../rank/ranker.js';
import { type CallModel, modelCaller } from './call-model.js';
import { causeOf } from './cause-of.js';
import { composeMessage } from './compose.js';
import { nearestExamples } from './nearest-examples.js';
import { outrightBy } from './outright.js';
import { interpretationOf } from './read-calls.js';
import { readPrompt } from './read-prompt.js';
import type { ModelSettings } from './settings.js';
import { comparedForm, namesOut, withNames } from './take-names-out.js';
import { toolsFor } from './tools.js';
import { withinAllowance } from './within-allowance.js';

export interface ByModel {
  readonly settings: ModelSettings;
  /** Without a model. */
  readonly rules: Interpreter;
  readonly actions: Actions;
  /** Of the examples. */
  readonly ranker: () => Ranker;
  readonly log: Log;
  /** How long the model may take before the rules answer; eight seconds unless told. */
  readonly limitMilliseconds?: number;
}

/** What is longer is no request but a text, such as a draft that was pasted, and stays here. */
const LONGEST_SENTENCE = 500;

/** As many sessions as a sentence can be about, those nearest in time. */
const MOST_SESSIONS = 60;

/** Of what a sentence is most like, as far as a concern that is told in confidence keeps it here. */
const NEAREST = 5;
const LEAST_LIKENESS = 0.16;
const confided: ReadonlySet<string> = new Set(['sensitive', 'deletion']);

export function interpreterByModel(by: ByModel): Interpreter {
  const { settings, rules, actions, log } = by;
  const isOutright = outrightBy([...actions.values()]);
  const prompts = { ja: readPrompt('ja', 'interpret'), en: readPrompt('en', 'interpret') };
  const call = modelCaller(settings);
  const isConfidential = ({ action, choices = [], guessed }: Interpretation) =>
    !guessed && [action, ...choices.map((one) => one.action)].some((name) => actions.get(name)?.confidential === true);

  return {
    ...(rules.prepare !== undefined && { prepare: rules.prepare }),
    ...(rules.concernIn !== undefined && { concernIn: rules.concernIn }),
    async interpret(services, account, text) {
      const byRules = await rules.interpret(services, account, text);
      const { person } = account;
      if (person === null || text.length > LONGEST_SENTENCE) return byRules;
      const { concern, erasure } = byRules.input;
      if (concern === true || erasure === true || isOutright(text, byRules) || isConfidential(byRules)) return byRules;
      // What was shown before stays here, so that only the rules know what the words refer to.
      if (byRules.refers === true && byRules.guessed === undefined && byRules.input.unclear !== true) return byRules;
      const ranked = by.ranker().rank(text);
      if (isConfided(ranked)) return byRules;
      try {
        const answered = await ask({ by, call, prompts }, services, person, { text, ranked });
        services.explain?.({ model: typeof answered === 'string' ? answered : 'understood' });
        return typeof answered === 'string' ? byRules : answered;
      } catch (error) {
        services.explain?.({ model: 'no answer' });
        // Never the error itself: the library's hold what was sent.
        log.warn(causeOf(error), 'the language model did not answer');
        return byRules;
      }
    },
  };
}

function isConfided(ranked: readonly Ranked[]): boolean {
  return ranked.slice(0, NEAREST).some(({ meaning, likeness }) => confided.has(meaning) && likeness >= LEAST_LIKENESS);
}

interface Asking {
  readonly by: ByModel;
  readonly call: CallModel;
  readonly prompts: Readonly<Record<'ja' | 'en', ReturnType<typeof readPrompt>>>;
}

interface Said {
  readonly text: string;
  readonly ranked: readonly Ranked[];
}

/** Not asked where the programme lets nothing go or the person has no more calls today; not understood where the answer cannot be used. */
async function ask(
  { by, call, prompts }: Asking,
  { database, clock }: InterpreterServices,
  person: ActingPerson,
  { text, ranked }: Said,
): Promise<Interpretation | Extract<ModelOutcome, 'not asked' | 'not understood'>> {
  const membership = authoriseOwn(everyRole, person);
  if (isRefusal(membership)) return 'not asked';
  const programmeIds = [...new Set(person.memberships.map(({ programmeId }) => programmeId))];
  const use = await readModelUse(database, programmeIds);
  if (use === 'off') return 'not asked';
  const now = clock.now();
  const { language } = person;
  const sessions = await readSessions(database, membership, person, now);
  const shown = sessions.flatMap(({ titleJa, titleEn }) => [titleJa, titleEn]);
  const { takeOut, putBack } =
    use === 'with_names'
      ? withNames
      : namesOut(await readPerhapsNamed(database, programmeIds, comparedForm([text, ...shown].join('\n'))));
  const offered = [...by.actions.values()].filter((action) => mayTry(action, person));
  const tools = toolsFor({
    actions: offered,
    sessions: sessions.map(({ code }) => code),
    likely: ranked.map(({ meaning }) => meaning),
    language,
  });
  const examples = nearestExamples(ranked, tools);
  const handed = { sentence: text, role: membership.role, now, person, sessions, examples };
  const question = { instructions: prompts[language].text, message: composeMessage(handed, takeOut), tools };
  const sent = JSON.stringify([question.instructions, question.message, described(tools)]);
  const answered = await withinAllowance({ ...by, database, clock }, person, sent, (signal) => call(question, signal));
  if (answered === null) return 'not asked';
  return interpretationOf(answered, tools, putBack) ?? 'not understood';
}

function described(tools: ReturnType<typeof toolsFor>) {
  return [...tools].map(([name, { description, fields }]) => ({ name, description, fields }));
}

/** Those that the person may see, the nearest in time, in the order of their days. */
async function readSessions(
  database: InterpreterServices['database'],
  membership: Membership,
  person: ActingPerson,
  now: Date,
): Promise<readonly NamedSession[]> {
  const all = await readNamedSessions(database, { ...membership, personId: person.id });
  const distance = ({ startsAt }: NamedSession) => Math.abs(startsAt.getTime() - now.getTime());
  return all
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, MOST_SESSIONS)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
