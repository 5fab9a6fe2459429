/** The page that the playground serves in place of what the sample programme links to, whose hosts do not exist. */

const host = /^(meet|materials)\.spp\.example$/;

/** The address in the playground; null for every link that is not the sample's. */
export function samplePage(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const kind = host.exec(hostname)?.[1];
  return kind === undefined ? null : `/sample/${kind}${pathname}`;
}
