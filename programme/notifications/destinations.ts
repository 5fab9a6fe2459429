/** Where a notification can be sent: first on the channel chosen when it was claimed, then on the person's other accounts. */
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

/** In the order in which they are to be tried. An account that took over since the claim comes second: the row counts for its tenant. */
export async function destinationsOf(
  services: Services,
  { personId, accountId, channel, tenant, email }: ClaimedNotification,
): Promise<readonly ChannelDestination[]> {
  if (channel === 'email')
    return email === null ? [] : [{ channel, tenant: null, userId: email, address: null, account: null }];
  const accounts = await bestAccounts(services, personId, accountId);
  const rank = (account: AccountToWrite) => (account.platform === channel && account.tenant === tenant ? 0 : 1);
  return [...accounts]
    .sort((one, other) => rank(one) - rank(other))
    .map((account) => ({ ...account, channel: account.platform, account }));
}
