/** The use cases about members called as the import, a job or a language model would: without a chat, by the same rules. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Programme, type Transaction } from '../../../prisma/client.js';
import { changeSettings } from '../../../programme/members/change-settings.js';
import { chooseProgramme } from '../../../programme/members/choose-programme.js';
import { hashInvitationCode } from '../../../programme/members/invitation-code.js';
import { invitePerson } from '../../../programme/members/invite-person.js';
import { linkByCode } from '../../../programme/members/link-by-code.js';
import { findCompanies, readProgrammes, readWelcomed } from '../../../programme/members/queries.js';
import { memberTexts } from '../../../programme/members/texts.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildAccount,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let person: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  person = await buildPerson(services, { programme });
});

const run = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  await inTransaction(services.database, work);

/** Why and at which field it was refused. */
function refusalOf(result: object): readonly (string | null)[] {
  return isRefusal(result) ? [result.refused, result.field] : [];
}

const invite = async ({ id: personId }: { id: string } = person) =>
  await run((transaction) =>
    invitePerson(transaction, {
      personId,
      by: { programmeId: programme.id, personId: person.id },
      now: services.clock.now(),
    }),
  );

async function issued() {
  const invitation = await invite();
  if (isRefusal(invitation)) throw new Error(invitation.refused);
  return invitation;
}

async function newAccount(): Promise<string> {
  const { userId } = await buildAccount(services, null);
  return (await services.database.account.findFirstOrThrow({ where: { userId } })).id;
}

const link = async (accountId: string, code: string) =>
  await run((transaction) => linkByCode(transaction, { accountId, code, now: services.clock.now() }));

describe('inviting', () => {
  it('returns the code once, stores its digest, and ends the earlier one', async () => {
    const first = await issued();
    const second = await issued();
    expect(second.name).toEqual({ ja: person.nameJa, en: person.nameEn });
    expect(second.expiresAt.getTime() - services.clock.now().getTime()).toBe(14 * 86_400_000);
    const stored = await services.database.invitation.findMany({ where: { personId: person.id } });
    const open = stored.filter(({ revokedAt }) => revokedAt === null);
    expect(open.map(({ codeHash }) => codeHash)).toEqual([hashInvitationCode(second.code)]);
    expect(first.code).not.toBe(second.code);
  });

  it('reaches nobody outside the programme, and nobody who left it', async () => {
    const stranger = await buildPerson(services, { programme: await buildProgramme(services) });
    const former = await buildPerson(services, { programme, endedAt: services.clock.now() });
    expect(refusalOf(await invite(stranger))).toEqual(['not_found', 'person']);
    expect(refusalOf(await invite(former))).toEqual(['not_found', 'person']);
    const ids = [stranger.id, former.id];
    expect(await services.database.invitation.count({ where: { personId: { in: ids } } })).toBe(0);
  });
});

describe('linking by a code', () => {
  it('ties the account to the person once, and plans the welcome to that account', async () => {
    const { code } = await issued();
    const accountId = await newAccount();
    expect(await link(accountId, code.toLowerCase().replaceAll('-', ' '))).toEqual({ personId: person.id });
    expect(refusalOf(await link(accountId, code))).toEqual(['already_linked', null]);
    const planned = await services.database.notification.findMany({ where: { personId: person.id } });
    const welcomes = planned.filter(({ kind }) => kind === 'member.welcome');
    expect(welcomes).toMatchObject([{ accountId }]);
    // The account that they had before hears of the new one.
    expect(planned.filter(({ kind }) => kind === 'member.linked')).toHaveLength(1);
  });

  it('counts a code that was used, with a refusal that keeps the count', async () => {
    const { code } = await issued();
    await link(await newAccount(), code);
    const accountId = await newAccount();
    expect(await link(accountId, code)).toMatchObject({
      ...{
        refused: 'code_wrong',
        words: { en: memberTexts.en.refusals.code_wrong({ triesLeft: 4 }) },
        field: 'code',
        keep: true,
      },
    });
    for (const _ of [1, 2, 3]) await link(accountId, 'nonsense');
    expect(await link(accountId, 'nonsense')).toMatchObject({
      refused: 'codes_locked',
      words: { en: memberTexts.en.refusals.codes_locked({ minutes: 60 }) },
    });
  });

  it('does not count a code that has expired', async () => {
    const { code, expiresAt } = await issued();
    const accountId = await newAccount();
    services.clock.set(expiresAt);
    expect(await link(accountId, code)).toMatchObject({ refused: 'code_expired', keep: false });
    expect(await services.database.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({
      failedCodes: 0,
    });
  });
});

it('a language alone leaves the time zone as it is', async () => {
  const settings = async () => await services.database.person.findUniqueOrThrow({ where: { id: person.id } });
  await run((transaction) => changeSettings(transaction, { personId: person.id, language: 'ja' }));
  expect(await settings()).toMatchObject({ language: 'ja', timeZone: person.timeZone });
  const timeZone = 'Europe/Berlin';
  await run((transaction) => changeSettings(transaction, { personId: person.id, language: 'en', timeZone }));
  expect(await settings()).toMatchObject({ language: 'en', timeZone });
});

it('only a programme in which the person has a role can be chosen', async () => {
  const foreign = await buildProgramme(services);
  const membership = { programmeId: programme.id, role: 'participant', level: 'working', companyId: null } as const;
  const choose = async (programmeId: string) =>
    await run((transaction) =>
      chooseProgramme(transaction, { programmeId, by: { id: person.id, memberships: [membership] } }),
    );
  expect(refusalOf(await choose(foreign.id))).toEqual(['not_found', null]);
  expect(await choose(programme.id)).toMatchObject({ id: programme.id, name: { en: programme.nameEn } });
  const { chosenProgrammeId } = await services.database.person.findUniqueOrThrow({ where: { id: person.id } });
  expect(chosenProgrammeId).toBe(programme.id);
});

describe('what is read', () => {
  it('finds companies of the programme alone, by reading or code, within a bound', async () => {
    await buildCompany(services, await buildProgramme(services), { code: 'Z-9' });
    for (const code of ['Z-3', 'Z-1', 'Z-2']) await buildCompany(services, programme, { code });
    const find = async (typed: string, most = 50) =>
      (await run((transaction) => findCompanies(transaction, programme.id, { typed, most }))).map(
        ({ name }) => name.en,
      );
    expect(await find('z-4')).toEqual([]);
    expect(await find('ｚ－')).toEqual(['Z-1 Corporation', 'Z-2 Corporation', 'Z-3 Corporation']);
    expect(await find('z-', 2)).toEqual(['Z-1 Corporation', 'Z-2 Corporation']);
  });

  it('names the programme that began last, for the welcome and for the contacts', async () => {
    const later = await buildProgramme(services, { startsOn: new Date('2024-09-20'), nameEn: 'Later' });
    const welcomed = async () => await run((transaction) => readWelcomed(transaction, person.id, services.clock.now()));
    await services.database.membership.create({
      data: { programmeId: later.id, personId: person.id, role: 'adviser' },
    });
    const ids = [programme.id, later.id];
    const programmes = await run((transaction) => readProgrammes(transaction, ids));
    expect(programmes.map(({ name }) => name.en)).toEqual(['Later', programme.nameEn]);
    expect(await welcomed()).toMatchObject({
      ...{ role: 'adviser', programme: { en: 'Later' }, company: null, person: { en: person.nameEn } },
    });
    await services.database.membership.updateMany({
      where: { personId: person.id },
      data: { endedAt: services.clock.now() },
    });
    expect(await welcomed()).toBeNull();
  });
});
