/** What a language model is told: there in both languages, of one version, used, and part of a build. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { readPrompt } from '../../bot/interpret/model/read-prompt.js';

const languages = ['ja', 'en'] as const;

const parts = {
  interpret: ['<data>', '<sentence>', '`sessions`', '`examples`', '`now`', '`timezone`', '`PERSON_1`'],
  answer: ['<passages>', '<question>', '[1]', '`PERSON_1`'],
} as const;

it.each(['interpret', 'answer'] as const)('is there in both languages, changed together: %s', (name) => {
  const prompts = languages.map((language) => readPrompt(language, name));
  expect(new Set(prompts.map(({ version }) => version)).size).toBe(1);
  expect(prompts.map(({ text }) => /\p{Script=Hiragana}/u.test(text))).toEqual([true, false]);
  // What the message that goes with it is made of.
  for (const { text } of prompts) {
    for (const part of parts[name]) expect(text).toContain(part);
  }
});

it('has no file that nobody reads, and none that a build lacks', () => {
  const read = ['answer', 'interpret'].flatMap((name) => languages.map((language) => `${name}.${language}.md`));
  const files = readdirSync(new URL('../../prompts/', import.meta.url), { withFileTypes: true });
  expect(files.filter((file) => file.name.endsWith('.md')).map(({ name }) => name)).toEqual(read.toSorted());
  const copied = readFileSync(new URL('../../app/copy-assets.ts', import.meta.url), 'utf8');
  for (const file of read) expect(copied).toContain(`'prompts/${file}'`);
});

it.each([
  ['no head', 'Read this.'],
  ['no version', '---\nversion:\n---\nRead this.'],
  ['the version 0', '---\nversion: 0\n---\nRead this.'],
  ['nothing to tell', '---\nversion: 1\n---\n  \n'],
])('is refused with %s', (_, written) => {
  const folder = mkdtempSync(join(tmpdir(), 'prompts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'interpret.en.md'), written);
  expect(() => readPrompt('en', 'interpret', pathToFileURL(`${folder}/`))).toThrow(z.ZodError);
  expect(() => readPrompt('ja', 'interpret', pathToFileURL(`${folder}/`))).toThrow(/ENOENT/);
});
