/** Turns what stopped a start into a sentence for the person at the terminal; the unforeseen keeps its stack. */

/** Errors whose message is written for people. */
const forPeople = new Set([
  'AlreadyRunning',
  'FolderUnreachable',
  'MigrationRefused',
  'QueueUnreachable',
  'SlackStartError',
]);

export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (forPeople.has(error.name) || forPeople.has(error.constructor.name)) return error.message;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `The port is taken: ${error.message}. Set PORT to another one.`;
  if (code === 'ECONNREFUSED') return `The database does not answer: ${error.message}. Is DATABASE_URL right?`;
  return error.stack ?? error.message;
}
