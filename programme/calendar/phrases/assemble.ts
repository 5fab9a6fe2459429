/** Joins what stands side by side into phrases: a day and a time, two ends of a range, a weekday and its date. */
import { withBounds } from './bounds.js';
import { inHalf } from './clock-time.js';
import type { DayReference, Draft } from './references.js';

/** Null: the two are no one phrase. */
type Join = (left: Draft, right: Draft, between: string, before: string) => Draft | null;

/** As much as may stand between two parts of one phrase. */
const MOST_BETWEEN = 20;

/** From left to right; what was joined may be joined with what follows. */
function joined(drafts: readonly Draft[], text: string, join: Join): readonly Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) {
    const last = found.at(-1);
    const gap = last === undefined ? '' : text.slice(last.to, draft.from);
    const one =
      last === undefined || gap.length > MOST_BETWEEN
        ? null
        : join(last, draft, gap, text.slice(Math.max(0, last.from - 16), last.from));
    if (one === null) found.push(draft);
    else found[found.length - 1] = one;
  }
  return found;
}

const both = (left: Draft, right: Draft, more: Partial<Draft>): Draft => ({
  ...left,
  to: right.to,
  approximate: left.approximate || right.approximate,
  ...more,
});

const hasOnlyTime = ({ days, times, every, part }: Draft) =>
  times !== null && days === null && every === null && part === null;
const hasOnlyPart = ({ days, times, every, part }: Draft) =>
  part !== null && days === null && every === null && times === null;
const hasOnlyDays = ({ days, times, every, part }: Draft) =>
  days !== null && times === null && every === null && part === null;

/** 「夕方、5時」, "5 in the evening", "10 in the morning". */
const qualify: Join = (left, right, between) => {
  if (hasOnlyPart(left) && hasOnlyTime(right) && /^ ?(?:の|,|at|around|from)? ?$/.test(between)) {
    return withHalf(both(left, right, { times: right.times }), left.part);
  }
  if (hasOnlyTime(left) && hasOnlyPart(right) && /^ ?(?:,|の)? ?(?:in the |at )?$/.test(between)) {
    return withHalf(both(left, right, {}), right.part);
  }
  return null;
};

/** A time that may be either half of the day is of that part of it, which then is said by the time. */
function withHalf(draft: Draft, part: Draft['part']): Draft {
  const { times } = draft;
  if (times === null || part === null) return draft;
  return {
    ...draft,
    part: null,
    times: { ...times, from: inHalf(times.from, part), to: times.to === null ? null : inHalf(times.to, part) },
  };
}

const rangeMark =
  /^ ?(?:から|より|~|-|ー|to|until|till|through|thru|up to|,? ?(?:and )?(?:ending|finishing)(?: at| on)?) ?(?:the |at |on )?$/;
const andMark = /^ and (?:the )?$/;
const opening = /(?<![a-z])(?:from|between|starting(?: at| from| on)?|beginning(?: at| on)?) (?:the |on |at )?$/;

function opens(before: string): string {
  return opening.exec(before)?.[0] ?? '';
}

function isRange(between: string, before: string): boolean {
  return rangeMark.test(between) || (andMark.test(between) && /^(?:between|starting)/.test(opens(before)));
}

/** 「13時から16時」, "from 9:30 to 12:00". */
const timeRange: Join = (left, right, between, before) => {
  if (left.times === null || right.times === null || left.times.to !== null || right.times.to !== null) return null;
  if (!hasOnlyTime(left) || !hasOnlyTime(right) || !isRange(between, before)) return null;
  return both(left, right, { from: left.from - opens(before).length, times: { ...left.times, to: right.times.from } });
};

/** "Friday the 22nd", 「来週、水曜日」, 「来月、5日」: the one that says more. */
const sameDay: Join = (left, right, between) => {
  if (!hasOnlyDays(left) || !hasOnlyDays(right) || left.days === null || right.days === null) return null;
  if (left.days.last !== null || !/^ ?(?:の|,|は|on)? ?(?:the )?$/.test(between)) return null;
  const [first, second] = [left.days.first, right.days.first];
  if (first.is === 'weekday' && (second.is === 'date' || second.is === 'away') && right.days.last === null) {
    return first.week === null && (second.is === 'date' || second.unit === 'day')
      ? both(left, right, { days: right.days })
      : null;
  }
  if (first.is === 'away' && first.unit === 'week' && second.is === 'weekday' && second.week === null) {
    return both(left, right, { days: { ...right.days, first: { ...second, week: first.by } } });
  }
  if (first.is === 'month' && first.section === null && second.is === 'date' && second.month === null) {
    return both(left, right, { days: { ...right.days, first: { ...second, month: first.month } } });
  }
  // A date in two forms, or today's weekday: 「本日2月12日」, "today, Wednesday".
  if (first.is === 'away' && first.unit === 'day' && (second.is === 'date' || second.is === 'weekday'))
    return both(left, right, {});
  return null;
};

/** 「17日から21日」, "Monday to Friday". */
const dayRange: Join = (left, right, between, before) => {
  if (!hasOnlyDays(left) || !hasOnlyDays(right) || left.days === null || right.days === null) return null;
  if (left.days.last !== null || right.days.last !== null || !isRange(between, before)) return null;
  return both(left, right, { from: left.from - opens(before).length, days: { ...left.days, last: right.days.first } });
};

/** 「3月31日の2週間前」, "two weeks before 31 March": that day, counted from the one that is named. */
const countedFrom: Join = (left, right, between) => {
  const [shift, day] = left.amount === null ? [right.amount, left] : [left.amount, right];
  if (
    shift?.means !== 'shift' ||
    ['hour', 'minute', 'second'].includes(shift.unit) ||
    !hasOnlyDays(day) ||
    day.days === null
  )
    return null;
  if (day.days.last !== null || !(left === day ? /^の$/ : /^ (?:the )?$/).test(between)) return null;
  const first: DayReference = {
    is: 'offset',
    amount: { amount: shift.amount, unit: shift.unit },
    from: day.days.first,
  };
  return both(left, right, { amount: null, days: { ...day.days, first } });
};

/** What is listed has its week or month from what it is listed with: 「来週の火曜か木曜」, "4 or 5 March", 「3月4日、5日」. */
function listed(drafts: readonly Draft[], text: string): readonly Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) {
    const last = found.at(-1);
    const isListed =
      last !== undefined &&
      /^ ?(?:か|と|や|・|,|または|もしくは|,? ?(?:or|and)|\/) ?(?:the |on )?$/.test(text.slice(last.to, draft.from));
    found.push(isListed ? inheriting(draft, last.days?.first) : draft);
  }
  return found;
}

function inheriting(draft: Draft, from: DayReference | undefined): Draft {
  const first = draft.days?.first;
  if (draft.days === null || first === undefined || from === undefined) return draft;
  if (first.is === 'weekday' && first.week === null && from.is === 'weekday' && typeof from.week === 'number') {
    return { ...draft, days: { ...draft.days, first: { ...first, week: from.week } } };
  }
  if (first.is === 'date' && first.month === null && from.is === 'date' && from.month !== null) {
    return { ...draft, days: { ...draft.days, first: { ...first, month: from.month } } };
  }
  return draft;
}

/** What ends a range is not said of the range: 「13時から16時まで」. */
const rangeEnds: (draft: Draft, text: string) => Draft = (draft, text) => {
  if (draft.times?.to == null && draft.days?.last == null) return draft;
  const end = /^(?:まで(?!に)|迄|の(?:間|あいだ))/.exec(text.slice(draft.to, draft.to + 4))?.[0] ?? '';
  return { ...draft, to: draft.to + end.length };
};

const japaneseGlue = /^ ?(?:の|は|に|で|,|・)? ?$/;
const englishGlue = /^ ?(?:,|@|-|at|on|in|during|of|for|this|from|by|since|starting|t)? ?(?:the |any |some )?$/;

const lacksTime = ({ times, part }: Draft) => times === null && part === null;

/** 「明日の15時」, "10am tomorrow", 「12日以降の午前」, "5 pm tonight", "tomorrow morning at 10". */
const dayAndTime: Join = (left, right, between) => {
  if (left.every !== null || right.every !== null || left.amount !== null || right.amount !== null) return null;
  if (left.days !== null && left.times === null && right.days === null && !lacksTime(right)) {
    if (!japaneseGlue.test(between) && !englishGlue.test(between)) return null;
    if (right.times === null)
      return left.part === null ? both(left, right, { part: right.part, partBound: right.partBound }) : null;
    return withHalf(both(left, right, { times: right.times, part: null }), left.part ?? right.part);
  }
  if (left.days === null && !lacksTime(left) && right.days !== null && right.times === null) {
    if (!englishGlue.test(between) || (between === '' && left.times === null)) return null;
    if (left.times === null) return right.part === null ? both(left, right, { days: right.days }) : null;
    return withHalf(both(left, right, { days: right.days, part: null }), right.part);
  }
  return null;
};

/** 「2月17日10時から2月18日12時まで」: from a time of one day to one of another. */
const longRange: Join = (left, right, between, before) => {
  if (left.days === null || right.days === null || left.times === null || right.times === null) return null;
  if (left.times.to !== null || right.times.to !== null || left.days.last !== null || right.days.last !== null)
    return null;
  const bare = between === '' || between === ' ';
  const isOne = left.times.bound === 'from' || left.days.bound === 'from' ? bare : isRange(between, before);
  if (!isOne) return null;
  return both(left, right, {
    days: { first: left.days.first, last: right.days.first, bound: null },
    times: { from: left.times.from, to: right.times.from, bound: null },
  });
};

/** 「毎週水曜の15時」, "every Tuesday at 10", 「10時から12時まで、30分ごと」, "every Friday until March". */
const repeated: Join = (left, right, between) => {
  const [repeats, other] = left.every === null ? [right, left] : [left, right];
  if (repeats.every === null || other.every !== null || other.amount?.means === 'shift') return null;
  if (other.amount !== null && (left.every === null || repeats.amount !== null || !/^ ?(?:に|で|から)?$/.test(between)))
    return null;
  if (!/^ ?(?:の|は|に|,)? ?(?:at|on|in|from|during|for|starting at|starting)? ?(?:the )?$/.test(between)) return null;
  if (other.days !== null && (repeats.days !== null || left.every === null)) return null;
  return withHalf(
    both(left, right, {
      ...{ every: repeats.every, days: repeats.days ?? other.days, times: repeats.times ?? other.times },
      amount: repeats.amount ?? other.amount,
      ...{ part: repeats.part ?? other.part, partBound: repeats.partBound ?? other.partBound },
    }),
    repeats.part ?? other.part,
  );
};

/** The phrases of a text, of what its readers have found, in order. */
export function assembled(found: readonly Draft[], text: string): readonly Draft[] {
  const timed = joined(joined(found, text, qualify), text, timeRange);
  const named = listed(joined(timed, text, sameDay), text);
  const dated = joined(joined(named, text, countedFrom), text, dayRange);
  const bounded = dated.map((draft) => withBounds(rangeEnds(draft, text), text));
  const whole = joined(joined(bounded, text, dayAndTime), text, dayAndTime);
  return apart(joined(joined(whole, text, longRange), text, repeated));
}

/** What bounds one phrase may have been read as another: "or later". */
function apart(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter((draft, at) => draft.from >= (drafts[at - 1]?.to ?? 0));
}
