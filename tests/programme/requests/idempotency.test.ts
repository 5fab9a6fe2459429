/** A request that is delivered again has one effect and one answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Programme, Session } from '../../../prisma/client.js';
import type { Reply } from '../../../programme/messages/message.js';
import { handleAndReply } from '../../../programme/requests/handle-and-reply.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { Request } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  request,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let secretary: BuiltPerson;
let person: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

async function arrange(): Promise<void> {
  programme = await buildProgramme(services);
  session = await buildSession(services, programme);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  person = await buildPerson(services, { programme });
}

beforeEach(async () => {
  services = buildServices(test.database);
  await arrange();
});

/** Issuing a code adds a row each time it is really carried out, whatever was done before. */
function inviting(options: Partial<Request> = {}): Request {
  return request(secretary, 'member.invite', { person: person.id }, { submitted: true, ...options });
}

async function issued(): Promise<number> {
  return await services.database.invitation.count({ where: { programmeId: programme.id } });
}

function registering(options: Partial<Request> = {}): Request {
  return request(person, 'session.register', { session: session.id, mode: 'onsite' }, options);
}

async function registrations(): Promise<number> {
  return await services.database.registration.count({ where: { sessionId: session.id } });
}

const four = [1, 2, 3, 4];

describe('the same key', () => {
  it('four times in a row has one effect and one answer', async () => {
    const asked = registering();
    const first = await handleRequest(services, asked);
    expect(wordsOf(first)).toContain('You are registered on site');
    for (const _ of four.slice(1)) {
      const again = await handleRequest(services, asked);
      expect(again).toEqual({ ...first, repeated: true });
    }
    expect(await registrations()).toBe(1);
    const inviteOnce = inviting();
    for (const _ of four) await handleRequest(services, inviteOnce);
    expect(await issued()).toBe(1);
  });

  it('four times at once has one effect and one answer', async () => {
    const asked = registering();
    const replies = await Promise.all(four.map(async () => (await handleRequest(services, asked)).reply));
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect(wordsOf({ reply: first(replies) })).not.toContain('already');
    const once = inviting();
    const performed = await Promise.all(four.map(() => handleRequest(services, once)));
    expect(await issued()).toBe(1);
    expect(performed.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });

  it('from another person is refused, and nothing of the answer is handed out', async () => {
    const asked = inviting();
    const first = await handleRequest(services, asked);
    const other = await buildPerson(services, { programme, role: 'secretariat' });
    const theirs = await handleRequest(services, { ...asked, account: other.account });
    expect(outcomeOf(theirs)).toBe('refused');
    expect(wordsOf(theirs)).toBe(
      'This could not be accepted. Please start again.\nThis could not be accepted. Please start again.',
    );
    expect(wordsOf(first)).toContain(person.nameEn);
    expect(await issued()).toBe(1);
  });

  it.each(['input', 'action'] as const)('for something else is refused (%s)', async (what) => {
    const asked = registering();
    await handleRequest(services, asked);
    const other = {
      input: { ...asked, input: { session: session.id, mode: 'online' } },
      action: { ...asked, action: 'session.change-mode' },
    }[what];
    const performed = await handleRequest(services, other);
    expect(outcomeOf(performed)).toBe('refused');
    const [registration] = await services.database.registration.findMany({ where: { sessionId: session.id } });
    expect(registration?.mode).toBe('onsite');
  });

  it('of words that were understood differently the second time is still the same message', async () => {
    const said = registering({ origin: 'words', answeredLater: true });
    const first = await handleRequest(services, said);
    const again = await handleRequest(services, { ...said, input: { session: session.id, mode: 'online' } });
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('can be tried again after a refusal', async () => {
    await services.database.session.update({ where: { id: session.id }, data: { state: 'called_off' } });
    const asked = registering();
    expect(outcomeOf(await handleRequest(services, asked))).toBe('refused');
    await services.database.session.update({ where: { id: session.id }, data: { state: 'scheduled' } });
    expect(outcomeOf(await handleRequest(services, asked))).toBe('done');
  });

  it('can be tried again after a failure of ours', async () => {
    const asked = inviting();
    await services.database.$executeRaw`ALTER TABLE invitation RENAME TO invitation_away`;
    await expect(handleRequest(services, asked)).rejects.toThrow();
    await services.database.$executeRaw`ALTER TABLE invitation_away RENAME TO invitation`;
    expect(outcomeOf(await handleRequest(services, asked))).toBe('done');
  });

  it('of a question is answered anew each time, as it changes nothing', async () => {
    const asked = request(person, 'session.list');
    const before = wordsOf(await handleRequest(services, asked));
    await handleRequest(services, registering());
    expect(wordsOf(await handleRequest(services, asked))).not.toBe(before);
  });
});

describe('the same event under a new key', () => {
  it('is recognised by its fingerprint, in a row and at once', async () => {
    for (const fingerprint of ['row', 'once'].map((word) => `${word} ${programme.id}`)) {
      const before = await issued();
      const deliveries = four.map(() => inviting({ fingerprint }));
      if (fingerprint.startsWith('row')) for (const delivery of deliveries) await handleRequest(services, delivery);
      else await Promise.all(deliveries.map((delivery) => handleRequest(services, delivery)));
      expect(await issued()).toBe(before + 1);
    }
  });

  it('of someone else with the same fingerprint is refused', async () => {
    const asked = inviting({ fingerprint: `shared ${programme.id}` });
    await handleRequest(services, asked);
    const other = await buildPerson(services, { programme, role: 'secretariat' });
    const theirs = await handleRequest(services, { ...asked, key: `other ${asked.key}`, account: other.account });
    expect(outcomeOf(theirs)).toBe('refused');
  });

  it('is recognised by its content when the first answer took longer than Teams waits', async () => {
    const resendFingerprint = `content ${programme.id}`;
    await handleAndReply(services, inviting({ resendFingerprint, answeredLater: true }), async () =>
      services.clock.advance({ seconds: 16 }),
    );
    let sent = 0;
    const count = async () => {
      sent += 1;
    };
    await handleAndReply(services, inviting({ resendFingerprint, answeredLater: true }), count);
    expect(sent).toBe(0);
    expect(await issued()).toBe(1);
    services.clock.advance({ seconds: 60 });
    await handleAndReply(services, inviting({ resendFingerprint, answeredLater: true }), count);
    expect([sent, await issued()], 'a minute later it is a new wish').toEqual([1, 2]);
  });

  it('is recognised by its content while the first answer is still under way', async () => {
    const resendFingerprint = `content ${programme.id}`;
    let sent = 0;
    await handleAndReply(services, inviting({ resendFingerprint, answeredLater: true }), async () => {
      services.clock.advance({ seconds: 15 });
      await handleAndReply(services, inviting({ resendFingerprint, answeredLater: true }), async () => {
        sent += 1;
      });
    });
    expect([sent, await issued()]).toEqual([0, 1]);
  });

  it('that a person typed twice because they wanted it twice is answered twice', async () => {
    const resendFingerprint = `content ${programme.id}`;
    let sent = 0;
    for (const _ of [1, 2]) {
      await handleAndReply(services, inviting({ resendFingerprint, answeredLater: true }), async () => {
        sent += 1;
      });
      services.clock.advance({ seconds: 3 });
    }
    expect([sent, await issued()]).toEqual([2, 2]);
  });
});

function first(replies: readonly Reply[]): Reply {
  const [reply] = replies;
  if (reply === undefined) throw new Error('no reply');
  return reply;
}
