/** Prepares what somebody wrote for patterns, and reads from it what many actions need: the session and the mode. */
import { attendVerbs, modeWords } from '../../programme/registrations/attending-words.js';
import type { Mode } from '../../programme/requests/context.js';
import type { Sentence } from '../../programme/requests/recogniser.js';

const modes: readonly Mode[] = ['onsite', 'online'];

/** A session's code: letters, then numbers or letters, ending in a number, as in MSM-1 or SPP-2024-1; full-width and lower case are fine. */
const sessionCode = /(?<![a-z0-9-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+(?![a-z0-9-])/;

export const normal = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s、。,.!?]+/g, ' ')
    .trim();

export function sentenceOf(text: string): Sentence {
  const said = normal(text);
  return { text, said, modes: modesIn(said) };
}

/** The first code of a session, in lower case. */
export function sessionIn({ said }: Pick<Sentence, 'said'>): string | undefined {
  return sessionCode.exec(said)?.[0];
}

export function modesIn(said: string): readonly Mode[] {
  return modes.filter((mode) => new RegExp(modeWords[mode]).test(said));
}

/** The mode asked for. Of two it is the one to change to; where they are otherwise set against each other the form asks. */
export function modeIn({ said, modes: found }: Sentence): Mode | undefined {
  if (found.length < 2) return found[0];
  return found.find((to) => {
    const from = modeWords[to === 'online' ? 'onsite' : 'online'];
    const japanese = `(?:${from})(?:での?)?(?:${attendVerbs})?(?:から|を) ?(?:${modeWords[to]})(?:での?)?(?:${attendVerbs})?[にへ]`;
    return new RegExp(`${japanese}|from (?:${from}) to (?:${modeWords[to]})`).test(said);
  });
}
