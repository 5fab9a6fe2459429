/** The interpreter without a language model: it goes by the words that each action is called by. */
import { mayTry } from '../../programme/requests/authorise.js';
import type { Interpreter } from '../../programme/requests/interpreter.js';
import type { Actions } from '../../programme/requests/registry.js';
import { wordMatcher } from './match-words.js';

export function interpreterByRules(actions: Actions): Interpreter {
  const match = wordMatcher([...actions.values()]);
  return { interpret: async (_services, account, text) => match(text, (action) => mayTry(action, account.person)) };
}
