/** Invitation codes are issued once, stored as digests, and cannot be guessed. */

import { beforeEach, describe, expect, it } from 'vitest';
import { newInvitationCode, readInvitationCode } from '../../../programme/members/invitation-code.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import {
  type BuiltPerson,
  buildAccount,
  buildPerson,
  buildProgramme,
  notificationsTo,
  outcomeOf,
  request,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, done, member, refused, sendAllDue } = given;

let newcomer: BuiltPerson;

beforeEach(async () => {
  newcomer = await member();
  await given.database.account.deleteMany({ where: { personId: newcomer.id } });
});

const codePattern = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}/;

async function invite(person = newcomer): Promise<string> {
  const words = await done(given.secretary, 'member.invite', { person: person.id });
  const code = codePattern.exec(words)?.[0];
  if (code === undefined) throw new Error(`no code in ${words}`);
  return code;
}

async function stranger() {
  return { account: await buildAccount(given.services, null) };
}

/** Every value of every table, as text. */
async function everythingStored(): Promise<string> {
  const tables = await given.database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const dumps: string[] = [];
  for (const { name } of tables) {
    const rows = await given.database.$queryRawUnsafe<{ row: string }[]>(
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
    expect(await done(someone, 'member.link', { code: typed })).toContain('You are registered');
    expect(outcomeOf(await ask(someone, 'session.list'))).toBe('done');
    expect(notificationsTo(await sendAllDue(), someone).map(({ kind }) => kind)).toEqual(['member.welcome']);
    expect(await refused(someone, 'member.link', { code })).toContain('registered already');
  });

  it('works once, for one account only', async () => {
    const code = await invite();
    await done(await stranger(), 'member.link', { code });
    expect(await refused(await stranger(), 'member.link', { code })).toContain('not right');
  });

  it('works once even for two accounts at the same instant', async () => {
    const code = await invite();
    const both = [await stranger(), await stranger()];
    const performed = await Promise.all(both.map((one) => ask(one, 'member.link', { code })));
    expect(performed.map(outcomeOf).sort()).toEqual(['done', 'refused']);
  });

  it('never gives one account two people, even when two codes arrive at the same instant', async () => {
    const other = await member();
    const codes = [await invite(), await invite(other)];
    const someone = await stranger();
    const performed = await Promise.all(codes.map((code) => ask(someone, 'member.link', { code })));
    expect(performed.map(outcomeOf).sort()).toEqual(['done', 'refused']);
    expect(notificationsTo(await sendAllDue(), someone)).toHaveLength(1);
    expect(
      await given.database.invitation.count({
        where: { usedAt: { not: null }, programmeId: given.programme.id },
      }),
    ).toBe(1);
  });

  it('expires after 14 days', async () => {
    const code = await invite();
    given.services.clock.advance({ days: 14 });
    expect(await refused(await stranger(), 'member.link', { code })).toContain('expired');
    given.services.clock.advance({ seconds: -1 });
    await done(await stranger(), 'member.link', { code });
  });

  it('stops working when another is issued for the same person', async () => {
    const [old, fresh] = [await invite(), await invite()];
    expect(await refused(await stranger(), 'member.link', { code: old })).toContain('not right');
    await done(await stranger(), 'member.link', { code: fresh });
  });

  it('is stored nowhere in plain, neither when issued nor when used, and a repeated delivery does not show it', async () => {
    const issuing = request(
      given.secretary,
      'member.invite',
      { person: newcomer.id },
      { submitted: true, answeredLater: true },
    );
    const first = await handleRequest(given.services, issuing);
    const code = codePattern.exec(wordsOf(first))?.[0] ?? '';
    expect(code).not.toBe('');
    const repeated = await handleRequest(given.services, issuing);
    expect(repeated.repeated).toBe(true);
    expect(wordsOf(repeated)).toContain('shown only once');
    expect(wordsOf(repeated)).not.toMatch(codePattern);
    const someone = await stranger();
    await ask(someone, 'member.link', { code: `${code}X` }, { answeredLater: true, origin: 'words' });
    await ask(someone, 'member.link', { code }, { answeredLater: true, origin: 'words' });
    await sendAllDue();
    const stored = (await everythingStored()).toUpperCase();
    expect(stored).toContain('MEMBER.LINK');
    // Ids and digests may well hold a group of hexadecimal digits.
    const groups = code.split('-').filter((group) => /[G-Z]/.test(group));
    for (const part of [code, code.replaceAll('-', ''), ...groups]) expect(stored).not.toContain(part);
  });

  it('is issued by the secretariat only, for people of its own programme', async () => {
    const participant = await member();
    expect(await refused(participant, 'member.invite', { person: newcomer.id })).not.toMatch(codePattern);
    const elsewhere = await buildPerson(given.services, { programme: await buildProgramme(given.services) });
    expect(await refused(given.secretary, 'member.invite', { person: elsewhere.id })).toContain(
      'I could not find what you named',
    );
    expect(await given.database.invitation.count({ where: { programmeId: given.programme.id } })).toBe(0);
  });
});

describe('wrong codes', () => {
  it('lock the account for an hour after five, even for the right one', async () => {
    const code = await invite();
    const someone = await stranger();
    for (const left of [4, 3, 2, 1]) {
      expect(await refused(someone, 'member.link', { code: 'WRNG-WRNG-WRNG' })).toContain(`${left} more`);
    }
    expect(await refused(someone, 'member.link', { code: 'not a code' })).toContain('60 minutes');
    expect(await refused(someone, 'member.link', { code })).toContain('60 minutes');
    given.services.clock.advance({ minutes: 59, seconds: 30 });
    expect(await refused(someone, 'member.link', { code })).toContain('1 minute.');
    given.services.clock.advance({ seconds: 30 });
    await done(someone, 'member.link', { code });
  });

  it('are counted each when they come at the same instant', async () => {
    const code = await invite();
    const someone = await stranger();
    const wrong = Array.from({ length: 5 }, () => newInvitationCode());
    await Promise.all(wrong.map((one) => ask(someone, 'member.link', { code: one })));
    expect(await refused(someone, 'member.link', { code })).toContain('minutes');
  });

  it('are counted once when one try is delivered four times', async () => {
    const someone = await stranger();
    const once = request(someone, 'member.link', { code: newInvitationCode() }, { submitted: true });
    const first = await handleRequest(given.services, once);
    for (const repeated of [
      await handleRequest(given.services, once),
      ...(await Promise.all([handleRequest(given.services, once), handleRequest(given.services, once)])),
    ])
      expect(repeated.reply).toEqual(first.reply);
    expect(await refused(someone, 'member.link', { code: newInvitationCode() })).toContain('3 more');
  });

  it('of one account do not lock another', async () => {
    const code = await invite();
    const someone = await stranger();
    for (let tries = 0; tries < 5; tries += 1) await refused(someone, 'member.link', { code: newInvitationCode() });
    await done(await stranger(), 'member.link', { code });
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
