/** Lays a text in two versions out in lines, as long as a message may show it; each renderer draws the runs in its own way. */
import { markedLines } from '../../documents/marked-lines.js';
import type { Language } from '../requests/context.js';
import type { RevisionElement, RevisionRun } from './message.js';
import { chatTexts } from './texts.js';

/** Characters of one revision. The whole stands in a file. */
export const LONGEST_REVISION = 2_000;

/** Runs of one revision: more changes from word to word nobody follows. */
const MOST_RUNS = 200;

/** None of the lines is empty. What has no room is left out visibly. */
export function revisionLines({ runs }: RevisionElement, language: Language): readonly (readonly RevisionRun[])[] {
  return markedLines(shortened(runs, language));
}

function shortened(runs: readonly RevisionRun[], language: Language): readonly RevisionRun[] {
  const shown: RevisionRun[] = [];
  let room = LONGEST_REVISION;
  const more = { kind: 'kept', text: chatTexts[language].shortened } as const;
  for (const run of runs) {
    if (shown.length >= MOST_RUNS) return [...shown, more];
    // A cut between the halves of a pair would leave half a character.
    if (run.text.length > room)
      return [...shown, { ...run, text: run.text.slice(0, room).replace(/[\uD800-\uDBFF]$/u, '') }, more];
    shown.push(run);
    room -= run.text.length;
  }
  return shown;
}
