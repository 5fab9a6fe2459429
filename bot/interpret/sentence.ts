/** Prepares what somebody wrote for patterns, and reads from it what many actions need: sessions, the mode, and who is named. */
import { arrows, attendVerbs, modeWords } from '../../programme/registrations/attending-words.js';
import type { Mode } from '../../programme/requests/context.js';
import type { Clause, Sentence } from '../../programme/requests/recogniser.js';
import { namedIn } from './names.js';
import { folded, normal } from './normalise.js';
import { type KnownPerson, otherIn, otherThan, withCapitals } from './others.js';
import { asks, isRefused } from './speech.js';

const modes: readonly Mode[] = ['onsite', 'online'];

/** A session's code: letters, then numbers or letters, ending in a number, as in MSM-1 or SPP-2024-1; full-width and lower case are fine. */
const sessionCode = /(?<![a-z0-9-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+(?![a-z0-9-])/g;

/** Where one clause ends and the next begins within a sentence. */
const joints = new RegExp(
  [
    '[、,;:]+',
    '(?<=(?:ない|なく|ません|ます|です|だ|った|んだ|せん|へん|けん|れん|たい))(?:ので|んで|のに|ため|から|けど|けれども?|が)',
    'ため(?:に)?(?= |、|[^に])|につき|ゆえ',
    '(?<=(?:せ|け|れ|かれ|え))ず(?:に)?',
    '(?<=[しえけ])て(?!ください|下さい|い|お|ほし|欲し|もら|くれ|頂|み|しま|は|も|よ|き|から|な|ねえ|へん|ませ|ます|る|$)',
    '(?<=なく)て?(?=て)',
    String.raw`\b(?:but|so|because|since|and|then|therefore|instead)\b(?! of)`,
  ].join('|'),
  'g',
);

/** "online, not on site" refuses nothing: it says which of both. */
const contrast = new RegExp(`^not (?:in |at |the )*(?:${modeWords.onsite}|${modeWords.online})$`);

/** Who may be meant besides the person who writes, and who that is. */
export interface Company {
  readonly colleagues: readonly KnownPerson[];
  readonly self: KnownPerson | null;
}

/** 「欠席ではなく参加」, 「MSM-1ではなくMSM-2」: what is set aside is not what is asked for. */
const setAside =
  /(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+|[一-龠々]{1,6}|[ァ-ヶー]{2,12}|zoom)(?:での?)?(?:参加|出席)?(?:では|じゃ)なく(?:て)?(?=[^ ]*[^ 。、])[ 、]?/g;

export function sentenceOf(written: string, { colleagues, self }: Company = { colleagues: [], self: null }): Sentence {
  const text = folded(written).replace(setAside, '');
  const said = normal(text);
  const sentences = text.match(/[^。.!?\n…]+(?:\.(?=\S)[^。.!?\n…]+)*[。.!?…]*/g) ?? [];
  const clauses = sentences.flatMap(clausesOf);
  return {
    text: withCapitals(written, colleagues),
    said,
    modes: modesIn(said),
    clauses,
    named: otherThan(self, namedIn(written)) ?? otherIn(written, colleagues, self),
  };
}

/** The clauses of one sentence. A question mark, or a question at the end, makes a question of its last clause. */
function clausesOf(sentence: string): readonly Clause[] {
  const marked = /\?[。.!?…\s]*$/.test(sentence);
  const parts = sentence
    .split(joints)
    .map(normal)
    .filter((part) => part !== '');
  return parts.map((said, index) => ({
    said,
    refused: isRefused(said) && !contrast.test(said),
    asks: asks(said, marked && index === parts.length - 1),
    modes: modesIn(said),
  }));
}

/** The codes of sessions, in lower case, each once. */
export function sessionsIn(said: string): readonly string[] {
  return [...new Set(said.match(sessionCode) ?? [])];
}

const modePatterns = { onsite: new RegExp(modeWords.onsite), online: new RegExp(modeWords.online) };

export function modesIn(said: string): readonly Mode[] {
  return modes.filter((mode) => modePatterns[mode].test(said));
}

const modeAlone = new RegExp(`^(?:${modeWords.onsite}|${modeWords.online})$`);

/** Whether the words are a way of attending and nothing else. */
export function isMode(said: string): boolean {
  return modeAlone.test(said);
}

/**
 * The mode asked for: the only one that is not refused. Of two it is the one to change to; where they are otherwise set against
 * each other the form asks.
 */
export function modeIn({ said, modes: found, clauses }: Sentence): Mode | undefined {
  if (found.length < 2)
    return clauses.some(({ refused, modes: [only] }) => refused && only !== undefined) ? undefined : found[0];
  const wanted = new Set(clauses.filter(({ refused }) => !refused).flatMap((clause) => clause.modes));
  if (wanted.size === 1 && clauses.some(({ refused, modes: one }) => refused && one.length === 1))
    return [...wanted][0];
  return found.find((to) => {
    const from = modeWords[to === 'online' ? 'onsite' : 'online'];
    const japanese = `(?:${from})(?:での?)?(?:${attendVerbs})?(?:から|を) ?(?:${modeWords[to]})(?:での?)?(?:${attendVerbs})?[にへ]`;
    const arrow = `(?:${from})[^ ]{0,4} ?${arrows} ?(?:${modeWords[to]})`;
    // 「会場に伺うつもりでしたが、Zoomに切り替えたい」: the change names the new one.
    const changed = `(?:${modeWords[to]})(?:${attendVerbs})?(?:に|へ|で)(?:切り?替|変更|変え|変わ|しま|した|する|させ|お願い)`;
    const switched = `(?:switch|chang|mov)\\w* (?:me |us |it |over |this |that )*to (?:${modeWords[to]})|(?:${modeWords[to]}) instead`;
    return new RegExp(`${japanese}|from (?:${from}) to (?:${modeWords[to]})|${arrow}|${changed}|${switched}`).test(
      said,
    );
  });
}
