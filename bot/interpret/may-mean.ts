/** Which roles can mean an action at all: what is learnt from a sentence holds for those who may ask for it. */
import type { Action } from '../../programme/requests/action.js';

/** Of the actions by their names; what is no action anybody can mean. */
export function mayMeanBy(
  actions: Pick<ReadonlyMap<string, Action>, 'get'>,
): (meaning: string, role: string) => boolean {
  return (meaning, role) => {
    const action = actions.get(meaning);
    return action === undefined || action.who === 'anyone' || action.who.some((one) => one === role);
  };
}
