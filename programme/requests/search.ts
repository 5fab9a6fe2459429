/** Finds the options of a form's field while a person types, under the same guard as the action itself. */

import { inTransaction } from '../../prisma/client.js';
import { identify } from '../members/identify.js';
import type { Choice, Values } from '../messages/message.js';
import { isRefusal } from './context.js';
import { contextOf } from './handle-request.js';
import type { RequestingAccount } from './request.js';
import { allowed, findSubject } from './run-action.js';
import type { House } from './services.js';

export interface Search {
  readonly account: RequestingAccount;
  readonly action: string;
  readonly field: string;
  readonly typed: string;
  /** What the form knows already. */
  readonly given: Values;
}

/** At most 50 options, best first; none for whoever may not take the action. */
export async function searchChoices(house: House, search: Search): Promise<readonly Choice[]> {
  const action = house.actions.get(search.action);
  if (action?.search == null || action.who === 'anyone') return [];
  const find = action.search;
  return await inTransaction(house.database, async (transaction) => {
    const account = await identify(transaction, search.account);
    if (account?.person == null) return [];
    const open = contextOf(house, transaction, search.account, account, house.clock.now());
    const subjectFor = await findSubject(action, transaction, search.given);
    const permitted = allowed(action, { ...open, person: account.person }, search.given, subjectFor);
    return isRefusal(permitted) ? [] : await find(permitted.context, search.field, search.typed, permitted.input);
  });
}
