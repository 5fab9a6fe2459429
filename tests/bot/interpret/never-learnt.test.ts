/** What was learnt from examples changes nothing of it: a refusal or a question is never proposed as something to do. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifierOfExamples } from '../../../bot/interpret/examples/learnt.js';
import { noNames } from '../../../bot/interpret/mentions/known-names.js';
import type { Classifier } from '../../../bot/interpret/rank/classifier.js';
import { type Understanding, understandingBy } from '../../../bot/interpret/understand.js';
import type { Action } from '../../../programme/requests/action.js';
import { actions } from '../../../programme/rooms.js';
import {
  enNoAbsence,
  enQuestion,
  enRefusedRegistration,
  enWish,
  jaNoAbsence,
  jaQuestion,
  jaRefusedRegistration,
  jaWish,
} from './generated-sentences.js';

const runs = { numRuns: 300 };

const may = (action: Action) => action.who === 'anyone' || action.who.includes('participant');
const named = new Map(actions.map((action) => [action.name, action]));
let classifier: Classifier;
beforeAll(async () => {
  classifier = await classifierOfExamples(named);
});

async function understand(said: string): Promise<Understanding> {
  return await understandingBy(actions, async () => classifier).understand(said, {
    may,
    role: 'participant',
    now: new Date('2024-10-28T01:00:00Z'),
    visible: async () => ({ sessions: [], company: { colleagues: [], self: null }, names: noNames }),
  });
}

async function isNever(forbidden: readonly string[], said: string): Promise<void> {
  const { action } = await understand(said);
  expect(forbidden, said).not.toContain(action);
}

describe('never a registration', () => {
  it.each([
    ['a Japanese refusal', jaRefusedRegistration],
    ['an English refusal', enRefusedRegistration],
  ])('%s', async (_, sentences) => {
    await fc.assert(
      fc.asyncProperty(sentences, async (said) => await isNever(['session.register'], said)),
      runs,
    );
  });
});

describe('never an absence', () => {
  it.each([
    ['Japanese words without a clear absence', jaNoAbsence],
    ['English words without a clear absence', enNoAbsence],
  ])('%s', async (_, sentences) => {
    await fc.assert(
      fc.asyncProperty(sentences, async (said) => await isNever(['session.decline'], said)),
      runs,
    );
  });
});

describe('nothing that is asked about is done', () => {
  const writes = ['session.register', 'session.cancel', 'session.decline', 'session.change', 'session.call-off'];
  it.each([
    ['in Japanese', jaQuestion],
    ['in English', enQuestion],
  ])('%s', async (_, sentences) => {
    await fc.assert(
      fc.asyncProperty(sentences, async (said) => await isNever(writes, said)),
      runs,
    );
  });
});

describe('a wish is still understood, or offered first', () => {
  it.each([
    ['in Japanese', jaWish],
    ['in English', enWish],
  ])('%s', async (_, sentences) => {
    await fc.assert(
      fc.asyncProperty(sentences, async (said) => {
        const { action, choices } = await understand(said);
        expect(choices?.map((choice) => choice.action) ?? [action], said).toContain('session.register');
      }),
      runs,
    );
  });
});
