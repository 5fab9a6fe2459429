/** An answer that its platform did not take is sent from the outbox: once, not too early, and where it was asked. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { NotSent } from '../../../programme/requests/deferred-reply.js';
import { handleAndReply } from '../../../programme/requests/handle-and-reply.js';
import type { Request, RequestResult } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildAccount,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  request,
  sendAllDue,
  type TestServices,
} from '../../support/factories.js';

const en = textsFor('en');
let test: TestDatabase;
let services: TestServices;
let person: BuiltPerson;
let session: string;
let sent: RequestResult[];
const send = async (performed: RequestResult) => {
  sent.push(performed);
};
const notTaken = async () => {
  throw new NotSent(new Date(services.clock.now().getTime() + 5_000), new Error('429'));
};

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  const programme = await buildProgramme(services);
  person = await buildPerson(services, { programme, language: 'en' });
  session = (await buildSession(services, programme, { code: 'SEM-1' })).id;
  sent = [];
});

function asking(action: string, input: Request['input'] = {}): Request {
  return request(person, action, input, { answeredLater: true });
}

async function fiveSecondsLater(): Promise<readonly string[]> {
  services.clock.advance({ seconds: 5 });
  return (await sendAllDue(services)).filter(({ kind }) => kind === 'request.answer').map(({ words }) => words);
}

describe('an answer that surely did not go out', () => {
  it('is told once the platform allows, and not before; what came of the request stays', async () => {
    await handleAndReply(services, asking('session.register', { session, mode: 'online' }), notTaken);
    expect(await services.database.registration.count({ where: { sessionId: session } })).toBe(1);
    services.clock.advance({ seconds: 4 });
    expect(await sendAllDue(services)).toEqual([]);
    const [words = '', ...others] = await fiveSecondsLater();
    expect(words).toContain(en.chat.answeredLate);
    expect(words).toContain('SEM-1');
    expect(others).toEqual([]);
    expect(await fiveSecondsLater()).toEqual([]);
  });

  it('goes to the account that asked, though the person used another one since', async () => {
    await handleAndReply(services, asking('help.show'), notTaken);
    services.clock.advance({ seconds: 1 });
    await buildAccount(services, person, { platform: 'teams', tenant: 'TENANT' });
    services.clock.advance({ seconds: 5 });
    const told = await sendAllDue(services);
    expect(told.map(({ account }) => account.userId)).toEqual([person.account.userId]);
  });

  it('that is a form becomes a button that opens it', async () => {
    await handleAndReply(services, asking('member.settings'), notTaken);
    services.clock.advance({ seconds: 5 });
    const [told] = await sendAllDue(services);
    const buttons = told?.message.elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
    expect(buttons).toEqual([expect.objectContaining({ action: 'member.settings', form: true })]);
  });

  it('that refuses is told as well', async () => {
    await handleAndReply(services, asking('session.show', { session: 'NONE-1' }), async (performed) => {
      expect(outcomeOf(performed)).toBe('refused');
      await notTaken();
    });
    expect(await fiveSecondsLater()).toHaveLength(1);
  });

  it('is suppressed once its request is forgotten', async () => {
    await handleAndReply(services, asking('help.show'), notTaken);
    await services.database.request.deleteMany();
    expect(await fiveSecondsLater()).toEqual([]);
    expect(await services.database.notification.findFirst({ where: { personId: person.id } })).toMatchObject({
      state: 'suppressed',
    });
  });

  it('is thrown on where nobody knows who asked, so that the platform may bring the request again', async () => {
    const stranger = { account: await buildAccount(services, null), person: null };
    const asked = request(stranger, 'help.show', {}, { answeredLater: true });
    await expect(handleAndReply(services, asked, notTaken)).rejects.toBeInstanceOf(NotSent);
    await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(1);
    expect(await fiveSecondsLater()).toEqual([]);
  });
});

describe('a request that is delivered again while the outbox has its reply', () => {
  it('is answered once, by the outbox, for deliveries in a row and at once', async () => {
    const asked = asking('help.show');
    await handleAndReply(services, asked, notTaken);
    await handleAndReply(services, asked, send);
    services.clock.advance({ seconds: 31 });
    await Promise.all([1, 2, 3].map(() => handleAndReply(services, asked, send)));
    expect(sent).toEqual([]);
    expect(await fiveSecondsLater()).toHaveLength(1);
  });

  it('has one place in the outbox though each of its deliveries fails', async () => {
    const asked = asking('help.show');
    await Promise.all([1, 2, 3, 4].map(() => handleAndReply(services, asked, notTaken)));
    expect(await fiveSecondsLater()).toHaveLength(1);
  });

  it('would be answered by both if the outbox’s taking did not count as an answer', async () => {
    const asked = asking('help.show');
    await handleAndReply(services, asked, notTaken);
    await services.database.request.updateMany({ where: { key: asked.key }, data: { answeredAt: null } });
    await handleAndReply(services, asked, send);
    expect(sent).toHaveLength(1);
    expect(await fiveSecondsLater()).toHaveLength(1);
  });
});
