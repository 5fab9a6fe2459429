/** How often one registration waits for PostgreSQL: a figure that does not depend on the machine. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type OpenDatabase, openDatabase, type Programme, type Session } from '../../prisma/client.js';
import { handleAndReply } from '../../programme/requests/handle-and-reply.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { Request } from '../../programme/requests/request.js';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  request,
  type TestServices,
} from '../support/factories.js';

/** What the same rows cost by hand: BEGIN, two writes and COMMIT, each waited for. */
const BY_HAND = 4;

/** What any registration may cost. */
const AT_MOST = 6;

let test: TestDatabase;
let proxy: CountingProxy;
let counted: OpenDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let person: BuiltPerson;
let colleague: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  proxy = await startCountingProxy(test.url);
  counted = openDatabase(proxy.url, { poolSize: 1 });
});

afterAll(async () => {
  await counted.close();
  await proxy.close();
  await test.close();
});

beforeEach(async () => {
  services = buildServices(counted.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { onlineCapacity: 2 });
  const company = await buildCompany(services, programme);
  person = await buildPerson(services, { programme, company });
  colleague = await buildPerson(services, { programme, company });
});

async function waitsOf(work: () => Promise<unknown>): Promise<number> {
  proxy.take();
  await work();
  return proxy.take();
}

/** Carries a registration out and returns how often it waited. */
async function waitsToRegister(input: object = {}, options: Partial<Request> = {}): Promise<number> {
  const given = { session: session.code, mode: 'online', ...input };
  return await waitsOf(async () => {
    const performed = await handleRequest(services, request(person, 'session.register', given, options));
    expect(outcomeOf(performed)).toBe('done');
  });
}

describe('one who registers', () => {
  it('waits less often than the same writes by hand', async () => {
    expect(await waitsToRegister()).toBeLessThan(BY_HAND);
  });

  it('waits once more to be known where it is typed as a command, since nothing else has to be looked up', async () => {
    const chosen = await waitsToRegister();
    session = await buildSession(services, programme, { code: 'MSM-1' });
    const { account, ...delivery } = request(colleague, 'session.register', {});
    const waits = await waitsOf(async () => {
      const typed = { ...delivery, account, words: `register ${session.code} online`, isCommand: true };
      expect(outcomeOf(await handleRequest(services, typed))).toBe('done');
    });
    expect(waits).toBe(chosen + 1);
  });

  it('waits no longer where they were not seen for a while', async () => {
    services.clock.advance({ minutes: 20 });
    expect(await waitsToRegister()).toBeLessThan(BY_HAND);
    const account = await services.database.account.findFirstOrThrow({ where: { personId: person.id } });
    expect(account.lastSeenAt).toEqual(services.clock.now());
  });

  it('waits no longer on a platform that repeats under other names, where a stored answer is looked for first', async () => {
    expect(
      await waitsToRegister({}, { resendFingerprint: 'the same words', fingerprint: 'the same event' }),
    ).toBeLessThan(BY_HAND);
  });

  it('waits at most six times with an answer that is posted separately', async () => {
    const later = request(
      person,
      'session.register',
      { session: session.code, mode: 'online' },
      { answeredLater: true },
    );
    let answered = 0;
    const waits = await waitsOf(
      async () =>
        await handleAndReply(services, later, async () => {
          answered += 1;
        }),
    );
    expect(answered).toBe(1);
    expect(waits).toBeLessThanOrEqual(AT_MOST);
  });

  it('waits at most six times to confirm a preview, with an answer that is posted separately', async () => {
    const input = { session: session.code, mode: 'online' };
    const shown = await handleRequest(services, request(person, 'session.register', input, { origin: 'words' }));
    expect(outcomeOf(shown)).toBe('preview');
    const { id } = await services.database.preview.findFirstOrThrow({ where: { personId: person.id } });
    const pressed = request(person, 'preview.confirm', { preview: id }, { answeredLater: true });
    const waits = await waitsOf(async () => {
      await handleAndReply(services, pressed, async (result) => expect(outcomeOf(result)).toBe('done'));
    });
    expect(waits).toBeLessThanOrEqual(AT_MOST);
  });

  it('waits at most six times to change the mode', async () => {
    await waitsToRegister();
    expect(await waitsToRegister({ mode: 'onsite' })).toBeLessThanOrEqual(AT_MOST);
  });

  it('waits at most six times to register a colleague, who is told', async () => {
    services.clock.advance({ minutes: 20 });
    const options = { resendFingerprint: 'the same words', fingerprint: 'another event' };
    expect(await waitsToRegister({ person: colleague.id }, options)).toBeLessThanOrEqual(AT_MOST);
    expect(await services.database.notification.count({ where: { personId: colleague.id } })).toBe(1);
  });
});

describe('the count', () => {
  it('is one for each statement whose result is waited for', async () => {
    const waits = await waitsOf(async () => {
      for (let time = 0; time < 7; time += 1) await services.database.$executeRaw`SELECT 1`;
    });
    expect(waits).toBe(7);
    expect(waits).toBeGreaterThan(AT_MOST);
  });

  it('is one for what is sent together, BEGIN included, and one for COMMIT', async () => {
    const together = () =>
      inTransaction(counted.database, async (transaction) => {
        await Promise.all([transaction.$queryRaw`SELECT 1`, transaction.$queryRaw`SELECT 2`]);
      });
    expect(await waitsOf(together)).toBe(2);
    const inTurn = () =>
      inTransaction(counted.database, async (transaction) => {
        await transaction.$queryRaw`SELECT 1`;
        await transaction.$queryRaw`SELECT 2`;
      });
    expect(await waitsOf(inTurn)).toBe(3);
  });
});
