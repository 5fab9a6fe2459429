/** Reads the numbers that some fields hold, by what stands beside them: hours, groups and their sizes, ratings. */
import type { Values } from '../../../programme/messages/message.js';

const kanji = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = `(\\d{1,3}|[${kanji.join('')}]|${words.join('|')})`;

const hours = [
  new RegExp(`${number} ?(?:時間|回|コマ)(?:分|ぶん)?`),
  new RegExp(`\\b${number} (?:more |extra |additional |further )?(?:consultation )?hours?\\b`),
  new RegExp(`\\bby ${number}\\b`),
];
const another = /\b(?:an|another) (?:extra |additional |more |further )?(?:consultation )?hour\b/;
const groupNumber = [
  new RegExp(`第? ?${number} ?(?:班|組|グループ|チーム)`),
  new RegExp(`(?:グループ|班|チーム) ?${number}`),
  new RegExp(`\\b(?:group|table|team) ${number}\\b`),
];
const groupSize = [
  new RegExp(`${number} ?(?:人|名|にん)`),
  new RegExp(`\\b(?:groups?|teams?|tables?) of (?:about )?${number}\\b`),
  new RegExp(`\\b${number} (?:people )?(?:per|to a|in each) (?:group|team|table)\\b`),
];
const groupCount = [
  new RegExp(`${number} ?(?:つの)?(?:班|組|グループ|チーム)`),
  new RegExp(`\\b(?:into )?${number} (?:groups|teams|tables|rooms)\\b|\\b${number} of them\\b`),
];
const rating = [
  /([1-5]) ?点/,
  /(?:評価|満足度)(?:は|が|:)? ?([1-5])(?!\d)/,
  /\brat(?:ing|e)(?: is| it| of|:)? ?([1-5])\b/,
  /\b([1-5]) (?:out of|\/) ?5\b|\b([1-5])\/5\b/,
];

/** Null: none is said. Hours are a text, as somebody may type them; a rating is one of a choice. */
export function numberIn(text: string, field: string, { by }: Values): Values[string] | null {
  const said = text.normalize('NFKC').toLowerCase();
  switch (field) {
    case 'hours':
      return textOf(firstIn(said, hours) ?? (another.test(said) ? 1 : null));
    case 'rating':
      return textOf(firstIn(said, rating));
    case 'number':
      return firstIn(said, groupNumber);
    case 'value':
      if (by === 'size') return firstIn(said, groupSize);
      return by === 'number' ? firstIn(said, groupCount) : null;
    default:
      return null;
  }
}

function textOf(found: number | null): string | null {
  return found === null ? null : String(found);
}

function firstIn(said: string, patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const found = pattern
      .exec(said)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (found !== undefined) return countOf(found);
  }
  return null;
}

function countOf(written: string): number {
  const [japanese, english] = [kanji.indexOf(written), words.indexOf(written)];
  return japanese >= 0 ? japanese + 1 : english >= 0 ? english + 1 : Number(written);
}
