/** Words become an action and an input through the interpreter, before the transaction and the same for everybody. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { openDatabase, type Programme, type Session } from '../../../prisma/client.js';
import { handleAndReply } from '../../../programme/requests/handle-and-reply.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { Interpretation } from '../../../programme/requests/interpreter.js';
import type { RequestingAccount, WordsRequest } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  requestingAccount,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let person: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { code: 'MSM-1' });
  person = await buildPerson(services, { programme });
});

function said(account: RequestingAccount, words: string, more: Partial<WordsRequest> = {}): WordsRequest {
  return {
    ...{ account, key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: false },
    ...{ words, isCommand: false },
    ...more,
  };
}

async function registrations(): Promise<number> {
  return await services.database.registration.count({ where: { sessionId: session.id } });
}

it('asks to confirm what words alone proposed, and does what a command says outright', async () => {
  const words = `register ${session.code} online`;
  expect(outcomeOf(await handleRequest(services, said(person.account, words)))).toBe('preview');
  expect(await registrations()).toBe(0);
  // The same after a slash command is no guess, unless it does not begin with one of our commands.
  const guessed = said(person.account, `please ${words}`, { isCommand: true });
  expect(outcomeOf(await handleRequest(services, guessed))).toBe('preview');
  expect(outcomeOf(await handleRequest(services, said(person.account, words, { isCommand: true })))).toBe('done');
  expect(await registrations()).toBe(1);
});

it('replies once to words that are delivered again, whatever they are taken for then', async () => {
  const asked = said(person.account, 'menu', { answeredLater: true });
  const sent: string[] = [];
  const send = async (result: Parameters<typeof wordsOf>[0]) => void sent.push(wordsOf(result));
  await handleAndReply(services, asked, send);
  const other: Interpretation = { action: 'help.show', input: {}, explicit: false };
  await handleAndReply({ ...services, interpreter: { interpret: async () => other } }, asked, send);
  expect(sent).toHaveLength(1);
});

it('hands the interpreter an identified account, outside of any transaction', async () => {
  const known: (string | null)[] = [];
  const interpreter: TestServices['interpreter'] = {
    async interpret(given, account, text) {
      known.push(account.person?.id ?? null);
      const [open] = await services.database.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`;
      expect(open?.count).toBe(0);
      return await services.interpreter.interpret(given, account, text);
    },
  };
  const noted = { ...services, interpreter };
  expect(outcomeOf(await handleRequest(noted, said(person.account, 'sessions')))).toBe('done');
  const stranger = requestingAccount();
  expect(wordsOf(await handleRequest(noted, said(stranger, 'help')))).toContain(textsFor('en').members.unknown);
  expect(known).toEqual([person.id, null]);
});

it('is said to be busy, kindly, while nobody can be identified', async () => {
  const impatient = openDatabase(`${test.url}?options=${encodeURIComponent('-c lock_timeout=20')}`);
  const hurried = buildServices(impatient.database);
  const result = await services.database.$transaction(async (transaction) => {
    await transaction.$executeRaw`LOCK TABLE person IN ACCESS EXCLUSIVE MODE`;
    return await handleRequest(hurried, said(person.account, 'sessions'));
  });
  expect(wordsOf(result)).toContain('nothing was done');
  expect(hurried.complaints).toEqual(['gave up on a contended request']);
  await impatient.close();
});

it('throws what the interpreter throws, and leaves nothing', async () => {
  const interpreter = { interpret: () => Promise.reject(new Error('no model today')) };
  const asked = said(person.account, `register ${session.code} online`);
  await expect(handleRequest({ ...services, interpreter }, asked)).rejects.toThrow('no model today');
  expect(await services.database.request.count({ where: { key: asked.key } })).toBe(0);
});
