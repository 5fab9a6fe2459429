/** Completes a build: puts what is not TypeScript beside the compiled files that read it. */
import { cp, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Read at run time: the migrations at every start, the font where a report is made, the glossary where something is looked up, the examples where words are not understood, what a model is told where there is one, the rest by commands. */
const assets = [
  'prisma/migrations',
  'prompts/examples',
  'prompts/lexicon.json',
  'prompts/interpret.ja.md',
  'prompts/interpret.en.md',
  'prompts/answer.ja.md',
  'prompts/answer.en.md',
  'documents/charts/font',
  'programme/knowledge/glossary.json',
  'bot/slack/manifest.json',
];

const root = new URL('../', import.meta.url);

for (const asset of assets) {
  const target = fileURLToPath(new URL(`dist/${asset}`, root));
  await mkdir(dirname(target), { recursive: true });
  await cp(fileURLToPath(new URL(asset, root)), target, { recursive: true });
}
