/** What of a failed call may stand in the log: never what was sent. */
export function causeOf(error: unknown): { readonly cause: string; readonly status?: number } {
  if (!(error instanceof Error)) return { cause: 'unknown' };
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : null;
  return { cause: error.name, ...(status !== null && { status }) };
}
