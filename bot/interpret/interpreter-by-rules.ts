/** The interpreter without a language model: it goes by the words that each action is called by. */
import { everyRole } from '../../programme/members/roles.js';
import { authoriseOwn, mayTry } from '../../programme/requests/authorise.js';
import type { ActingPerson } from '../../programme/requests/context.js';
import type { Interpreter, InterpreterServices } from '../../programme/requests/interpreter.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import type { Actions } from '../../programme/requests/registry.js';
import { readNamedSessions } from '../../programme/sessions/queries.js';
import { phrasesOf } from './hits.js';
import { wordMatcher } from './match-words.js';
import { withSessionCodes } from './name-sessions.js';
import { normal } from './normalise.js';
import { sentenceOf } from './sentence.js';

export function interpreterByRules(actions: Actions): Interpreter {
  const match = wordMatcher([...actions.values()]);
  const reserved = new Set(phrasesOf([...actions.values()]).map(({ words }) => words));
  const isWhole = (text: string) => {
    const sentence = sentenceOf(text);
    return [...actions.values()].some(({ recognise }) => (recognise.alone?.(sentence) ?? null) !== null);
  };
  return {
    interpret: async (services, account, text) => {
      // What is nothing but the name of an action, a code or a "yes" speaks of no session, and needs no look at them.
      const said =
        reserved.has(normal(text)) || isWhole(text) ? text : await spelledOut(services, account.person, text, reserved);
      return match(said, (action) => mayTry(action, account.person));
    },
  };
}

/** With the codes of the sessions of the programme at hand that concern the person. */
async function spelledOut(
  { database, clock }: InterpreterServices,
  person: ActingPerson | null,
  text: string,
  reserved: ReadonlySet<string>,
): Promise<string> {
  const membership = person === null ? null : authoriseOwn(everyRole, person);
  if (person === null || membership === null || isRefusal(membership)) return text;
  const sessions = await readNamedSessions(database, { ...membership, personId: person.id });
  return withSessionCodes(text, sessions, clock.now(), reserved);
}
