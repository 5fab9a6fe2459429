/** A document is cut into passages by its headings and paragraphs, none longer than is quoted, and nothing of it is lost. */
import { expect, it } from 'vitest';
import { readMarkdown } from '../../../documents/read-markdown.js';
import { cutPassages } from '../../../programme/knowledge/cut-passages.js';
import { sentencesOf } from '../../../programme/knowledge/sentences.js';

const headingsOf = (text: string) => cutPassages(readMarkdown(text)).map(({ heading }) => heading);

it('begins a passage with each section, and says which headings stand above it', () => {
  const text = '# Guide\n\nFirst.\n\nSecond.\n\n## Remedy\n\nThird.\n\n# Annex\n\nFourth.';
  expect(cutPassages(readMarkdown(text))).toEqual([
    { heading: 'Guide', page: null, text: 'First.\nSecond.' },
    { heading: 'Guide › Remedy', page: null, text: 'Third.' },
    { heading: 'Annex', page: null, text: 'Fourth.' },
  ]);
});

it('keeps paragraphs of a section together only as far as they are quoted together', () => {
  const paragraph = `${'This is said once. '.repeat(20)}`.trim();
  const passages = cutPassages(readMarkdown(`# Guide\n\n${paragraph}\n\n${paragraph}`));
  expect(passages.map(({ text }) => text)).toEqual([paragraph, paragraph]);
});

it.each([
  ['Japanese', '苦情処理の仕組みは、取引先の方も使えるようにします。'.repeat(80)],
  ['English', 'The mechanism is open to workers of suppliers. '.repeat(60).trim()],
  ['text without an end', 'あ'.repeat(3_000)],
])('cuts a long paragraph of %s between its sentences, and loses nothing', (_name, text) => {
  const passages = cutPassages(readMarkdown(text));
  expect(passages.length).toBeGreaterThan(1);
  expect(passages.every((passage) => passage.text.length <= 600)).toBe(true);
  const bare = (words: string) => words.replace(/\s/g, '');
  expect(bare(passages.map((passage) => passage.text).join(''))).toBe(bare(text));
});

it('makes no passage of headings, and leaves out the highest of too many', () => {
  expect(headingsOf('# Guide\n\n## Remedy')).toEqual([]);
  expect(headingsOf(`# ${'A'.repeat(150)}\n\n## ${'B'.repeat(150)}\n\nText.`)).toEqual(['B'.repeat(150)]);
});

it('parts sentences of both languages', () => {
  expect(sentencesOf('方針を定めます。窓口を設けます！「使えます。」と書きます。')).toEqual([
    '方針を定めます。',
    '窓口を設けます！',
    '「使えます。」と書きます。',
  ]);
  expect(sentencesOf('See Sec. 3 of it. Costs are 3.5 million. Why? Because.')).toEqual([
    'See Sec. 3 of it.',
    'Costs are 3.5 million.',
    'Why?',
    'Because.',
  ]);
});
