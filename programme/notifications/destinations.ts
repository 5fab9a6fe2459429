/** Where a notification can be sent, in the order in which that is tried: the channel chosen when it was claimed, the person's other accounts, e-mail. */
import type { Channel } from '../../prisma/client.js';
import { type AccountToWrite, bestAccounts } from '../members/best-account.js';
import type { Services } from '../requests/services.js';
import type { ClaimedNotification } from './claim-for-sending.js';
import type { Destination } from './gateway.js';

/** A destination, with the channel that leads to it and the account that it is, if it is one. */
export interface ChannelDestination extends Destination {
  readonly channel: Channel;
  readonly account: AccountToWrite | null;
}

/**
 * In the order in which they are to be tried. An account that took over since the claim comes second: the row counts for its tenant.
 * What takes the place of an earlier message has one destination: where that one is.
 * @param withMail whether this process sends mails; otherwise e-mail is a destination only of what is for e-mail alone
 */
export async function destinationsOf(
  services: Services,
  { personId, accountId, channel, tenant, email, replaces }: ClaimedNotification,
  withMail: boolean,
): Promise<readonly ChannelDestination[]> {
  if (channel === 'email') return email === null ? [] : [await byMail(services, personId, email)];
  const accounts = await bestAccounts(services, personId, accountId);
  const rank = (account: AccountToWrite) => (account.platform === channel && account.tenant === tenant ? 0 : 1);
  const chats = [...accounts]
    .sort((one, other) => rank(one) - rank(other))
    .map((account) => ({ ...account, channel: account.platform, account }));
  if (!withMail || email === null || replaces !== undefined) return chats;
  return [...chats, await byMail(services, personId, email)];
}

/** The mail says in which chats its buttons are, also in those that cannot be written to at this moment. */
async function byMail({ database }: Services, personId: string, email: string): Promise<ChannelDestination> {
  const accounts = await database.account.findMany({
    where: { personId },
    distinct: ['platform'],
    orderBy: { platform: 'asc' },
    select: { platform: true },
  });
  const address = { chats: accounts.map(({ platform }) => platform) };
  return { channel: 'email', tenant: null, userId: email, address, account: null };
}
