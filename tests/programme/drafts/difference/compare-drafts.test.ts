/** What became of each clause between two versions of a draft. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../../../../documents/document-text.js';
import {
  type ClauseChange,
  compareDrafts,
  type DraftDifference,
} from '../../../../programme/drafts/difference/compare-drafts.js';
import { documentOf, documentOfLines } from './documents.js';
import { rebuild } from './rebuild.js';

function marked({ runs }: ClauseChange): string {
  const signs = { kept: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return runs.map(({ kind, text }) => signs[kind].join(text)).join('');
}

/** A line for each clause that did not stay as it was. */
function told({ changes }: DraftDifference): readonly string[] {
  return changes
    .filter(({ kind, moved, renumbered }) => kind !== 'unchanged' || moved || renumbered)
    .map((change) =>
      [change.kind, change.moved ? 'moved' : '', change.renumbered ? 'renumbered' : '', marked(change)]
        .filter((one) => one !== '')
        .join(' '),
    );
}

const compareLines = async (older: string, newer: string) =>
  await compareDrafts(documentOfLines(older), documentOfLines(newer));

const older = `
人権方針
第1条（目的）
当社は、人権を尊重します。従業員に周知します。
第2条（強制労働）
強制労働を認めません。
第3条（児童労働）
児童労働を利用しません。
第4条（救済）
通報窓口を設け、通報した者を不利益に扱いません。
(1) 社内窓口
(2) 社外窓口
以上`;

describe('between two Japanese versions', () => {
  it('marks the words that changed', async () => {
    const newer = older.replace('強制労働を認め', '強制労働及び人身取引を認め').replace('設け、', '設置し、');
    expect(told(await compareLines(older, newer))).toEqual([
      'changed 強制労働{+及び人身取引+}を認めません。',
      'changed 通報窓口を[-設け-]{+設置し+}、通報した者を不利益に扱いません。',
    ]);
  });

  it('says of clauses that only got other numbers that they are renumbered', async () => {
    const newer = older
      .replace('第4条', '第5条')
      .replace('第3条', '第4条')
      .replace('第2条', '第2条（差別の禁止）\nいかなる差別も行いません。\n第3条');
    expect(told(await compareLines(older, newer))).toEqual([
      'added {+（差別の禁止）+}',
      'added {+いかなる差別も行いません。+}',
      'unchanged renumbered （強制労働）',
      'unchanged renumbered （児童労働）',
      'unchanged renumbered （救済）',
    ]);
  });

  it('recognises a clause that was moved, renumbered and slightly changed', async () => {
    const newer = older
      .replace('第2条（強制労働）\n強制労働を認めません。\n', '')
      .replace('第3条', '第2条')
      .replace('第4条', '第3条')
      .replace('以上', '第4条（強制労働）\n強制労働を一切認めません。\n以上');
    expect(told(await compareLines(older, newer))).toEqual([
      'unchanged renumbered （児童労働）',
      'unchanged renumbered （救済）',
      'unchanged moved renumbered （強制労働）',
      'changed moved 強制労働を{+一切+}認めません。',
    ]);
  });

  it('says what was removed at the place where it stood', async () => {
    const newer = older.replace('(1) 社内窓口\n', '').replace('(2)', '(1)');
    expect(told(await compareLines(older, newer))).toEqual(['removed [-社内窓口-]', 'unchanged renumbered 社外窓口']);
  });

  it('recognises a clause that was split, and clauses that were merged', async () => {
    const split = older.replace('尊重します。従業員', '尊重します。\n従業員');
    const difference = await compareLines(older, split);
    expect(told(difference)).toEqual(['split 当社は、人権を尊重します。{+\n+}従業員に周知します。']);
    expect(difference.changes.find(({ kind }) => kind === 'split')?.newer).toHaveLength(2);
    expect(told(await compareLines(split, older))).toEqual([
      'merged 当社は、人権を尊重します。[-\n-]従業員に周知します。',
    ]);
  });

  it('shows a clause that was rewritten at its place as replaced', async () => {
    const newer = older.replace('(2) 社外窓口', '(2) 弁護士');
    expect(told(await compareLines(older, newer))).toEqual(['changed [-社外窓口-]{+弁護士+}']);
  });

  it('takes no notice of width, spacing and kinds of brackets', async () => {
    const newer = older.replaceAll('（', '(').replaceAll('）', ')').replaceAll('第', '第 ').replaceAll('、', '、 ');
    expect(told(await compareLines(older, newer))).toEqual([]);
  });
});

it('compares English by words', async () => {
  const difference = await compareLines(
    `1. Commitment
We respect human rights in all our operations.
2. Grievances
Workers may speak to us. Nobody suffers for it.
3. Publication
This policy is public.`,
    `1. Commitment
We respect internationally recognised human rights in all our operations.
2. Publication
This policy is public.
3. Grievances
Workers and suppliers may speak to us. Nobody suffers for it.`,
  );
  expect(told(difference)).toEqual([
    'changed We respect {+internationally recognised +}human rights in all our operations.',
    'unchanged moved renumbered Publication',
    'unchanged moved This policy is public.',
    'unchanged renumbered Grievances',
    'changed Workers {+and suppliers +}may speak to us. Nobody suffers for it.',
  ]);
});

it('shows one change where words were replaced one after the other', async () => {
  const difference = await compareLines(
    '当社は、人権を尊重します。',
    '当社は、国際人権章典に基づき、人権を尊重します。',
  );
  expect(told(difference)).toEqual(['changed 当社は、{+国際人権章典に基づき、+}人権を尊重します。']);
});

it.each([
  ['nothing against nothing', documentOf(), documentOf(), []],
  ['nothing against something', documentOf(), documentOf('甲'), ['added {+甲+}']],
  ['something against nothing', documentOf('甲', '乙'), documentOf(' '), ['removed [-甲-]', 'removed [-乙-]']],
])('compares %s', async (_what, one, other, expected) => {
  expect(told(await compareDrafts(one, other))).toEqual(expected);
});

describe('of any two versions', () => {
  const words = [
    '人権',
    '尊重',
    'を',
    'し',
    'ます',
    '。',
    '、',
    '第1条',
    '第2条',
    '(1)',
    '①',
    ' ',
    'the ',
    'a. ',
    '\n(2) ',
    '\n',
    '・',
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const paragraph = fc.record({
    text,
    heading: fc.option(fc.integer({ min: 1, max: 3 })),
    label: fc.option(fc.constantFrom('第1条', '(2)', '•', 'ア', 'x'), { freq: 4 }),
    page: fc.constant(null),
  });
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
    fc.record({ kind: fc.constant('write' as const), at: fc.nat(), text }),
    fc.record({ kind: fc.constant('add' as const), at: fc.nat(), paragraph }),
    fc.record({ kind: fc.constant('split' as const), at: fc.nat(), place: fc.nat() }),
  );
  /** Half of the pairs come from one another, as versions do; the others have nothing to do with each other. */
  const versions = fc
    .tuple(fc.array(paragraph, { maxLength: 12 }), fc.array(edit, { maxLength: 6 }), fc.option(fc.array(paragraph)))
    .map(([one, edits, other]) => [one, other ?? edited(one, edits)] as const);

  type Paragraphs = DocumentText['paragraphs'];

  function edited(
    one: Paragraphs,
    edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[],
  ): Paragraphs {
    const now = [...one];
    for (const change of edits) {
      const at = change.at % (now.length + 1);
      const [found] = now.slice(at, at + 1);
      if (change.kind === 'add') now.splice(at, 0, change.paragraph);
      else if (found === undefined) continue;
      else if (change.kind === 'remove') now.splice(at, 1);
      else if (change.kind === 'write') now.splice(at, 1, { ...found, text: found.text + change.text });
      else if (change.kind === 'move') now.splice(change.to % now.length, 0, ...now.splice(at, 1));
      else {
        const place = change.place % (found.text.length + 1);
        now.splice(at, 1, { ...found, text: found.text.slice(0, place) }, { ...found, text: found.text.slice(place) });
      }
    }
    return now;
  }

  const withText = (paragraphs: Paragraphs) =>
    paragraphs.filter((one) => one.text.trim() !== '' || (one.label ?? '').trim() !== '');

  it('the one is rebuilt from the other and the difference', async () => {
    await fc.assert(
      fc.asyncProperty(versions, async ([one, other]) => {
        const [before, after] = [
          { paragraphs: one, pages: null },
          { paragraphs: other, pages: null },
        ];
        const difference = await compareDrafts(before, after);
        expect(rebuild(before, difference, 'newer')).toEqual(withText(other));
        expect(rebuild(after, difference, 'older')).toEqual(withText(one));
      }),
      { numRuns: 2_000 },
    );
  });

  it('every clause is in exactly one change, and the newer ones in their order', async () => {
    await fc.assert(
      fc.asyncProperty(versions, async ([one, other]) => {
        const difference = await compareDrafts({ paragraphs: one, pages: null }, { paragraphs: other, pages: null });
        const positions = (side: 'older' | 'newer') =>
          difference.changes.flatMap((change) => change[side].map(({ position }) => position));
        expect(positions('newer')).toEqual([...difference.newer.keys()]);
        expect([...positions('older')].sort((a, b) => a - b)).toEqual([...difference.older.keys()]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('of texts that were made to be slow', () => {
  /** Signs without an order, the same in every run. */
  function signs(count: number, from: number, kinds: number): readonly string[] {
    let seed = from;
    return Array.from({ length: count }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return String.fromCharCode(from + (Math.floor(seed / 65_536) % kinds));
    });
  }
  const one = (from: number, kinds: number) => documentOf(signs(50_000, from, kinds).join(''));
  const many = (from: number, kinds: number, count = 20_000) => documentOf(...signs(count, from, kinds));

  it.each([
    ['nothing in common', many(0x4e00, 2_000, 1_200), many(0x6000, 2_000, 1_200)],
    ['one clause of 50,000 characters', one(0x4e00, 50), one(0x4e10, 50)],
    ['20,000 clauses of one character', many(0x4e00, 2), many(0x4e01, 2)],
    ['20,000 clauses of one character, few twice', many(0x4e00, 2_000), many(0x4e80, 2_000)],
  ])('%s: the work ends, and the difference is right', async (_what, before, after) => {
    const difference = await compareDrafts(before, after);
    expect(rebuild(before, difference, 'newer')).toEqual(after.paragraphs);
    expect(rebuild(after, difference, 'older')).toEqual(before.paragraphs);
  });

  it('a file of very many lines is compared to its end, though coarsely', async () => {
    const before = documentOf(...signs(120_000, 0x4e00, 2_000));
    const after = documentOf(...signs(120_000, 0x4e10, 2_000));
    const difference = await compareDrafts(before, after);
    const linesOf = (paragraphs: DocumentText['paragraphs']) => paragraphs.flatMap(({ text }) => text.split('\n'));
    expect(linesOf(rebuild(before, difference, 'newer'))).toEqual(linesOf(after.paragraphs));
    expect(difference.isCoarse).toBe(true);
    expect(difference.newer.length).toBeLessThan(21_000);
  });

  it('where no time is left, what differs is shown as replaced, and said to be', async () => {
    const newer = older.replace('強制労働を認め', '強制労働及び人身取引を認め');
    const [before, after] = [documentOfLines(older), documentOfLines(newer)];
    const difference = await compareDrafts(before, after, { milliseconds: 0 });
    expect(difference.isCoarse).toBe(true);
    expect(rebuild(before, difference, 'newer')).toEqual(after.paragraphs);
    expect((await compareDrafts(before, after)).isCoarse).toBe(false);
  });

  it('ends with its signal', async () => {
    const reason = new Error('nobody waits any more');
    const signal = AbortSignal.abort(reason);
    await expect(compareDrafts(documentOf('甲'), documentOf('乙'), { signal })).rejects.toBe(reason);
  });
});
