/** What came from outside is cleaned and bounded in one place, so that none of it becomes a fault of ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanInput, cleanText } from '../../../programme/requests/clean-input.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { searchChoices } from '../../../programme/requests/search.js';
import { actions } from '../../../programme/rooms.js';
import { outcomeOf, request } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();

/** What PostgreSQL, JSON or our own rules would stumble over. */
const hostile = [
  '\u0000',
  'SEM\u0000-1',
  '\ud800',
  "' OR 1=1 --",
  '{"a":',
  '%_\\',
  'x'.repeat(1_000_000),
  '00000000-0000-0000-0000-00000000000g',
  '\u202e\u200b',
  '[]',
];

describe('text', () => {
  it('keeps what people write, line breaks and tabs included', () => {
    for (const text of ['森 健二', 'a\nb\tc\r\n', '𠮷野家', 'é', '👍🏽']) expect(cleanText(text)).toBe(text);
  });

  it('loses what no store takes, and has an end', () => {
    expect(cleanText('a\u0000b\ud800c\u0007')).toBe('ab\ufffdc');
    expect(cleanText('x'.repeat(1_000_000)).length).toBeLessThan(100_000);
    expect(cleanInput({ people: Array.from({ length: 9_999 }, () => 'a\u0000') }).people).toSatisfy(
      (people: readonly string[]) => people.length < 1_000 && people.every((one) => one === 'a'),
    );
  });

  it('whatever it was, is well formed and without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        expect(clean).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/);
      }),
    );
  });
});

describe.each(actions.map(({ name }) => name))('%s', (name) => {
  it('refuses hostile values, or asks again, and never fails', async () => {
    const action = actions.find((one) => one.name === name);
    const who = action?.who === 'anyone' || action?.who.includes('participant') ? given.person : given.secretary;
    const fields = [...new Set([...(action?.fields ?? []), 'session', 'person', 'company', 'account', 'programme'])];
    for (const value of hostile) {
      for (const field of fields) {
        for (const way of [{ submitted: true }, { submitted: false }]) {
          const performed = await handleRequest(given.services, request(who, name, { [field]: value }, way));
          expect(['refused', 'form', 'done', 'preview']).toContain(outcomeOf(performed));
        }
      }
      const search = { account: who.account, action: name, field: 'person', typed: value, given: { person: value } };
      expect(await searchChoices(given.services, search)).toBeInstanceOf(Array);
      expect(await searchChoices(given.services, { ...search, given: {} })).toBeInstanceOf(Array);
    }
    expect(given.services.complaints).toEqual([]);
  });
});
