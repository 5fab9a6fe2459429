/** Installing the app: the consent page's redirect, the exchange of codes and refresh tokens, expiry (docs.slack.dev/authentication/installing-with-oauth). */
import { asText, type Json } from './json.js';
import { secret } from './options.js';
import { type Refusal, refusal } from './refusal.js';
import type { SlackStore, Token, Workspace } from './store.js';

const codeLife = 10 * 60_000;
const tokenLifeSeconds = 43_200;

export interface Consent {
  readonly team: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
}

/** The code that Slack sends back with the person who agreed. */
export function issueCode(store: SlackStore, consent: Consent): string {
  const code = `${store.app.clientId}.${secret()}`;
  store.codes.set(code, { code, ...consent, issued: store.now() });
  return code;
}

/** Where /oauth/v2/authorize sends the browser: a person of the workspace agrees at once. Returns why not as text. */
export function authorize(
  store: SlackStore,
  query: URLSearchParams,
): { readonly location: string } | { readonly refused: string } {
  if (query.get('client_id') !== store.app.clientId) return { refused: 'invalid_client_id' };
  const redirectUri = query.get('redirect_uri') ?? store.app.redirectUrls?.[0];
  if (redirectUri === undefined || !isAllowed(store, redirectUri)) return { refused: 'bad_redirect_uri' };
  const workspace =
    store.workspaces.get(query.get('team') ?? '') ??
    [...store.workspaces.values()].find((one) => !one.installed) ??
    [...store.workspaces.values()][0];
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  if (workspace === undefined || scopes.length === 0) return { refused: 'invalid_scope' };
  const user = [...workspace.users.values()].find((one) => !one.isBot && !one.deleted)?.id ?? workspace.botUser;
  const location = new URL(redirectUri);
  location.searchParams.set(
    'code',
    issueCode(store, { team: workspace.id, user, scopes, redirectUri: query.get('redirect_uri') ?? undefined }),
  );
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return { location: location.href };
}

function isAllowed(store: SlackStore, redirectUri: string): boolean {
  return (
    store.app.redirectUrls === undefined || store.app.redirectUrls.some((allowed) => redirectUri.startsWith(allowed))
  );
}

/** oauth.v2.access. Client id and secret come as arguments or by Basic authentication. */
export function access(
  store: SlackStore,
  args: Json,
  basic: { readonly id: string; readonly secret: string } | undefined,
): Json {
  const clientId = asText(args.client_id) ?? basic?.id;
  const clientSecret = asText(args.client_secret) ?? basic?.secret;
  if (clientId !== store.app.clientId) return refusal('invalid_client_id');
  if (clientSecret !== store.app.clientSecret) return refusal('bad_client_secret');
  const grant = asText(args.grant_type) ?? 'authorization_code';
  if (grant === 'refresh_token') return refresh(store, asText(args.refresh_token));
  if (grant !== 'authorization_code') return refusal('invalid_grant_type');
  const code = store.codes.get(asText(args.code) ?? '');
  if (code === undefined || store.now().valueOf() - code.issued.valueOf() > codeLife) return refusal('invalid_code');
  if (code.redirectUri !== undefined && args.redirect_uri !== code.redirectUri) return refusal('bad_redirect_uri');
  store.codes.delete(code.code);
  const workspace = store.workspaces.get(code.team);
  if (workspace === undefined) return refusal('invalid_code');
  workspace.installed = true;
  return grantToken(store, workspace, code.scopes, code.user);
}

/** A refresh token works once; the access token it renews is worth nothing from then on. */
function refresh(store: SlackStore, refreshToken: string | undefined): Json | Refusal {
  for (const workspace of store.workspaces.values()) {
    const old =
      refreshToken === undefined ? undefined : workspace.tokens.get(workspace.refreshTokens.get(refreshToken) ?? '');
    if (refreshToken === undefined || old === undefined) continue;
    workspace.refreshTokens.delete(refreshToken);
    if (old.state !== 'live') return refusal('invalid_refresh_token');
    old.state = 'revoked';
    return grantToken(store, workspace, old.scopes, undefined);
  }
  return refusal('invalid_refresh_token');
}

function grantToken(
  store: SlackStore,
  workspace: Workspace,
  scopes: readonly string[],
  user: string | undefined,
): Json {
  const rotates = store.app.rotation;
  const value = `${rotates ? 'xoxe.' : ''}xoxb-${workspace.id}-${secret()}`;
  const expires = rotates ? new Date(store.now().valueOf() + tokenLifeSeconds * 1000) : undefined;
  const token: Token = { value, scopes, expires, state: 'live' };
  workspace.tokens.set(value, token);
  const refreshToken = `xoxe-1-${secret()}`;
  if (rotates) workspace.refreshTokens.set(refreshToken, value);
  return {
    ok: true,
    app_id: store.app.id,
    ...(user === undefined ? {} : { authed_user: { id: user } }),
    scope: scopes.join(','),
    token_type: 'bot',
    access_token: value,
    bot_user_id: workspace.botUser,
    ...(rotates ? { expires_in: tokenLifeSeconds, refresh_token: refreshToken } : {}),
    team: { id: workspace.id, name: workspace.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}
