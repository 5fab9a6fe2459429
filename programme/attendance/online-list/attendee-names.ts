/** What a name in a meeting may be made of: parts, their combinations, and the forms in which a person's own name is known. */
import { canonicalText, looseReading } from '../../messages/canonical.js';

/** Longer names are sentences. */
const MOST_PARTS = 10;
const LONGEST_RUN = 4;

const separators = /[\s_/|・·.()（）【】[\]「」『』<>〈〉@,、:;~〜\-‐–—―]+/u;
const titles = /(.)(?:様|さま|さん|氏|先生|殿)$/u;

/** What writes along, shows a screen or is a room: never a person, whomever its name names. */
const tools =
  /notetaker|note ?taker|meeting notes|read\.? ?ai|otter\.? ?ai|\botter\b|fireflies|fathom|tl;?dv|tactiq|notta|sembly|meetgeek|krisp|copilot|ai companion|recorder|recording|画面共有|共有用|投影用|録画|録音|配信用|議事録|文字起こし|スマート書記|zoom rooms?\b|会議室/iu;

const staff = /事務局|司会|運営|ホスト|講師|secretariat|moderator|\bhost\b/iu;

const proxy = /代理|代わり|代行|on behalf|\bproxy\b|substitut/iu;

export const isTool = (name: string) => tools.test(name.normalize('NFKC'));
export const isStaffName = (name: string) => staff.test(name.normalize('NFKC'));

/** 「山田太郎の代理」 names somebody who was not there. */
export const speaksOfProxy = (name: string) => proxy.test(name.normalize('NFKC'));

/** The parts of a name in their canonical form, without titles such as 様. */
export function partsOf(name: string): readonly string[] {
  return name
    .normalize('NFKC')
    .split(separators)
    .map((part) => canonicalText(part.replace(titles, '$1')))
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);
}

/** Each part, and parts that stand beside each other as one: 山田 太郎 is 山田太郎. */
export function runsOf(parts: readonly string[]): readonly string[] {
  const runs = parts.flatMap((_part, from) =>
    Array.from({ length: Math.min(LONGEST_RUN, parts.length - from) }, (_none, more) =>
      parts.slice(from, from + more + 1).join(''),
    ),
  );
  return [...new Set(runs)];
}

interface NamedPerson {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly furigana: string;
}

export interface NameForms {
  /** The whole name, as written and the other way round. */
  readonly names: readonly string[];
  readonly readings: readonly string[];
  /** The reading and the English name in loose Latin letters. */
  readonly latin: readonly string[];
  /** Family and given names, each by itself. */
  readonly parts: readonly string[];
}

export function formsOf({ nameJa, nameEn, furigana }: NamedPerson): NameForms {
  const readings = wholes(furigana);
  const names = [...new Set([...wholes(nameJa), ...wholes(nameEn)])];
  const latin = [...readings, ...wholes(nameEn)].map(looseReading).filter(isTelling);
  const parts = [...[nameJa, nameEn, furigana].flatMap(partsOf), ...familyNames(nameJa)].filter(
    (part) => part.length > 1 || han.test(part),
  );
  return { names, readings, latin: [...new Set(latin)], parts: [...new Set([...parts, ...parts.map(looseReading)])] };
}

const han = /\p{Script=Han}/u;

/** Where no space says how far the family name goes: 佐藤花子 may be of the family 佐藤, or 佐藤花. */
function familyNames(nameJa: string): readonly string[] {
  const [whole = '', ...others] = partsOf(nameJa);
  if (others.length > 0 || !han.test(whole)) return [];
  return [2, 3].filter((length) => length < whole.length).map((length) => whole.slice(0, length));
}

/** A family name alone, where nobody wrote down more, says too little to be sure. */
function wholes(name: string): readonly string[] {
  const parts = partsOf(name);
  const whole = parts.join('');
  if (parts.length < 2) return isTelling(whole) ? [whole] : [];
  return [...new Set([whole, parts.toReversed().join('')])];
}

function isTelling(whole: string): boolean {
  return whole.length >= (/^[a-z]+$/.test(whole) ? 6 : 3);
}

/** Whether two names differ by a slip: one letter, or two in a long one. */
export function isClose(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length) >= 8 ? 2 : 1;
  if (Math.min(one.length, other.length) < 3 || Math.abs(one.length - other.length) > most) return false;
  let row = Array.from({ length: other.length + 1 }, (_none, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const kept = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? most + 1) <= most;
}
