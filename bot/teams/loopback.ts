/** Addresses on this machine, which need no https: a stand-in's, and the playground's own. */

const hosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && hosts.has(hostname);
}
