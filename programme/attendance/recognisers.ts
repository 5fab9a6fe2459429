/** How people give the code of a room, and say that they do not get into a session online. */
import type { Recogniser } from '../requests/recogniser.js';
import * as examples from './recogniser-examples.js';

const sixDigits = /(?<!\d)\d{6}(?!\d)/;

/** The same in two halves, as some write what they read off the wall. */
const inHalves = /(?<!\d)\d{3}[ -]\d{3}(?!\d)/;

/** A check-in code by itself. */
const codeAlone = /^\d{3}[ -]?\d{3}$/;

/** Digits where a check-in code belongs, right or not; those of a session's code are none. */
const digitsAlone = /(?<![a-z0-9-])\d{3,8}(?![a-z0-9-])/;

/** Digits as the last word, where a code is given; elsewhere they may be a year. */
const digitsLast = /(?<![a-z0-9-])(?:\d{3}[ -]\d{3}|\d{3,8})(?:です|でお願いします)?$/;

const digitsOf = (written: string) => ({ code: written.replace(/\D/g, '') });

export const checkInRecogniser: Recogniser = {
  aroundSession: true,
  alone: ({ said }) => (codeAlone.test(said) ? digitsOf(said) : null),
  // A person who names the code of a room is there to check in; the secretariat asks for it without knowing it.
  insteadOf: ({ action }, { said }) =>
    action === 'session.check-in-code' && (sixDigits.test(said) || digitsLast.test(said)),
  read: ({ said }) => {
    const written = (sixDigits.exec(said) ?? inHalves.exec(said) ?? digitsAlone.exec(said))?.[0];
    return written === undefined ? {} : digitsOf(written);
  },
  uses: new RegExp(`${inHalves.source}|${sixDigits.source}`, 'g'),
  examples: examples.checkIn,
  counterExamples: examples.noCheckIn,
};

const meeting =
  '接続|リンク|url|zoom|ズーム|teams|ミーティング|会議|画面|音声|音|マイク|カメラ|ログイン|入室|パスワード|アクセス';
const failing =
  '開(?:き|け|か)|つなが|繋が|入れ|入(?:室)?でき|出来|でき|見え|見られ|聞こえ|聞け|映(?:ら|り)|届|来て|わから|分から|わかり|分かり|表示され|動';
const negated = '(?:ない|ません|なく|へん|まへん|ん(?=[わねでのけばかや 、]|$))';

export const joiningHelpRecogniser: Recogniser = {
  sayings: [
    new RegExp(`(?:${meeting})[^ ]{0,10}(?:エラー|切れ(?:て|ます|る|た)|落ち(?:て|ます|る|た)|おかしい|固ま)`),
    /\b(?:link|zoom|meeting|call|url|password|audio|sound|screen|camera|mic(?:rophone)?)\b.*\b(?:broken|error|fails?|failed|dead|expired|stuck|frozen)\b/,
    /\b(?:trouble|problems?|difficult(?:y|ies)|issues?)\b.*\b(?:join|connect|log|open|access|getting in|enter|hear|see)/,
  ],
  refusals: [
    new RegExp(`(?:${meeting})[^ ]{0,10}(?:${failing})[^ ]{0,4}${negated}`),
    new RegExp(
      `(?:つなが|繋が|入室でき|ログインでき|接続でき|アクセスでき|開(?:き|け)|映ら|聞こえ)[^ ]{0,3}${negated}`,
    ),
    /\b(?:link|zoom|meeting|call|url|password|audio|sound|screen|camera|mic(?:rophone)?)\b.*\b(?:work|open|load|respond|accept|connect)/,
    /(?:cannot|can't|cant|can not|unable to|won't|doesn't|does not|not able to) (?:\w+ )?(?:connect|log ?in|open|get in|enter|access|hear|see|join (?:the |this )?(?:call|meeting|zoom|link|online))/,
  ],
  absorbs: ['session.join', 'session.register'],
  examples: examples.joiningHelp,
  counterExamples: examples.noJoiningHelp,
};

const asRegistered =
  /(?:登録|申し?込み?)(?:の)?(?:どおり|通り)|\b(?:as|like) (?:they )?(?:are )?(?:all )?(?:registered|signed up)\b/;

/** Without whom it leaves out: exceptions are chosen in the form. */
const everyoneAsRegistered =
  /(?:\b(?:everyone|everybody|all(?: people)?)(?: who)?\b(?: (?:came|attended))? *)?(?:session )?\b(?:as|like) (?:they )?(?:are |were )?(?:all )?(?:registered|signed up)\b|全員|みなさん|皆さん|皆様|(?:登録|申し?込み?)(?:の)?(?:どおり|通り)/gi;

export const recordRecogniser: Recogniser = {
  sayings: [
    /(?:全員|みなさん|皆さん|皆様)[^ ]{0,8}(?:登録|申し?込み?)(?:の)?(?:どおり|通り)[^ ]{0,6}(?:出席|記録|参加)[^ ]*/,
    /(?:登録|申し?込み?)(?:の)?(?:どおり|通り)(?:に)?(?:全員)?(?:を)?(?:出席|記録)[^ ]*/,
    /\brecord (?:everyone|everybody|all|attendance)\b.*\bas (?:they )?(?:are )?(?:registered|signed up)\b/,
    /\b(?:everyone|everybody|all)\b.*\bcame as (?:registered|signed up)\b/,
  ],
  absorbs: ['session.register', 'session.check-in'],
  read: ({ said }) => (asRegistered.test(said) ? { came: 'as_registered' } : {}),
  uses: everyoneAsRegistered,
  examples: examples.record,
};

const listOf = '(?:zoom|ズーム|teams|チームズ|オンライン)[^ ]{0,4}(?:の)?(?:参加者?|出席者?|入室者?)';

const onlineListSayings: readonly RegExp[] = [
  new RegExp(`${listOf}(?:の)?(?:リスト|一覧|レポート|名簿|ログ|記録)`),
  /(?:参加者?|出席者?)(?:リスト|レポート|ログ)[^ ]{0,12}(?:取り?込|読み?込|反映|記録)/,
  /\b(?:zoom|teams|online|webinar)\b.{0,12}\b(?:list|report|log)\b/,
  /\b(?:attendance|participants?|attendees?) (?:list|report|log)\b.{0,12}\b(?:zoom|teams)\b/,
];

/** What is done with a list begins with the name of another action: "record the Zoom list", "import the Teams report". */
const named: ReadonlySet<string> = new Set(['session.record', 'session.attendees', 'programme.import']);

export const onlineListRecogniser: Recogniser = {
  sayings: onlineListSayings,
  insteadOf: ({ action, mayTake }, { said }) =>
    mayTake && named.has(action) && onlineListSayings.some((saying) => saying.test(said)),
  absorbs: [...named, 'session.join', 'session.check-in'],
  examples: examples.onlineList,
  counterExamples: examples.noOnlineList,
};
