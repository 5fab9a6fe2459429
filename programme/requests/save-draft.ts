/** Keeps what is being put into a long form, as a platform reports it while the person goes on. Under the same guard as the action itself. */
import { inTransaction } from '../../prisma/client.js';
import { identify } from '../members/identify.js';
import type { Values } from '../messages/message.js';
import { allowMember } from './authorise-request.js';
import { cleanInput } from './clean-input.js';
import { keepsDrafts } from './form-drafts.js';
import { writeDraft } from './form-drafts.sql.js';
import { lookUpNamed } from './look-up.js';
import { isRefusal } from './refusal.js';
import type { RequestingAccount } from './request.js';
import { contextFor, viewerOf } from './request-context.js';
import type { Services } from './services.js';

export interface UnsentForm {
  readonly account: RequestingAccount;
  readonly action: string;
  /** What the form knew before it was filled in. */
  readonly known: Values;
  /** The values of all its fields; null where one is empty. */
  readonly entered: Values;
  /** When it was entered, by the clock of the platform: saves may come in another order. */
  readonly at: Date;
}

export async function saveDraft(
  services: Services,
  { account: requesting, action: name, known, entered, at }: UnsentForm,
): Promise<void> {
  const action = services.actions.get(name);
  if (action === undefined || action.who === 'anyone' || !keepsDrafts(action)) return;
  await inTransaction(
    services.database,
    async (transaction) => {
      const now = services.clock.now();
      const account = await identify(transaction, requesting, now);
      if (account?.person == null) return;
      const { person } = account;
      const open = contextFor(services, transaction, requesting, account, now);
      const given = cleanInput(known);
      const named = await lookUpNamed(action, transaction, given);
      const allowed = allowMember(action, { ...open, person }, given, named);
      if (isRefusal(allowed) || 'ambiguous' in allowed) return;
      await writeDraft(transaction, { personId: person.id, action: name, known: given }, cleanInput(entered), at);
    },
    { viewer: viewerOf(requesting) },
  );
}
