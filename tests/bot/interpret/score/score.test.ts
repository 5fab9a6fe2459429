/** What sentences were understood as is scored by the table from intents to actions. */
import { describe, expect, it } from 'vitest';
import { type Result, resultOf, score } from '../../../../bot/interpret/score/score.js';
import { readUtterances, type Utterance } from '../../../../bot/interpret/score/utterances.js';

const table = {
  register: {
    actions: ['session.register'],
    parameters: { session: 'session', mode: 'mode', day: null, hour: ['slot', 'day'] },
    values: { mode: { onsite: 'in_person' } },
  },
  status: { actions: ['home.show', 'draft.mine'], parameters: {} },
  explain: { actions: 'knowledge' as const, parameters: {} },
  nothing: null,
};
const isWrite = (action: string) => action === 'session.register' || action === 'session.cancel';

function utterance(id: string, intent: string, more: Partial<Utterance> = {}): Utterance {
  const now = '2024-10-28T10:00:00+09:00';
  return { id, role: 'participant', text: id, now, intent, params: {}, accept_also: [], ...more };
}

function result(id: string, action: string | null, more: Partial<Result> = {}): Result {
  return { id, action, parameters: {}, confidence: 1, choices: action === null ? [] : [action], ...more };
}

const scored = (utterances: readonly Utterance[], results: readonly Result[]) =>
  score(utterances, results, table, isWrite);

describe('score', () => {
  it('counts what was proposed, and what was put first where nothing was', () => {
    const scores = scored(
      [utterance('a', 'register'), utterance('b', 'status'), utterance('c', 'explain'), utterance('d', 'nothing')],
      [
        result('a', 'session.register'),
        result('b', null, { choices: ['draft.mine', 'session.list'] }),
        result('c', 'faq.search'),
        result('d', null, { choices: ['none'] }),
      ],
    );
    expect(scores).toEqual({ action: 1, amongThree: 1, parameters: 1, confidentlyWrong: 0, wrongWrites: 0 });
  });

  it('counts what is among three, and no more', () => {
    const choices = ['session.list', 'session.cancel', 'home.show', 'session.register'];
    const scores = scored(
      [utterance('a', 'register'), utterance('b', 'status')],
      [result('a', null, { choices }), result('b', null, { choices })],
    );
    expect(scores).toMatchObject({ action: 0, amongThree: 0.5, confidentlyWrong: 0 });
  });

  it('counts what was proposed and is wrong, and the writes of it', () => {
    const scores = scored(
      [utterance('a', 'status'), utterance('b', 'status'), utterance('c', 'nothing'), utterance('d', 'status')],
      [
        result('a', 'session.cancel'),
        result('b', 'session.list'),
        result('c', 'session.register'),
        result('d', null, { choices: ['session.cancel'] }),
      ],
    );
    expect(scores).toMatchObject({ confidentlyWrong: 0.75, wrongWrites: 2 });
  });

  it('takes what else is right for right', () => {
    const also = utterance('a', 'register', { accept_also: ['status'] });
    expect(scored([also], [result('a', 'home.show')])).toMatchObject({ action: 1, confidentlyWrong: 0 });
  });

  it('compares parameters by the fields that hold them, in our words, and none that no field holds', () => {
    const params = { session: 'MSM-1', mode: 'onsite', day: '2024-11-07', hour: '2025-02-20T14:00:00+09:00' };
    const one = utterance('a', 'register', { params });
    const read = { session: 'MSM-1', mode: 'online', slot: '2025-02-20T05:00:00.000Z' };
    expect(scored([one], [result('a', 'session.register', { parameters: read })]).parameters).toBeCloseTo(2 / 3);
  });
});

describe('a result', () => {
  const likely = [
    { meaning: 'consultation.find', confidence: 0.6 },
    { meaning: 'session.list', confidence: 0.2 },
  ];

  it('is no action where the person is asked', () => {
    const choices = [{ action: 'consultation.find', input: { day: '2025-02-20' } }];
    const asked = {
      action: 'help.show',
      input: { unclear: true },
      explicit: false,
      choices,
      guessed: true as const,
      likely,
    };
    expect(resultOf({ id: 'a' }, asked)).toEqual({
      id: 'a',
      action: null,
      parameters: { day: '2025-02-20' },
      confidence: 0.6,
      choices: ['consultation.find', 'session.list'],
    });
  });

  it('is sure where the words said outright what is meant', () => {
    const said = { action: 'session.list', input: {}, explicit: true, likely: [] };
    expect(resultOf({ id: 'a' }, said)).toMatchObject({ action: 'session.list', confidence: 1 });
  });
});

it('reads the format of utterances.json, and refuses another', () => {
  const one = { id: 'a', role: 'adviser', lang: 'ja', text: 'はい', now: '2024-10-28T10:00:00+09:00', intent: 'help' };
  const people = [{ id: 'kaji', ja: '梶', role: 'adviser (社労士)' }];
  const companies = [{ id: 'shiosai', ja: '潮騒電子', en: 'Shiosai Denshi' }];
  const file = { utterances: [one], fictional_directory: { companies, people } };
  expect(readUtterances(JSON.stringify(file))).toMatchObject({
    utterances: [{ id: 'a', params: {}, accept_also: [] }],
    companies: [{ id: 'shiosai', nameJa: '潮騒電子', nameEn: 'Shiosai Denshi' }],
    members: [{ id: 'kaji', nameJa: '梶', nameEn: 'Kaji', role: 'adviser' }],
  });
  expect(readUtterances(JSON.stringify({ utterances: [one] }))).toMatchObject({ companies: [], members: [] });
  expect(() => readUtterances(JSON.stringify([one]))).toThrow();
  expect(() => readUtterances('{')).toThrow();
});
