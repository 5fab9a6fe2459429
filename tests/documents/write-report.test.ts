/** A report as Word and Excel files: whole, linked, asking nothing, with pictures in which the text is there, and whatever people wrote stays text. */
import { inflateSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../documents/archive.js';
import type { Chart } from '../../documents/charts/chart.js';
import { readFont } from '../../documents/charts/read-font.js';
import { renderChart } from '../../documents/charts/render-chart.js';
import { parseXml } from '../../documents/parse-xml.js';
import type { ReportDocument } from '../../documents/report/report-document.js';
import { writeReportDocx } from '../../documents/report/write-report-docx.js';
import { writeReportXlsx } from '../../documents/report/write-report-xlsx.js';
import { typeByContent } from '../../documents/type-by-content.js';

const bars: Chart = {
  ...{ kind: 'stacked bars', title: '開催回ごとの参加者数', unit: '人', parts: ['会場', 'オンライン'] },
  bars: [
    { label: 'MSM-1', values: [13, 9] },
    { label: 'WLT-1', values: [0, 18] },
  ],
};

const formula = '=HYPERLINK("https://evil.example","x")';

const report: ReportDocument = {
  language: 'ja',
  title: 'SPPパイロット2024 実施報告書',
  facts: ['2025年4月30日(水)現在'],
  contents: '目次',
  blocks: [
    { kind: 'heading', level: 1, text: '1. 事業の概要' },
    { kind: 'paragraph', text: `目的\n${formula} </w:t> \u0007` },
    { kind: 'heading', level: 2, text: '(1) 背景' },
    {
      kind: 'facts',
      facts: [
        { label: '会場', value: 'AP東京丸の内' },
        { label: '主な内容', value: '' },
      ],
    },
    {
      kind: 'list',
      items: [
        { text: '講演', level: 1 },
        { text: 'オガワ氏', level: 2 },
      ],
    },
    { kind: 'chart', chart: bars, description: '棒グラフ。MSM-1は22人' },
    {
      ...{ kind: 'table', sheet: '開催回', caption: '表1 開催回' },
      columns: [
        { title: '名称', kind: 'text', width: 30 },
        { title: '人', kind: 'number', width: 10 },
        { title: '日', kind: 'day', width: 14 },
        { title: '開始', kind: 'instant', width: 18, sheetOnly: true },
      ],
      rows: [
        [formula, 22, new Date('2024-11-07T00:00:00Z'), new Date('2024-11-07T15:30:00Z')],
        ['第2回', null, null, null],
      ],
    },
    { kind: 'note', text: '訂正はありません。' },
  ],
};

interface Part {
  readonly text: string;
  readonly bytes: Buffer;
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Part>> {
  const parts = new Map<string, Part>();
  for (const entry of await openArchive(bytes, { mostEntries: 100 })) {
    const content = Buffer.from(await entry.read(50_000_000));
    parts.set(entry.name, { text: content.toString('utf8'), bytes: content });
  }
  return parts;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

async function tagsOf(xml: string): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  await parseXml(xml, { open: (name, attributes) => tags.push({ name, attributes }) });
  return tags;
}

describe('as a Word document', () => {
  let bytes: Uint8Array;
  let parts: ReadonlyMap<string, Part>;
  let tags: readonly Tag[];
  const named = (name: string) => tags.filter((tag) => tag.name === name);
  const all = (name: string, key: string) => named(name).map(({ attributes }) => attributes.get(key));

  beforeAll(async () => {
    bytes = await writeReportDocx(report, async () => null);
    parts = await partsOf(bytes);
    tags = await tagsOf(parts.get('word/document.xml')?.text ?? '');
  });

  it('is one, whose parts are all there, well-formed and declared', async () => {
    expect(await typeByContent(bytes)).toBe('docx');
    const types = await tagsOf(parts.get('[Content_Types].xml')?.text ?? '');
    const known = new Set(types.map(({ attributes }) => attributes.get('PartName') ?? attributes.get('Extension')));
    for (const [name, { text }] of parts) {
      const ending = name.slice(name.lastIndexOf('.') + 1);
      expect(known.has(`/${name}`) || known.has(ending), name).toBe(true);
      if (/\.(xml|rels)$/.test(name)) expect((await tagsOf(text)).length, name).toBeGreaterThan(0);
    }
    for (const tag of types) {
      const part = tag.attributes.get('PartName');
      if (part !== undefined) expect(parts.has(part.slice(1)), part).toBe(true);
    }
  });

  it('has a target for every relation, and a relation for everything that it refers to', async () => {
    for (const [name, { text }] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const { name: tag, attributes } of await tagsOf(text)) {
        if (tag !== 'Relationship') continue;
        expect(attributes.get('TargetMode')).toBeUndefined();
        const target = attributes.get('Target') ?? '';
        const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1);
        expect(parts.has(path), `${name}: ${target}`).toBe(true);
      }
    }
    const relations = await tagsOf(parts.get('word/_rels/document.xml.rels')?.text ?? '');
    const ids = new Set(relations.map(({ attributes }) => attributes.get('Id')));
    for (const id of [...all('blip', 'embed'), ...all('footerReference', 'id')]) expect(ids.has(id), id).toBe(true);
  });

  it('asks nothing on opening: no field is to be brought up to date, nothing comes from elsewhere', () => {
    for (const [name, { text }] of parts) {
      expect(text, name).not.toMatch(/updateFields|w:fldSimple|attachedTemplate|w:dirty|TOC \\/);
      expect(name).not.toMatch(/vba|\.bin$|embeddings/i);
    }
  });

  it('has contents whose links lead to its headings', () => {
    const anchors = all('hyperlink', 'anchor');
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) expect(all('bookmarkStart', 'name')).toContain(anchor);
    const ids = all('bookmarkStart', 'id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(all('pStyle', 'val')).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading2', 'Caption']));
  });

  it('numbers its pages in the footer, and names a font for Japanese', () => {
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1].text ?? '';
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
    const styles = parts.get('word/styles.xml')?.text ?? '';
    expect(styles).toMatch(/w:eastAsia="Yu Gothic"/);
    expect(styles).toMatch(/<w:lang [^>]*w:eastAsia="ja-JP"/);
    for (const style of all('pStyle', 'val')) expect(styles, style).toContain(`w:styleId="${style}"`);
  });

  it('has a picture with words for who does not see it, and the table beneath without what a page has no room for', () => {
    expect(all('docPr', 'descr')).toEqual(['棒グラフ。MSM-1は22人']);
    const picture = [...parts].find(([name]) => name.startsWith('word/media/'))?.[1].bytes;
    expect(picture?.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(named('gridCol')).toHaveLength(3);
    expect(named('tblHeader')).toHaveLength(1);
    expect(tags.findIndex(({ name }) => name === 'tbl')).toBeGreaterThan(tags.findIndex(({ name }) => name === 'blip'));
  });

  it('leaves no label and no title of a talk alone at the end of a page', () => {
    const paragraphs = (parts.get('word/document.xml')?.text ?? '').split('<w:p>');
    const keeps = (words: string) => paragraphs.find((one) => one.includes(words))?.includes('<w:keepNext/>');
    expect([keeps('主な内容'), keeps('講演'), keeps('会場: '), keeps('オガワ氏')]).toEqual([true, true, false, false]);
  });

  it('holds what people wrote as text', async () => {
    const xml = parts.get('word/document.xml')?.text ?? '';
    let text = '';
    await parseXml(xml, { text: (piece) => (text += piece) });
    expect(text).toContain(`${formula} </w:t> `);
    expect(text).not.toContain('\u0007');
  });
});

describe('as a workbook', () => {
  it('has a sheet for each table, with numbers and dates, and no formula', async () => {
    const bytes = await writeReportXlsx(report);
    for (const [name, { text }] of await partsOf(bytes)) expect(text, name).not.toMatch(/<f[ >]/);
    const [sheet, ...others] = await readXlsxFile(Buffer.from(bytes));
    expect(others).toEqual([]);
    expect(sheet?.sheet).toBe('開催回');
    const [titles, first, second] = sheet?.data ?? [];
    expect(titles).toEqual(['名称', '人', '日', '開始']);
    expect(first?.slice(0, 2)).toEqual([formula, 22]);
    const [day, at] = first?.slice(2) ?? [];
    // The reader loses a millisecond where a serial number is no round fraction of a day.
    const rounded = (date: unknown) => (date instanceof Date ? Math.round(date.getTime() / 1_000) * 1_000 : null);
    expect([rounded(day), rounded(at)]).toEqual([Date.parse('2024-11-07T00:00Z'), Date.parse('2024-11-07T15:30Z')]);
    expect(second?.[0]).toBe('第2回');
  });
});

/** The picture's pixels as shades of grey, row by row: 8 bits, RGB or RGBA, not interlaced (https://www.w3.org/TR/png-3/#9Filters). */
function greys(png: Uint8Array): { readonly width: number; readonly rows: readonly (readonly number[])[] } {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[file.readUInt8(25)] ?? 0;
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rows: number[][] = [];
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const row = new Uint8Array(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [row[x - channels] ?? 0, above[x] ?? 0, above[x - channels] ?? 0];
      row[x] = (row[x] ?? 0) + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0);
    }
    rows.push(
      Array.from({ length: width }, (_, x) => {
        const at = x * channels;
        return ((row[at] ?? 0) + (row[at + 1] ?? 0) + (row[at + 2] ?? 0)) / 3;
      }),
    );
    above = row;
  }
  return { width, rows };
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

interface Area {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

async function darkPixels(chart: Chart, { from, to }: Area): Promise<number> {
  const { rows } = greys((await renderChart(chart)).png);
  return rows
    .slice(from[1], to[1])
    .reduce((sum, row) => sum + row.slice(from[0], to[0]).filter((grey) => grey < 110).length, 0);
}

describe('a chart', () => {
  const title: Area = { from: [25, 8], to: [420, 44] };

  it('shows its Japanese words: without a font they would vanish', async () => {
    const dark = await darkPixels(bars, title);
    expect(dark).toBeGreaterThan(600);
    // The control: nothing else is drawn there.
    expect(await darkPixels({ ...bars, title: '' }, title)).toBe(0);
    expect(await darkPixels({ ...bars, title: '開催' }, title)).toBeLessThan(dark / 2);
  });

  it('tells its parts apart in grey', async () => {
    const only = (values: readonly number[]): Chart => ({ ...bars, bars: [{ label: '', values }] });
    const inside: Area = { from: [470, 300], to: [530, 380] };
    const [full, hatched] = [await darkPixels(only([20, 0]), inside), await darkPixels(only([0, 20]), inside)];
    expect(full).toBe(60 * 80);
    expect(hatched).toBeGreaterThan(full * 0.1);
    expect(hatched).toBeLessThan(full * 0.6);
  });

  it('shows a sign that its font lacks as a mark', async () => {
    const { legible } = await readFont();
    expect(legible('人権方針 Policy 髙 😀 한')).toBe('人権方針 Policy 〓 〓 〓');
    expect(await darkPixels({ ...bars, title: '😀' }, title)).toBeGreaterThan(50);
  });

  it('keeps what people wrote as text', async () => {
    const hostile = '</text><rect width="960" height="480" fill="black"/>&<';
    expect(await darkPixels({ ...bars, title: hostile }, { from: [0, 440], to: [960, 480] })).toBeLessThan(2_000);
  });

  it('draws progress that has not begun, and no session at all', async () => {
    const steps: Chart = {
      ...{
        kind: 'steps',
        title: '進捗',
        unit: '社',
        from: '2024-11-01',
        to: '2024-11-01',
        limit: 0,
        limitLabel: '0社',
      },
      lines: [{ name: '人権方針', points: [] }],
    };
    for (const chart of [steps, { ...bars, bars: [] }]) {
      expect((await renderChart(chart)).png.byteLength).toBeGreaterThan(1_000);
    }
  });
});
