/** Keeps what was put into a long form that was refused, as closing it would lose it. */
import { cleanInput } from './clean-input.js';
import { enteredIn } from './form-drafts.js';
import { writeDraft } from './form-drafts.sql.js';
import type { IncomingRequest, RequestResult } from './request.js';
import type { Services } from './services.js';

/** Outside the request's transaction, which a refusal undoes. Never throws: the refusal is the answer, with or without it. */
export async function keepRefusedForm(
  { database, log }: Pick<Services, 'database' | 'log'>,
  incoming: IncomingRequest,
  { reply }: RequestResult,
  now: Date,
): Promise<void> {
  if (!('submitted' in incoming) || !incoming.submitted || reply.kind !== 'form' || !reply.form.keepsDraft) return;
  const { form } = reply;
  const { platform, tenant, userId } = incoming.account;
  try {
    const where = { platform_tenant_userId: { platform, tenant, userId } };
    const account = await database.account.findUnique({ where, select: { personId: true } });
    if (account?.personId == null) return;
    const key = { personId: account.personId, action: form.action, known: cleanInput(form.known) };
    await writeDraft(database, key, enteredIn(form, cleanInput(incoming.input)), now);
  } catch (error) {
    log.warn({ error, action: form.action }, 'what was put into a form could not be kept');
  }
}
