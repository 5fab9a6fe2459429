/** The stand-in's token issuer: the keys that sign what Teams sends to the bot, forged tokens for tests, and the login by which the bot gets its own. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';

export const channelIssuer = 'https://api.botframework.com';

/** A token that a bot must refuse, by what is wrong with it. */
export type Forgery =
  | 'none'
  | 'not a token'
  | 'wrong key'
  | 'unknown key id'
  | 'expired'
  | 'not yet valid'
  | 'wrong audience'
  | 'wrong issuer'
  | 'wrong service url'
  | 'no service url'
  | 'wrong endorsement'
  | 'unsigned';

export const forgeries: readonly Forgery[] = [
  ...(['none', 'not a token', 'wrong key', 'unknown key id', 'expired', 'not yet valid', 'wrong audience'] as const),
  ...(['wrong issuer', 'wrong service url', 'no service url', 'wrong endorsement', 'unsigned'] as const),
];

interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: Readonly<Record<string, unknown>>;
}

export interface TokenIssuer {
  /** The keys that bots may trust, for the JWKS document. */
  readonly jwks: { readonly keys: readonly unknown[] };
  /** The value of the Authorization header for a delivery; undefined for a forgery without one. */
  header(forgery?: Forgery): Promise<string | undefined>;
  /** Signs the app in (OAuth 2.0 client credentials), or says which OAuth error Microsoft answers. */
  login(form: URLSearchParams): Promise<LoginAnswer>;
  /** Why the bearer of a request from the bot is not accepted; undefined when it is. */
  refusal(authorization: string | undefined): Promise<string | undefined>;
}

export type LoginAnswer =
  | { readonly token: string; readonly expiresIn: number }
  | {
      readonly error: 'invalid_client' | 'unauthorized_client' | 'invalid_scope' | 'unsupported_grant_type';
      readonly description: string;
    };

/** Everything that signs. A tenant that takes the place of another at the same address must keep them: bots remember them. */
export interface SigningKeys {
  readonly own: SigningKey;
  /** The same pair under another id: by it bots find a key and what it may be trusted with. */
  readonly skype: SigningKey;
  readonly login: SigningKey;
  /** Made when it is first asked for: it only signs forgeries. */
  stranger(): Promise<SigningKey>;
}

export interface IssuerOptions {
  readonly appId: string;
  readonly password: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly scope: string;
  /** Of another Microsoft; this process's own when left out. */
  readonly keys?: SigningKeys | undefined;
}

async function makeKey(name: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  return named(name, { privateKey, publicJwk: await exportJWK(publicKey) });
}

function named(name: string, { privateKey, publicJwk }: Omit<SigningKey, 'id'>): SigningKey {
  const id = `${name}-${randomBytes(8).toString('hex')}`;
  return { id, privateKey, publicJwk: { ...publicJwk, kid: id, use: 'sig', alg: 'RS256' } };
}

function sameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export async function makeKeys(): Promise<SigningKeys> {
  let stranger: Promise<SigningKey> | undefined;
  const [own, login] = await Promise.all([makeKey('teams'), makeKey('login')]);
  return {
    ...{ own, skype: named('skype', own), login },
    stranger() {
      stranger ??= makeKey('stranger');
      return stranger;
    },
  };
}

/** As Microsoft signs for all tenants with the same keys. A bot's library remembers them for hours by the address that they came from. */
let keysOfProcess: Promise<SigningKeys> | undefined;

/** Made at the first call, in which time the process can do other things: a key takes a tenth of a second or many. */
export function signingKeys(): Promise<SigningKeys> {
  keysOfProcess ??= makeKeys();
  return keysOfProcess;
}

/**
 * Tokens always carry real time, whatever the stand-in's clock says: bots check them against the machine's clock.
 */
export async function openTokenIssuer(options: IssuerOptions): Promise<TokenIssuer> {
  const { own, skype, login, stranger } = options.keys ?? (await signingKeys());
  const wrongServiceUrl = 'https://smba.example.invalid/';

  function sign(key: SigningKey, id: string, claims: JWTPayload): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: id, typ: 'JWT' }).sign(key.privateKey);
  }

  async function header(forgery?: Forgery): Promise<string | undefined> {
    if (forgery === 'none') {
      return undefined;
    }
    if (forgery === 'not a token') {
      return 'Bearer not-a-token';
    }
    const now = Math.floor(Date.now() / 1000);
    // The bot's library forgives five minutes of clock skew, so a forgery must be well beyond them.
    const shift = forgery === 'expired' ? -7200 : forgery === 'not yet valid' ? 7200 : 0;
    const serviceUrl = forgery === 'wrong service url' ? wrongServiceUrl : options.serviceUrl;
    const claims = {
      iss: forgery === 'wrong issuer' ? 'https://issuer.example.invalid' : channelIssuer,
      aud: forgery === 'wrong audience' ? '00000000-0000-4000-8000-000000000000' : options.appId,
      nbf: now + shift,
      iat: now + shift,
      exp: now + shift + 3600,
      ...(forgery === 'no service url' ? {} : { serviceurl: serviceUrl }),
    };
    if (forgery === 'unsigned') {
      const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `Bearer ${encode({ alg: 'none', kid: own.id, typ: 'JWT' })}.${encode(claims)}.`;
    }
    if (forgery === 'wrong endorsement') {
      return `Bearer ${await sign(skype, skype.id, claims)}`;
    }
    const key = forgery === 'wrong key' || forgery === 'unknown key id' ? await stranger() : own;
    return `Bearer ${await sign(key, forgery === 'unknown key id' ? key.id : own.id, claims)}`;
  }

  return {
    jwks: {
      keys: [
        { ...own.publicJwk, endorsements: ['msteams'] },
        { ...skype.publicJwk, endorsements: ['skype'] },
      ],
    },
    header,
    async login(form) {
      if (form.get('grant_type') !== 'client_credentials') {
        return {
          error: 'unsupported_grant_type',
          description: 'AADSTS70003: The app requested an unsupported grant type.',
        };
      }
      if (form.get('client_id') !== options.appId) {
        return { error: 'unauthorized_client', description: 'AADSTS700016: Application not found in the directory.' };
      }
      if (!sameText(form.get('client_secret') ?? '', options.password)) {
        return { error: 'invalid_client', description: 'AADSTS7000215: Invalid client secret provided.' };
      }
      if (form.get('scope') !== `${options.scope}/.default`) {
        return { error: 'invalid_scope', description: `AADSTS70011: The scope must be ${options.scope}/.default.` };
      }
      const now = Math.floor(Date.now() / 1000);
      const expiresIn = 3600;
      const token = await sign(login, login.id, {
        iss: `https://sts.windows.net/${options.tenantId}/`,
        aud: options.scope,
        appid: options.appId,
        tid: options.tenantId,
        nbf: now,
        exp: now + expiresIn,
      });
      return { token, expiresIn };
    },
    async refusal(authorization) {
      const token = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
      if (!token) {
        return 'no bearer token';
      }
      try {
        const { payload } = await jwtVerify(token, login.publicJwk, { audience: options.scope, algorithms: ['RS256'] });
        return payload.appid === options.appId ? undefined : 'the token belongs to another app';
      } catch (error) {
        return `the bearer token is not valid: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
  };
}
