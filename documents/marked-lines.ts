/** Lays a text in two versions out in lines: what was kept, removed and added. */

export interface MarkedRun {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Stands for a line break that was added or taken out, which nobody would see. */
const BREAK = '↵';

/** None of the lines is empty; a text without anything in it has none. */
export function markedLines(runs: readonly MarkedRun[]): readonly (readonly MarkedRun[])[] {
  const lines: MarkedRun[][] = [[]];
  for (const { kind, text } of runs) {
    const isBreak = kind !== 'kept' && text.trim() === '' && /[\r\n\u2028\u2029]/u.test(text);
    if (isBreak) lines.at(-1)?.push({ kind, text: BREAK });
    if (isBreak && kind === 'removed') continue;
    for (const [at, line] of text.split(/\r\n?|[\n\u2028\u2029]/u).entries()) {
      if (at > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push({ kind, text: line });
    }
  }
  return lines.filter((line) => line.length > 0);
}
