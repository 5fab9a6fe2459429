/** The secretariat sees whom nothing reaches, since when and why, tells them by telephone and ticks them off. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { markMailFault, markReachable, markUnreachable } from '../../../programme/members/account-reachability.js';
import { noteMailSetup, readReach, sendsMail } from '../../../programme/members/reach.js';
import { wordOf } from '../../../programme/roster/show-call-list.action.js';
import { type BuiltPerson, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, done, refused, member } = given;

beforeEach(async () => {
  await given.database.notification.deleteMany();
  await given.database.account.updateMany({ data: { unreachableReason: null, unreachableSince: null } });
  await given.database.person.updateMany({ data: { emailFault: null, emailFaultSince: null } });
  await given.database.channelSetup.deleteMany();
});

let number = 0;

async function untold({ id: personId }: BuiltPerson, state: 'unreachable' | 'failed' | 'delivered' = 'unreachable') {
  const at = given.services.clock.now();
  number += 1;
  await given.database.notification.create({
    data: {
      ...{ key: `untold ${number}`, kind: 'session.changed', programmeId: given.programme.id, personId, data: {} },
      ...{ dueAt: at, createdAt: at, settledAt: at, state },
    },
  });
}

const list = async () => wordsOf(await ask(given.secretary, 'member.call-list', {}));
const person = async () => {
  number += 1;
  return await member({ company: given.company, nameEn: `Called ${number}`, email: `called-${number}@example.org` });
};
const accountOf = ({ account }: BuiltPerson) => account;

describe('the call list', () => {
  it('says that there is nobody to call', async () => {
    expect(await list()).toContain('There is nobody to call.');
  });

  it('has who could not be told what, and nobody who was', async () => {
    const [one, two, told] = [await person(), await person(), await person()];
    await untold(one);
    await untold(one, 'failed');
    await untold(two);
    await untold(told, 'delivered');
    const words = await list();
    expect(words).toContain(one.nameEn);
    expect(words.split('Not told:')).toHaveLength(4);
    expect(words).toContain(two.nameEn);
    expect(words).not.toContain(told.nameEn);
    expect(words).toContain('[Mark as called]');
  });

  it('says since when and why an account takes nothing, and nothing more once its person is back', async () => {
    const one = await person();
    await markUnreachable(given.services, accountOf(one), 'user_disabled');
    const account = { ...accountOf(one), address: {}, email: null, language: null };
    expect(await list()).toMatch(/Slack: the account is deactivated, since .*2024/);
    // A later failure does not make it newer.
    const before = await given.database.account.findFirstOrThrow({ where: { personId: one.id } });
    given.services.clock.advance({ days: 1 });
    await markUnreachable(given.services, accountOf(one), 'user_disabled');
    const after = await given.database.account.findFirstOrThrow({ where: { personId: one.id } });
    expect(after.unreachableSince).toEqual(before.unreachableSince);
    await markReachable(given.services, account);
    expect(await given.database.account.findFirstOrThrow({ where: { personId: one.id } })).toMatchObject({
      ...{ unreachableReason: null, unreachableSince: null },
    });
    expect(await list()).toContain('There is nobody to call.');
  });

  it('says why an address takes nothing, until it is another one', async () => {
    const one = await person();
    const { email } = await given.database.person.findUniqueOrThrow({ where: { id: one.id } });
    await markMailFault(given.services, { personId: one.id, email: email ?? '', reason: '550 5.1.1' });
    expect(await list()).toContain(`E-mail (${email}): there is no such address, since`);
    await given.database.person.update({ where: { id: one.id }, data: { email: `new-${email}` } });
    expect(await list()).toContain('There is nobody to call.');
  });

  it('is ticked off by person, without what came after it was shown', async () => {
    const one = await person();
    await untold(one);
    const until = given.services.clock.now().toISOString();
    given.services.clock.advance({ minutes: 1 });
    await untold(one);
    expect(await done(given.secretary, 'member.called', { person: one.id, until })).toContain('was told 1 notice');
    expect((await list()).split('Not told:')).toHaveLength(2);
    await done(given.secretary, 'member.called', { person: one.id });
    expect(await list()).toContain('There is nobody to call.');
    expect(await refused(given.secretary, 'member.called', { person: one.id })).toContain('nothing this person');
    const rows = await given.database.notification.findMany({ where: { personId: one.id } });
    expect(rows.every(({ calledById }) => calledById === given.secretary.id)).toBe(true);
  });

  it('is in no other programme and for nobody but the secretariat', async () => {
    const one = await person();
    await untold(one);
    await given.database.notification.updateMany({ data: { programmeId: null } });
    expect(await list()).toContain('There is nobody to call.');
    expect(wordsOf(await ask(one, 'member.call-list', {}))).not.toContain('People to call');
  });

  it.each([
    ['slack', 'user_disabled', 'deactivated'],
    ['slack', 'channel_not_found', 'goneChat'],
    ['teams', 'uninstalled', 'removed'],
    ['teams', '403 MessageWritesBlocked', 'blocked'],
    ['teams', '404', 'goneChat'],
    ['email', '552 5.2.2', 'full'],
    ['email', '550 5.1.1', 'noSuchAddress'],
    ['email', '550', 'refusedMail'],
  ] as const)('knows what %s means by %s', (channel, reason, word) => expect(wordOf(channel, reason)).toBe(word));
});

describe('who can be told', () => {
  const reach = async (people: readonly BuiltPerson[]) =>
    await inTransaction(given.database, (transaction) =>
      readReach(
        transaction,
        given.programme.id,
        people.map(({ id }) => id),
      ),
    );

  it('counts e-mail only where workers send it, and no address that takes nothing', async () => {
    const [chat, mail, faulty] = [await person(), await person(), await person()];
    for (const one of [mail, faulty]) await markUnreachable(given.services, accountOf(one), 'user_disabled');
    await given.database.person.update({ where: { id: faulty.id }, data: { emailFault: '550' } });
    const people = [chat, mail, faulty];
    expect(await reach(people)).toMatchObject({ reached: 1, byMail: 0 });
    await noteMailSetup(given.services, true);
    await noteMailSetup(given.services, true);
    expect(await sendsMail(given.database)).toBe(true);
    const told = await reach(people);
    expect(told).toMatchObject({ reached: 2, byMail: 1 });
    expect(told.unreached.map(({ en }) => en)).toEqual([faulty.nameEn]);
    await noteMailSetup(given.services, false);
    expect(await reach(people)).toMatchObject({ reached: 1, byMail: 0 });
  });
});
