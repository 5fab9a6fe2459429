/** Finds the sessions that somebody speaks of without their codes: by title, part, kind or date. Their codes take the place. */
import { LRUCache } from 'lru-cache';
import { readDatePhrases } from '../../programme/calendar/phrases/find-date-phrases.js';
import type { DayReference } from '../../programme/calendar/phrases/references.js';
import { resolveDay } from '../../programme/calendar/phrases/resolve-days.js';
import { localOf } from '../../programme/messages/dates.js';
import type { NamedSession } from '../../programme/sessions/queries.js';

/** Where a text speaks of a session, and which ones it may be. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly codes: ReadonlySet<string>;
}

const kindWords: Readonly<Record<NamedSession['kind'], string>> = {
  seminar: 'セミナー|(?:the |this |that |next )?seminar',
  workshop: 'ワークショップ|わーくしょっぷ|(?<![a-z])WS(?![a-z])|(?:the |this |that |next )?work-?shop',
  meeting: '会合|ミーティング(?! ?id)|the meeting',
  closing:
    'クロージング(?:・?セッション|会合)?|最終(?:回|会合)|(?:締め(?:くくり)?|締めくくり|最後)の(?:会合?|セッション)|(?:the )?(?:closing|final|last|wrap-?up)(?: meeting| session)|the closing(?! date| time| day)',
};

const kanji = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ordinals = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th', 'sixth|6th'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six'];

/** What is written in Latin letters in an English sentence, though the session's English title says it otherwise. */
const loanwords: Readonly<Record<string, string>> = {
  サロン: 'salon',
  キックオフ: 'kick-?off',
  フォーラム: 'forum',
  オリエンテーション: 'orientation',
  シンポジウム: 'symposium',
  ラウンドテーブル: 'round ?table',
};

/** Words of titles that say nothing on their own. */
const generic =
  /^(?:セッション|会合|研修|説明会|session|meeting|day|part|the|seminar|workshop|セミナー|ワークショップ)$/i;

/** "a seminar", "another workshop" */
const indefinite = '(?<!\\b(?:an?|another|new|more|any|some) )';
const made = 'を(?:新しく|新規に|もう(?:1|一)つ)?(?:作|新設|追加)';

/** What may stand between the words of a title. */
const gap = String.raw`[\s\-・:,、「」]*`;

/**
 * The text with codes in place of what names a session. What may be several stays as it is, so that it is asked; those to come
 * are preferred. `reserved`: words that call actions, which no title takes over.
 */
export function withSessionCodes(
  text: string,
  sessions: readonly NamedSession[],
  now: Date,
  reserved: ReadonlySet<string>,
): string {
  const typed = text.normalize('NFKC');
  const mentions = mentionsIn(typed, sessions, reserved, now);
  const named = groupsOf(mentions).flatMap(({ codes, mentions: within }) => {
    const code = onlyOne(codes, sessions, now);
    return code === null ? [] : within.map((mention) => ({ ...mention, code }));
  });
  if (named.length === 0) return text;
  let rest = typed;
  for (const { start, end, code } of named.toSorted((a, b) => b.start - a.start)) {
    const after = rest.slice(end);
    // 「経営者サロン第1回」 are two mentions, one right behind the other.
    rest = `${apart(rest.slice(0, start))}${code}${/^[a-z0-9-]/i.test(after) ? ' ' : ''}${after}`;
  }
  return rest;
}

/** A code is told from Latin letters that stand before it. */
function apart(before: string): string {
  return /[a-z0-9-]$/i.test(before) ? `${before} ` : before;
}

function onlyOne(codes: ReadonlySet<string>, sessions: readonly NamedSession[], now: Date): string | null {
  const meant = sessions.filter(({ code }) => codes.has(code));
  const coming = meant.filter(({ endsAt }) => endsAt > now);
  const [only, other] = coming.length > 0 ? coming : meant;
  return only !== undefined && other === undefined ? only.code : null;
}

/** What follows each other narrows down one session as long as one fits both: 「11月7日のセミナー」. Otherwise another begins. */
function groupsOf(mentions: readonly Mention[]): readonly { codes: ReadonlySet<string>; mentions: Mention[] }[] {
  const groups: { codes: ReadonlySet<string>; mentions: Mention[] }[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    const both = new Set([...(last?.codes ?? [])].filter((code) => mention.codes.has(code)));
    if (last !== undefined && both.size > 0) {
      last.codes = both;
      last.mentions.push(mention);
    } else {
      groups.push({ codes: mention.codes, mentions: [mention] });
    }
  }
  return groups;
}

/** The longest first, none within another, in the order of the text. */
function mentionsIn(
  text: string,
  sessions: readonly NamedSession[],
  reserved: ReadonlySet<string>,
  now: Date,
): readonly Mention[] {
  const found = knownPatterns(sessions, reserved)
    .filter(({ pattern }) => text.search(pattern) >= 0)
    .flatMap(({ pattern, codes }) =>
      [...text.matchAll(pattern)].map(
        ({ index, 0: words }): Mention => ({ start: index, end: index + words.length, codes }),
      ),
    );
  const apartFrom: Mention[] = [];
  for (const mention of [...found, ...dateMentions(text, sessions, now)].toSorted(
    (a, b) => b.end - b.start - (a.end - a.start),
  )) {
    const same = apartFrom.find(({ start, end }) => start === mention.start && end === mention.end);
    if (same !== undefined) {
      apartFrom[apartFrom.indexOf(same)] = { ...same, codes: new Set([...same.codes, ...mention.codes]) };
    } else if (!apartFrom.some(({ start, end }) => mention.start < end && start < mention.end)) {
      apartFrom.push(mention);
    }
  }
  return apartFrom.toSorted((a, b) => a.start - b.start);
}

interface SessionPattern {
  readonly pattern: RegExp;
  readonly codes: ReadonlySet<string>;
}

/** Of each interpreter's words, by the sessions: to make hundreds of patterns anew took longer than all else that a sentence needs. */
const known = new WeakMap<ReadonlySet<string>, LRUCache<string, readonly SessionPattern[]>>();

/** As many lists as people of different levels and programmes may be writing at a time. */
const MOST_LISTS = 50;

function knownPatterns(sessions: readonly NamedSession[], reserved: ReadonlySet<string>): readonly SessionPattern[] {
  const lists = known.get(reserved) ?? new LRUCache<string, readonly SessionPattern[]>({ max: MOST_LISTS });
  known.set(reserved, lists);
  const key = JSON.stringify(sessions);
  const patterns = lists.get(key) ?? makePatterns(sessions, reserved);
  lists.set(key, patterns);
  return patterns;
}

function makePatterns(sessions: readonly NamedSession[], reserved: ReadonlySet<string>): readonly SessionPattern[] {
  const codesOf = new Map<string, Set<string>>();
  for (const session of sessions) {
    for (const pattern of patternsOf(session, sessions, reserved)) {
      codesOf.set(pattern, (codesOf.get(pattern) ?? new Set()).add(session.code));
    }
  }
  return [...codesOf].map(([pattern, codes]) => ({ pattern: new RegExp(pattern, 'giu'), codes }));
}

function patternsOf(
  session: NamedSession,
  sessions: readonly NamedSession[],
  reserved: ReadonlySet<string>,
): readonly string[] {
  return [
    latin(escaped(session.code)),
    ...[session.titleJa, session.titleEn].flatMap((title) => titlePatterns(title, reserved)),
    ...loanwordPatterns(session.titleJa),
    // 「セミナー一覧」 asks for a list, 「セミナー室」 is a place, and who makes a seminar speaks of none that there is.
    `${indefinite}(?:${latin(kindWords[session.kind])})(?![\\p{Script=Katakana}室]|一覧|会(?!場)|${made})`,
    ...partPatterns(partOf(session, sessions)),
    ...dayPatterns(session, sessions),
  ];
}

/** The title, and the parts of it that stand between punctuation and, in Japanese, spaces. */
function titlePatterns(title: string, reserved: ReadonlySet<string>): readonly string[] {
  const plain = title.normalize('NFKC').trim();
  const segments = plain.split(/[:,、「」()]+/).map((one) => one.trim());
  const words = /[ぁ-んァ-ヶ一-龠]/.test(plain) ? plain.split(/[\s:,、「」()]+/) : [];
  return [...new Set([plain, ...segments, ...words])]
    .filter((one) => one.length >= 3 && !generic.test(one) && !reserved.has(one.toLowerCase()))
    .filter((one) => !/^(?:第\d+回|day \d+)$/i.test(one))
    .map((one) =>
      latin(
        one
          .split(/[\s\-・:,、「」]+/)
          .map(escaped)
          .join(gap),
      ),
    );
}

/** 「サロン」 and "the salon", of a 経営者サロン. */
function loanwordPatterns(titleJa: string): readonly string[] {
  return Object.entries(loanwords)
    .filter(([word]) => titleJa.includes(word))
    .flatMap(([word, en]) => [`(?<!\\p{Script=Katakana})${word}(?!\\p{Script=Katakana})`, latin(`(?:the )?${en}`)]);
}

/** Which part of its series a session is: as its title says or, where its code counts several, the code. */
function partOf({ code, titleJa, titleEn }: NamedSession, sessions: readonly NamedSession[]): number | null {
  const japanese = /第\s*(\d+|[一二三四五六七八九十])\s*回/.exec(titleJa.normalize('NFKC'))?.[1];
  const english = /\b(?:day|part|session|no\.?) (\d+)\b/i.exec(titleEn)?.[1];
  const said = japanese ?? english;
  if (said !== undefined) return /^\d+$/.test(said) ? Number(said) : kanji.indexOf(said) + 1;
  const [, series, number] = /^(.*)-(\d+)$/.exec(code) ?? [];
  const isSeries = sessions.filter((one) => one.code.startsWith(`${series}-`)).length > 1;
  return series !== undefined && isSeries ? Number(number) : null;
}

function partPatterns(part: number | null): readonly string[] {
  if (part === null) return [];
  const [ja, en] = [kanji[part - 1] ?? String(part), ordinals[part - 1]];
  const kinds = `(?:session|seminar|workshop|one|meeting|${Object.values(loanwords).join('|')})`;
  return [
    `第 ?(?:${part}|${ja}) ?回`,
    `(?<![\\d第])(?:${part}|${ja}) ?回目`,
    ...(part === 1 ? ['初回'] : []),
    latin(`(?:part|session) ${part}`),
    ...(en === undefined ? [] : [latin(`(?:the )?(?:${en}) ${kinds}`)]),
  ];
}

/** 「2日目」, "Day 2": of what is called a day in its title; where none of those that are seen is, of parts as well. */
function dayPatterns(session: NamedSession, sessions: readonly NamedSession[]): readonly string[] {
  const day = sessions.some((one) => dayInTitle(one) !== null) ? dayInTitle(session) : partOf(session, sessions);
  if (day === null) return [];
  const [ja, en] = [kanji[day - 1] ?? String(day), ordinals[day - 1]];
  return [
    `(?<![\\d第])(?:${day}|${ja}) ?日目`,
    ...(day === 1 ? ['初日'] : []),
    latin(`(?:the )?day (?:${[day, ...numbers.slice(day - 1, day)].join('|')})`),
    ...(en === undefined ? [] : [latin(`(?:the )?(?:${en}) (?:(?:${Object.values(loanwords).join('|')}) )?day`)]),
  ];
}

function dayInTitle({ titleJa, titleEn }: NamedSession): number | null {
  const said =
    /\bday (\d+)\b/i.exec(titleEn)?.[1] ?? /(\d+|[一二三四五六七八九十]) ?日目/.exec(titleJa.normalize('NFKC'))?.[1];
  if (said === undefined) return null;
  return /^\d+$/.test(said) ? Number(said) : kanji.indexOf(said) + 1;
}

/** A kind of session right behind a day: only there 「18日」, "the 18th" and 「来週の水曜」 speak of a session's day. */
const kindFollows = new RegExp(
  `^(?:の|'s)? ?(?:${[...Object.values(kindWords), ...Object.entries(loanwords).flat()].join('|')}|研修|講座|勉強会|会(?![社場議員計]))`,
  'i',
);

/** Sessions by the day that is named. A day of a month that is named may be one of any year, since sessions that are over count. */
function dateMentions(text: string, sessions: readonly NamedSession[], now: Date): readonly Mention[] {
  return readDatePhrases(text).flatMap(({ from, to, days, times, every }) => {
    if (days === null || days.last !== null || every !== null || times !== null) return [];
    const isDated = days.first.is === 'date' && days.first.month?.month != null;
    if (!isDated && !kindFollows.test(text.slice(to, to + 40))) return [];
    const codes = new Set(sessions.filter((one) => isOnDay(days.first, one, now)).map(({ code }) => code));
    return codes.size === 0 ? [] : [{ start: startWithPreposition(text, from), end: to, codes }];
  });
}

function startWithPreposition(text: string, from: number): number {
  return from - (/(?<![a-z])on $/i.exec(text.slice(Math.max(0, from - 4), from))?.[0].length ?? 0);
}

function isOnDay(day: DayReference, { startsAt, timeZone }: NamedSession, now: Date): boolean {
  const date = localOf(startsAt, timeZone).date;
  if (day.is !== 'date' || day.month?.month == null) return resolveDay(day, { now, timeZone }) === date;
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (month !== day.month.month || dayOfMonth !== day.day) return false;
  return day.month.year === null ? true : day.month.year === year;
}

/** Latin letters are a word of their own. */
function latin(pattern: string): string {
  return `(?<![a-z0-9-])(?:${pattern})(?![a-z0-9]|-[a-z0-9])`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
