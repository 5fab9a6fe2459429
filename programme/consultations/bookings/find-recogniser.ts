/** How people ask for free hours, and which. The tests hold to the examples. */
import type { Values } from '../../messages/message.js';
import type { Recogniser } from '../../requests/recogniser.js';
import { spokenBeginningIn } from '../spoken-day.js';

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
  /(?:^| |に|で)([^ のにでは]{1,20})さんの(?:空き|予定の空き|空いて)/,
  /\bwith (?:dr |mr |ms |mrs )?([a-z][a-z'-]*(?: [a-z][a-z'-]*)?)$/,
  /\bwith (?:dr |mr |ms |mrs )?([a-z][a-z'-]*) (?:next|this|on|in|at|for|today|tomorrow|before|after)\b/,
  /\b(?:see|meet|talk to|speak (?:to|with)) (?:dr |mr |ms |mrs )?([a-z][a-z'-]*) (?:next|this|on|today|tomorrow)\b/,
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
  const { severalDays: _several, ...named } = spokenBeginningIn(said);
  return Object.keys(named).length === 0 ? { ...(week !== undefined && { week }), ...hours } : { ...hours, ...named };
}

const free =
  /空き時間|(?:相談)?(?:枠|コマ)(?:を|は)?(?:見せて|見たい|教えて|あり|ある|一覧)|今後(?:2|二)週間の(?:午前|午後)|空いて(?:い)?る(?:時間|枠|コマ|日|ところ|とこ)|どこか空いて|先生の(?:空き|予定の空き)|いつ(?:が|なら|だと)?空いて|空き枠/;
/** Which of the advisers: their cards name their languages. */
const whichAdviser =
  /(?:先生|アドバイザー)[^。]{0,6}(?:英語|日本語)|(?:英語|日本語)[^。]{0,10}(?:先生|アドバイザー)|\bwhich advis[eo]rs? (?:speaks?|knows?|can|is|are)\b.*/;

const someone = '(?:an?|our|my|the) (?:advis[eo]r|expert|consultant|specialist)';
const nobody = '(?:you|them|him|her|it|us|me|someone|somebody|everyone|the|a|an|my|our|there|this|that)';

const wanted = [
  // 面談 and 予約 by themselves are of consultations: for sessions people register.
  /面談(?:を|の)?(?:予約|申し?込|し(?:たい|ます))|(?:先生|アドバイザー)(?:の|と|との)?(?:予約|面談|約束)(?:を)?(?:取|と|し|入れ)/,
  /(?:先生|アドバイザー|専門家|社労士)(?:の方)?(?:と|に)(?:お?話(?:し|を|が)|会い|お会い|面談|相談(?:し|が|を))/,
  new RegExp(
    `\\b(?:talk|speak) (?:to|with) ${someone}|\\b(?:meet|see)(?: with)? ${someone}|\\bhelp (?:from|of) ${someone}`,
  ),
  new RegExp(
    `\\b(?:see|meet|talk to|speak (?:to|with)) (?:dr |mr |ms |mrs )?(?!${nobody}\\b)[a-z'-]+ (?:next|this|on|today|tomorrow)\\b`,
  ),
  /\b(?:any|an|another|is there an?|one more) (?:free )?(?:hour|time|slot|opening)s? with\b|\banything (?:free|open|available)\b|\b(?:which|what) (?:times|hours|slots|dates) (?:are|is) (?:still )?(?:free|open|available)\b/,
  /\b(?:book|reserve|get)(?: me| us)? (?:an|another|one more|the first|the next) (?:free )?(?:hour|slot)\b|\b(?:book|reserve) a (?:free )?slot\b|\b(?:we|i) (?:need|want) (?:one more|another) consultation\b/,
  /^(?:the )?next (?:two|2) weeks (?:in the )?(?:mornings?|afternoons?|evenings?)$/,
];
/** Whether there can be one at all. */
const canConsult = /(?:相談|面談)(?:を|が|は)?(?:でき|出来|可能|受けられ)(?!る?回数)/;

export const findRecogniser: Recogniser = {
  sayings: [
    ...wanted,
    canConsult,
    /相談(?:の時間|の枠)?(?:を|の)?(?:予約|申し?込)(?:し|を|み|の|$| )?(?:たい|ます|いたし)?/,
    /相談(?:を)?(?:し|受け)(?:たい|てほしい)/,
    free,
    /\b(?:i'd like|i would like|we'd like|we would like|i want|we want|i need|we need|looking for) (?:to have )?(?:a |an |another )?(?:consultation|hour with|appointment with)\b/,
    /\b(?:book|reserve|have|get|arrange) (?:a |an |our |another )?(?:consultation|hour with|appointment with)\b/,
    /\bfree (?:hours?|slots?|times?)\b|\bwhen (?:is|are) .{1,40} free\b|\bavailable (?:hours?|slots?|times?)\b/,
  ],
  asked: [
    ...wanted,
    canConsult,
    free,
    whichAdviser,
    /\bfree (?:hours?|slots?)\b|\bavailable (?:hours?|slots?)\b/,
    /\bwhen (?:is|are) .{1,40} free\b/,
  ],
  possible: true,
  read: ({ said }) => hoursOfDay(said),
  readsDates: true,
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
    { say: '3月10日以降の空き時間', input: { spokenDay: '3-10', onwards: true } },
    { say: '3月に空いている時間は', input: { spokenMonth: 3 } },
    { say: 'free hours from 10 March onwards', input: { spokenDay: '3-10', onwards: true } },
    { say: 'I would like to book a consultation with Saeki', input: { sought: 'saeki' } },
    { say: 'free hours next week', input: { week: 'next' } },
    { say: 'Is there an hour with Saeki next week?', input: { week: 'next', sought: 'saeki' } },
    { say: 'Do you have anything free next week?', input: { week: 'next' } },
    { say: 'Can I talk to an adviser?' },
    { say: 'Can I see Miura next Thursday afternoon?', input: { part: 'afternoon', sought: 'miura', spokenDay: 's4' } },
    { say: 'book me an hour' },
    { say: 'We need one more consultation' },
    { say: 'アドバイザーと話したい' },
    { say: '専門家に相談できますか' },
    { say: '面談を予約したい' },
    { say: '佐伯先生の予約を取りたい', input: { sought: '佐伯' } },
    { say: '佐伯さんの空き時間', input: { sought: '佐伯' } },
    { say: '明日の午前中に相談できますか', input: { part: 'morning', spokenDay: '+1' } },
    { say: '今後2週間の午後', input: { week: 'two', part: 'afternoon' } },
    { say: 'Which free hours are there next week in the afternoon?', input: { week: 'next', part: 'afternoon' } },
  ],
  counterExamples: ['空きはありますか', 'is there a free seat'],
};
