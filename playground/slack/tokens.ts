/** Whose token this is and whether it still counts. */
import { type Refusal, refusal } from './refusal.js';
import type { SlackStore, Token, Workspace } from './store.js';

/** The installation that a bot token belongs to, or the refusal that Slack answers (docs.slack.dev/reference/methods/auth.test). */
export function findInstallation(
  store: SlackStore,
  value: string | undefined,
): { readonly workspace: Workspace; readonly token: Token } | Refusal {
  if (value === undefined) return refusal('not_authed');
  for (const workspace of store.workspaces.values()) {
    const token = workspace.tokens.get(value);
    if (token === undefined) continue;
    if (token.state === 'inactive') return refusal('account_inactive');
    return { workspace, token };
  }
  return refusal(value === store.app.appToken ? 'not_allowed_token_type' : 'invalid_auth');
}
