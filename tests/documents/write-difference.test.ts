/** A comparison as Word and HTML file: everything is in it, marked without colour too, and whatever people wrote stays text. */
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../documents/archive.js';
import type { DifferenceDocument } from '../../documents/difference-document.js';
import { parseXml } from '../../documents/parse-xml.js';
import { typeByContent } from '../../documents/type-by-content.js';
import { writeDifferenceDocx } from '../../documents/write-difference-docx.js';
import { writeDifferenceHtml } from '../../documents/write-difference-html.js';

const document: DifferenceDocument = {
  language: 'ja',
  title: '人権方針 比較表',
  facts: [{ label: '前の版', value: '2025年2月3日(月)' }],
  legend: [
    { kind: 'removed', text: '取り消し線は削除' },
    { kind: 'added', text: '下線は追加' },
  ],
  notes: ['コメント3 → 第7条: 変更あり'],
  sections: [
    {
      heading: '第7条: 変更',
      notes: ['コメント3 → 第7条: 変更あり'],
      runs: [
        { kind: 'kept', text: '当社は、' },
        { kind: 'removed', text: '努めます' },
        { kind: 'added', text: '尊重します' },
        { kind: 'kept', text: '。\n次の行' },
        { kind: 'added', text: '\n' },
        { kind: 'kept', text: '分けた行' },
      ],
    },
  ],
  closing: '変わっていない段落: 3件',
  spoken: {
    removed: { begins: '削除ここから', ends: '削除ここまで' },
    added: { begins: '追加ここから', ends: '追加ここまで' },
  },
};

const lines = [
  '人権方針 比較表',
  '前の版: 2025年2月3日(月)',
  '[-取り消し線は削除-]{+下線は追加+}',
  'コメント3 → 第7条: 変更あり',
  '# 第7条: 変更',
  'コメント3 → 第7条: 変更あり',
  '当社は、[-努めます-]{+尊重します+}。',
  '次の行{+↵+}',
  '分けた行',
  '変わっていない段落: 3件',
];

const hostile = [
  '</w:t><w:t>',
  '<script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>',
  '&amp; & &#0; ]]> <!-- -->',
  '"\' onload="x"',
  'null \u0000 bell \u0007 escape \u001B delete \u007F \uFFFE \uFFFF',
  'half \uD83D of a pair, \uDE00 the other',
  'turned \u202Egnp.exe\u202C',
  '{{DATE(2024-11-07T00:00:00Z)}} =1+1',
  '\t\r\n\r\v\f\u2028\u2029',
  '😀𠮷',
];
const wholeOf = (text: string): DifferenceDocument => ({
  ...document,
  title: text,
  facts: [{ label: text, value: text }],
  notes: [text],
  sections: [
    { heading: text, notes: [text], runs: (['kept', 'removed', 'added'] as const).map((kind) => ({ kind, text })) },
  ],
  closing: text,
});

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of await openArchive(bytes, { mostEntries: 100 }))
    parts.set(entry.name, (await entry.read(50_000_000)).toString('utf8'));
  return parts;
}

/** A line for each paragraph, with the marks of its runs as signs. */
async function readDocx(bytes: Uint8Array): Promise<readonly string[]> {
  const xml = (await partsOf(bytes)).get('word/document.xml') ?? '';
  const read: string[] = [];
  let line = '';
  let look = { removed: false, added: false };
  let isText = false;
  await parseXml(xml, {
    open(name, attributes) {
      if (name === 'r') look = { removed: false, added: false };
      if (name === 'strike') look.removed = attributes.get('val') !== 'false';
      if (name === 'u') look.added = attributes.get('val') === 'single';
      if (name === 'pStyle' && attributes.get('val') === 'Heading1') line = '# ';
      isText = name === 't';
    },
    text(text) {
      if (isText) line += look.removed ? `[-${text}-]` : look.added ? `{+${text}+}` : text;
    },
    close(name) {
      isText = false;
      if (name !== 'p') return;
      read.push(line);
      line = '';
    },
  });
  return read;
}

describe('the Word document', () => {
  it('holds everything, struck through and underlined', async () => {
    const bytes = await writeDifferenceDocx(document);
    expect(await readDocx(bytes)).toEqual(lines);
    expect(await typeByContent(bytes)).toBe('docx');
  });

  it('is red and green, and names a font for Japanese', async () => {
    const parts = await partsOf(await writeDifferenceDocx(document));
    expect(parts.get('word/document.xml')).toMatch(
      /<w:strike\/>.*<w:color w:val="B3261E"\/>|<w:color w:val="B3261E"\/>.*<w:strike\/>/,
    );
    expect(parts.get('word/document.xml')).toContain('<w:u w:val="single" w:color="14652C"/>');
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="Yu Gothic"');
  });

  it('is the same each time but for when it was made', async () => {
    const [one, other] = [
      await partsOf(await writeDifferenceDocx(document)),
      await partsOf(await writeDifferenceDocx(document)),
    ];
    const withoutTimes = (parts: ReadonlyMap<string, string>) =>
      [...parts].filter(([name]) => name !== 'docProps/core.xml');
    expect(withoutTimes(one)).toEqual(withoutTimes(other));
  });

  it.each([...hostile, '字'.repeat(1_000_000), 'a\n'.repeat(5_000)])(
    'is well-formed whatever it holds: %.60j',
    async (text) => {
      const parts = await partsOf(await writeDifferenceDocx(wholeOf(text)));
      expect(parts.size).toBeGreaterThan(5);
      for (const [name, part] of parts) {
        if (!/\.(?:xml|rels)$/.test(name)) continue;
        await parseXml(part, {});
        expect(part.isWellFormed(), name).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(part), name).toBe(false);
      }
      // Nothing that people wrote is fetched from elsewhere.
      expect([...parts.values()].some((part) => part.includes('TargetMode="External"'))).toBe(false);
    },
  );

  it('shows markup as it was written', async () => {
    const text = '<w:t>&amp;</w:t>';
    expect(await readDocx(await writeDifferenceDocx(wholeOf(text)))).toContain(`${text}[-${text}-]{+${text}+}`);
  });
});

describe('the HTML file', () => {
  const written = (one: DifferenceDocument) => Buffer.from(writeDifferenceHtml(one)).toString('utf8');

  it('holds everything, with words around the marks for those who hear it', () => {
    const html = written(document);
    for (const text of [
      '人権方針 比較表',
      '2025年2月3日(月)',
      'コメント3 → 第7条: 変更あり',
      '第7条: 変更',
      '変わっていない段落: 3件',
    ])
      expect(html).toContain(text);
    expect(html).toContain(
      '当社は、<del><span class="said"> 削除ここから </span>努めます<span class="said"> 削除ここまで </span></del><ins><span class="said"> 追加ここから </span>尊重します<span class="said"> 追加ここまで </span></ins>。',
    );
    expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/);
    expect(html).toContain('@media print');
  });

  it('is the same each time', () => {
    expect(written(document)).toBe(written(document));
  });

  it('allows nothing but its own styles', () => {
    expect(written(document)).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'">/,
    );
  });

  it.each([...hostile, 'x'.repeat(1_000_000)])('keeps as text whatever it holds: %.60j', (text) => {
    const html = written(wholeOf(text));
    const tags = new Set([...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, name]) => name));
    const own = [
      '!doctype',
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'main',
      'h1',
      'h2',
      'dl',
      'dt',
      'dd',
      'p',
      'section',
      'del',
      'ins',
      'span',
    ];
    expect([...tags].filter((tag) => !own.includes(String(tag)))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\s(?:on[a-z]+|src|href)=/i);
    expect(html.isWellFormed()).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(html).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E]/);
  });
});
