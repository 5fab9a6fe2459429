/** How people ask for free hours, and which. The tests hold to the examples. */
import type { Values } from '../../messages/message.js';
import type { Recogniser } from '../../requests/recogniser.js';
import { dayWords, spokenDayIn } from '../spoken-day.js';

const weekWords: readonly (readonly [string, RegExp])[] = [
  ['two', /2週間|二週間|\b(?:two|2) weeks\b/],
  ['after', /再来週|さ来週|\bweek after next\b/],
  ['next', /来週|\bnext week\b/],
  ['this', /今週|\bthis week\b/],
];

const partWords: readonly (readonly [string, RegExp])[] = [
  ['morning', /午前|朝|\bmornings?\b/],
  ['afternoon', /午後|\bafternoons?\b/],
  ['evening', /夕方|夜|\bevenings?\b/],
];

const named = [
  /(?:^| |の|に|で)([^ のにでは]{1,20})先生(?:の|と|に|で|は)/,
  /\bwith (?:dr |mr |ms |mrs )?([a-z][a-z'-]*(?: [a-z][a-z'-]*)?)$/,
  /\bwith (?:dr |mr |ms |mrs )?([a-z][a-z'-]*) (?:next|this|on|in|at|for|today|tomorrow|before|after)\b/,
  /\bwhen (?:is|are) (?:dr |mr |ms |mrs )?([a-z][a-z'-]+(?: [a-z][a-z'-]+)?) (?:next |usually )?free\b/,
  /\b([a-z][a-z'-]+)'s (?:free|open) (?:hours|slots|times)\b/,
];

/** Words that are no name of an adviser. */
const noName =
  /^(?:an? |the |our |my |any)|^(?:担当|どの|どちら|advis[eo]rs?|someone|anyone|you|they|we|he|she|it|there)$|[るいたの]$/;

function wordOf(said: string, words: readonly (readonly [string, RegExp])[]): string | undefined {
  return words.find(([, pattern]) => pattern.test(said))?.[0];
}

function soughtIn(said: string): string | undefined {
  const found = named.map((pattern) => pattern.exec(said)?.[1]?.trim()).find((name) => name !== undefined);
  return found === undefined || noName.test(found) ? undefined : found;
}

/** What words say of the hours that are wanted. */
export function hoursIn(said: string): Values {
  const [week, part, sought] = [wordOf(said, weekWords), wordOf(said, partWords), soughtIn(said)];
  return { ...(week && { week }), ...(part && { part }), ...(sought && { sought }) };
}

/** The same with the day that is named: a day of next week is meant by itself. */
function hoursOfDay(said: string): Values {
  const { week, ...hours } = hoursIn(said);
  const { spokenDay } = spokenDayIn(said);
  if (spokenDay === undefined) return { ...(week !== undefined && { week }), ...hours };
  return { ...hours, spokenDay };
}

const free =
  /空き時間|空いて(?:い)?る(?:時間|枠|コマ|日|ところ|とこ)|どこか空いて|先生の(?:空き|予定の空き)|いつ(?:が|なら|だと)?空いて|空き枠/;
/** Which of the advisers: their cards name their languages. */
const whichAdviser =
  /(?:先生|アドバイザー)[^。]{0,6}(?:英語|日本語)|(?:英語|日本語)[^。]{0,10}(?:先生|アドバイザー)|\bwhich advis[eo]rs? (?:speaks?|knows?|can|is|are)\b.*/;

export const findRecogniser: Recogniser = {
  sayings: [
    /相談(?:の時間|の枠)?(?:を|の)?(?:予約|申し?込)(?:し|を|み|の|$| )?(?:たい|ます|いたし)?/,
    /相談(?:を)?(?:し|受け)(?:たい|てほしい)/,
    free,
    /\b(?:i'd like|i would like|we'd like|we would like|i want|we want|i need|we need|looking for) (?:to have )?(?:a |an |another )?(?:consultation|hour with|appointment with)\b/,
    /\b(?:book|reserve|have|get|arrange) (?:a |an |our |another )?(?:consultation|hour with|appointment with)\b/,
    /\bfree (?:hours?|slots?|times?)\b|\bwhen (?:is|are) .{1,40} free\b|\bavailable (?:hours?|slots?|times?)\b/,
  ],
  asked: [
    free,
    whichAdviser,
    /\bfree (?:hours?|slots?)\b|\bavailable (?:hours?|slots?)\b/,
    /\bwhen (?:is|are) .{1,40} free\b/,
  ],
  possible: true,
  read: ({ said }) => hoursOfDay(said),
  uses: new RegExp(
    [...[...weekWords, ...partWords].map(([, pattern]) => pattern.source), dayWords.source].join('|'),
    'gi',
  ),
  examples: [
    { say: '相談を予約したい' },
    { say: 'consult next week afternoon', input: { week: 'next', part: 'afternoon' } },
    { say: '来週の午後に空いている時間は？', input: { week: 'next', part: 'afternoon' } },
    { say: '佐伯先生の空き', input: { sought: '佐伯' } },
    { say: '佐伯先生の空き時間を見せて', input: { sought: '佐伯' } },
    { say: '今後2週間の午前の空き時間', input: { week: 'two', part: 'morning' } },
    { say: 'book a consultation' },
    { say: "I'd like a consultation" },
    { say: '来週の午後で空いているところ', input: { week: 'next', part: 'afternoon' } },
    { say: 'when is Saeki free?', input: { sought: 'saeki' } },
    { say: '英語で相談できる先生はいますか' },
    {
      say: 'book a consultation with Saeki next Tuesday afternoon',
      input: { part: 'afternoon', sought: 'saeki', spokenDay: 's2' },
    },
    { say: '3月4日に空いている時間は', input: { spokenDay: '3-4' } },
    { say: 'I would like to book a consultation with Saeki', input: { sought: 'saeki' } },
    { say: 'free hours next week', input: { week: 'next' } },
    { say: 'Which free hours are there next week in the afternoon?', input: { week: 'next', part: 'afternoon' } },
  ],
  counterExamples: ['空きはありますか', 'is there a free seat'],
};
