/** What a Word document says is read as it looks when it is printed: labels, tables and notes with it, codes and deleted text without. */
import { describe, expect, it } from 'vitest';
import { answerTask } from '../../documents/answer-task.js';
import { plainText } from '../../documents/read-document.js';
import {
  type DocxParts,
  field,
  item,
  list,
  listKind,
  makeDocx,
  paragraph,
  run,
  style,
  styled,
  table,
} from './support/docx.js';

async function linesOf(parts: DocxParts): Promise<readonly string[]> {
  const content = Uint8Array.from(makeDocx(parts));
  const answer = await answerTask({ task: 'text', content, name: '人権方針.docx' });
  if (!answer.ok || !('text' in answer)) throw new Error(`It was refused: ${JSON.stringify(answer)}.`);
  expect(answer.kind).toBe('docx');
  return plainText(answer.text, { headings: 'marked' }).split(/\n+/);
}

interface Case {
  readonly name: string;
  readonly parts: DocxParts;
  readonly lines: readonly string[];
}

const headings =
  style('1', 'heading 1') +
  style('a', 'Normal') +
  style('mine', '条', '', '1') +
  style('big', '大見出し', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>');
const deleted = (text: string) => `<w:del w:id="1" w:author="佐藤"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const boxed = (inner: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const cases: readonly Case[] = [
  {
    name: 'paragraphs, without those that are empty',
    parts: {
      body:
        paragraph('当社は人権を尊重します。') + paragraph('') + paragraph(run('取締役会が') + run('承認しました。')),
    },
    lines: ['当社は人権を尊重します。', '取締役会が承認しました。'],
  },
  {
    name: 'headings, by the names of styles, what they are based on, and their outline levels',
    parts: {
      styles: headings,
      body:
        styled('1', '基本方針') +
        styled('mine', '目的') +
        styled('big', '適用範囲') +
        paragraph('救済', '<w:outlineLvl w:val="1"/>') +
        styled('a', '本文'),
    },
    lines: ['# 基本方針', '# 目的', '### 適用範囲', '## 救済', '本文'],
  },
  {
    name: 'a style that takes the outline level back',
    parts: {
      styles: headings + style('x', '条文', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', '1'),
      body: styled('x', '本文'),
    },
    lines: ['本文'],
  },
  {
    name: 'labels of articles, items and circles',
    parts: {
      numbering: list(1, [
        ['decimal', '第%1条'],
        ['decimal', '(%2)'],
        ['decimalEnclosedCircle', '%3'],
      ]),
      body:
        item(1, 0, '目的') +
        item(1, 0, '範囲') +
        item(1, 1, '役員') +
        item(1, 1, '従業員') +
        item(1, 2, '契約社員') +
        item(1, 0, '責任') +
        item(1, 1, '担当'),
    },
    lines: ['第1条 目的', '第2条 範囲', '(1) 役員', '(2) 従業員', '① 契約社員', '第3条 責任', '(1) 担当'],
  },
  {
    name: 'labels with the numbers of all levels, and in plain digits where the list says so',
    parts: {
      numbering: list(1, [
        ['upperRoman', '%1.'],
        ['lowerLetter', '%1.%2)'],
        ['decimal', '%1.%2.%3', '<w:isLgl/>'],
      ]),
      body: item(1, 0, 'A') + item(1, 1, 'B') + item(1, 2, 'C') + item(1, 2, 'D'),
    },
    lines: ['I. A', 'I.a) B', '1.1.1 C', '1.1.2 D'],
  },
  {
    name: 'labels in Japanese numbers and letters',
    parts: {
      numbering: list(1, [
        ['japaneseCounting', '%1、'],
        ['aiueoFullWidth', '(%2)'],
        ['irohaFullWidth', '%3.'],
        ['ideographTraditional', '%4'],
      ]),
      body:
        item(1, 0, 'あ') + item(1, 1, 'い') + item(1, 1, 'う') + item(1, 2, 'え') + item(1, 2, 'お') + item(1, 3, 'か'),
    },
    lines: ['一、 あ', '(ア) い', '(イ) う', 'イ. え', 'ロ. お', '甲 か'],
  },
  {
    name: 'bullets of symbol fonts as what they look like',
    parts: {
      numbering: list(1, [
        ['bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'],
        ['bullet', '\uf06e', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'],
      ]),
      body: item(1, 0, '差別') + item(1, 1, '強制労働'),
    },
    lines: ['・差別', '・強制労働'],
  },
  {
    name: 'a list that is numbered by its style, at the level that names it',
    parts: {
      styles:
        style('h1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('h2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
      numbering: list(1, [
        ['decimal', '%1', '<w:pStyle w:val="h1"/>'],
        ['decimal', '%1.%2', '<w:pStyle w:val="h2"/>'],
      ]),
      body:
        styled('h1', '目的') +
        styled('h2', '背景') +
        styled('h1', '範囲') +
        styled('h2', '取引先') +
        paragraph('本文', '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    },
    lines: ['# 1 目的', '## 1.1 背景', '# 2 範囲', '## 2.1 取引先', '## 本文'],
  },
  {
    name: 'two lists of one kind, the second of which begins anew',
    parts: {
      numbering:
        listKind(1, [['decimal', '%1.']]) +
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' +
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
      body: item(1, 0, 'a') + item(1, 0, 'b') + item(2, 0, 'c') + item(2, 0, 'd') + item(1, 0, 'e'),
    },
    lines: ['1. a', '2. b', '1. c', '2. d', '3. e'],
  },
  {
    name: 'a list whose levels stand in another one',
    parts: {
      numbering:
        listKind(1, [['decimal', '第%1項']], '<w:styleLink w:val="条項"/>') +
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="条項"/></w:abstractNum>' +
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
      body: item(2, 0, '一般原則') + item(2, 0, '補則'),
    },
    lines: ['第1項 一般原則', '第2項 補則'],
  },
  {
    name: 'tables, cell by cell, also within each other',
    parts: { body: table(['担当部署', '管理部'], ['窓口', table(['電話', '03-0000-0000']) + paragraph('')]) },
    lines: ['担当部署', '管理部', '窓口', '電話', '03-0000-0000'],
  },
  {
    name: 'text with all changes accepted',
    parts: {
      body: paragraph(
        `${run('当社は')}${deleted('できるだけ')}<w:ins w:id="2" w:author="佐藤">${run('必ず')}</w:ins>${run('尊重します。')}`,
      ),
    },
    lines: ['当社は必ず尊重します。'],
  },
  {
    name: 'two paragraphs whose border was deleted as one, with the second one’s label',
    parts: {
      numbering: list(1, [['decimal', '%1.']]),
      body:
        paragraph(run('前半と'), '<w:rPr><w:del w:id="1" w:author="佐藤"/></w:rPr>') +
        item(1, 0, '後半。') +
        paragraph(deleted('なくなった段落'), '<w:rPr><w:del w:id="2" w:author="佐藤"/></w:rPr>') +
        item(1, 0, '次。'),
    },
    lines: ['1. 前半と後半。', '2. 次。'],
  },
  {
    name: 'moved text where it is now',
    parts: {
      body:
        paragraph(`<w:moveFrom w:id="1" w:author="佐藤">${run('移した文。')}</w:moveFrom>${run('前。')}`) +
        paragraph(`<w:moveTo w:id="2" w:author="佐藤">${run('移した文。')}</w:moveTo>`),
    },
    lines: ['前。', '移した文。'],
  },
  {
    name: 'properties as they are now, not as they were',
    parts: {
      styles: headings,
      body: paragraph(
        run('本文'),
        '<w:pPrChange w:id="1" w:author="佐藤"><w:pPr><w:pStyle w:val="1"/></w:pPr></w:pPrChange>',
      ),
    },
    lines: ['本文'],
  },
  {
    name: 'no hidden text, whether a run, its style or the paragraph’s style hides it',
    parts: {
      styles:
        style('h', '隠し', '<w:rPr><w:vanish/></w:rPr>') +
        '<w:style w:type="character" w:styleId="c"><w:name w:val="隠し文字"/><w:rPr><w:vanish/></w:rPr></w:style>',
      body:
        paragraph(
          run('見える') +
            run('隠れる', '<w:vanish/>') +
            run('隠れない', '<w:vanish w:val="0"/>') +
            run('隠れる', '<w:rStyle w:val="c"/>'),
        ) + styled('h', '隠れる'),
    },
    lines: ['見える隠れない'],
  },
  {
    name: 'what fields show, without their codes',
    parts: {
      body:
        paragraph(run('詳しくは') + field('HYPERLINK "https://example.jp/"', run('こちら')) + run('。')) +
        paragraph(`<w:fldSimple w:instr=" DATE ">${run('2024年4月1日')}</w:fldSimple>`) +
        paragraph(field(`IF ${'x'} = 1`, field('REF a', run('第3条')))),
    },
    lines: ['詳しくはこちら。', '2024年4月1日', '第3条'],
  },
  {
    name: 'no table of contents of Word: a field over several paragraphs, in styles of its own',
    parts: {
      styles: style('10', 'toc 1') + style('t', 'TOC Heading'),
      body:
        styled('t', '目次') +
        styled(
          '10',
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
            run('目的\t1'),
        ) +
        paragraph(run('範囲\t2')) +
        paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
        paragraph('本文。'),
    },
    lines: ['本文。'],
  },
  {
    name: 'no table of contents of Google Docs: a content control',
    parts: {
      body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目的 1')}</w:sdtContent></w:sdt>${paragraph('本文。')}`,
    },
    lines: ['本文。'],
  },
  {
    name: 'all of a document whose table of contents never ends',
    parts: {
      body:
        paragraph(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('目的')}`,
        ) + paragraph('本文。'),
    },
    lines: ['目的', '本文。'],
  },
  {
    name: 'other content controls',
    parts: {
      body: `<w:sdt><w:sdtPr><w:alias w:val="会社"/></w:sdtPr><w:sdtContent>${paragraph('株式会社青葉')}</w:sdtContent></w:sdt>`,
    },
    lines: ['株式会社青葉'],
  },
  {
    name: 'footnotes after the paragraph that refers to them, endnotes at the end',
    parts: {
      footnotes: `<w:footnote w:type="separator" w:id="-1">${paragraph('---')}</w:footnote><w:footnote w:id="2">${paragraph('国連の指導原則。')}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${paragraph('以上。')}</w:endnote>`,
      body:
        paragraph(`${run('国際基準')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('に従います。')}`) +
        paragraph('次の段落。'),
    },
    lines: ['国際基準に従います。', '国連の指導原則。', '次の段落。', '以上。'],
  },
  {
    name: 'text boxes once, after the paragraph that they hang on',
    parts: { body: paragraph(run('前') + boxed(paragraph('枠の中')) + run('後')) + paragraph('次') },
    lines: ['前後', '枠の中', '次'],
  },
  {
    name: 'text boxes of an older Word',
    parts: {
      body: paragraph(
        `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('枠の中')}</w:txbxContent></v:textbox></w:pict></w:r>`,
      ),
    },
    lines: ['枠の中'],
  },
  {
    name: 'tabs, line breaks, hyphens that do not break, and signs of symbol fonts',
    parts: {
      body: paragraph(
        '<w:r><w:t>TEL</w:t><w:tab/><w:t>03</w:t><w:noBreakHyphen/><w:t>1234</w:t><w:br/><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>済</w:t><w:softHyphen/></w:r>',
        '<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs>',
      ),
    },
    lines: ['TEL\t03-1234', '✓済'],
  },
  {
    name: 'words without the readings above them',
    parts: {
      body: paragraph(
        `<w:r><w:ruby><w:rubyPr/><w:rt>${run('じんけん')}</w:rt><w:rubyBase>${run('人権')}</w:rubyBase></w:ruby></w:r>${run('方針')}`,
      ),
    },
    lines: ['人権方針'],
  },
  {
    name: 'Strict Open XML',
    parts: { isStrict: true, styles: headings, body: styled('1', '基本方針') + paragraph('本文') },
    lines: ['# 基本方針', '本文'],
  },
  {
    name: 'formulas',
    parts: { body: paragraph('<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>') },
    lines: ['x+1'],
  },
  {
    name: 'spaces at the ends only where the document keeps them',
    parts: { body: paragraph('<w:r><w:t>human </w:t></w:r><w:r><w:t xml:space="preserve"> rights</w:t></w:r>') },
    lines: ['human rights'],
  },
];

describe('a Word document gives', () => {
  it.each(cases)('$name', async ({ lines, parts }) => {
    expect(await linesOf(parts)).toEqual(lines);
  });
});
