/** Documents of real writers give the text that a person sees in them; those that give none are refused with the reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainText, readDocument } from '../../documents/read-document.js';
import { readReviewedDocx } from '../../documents/read-reviewed-docx.js';

const file = (name: string) => readFileSync(new URL(`./files/${name}`, import.meta.url));
/** Of a machine that has much else to do. */
const milliseconds = 250_000;

async function read(content: Uint8Array, name?: string) {
  const answer = await readDocument(content, { milliseconds, ...(name !== undefined && { name }) });
  if (!answer.ok) return answer.fault;
  const lines = plainText(answer.text, { headings: 'marked' }).split('\n');
  return { lines: lines.filter((line) => line !== ''), pages: answer.text.pages };
}

const intro =
  '株式会社青葉電子工業(以下「当社」)は、事業活動のすべての過程で人権を尊重する責任を果たすため、国連の「ビジネスと人権に関する指導原則」に基づき、この方針を定めます。この方針は、取締役会の承認を得て公表するものです。';
const scope = 'この方針は、当社のすべての役員と従業員に適用します。取引先にも、この方針への理解と協力を求めます。';
const standards = '当社は、世界人権宣言、国際人権規約、ILO中核的労働基準を支持し、尊重します。';
const items = ['児童労働と強制労働を認めません。', '性別、国籍、年齢、障がいなどを理由とする差別を行いません。'];
const signature = ['2024年4月1日 制定', '代表取締役社長 山田太郎'];

/** @param bullet what stands before an item @param level of the articles' headings */
function policy(bullet: string, level: string, cells: readonly string[]): readonly string[] {
  return [
    ...['# 人権方針', intro, `${level} 第1条 適用範囲`, scope, `${level} 第2条 国際基準`, standards],
    ...[...items.map((text) => bullet + text), `${level} 第3条 体制`, ...cells, ...signature],
  ];
}

const cellByCell = ['担当部署', '管理部', '相談窓口', '03-1234-5678'];
/** pandoc writes the page's title, too. */
const titled = (title: string, lines: readonly string[]) => ['# 人権方針', title, ...lines.slice(1)];

const english = [
  '# Human Rights Policy',
  'Aoba Electronics respects human rights in all of its business activities. This policy follows the UN Guiding Principles on Business and Human Rights, and was approved by the board of directors on 1 April 2024.',
  '## 1. Scope',
  'This policy applies to all directors and employees. We expect our business partners to understand and support it.',
  '## 2. Remedy',
  'Where we have caused or contributed to adverse impacts, we provide for their remediation through a grievance mechanism that is open to everyone.',
];

const articles = [1, 2, 3, 4, 5].flatMap((article) => [
  `# 第${article}条 項目${article}`,
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (part) =>
      `当社は、第${article}条の${part}番目の定めに従い、事業活動のすべての過程で人権を尊重する責任を果たすため、必要な取組みを続けて実施し、その結果を毎年ウェブサイトで公表します。`,
  ),
]);

const cases: readonly (readonly [file: string, pages: number | null, lines: readonly string[]])[] = [
  ['libreoffice.docx', null, titled('# 人権方針', policy('・', '##', cellByCell))],
  ['pandoc.docx', null, titled('# 人権方針', policy('・', '##', cellByCell))],
  [
    'python-docx.docx',
    null,
    [
      ...[
        '# 人権方針',
        '# 第1条 適用範囲',
        'この方針は、当社のすべての役員と従業員に適用します。',
        '・児童労働を認めません。',
      ],
      ...['1. 差別を行いません。', ...cellByCell, '取締役会が承認しました。'],
    ],
  ],
  ['libreoffice-reviewed.docx', null, ['第1条 目的', '取締役会が承認しました。', '当社は必ず尊重します。']],
  ['libreoffice.pdf', 1, titled('## 人権方針', policy('• ', '###', cellByCell))],
  ['ghostscript.pdf', 1, titled('## 人権方針', policy('• ', '###', cellByCell))],
  // Cells of one line stand too close to tell them from words.
  ['chromium-policy.pdf', 1, policy('', '##', ['担当部署 管理部', '相談窓口03-1234-5678'])],
  ['chromium-policy-en.pdf', 1, english],
  ['libreoffice-en.pdf', 1, english],
  ['ghostscript-restricted.pdf', 1, english],
  ['chromium-pages.pdf', 3, articles],
  [
    'chromium-columns.pdf',
    1,
    [
      '# 人権方針',
      '当社は、事業活動のすべての過程で人権を尊重する責任を果たすため、国連の「ビジネスと人権に関する指導原則」に基づき、この方針を定めます。この方針は、当社のすべての役員と従業員に適用し、取引先にも理解と協力を求めます。当社は、世界人権宣言、国際人権規約、ILO中核的労働基準を支持し、尊重します。児童労働と強制労働を認めず、性別、国籍、年齢、障がいなどを理由とする差別を行いません。人権への負の影響を特定し、防ぎ、軽減するため、人権デュー・ディリジェンスの仕組みを築き、続けて実施します。負の影響を引き起こした場合には、適切な手続きを通じてその救済に取り組みます。従業員への教育を毎年行い、取組みの状況をウェブサイトで公表します。',
    ],
  ],
  [
    'chromium-vertical.pdf',
    1,
    [
      '当社は、事業活動のすべての過程で人権を尊重します。国連の「ビジネスと人権に関する指導原則」に基づき、人権デュー・ディリジェンスを行い、その結果を毎年公表します。',
      '取引先にも、この方針への理解と協力を求めます。',
    ],
  ],
  [
    'reportlab.pdf',
    1,
    [
      '# 人権方針',
      '株式会社青葉電子工業は、事業活動のすべての過程で人権を尊重する責任を果たすため、国連の「ビジネスと人権に関する指導原則」に基づき、この方針を定めます。',
      ...['# 第1条 適用範囲', scope],
    ],
  ],
  [
    'fpdf2.pdf',
    1,
    [
      english[0] ?? '',
      english[1] ?? '',
      'We provide for remediation through a grievance mechanism that is open to everyone.',
    ],
  ],
];

describe('gives the text of', () => {
  it.each(cases.map(([name, pages, lines]) => ({ name, pages, lines })))('$name', async ({ lines, name, pages }) => {
    expect(await read(file(name), name)).toEqual({ lines, pages });
  });
});

/** The file with each occurrence of a word made another one of the same length. */
function changed(name: string, word: string, other: string): Uint8Array {
  const text = file(name).toString('latin1');
  expect(text).toContain(word);
  return Buffer.from(text.replaceAll(word, other), 'latin1');
}

describe('refuses', () => {
  it.each([
    { name: 'ghostscript-password.pdf', fault: { kind: 'encrypted' } },
    { name: 'ghostscript-scan.pdf', fault: { kind: 'unreadable', pages: [1] } },
    { name: 'libreoffice.doc', fault: { kind: 'old_word' } },
    { name: 'libreoffice.rtf', fault: { kind: 'wrong_type' } },
    { name: 'pandoc.odt', fault: { kind: 'wrong_type' } },
  ])('$name: $fault.kind', async ({ fault, name }) => {
    expect(await read(file(name))).toEqual(fault);
  });

  it('PDFs whose fonts do not say what their signs mean, with the numbers of the pages', async () => {
    const unmapped = changed('chromium-pages.pdf', '/ToUnicode', '/ToNothing');
    expect(await read(unmapped)).toEqual({ kind: 'unreadable', pages: [1, 2, 3] });
    const inEnglish = changed('chromium-policy-en.pdf', '/ToUnicode', '/ToNothing');
    expect(await read(inEnglish)).toEqual({ kind: 'unreadable', pages: [1] });
  });

  it('half a PDF, or what is left of its text', async () => {
    const whole = file('chromium-policy-en.pdf');
    expect(await read(whole.subarray(0, 2000))).toMatchObject({ kind: 'damaged' });
  });
});

it('finds what a reviewer left, as LibreOffice writes it', async () => {
  const answer = await readReviewedDocx(file('libreoffice-reviewed.docx'), { milliseconds });
  if (!answer.ok) throw new Error(answer.fault.kind);
  const { changes, comments } = answer.reviewed;
  expect(comments).toMatchObject([
    { author: '田中', text: '承認日を書いてください。', quoted: '取締役会が承認しました。', paragraph: 1 },
    { author: '佐藤', text: '追記しました。', paragraph: 1 },
  ]);
  expect(changes).toMatchObject([
    { kind: 'deletion', author: '田中', text: 'できるだけ', paragraph: 2 },
    { kind: 'insertion', author: '田中', text: '必ず', paragraph: 2 },
  ]);
});
