/** The element check finds what a text stands for, with its strength, and leaves alone what it only names. */
import { expect, it } from 'vitest';
import { checkSentences, checkText } from '../../programme/drafts/check/check-text.js';
import { languageOf, readLines, readSentences } from '../../programme/drafts/check/sentences.js';
import { humanRightsPolicy } from '../../programme/drafts/checklists/human-rights-policy/checklist.js';
import { completeEn, completeJa, thinJa } from './self-test-policies.js';

function check(text: string, id: string) {
  const found = checkText(humanRightsPolicy, text, languageOf(text)).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the checklist`);
  return found;
}

const notFound = (text: string) =>
  checkText(humanRightsPolicy, text, languageOf(text)).flatMap(({ id, status }) => (status === 'found' ? [] : [id]));

it('has 17 elements, each with its source and when that was looked at', () => {
  expect(humanRightsPolicy.elements).toHaveLength(17);
  for (const { sources } of humanRightsPolicy.elements)
    for (const source of sources) expect(source.checked_on).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it.each([completeJa, completeEn])('finds every element of a complete policy', (text) => {
  expect(notFound(text)).toEqual([]);
});

it('finds what a thin policy has, and no more', () => {
  const found = checkText(humanRightsPolicy, thinJa, 'ja').filter(({ status }) => status !== 'not_found');
  expect(found.map(({ id, status, parts }) => ({ id, status, parts }))).toEqual([
    { id: 'E07', status: 'partly', parts: ['discrimination'] },
    { id: 'E08', status: 'partly', parts: ['compliance'] },
    { id: 'E09', status: 'found', parts: [] },
  ]);
});

it.each([
  ['当社は国連「ビジネスと人権に関する指導原則」を支持します。', 'E06', 'found', 'commitment'],
  ['当社は国連「ビジネスと人権に関する指導原則」を参考にします。', 'E06', 'weak', 'effort'],
  ['従業員への人権研修の実施に努めます。', 'E13', 'weak', 'effort'],
  ['従業員への人権研修を毎年実施します。', 'E13', 'found', 'commitment'],
  ['We are guided by the UN Guiding Principles on Business and Human Rights.', 'E06', 'weak', 'effort'],
  ['We support the UN Guiding Principles on Business and Human Rights.', 'E06', 'found', 'commitment'],
  ['We strive to offer human rights training to employees.', 'E13', 'weak', 'effort'],
] as const)('tells the strength of “%s”', (text, id, status, strength) => {
  expect(check(text, id)).toMatchObject({ status, strength, sentences: [text] });
});

it('says which of the five rights and which instruments are named', () => {
  expect(check('強制労働及び児童労働を行いません。', 'E07')).toMatchObject({
    status: 'partly',
    parts: ['forced_labour', 'child_labour'],
  });
  expect(check('ILO「労働における基本的原則及び権利に関する宣言」を支持します。', 'E07')).toMatchObject({
    status: 'partly',
    parts: [],
  });
  expect(check('We support the Universal Declaration and the OECD Guidelines.', 'E06').parts).toEqual([
    'bill_of_rights',
    'oecd_guidelines',
  ]);
});

it.each([
  ['plan', '人権デュー・ディリジェンスの実施は来年度に検討します。', 'E10'],
  ['refusal', '人権に関する研修は実施していません。', 'E13'],
  ['absence', '人権の相談窓口はまだありません。', 'E12'],
  ['exclusion', '本方針は派遣社員には適用されません。', 'E04'],
  ['demand of a customer', 'お客様から、人権デュー・ディリジェンスを実施するよう求められています。', 'E10'],
  ['question', '「人権研修を実施していますか。」との質問をいただきました。', 'E13'],
  ['other subject', '環境への負の影響を特定し、防止・軽減します。', 'E10'],
  ['measure against recurrence', '経営会議で再発防止策を決定しました。', 'E02'],
  ['plan in English', 'The board will consider next year whether to publish this policy on the website.', 'E16'],
  ['refusal in English', 'We do not provide training on human rights.', 'E13'],
  ['other subject in English', 'The website team reports sales figures.', 'E17'],
] as const)('does not take a %s for a mention', (_, text, id) => {
  expect(check(text, id).status).toBe('not_found');
});

it('shows a sentence that names an element and leaves it out to the adviser', () => {
  const text = '人権に関する研修は実施していません。';
  expect(check(text, 'E13')).toMatchObject({ sentences: [], negated: [text] });
});

it('takes a denial for the commitment where it is one', () => {
  expect(check('国籍や性別による差別をしません。', 'E07').parts).toEqual(['discrimination']);
  const text = '相談窓口を設け、秘密を守り、相談者への不利益な取扱いを行いません。';
  expect(check(text, 'E12')).toMatchObject({ status: 'found', sentences: [text] });
});

it.each([
  '人権デュー・ディリジェンス\n\n救済\n\n教育・研修\n',
  '目次\n第1章 人権デュー・ディリジェンスの実施 ……… 3\n第2章 教育・研修の実施\t4\n',
  'Due diligence\n\nTraining\n',
])('takes a heading for no evidence', (text) => {
  for (const id of ['E10', 'E11', 'E13']) expect(check(text, id).status).toBe('not_found');
});

it('knows by the heading and the sentence before what a sentence is about', () => {
  expect(check('相談窓口\n総務課で受け付けます。秘密は守ります。', 'E12').parts).toContain('confidentiality');
  expect(check('秘密は守ります。', 'E12').status).toBe('not_found');
});

it('reads wrapped lines as one sentence and headings as none', () => {
  const text = [
    '１．支持する規範',
    '　当社は、国連「ビジネスと人権に関する指',
    '導原則」を支持し、国際人権章典を尊重し、',
    'あらゆる事業活動において人権を守ります。',
    '２．法令',
    '　法令を守ります。',
  ].join('\n');
  expect(readSentences(text, 'ja').map(({ text: sentence, heading }) => ({ sentence, heading }))).toEqual([
    {
      sentence:
        '当社は、国連「ビジネスと人権に関する指導原則」を支持し、国際人権章典を尊重し、あらゆる事業活動において人権を守ります。',
      heading: '１．支持する規範',
    },
    { sentence: '法令を守ります。', heading: '２．法令' },
  ]);
});

it.each([
  '2025年3月21日\n株式会社青葉電子工業\n代表取締役社長　田村　一郎\n',
  '令和七年二月三日\n代表取締役　田村　一郎\n',
  '本方針は2025年3月18日の取締役会で承認されました。\n',
])('reads a signature over several lines', (text) => {
  expect(check(text, 'E02').status).toBe('found');
});

it('takes no date without a head for an approval', () => {
  expect(check('最終更新: 2025年3月21日\n', 'E02').status).toBe('not_found');
  expect(check('設立: 1988年5月12日\n代表取締役: 田村 一郎\n', 'E02').status).toBe('not_found');
});

it('answers each line by itself where each is a sentence', () => {
  const lines = readLines('2025年3月21日\n代表取締役社長 田村 一郎\n\n研修を実施します。\n');
  expect(lines).toHaveLength(4);
  const found = checkSentences(humanRightsPolicy, lines, 'ja').find(({ id }) => id === 'E02');
  expect(found?.status).toBe('not_found');
});

it('reads characters of other widths alike', () => {
  expect(check('ＩＬＯの「労働における基本的原則及び権利に関する宣言」を支持します。', 'E06').status).toBe('found');
  expect(check('人権デュ-・ディリジェンスを実施します。', 'E10').status).toBe('found');
});

/** A pattern that backtracks without bound would not end within the time that a test has. */
it.each(['a', ' ', '(', 'あ', '、', '1', '1.', '\t', '「', '.…', '人権方針を', 'we report '])(
  'reads 100 kB of “%s” to the end',
  (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const language of ['ja', 'en'] as const) expect(checkText(humanRightsPolicy, text, language)).toHaveLength(17);
  },
);
