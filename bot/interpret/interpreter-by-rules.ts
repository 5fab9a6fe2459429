/** The interpreter without a language model: it goes by the words that each action is called by. */
import { readColleagues } from '../../programme/members/queries.js';
import { everyRole } from '../../programme/members/roles.js';
import type { Action } from '../../programme/requests/action.js';
import { authoriseOwn, mayTry } from '../../programme/requests/authorise.js';
import type { Interpreter } from '../../programme/requests/interpreter.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import type { Actions } from '../../programme/requests/registry.js';
import { readNamedSessions } from '../../programme/sessions/queries.js';
import { phrasesOf } from './hits.js';
import { type May, wordMatcher } from './match-words.js';
import { withSessionCodes } from './name-sessions.js';
import { normal } from './normalise.js';
import { isMode, sentenceOf, sessionsIn } from './sentence.js';

export function interpreterByRules(actions: Actions): Interpreter {
  const match = wordMatcher([...actions.values()]);
  const reserved = new Set(phrasesOf([...actions.values()]).map(({ words }) => words));
  const isWhole = (text: string) => {
    const sentence = sentenceOf(text);
    return [...actions.values()].some(({ recognise }) => (recognise.alone?.(sentence) ?? null) !== null);
  };
  const commands = new Set([...actions.values()].map(({ command }) => command));
  /** "register MSM-1 online": a command, a code and a way of attending leave no word for a title or a name. */
  const isPlain = (said: string) => {
    const [command = '', code = '', ...rest] = said.split(' ');
    return commands.has(command) && sessionsIn(code)[0] === code && (rest.length === 0 || isMode(rest.join(' ')));
  };
  return {
    interpret: async (services, account, text) => {
      const may = (action: Action) => mayTry(action, account.person);
      // What is nothing but the name of an action, a code or a "yes" speaks of nothing else, and needs no look at what there is.
      const said = normal(text);
      if (reserved.has(said) || isPlain(said) || isWhole(text)) return match(text, may);
      const membership = account.person === null ? null : authoriseOwn(everyRole, account.person);
      if (account.person === null || membership === null || isRefusal(membership)) return match(text, may);
      const { person } = account;
      const member = { ...membership, personId: person.id };
      const [sessions, colleagues] = await Promise.all([
        readNamedSessions(services.database, member),
        readColleagues(services.database, member),
      ]);
      const coded = withSessionCodes(text, sessions, services.clock.now(), reserved);
      const company = { colleagues, self: person };
      const understood = match(coded, may, company);
      // A date is a session's only where something is to be done with a session: of an hour or a day off it is the day.
      const isSession = (name: string) => takesSession(actions.get(name), may);
      const meant = understood.choices?.map(({ action }) => action) ?? [understood.action];
      return coded === text || meant.some(isSession) ? understood : match(text, may, company);
    },
  };
}

function takesSession(action: Action | undefined, may: May): boolean {
  return action?.fields.includes('session') === true && may(action);
}
