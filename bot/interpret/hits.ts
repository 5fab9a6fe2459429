/** Finds in a clause the words by which actions are called: a word inside another word is not that word. */
import type { Action } from '../../programme/requests/action.js';
import { normal } from './normalise.js';

/** Words of an action, where they stand in a clause. */
export interface Hit {
  readonly action: Action;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

export interface Phrase {
  readonly action: Action;
  readonly words: string;
}

/** The names of every action: its command, its title and its words in both languages, the longest first. */
export function phrasesOf(actions: readonly Action[]): readonly Phrase[] {
  return actions
    .flatMap((action) => {
      const both = [...action.texts.ja.words, ...action.texts.en.words];
      return [action.command, ...both].map((words) => ({ action, words: normal(words) }));
    })
    .toSorted((a, b) => b.words.length - a.words.length);
}

/** What may follow a noun that names what is to be done; anything else makes another word of it, as in 参加費 and 登録状況. */
const goesOn = /^(?:希望|予定|可能|申請|依頼|手続|致|申|願|下|出来|登録|変更|受付|辞退|取|させ)/;

/** It has been done already, so that nobody asks for it. */
const done =
  /^(?:[をがは]?(?:し|いたし|致し|され|させていただき|させて頂き|完了し|でき)?(?:た(?![いくらめ])|まし[たて]|てい[るま]|ており|てあ[るり]|済))/;

/** Where the words stand as words of their own; null where they do not. */
function placeOf(said: string, words: string, isRead: boolean): { start: number; end: number } | null {
  const latin = /^[\x20-\x7e]+$/.test(words);
  for (let start = said.indexOf(words); start >= 0; start = said.indexOf(words, start + 1)) {
    const end = start + words.length;
    const [before, after] = [said.slice(0, start), said.slice(end)];
    const apart = latin
      ? /(?:^|[^a-z0-9-])$/.test(before) && /^(?:$|[^a-z0-9-])/.test(after)
      : isRead || isJapaneseWord(words, before, after);
    if (apart) return { start, end };
  }
  return null;
}

function isJapaneseWord(words: string, before: string, after: string): boolean {
  if (/[不未非無]$/.test(before) || done.test(after)) return false;
  if (/^[ァ-ヶー]/.test(words) && /[ァ-ヶー]$/.test(before)) return false;
  if (/[ァ-ヶー]$/.test(words) && /^[ァ-ヶー]/.test(after)) return false;
  return /[ァ-ヶー\p{Script=Han}]$/u.test(words) && /^\p{Script=Han}/u.test(after) ? goesOn.test(after) : true;
}

/** The hits of a clause, none within another: 参加者一覧 is not 参加. What one action's words hold of another's is that action's. */
export function hitsIn(said: string, phrases: readonly Phrase[], actions: readonly Action[]): readonly Hit[] {
  const named = phrases.flatMap(({ action, words }): Hit[] => {
    const place = action.recognise.onlyAlone ? null : placeOf(said, words, action.confirm === 'read');
    return place === null || action.recognise.told?.test(said.slice(place.end)) ? [] : [{ action, words, ...place }];
  });
  const sayings = actions.flatMap((action) =>
    (action.recognise.sayings ?? []).flatMap((saying): Hit[] => {
      const found = saying.exec(said);
      return found === null
        ? []
        : [{ action, words: action.command, start: found.index, end: found.index + found[0].length }];
    }),
  );
  const longest = [...named, ...sayings].toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const apart: Hit[] = [];
  for (const hit of longest) {
    if (!apart.some(({ start, end }) => hit.start < end && start < hit.end)) apart.push(hit);
  }
  const absorbed = new Set(apart.flatMap(({ action }) => action.recognise.absorbs ?? []));
  return apart.filter(({ action }) => !absorbed.has(action.name));
}
