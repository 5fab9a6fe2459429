/** Whatever the words: a refusal or a question never registers anybody, and nobody is absent who did not say so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interpretation } from '../../../programme/requests/interpreter.js';
import { understand } from '../../support/understand.js';
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

const runs = { numRuns: 2_000 };

function isNever(action: string, said: string): void {
  const { action: meant }: Interpretation = understand(said);
  expect(meant, said).not.toBe(action);
}

describe('never a registration', () => {
  it.each([
    ['a Japanese refusal', jaRefusedRegistration],
    ['an English refusal', enRefusedRegistration],
    ['a Japanese question', jaQuestion],
    ['an English question', enQuestion],
  ])('%s', (_, sentences) => {
    fc.assert(
      fc.property(sentences, (said) => isNever('session.register', said)),
      runs,
    );
  });
});

describe('never an absence', () => {
  it.each([
    ['a Japanese question', jaQuestion],
    ['an English question', enQuestion],
    ['Japanese words without a clear absence', jaNoAbsence],
    ['English words without a clear absence', enNoAbsence],
  ])('%s', (_, sentences) => {
    fc.assert(
      fc.property(sentences, (said) => isNever('session.decline', said)),
      runs,
    );
  });
});

describe('nothing that is asked about is done', () => {
  it.each([
    ['in Japanese', jaQuestion],
    ['in English', enQuestion],
  ])('%s', (_, sentences) => {
    const writes = [
      'session.register',
      'session.cancel',
      'session.decline',
      'session.change',
      'session.call-off',
      'session.join',
    ];
    fc.assert(
      fc.property(sentences, (said) => {
        for (const action of writes) isNever(action, said);
      }),
      runs,
    );
  });
});

describe('a wish is still understood', () => {
  it.each([
    ['in Japanese', jaWish],
    ['in English', enWish],
  ])('%s', (_, sentences) => {
    fc.assert(
      fc.property(sentences, (said) => {
        expect(understand(said), said).toMatchObject({ action: 'session.register' });
      }),
      runs,
    );
  });
});
