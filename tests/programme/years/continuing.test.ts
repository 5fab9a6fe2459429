/** Who continues in the next year's programme, by which accounts they open it, and which programme they mean once it is announced. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Programme } from '../../../prisma/client.js';
import { readNextToAnswer, readWelcomed } from '../../../programme/members/queries.js';
import type { Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { RequestingAccount } from '../../../programme/requests/request.js';
import { openProgramme } from '../../../programme/years/open-programme.js';
import {
  type Asking,
  type BuiltPerson,
  buildAssignment,
  buildProgramme,
  fieldOf,
  outcomeOf,
  requestingAccount,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({
  programme: { nameJa: '2024年度プログラム', nameEn: 'Programme 2024' },
  session: { code: 'MSM-1' },
});
const { ask, done, opened, refused } = given;

let code = '';
beforeEach(() => {
  code = `NEXT-${randomUUID().slice(0, 8).toUpperCase()}`;
});

const wish = (more: Values = {}): Values => ({
  ...{ nameJa: '2025年度プログラム', nameEn: 'Programme 2025', code, startsOn: '2025-09-01' },
  ...{ which: 'all', staff: 'all', agreed: true, ...more },
});

/** The programme that is made by this account. */
async function made(by: Asking, more: Values = {}): Promise<Programme> {
  await done(by, 'programme.copy', wish(more));
  return await given.database.programme.findFirstOrThrow({ where: { code } });
}

async function announced({ id: programmeId }: Programme): Promise<void> {
  const now = given.services.clock.now();
  await inTransaction(given.database, (transaction) =>
    openProgramme(transaction, { programmeId, byId: given.secretary.id, now }),
  );
}

const rolesIn = async ({ id: programmeId }: Programme) =>
  (await given.database.membership.findMany({ where: { programmeId } })).map(
    ({ role, personId }) => `${role} ${personId}`,
  );

describe('the staff', () => {
  it('continue all of them, however many, where nobody is chosen', async () => {
    const advisers = await Promise.all(Array.from({ length: 27 }, () => given.member({ role: 'adviser' })));
    const form = await opened(given.secretary, 'programme.copy');
    expect(fieldOf(form, 'staff')).toMatchObject({ initial: 'all' });
    const roles = await rolesIn(await made(given.secretary));
    for (const { id } of advisers) expect(roles).toContain(`adviser ${id}`);
  });

  it('are those who are chosen, or nobody; more than a form can hold are refused in words', async () => {
    const [stays, goes] = [await given.member({ role: 'adviser' }), await given.member({ role: 'speaker' })];
    const chosen = await rolesIn(await made(given.secretary, { staff: 'chosen', people: [stays.id] }));
    expect(chosen).toContain(`adviser ${stays.id}`);
    expect(chosen).not.toContain(`speaker ${goes.id}`);
    code = `${code}-2`;
    const none = await rolesIn(await made(given.secretary, { staff: 'none', people: [stays.id] }));
    expect(none.filter((one) => !one.startsWith('participant'))).toEqual([`secretariat ${given.secretary.id}`]);
    code = `${code}-3`;
    const all = await Promise.all(Array.from({ length: 26 }, () => given.member({ role: 'adviser' })));
    const tooMany = wish({ staff: 'chosen', people: all.map(({ id }) => id) });
    expect(await refused(given.secretary, 'programme.copy', tooMany)).toContain('more than can be chosen');
  });

  it('are, with its maker, all that the maker is: an adviser keeps the companies that they look after', async () => {
    const { secretary, programme, company, database } = given;
    await database.membership.create({
      data: { programmeId: programme.id, personId: secretary.id, role: 'adviser' },
    });
    await buildAssignment(given.services, { adviserId: secretary.id, company });
    const next = await made(secretary, { staff: 'none' });
    const roles = await rolesIn(next);
    expect(roles).toContain(`adviser ${secretary.id}`);
    expect(roles).toContain(`secretariat ${secretary.id}`);
    expect(await database.assignment.count({ where: { programmeId: next.id, adviserId: secretary.id } })).toBe(1);
  });
});

describe('an account that a code linked', () => {
  let issuer: BuiltPerson;
  let maker: BuiltPerson;
  let byMaker: Asking;
  let byPerson: Asking;

  /** Another account of the person, by a code of the issuer's. */
  async function linked(person: BuiltPerson): Promise<Asking> {
    const words = await done(issuer, 'member.invite', { person: person.id });
    const [invitation] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(words) ?? [];
    const account: RequestingAccount = requestingAccount();
    await done({ account }, 'member.link', { code: invitation ?? words });
    return { account };
  }

  const mayChoose = async (by: Asking, { id }: Programme) =>
    outcomeOf(await ask(by, 'programme.choose', { programme: id }, { submitted: true })) === 'done';

  beforeEach(async () => {
    issuer = await given.member({ role: 'secretariat' });
    maker = await given.member({ role: 'secretariat' });
    byMaker = await linked(maker);
    byPerson = await linked(given.person);
  });

  it('opens the next programme, also where who issued the code does not continue', async () => {
    const next = await made(byMaker, { staff: 'none' });
    expect(await rolesIn(next)).not.toContain(`secretariat ${issuer.id}`);
    expect(await mayChoose(byMaker, next)).toBe(true);
    expect(await mayChoose(byPerson, next)).toBe(false);
    await announced(next);
    expect(await mayChoose(byPerson, next)).toBe(true);
  });

  it('opens the one after that, too', async () => {
    const next = await made(byMaker, { staff: 'none' });
    await done(byMaker, 'programme.choose', { programme: next.id });
    code = `${code}-2`;
    const later = await made(byMaker, { staff: 'none', startsOn: '2026-09-01' });
    expect(later.id).not.toBe(next.id);
    expect(await mayChoose(byMaker, later)).toBe(true);
  });

  it('opens nothing else of the maker’s, and does not open it where it does not open the first', async () => {
    const { services, database, programme, person } = given;
    const other = await buildProgramme(services, { nameEn: 'Other' });
    await database.membership.createMany({
      data: [
        { programmeId: other.id, personId: maker.id, role: 'secretariat' },
        { programmeId: other.id, personId: person.id, role: 'speaker' },
      ],
    });
    const next = await made(byMaker, { staff: 'none' });
    await announced(next);
    expect(await mayChoose(byPerson, other)).toBe(false);
    // From now on its code is one of the other programme alone.
    const { platform, tenant, userId } = byPerson.account;
    const account = await database.account.findUniqueOrThrow({
      where: { platform_tenant_userId: { platform, tenant, userId } },
    });
    await database.accountGrant.deleteMany({ where: { accountId: account.id } });
    await database.accountGrant.create({
      data: { accountId: account.id, programmeId: other.id, issuedById: null, createdAt: services.clock.now() },
    });
    code = `${code}-2`;
    const later = await made(byMaker, { staff: 'none', startsOn: '2026-09-01' });
    await announced(later);
    expect(later).toMatchObject({ timeZone: programme.timeZone });
    expect(await mayChoose(byPerson, later)).toBe(false);
    expect(await mayChoose(byPerson, other)).toBe(true);
  });
});

describe('what a code of a session means once the next programme is announced', () => {
  const said = async (words: string) =>
    await handleRequest(given.services, {
      ...{ account: given.person.account, key: randomUUID(), fingerprint: null, resendFingerprint: null },
      ...{ answeredLater: false, words, isCommand: false },
    });
  const registered = async ({ id: programmeId }: Programme) =>
    await given.database.registration.count({ where: { personId: given.person.id, session: { programmeId } } });

  it('is the session of this year’s, until it has ended', async () => {
    const { services, programme, person, session, database } = given;
    const next = await made(given.secretary);
    await announced(next);
    expect(wordsOf(await said('MSM-1 に出席'))).toContain('7 Nov 2024');
    await done(person, 'session.register', { session: 'MSM-1', mode: 'onsite' });
    expect([await registered(programme), await registered(next)]).toEqual([1, 0]);
    services.clock.set('2025-06-01T09:00:00+09:00');
    await done(person, 'session.register', { session: 'MSM-1', mode: 'onsite' });
    expect([await registered(programme), await registered(next)]).toEqual([1, 1]);
    expect(await database.registration.count({ where: { sessionId: session.id } })).toBe(1);
  });

  it('is the session of the next one from its first day in its own time zone on', async () => {
    const { services, programme } = given;
    // Both go on for a while.
    await given.database.programme.update({ where: { id: programme.id }, data: { endsOn: new Date('2026-03-31') } });
    await announced(await made(given.secretary));
    const welcomed = async () =>
      await inTransaction(given.database, async (transaction) => {
        const now = services.clock.now();
        const at = await readWelcomed(transaction, given.person.id, now);
        const next = await readNextToAnswer(transaction, given.person.id, now);
        return [at?.programme.en, next?.deadline.getUTCFullYear()];
      });
    expect(await welcomed()).toEqual(['Programme 2024', 2024]);
    services.clock.set('2025-08-31T23:59:00+09:00');
    expect(await welcomed()).toEqual(['Programme 2024', undefined]);
    expect(wordsOf(await ask(given.person, 'session.show', { session: 'MSM-1' }))).toContain('7 Nov 2024');
    services.clock.set('2025-09-01T00:00:00+09:00');
    expect(await welcomed()).toEqual(['Programme 2025', 2025]);
    expect(wordsOf(await ask(given.person, 'session.show', { session: 'MSM-1' }))).toContain('6 Nov 2025');
  });
});
