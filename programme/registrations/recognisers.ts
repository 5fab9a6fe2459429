/** How people ask for what concerns their registration without naming it. The examples stand beside, and the tests hold to them. */
import type { Values } from '../messages/message.js';
import type { Recogniser } from '../requests/recogniser.js';
import type { AttendeeFilter } from './attendee-filter.js';
import { arrows, attendVerbs, modeWords } from './attending-words.js';
import * as examples from './recogniser-examples.js';
import { substitutionIn } from './substitute-words.js';

/** Somebody else of the same company is meant. */
const colleague = /同じ会社の|同僚|\b(?:colleague|co-?worker)s?\b/;

const particle = '[はをがもの]?';
const anyMode = `${modeWords.onsite}|${modeWords.online}`;
const doIt =
  '(?:し(?:ます|たい|とう|ましょう)|いたし(?:ます|たい)|致し(?:ます|たい)|する(?![かな])|させて|を?希望|予定)';

/** Taking an absence back is to attend after all. */
const takesAbsenceBack = [
  /欠席[^ 、]{0,8}(?:取り?消し?|取りやめ|撤回|キャンセル|なかったこと)/,
  /\b(?:withdraw|take back|revoke|undo|cancel) (?:my )?(?:absence|regrets)\b|\b(?:can|will|am able to|'ll) (?:come|attend|make it|be there) after all\b/,
];

export const registerRecogniser: Recogniser = {
  sayings: [
    new RegExp(`(?:(?:${anyMode})(?:での?|に|から)?)?(?:${attendVerbs}|受講|聴講)${particle}${doIt}`),
    new RegExp(`(?:${anyMode})(?:での?|で)?(?:${attendVerbs})?(?:で|を)?(?:お願い|希望)`),
    new RegExp(
      `(?:(?:${anyMode})(?:での?|に|から)?)?(?:${attendVerbs})(?:の(?:方向|ほう|方))?(?:で|を|の)(?:お願い|登録|申|手続|宜し|よろし)`,
    ),
    /(?:登録|申し?込み?|エントリー)(?:を)?(?:お願い|希望|し(?:ます|たい|て)|いたし|致し|させて|願)/,
    /(?:行き|伺い|参り|出)(?:ます|たい)(?!か)|(?:行か|伺わ|出さ|出席さ)せて|行くわ|出るわ|行くで(?:$| )/,
    ...takesAbsenceBack,
    /(?:キャンセル|空き)待ち(?:に|へ|を|で)?(?:入れ|入り|入ら|加え|加わ|並|お願い|希望|し(?:ます|たい)|させて)/,
    /\b(?:sign|put|count|book|pencil) (?:me|us|@?[a-z]+(?: [a-z]+)?) (?:up|in|down|on)\b|\b(?:enrol|enroll|book|add) (?:me|us)\b|\breserve (?:me )?(?:a|my) (?:seat|place|spot)\b/,
    /\b(?:i|we)(?: |'d |'ll |'m )(?:(?:would|want|wish|like|love|plan|hope|intend|going|planning|happy|will|shall|am|are|to|also|definitely|really|be|being|able|can) )*(?:attend(?:ing)?|come|coming|join(?:ing)?|go|participate|participating|take part|taking part|be there)\b/,
    /\bregister (?:me|us|@?[a-z]+(?: [a-z]+)?) (?:for|to|at)\b|\b(?:registration|a (?:seat|place)) for\b.*\bplease\b/,
  ],
  read: ({ said, named }) => ({
    ...((colleague.test(said) || named !== null) && { colleague: true }),
    // Which colleague, the form asks.
    ...(named !== null && colleague.test(named) && { named: undefined }),
  }),
  examples: examples.register,
  counterExamples: examples.noRegistration,
};

const toMode = `(?:${anyMode})(?:での?)?(?:${attendVerbs})?(?:に|へ)`;

export const changeModeRecogniser: Recogniser = {
  sayings: [
    new RegExp(`${toMode}[^ ]{0,4}(?:切り?替え|変え|かえ|変更|移|して|します|したい|させて|お願い)`),
    new RegExp(`\\b(?:switch|change|move|transfer|convert|make)\\b.*\\b(?:${modeWords.onsite}|${modeWords.online})\\b`),
    new RegExp(`\\b(?:${anyMode}) instead\\b`),
    new RegExp(`(?:${anyMode})[^ ]{0,4} ?${arrows} ?(?:${anyMode})`),
  ],
  absorbs: ['session.register', 'session.change'],
  possible: true,
  // 「オンラインに変更」 is about oneself, also beside 参加; 「変更」 alone is about the session. The command says outright which.
  insteadOf: ({ action, command }, { said, modes }) => {
    const changes = action === 'session.change' || (action === 'session.register' && /変更/.test(said));
    return changes && !said.startsWith(command) && modes.length > 0;
  },
  examples: examples.changeMode,
  counterExamples: examples.noChangeOfMode,
};

export const cancelRecogniser: Recogniser = {
  sayings: [
    /\b(?:unregister|deregister|unenrol|unenroll|unsubscribe me from)\b|\bdrop out\b|\b(?:withdraw|pull out) from\b|\b(?:take|remove) (?:me|us) (?:off|from)\b|\bwithdraw my registration\b/,
    new RegExp(`(?:${attendVerbs}|登録|申し?込み?)[をはの]?(?:取り?やめ|取り?下げ)(?:たい|ます|させて)`),
  ],
  absorbs: ['session.register', 'session.join'],
  possible: true,
  examples: examples.cancel,
  counterExamples: examples.noCancelling,
};

const cannot = '(?:ない|なく|なか|ません|へん|まへん|ん(?=[わねでのけばか 、]|$)|ず|ねえ|ねぇ)';

export const declineRecogniser: Recogniser = {
  sayings: [
    /欠席(?![^ 、]{0,8}(?:取り?消|取りやめ|撤回|キャンセル|なかったこと))(?:と|で|の|を|に|し|いた|致|させ|届(?!の)|連絡|$| |です)/,
    new RegExp(`不参加|(?:${attendVerbs})${particle}(?:見送|見合わせ|控え|辞退|遠慮|(?:取り?)?(?:やめ|止め))`),
    /お?休み(?:し|いた|致|させて|ます|を)|休ませて/,
    /\b(?:will|'ll|shall|have to|must|going to) (?:be absent|miss|skip|sit out|decline)\b|\b(?:i am|i'm) absent\b|\b(?:send|sending) (?:my )?regrets\b/,
  ],
  refusals: [
    new RegExp(`(?:${attendVerbs})${particle}(?:し|でき|出来|でけ|いたし|致し|叶い|かない|せ)${cannot}`),
    new RegExp(
      `(?:出られ|出ら|出れ|出|行け|行き|行か|行かれ|伺え|伺い|来られ|来れ|参れ|間に合い|間に合わ)(?:ま)?${cannot}`,
    ),
    new RegExp(
      `(?:${attendVerbs})${particle}(?:見送|見合わせ|控え|辞退|遠慮|(?:取り?)?(?:やめ|止め)|無理|不可能|難し)`,
    ),
    /(?<!\b(?:did|has|have|had) )\b(?:not|cannot|cant|can't|wont|won't|dont|don't|unable to|never)(?: be able to| able to| going to| be| want to| wish to| plan to| intend to| really| longer)* (?:attend|com(?:e|ing)\b|there\b|going\b|go\b|participat|tak(?:e|ing) part|mak(?:e|ing) (?:it|the)\b)/,
    /\b(?:can ?not|cant|can't|won't|wont|unable to|not able to) make\b/,
    /\bno longer (?:able to )?(?:attend|come|go|make)/,
  ],
  absorbs: ['session.register'],
  examples: examples.decline,
  counterExamples: examples.noAbsence,
};

const instead = [
  `代理で.*(?:${attendVerbs})`,
  `(?<!(?:${anyMode})の)代わりに`,
  '代わって',
  '代理(?:を|の者|出席|が)',
  'in my (?:place|stead)',
  'instead of me',
  'replace me',
  'on my behalf',
  `(?:in (?:the )?place of|instead of|on behalf of) (?!me\\b|the\\b|a\\b|(?:${anyMode})|(?:on|in|at)\\b|[a-z]+ing\\b)[a-z]`,
  "\\bin [a-z]+(?: [a-z]+)?'s (?:place|stead)",
];

export const substituteRecogniser: Recogniser = {
  // Who sends someone else says also that they cannot come themselves.
  sayings: [new RegExp(`(?:${instead.join('|')}).*`)],
  absorbs: ['session.register', 'session.decline', 'session.cancel'],
  // Whom a sentence names may be the one who comes or the one whose place it is.
  read: ({ text }, rest) => ({ named: undefined, ...substitutionIn(text, rest) }),
  examples: examples.substitute,
  counterExamples: examples.noSubstitute,
};

const silence = '未回答|(?:回答|返事|返答|返信)[^ ]{0,6}(?:ない|なし|まだ|ません)|まだ[^ ]{0,4}(?:回答|返事|返答)';

/** Whom a list of attendees is to show, the most particular first. */
const groupWords: readonly (readonly [AttendeeFilter, RegExp])[] = [
  [
    'unanswered',
    new RegExp(`${silence}|\\bunanswered\\b|(?:\\bnot|\\bnever|n't|\\byet to) (?:yet )?(?:answer|repl|respond)`),
  ],
  ['waiting', /キャンセル待ち|待機(?:者|中)|\bwait(?:ing)? ?list/],
  ['declined', /欠席(?:者|の方)|\bwho (?:has |have )?declined\b/],
  ['registered', /(?:登録|申込)済み|\bwho (?:is|are|has|have) registered\b/],
  ['came', /(?:実際に|当日)(?:出席|参加|来)[^ ]{0,3}た|\bwho (?:actually )?came\b/],
];

function shownIn(said: string): Values {
  const show = groupWords.find(([, words]) => words.test(said))?.[0];
  return show === undefined ? {} : { show };
}

/** Questions about others: who, or which company. */
export const attendeesRecogniser: Recogniser = {
  sayings: [
    new RegExp(`(?:${silence})[^ ]{0,6}(?:方|人|会社|企業|者|社|参加者|一覧|リスト|だれ|誰|どなた)|未回答$`),
    new RegExp(`(?:だれ|誰|どなた|どの会社|どこの会社|どちら)[^ ]{0,8}(?:${silence})`),
    /(?:キャンセル待ち|欠席|登録済み|申込済み)の(?:方|人|会社)[^ ]{0,3}(?:一覧|リスト|は$|だれ|誰|どなた)/,
    /\b(?:who|which (?:companies|company|people)|(?:people|companies|those|everyone) (?:who|that))\b.*(?:\bnot|n't|\bnever|\byet to)\b.*\b(?:answer|repl|respond)(?:ed|y|ied)?\b/,
    /\bunanswered\b|\bwho (?:is|are) on the wait(?:ing )?list\b|\bwho (?:has |have )?declined\b|\bwho (?:is|are|has|have) registered\b|\bwho (?:actually )?came\b/,
  ],
  read: ({ said }) => shownIn(said),
  examples: examples.attendees,
  counterExamples: examples.noAttendees,
};

const asFile = '(?:エクセル|excel|csv|xlsx|ファイル|表計算)';

export const exportRecogniser: Recogniser = {
  sayings: [
    new RegExp(`(?:参加者|出席者|名簿|${silence}|キャンセル待ち)[^ ]{0,10}${asFile}`),
    /\b(?:attendees?|participants?|unanswered|not (?:yet )?answered|wait(?:ing )?list)\b.*\b(?:csv|excel|xlsx|file|spreadsheet)\b/,
  ],
  absorbs: ['session.attendees'],
  read: ({ said }) => shownIn(said),
  examples: examples.attendeesFile,
};
