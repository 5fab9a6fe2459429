/** Says who is asking: the account behind a Slack request, and the e-mail that its workspace vouches for. */
import type { WebClient } from '@slack/web-api';
import type { RequestingAccount } from '../../programme/requests/request.js';
import { slackError } from './api-errors.js';
import type { SlackAddress } from './gateway.js';

interface Asking {
  /** The workspace of the person, which in a shared channel is not the one that the bot is installed in. */
  readonly team: string;
  readonly user: string;
  /** Where it was asked; kept only if it is the direct conversation. */
  readonly channel?: string | undefined;
}

/** Slack sends no language with its requests, so it is left to whoever knows the person. */
export function accountOf(client: WebClient, { team, user, channel }: Asking): RequestingAccount {
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

const nobody: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/**
 * The e-mail of a person of this very workspace, or null: bots, former members, strangers of a shared channel and
 * unconfirmed addresses are nobody's proof. Throws where Slack does not answer.
 */
async function verifiedEmail(client: WebClient, team: string, id: string): Promise<string | null> {
  try {
    const { user } = await client.users.info({ user: id });
    if (!user || user.is_bot || user.deleted || user.is_stranger || user.is_email_confirmed === false) return null;
    const belongs = user.team_id === team || user.enterprise_user?.teams?.includes(team);
    return belongs ? (user.profile?.email?.toLowerCase() ?? null) : null;
  } catch (error) {
    if (nobody.has(slackError(error) ?? '')) return null;
    throw error;
  }
}
