/** The interpreter without a language model: it reads what the person may speak of, and understands by words and examples. */
import { readColleagues } from '../../programme/members/queries.js';
import { everyRole } from '../../programme/members/roles.js';
import type { Action } from '../../programme/requests/action.js';
import { authoriseOwn, mayTry } from '../../programme/requests/authorise.js';
import type { Interpreter } from '../../programme/requests/interpreter.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import type { Actions } from '../../programme/requests/registry.js';
import { readNamedSessions } from '../../programme/sessions/queries.js';
import { learn, type Ranker } from './rank/ranker.js';
import { understandingBy } from './understand.js';

/** @param ranker of the examples, asked for when it is first needed; without one, words that say nothing get the help alone */
export function interpreterByRules(actions: Actions, ranker: () => Ranker = () => learn([])): Interpreter {
  const { understand } = understandingBy([...actions.values()], ranker);
  return {
    interpret: async (services, account, text) => {
      const { person } = account;
      const may = (action: Action) => mayTry(action, person);
      const now = services.clock.now();
      const { ranked: _ranked, ...understood } = await understand(text, may, now, async () => {
        const membership = person === null ? null : authoriseOwn(everyRole, person);
        if (person === null || membership === null || isRefusal(membership)) return null;
        const member = { ...membership, personId: person.id };
        const [sessions, colleagues] = await Promise.all([
          readNamedSessions(services.database, member),
          readColleagues(services.database, member),
        ]);
        return { sessions, company: { colleagues, self: person } };
      });
      return understood;
    },
  };
}
