/** A code opens what its issuer may give: nothing of another programme, and never unnoticed. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Programme } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import type { RequestingAccount, RequestResult } from '../../../programme/requests/request.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildSession,
  notificationsTo,
  outcomeOf,
  requestingAccount,
  type SentNotification,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, sendAllDue } = given;

let there: Programme;
let secretaryHere: BuiltPerson;
let secretaryThere: BuiltPerson;
/** A speaker here who is secretariat there. */
let boss: BuiltPerson;

beforeEach(async () => {
  const { services, programme } = given;
  there = await buildProgramme(services, { startsOn: new Date('2024-08-01') });
  secretaryHere = await buildPerson(services, { programme, role: 'secretariat', nameEn: 'Here' });
  secretaryThere = await buildPerson(services, { programme: there, role: 'secretariat' });
  boss = await buildPerson(services, { programme: there, role: 'secretariat', nameEn: 'Boss' });
  await join(boss, programme);
});

async function join({ id: personId }: BuiltPerson, { id: programmeId }: Programme): Promise<void> {
  await given.database.membership.create({ data: { personId, programmeId, role: 'speaker' } });
}

/** The code as its issuer reads it. */
async function codeFor(person: BuiltPerson, issuer: BuiltPerson): Promise<string> {
  const performed = await ask(issuer, 'member.invite', { person: person.id }, { submitted: true });
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(wordsOf(performed))?.[0];
  if (code === undefined) throw new Error(wordsOf(performed));
  return code;
}

async function enter(code: string, account: RequestingAccount = requestingAccount()): Promise<RequestingAccount> {
  expect(outcomeOf(await ask({ account }, 'member.link', { code }, { submitted: true }))).toBe('done');
  return account;
}

const outcome = async (account: RequestingAccount, action: string, input: Values) =>
  outcomeOf(await ask({ account }, action, input, { submitted: true }));

const find = async ({ platform, tenant, userId }: RequestingAccount) =>
  await given.database.account.findUniqueOrThrow({
    where: { platform_tenant_userId: { platform, tenant, userId } },
    include: { grants: true },
  });

describe('a code for somebody who has a role elsewhere, too', () => {
  it('opens what they have in the programme of its issuer, and nothing of the other', async () => {
    const session = await buildSession(given.services, there);
    const account = await enter(await codeFor(boss, secretaryHere));
    expect(await outcome(account, 'session.show', { session: given.session.id })).toBe('done');
    for (const action of ['session.attendees', 'session.show', 'session.check-in-code']) {
      expect(await outcome(account, action, { session: session.id }), action).toBe('refused');
    }
    const callOff = { session: session.id, agreed: true };
    expect(await outcome(account, 'session.call-off', callOff)).toBe('refused');
    // The control: without the record of what was granted the same account opens everything.
    await given.database.accountGrant.deleteMany({ where: { accountId: (await find(account)).id } });
    expect(await outcome(account, 'session.call-off', callOff)).toBe('done');
  });

  it('opens the other programme once that one’s secretariat has issued one as well', async () => {
    const session = await buildSession(given.services, there);
    const account = await enter(await codeFor(boss, secretaryHere));
    expect(await outcome(account, 'session.attendees', { session: session.id })).toBe('refused');
    await enter(await codeFor(boss, secretaryThere), account);
    expect(await outcome(account, 'session.attendees', { session: session.id })).toBe('done');
    expect(await outcome(account, 'session.show', { session: given.session.id })).toBe('done');
    expect((await find(account)).grants).toHaveLength(2);
  });

  it('is of no use to an account of somebody else, or twice', async () => {
    const code = await codeFor(boss, secretaryHere);
    const other = (await buildPerson(given.services, { programme: given.programme })).account;
    expect(await outcome(other, 'member.link', { code })).toBe('refused');
    const account = await enter(code);
    expect(await outcome(account, 'member.link', { code })).toBe('refused');
    const again = await codeFor(boss, secretaryHere);
    expect(await outcome(account, 'member.link', { code: again })).toBe('refused');
  });

  it('opens next year’s programme, too, where its issuer is the secretariat of both', async () => {
    const session = await buildSession(given.services, there);
    const account = await enter(await codeFor(boss, secretaryHere));
    await given.database.membership.create({
      data: { personId: secretaryHere.id, programmeId: there.id, role: 'secretariat' },
    });
    expect(await outcome(account, 'session.attendees', { session: session.id })).toBe('done');
  });
});

describe('a further account', () => {
  async function linked(): Promise<{
    readonly account: RequestingAccount;
    readonly told: readonly SentNotification[];
  }> {
    const account = await enter(await codeFor(boss, secretaryHere));
    return { account, told: await sendAllDue() };
  }

  const objectTo = async (told: readonly SentNotification[]): Promise<RequestResult> => {
    const [notice] = notificationsTo(told, boss);
    const button = notice?.message.elements.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))[0];
    if (button === undefined || !('action' in button)) throw new Error('no button');
    return await ask(boss, button.action, button.input);
  };

  it('is told to every one that the person had before, with who issued the code', async () => {
    const teams = requestingAccount({ platform: 'teams', tenant: 'TENANT' });
    const { platform, tenant, userId, address } = teams;
    await given.database.account.create({
      data: {
        platform,
        tenant,
        userId,
        address: JSON.parse(JSON.stringify(address)),
        personId: boss.id,
        lastSeenAt: given.services.clock.now(),
      },
    });
    const { account, told } = await linked();
    expect(notificationsTo(told, { account }).map(({ kind }) => kind)).toEqual(['member.welcome']);
    for (const before of [boss.account, teams]) {
      const [notice] = notificationsTo(told, { account: before });
      expect(notice?.kind).toBe('member.linked');
      expect(notice?.words).toContain('issued by Here');
    }
    const invitation = await given.database.invitation.findFirstOrThrow({ where: { personId: boss.id } });
    expect(invitation.issuedById).toBe(secretaryHere.id);
  });

  it('is unlinked by a press of the button, and the secretariat is told', async () => {
    const { account, told } = await linked();
    expect(outcomeOf(await objectTo(told))).toBe('done');
    expect((await find(account)).personId).toBeNull();
    expect(await outcome(account, 'session.list', {})).toBe('refused');
    const heard = notificationsTo(await sendAllDue(), secretaryHere);
    expect(heard.map(({ kind }) => kind)).toEqual(['member.objected']);
    expect(heard[0]?.words).toMatch(/Boss says.*issued by Here/);
    const changes = await given.database.memberChange.findMany({
      where: { personId: boss.id },
      orderBy: { at: 'asc' },
    });
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['invited', 'linked', 'objected']));
    // Once is enough, and what is no longer true is not told.
    expect(outcomeOf(await objectTo(told))).toBe('refused');
  });

  it('stays unlinked though its workspace vouches for its address', async () => {
    const { told, account } = await linked();
    await objectTo(told);
    await given.database.person.update({ where: { id: boss.id }, data: { email: 'boss@example.org' } });
    for (const { id: programmeId } of [given.programme, there]) {
      await given.database.binding.create({ data: { programmeId, platform: 'slack', tenant: account.tenant } });
    }
    given.services.clock.advance({ minutes: 5 });
    const vouched = { ...account, verifiedEmail: async () => 'boss@example.org' };
    expect(await outcome(vouched, 'session.list', {})).toBe('refused');
    // The control: an account that nobody objected to is let in.
    expect(await outcome({ ...vouched, userId: 'U-NEW' }, 'session.list', {})).toBe('done');
    await given.database.binding.deleteMany({ where: { tenant: account.tenant } });
  });

  it('cannot drive out the ones that were there before', async () => {
    const { account } = await linked();
    const before = await find(boss.account);
    expect(await outcome(account, 'member.object', { ownAccount: before.id })).toBe('refused');
    expect((await find(boss.account)).personId).toBe(boss.id);
  });

  it('of somebody else is nobody’s business, not even the secretariat’s', async () => {
    const { account } = await linked();
    const { id } = await find(account);
    expect(await outcome(secretaryHere.account, 'member.object', { ownAccount: id })).toBe('refused');
    expect((await find(account)).personId).toBe(boss.id);
  });

  it('is not told of once it is unlinked', async () => {
    const account = await enter(await codeFor(boss, secretaryHere));
    await given.database.account.update({ where: { id: (await find(account)).id }, data: { personId: null } });
    expect(notificationsTo(await sendAllDue(), boss)).toEqual([]);
  });
});

it('wrong check-in codes are counted over all accounts of a person', async () => {
  const person = await buildPerson(given.services, { programme: given.programme });
  given.services.clock.set(given.session.startsAt);
  const wrong = given.session.checkInCode === '000000' ? '000001' : '000000';
  const accounts = await Promise.all(
    ['U-A', 'U-B'].map(async (userId) => {
      const account = requestingAccount({ userId: `${userId}-${person.id}` });
      await given.database.account.create({
        data: {
          ...{ platform: account.platform, tenant: account.tenant, userId: account.userId, address: {} },
          ...{ personId: person.id, lastSeenAt: given.services.clock.now() },
        },
      });
      return account;
    }),
  );
  for (let tries = 0; tries < 5; tries += 1) {
    const account = accounts[tries % 2];
    if (account !== undefined) expect(await outcome(account, 'session.check-in', { code: wrong })).not.toBe('done');
  }
  for (const account of [person.account, ...accounts]) {
    const right = await ask({ account }, 'session.check-in', { code: given.session.checkInCode }, { submitted: true });
    expect(wordsOf(right)).toMatch(/too many wrong codes/);
  }
  given.services.clock.advance({ minutes: 11 });
  expect(await outcome(person.account, 'session.check-in', { code: given.session.checkInCode })).toBe('done');
});

describe('after the last day of a programme', () => {
  it('participants can read, and change what is their own; what they do in the programme is refused in words', async () => {
    const ends = new Date('2024-10-31');
    await given.database.programme.update({ where: { id: given.programme.id }, data: { endsOn: ends } });
    const person = await buildPerson(given.services, { programme: given.programme });
    const late = await buildSession(given.services, given.programme, {
      ...{ startsAt: new Date('2024-12-01T10:00:00+09:00'), endsAt: new Date('2024-12-01T12:00:00+09:00') },
      deadline: new Date('2024-11-30T10:00:00+09:00'),
    });
    const register = { session: late.id, mode: 'online' };
    // Its last day is over at midnight where the programme is.
    given.services.clock.set('2024-10-31T23:59:59+09:00');
    expect(await outcome(person.account, 'session.register', register)).toBe('done');
    given.services.clock.set('2024-11-01T00:00:00+09:00');
    const refused = await ask(person, 'session.cancel', { session: late.id }, { submitted: true });
    expect(outcomeOf(refused)).toBe('refused');
    expect(wordsOf(refused)).toContain('has ended');
    expect(await outcome(person.account, 'session.show', { session: late.id })).toBe('done');
    expect(await outcome(person.account, 'session.list', {})).toBe('done');
    expect(await outcome(person.account, 'member.language', { language: 'en' })).toBe('done');
    const cancel = { session: late.id, person: person.id };
    expect(await outcome(secretaryHere.account, 'session.cancel', cancel)).toBe('done');
  });
});
