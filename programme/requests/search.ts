/** Finds the options of a form's field while a person types, under the same guard as the action itself. */
import { inTransaction } from '../../prisma/client.js';
import { identify } from '../members/identify.js';
import type { Choice, Values } from '../messages/message.js';
import { allowMember } from './authorise-request.js';
import { cleanInput, cleanText } from './clean-input.js';
import { lookUpNamed } from './look-up.js';
import { isRefusal } from './refusal.js';
import type { RequestingAccount } from './request.js';
import { contextFor, viewerOf } from './request-context.js';
import type { Services } from './services.js';

export interface Search {
  readonly account: RequestingAccount;
  readonly action: string;
  readonly field: string;
  readonly typed: string;
  /** What the form knows already. */
  readonly given: Values;
}

/** At most 50 options, best first; none for a person who may not take the action. */
export async function searchChoices(services: Services, search: Search): Promise<readonly Choice[]> {
  const action = services.actions.get(search.action);
  if (action?.search == null || action.who === 'anyone') return [];
  const find = action.search;
  return await inTransaction(
    services.database,
    async (transaction) => {
      const now = services.clock.now();
      const account = await identify(transaction, search.account, now);
      if (account?.person == null) return [];
      const open = contextFor(services, transaction, search.account, account, now);
      const given = cleanInput(search.given);
      const named = await lookUpNamed(action, transaction, given);
      const allowed = allowMember(action, { ...open, person: account.person }, given, named);
      return isRefusal(allowed) || 'ambiguous' in allowed
        ? []
        : await find(allowed.context, search.field, cleanText(search.typed), allowed.input);
    },
    { viewer: viewerOf(search.account) },
  );
}
