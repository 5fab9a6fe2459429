/** Invitation codes are issued once, stored as digests, and cannot be guessed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Programme } from '../../../prisma/client.js';
import { newInvitationCode, readInvitationCode } from '../../../programme/members/invitation-code.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildAccount,
  buildPerson,
  buildProgramme,
  buildServices,
  done,
  outcomeOf,
  refused,
  request,
  type TestServices,
  tellAll,
  toldTo,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let secretary: BuiltPerson;
let newcomer: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  newcomer = await buildPerson(services, { programme });
  await services.database.account.deleteMany({ where: { personId: newcomer.id } });
});

const codePattern = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}/;

async function invite(person = newcomer): Promise<string> {
  const words = await done(services, secretary, 'member.invite', { person: person.id });
  const code = codePattern.exec(words)?.[0];
  if (code === undefined) throw new Error(`no code in ${words}`);
  return code;
}

async function stranger() {
  return { account: await buildAccount(services, null) };
}

/** Every value of every table, as text. */
async function everythingStored(): Promise<string> {
  const tables = await services.database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const dumps: string[] = [];
  for (const { name } of tables) {
    const rows = await services.database.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
    );
    dumps.push(...rows.map(({ row }) => row));
  }
  return dumps.join('\n');
}

describe('an invitation code', () => {
  it('links the account to the person, however it is typed, and welcomes once', async () => {
    const someone = await stranger();
    const code = await invite();
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`.replace(/[a-z0-9]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
    );
    expect(await done(services, someone, 'member.link', { code: typed })).toContain('You are registered');
    expect(outcomeOf(await ask(services, someone, 'session.list'))).toBe('done');
    expect(toldTo(await tellAll(services), someone).map(({ kind }) => kind)).toEqual(['member.welcome']);
    expect(await refused(services, someone, 'member.link', { code })).toContain('registered already');
  });

  it('works once, for one account only', async () => {
    const code = await invite();
    await done(services, await stranger(), 'member.link', { code });
    expect(await refused(services, await stranger(), 'member.link', { code })).toContain('not right');
  });

  it('works once even for two accounts at the same instant', async () => {
    const code = await invite();
    const both = [await stranger(), await stranger()];
    const performed = await Promise.all(both.map((one) => ask(services, one, 'member.link', { code })));
    expect(performed.map(outcomeOf).sort()).toEqual(['done', 'refused']);
  });

  it('never gives one account two people, even when two codes arrive at the same instant', async () => {
    const other = await buildPerson(services, { programme });
    const codes = [await invite(), await invite(other)];
    const someone = await stranger();
    const performed = await Promise.all(codes.map((code) => ask(services, someone, 'member.link', { code })));
    expect(performed.map(outcomeOf).sort()).toEqual(['done', 'refused']);
    expect(toldTo(await tellAll(services), someone)).toHaveLength(1);
    expect(
      await services.database.invitation.count({ where: { usedAt: { not: null }, programmeId: programme.id } }),
    ).toBe(1);
  });

  it('expires after 14 days', async () => {
    const code = await invite();
    services.clock.advance({ days: 14 });
    expect(await refused(services, await stranger(), 'member.link', { code })).toContain('expired');
    services.clock.advance({ seconds: -1 });
    await done(services, await stranger(), 'member.link', { code });
  });

  it('stops working when another is issued for the same person', async () => {
    const [old, fresh] = [await invite(), await invite()];
    expect(await refused(services, await stranger(), 'member.link', { code: old })).toContain('not right');
    await done(services, await stranger(), 'member.link', { code: fresh });
  });

  it('is stored nowhere in plain, neither when issued nor when used, and a repeated delivery does not show it', async () => {
    const issuing = request(
      secretary,
      'member.invite',
      { person: newcomer.id },
      { submitted: true, answeredLater: true },
    );
    const first = await handleRequest(services, issuing);
    const code = codePattern.exec(wordsOf(first))?.[0] ?? '';
    expect(code).not.toBe('');
    const repeated = await handleRequest(services, issuing);
    expect(repeated.repeated).toBe(true);
    expect(wordsOf(repeated)).toContain('shown only once');
    expect(wordsOf(repeated)).not.toMatch(codePattern);
    const someone = await stranger();
    await ask(services, someone, 'member.link', { code: `${code}X` }, { answeredLater: true, origin: 'words' });
    await ask(services, someone, 'member.link', { code }, { answeredLater: true, origin: 'words' });
    await tellAll(services);
    const stored = (await everythingStored()).toUpperCase();
    expect(stored).toContain('MEMBER.LINK');
    for (const part of [code, code.replaceAll('-', ''), ...code.split('-')]) expect(stored).not.toContain(part);
  });

  it('is issued by the secretariat only, for people of its own programme', async () => {
    const participant = await buildPerson(services, { programme });
    expect(await refused(services, participant, 'member.invite', { person: newcomer.id })).not.toMatch(codePattern);
    const elsewhere = await buildPerson(services, { programme: await buildProgramme(services) });
    expect(await refused(services, secretary, 'member.invite', { person: elsewhere.id })).toContain(
      'Nothing like that',
    );
    expect(await services.database.invitation.count({ where: { programmeId: programme.id } })).toBe(0);
  });
});

describe('wrong codes', () => {
  it('lock the account for an hour after five, even for the right one', async () => {
    const code = await invite();
    const someone = await stranger();
    for (const left of [4, 3, 2, 1]) {
      expect(await refused(services, someone, 'member.link', { code: 'WRNG-WRNG-WRNG' })).toContain(`${left} more`);
    }
    expect(await refused(services, someone, 'member.link', { code: 'not a code' })).toContain('60 minutes');
    expect(await refused(services, someone, 'member.link', { code })).toContain('60 minutes');
    services.clock.advance({ minutes: 59, seconds: 30 });
    expect(await refused(services, someone, 'member.link', { code })).toContain('1 minute.');
    services.clock.advance({ seconds: 30 });
    await done(services, someone, 'member.link', { code });
  });

  it('are counted each when they come at the same instant', async () => {
    const code = await invite();
    const someone = await stranger();
    const wrong = Array.from({ length: 5 }, () => newInvitationCode());
    await Promise.all(wrong.map((one) => ask(services, someone, 'member.link', { code: one })));
    expect(await refused(services, someone, 'member.link', { code })).toContain('minutes');
  });

  it('are counted once when one try is delivered four times', async () => {
    const someone = await stranger();
    const once = request(someone, 'member.link', { code: newInvitationCode() }, { submitted: true });
    const first = await handleRequest(services, once);
    for (const repeated of [
      await handleRequest(services, once),
      ...(await Promise.all([handleRequest(services, once), handleRequest(services, once)])),
    ])
      expect(repeated.reply).toEqual(first.reply);
    expect(await refused(services, someone, 'member.link', { code: newInvitationCode() })).toContain('3 more');
  });

  it('of one account do not lock another', async () => {
    const code = await invite();
    const someone = await stranger();
    for (let tries = 0; tries < 5; tries += 1)
      await refused(services, someone, 'member.link', { code: newInvitationCode() });
    await done(services, await stranger(), 'member.link', { code });
  });
});

describe('the code itself', () => {
  it('is read back whatever stands between its letters, and nothing else is', () => {
    for (let tries = 0; tries < 50; tries += 1) {
      const code = newInvitationCode();
      expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
      expect(readInvitationCode(`「${code.replaceAll('-', '−')}」`)).toBe(code);
    }
    for (const wrong of ['', 'ABCD', 'ABCD-EFGH-JKM0', 'ABCD-EFGH-JKMN-P', 'ABCD-EFGH-JKMI']) {
      expect(readInvitationCode(wrong)).toBeNull();
    }
  });
});
