/** Writes sentences to the terminal, apart from the log. */

export function say(...lines: readonly string[]): void {
  if (lines.length === 0) return;
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** On the error stream, so that a script can tell it from output. */
export function complain(...lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}
