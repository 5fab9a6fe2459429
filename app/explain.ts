/** Turns what stopped a start into a sentence for the person at the terminal; the unforeseen keeps its stack. */

/** Errors whose message is written for people. */
const forPeople = new Set([
  'AlreadyRunning',
  'DatabaseUnusable',
  'FolderUnreachable',
  'MigrationRefused',
  'QueueUnreachable',
  'SlackStartError',
  'TeamsStartError',
]);

/** Never holds a password or a token: addresses are named without them. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (forPeople.has(error.name) || forPeople.has(error.constructor.name)) return error.message;
  // Database, queue and Slack have told theirs above: what is left of these is the address that HTTP is served at.
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `The port is taken (${error.message}): stop what uses it, or set PORT to another one.`;
    case 'EACCES':
      return `The port may not be used by this account (${error.message}): set PORT to one from 1024 on.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is no address of this machine (${error.message}): set it to 127.0.0.1, or to 0.0.0.0 for every one.`;
    default:
      return error.stack ?? error.message;
  }
}
