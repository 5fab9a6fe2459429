/** Makes the account of a request from the user who sent it, with the e-mail that the user's workspace vouches for. */
import type { WebClient } from '@slack/web-api';
import type { RequestingAccount } from '../../programme/requests/request.js';
import { slackError } from './api-errors.js';
import type { SlackAddress } from './gateway.js';

interface Sender {
  /** The workspace of the person, which in a shared channel is not the one that the bot is installed in. */
  readonly team: string;
  readonly user: string;
  /** The conversation of the request; kept only if it is the direct one. */
  readonly channel?: string | undefined;
}

/** Slack sends no language with its requests, so the language is left to the person's own setting. */
export function accountOf(client: WebClient, { team, user, channel }: Sender): RequestingAccount {
  const address: SlackAddress = isDirect(channel) ? { user, channel } : { user };
  return {
    platform: 'slack',
    tenant: team,
    userId: user,
    address,
    language: null,
    verifiedEmail: () => verifiedEmail(client, team, user),
  };
}

/** Whether only one person and the bot read this conversation. */
export function isDirect(channel: string | undefined): channel is string {
  return channel?.startsWith('D') ?? false;
}

const unknownUser: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/**
 * The e-mail of a person of this very workspace, or null: bots, former members, strangers of a shared channel and
 * unconfirmed addresses prove nothing. Throws where Slack does not answer.
 */
async function verifiedEmail(client: WebClient, team: string, id: string): Promise<string | null> {
  try {
    const { user } = await client.users.info({ user: id });
    if (!user || user.is_bot || user.deleted || user.is_stranger || user.is_email_confirmed === false) return null;
    const belongs = user.team_id === team || user.enterprise_user?.teams?.includes(team);
    return belongs ? (user.profile?.email?.toLowerCase() ?? null) : null;
  } catch (error) {
    if (unknownUser.has(slackError(error) ?? '')) return null;
    throw error;
  }
}
