/** The addresses of the stand-in that need no bearer: public keys, the login, and pre-signed addresses of files. */
import type { IncomingMessage } from 'node:http';
import type { Reply } from './connector.js';
import type { FileStore } from './files.js';
import type { Address } from './routes.js';
import { channelIssuer, type TokenIssuer } from './tokens.js';
import { textOf } from './wire.js';

/** Answers those routes; undefined for every other. */
export async function answerOpenly(
  { route, key }: Address,
  path: string,
  request: IncomingMessage,
  body: Buffer,
  parts: { readonly issuer: TokenIssuer; readonly files: FileStore; readonly url: string; readonly tenantId: string },
): Promise<Reply | undefined> {
  const leaked = request.headers.authorization !== undefined;
  switch (route) {
    case 'openid':
      return path.endsWith('/keys')
        ? { status: 200, body: parts.issuer.jwks }
        : {
            status: 200,
            body: {
              issuer: channelIssuer,
              authorization_endpoint: 'https://invalid.botframework.com',
              jwks_uri: `${parts.url}/v1/.well-known/keys`,
              id_token_signing_alg_values_supported: ['RS256'],
              token_endpoint_auth_methods_supported: ['private_key_jwt'],
            },
          };
    case 'token': {
      if (key !== parts.tenantId) {
        const description = `AADSTS90002: Tenant '${key}' not found.`;
        return {
          status: 400,
          body: { error: 'invalid_request', error_description: description },
          problem: description,
        };
      }
      const login = await parts.issuer.login(new URLSearchParams(body.toString('utf8')));
      return 'token' in login
        ? {
            status: 200,
            body: {
              token_type: 'Bearer',
              expires_in: login.expiresIn,
              ext_expires_in: login.expiresIn,
              access_token: login.token,
            },
          }
        : {
            status: login.error === 'invalid_client' ? 401 : 400,
            body: { error: login.error, error_description: login.description },
            problem: `${login.error}: ${login.description}`,
          };
    }
    case 'download': {
      const file = parts.files.download(key ?? '');
      if (leaked) {
        return { status: 401, problem: 'a pre-signed address was given a token: the owner of the address has it now' };
      }
      return file ? { status: 200, body: file.content } : { status: 404, problem: 'no such file' };
    }
    case 'file upload': {
      if (leaked) return { status: 401, problem: 'a pre-signed address was given a token' };
      // OneDrive takes no body of unknown length.
      if (request.headers['content-length'] === undefined) return { status: 411, problem: 'Content-Length is missing' };
      return parts.files.upload(key ?? '', textOf(request.headers['content-range']), body);
    }
    default:
      return undefined;
  }
}
