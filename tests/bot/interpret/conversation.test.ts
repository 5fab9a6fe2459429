/** The examples that depend on what was shown before are understood by it, and no worse than without; what was shown changes nothing for others. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isWrite, openUnderstanding } from '../../../app/understand-sentences.js';
import { exampleDirectory } from '../../../bot/interpret/examples/example-directory.js';
import { readExamples, type SpokenExample } from '../../../bot/interpret/examples/read-examples.js';
import { shownBefore } from '../../../bot/interpret/examples/shown-before.js';
import { readAs } from '../../../bot/interpret/score/as-read.js';
import type { Result } from '../../../bot/interpret/score/score.js';
import type { LastShown } from '../../../programme/requests/last-shown.js';
import { enWish, jaWish } from './generated-sentences.js';

let understand: Awaited<ReturnType<typeof openUnderstanding>>;
beforeAll(async () => {
  understand = await openUnderstanding(exampleDirectory());
});

const examples = readExamples().filter(({ before }) => before !== undefined);
const TIME_ZONE = 'Asia/Tokyo';

const say = async ({ id, say: text, role, now }: SpokenExample, shown: LastShown | null) =>
  await understand({ id, text, role, now, shown });

function isRight({ action, input, now }: SpokenExample, { action: meant, parameters }: Result): boolean {
  const at = { now: new Date(now), timeZone: TIME_ZONE };
  const wanted = Object.entries(input).every(([field, value]) =>
    readAs(field, parameters, at).some((read) => JSON.stringify(read) === JSON.stringify(value)),
  );
  return action === null ? meant === null || meant === 'help.show' : meant === action && wanted;
}

describe('what was said after something was shown', () => {
  it('is understood with all that it speaks of more often than without', async () => {
    const counted = { right: 0, without: 0, wrongWrites: 0 };
    for (const example of examples) {
      const result = await say(example, shownBefore(example));
      if (isRight(example, result)) counted.right += 1;
      if (isRight(example, await say(example, null))) counted.without += 1;
      const { action } = result;
      if (action !== null && action !== example.action && isWrite(action)) counted.wrongWrites += 1;
    }
    expect(examples.length).toBeGreaterThan(90);
    expect(counted.without / examples.length).toBeLessThan(0.1);
    expect(counted.right / examples.length).toBeGreaterThan(0.33);
    expect(counted.wrongWrites).toBeLessThanOrEqual(2);
  });
});

describe('a sentence that speaks for itself', () => {
  const shown: LastShown = {
    ...{ about: { booking: 'b' }, proposes: false },
    lists: [[{ session: 'CLS-1' }, { session: 'WLT-1' }]],
  };
  it.each([
    ['in Japanese', jaWish],
    ['in English', enWish],
  ])('means the same whatever was shown, %s', async (_, sentences) => {
    await fc.assert(
      fc.asyncProperty(sentences, async (text) => {
        const said = { id: text, text, role: 'participant', now: '2024-10-28T10:00:00+09:00' } as const;
        expect(await understand({ ...said, shown })).toEqual(await understand(said));
      }),
    );
  });
});
