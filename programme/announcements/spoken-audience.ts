/** Reads whom a sentence means: "everyone who has not answered MSM-1", 「未回答の方へ」. */
import type { Values } from '../messages/message.js';

const code = /(?<![a-z0-9-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+(?![a-z0-9-])/i;

type Group = readonly [name: string, value: string | readonly string[], words: RegExp];

/** What is handed in, as it is called where a programme has one such thing. */
const thingJa = '(?:人権)?方針|成果物|提出物|ドラフト|草案';
const thingEn = '(?:human rights )?polic(?:y|ies)|deliverables?|drafts?|documents?';

/** 「人権方針を未提出の企業」, "companies that have not submitted their policy yet". */
function stage(ja: string, en: string): RegExp {
  return new RegExp(
    `(?:(?:${thingJa})(?:を|が|の)?)?(?:${ja})(?:の|である)?(?:企業|会社|各社)?|` +
      `(?:compan(?:y|ies) )?(?:that |who |whose (?:${thingEn}) )?(?:(?:has|have|is|are) ?)?(?:${en})` +
      `(?: (?:their |the |its |a |any )?(?:${thingEn}))?(?: yet)?(?![a-z])`,
  );
}

/** In this order: what is read is taken out before the next is looked for. */
const groups: readonly Group[] = [
  [
    'consultation',
    'not_booked',
    /(?:個別)?相談(?:を|が)?(?:まだ)?(?:予約して(?:い)?ない|未予約(?:の)?)|(?:who |that )?(?:has|have) ?(?:not|n['’]t) (?:yet )?booked (?:a |any |their )?consultations?(?: yet)?/,
  ],
  [
    'consultation',
    'booked',
    /(?:個別)?相談(?:を|が)?予約(?:済み?(?:の)?|して(?:い)?る|した)|(?:who |that )?(?:has|have) booked (?:a |any |their )?consultations?/,
  ],
  [
    'stages',
    ['not_submitted'],
    stage(
      '未提出|(?:まだ)?(?:ご?提出|出し)(?:して|て)?(?:い)?(?:な(?:い|く)|ません)',
      "(?:not|n['’]t) (?:yet )?(?:submitted|handed in)",
    ),
  ],
  ['stages', ['not_started'], stage('未着手', "(?:not|n['’]t) (?:yet )?(?:started|begun)")],
  ['stages', ['drafting'], stage('作成中', 'drafting')],
  ['stages', ['to_be_revised'], stage('要修正|修正が必要な?', '(?:to be revised|to revise)')],
  ['stages', ['in_review'], stage('(?:アドバイザーが?)?確認中', 'in review')],
  ['stages', ['submitted'], stage('提出済み?', '(?:submitted|handed in)')],
  ['stages', ['confirmed'], stage('確認済み?', 'confirmed')],
  ['stages', ['approved'], stage('(?:経営(?:層|会議)?(?:の|で)?)?承認済み?', '(?:been )?approved')],
  ['stages', ['published'], stage('公開済み?', '(?:been )?published')],
  [
    'answers',
    ['unanswered'],
    /未回答(?:の)?|(?:まだ)?(?:に|へ)?(?:まだ)?(?:ご?回答|返事)(?:が|を|して)?(?:い)?な(?:い|く)|(?:who |that )?(?:has|have)(?: not|n['’]t) (?:yet )?answered(?: for| to)?|(?:who |that )?(?:did not|didn['’]t) answer|unanswered/,
  ],
  [
    'answers',
    ['waiting'],
    /キャンセル待ち(?:の)?|(?:who |that )?(?:is|are) waiting(?: for)?|(?:on the )?wait(?:ing )?list(?: of| for)?/,
  ],
  [
    'answers',
    ['onsite'],
    /会場(?:で)?参加(?:の|する)?|(?:who )?(?:(?:(?:has|have|is|are) )?registered(?: for| in)?|(?:will )?(?:attend|come)(?:s|ing)?)?\s+on[- ]?site/,
  ],
  [
    'answers',
    ['online'],
    /オンライン(?:で)?参加(?:の|する)?|(?:who )?(?:(?:(?:has|have|is|are) )?registered(?: for| in)?|(?:will )?(?:attend|come)(?:s|ing)?)?\s+online/,
  ],
  [
    'answers',
    ['registered'],
    /(?:に|へ)?(?:参加予定|(?:参加)?申し?込み?済み?|登録済み?)(?:の)?|(?:who |that )?(?:has |have |is |are )?registered(?: for| in)?/,
  ],
  ['levels', ['management'], /経営(?:層|者)?(?:の)?|management/],
  ['levels', ['working'], /実務(?:担当者?|者)?(?:の)?|working[- ]level/],
  ['roles', ['adviser'], /アドバイザー|advis[eo]rs?/],
  ['roles', ['secretariat'], /事務局|secretariat/],
  ['roles', ['speaker'], /講師|speakers?/],
  ['roles', ['participant'], /参加(?:企業|者)|participants?/],
];

/** What says only that somebody is meant. */
const filler =
  /全員|全ての|すべての|皆(?:様|さん)?|みな(?:さま|さん)|各位|方々|方|様|に|へ|の|は|を|人|\b(?:to|all|every|everyone|everybody|the|those|people|who|that|of|in|at|a|an|us|them|for|please)\b|[\s、,.。・]+/g;

/** The input, and whether all of the words were understood: otherwise it must be asked whom they mean. */
export function spokenAudience(words: string): { readonly input: Values; readonly isClear: boolean } {
  let rest = words.normalize('NFKC').toLowerCase();
  const input: { [name: string]: string | readonly string[] } = {};
  const session = code.exec(rest);
  if (session !== null) {
    input.session = session[0].toUpperCase();
    rest = rest.replace(session[0], ' ');
  }
  for (const [name, value, pattern] of groups) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, ' ');
    const before = input[name];
    input[name] = typeof value === 'string' ? value : [...(Array.isArray(before) ? before : []), ...value];
  }
  return { input, isClear: rest.replace(filler, '') === '' };
}
