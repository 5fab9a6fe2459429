/** A model's answer is read sentence by sentence, each with what it cites. */
import { expect, it } from 'vitest';
import { readCitations } from '../../../../bot/interpret/model/read-citations.js';

it.each([
  ['It is so. [1]', [{ text: 'It is so.', cites: [0] }]],
  ['- It is so [1][2].', [{ text: 'It is so.', cites: [0, 1] }]],
  [
    '三営業日以内に回答します。［1、3］\n窓口は一つです。【2】',
    [
      { text: '三営業日以内に回答します。', cites: [0, 2] },
      { text: '窓口は一つです。', cites: [1] },
    ],
  ],
  ['It is so.\nAnd so. [2, 2]', [{ text: 'And so.', cites: [1] }]],
  ['[1]', []],
  ['Nothing [0]', []],
  ['', []],
] as const)('%j', (answer, sentences) => {
  expect(readCitations(answer)).toEqual(sentences);
});
