/** What is learnt from sentences: the meaning of others like them, as far as the role may mean it. */
import { expect, test } from 'vitest';
import { classifierOf, type Labelled, learnFrom } from '../../../../bot/interpret/rank/classifier.js';
import { conceptReader } from '../../../../bot/interpret/rank/concepts.js';

const conceptsOf = conceptReader({
  session: { ja: ['セミナー', 'ワークショップ'], en: ['seminar-', 'workshop-'] },
  cancel: { ja: ['キャンセル', '取り消'], en: ['cancel-', 'drop'] },
  register: { ja: ['登録', '参加'], en: ['register-', 'sign up'] },
  report: { ja: ['報告書'], en: ['report-'] },
});

const may = (meaning: string, role: string) => role === 'secretariat' || !meaning.startsWith('report.');

const said: readonly (readonly [meaning: string, role: string, ...sentences: string[]])[] = [
  [
    'session.register',
    'participant',
    'register me for the seminar',
    'セミナーに参加したい',
    'sign up for the workshop',
  ],
  ['session.register', 'participant', 'ワークショップに登録してください', 'セミナーに登録', 'please register us'],
  ['session.cancel', 'participant', 'cancel the seminar', 'セミナーをキャンセル', 'ワークショップを取り消したい'],
  ['session.cancel', 'participant', 'please cancel my workshop', 'キャンセルしてください', 'cancel it'],
  ['report.make', 'secretariat', 'make the report', '報告書をください', '報告書を作って', 'the report, please'],
  ['report.make', 'secretariat', 'show me the report', '報告書を見たい'],
];

const labelled: readonly Labelled[] = said.flatMap(([meaning, role, ...sentences]) =>
  sentences.map((say) => ({ say, role, meaning })),
);

const learn = async () => classifierOf(await learnFrom(labelled, { conceptsOf, may }), conceptsOf);

test('tells the meaning of sentences that it has never seen', async () => {
  const { classify } = await learn();
  expect(classify('drop the seminar', 'participant')[0]?.meaning).toBe('session.cancel');
  expect(classify('ワークショップに参加', 'participant')[0]?.meaning).toBe('session.register');
  expect(classify('報告書', 'secretariat')[0]?.meaning).toBe('report.make');
});

test('the confidences of all meanings are 1 together, the likeliest first', async () => {
  const likely = (await learn()).classify('cancel the workshop', 'participant');
  expect(likely.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
  expect(likely.map(({ confidence }) => confidence)).toEqual(
    likely.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
  );
});

test('names only what can be meant here', async () => {
  const { classify } = await learn();
  const likely = classify('show me the report', 'participant', (meaning) => may(meaning, 'participant'));
  expect(likely.map(({ meaning }) => meaning).toSorted()).toEqual(['session.cancel', 'session.register']);
  expect(classify('show me the report', 'participant', () => false)).toEqual([]);
});

test('a meaning that is named is likelier', async () => {
  const { classify } = await learn();
  const of = (named: readonly string[]) =>
    classify('the seminar', 'participant', undefined, named).find(({ meaning }) => meaning === 'session.cancel');
  expect(of(['session.cancel'])?.confidence).toBeGreaterThan(of([])?.confidence ?? 1);
});

test('says nothing of a sentence that has nothing in common with any', async () => {
  const { classify } = await learn();
  expect(classify('', 'participant')).toEqual([]);
  expect(classify('   ', 'participant')).toEqual([]);
  expect(classify('ʘʘʘ', 'participant')).toEqual([]);
});

test('of 100,000 characters what stands at the beginning is read', async () => {
  const { classify } = await learn();
  const long = 'cancel the seminar '.repeat(5_300);
  expect(classify(long, 'participant')).toEqual(classify(long.slice(0, 2_000), 'participant'));
  expect(classify(long, 'participant')[0]?.meaning).toBe('session.cancel');
});

test('what arrives meanwhile is served before all is learnt', async () => {
  const many = Array.from({ length: 600 }, (_, at) =>
    labelled.map((one) => ({ ...one, say: `${one.say} ${at}` })),
  ).flat();
  let served = 0;
  const arriving = setInterval(() => {
    served += 1;
  });
  await learnFrom(many, { conceptsOf, may });
  clearInterval(arriving);
  expect(served).toBeGreaterThan(1);
});

test('the same sentences always give the same', async () => {
  const [one, other] = [await learn(), await learn()];
  expect(one.classify('cancel the workshop', 'participant')).toEqual(
    other.classify('cancel the workshop', 'participant'),
  );
});
