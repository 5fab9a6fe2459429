/** Finds where a sentence speaks of something that was shown before, in both languages: 「2番目の」, 「その件」, "the last one", "cancel it". */
import { kindWords, type ShownKind, shownKinds } from './shown-kinds.js';

export interface Reference {
  /** Where it stands in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly language: 'ja' | 'en';
  /** From 1; 'last'; null for a pronoun. */
  readonly position: number | 'last' | null;
  /** What stands with it: 「その相談」; null for 「それ」 and what may be anything. */
  readonly kind: ShownKind | null;
}

interface Pattern {
  /** Its groups are `nth`, `last`, `noun` and, where only that stands for the thing, `pronoun`. */
  readonly pattern: RegExp;
  readonly language: 'ja' | 'en';
}

const nounsOf = (language: 'ja' | 'en', without: readonly ShownKind[] = []) =>
  shownKinds
    .filter((kind) => !without.includes(kind))
    .map((kind) => kindWords[kind][language])
    .join('|');
const notLikened: readonly ShownKind[] = ['slot', 'company', 'person'];
const jaNouns = nounsOf('ja');
const enNouns = nounsOf('en');

const kanji = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What stands for the thing itself: 「2番目の相談」, 「2番目のに参加」; another word behind it is another thing, and 「2番目に届いた」 says when. */
const jaThing = `(?:の?(?<noun>${jaNouns})(?:さん)?|の?(?:やつ|もの|ほう|方(?![針法向])|件|分)|の(?=[をはがもにで、。 ]|$)|(?![のに])|(?=に(?:は|も)?(?:参加|出[席るま]|申|登録|変|決|し[まて]|する)))`;
const jaNumber = `(?:\\d{1,2}|[${kanji.join('')}])`;
const jaEnd = `(?:の(?:(?<noun>${jaNouns})|やつ|もの|ほう|方(?![針法向])|件|(?=[をがでに、]|$))|(?=を))`;
/** 「議題の2番目」 is one of something else; 「一覧の2番目」 is not. */
const ofNothingElse = '(?<!(?<!リスト|一覧|候補|うち|中)の)';

/** What follows 「それ」 where it is a thing: not それでは, それから, それぞれ, それに (besides), それと. */
const asThing =
  'の?(?=[をもは、,。]|って|$| |の(?!ため|まま|ほか|後|場|際|他|よう)|には|に(?:も)?(?:参加|出[席るま]|申|登録|行[きくっ]|つい|変|決|し[まてたよ])|(?:オンライン|会場|現地|対面)|キャンセル|取り?消|取り?下げ|予約|申し?込|欠席|辞退|開|見せ|削除)';

const japanese = [
  // 「2回目」 is a part of a series, which name-sessions.ts knows; 「1番」 is a choice where nothing else follows.
  `${ofNothingElse}(?<!第)(?<nth>${jaNumber}) ?(?:番目|番め|ばんめ|つ目|つめ|件目|個目)${jaThing}`,
  `(?<![\\d第])(?<nth>${jaNumber}) ?番(?=$|[でをにが、。 ])`,
  // 「最初に」 and 「最後に」 are when.
  `(?:最初|先頭|一番上)${jaEnd}`,
  `(?<last>最後|一番下)${jaEnd}`,
  `それ${asThing}`,
  // 「これ」 with what is to become of it: これから, これまで and これで are none.
  'これ(?=[をも]|は(?!どう|何)|、|って|の(?!ため|ほか)|に(?:は|も)?(?:参加|出[席るま]|申|登録|つい))',
  'これ(?=で(?:確認|確定|完了|終わ))',
  `(?:その|(?<!ど)この|先ほどの|先程の|さきほどの|さっきの|今の|いまの|上の|上記の)(?:(?<noun>${jaNouns})(?:さん)?|件|やつ|日(?=[はをにも、]))(?![度後際内社外者数員答目た])`,
  // 「同じ会社の方」, 「同じ時間」 say what something else is like.
  `同じ(?:(?<noun>${nounsOf('ja', notLikened)})|件|やつ)(?![答目])`,
  '(?:先ほど|先程|さきほど|さっき)の(?=[をはがもにで、]|$)',
  'そちら(?=[をも、]|は(?!どう|いかが)|に(?:参加|出席|申|登録)|で(?:参加|お願い))',
  'そっち(?=[をもは、]|に(?:する|し[まて]|参加|出|変)|で)',
  'そこ(?=の資料|に(?:資料|入れ|追加|足)|は(?!ま))',
  'ここ(?=に(?:メモ|一言|コメント|追記|書))',
].map((pattern): Pattern => ({ pattern: new RegExp(pattern, 'gu'), language: 'ja' }));

/** "it" is a thing where something is done to it; "is it raining", "I can't make it" and "it is" are none. */
const doing =
  'cancel|move|change|switch|book|take|postpone|reschedule|shift|attend|join|withdraw|drop|delete|remove|open|show|confirm|submit|send|skip|return|extend|approve|decline|reserve|push|bring|pull|publish|accept|reject|record|assign|need|want|choose|pick|select|about|to|for|of|with|on|at|in|off';
const afterIt =
  "(?! (?:is|was|are|will|would|were|has|had|isn't|wasn't|rains?|possible|easier|clear|sure|up to|looks?|seems?)\\b|'s\\b)";
const standsAlone =
  '(?=$|[,.!?;)]| (?:please|for|to|as well|too|again|instead|online|in|via|by|on|off|back|one|an|two|until|from|at|down|then|\\d))';
const ofThese = '(?:one|item|entry|option)(?: (?:of|from) (?:these|those|them))?';

const english = [
  `\\bthe (?<nth>${ordinals.join('|')}|1st|2nd|3rd|[4-9]th|10th) (?:${ofThese}|of (?:these|those|them)|(?<noun>${enNouns})(?! (?:day|week|of|in|on)\\b))(?![a-z-])`,
  // "on the second" is a day.
  `(?<!\\b(?:of|for|to|on|by|until|from|before|after) )\\bthe (?<nth>first|second|third|fourth|fifth)(?=$|[,.!?;]| (?:please|online|in person|on site|for me)\\b)`,
  `\\bthe (?<last>last) (?:${ofThese}|of (?:these|those|them)|(?:listed|shown) (?<noun>${enNouns}))\\b`,
  `(?<![a-z0-9])(?:#|(?:number|option|no\\.?) )(?<nth>\\d{1,2}|${numbers.join('|')})(?![\\d-]| ?[:%])\\b`,
  `\\b(?:that|this) (?:one|day|(?<noun>${enNouns}))(?![a-z-]| (?:of|between|when)\\b)`,
  `\\bthe same (?:one|(?<noun>${nounsOf('en', notLikened)}))(?![a-z-])`,
  `\\bthe (?:one|(?<noun>${enNouns})) (?:above|you (?:just )?(?:showed|sent|listed|told)(?: (?:me|us))?)\\b`,
  `\\b(?:${doing}) (?<pronoun>it)\\b${afterIt}(?! (?:off|out) (?:me|us)\\b)`,
  `\\b(?:make|put) (?<pronoun>it)\\b(?= (?:in person|online|on site|onsite|remote|an? |one|two|half|\\d|in my|instead|later|earlier|on (?:the|mon|tue|wed|thu|fri)))`,
  `\\b(?:${doing}|is|put) (?<pronoun>that|this)\\b${standsAlone}`,
  '\\b(?:when|where|what time) (?:is|was|does|will) (?<pronoun>it)(?=$|[?,.!]| (?:start|end|begin|held|be|take place)\\b)',
  '\\b(?:could|can|should|would) (?<pronoun>that|it)(?= be (?:moved|changed|cancel|one|two|an|half|\\d|online|in person|postponed))',
].map((pattern): Pattern => ({ pattern: new RegExp(pattern, 'giu'), language: 'en' }));

/** Before a pronoun that is refused in an idiom. */
const cannotMakeIt = /(?:can't|cannot|can not|couldn't|won't|not able to|unable to) $/i;

/** What is passed on as it was written: behind a colon, which is none of 10:30, and between quotation marks. */
const passedOn = /(?<!\d):(?!\d)[\s\S]*|「[^」]*」|『[^』]*』|"[^"]*"|“[^”]*”/g;

/** All that the sentence says of what was shown, in its order; nothing where it speaks for itself. @param written in NFKC */
export function referencesIn(written: string): readonly Reference[] {
  const text = written.replace(passedOn, (words) => '\u0000'.repeat(words.length));
  const found = [...japanese, ...english].flatMap(({ pattern, language }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Reference[] => {
      const { nth, last, noun, pronoun } = match.groups ?? {};
      const end = match.index + match[0].length;
      const start = pronoun === undefined ? match.index : end - pronoun.length;
      const isIdiom = /^make /i.test(match[0]) && cannotMakeIt.test(text.slice(0, match.index));
      // "IT" is a department; "not that one" says no more than what is not meant.
      if (isIdiom || pronoun === 'IT' || /\bnot $/i.test(text.slice(0, match.index))) return [];
      const position = last === undefined ? (nth === undefined ? firstOrNone(match[0]) : positionOf(nth)) : 'last';
      return [{ start, end, language, position, kind: noun === undefined ? null : kindOf(noun, language) }];
    }),
  );
  const apart: Reference[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!apart.some(({ start, end }) => one.start < end && start < one.end)) apart.push(one);
  return apart.toSorted((a, b) => a.start - b.start);
}

function firstOrNone(words: string): 1 | null {
  return /^(?:最初|先頭|一番上)/.test(words) ? 1 : null;
}

function positionOf(said: string): number {
  const word = said.toLowerCase();
  for (const list of [kanji, ordinals, numbers]) if (list.includes(word)) return list.indexOf(word) + 1;
  return Number.parseInt(word, 10);
}

function kindOf(noun: string, language: 'ja' | 'en'): ShownKind | null {
  return shownKinds.find((kind) => new RegExp(`^(?:${kindWords[kind][language]})$`, 'iu').test(noun)) ?? null;
}
