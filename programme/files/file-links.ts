/** Signed links to files: each opens one file, for one purpose, until it expires, for the person who was given it. And signed offers, by which one account may have a file brought to it. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is for, and for how many milliseconds it opens its file. */
export const linkLifetimes = {
  draft: 15 * 60_000,
  invitation: 24 * 3_600_000,
  list: 24 * 3_600_000,
  announcement: 30 * 24 * 3_600_000,
} as const;

export type LinkPurpose = keyof typeof linkLifetimes;

export interface FileLinks {
  /** The address under which this file can be fetched from now on; null where the app has no address of its own. */
  linkTo(file: string, purpose: LinkPurpose): string | null;
  /** What a token opens now. Expired tokens and forged ones say nothing about a file. */
  read(token: string): OpenLink | 'expired' | 'forged';
  /** What a platform brings back when this account wants the file; it opens nothing by itself and for nobody else. */
  offerTo(file: string, holder: OfferHolder): string;
  readOffer(token: string, holder: OfferHolder): { readonly file: string } | 'expired' | 'forged';
}

/** An account, as its platform names it. */
interface OfferHolder {
  readonly platform: string;
  readonly tenant: string;
  readonly userId: string;
}

/** In milliseconds: as long as the files that are offered today are kept. */
const OFFER_LIFETIME = linkLifetimes.list;

interface OpenLink {
  /** The file's id. A file never changes, so that it stands for one version. */
  readonly file: string;
  readonly purpose: LinkPurpose;
}

/** Where the app takes requests for files, under its own address. */
export const filesPath = '/files';

/**
 * @param secret shared by all processes of the app
 * @param clock by its shape alone, since the file that declares the clock declares what holds links
 * @param base the app's address without a slash at its end; asked for each link, since a server knows its port only once it runs
 */
export function signedLinks(secret: string, clock: { now(): Date }, base: () => string | null): FileLinks {
  return {
    linkTo(file, purpose) {
      const address = base();
      if (address === null) return null;
      const expires = clock.now().getTime() + linkLifetimes[purpose];
      return `${address}${filesPath}/${signToken(secret, file, purpose, expires)}`;
    },
    read(token) {
      const [file = '', purpose = '', expires = ''] = token.split('.');
      if (!isPurpose(purpose) || !/^\d{1,16}$/.test(expires)) return 'forged';
      if (!isSame(token, signToken(secret, file, purpose, Number(expires)))) return 'forged';
      return Number(expires) <= clock.now().getTime() ? 'expired' : { file, purpose };
    },
    offerTo: (file, holder) => signOffer(secret, file, clock.now().getTime() + OFFER_LIFETIME, holder),
    readOffer(token, holder) {
      const [file = '', expires = ''] = token.split('.');
      if (!/^\d{1,16}$/.test(expires)) return 'forged';
      if (!isSame(token, signOffer(secret, file, Number(expires), holder))) return 'forged';
      return Number(expires) <= clock.now().getTime() ? 'expired' : { file };
    },
  };
}

function signToken(secret: string, file: string, purpose: LinkPurpose, expires: number): string {
  const content = `${file}.${purpose}.${expires}`;
  // What else is ever signed with the same secret is no link.
  return `${content}.${signatureOf(secret, `file-link:${content}`)}`;
}

function signOffer(secret: string, file: string, expires: number, holder: OfferHolder): string {
  const { platform, tenant, userId } = holder;
  const content = `${file}.${expires}`;
  const signature = signatureOf(secret, `file-offer:${JSON.stringify([content, platform, tenant, userId])}`);
  return `${content}.${signature}`;
}

function signatureOf(secret: string, content: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url');
}

/** In a time that tells nothing of how much of a forged token is right. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

function isPurpose(word: string): word is LinkPurpose {
  return Object.hasOwn(linkLifetimes, word);
}
