/** The element check tells a company's own commitments from quotations, lists, plans, models and other subjects with the same words. */
import { expect, it } from 'vitest';
import { checkText } from '../../programme/drafts/check/check-text.js';
import { denialOf } from '../../programme/drafts/check/clauses.js';
import { runInHeading } from '../../programme/drafts/check/run-in-headings.js';
import { languageOf, readSentences } from '../../programme/drafts/check/sentences.js';
import { humanRightsPolicy } from '../../programme/drafts/checklists/human-rights-policy/checklist.js';

function found(text: string): readonly string[] {
  return checkText(humanRightsPolicy, text, languageOf(text)).flatMap(({ id, status }) =>
    status === 'not_found' ? [] : [id],
  );
}

it.each([
  ['研修について:全従業員に行います。', 'ja', '研修について:'],
  ['第3条(適用範囲)本方針は全員に適用します。', 'ja', '適用範囲'],
  ['【公開】当社のサイトに載せます。', 'ja', '公開'],
  ['Training: all staff learn about it.', 'en', 'Training: '],
] as const)('reads the heading in the line “%s”', (line, language, heading) => {
  expect(runInHeading([line], language)).toEqual({ heading, ownSentences: 0 });
});

it('drops a sentence that is nothing but a heading, and keeps one that says something', () => {
  expect(runInHeading(['Who is in charge?', 'The managing director.'], 'en')?.ownSentences).toBe(1);
  expect(runInHeading(['Reports stay confidential.', 'Nobody suffers.'], 'en')?.ownSentences).toBe(0);
  expect(runInHeading(['We follow the law.', 'Always.'], 'en')).toBeNull();
});

it('reads a question with its answer as a heading', () => {
  const [answer] = readSentences('Q. だれが守りますか?\nA. 社長と社員の全員です。\n', 'ja');
  expect(answer).toMatchObject({ heading: 'Q. だれが守りますか?', text: 'A. 社長と社員の全員です。' });
});

it('keeps a name under a text with its date and title', () => {
  const text =
    'Human Rights Policy\nWe respect everyone.\n\nSigned on behalf of the Board,\nDana Whitlock\nPresident\n3 May 2025\n';
  expect(found(text)).toContain('E02');
});

it.each([
  ['責任者は置かず、各部署が判断します。', 'ja', '各部署が判断します。'],
  ['研修を行い、監査は行いません。', 'ja', '研修を行い'],
  ['法律を守ることは申すまでもありません。', 'ja', '法律を守ることは申すまでもありません。'],
  ['We train all staff, and we do not audit suppliers.', 'en', 'We train all staff'],
  ['Harassment is not tolerated.', 'en', 'Harassment is not tolerated.'],
] as const)('finds the clauses of “%s” that deny nothing', (sentence, language, affirmed) => {
  expect(denialOf(sentence, language, null).affirmed).toBe(affirmed);
});

const extractJa = [
  'お客様であるZ電機様は、次の基準の遵守を求めています。',
  '(Z電機様「基準」より抜粋)',
  '1 デュー・ディリジェンス',
  'サプライヤーは、人権への負の影響を特定し、防止する。',
  '2 教育',
  '従業員に人権の教育を行う。',
  '(抜粋おわり)',
  '当社は、人権の尊重を社是とします。',
].join('\n');
const clausesJa = [
  '当社の主要なお客様の調達基準には、次の条項が含まれています。',
  '・人権デュー・ディリジェンスを実施すること',
  '・従業員に人権の研修を行うこと',
  '当社が現在行っているのは、労働基準法の遵守です。',
].join('\n');
const leftOutJa = '次の事項は、本方針の対象としません。\n・人権デュー・ディリジェンスの実施\n・人権の研修の実施\n';
const scheduleJa =
  '人権方針策定スケジュール\n4月 担当者の任命\n10月 取締役会での承認\n12月 全従業員への人権研修の開始\n';
const modelJa = '以下は、業界団体のひな形です。\n人権デュー・ディリジェンスを実施します。\n人権の研修を行います。\n';
const aboveJa = '人権デュー・ディリジェンスを実施します。\n以上はお客様の要求事項であり、当社の方針ではありません。\n';
const extractEn = [
  'One of our customers has sent us its code.',
  'START OF EXTRACT',
  'Training',
  'All workers are trained on human rights every year.',
  'Grievances',
  'A confidential hotline is kept.',
  'END OF EXTRACT',
  'We employ nobody below the age of 16.',
].join('\n\n');

it.each([
  ['an extract with headings of its own', extractJa, ['E10', 'E13']],
  ['clauses that customers list', clausesJa, ['E10', 'E13']],
  ['a list of what is left out', leftOutJa, ['E10', 'E13']],
  ['a schedule', scheduleJa, ['E02', 'E13', 'E15']],
  ['a model', modelJa, ['E10', 'E13']],
  ['what is disowned afterwards', aboveJa, ['E10']],
  ['an extract in English', extractEn, ['E12', 'E13']],
  ['what the supplier shall do', 'The Supplier shall train all workers on human rights every year.', ['E13']],
  ['what a companion firm does', 'Our main competitor trains all employees on human rights.', ['E13']],
  ['hearsay', '人権デュー・ディリジェンスを実施する企業が増えているそうです。', ['E10']],
  ['a definition', '人権デュー・ディリジェンスとは、負の影響を特定し、防止する過程のことです。', ['E10']],
  ['a template', '人権研修を行う旨を書く。\n相談窓口:(  )\n', ['E12', 'E13']],
  ['a mark in a table', '人権研修の実施\t×\nステークホルダーとの対話\t×\n', ['E13', 'E14']],
] as const)('finds nothing in %s', (_, text, ids) => {
  for (const id of ids) expect(found(text)).not.toContain(id);
});

it('goes on after an extract with what the company says itself', () => {
  expect(found(extractJa)).toContain('E01');
  expect(found(clausesJa)).toContain('E08');
  expect(found(extractEn)).toContain('E07');
});

it('takes what suppliers must do for an expectation of them', () => {
  expect(found('The Supplier shall not use forced labour.')).toEqual(expect.arrayContaining(['E05', 'E07']));
});

it('finds nothing of human rights in a text about something else', () => {
  const privacy = [
    '個人情報の取扱いについて',
    '個人情報の利用目的を定めます。',
    '全従業員に教育を行います。',
    '委託先に安全管理を求めます。',
    '管理部長を責任者とします。',
    '本取扱いはサイトに掲載し、毎年見直します。',
    '2024年4月1日',
    '代表取締役 三空 健',
  ].join('\n');
  expect(found(privacy)).toEqual([]);
});

it.each([
  ['E01', '当社は、社訓「手を汚しても心は汚さず」を人との関わりに当てはめ、この約束を定めました。'],
  ['E03', '人権方針の原案は、商工会のご紹介で弁護士の先生に見ていただきました。'],
  ['E05', '加工先にも、この約束を説明し、一緒に守ってもらいます。'],
  ['E07', '性のあり方や国籍で、仕事の割り当てや報酬を変えません。'],
  ['E10', '人権上の問題がないかを毎年調べ、見つかったものは担当を決めて直します。'],
  ['E11', '会社のせいでつらい目にあった方には、社長が謝り、損害を埋め合わせます。'],
  ['E12', '人権の悩みは、顧問の社労士に話してください。'],
  ['E14', '労働者の代表や地域の方々と、人権について意見を交わします。'],
  ['E15', '人権担当役員が、この方針の実施に責任を持ちます。'],
  ['E17', 'この方針に合わせて、就業規則の第2章を改めました。'],
  ['E01', 'Treating people with dignity is one of the values on which we were built.'],
  ['E05', 'Suppliers shall sign up to standards that mirror this policy.'],
  ['E08', 'We stick to employment law.'],
  ['E10', 'We map human rights risks each spring; high scores trigger a visit.'],
  ['E11', 'Where we have caused harm we shall make amends.'],
  ['E12', 'Anybody with a complaint can knock on the manager’s door.'],
  ['E13', 'Every new joiner receives instruction on this policy.'],
  ['E16', 'This policy may be downloaded in eleven languages.'],
] as const)('finds %s in everyday words: “%s”', (id, text) => {
  expect(found(text)).toContain(id);
});

it.each([
  ['E15', '最高経営責任者 山田 一郎', 'a chief executive'],
  ['E01', '当社は、OECD多国籍企業行動指針と人権に関するILO宣言を支持します。', 'instruments'],
  ['E17', '人権を尊重することを改めて表明します。', 'once more'],
  ['E16', 'We expect distributors to know what this policy says.', 'distributors'],
  ['E07', 'We took soundings from trade union federations on this policy.', 'unions as advisers'],
  ['E01', 'The ESG Committee of the Board monitors the policy.', 'a committee'],
] as const)('takes no other word for one of %s: “%s” (%s)', (id, text, _) => {
  expect(found(text)).not.toContain(id);
});

it.each([
  [
    'words in quotation marks',
    '『当社は、国際人権章典を支持します。お取引先にも、人権の尊重をお願いします。』\n',
    ['E05', 'E06'],
  ],
  ['alternatives', '案A：人権方針をホームページで公表する。\n案B：人権方針を社内にのみ周知する。\n', ['E16']],
  ['a date still to come', '2030年6月末までに人権方針を作成し、経営会議の承認を得る。\n', ['E02']],
  ['a past change', '9 改定\n2025年4月1日、人権方針の第2項を改定しました。\n', ['E17']],
  ['experts who teach', '外部の専門家を講師に招き、人権講座を開きます。\n', ['E03']],
  ['secrecy without a channel', '私たちは人権を尊重します。健康診断の結果は、本人の同意なく知らせません。\n', ['E12']],
  [
    'what suppliers list',
    'お取引先様には、次の事項を求めます。\n・人権に関する教育を行うこと\n・人権の責任者を定めること\n',
    ['E13', 'E15'],
  ],
] as const)('finds nothing in %s', (_, text, ids) => {
  for (const id of ids) expect(found(text)).not.toContain(id);
});

it('reads “must” as what it is, and the own subject beside another in a title', () => {
  expect(found('この人権方針は、当社の全ての役員及び従業員が遵守しなければならない。')).toContain('E04');
  expect(found('個人情報保護及び人権の方針\n\n当社は、出身地や信条により作業者を不利に扱いません。\n')).toContain(
    'E07',
  );
});
