/** Reads what stands around a day or a time and opens, closes or blurs it: 「までに」, 「以降」, 「ごろ」, "by", "after", "onwards". */
import type { Bound, Draft } from './references.js';

const suffixes: readonly (readonly [Bound, RegExp])[] = [
  ['by', /^(?: ?の?(?:までに|迄に|締め?切り?|期限|〆切り?)| (?:at the latest|latest)\b)/],
  ['until', /^(?:まで(?!も)|迄|以前| or (?:earlier|before)\b)/],
  [
    'from',
    /^(?:以降|以後|から先|から(?!な|で[^す]|\d)|より(?!前|後|も|良|よ)(?=[、,]|\d)| ?onwards?\b| (?:or|and) (?:later|after)\b| on(?= ?(?:$|[,.?!]| (?:please|i|we)\b)))/,
  ],
  ['after', /^(?:より後|よりあと|過ぎ|すぎ(?!る|て|な))/],
  ['before', /^(?:より前|の?前(?![後日年月週回者田川の進向半]|に?倒))/],
  ['within', /^(?:中(?![旬頃央学間ご小堅期野村島山川])|じゅう|の?うち(?=に)|いっぱい)/],
];

const around = /^(?:ごろ|頃|ころ|あたり|辺り|前後|くらい|ぐらい|付近|台| ?-?ish\b| or so\b| or thereabouts\b)/;

const prefixes: readonly (readonly [Bound, string])[] = [
  ['by', 'by|no later than|not later than|due(?: by| on)?'],
  ['until', 'until|untill|till|til|up to|through|thru|ending(?: at| on)?'],
  ['since', 'since'],
  ['from', 'from|starting(?: from)?|beginning|as from|on or after'],
  ['after', '(?:any ?time )?after|later than'],
  ['before', '(?:any ?time )?before|earlier than|prior to'],
];

const wholePrefixes = prefixes.map(([bound, words]) => [bound, new RegExp(`^(?:${words})$`)] as const);

/** Read once, of the few letters before a phrase: what bounds it, what blurs it, then on, at and the article. */
const prefix = new RegExp(
  `(?<![a-z])(?:(?<bound>${prefixes.map(([, words]) => words).join('|')}) )?(?:(?<about>around|approximately|roughly|circa|about|some ?time) )?(?:(?:on|at|in) )?(?:the )?$`,
);

/** The longest of all that may stand before. */
const MOST_BEFORE = 32;

/** The same draft with what bounds it, and its place with those words. */
export function withBounds(draft: Draft, text: string): Draft {
  if (draft.every !== null || draft.amount !== null || (draft.minutesAway ?? 0) !== 0) return draft;
  return withPrefix(withSuffix(draft, text), text);
}

function withSuffix(draft: Draft, text: string): Draft {
  let found = draft;
  // 「20日ごろまで」 has two; 「前後」 blurs, and is no 「前」.
  for (let times = 0; times < 2; times += 1) {
    const rest = text.slice(found.to, found.to + MOST_BEFORE);
    const blur = around.exec(rest)?.[0];
    if (blur !== undefined) {
      found = { ...found, to: found.to + blur.length, approximate: true };
      continue;
    }
    const suffix = suffixes
      .map(([bound, pattern]) => ({ bound, said: pattern.exec(rest)?.[0] }))
      .find(({ said }) => said !== undefined);
    if (suffix?.said === undefined || boundOf(found) !== null) return found;
    found = bounded({ ...found, to: found.to + suffix.said.length }, suffix.bound);
  }
  return found;
}

function withPrefix(draft: Draft, text: string): Draft {
  const before = text.slice(Math.max(0, draft.from - MOST_BEFORE), draft.from);
  const match = prefix.exec(before);
  const { bound: word, about } = match?.groups ?? {};
  const blurs = about !== undefined && (about !== 'about' || draft.times !== null);
  if (match === null || (word === undefined && !blurs)) return draft;
  // What only ties the phrase to its verb is no part of it, as of "on Friday".
  const isTie = word !== undefined && /^(?:by|due|from|since|starting|beginning)/.test(word);
  const start = isTie ? draft.from : draft.from - match[0].length;
  const blurred = { ...draft, from: start, approximate: draft.approximate || blurs };
  const found = wholePrefixes.find(([, pattern]) => pattern.test(word ?? ''))?.[0];
  if (found === undefined || boundOf(draft) !== null) return blurs ? blurred : draft;
  return bounded(blurred, found);
}

function boundOf({ days, times, partBound }: Draft): Bound | null {
  return times?.bound ?? partBound ?? days?.bound ?? null;
}

/** Of the time, where one is said, else of the part of the day, else of the days. */
function bounded(draft: Draft, bound: Bound): Draft {
  if (draft.times !== null) return { ...draft, times: { ...draft.times, bound } };
  // 「午前中」 is the morning, and no deadline.
  if (draft.part !== null && draft.days === null) return bound === 'within' ? draft : { ...draft, partBound: bound };
  return draft.days === null ? draft : { ...draft, days: { ...draft.days, bound } };
}
