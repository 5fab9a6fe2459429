/** The document of a report: the structure of the published one in both languages, what is missing, translations, corrections and checks. */
import { describe, expect, it } from 'vitest';
import {
  isTable,
  type ReportDocument,
  type ReportTable,
  shownInText,
} from '../../../documents/report/report-document.js';
import { writeReportMd } from '../../../documents/report/write-report-md.js';
import type { Correction } from '../../../programme/reports/figures.js';
import { figuresJson } from '../../../programme/reports/figures-json.js';
import { makeDocument } from '../../../programme/reports/make-document.js';
import type { WrittenText } from '../../../programme/reports/report-data.js';
import { missingTexts } from '../../../programme/reports/sections.js';
import { pilotReport, sessionId } from '../../support/reports.js';

const headingsOf = ({ blocks }: ReportDocument, level: number) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []));

function tableOf({ blocks }: ReportDocument, sheet: string): ReportTable {
  const found = blocks.filter(isTable).find((table) => table.sheet === sheet);
  if (found === undefined) throw new Error(`no table ${sheet}`);
  return found;
}

const correction: Correction = {
  figure: 'people',
  ...{ subjectId: sessionId(1), old: 22, new: 23, why: 'came late', byJa: '佐藤', byEn: 'Sato' },
  ...{ at: '2025-04-29T03:00:00.000Z', erratum: false },
};

const voices = (given: Partial<WrittenText>): WrittenText => ({
  ...{ sessionId: sessionId(1), section: 'voices', ja: '', en: '', said: 'ja', ...given },
});

describe('the pilot of 2024', () => {
  it('has tables whose numbers have no gap, final or not', () => {
    for (const frozenAt of [undefined, '2025-05-01T00:00:00.000Z']) {
      const { blocks } = makeDocument(pilotReport({ ...(frozenAt !== undefined && { frozenAt }) }), 'en');
      const words = blocks.map((block) => (isTable(block) ? block.caption : block.kind === 'note' ? block.text : ''));
      const numbers = words.flatMap((text) => /^Table (\d+)\./.exec(text)?.[1] ?? []).map(Number);
      expect(numbers).toEqual(Array.from({ length: frozenAt === undefined ? 9 : 10 }, (_, at) => at + 1));
    }
  });

  it('has columns on a page as wide as the longest word of their titles', () => {
    // A page has 453 points for a table, of which the margins of a cell take eight. A letter of a title is in bold Arial of 9 points.
    const points = (letter: string) => (/[fijlrt]/.test(letter) ? 3 : /[mw]/.test(letter) ? 8 : 5.5);
    const widthOf = (word: string) => [...word].reduce((sum, letter) => sum + points(letter), 0);
    for (const table of makeDocument(pilotReport(), 'en').blocks.filter(isTable)) {
      const { columns } = shownInText(table);
      const all = columns.reduce((sum, { width }) => sum + width, 0);
      for (const { title, width } of columns) {
        const longest = Math.max(...title.split(' ').map(widthOf));
        expect(longest, `${table.caption}: ${title}`).toBeLessThanOrEqual((453 * width) / all - 8);
      }
    }
  });

  it('has the chapters of the published report, and its sessions around the consultations', () => {
    const document = makeDocument(pilotReport(), 'en');
    expect(headingsOf(document, 1)).toEqual([
      '1. Outline of Business',
      '2. Brief Summary',
      '3. Outcome of Events',
      '4. Charts and Tables',
      '5. Definitions and Checks of the Figures',
    ]);
    const sections = headingsOf(document, 2);
    expect(sections.slice(0, 4)).toEqual([
      '(1) Background and purpose',
      '(2) Implementing structure',
      '(3) Outline of activities',
      '(4) Results of activities and future plans',
    ]);
    expect(sections.slice(8, 10)).toEqual(['(5) Individual consultations', '(6) Session 5']);
  });

  it.each([
    [
      'en',
      [
        '22 people from 16 companies (offline: 13, online: 9)',
        '16 people from 15 companies (offline: 14, online: 2)',
        '18 people from 16 companies',
        '19 people from 16 companies (offline: 10, online: 9)',
        '35 people from 15 companies',
        '28 in total (16 companies, 28 hours; in principle 2 for each company, of at most 60 minutes)',
        'Thu, 7 Nov 2024 15:30–17:00 JST',
        'completed by 13 of 16 companies',
        'From February 2025 to March 2025',
      ],
    ],
    [
      'ja',
      [
        '16社 22人(会場: 13人、オンライン: 9人)',
        '15社 16人(会場: 14人、オンライン: 2人)',
        '16社 18人',
        '16社 19人(会場: 10人、オンライン: 9人)',
        '15社 35人',
        '計28回(16社、合計28時間。1社につき2回、1回60分以内を原則とします)',
        '2024年11月7日(木) 15:30〜17:00',
        '16社のうち13社が策定を完了しました',
        '2025年2月〜2025年3月',
      ],
    ],
  ] as const)('tells its figures in %s', (language, sentences) => {
    const told = JSON.stringify(makeDocument(pilotReport(), language).blocks);
    for (const sentence of sentences) expect(told).toContain(sentence);
  });

  it('gives the same figures as JSON, in the table and in the document', () => {
    const report = pilotReport();
    const figures = JSON.parse(figuresJson(report));
    expect(
      figures.sessions.map(({ id, people, companies, offline, online }: Record<string, unknown>) => [
        id,
        people,
        companies,
        offline,
        online,
      ]),
    ).toEqual([
      ['MSM-1', 22, 16, 13, 9],
      ['MSM-2', 16, 15, 14, 2],
      ['WLT-1', 18, 16, 0, 18],
      ['WLT-2', 19, 16, 10, 9],
      ['CLS-1', 35, 15, 0, 35],
    ]);
    expect(figures.consultations).toMatchObject({ held: 28, companies: 16, hours: 28 });
    expect(figures.deliverables).toEqual([{ id: 'policy', companies: 16, completed: 13 }]);
    const { columns, rows } = tableOf(makeDocument(report, 'en'), 'Sessions');
    const at = ['People', 'Companies', 'Offline', 'Online'].map((title) =>
      columns.findIndex((one) => one.title === title),
    );
    expect(rows.map((row) => at.map((column) => row[column]))).toEqual(
      figures.sessions.map(({ people, companies, offline, online }: Record<string, unknown>) => [
        people,
        companies,
        offline,
        online,
      ]),
    );
    expect(report.checks.every(({ ok }) => ok)).toBe(true);
  });
});

describe('what people write', () => {
  it('is listed while it is missing, in each language, and printed as not entered', () => {
    const report = pilotReport({ texts: [{ sessionId: null, section: 'purpose', ja: '目的', en: '', said: null }] });
    const missing = missingTexts(report, ['ja', 'en']);
    expect(missing).toContainEqual({ section: 'purpose', session: null, language: 'en' });
    expect(missing).not.toContainEqual({ section: 'purpose', session: null, language: 'ja' });
    expect(missing).toContainEqual({ section: 'presentations', session: 'CLS-1', language: 'ja' });
    expect(missing).not.toContainEqual({ section: 'presentations', session: 'MSM-1', language: 'ja' });
    const [ja, en] = (['ja', 'en'] as const).map((language) => JSON.stringify(makeDocument(report, language).blocks));
    expect(ja).toContain('"目的"');
    expect(ja).toContain('(未入力)');
    expect(en).not.toContain('目的"');
    expect(en).toContain('(not entered)');
    const listed = tableOf(makeDocument(report, 'en'), 'Not entered').rows;
    expect(listed).toContainEqual(['Background and purpose', 'English', 'the whole programme']);
    expect(listed).toContainEqual(['Summary', 'Japanese', 'MSM-1, MSM-2, WLT-1, WLT-2, CLS-1']);
  });

  it('is quoted as it was spoken, and in the other language as the secretariat translated it', () => {
    const texts = [voices({ ja: '役に立ちました | 参加者\n続けます', en: 'It was useful | a participant' })];
    const [ja, en] = (['ja', 'en'] as const).map((language) =>
      JSON.stringify(makeDocument(pilotReport({ texts }), language).blocks),
    );
    expect(ja).toContain('「役に立ちました」(参加者)"');
    expect(en).toContain('“It was useful” (a participant) (translated by the secretariat)');
    expect(en).toContain('“続けます” (translation not entered)');
    const missing = missingTexts(pilotReport({ texts }), ['ja', 'en']);
    expect(missing).toContainEqual({ section: 'voices', session: 'MSM-1', language: 'en' });
    expect(missing).not.toContainEqual({ section: 'voices', session: 'MSM-1', language: 'ja' });
  });

  it('lists presentations in their order, with company and file', () => {
    const ja = '株式会社A | 学んだこと | a.pdf\n株式会社B｜今後';
    const texts = [{ sessionId: sessionId(5), section: 'presentations', ja, en: '', said: null } as const];
    const { rows } = tableOf(makeDocument(pilotReport({ texts }), 'ja'), '発表 CLS-1');
    expect(rows).toEqual([
      [1, '株式会社A', '学んだこと', 'a.pdf'],
      [2, '株式会社B', '今後', null],
    ]);
  });

  it('stays text in Markdown', () => {
    const text = '# not a heading\n[link](https://evil.example) <img src=x> *bold* | cell\n1. not a list\n@channel';
    const texts = [{ sessionId: null, section: 'purpose', ja: '', en: text, said: null } as const];
    const written = writeReportMd(makeDocument(pilotReport({ texts }), 'en'), null);
    expect(written).toContain('\\# not a heading');
    expect(written).toContain('\\[link\\](https\\://evil.example) \\<img src=x\\> \\*bold\\* \\| cell');
    expect(written).toContain('1\\. not a list');
    expect(written).not.toMatch(/^# not/m);
  });
});

describe('a correction', () => {
  it('is printed with who and why, and what fails by it names it', () => {
    const report = pilotReport({ corrections: [correction] });
    const failed = report.checks.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ name: 'offlineAndOnline', subject: 'MSM-1', left: 22, right: 23 }]);
    expect(failed[0]?.rows.map(({ en }) => en).join()).toContain('22 → 23 (Sato: came late)');
    const document = makeDocument(report, 'en');
    expect(JSON.stringify(document.blocks)).toContain('23 people from 16 companies');
    expect(tableOf(document, 'Corrections').rows).toEqual([
      ['People', 'MSM-1', 22, 23, 'Sato', 'Tue, 29 Apr 2025', 'came late'],
    ]);
  });

  it('is an erratum after the freeze, and the last one of a figure holds', () => {
    const errata = [
      { ...correction, new: 24, erratum: true },
      { ...correction, old: 24, new: 22, why: 'counted anew', erratum: true },
    ];
    const report = pilotReport({ errata, frozenAt: '2025-04-30T03:00:00.000Z' });
    const document = makeDocument(report, 'en');
    expect(document.facts).toContain('Final since Wed, 30 Apr 2025. Later changes stand among the errata.');
    expect(tableOf(document, 'Errata').rows).toHaveLength(2);
    expect(JSON.stringify(document.blocks)).toContain('22 people from 16 companies');
    expect(JSON.parse(figuresJson(report)).errata).toHaveLength(2);
  });

  it('names who is counted twice', () => {
    const double = {
      ...{ sessionId: sessionId(2), ids: ['a', 'b'], nameJa: '田中', nameEn: 'Tanaka' },
      ...{ companyJa: '青葉', companyEn: 'Aoba' },
    };
    const report = pilotReport({ doubles: [double] });
    expect(report.checks.filter(({ ok }) => !ok)).toMatchObject([
      { name: 'nobodyTwice', subject: 'MSM-2', rows: [{ ja: '田中, 青葉', en: 'Tanaka, Aoba' }] },
    ]);
    expect(JSON.stringify(makeDocument(report, 'ja').blocks)).toContain('田中, 青葉');
  });
});

it('has no table twice and no sheet whose name Excel refuses', () => {
  for (const language of ['ja', 'en'] as const) {
    const names = makeDocument(pilotReport(), language)
      .blocks.filter(isTable)
      .map(({ sheet }) => sheet);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]/\\:*?]{1,31}$/);
  }
});
