/** Reads times of day in Japanese: 「15時半」, 「午後3時」, 「午前中」, 「朝イチ」, 「今夜」, 「正午」, 「13〜16時」. */
import { inHalf, isSureHour, point } from './clock-time.js';
import type { PartOfDay } from './date-phrase.js';
import { number, numberOf } from './numbers.js';
import { type ClockTime, dayAway, days, type Groups, noDate, type Reader, reader } from './references.js';

const halfWords: Readonly<Record<string, PartOfDay>> = {
  ...{ 午前: 'morning', 朝: 'morning', 早朝: 'morning', 午後: 'afternoon', 昼: 'noon', お昼: 'noon' },
  ...{ 夕方: 'evening', 夕: 'evening', 夜: 'evening', 晩: 'evening', 深夜: 'night' },
};

const half =
  '(?:(?<half>午前|午後|早朝|(?<![今毎明翌])朝|お?昼|(?<!今)夕方?|深夜|(?<![今昨毎])夜|(?<![今昨毎明])晩) ?の? ?)?';
/** 一時 by itself is more often "for the time being". */
const noHour = '(?!間|代|期|点|給|短|系|効|事|計|折|的|停|金|帰|保|所|払|預|休|避|滞|解|雇|凍|閉|不|々)';
const minutes = '(?:(?<minute>\\d{1,2}|[一二三四五六七八九十]{1,3})分(?!間)|(?<halfPast>半))?';
const clock = `${half}(?<hour>${number}) ?(?:時${noHour} ?${minutes}|:(?<mm>[0-5]\\d)(?::[0-5]\\d)?(?!\\d))`;

function timeSaid(said: Groups): ClockTime | null {
  const hour = numberOf(said.hour);
  const minute = said.halfPast === undefined ? numberOf(said.mm ?? said.minute ?? '0') : 30;
  if (!(hour <= 30 && minute < 60)) return null;
  return inHalf({ hour, minute, isSure: isSureHour(hour, said.hour) }, halfWords[said.half ?? '']);
}

const times: readonly Reader[] = [
  reader(clock, (said, before) => {
    // 「一時」 only where it is told from "for a while".
    if (said.hour === '一' && said.half === undefined && said.halfPast === undefined && said.minute === undefined)
      return undefined;
    if (/\d[/.]$|[a-z]-$/.test(before)) return undefined;
    const time = timeSaid(said);
    return time === null ? undefined : point(time);
  }),
  reader('(?<![一-龠])一時(?=から|まで|ごろ|頃|に(?!は)|以降|過ぎ|ちょうど)', () =>
    point({ hour: 1, minute: 0, isSure: false }),
  ),
  reader(`${half}(?<hour>${number}) ?(?:-|~|ー|から) ?(?<end>${number})時${noHour}(?<endHalf>半)?`, (said) => {
    const part = halfWords[said.half ?? ''];
    const time = (hour: number, minute: number) => inHalf({ hour, minute, isSure: isSureHour(hour, undefined) }, part);
    const [from, to] = [numberOf(said.hour), numberOf(said.end)];
    if (!(from <= 24 && to <= 30)) return undefined;
    return { times: { from: time(from, 0), to: time(to, said.endHalf === undefined ? 0 : 30), bound: null } };
  }),
  reader('正午', () => point({ hour: 12, minute: 0, isSure: true })),
  noDate('(?<![一-龠])十分(?!間|後|前|以内|ほど|くらい|ぐらい|お|ご|毎|ずつ|遅|早)|一時的|一時停止|一時帰国|一時金'),
];

const partWords: readonly (readonly [PartOfDay, string])[] = [
  [
    'morning',
    '午前中?|(?<![今毎翌早明])朝(?:イチ|一番?|いち)?(?![日食刊鮮倉霞比礼会顔])|早朝|昼前|お昼前|(?:お?昼|ランチ)(?:の)?前',
  ],
  [
    'noon',
    '(?<!毎)お昼(?:休み|時)?(?!過|前|ご飯|ごはん|の前)|昼休み|ランチタイム|(?<![一-龠お])昼(?=[にはのがも,. ]|$|頃|ごろ)',
  ],
  ['afternoon', '午後(?:イチ|一番?(?!時)|いち|1番?(?![\\d時:]))?|お?昼過ぎ|お?昼すぎ|昼以降|お?昼から|お?昼のあと'],
  ['evening', '夕方|夕刻|(?<![今毎昨一-龠])(?:夜|晩)(?![景間勤行中ご餐酌明])|夜間|晩方|就業後|終業後'],
  ['night', '深夜|夜中|真夜中'],
];

const ofDay: readonly (readonly [PartOfDay, number, string])[] = [
  ['morning', 0, '今朝|けさ'],
  ['evening', 0, '今夜|今晩|今夕|こんばん(?!は)|こんや'],
  ['morning', 1, '明朝(?!体)|翌朝'],
  ['evening', 1, '明晩'],
  ['evening', -1, '昨夜|昨晩|ゆうべ'],
];

export const japaneseTimes: readonly Reader[] = [
  ...times,
  ...partWords.map(([part, pattern]) => reader(pattern, () => ({ part }))),
  ...ofDay.map(([part, away, pattern]) => reader(pattern, () => ({ part, ...days(dayAway(away)) }))),
  reader(
    '現在(?!地|の所|進)|ただいま|只今|(?<![一-龠])今すぐ|(?<![一-龠])今(?=[のはから,. ]|$|現在)(?!のところ|から\\d)',
    () => ({ minutesAway: 0 }),
  ),
  reader('(?<![前今以最午直老])後(?=で(?!す|し|あ|は|も)|ほど|程)(?:で|ほど|程)|(?<![ぁ-ん])あとで|のちほど', () => ({
    ...{ days: { first: dayAway(0), last: null, bound: 'from' }, approximate: true },
  })),
  noDate('今井|今田|今村|今西|今川|今泉|今治|今のところ|今後の|今度(?![のは]?[月火水木金土日]曜)|今回'),
];
