/** Installing the app: the consent page's redirect, the exchange of codes and refresh tokens, expiry (docs.slack.dev/authentication/installing-with-oauth). */
import { asText, type Json } from './json.js';
import { secret } from './options.js';
import { type Refusal, refusal } from './refusal.js';
import type { Token, Workspace, World } from './world.js';

const codeLife = 10 * 60_000;
const tokenLifeSeconds = 43_200;

export interface Consent {
  readonly team: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
}

/** The code that Slack sends back with the person who agreed. */
export function issueCode(world: World, consent: Consent): string {
  const code = `${world.app.clientId}.${secret()}`;
  world.codes.set(code, { code, ...consent, issued: world.now() });
  return code;
}

/** Where /oauth/v2/authorize sends the browser: a person of the workspace agrees at once. Returns why not as text. */
export function authorize(
  world: World,
  query: URLSearchParams,
): { readonly location: string } | { readonly refused: string } {
  if (query.get('client_id') !== world.app.clientId) return { refused: 'invalid_client_id' };
  const redirectUri = query.get('redirect_uri') ?? world.app.redirectUrls?.[0];
  if (redirectUri === undefined || !isAllowed(world, redirectUri)) return { refused: 'bad_redirect_uri' };
  const workspace =
    world.workspaces.get(query.get('team') ?? '') ??
    [...world.workspaces.values()].find((one) => !one.installed) ??
    [...world.workspaces.values()][0];
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  if (workspace === undefined || scopes.length === 0) return { refused: 'invalid_scope' };
  const user = [...workspace.users.values()].find((one) => !one.isBot && !one.deleted)?.id ?? workspace.botUser;
  const location = new URL(redirectUri);
  location.searchParams.set(
    'code',
    issueCode(world, { team: workspace.id, user, scopes, redirectUri: query.get('redirect_uri') ?? undefined }),
  );
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return { location: location.href };
}

function isAllowed(world: World, redirectUri: string): boolean {
  return (
    world.app.redirectUrls === undefined || world.app.redirectUrls.some((allowed) => redirectUri.startsWith(allowed))
  );
}

/** oauth.v2.access. Client id and secret come as arguments or by Basic authentication. */
export function access(
  world: World,
  args: Json,
  basic: { readonly id: string; readonly secret: string } | undefined,
): Json {
  const clientId = asText(args.client_id) ?? basic?.id;
  const clientSecret = asText(args.client_secret) ?? basic?.secret;
  if (clientId !== world.app.clientId) return refusal('invalid_client_id');
  if (clientSecret !== world.app.clientSecret) return refusal('bad_client_secret');
  const grant = asText(args.grant_type) ?? 'authorization_code';
  if (grant === 'refresh_token') return refresh(world, asText(args.refresh_token));
  if (grant !== 'authorization_code') return refusal('invalid_grant_type');
  const code = world.codes.get(asText(args.code) ?? '');
  if (code === undefined || world.now().valueOf() - code.issued.valueOf() > codeLife) return refusal('invalid_code');
  if (code.redirectUri !== undefined && args.redirect_uri !== code.redirectUri) return refusal('bad_redirect_uri');
  world.codes.delete(code.code);
  const workspace = world.workspaces.get(code.team);
  if (workspace === undefined) return refusal('invalid_code');
  workspace.installed = true;
  return grantToken(world, workspace, code.scopes, code.user);
}

/** A refresh token works once; the access token it renews is worth nothing from then on. */
function refresh(world: World, refreshToken: string | undefined): Json | Refusal {
  for (const workspace of world.workspaces.values()) {
    const old =
      refreshToken === undefined ? undefined : workspace.tokens.get(workspace.refreshTokens.get(refreshToken) ?? '');
    if (refreshToken === undefined || old === undefined) continue;
    workspace.refreshTokens.delete(refreshToken);
    if (old.state !== 'live') return refusal('invalid_refresh_token');
    old.state = 'revoked';
    return grantToken(world, workspace, old.scopes, undefined);
  }
  return refusal('invalid_refresh_token');
}

function grantToken(world: World, workspace: Workspace, scopes: readonly string[], user: string | undefined): Json {
  const rotates = world.app.rotation;
  const value = `${rotates ? 'xoxe.' : ''}xoxb-${workspace.id}-${secret()}`;
  const expires = rotates ? new Date(world.now().valueOf() + tokenLifeSeconds * 1000) : undefined;
  const token: Token = { value, scopes, expires, state: 'live' };
  workspace.tokens.set(value, token);
  const refreshToken = `xoxe-1-${secret()}`;
  if (rotates) workspace.refreshTokens.set(refreshToken, value);
  return {
    ok: true,
    app_id: world.app.id,
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
