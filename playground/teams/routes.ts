/** Which address of the stand-in is which route. */
import type { Route } from './troubles.js';

export interface Address {
  readonly route: Route;
  readonly conversation: string | undefined;
  readonly activity: string | undefined;
  readonly key: string | undefined;
}

/** The Connector lives below this path, so that a bot which forgets the path of its serviceUrl is found out. */
export const connectorPath = '/teams/';

type Pattern = readonly [method: string, path: string, route: Route];

const patterns: readonly Pattern[] = [
  ['POST', '/teams/v3/conversations', 'create'],
  ['POST', '/teams/v3/conversations/:conversation/activities', 'send'],
  ['POST', '/teams/v3/conversations/:conversation/activities/:activity', 'reply'],
  ['PUT', '/teams/v3/conversations/:conversation/activities/:activity', 'update'],
  ['DELETE', '/teams/v3/conversations/:conversation/activities/:activity', 'delete'],
  ['GET', '/teams/v3/conversations/:conversation/members', 'members'],
  ['GET', '/teams/v3/conversations/:conversation/members/:key', 'member'],
  ['GET', '/teams/v3/conversations/:conversation/pagedmembers', 'paged members'],
  ['POST', '/teams/v3/conversations/:conversation/attachments', 'upload'],
  ['GET', '/teams/v3/attachments/:key', 'attachment'],
  ['GET', '/teams/v3/teams/:key', 'team'],
  ['GET', '/teams/v3/teams/:key/conversations', 'channels'],
  ['POST', '/login/:key/oauth2/v2.0/token', 'token'],
  ['GET', '/v1/.well-known/openidconfiguration', 'openid'],
  ['GET', '/v1/.well-known/keys', 'openid'],
  ['GET', '/download/:key', 'download'],
  ['PUT', '/upload/:key', 'file upload'],
];

function match(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const found: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') {
      found[part.slice(1)] = decodeURIComponent(value);
    } else if (part !== value) {
      return undefined;
    }
  }
  return found;
}

/** What a request is for; `unknown` when Teams has nothing at this address. */
export function addressOf(method: string, path: string): Address {
  for (const [wanted, pattern, route] of patterns) {
    const found = wanted === method ? match(pattern, path) : undefined;
    if (found) {
      return { route, conversation: found.conversation, activity: found.activity, key: found.key };
    }
  }
  return { route: 'unknown', conversation: undefined, activity: undefined, key: undefined };
}
