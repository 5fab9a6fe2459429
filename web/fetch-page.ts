/** Fetches a page of the internet that a stranger has named: nothing of this machine or its network is asked, whatever the page leads to. */
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-address.js';

/** Where names lead, and which addresses may be asked. Tests have a network of their own. */
export interface WebReach {
  resolve(host: string): Promise<readonly string[]>;
  allows(address: string): boolean;
}

export interface WebLimits {
  /** For all of it, redirects included. */
  readonly milliseconds: number;
  /** Of the page, unpacked. */
  readonly bytes: number;
  readonly redirects: number;
}

export type FetchedPage =
  | {
      readonly outcome: 'fetched';
      readonly status: number;
      /** As its server says, in small letters; '' where it does not. */
      readonly contentType: string;
      readonly content: Uint8Array;
    }
  /** It is there, and larger than is read. */
  | { readonly outcome: 'too_large'; readonly status: number }
  /** `status`: what its server answered; null where it did not, in time or at all. */
  | { readonly outcome: 'not_reachable'; readonly status: number | null }
  /** It, or where it leads, is no address of the internet. */
  | { readonly outcome: 'not_public'; readonly status: null };

export const internet: WebReach = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  allows: isPublicAddress,
};

const usual: WebLimits = { milliseconds: 20_000, bytes: 10 * 1024 * 1024, redirects: 5 };

/** Of one name; the others would be tried in vain where these do not answer. */
const MOST_ADDRESSES = 3;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * Each name is resolved once, all of its addresses are checked, and the connection goes to one that was checked: a name that leads
 * elsewhere a moment later leads nowhere. A redirect is a new address, with the same checks. No proxy is used, since it would resolve
 * the name by itself. Never throws for what the page or its server does.
 */
export async function fetchPage(
  address: string,
  { reach = internet, limits = {} }: { readonly reach?: WebReach; readonly limits?: Partial<WebLimits> } = {},
): Promise<FetchedPage> {
  const { milliseconds, bytes, redirects } = { ...usual, ...limits };
  const signal = AbortSignal.timeout(milliseconds);
  try {
    let next = parse(address);
    for (let hops = 0; next !== null && hops <= redirects; hops += 1) {
      const response = await ask(next, reach, signal);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (REDIRECTS.has(status) && location !== undefined) {
        response.destroy();
        next = parse(location, next);
        continue;
      }
      if (status < 200 || status > 299) {
        response.destroy();
        return { outcome: 'not_reachable', status };
      }
      return await read(response, { status, bytes, signal });
    }
    return { outcome: 'not_reachable', status: null };
  } catch (error) {
    if (error instanceof NotPublic) return { outcome: 'not_public', status: null };
    // A network has many ways to fail, and none of them is a fault of ours.
    return { outcome: 'not_reachable', status: null };
  }
}

/** Null for what is no address, and for protocols other than the web's. */
function parse(written: string, base?: URL): URL | null {
  if (!URL.canParse(written, base?.href)) return null;
  const url = new URL(written, base?.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** @throws NotPublic, and whatever the network throws */
async function ask(url: URL, reach: WebReach, signal: AbortSignal): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await within(signal, reach.resolve(host)) : [host];
  // One that is not public among them is enough: a name that leads there is an attempt to be let in.
  if (!addresses.every((one) => reach.allows(one))) throw new NotPublic();
  let failed: unknown = new Error('the name has no address');
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    try {
      return await askAt(address, url, signal);
    } catch (error) {
      failed = error;
      if (signal.aborted) break;
    }
  }
  throw failed;
}

async function askAt(address: string, url: URL, signal: AbortSignal): Promise<http.IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const options: https.RequestOptions = {
    ...{ host: address, port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port) },
    ...{ method: 'GET', path: `${url.pathname}${url.search}`, signal },
    // The certificate is the name's, and not the address's.
    ...(isSecure && isIP(name) === 0 && { servername: name }),
    // One of its own, never the process's, which may lead through a proxy.
    agent: false,
    headers: {
      host: url.host,
      'user-agent': 'spp-assistant (looks once at a page that was reported as published)',
      accept: 'text/html, application/pdf, text/plain, */*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
    },
  };
  return await new Promise((resolve, reject) => {
    const sent = isSecure ? https.request(options, resolve) : http.request(options, resolve);
    sent.on('error', reject);
    sent.end();
  });
}

/** A resolver cannot be told to stop. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return await new Promise((resolve, reject) => {
    const stop = () => reject(new Error('it took too long'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

interface Reading {
  readonly status: number;
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/** @throws what the network or a broken packing throws */
async function read(response: http.IncomingMessage, { status, bytes, signal }: Reading): Promise<FetchedPage> {
  const pieces: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(piece: Buffer, _encoding, done) {
      size += piece.byteLength;
      // Counted unpacked, so that a small page cannot become a large one in memory.
      if (size > bytes) return done(new TooLarge());
      pieces.push(piece);
      done();
    },
  });
  const unpack = unpacking(response.headers['content-encoding']);
  try {
    if (unpack === null) await pipeline(response, collect, { signal });
    else await pipeline(response, unpack, collect, { signal });
  } catch (error) {
    if (error instanceof TooLarge) return { outcome: 'too_large', status };
    throw error;
  }
  const contentType = (response.headers['content-type'] ?? '').toLowerCase();
  return { outcome: 'fetched', status, contentType, content: Buffer.concat(pieces) };
}

function unpacking(encoding = '') {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      return null;
  }
}
