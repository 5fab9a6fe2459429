/** Clauses are found in a document as people would name them, and nothing that only looks like a number is one. */
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../../programme/drafts/difference/clauses.js';
import { documentOf, documentOfLines } from './documents.js';

const numbersIn = (text: string) => clausesOf(documentOfLines(text)).map(({ path }) => path.join(' '));

describe('numbers typed into the text', () => {
  it.each([
    ['第3条 人権の尊重', '第3条', '人権の尊重'],
    ['第３条　人権の尊重', '第３条', '人権の尊重'],
    ['第三条（目的）', '第三条', '（目的）'],
    ['第十二条の二 定義', '第十二条の二', '定義'],
    ['第1章 総則', '第1章', '総則'],
    ['1. Commitment', '1', 'Commitment'],
    ['１．目的', '1', '目的'],
    ['1、目的', '1', '目的'],
    ['2) written warnings', '2)', 'written warnings'],
    ['3.1 Scope of the policy', '3.1', 'Scope of the policy'],
    ['3.1.2. Scope', '3.1.2', 'Scope'],
    ['1-2 教育', '1-2', '教育'],
    ['(2) 児童労働', '(2)', '児童労働'],
    ['（２）児童労働', '(2)', '児童労働'],
    ['⑵ 児童労働', '⑵', '児童労働'],
    ['②児童労働', '②', '児童労働'],
    ['㉑ 児童労働', '㉑', '児童労働'],
    ['ア　役員', 'ア', '役員'],
    ['(ア) 役員', '(ア)', '役員'],
    ['一、役員', '一', '役員'],
    ['(一) 役員', '(一)', '役員'],
    ['a. workers', 'a', 'workers'],
    ['(a) workers', '(a)', 'workers'],
    ['i. workers', 'i', 'workers'],
    ['(i) workers', '(i)', 'workers'],
    ['I. Introduction', 'I', 'Introduction'],
    ['Article 3 Remedy', 'Article 3', 'Remedy'],
    ['SECTION 2: Scope', 'SECTION 2', 'Scope'],
    ['§ 4 Scope', '§ 4', 'Scope'],
    ['【1】目的', '【1】', '目的'],
    ['２　前項の定め', '2', '前項の定め'],
    ['■ 1. 目的', '1', '目的'],
  ])('%j begins with %j', (line, number, text) => {
    const [clause] = clausesOf(documentOf(line));
    expect(clause).toMatchObject({ number, text });
    expect(`${clause?.lead}${clause?.text}`).toBe(line);
  });

  it.each([
    '第3条に定める事項は別とする。',
    '第1部門の責任者',
    '2024年11月7日',
    '3.5倍に増えた。',
    '3 companies took part.',
    '10:30 開会',
    '2 名が参加した。',
    'Article 3 of the Covenant says so.',
    'Section 2 applies.',
    'A社は対象とする。',
    'J. Tanaka spoke.',
    'm. in the middle of nothing',
    '○○株式会社は、人権を尊重します。',
    '(注)本書は案です。',
    '(株)青葉工業',
  ])('%j begins with none', (line) => {
    expect(clausesOf(documentOf(line))).toMatchObject([{ number: null, text: line }]);
  });

  it('takes bullets for bullets', () => {
    const clauses = clausesOf(documentOf('・強制労働', '● 児童労働', '- forced labour', '-5 degrees'));
    expect(clauses.map(({ lead, number, text }) => [lead, number, text])).toEqual([
      ['・', null, '強制労働'],
      ['● ', null, '児童労働'],
      ['- ', null, 'forced labour'],
      ['', null, '-5 degrees'],
    ]);
  });
});

describe('where a clause stands', () => {
  it('is told by articles, their items and those below them', () => {
    expect(
      numbersIn(`
第1章 総則
第1条（目的）
(1) 強制労働
(2) 児童労働
① 十五歳未満の者
② 危険な業務
(3) 差別
第2章 体制
第2条（担当）
当社は担当を置く。`),
    ).toEqual([
      '第1章',
      '第1条',
      '第1条 (1)',
      '第1条 (2)',
      '第1条 (2) ①',
      '第1条 (2) ②',
      '第1条 (3)',
      '第2章',
      '第2条',
      '第2条',
    ]);
  });

  it('is told by decimal numbers, lists within them and what counts on after the list', () => {
    expect(
      numbersIn(`
1. Commitment
1.1 Scope
(a) workers
(b) suppliers
1.2 Expertise
2. Grievances
1. by telephone
2. by letter
More about this.
3. Publication
This policy is public.`),
    ).toEqual(['1', '1.1', '1.1 (a)', '1.1 (b)', '1.2', '2', '2 1', '2 2', '2 2', '3', '3']);
  });

  it('takes i. for the first Roman number, and after h. for a letter', () => {
    const letters = 'abcdefghij'.split('').map((letter) => `${letter}. item`);
    const clauses = clausesOf(documentOf('i. one', 'ii. two', 'Heading:', ...letters));
    expect(clauses.map(({ path }) => path.join(' ')).slice(3)).toEqual([...'abcdefghij'].map((one) => `ii ${one}`));
  });

  it('is a title without a number, and one of several paragraphs under it', () => {
    const clauses = clausesOf(
      documentOf(
        { text: '適用範囲', heading: 2 },
        '役員に適用します。',
        '従業員に適用します。',
        '■ 体制',
        '置きます。',
      ),
    );
    expect(clauses.map(({ isTitle, under, ordinal }) => [isTitle, under, ordinal])).toEqual([
      [true, null, null],
      [false, '適用範囲', 1],
      [false, '適用範囲', 2],
      [true, null, null],
      [false, '体制', null],
    ]);
  });
});

it("goes by the document's own numbering where it has one", () => {
  const clauses = clausesOf(
    documentOf(
      { text: '目的', heading: 1, label: '第1条' },
      { text: '1. の扱い', label: '(1)' },
      { text: '点', label: '•' },
      { text: 'other', label: 'Rule A-1' },
    ),
  );
  expect(clauses.map(({ number, lead, text }) => [number, lead, text])).toEqual([
    ['第1条', '', '目的'],
    ['(1)', '', '1. の扱い'],
    [null, '', '点'],
    ['Rule A-1', '', 'other'],
  ]);
});

it('makes clauses of the lines of a paragraph that begin with numbers, and of no others', () => {
  const clauses = clausesOf(
    documentOf('次の各号を定める。\n(1) 強制労働\n(2) 児童労働\nただし、例外がある。', '', '  '),
  );
  expect(clauses.map(({ number, text, continues }) => [number, text, continues])).toEqual([
    [null, '次の各号を定める。', false],
    ['(1)', '強制労働', true],
    ['(2)', '児童労働\nただし、例外がある。', true],
  ]);
});
