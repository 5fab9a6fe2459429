/** Tells an action that its form was closed without being sent, under the same guard as the action itself. */
import { inTransaction } from '../../prisma/client.js';
import { identify } from '../members/identify.js';
import type { Values } from '../messages/message.js';
import { allowMember } from './authorise-request.js';
import { cleanInput } from './clean-input.js';
import { lookUpNamed } from './look-up.js';
import { isRefusal } from './refusal.js';
import type { RequestingAccount } from './request.js';
import { contextFor } from './request-context.js';
import type { Services } from './services.js';

export interface ClosedForm {
  readonly account: RequestingAccount;
  readonly action: string;
  /** What the form knew before it was filled in. */
  readonly known: Values;
}

/**
 * Nothing happens for a person who may not take the action. Slack reports every closing that a person asks for; Teams reports its
 * form's own button, and neither the cross of a dialog nor a client that ends.
 */
export async function closeForm(
  services: Services,
  { account: requesting, action: name, known }: ClosedForm,
): Promise<void> {
  const action = services.actions.get(name);
  if (action === undefined || action.closed === null) return;
  await inTransaction(services.database, async (transaction) => {
    const account = await identify(transaction, requesting);
    if (account === null) return;
    const open = contextFor(services, transaction, requesting, account, services.clock.now());
    const given = cleanInput(known);
    if (action.who === 'anyone') return await action.closed?.(open, given);
    if (account.person === null) return;
    const named = await lookUpNamed(action, transaction, given);
    const allowed = allowMember(action, { ...open, person: account.person }, given, named);
    if (!isRefusal(allowed) && !('ambiguous' in allowed)) await action.closed?.(allowed.context, allowed.input);
  });
}
