/** Names of companies and people are taken out of a sentence, whichever they are, and nothing else is. */
import { expect, it } from 'vitest';
import { exampleDirectory } from '../../../../bot/interpret/examples/example-directory.js';
import { noNames } from '../../../../bot/interpret/mentions/known-names.js';
import { nameMarks, withoutNames } from '../../../../bot/interpret/mentions/without-names.js';

const { company, person, adviser } = nameMarks;

it.each([
  ['きさらぎ電機の原稿を承認します', `${company}の原稿を承認します`],
  ["Approve Tokiwa Giken's draft.", `Approve ${company} draft.`],
  ['黒沢先生にお願いしたい', `${adviser}にお願いしたい`],
  ['私と広瀬さんの二人で参加', `私と${person}の二人で参加`],
  ['Tachibana takes Sazanami Kasei', `${adviser} takes ${company}`],
  ['セミナーに参加します', 'セミナーに参加します'],
])('%s', (text, plain) => {
  expect(withoutNames(text, exampleDirectory())).toBe(plain);
  expect(withoutNames(text, noNames)).toBe(text);
});
