/** Tells whether an address is one of a page that everybody can open, by how it is written: nothing is asked of the network. */
import { isIP } from 'node:net';

export const LONGEST_URL = 500;

/** Names of networks that are not the internet: RFC 6761, RFC 6762, RFC 8375, and ICANN's .internal. */
const insideNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/;

/** As it is kept and shown; null for what is no public http or https address. A company's page has a name, so that numbers are none. */
export function publicUrl(typed: string): string | null {
  const written = typed.normalize('NFKC').trim();
  if (written.length > LONGEST_URL || !URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[') || isIP(host) !== 0 || !host.includes('.') || insideNames.test(host)) return null;
  return url.href;
}
