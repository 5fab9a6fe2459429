/** Every Office document that is written is valid against the standard's schemas; broken ones are found out. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DifferenceDocument } from '../../documents/difference-document.js';
import { encodeJpeg } from '../../documents/pictures/encode-jpeg.js';
import { writeReportDocx } from '../../documents/report/write-report-docx.js';
import { writeReportXlsx } from '../../documents/report/write-report-xlsx.js';
import { writeDifferenceDocx } from '../../documents/write-difference-docx.js';
import { writeXlsx } from '../../documents/write-xlsx.js';
import { makeDocument } from '../../programme/reports/make-document.js';
import { pilotReport, sessionId } from '../support/reports.js';
import { packageFaults, schemaFaults } from './support/office-faults.js';

const difference: DifferenceDocument = {
  language: 'ja',
  title: '人権方針 比較表',
  facts: [{ label: '前の版', value: '2025年2月3日(月)' }],
  legend: [{ kind: 'removed', text: '削除' }],
  notes: ['注'],
  closing: '変わっていない段落: 3件',
  sections: [
    {
      heading: '第7条: 変更',
      notes: ['注'],
      runs: [
        { kind: 'kept', text: '当社は、' },
        { kind: 'removed', text: '努めます' },
        { kind: 'added', text: '尊重します\n' },
      ],
    },
  ],
  spoken: { removed: { begins: '削', ends: '除' }, added: { begins: '追', ends: '加' } },
};

const texts = [
  { section: 'presentations', sessionId: null, said: null, ja: '企業 | 題名 | file.pdf', en: 'A | B | c.pdf' },
] as const;

/** One of them is not there any more. */
const photographs = ['a', 'b', 'c'].map((id, at) => ({
  ...{
    fileId: `${id}0000000-0000-4000-8000-000000000000`,
    sessionId: at === 0 ? null : sessionId(at),
    width: 40,
    height: 30,
  },
  ...{ captionJa: `会場 "${at}" <&`, captionEn: '' },
}));
const illustrated = { texts, photographs };
const jpeg = encodeJpeg({ width: 40, height: 30, rgba: new Uint8Array(40 * 30 * 4).fill(120) }, 80);
const photographOf = async (id: string) => (id.startsWith('c') ? null : jpeg);

const written: readonly (readonly [name: string, ending: 'docx' | 'xlsx', write: () => Promise<Uint8Array>])[] = [
  ['report in Japanese', 'docx', () => writeReportDocx(makeDocument(pilotReport(illustrated), 'ja'), photographOf)],
  ['report in English', 'docx', () => writeReportDocx(makeDocument(pilotReport(illustrated), 'en'), photographOf)],
  ['comparison', 'docx', () => writeDifferenceDocx(difference)],
  ['report in Japanese', 'xlsx', () => writeReportXlsx(makeDocument(pilotReport({ texts }), 'ja'))],
  ['report in English', 'xlsx', () => writeReportXlsx(makeDocument(pilotReport({ texts }), 'en'))],
  [
    'list',
    'xlsx',
    () =>
      writeXlsx([
        {
          name: '一覧',
          columns: [{ title: '日', width: 12, onlyDay: true }],
          rows: [[new Date('2024-11-07')], ['x'], [1], [null]],
        },
      ]),
  ],
];

/** A part of a document written anew. */
function changed(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

describe('against the schemas', () => {
  it.each(written)('the %s is a valid .%s', async (_name, ending, write) => {
    const bytes = await write();
    expect(await schemaFaults(bytes, ending)).toEqual([]);
    expect(await packageFaults(bytes)).toEqual([]);
  });
});

describe('a broken document', () => {
  let docx: Uint8Array;
  let xlsx: Uint8Array;

  beforeAll(async () => {
    docx = await writeReportDocx(makeDocument(pilotReport(illustrated), 'en'), photographOf);
    xlsx = await writeReportXlsx(makeDocument(pilotReport({ texts }), 'en'));
  });

  it.each([
    [
      'elements in another order',
      (xml: string) => xml.replace(/<w:pPr>(<w:pStyle [^>]*\/>)(.*?)<\/w:pPr>/, '<w:pPr>$2<w:keepNext/>$1</w:pPr>'),
    ],
    ['an element that the standard lacks', (xml: string) => xml.replace('<w:body>', '<w:body><w:poem/>')],
    ['a value that is none', (xml: string) => xml.replace(/<w:jc w:val="\w+"\/>/, '<w:jc w:val="sideways"/>')],
    ['one number for two pictures', (xml: string) => xml.replaceAll(/(<wp:docPr id=)"\d+"/g, '$1"7"')],
  ])('%s', async (_name, change) => {
    expect(await schemaFaults(changed(docx, 'word/document.xml', change), 'docx')).not.toEqual([]);
  });

  it('a font with what no font has, though its order is free', async () => {
    const broken = changed(xlsx, 'xl/styles.xml', (xml) => xml.replace('<font>', '<font><poem/>'));
    expect(await schemaFaults(broken, 'xlsx')).not.toEqual([]);
  });

  it('a relation that leads nowhere, a part without a type, an empty cell, a picture without a relation', async () => {
    const parts = unzipSync(docx);
    const { 'word/styles.xml': _styles, ...rest } = parts;
    expect(await packageFaults(zipSync(rest))).toContain(
      'word/_rels/document.xml.rels leads to word/styles.xml, which is not there',
    );
    expect(await packageFaults(zipSync({ ...parts, 'word/odd.thing': strToU8('x') }))).toEqual([
      'no type for word/odd.thing',
    ]);
    const emptied = changed(docx, 'word/document.xml', (xml) =>
      xml.replace(/(<\/w:tcPr>)<w:p>.*?<\/w:p>(<\/w:tc>)/, '$1$2'),
    );
    expect(await packageFaults(emptied)).toEqual(['an empty cell in word/document.xml']);
    const unrelated = changed(docx, 'word/document.xml', (xml) => xml.replace(/r:embed="[^"]*"/, 'r:embed="nobody"'));
    expect(await packageFaults(unrelated)).toEqual(['word/_rels/document.xml.rels lacks nobody']);
  });
});
