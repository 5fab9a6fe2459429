/** An answer that is posted separately is posted once, also when its sender fails or dies. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handleAndReply } from '../../../programme/requests/handle-and-reply.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { Request, RequestResult } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  outcomeOf,
  request,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let secretary: BuiltPerson;
let person: BuiltPerson;
let sent: RequestResult[];
const send = async (performed: RequestResult) => {
  sent.push(performed);
};

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  const programme = await buildProgramme(services);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  person = await buildPerson(services, { programme });
  sent = [];
});

function inviting(who = secretary): Request {
  return request(who, 'member.invite', { person: person.id }, { submitted: true, answeredLater: true });
}

async function issued(): Promise<number> {
  return await services.database.invitation.count({ where: { personId: person.id } });
}

/** Carried out and committed, but its process died before it sent the answer. */
async function crashedBeforeSending(asked: Request): Promise<void> {
  await handleRequest(services, asked);
}

describe('an answer that is posted separately', () => {
  it('is sent once for four deliveries in a row', async () => {
    const asked = inviting();
    for (const _ of [1, 2, 3, 4]) await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(1);
    expect(await issued()).toBe(1);
  });

  it('is sent once for four deliveries at once', async () => {
    const asked = inviting();
    await Promise.all([1, 2, 3, 4].map(() => handleAndReply(services, asked, send)));
    expect(sent).toHaveLength(1);
    expect(await issued()).toBe(1);
  });

  it('of a refusal is sent once, in a row and at once', async () => {
    const inARow = inviting(person);
    for (const _ of [1, 2, 3, 4]) await handleAndReply(services, inARow, send);
    expect(sent.map(outcomeOf)).toEqual(['refused']);
    const atOnce = inviting(person);
    await Promise.all([1, 2, 3, 4].map(() => handleAndReply(services, atOnce, send)));
    expect(sent.map(outcomeOf)).toEqual(['refused', 'refused']);
  });

  it('of a question is sent once', async () => {
    const asked = request(person, 'session.list', {}, { answeredLater: true });
    for (const _ of [1, 2, 3]) await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(1);
  });

  it('is sent by a later delivery after a crash, but not while the sender may be alive', async () => {
    const asked = inviting();
    await crashedBeforeSending(asked);
    await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(0);
    services.clock.advance({ seconds: 31 });
    await Promise.all([1, 2, 3].map(() => handleAndReply(services, asked, send)));
    expect(sent).toHaveLength(1);
    services.clock.advance({ seconds: 31 });
    await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(1);
    expect(await issued()).toBe(1);
  });

  it('is sent by the next delivery at once when sending failed', async () => {
    const asked = inviting();
    const broken = handleAndReply(services, asked, async () => {
      throw new Error('the platform is away');
    });
    await expect(broken).rejects.toThrow('the platform is away');
    await handleAndReply(services, asked, send);
    await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(1);
    expect(await issued()).toBe(1);
  });

  it('is still sent though someone else uses its key meanwhile, who gets nothing of it', async () => {
    const asked = inviting();
    await crashedBeforeSending(asked);
    await handleAndReply(services, { ...asked, account: person.account }, send);
    await expect(
      handleAndReply(services, { ...asked, account: person.account }, async () => {
        throw new Error('the platform is away');
      }),
    ).rejects.toThrow();
    expect(sent.map(outcomeOf)).toEqual(['refused']);
    expect(sent.map(wordsOf).join()).not.toContain(person.nameEn);
    await handleAndReply(services, asked, send);
    expect(sent, 'the claim of the one who may be sending holds').toHaveLength(1);
    services.clock.advance({ seconds: 31 });
    await handleAndReply(services, asked, send);
    expect(sent.map(outcomeOf)).toEqual(['refused', 'done']);
  });
});
