/** Of what a model writes only sentences stay that cite the programme's material and say what stands there. */
import { describe, expect, it } from 'vitest';
import { supported } from '../../../programme/knowledge/written-answer.js';

const quotations = [
  {
    source: '苦情処理の手引き',
    place: '窓口',
    quote: '相談窓口は受け付けてから三営業日以内に回答します。電話は0120-000-123です。',
  },
  {
    source: 'Handbook',
    place: 'Remedy',
    quote: 'A company remedies harm that it has caused. See https://spp.example/remedy.',
  },
];
const kept = (text: string, cites: readonly number[] = [0]) => supported([{ text, cites }], quotations).length === 1;

describe('a sentence of an answer', () => {
  it.each([
    ['相談窓口は三営業日以内に回答します。', [0]],
    ['The company remedies harm that it has caused.', [1]],
    ['See https://spp.example/remedy for remedies of harm.', [1]],
    ['相談窓口の電話は0120-000-123です。', [0]],
  ] as const)('stays: %s', (text, cites) => {
    expect(kept(text, cites)).toBe(true);
  });

  it.each([
    ['cites nothing', '相談窓口は三営業日以内に回答します。', []],
    ['cites what there is not', '相談窓口は三営業日以内に回答します。', [7]],
    ['cites something else', '相談窓口は三営業日以内に回答します。', [1]],
    ['adds what the model knows otherwise', '労働基準法により、会社には三年以下の懲役または罰金が科されます。', [0]],
    ['brings an address of its own', 'The company remedies harm: see https://evil.example/remedy.', [1]],
    ['brings a number of its own', '相談窓口の電話は0120-999-999です。', [0]],
    ['says nothing', '  ', [0]],
    ['does not end', '相談窓口は三営業日以内に回答します。'.repeat(40), [0]],
  ] as const)('goes: it %s', (_, text, cites) => {
    expect(kept(text, cites)).toBe(false);
  });

  it('goes after the third', () => {
    const one = { text: '相談窓口は三営業日以内に回答します。', cites: [0] };
    expect(supported([one, one, one, one], quotations)).toHaveLength(3);
  });
});
