/** Where a notification can be sent, in the order in which that is tried: the channel chosen when it was claimed, the person's other accounts, e-mail. */
import type { Channel } from '../../prisma/client.js';
import type { AccountToWrite } from '../members/best-account.js';
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
export function destinationsOf(
  { accountId, accounts, channel, tenant, email, replaces }: ClaimedNotification,
  withMail: boolean,
): readonly ChannelDestination[] {
  const mail = email === null ? [] : [byMail(accounts, email)];
  if (channel === 'email') return mail;
  const rank = (account: AccountToWrite) => (account.platform === channel && account.tenant === tenant ? 0 : 1);
  const chats = accounts
    .filter(({ id, reachable }) => reachable && (accountId === null || id === accountId))
    .map(({ reachable, ...account }) => account)
    .sort((one, other) => rank(one) - rank(other))
    .map((account) => ({ ...account, channel: account.platform, account }));
  return withMail && replaces === undefined ? [...chats, ...mail] : chats;
}

/** The mail says in which chats its buttons are, also in those that cannot be written to at this moment. */
function byMail(accounts: ClaimedNotification['accounts'], email: string): ChannelDestination {
  const address = { chats: [...new Set(accounts.map(({ platform }) => platform))].sort() };
  return { channel: 'email', tenant: null, userId: email, address, account: null };
}
