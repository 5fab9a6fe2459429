/** Words that name nothing are answered with guesses, of which none is done before it is chosen. */
import { expect, it } from 'vitest';
import { learn } from '../../../bot/interpret/rank/ranker.js';
import { understandingBy } from '../../../bot/interpret/understand.js';
import { actions } from '../../../programme/rooms.js';

const ranker = learn([
  { say: 'うちの会社の番が回ってくるのはいつごろ', meaning: 'consultation.mine' },
  { say: '先生と話せる日を探しています', meaning: 'consultation.find' },
  { say: '先生のご都合のよい日を探して', meaning: 'consultation.find' },
  { say: 'a day on which the expert has time for us', meaning: 'consultation.find' },
  { say: 'all firms that went silent', meaning: 'overview.show' },
  { say: 'what is the weather like in Osaka', meaning: 'none' },
]);
const { understand } = understandingBy(actions, () => ranker);
const now = new Date('2024-10-28T01:00:00Z');
const nobody = async () => null;
const as = (role: 'participant' | 'secretariat') => (action: (typeof actions)[number]) =>
  action.who === 'anyone' || action.who.includes(role);

it.each(['先生のご都合のよい日、探してもらえたら助かる', 'the expert having time for us some day'])(
  'offers what is most like it, and to ask a person: %s',
  async (text) => {
    const understood = await understand(text, as('participant'), now, nobody);
    expect(understood).toMatchObject({ action: 'help.show', input: { unclear: true }, guessed: true });
    expect(understood.choices?.[0]).toEqual({ action: 'consultation.find', input: {} });
    expect(understood.choices?.at(-1)).toEqual({ action: 'question.ask', input: { question: text } });
  },
);

it('offers nothing that is not the person’s to do', async () => {
  const text = 'firms which are silent';
  const choices = async (role: 'participant' | 'secretariat') =>
    (await understand(text, as(role), now, nobody)).choices?.map(({ action }) => action) ?? [];
  expect(await choices('secretariat')).toEqual(['overview.show']);
  expect(await choices('participant')).not.toContain('overview.show');
});

it('guesses nothing where it is most like what is none of ours', async () => {
  const understood = await understand('the weather in Osaka, all day', as('participant'), now, nobody);
  expect([understood.guessed, understood.input]).toEqual([undefined, { unclear: true }]);
  expect(understood.ranked[0]?.meaning).toBe('none');
});

it('puts no long question into a button', async () => {
  const text = `${'先生のご都合のよい日、探してもらえたら助かる'.repeat(30)}`;
  const understood = await understand(text, as('participant'), now, nobody);
  expect(understood.choices?.at(-1)).toEqual({ action: 'question.ask', input: {} });
});

it('guesses nothing where no example is like it, and nothing where the words say it', async () => {
  const unlike = await understand('zxcv qwer', as('participant'), now, nobody);
  expect([unlike.guessed, unlike.choices, unlike.input]).toEqual([undefined, undefined, { unclear: true }]);
  const said = await understand('個別相談を予約したい', as('participant'), now, nobody);
  expect([said.action, said.guessed, said.ranked]).toEqual(['consultation.find', undefined, []]);
});
