/** What is said in confidence in a consultation stands in the reply and in its own tables: not in stored requests, and not in what is queued. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Request } from '../../../programme/requests/request.js';
import { actions } from '../../../programme/rooms.js';
import { ask } from '../../support/factories.js';
import { buildSetup, type ContractFixture, openContractFixture, SECRET } from './fixture.js';

let fixture: ContractFixture;
/** The actions whose replies held it. */
const told = new Set<string>();

beforeAll(async () => {
  fixture = await openContractFixture();
});
afterAll(async () => await fixture.close());

const ways: readonly Partial<Request>[] = [{ origin: 'words' }, {}, { submitted: true }];

describe.each(actions.map(({ name }) => name))('%s', (name) => {
  it('stores nothing of it for a repeated delivery', async () => {
    for (const how of ways) {
      const { actor, input } = await buildSetup(fixture, name, 'en');
      // An answer that is posted apart is stored, whatever it is.
      for (const given of [{}, input]) {
        const { reply } = await ask(fixture.services, actor, name, given, { ...how, answeredLater: true });
        if (JSON.stringify(reply).includes(SECRET)) told.add(name);
      }
    }
    const { request, notification, preview } = fixture.services.database;
    const stored = await request.findMany({ select: { action: true, reply: true, content: true, parameters: true } });
    expect(stored.filter((row) => JSON.stringify(row).includes(SECRET))).toEqual([]);
    const shown = await preview.findMany({ select: { action: true, words: true } });
    expect(shown.filter((row) => JSON.stringify(row).includes(SECRET))).toEqual([]);
    const planned = await notification.findMany({ select: { kind: true, data: true, reason: true } });
    expect(planned.filter((row) => JSON.stringify(row).includes(SECRET))).toEqual([]);
  });
});

it('was said in the replies, so that there was something to store', () => {
  expect([...told]).toEqual(
    expect.arrayContaining(['consultation.show', 'consultation.brief', 'consultation.agenda', 'consultation.record']),
  );
});

it('was said in the replies on feedback, too', () => {
  const replies = ['feedback.results', 'feedback.quote', 'feedback.drop-quote'];
  expect([...told]).toEqual(expect.arrayContaining(replies));
});
