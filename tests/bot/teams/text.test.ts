/** What people wrote stays text in Adaptive Cards. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defuseLabel, escapeMarkdown, shorten } from '../../../bot/teams/text.js';
import { readMarkdown } from '../../../playground/teams/markdown.js';

const payloads = [
  '[click](https://evil.example)',
  '![image](https://evil.example/a.png)',
  '<at>Everyone</at>',
  '<https://evil.example>',
  '**bold** _italic_ ~~struck~~ `code`',
  '# heading',
  '- entry',
  '+ entry',
  '* entry',
  '1. entry',
  '12) entry',
  '> quotation',
  '[a]: https://evil.example',
  '\\[escaped\\](https://evil.example)',
  '{{DATE(2017-02-14T06:00:00Z,SHORT)}}',
  '&lt;at&gt;Everyone&lt;/at&gt; &#60;at&#62;',
  '| a | b |',
];

test.each(payloads)('%s reads as it was written', (payload) => {
  expect(readMarkdown(escapeMarkdown(payload))).toBe(payload);
});

test.each([
  ['a link', '[click](https://evil.example)', /(?<!\\)\[/],
  ['a mention', '<at>Everyone</at>', /</],
  ['a heading', '# heading', /^#/],
  ['a list', '- entry', /^-/],
  ['a numbered list', '1. entry', /^\d+\./],
  ['a date function', '{{DATE(2017-02-14T06:00:00Z,SHORT)}}', /\{\{/],
  ['a reference', '&lt;at&gt;', /&lt;at/],
])('%s is not live any more', (_, payload, live) => {
  expect(payload).toMatch(live);
  expect(escapeMarkdown(payload)).not.toMatch(live);
});

test('any one line reads as it was written', () => {
  const line = fc.string({ unit: fc.constantFrom(...'\\`*_[](){}<>#+-.!~|&;:/ab1 あ@'), maxLength: 40 });
  fc.assert(
    fc.property(line, (text) => {
      const read = readMarkdown(escapeMarkdown(text)).replaceAll('\u200b', '').replaceAll('\u00a0', ' ');
      expect(read).toBe(text.trim() === '' ? '' : text);
    }),
    { numRuns: 2000 },
  );
});

test('line breaks stay, empty lines included', () => {
  expect(escapeMarkdown('one\ntwo\r\n\nthree')).toBe('one\n\ntwo\n\n\u200b\n\nthree');
});

test('an indented line becomes no block of code', () => {
  expect(escapeMarkdown('    - code')).toBe('\u200b\u00a0\u00a0\u00a0\u00a0\\- code');
});

test('labels carry no links and tags where markdown is read, and no backslashes where it is not', () => {
  expect(defuseLabel('[click](https://evil.example) <at>x</at>')).not.toMatch(/\]\(|<at|<\/at|\\/);
  expect(defuseLabel('Workshop 1 (online)')).toBe('Workshop 1 (online)');
});

test('what is cut says so, in the reader’s language, and tears no character apart', () => {
  expect(shorten('あ'.repeat(50), 20, 'ja')).toBe(`${'あ'.repeat(13)}…(以下省略)`);
  expect(shorten('short', 20, 'en')).toBe('short');
  expect(shorten('𠮷'.repeat(50), 20, 'ja').isWellFormed()).toBe(true);
  expect(shorten('𠮷'.repeat(50), 21, 'ja').isWellFormed()).toBe(true);
});
