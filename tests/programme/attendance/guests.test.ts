/** People of companies that take no part in the programme: recorded as guests, counted as people, never as companies of the programme. */
import { describe, expect, it } from 'vitest';
import { inTransaction, openDatabase, type Transaction } from '../../../prisma/client.js';
import { readCompaniesWithAdvisers } from '../../../programme/advisers/queries.js';
import { recordWalkIn } from '../../../programme/attendance/record-walk-in.js';
import { guestCompany } from '../../../programme/members/guest-company.js';
import { lockCompanies } from '../../../programme/members/members.sql.js';
import { findCompanies } from '../../../programme/members/queries.js';
import { findEveryAttendee } from '../../../programme/registrations/attendee-list.queries.js';
import { attendeeSheets } from '../../../programme/registrations/attendee-sheets.js';
import { countAttendance } from '../../../programme/reports/reports.sql.js';
import { acting } from '../../support/acting.js';
import { atOnce } from '../../support/at-once.js';
import { buildPerson, buildSession, fieldOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ company: { nameJa: '株式会社ひかり', nameEn: 'Hikari Corporation' } });
const { about, ask, done, opened, refused, member } = given;

const open = () => given.services.clock.set(given.session.startsAt);
const guests = async () =>
  await given.database.company.findMany({
    where: { programmeId: given.programme.id, guest: true },
    orderBy: { code: 'asc' },
  });
const comes = async (name: string, guestCompany: string, more = {}) =>
  await done(given.secretary, 'session.walk-in', about({ mode: 'onsite', name, guestCompany, ...more }));

describe('the secretariat records somebody of a company that the programme does not have', () => {
  it('and the company is added once, however its name is typed', async () => {
    open();
    expect(await comes('客 一郎', '有限会社そよかぜ')).toContain('客 一郎 (有限会社そよかぜ, a guest)');
    await comes('客 二郎', '(有)ソヨカゼ');
    await comes('客 三郎', 'アオゾラ工業');
    expect(await guests()).toMatchObject([
      { code: 'GUEST-1', nameJa: '有限会社そよかぜ', guest: true },
      { code: 'GUEST-2', nameJa: 'アオゾラ工業', guest: true },
    ]);
    const soyokaze = await given.database.membership.count({
      where: { company: { programmeId: given.programme.id, code: 'GUEST-1' } },
    });
    expect(soyokaze).toBe(2);
  });

  it('and a name that is one of the programme’s own companies means that company', async () => {
    open();
    expect(await comes('社員 一郎', '㈱ヒカリ')).not.toContain('guest');
    expect(await guests()).toEqual([]);
    const [added] = await given.database.membership.findMany({
      where: { programmeId: given.programme.id, person: { nameJa: '社員 一郎' } },
    });
    expect(added?.companyId).toBe(given.company.id);
  });

  it('and is asked where somebody of that name came from there before, or where both ways were used', async () => {
    open();
    await comes('客 一郎', 'そよかぜ商会');
    const again = about({ mode: 'onsite', name: '客　一郎', guestCompany: 'そよかぜ商会' });
    expect(await refused(given.secretary, 'session.walk-in', again)).toContain('is there already');
    const both = about({ mode: 'onsite', name: '客 二郎', guestCompany: 'そよかぜ商会', company: given.company.id });
    expect(await refused(given.secretary, 'session.walk-in', both)).toContain('not both');
    const neither = about({ mode: 'onsite', name: '客 二郎', guestCompany: ' ' });
    expect(await refused(given.secretary, 'session.walk-in', neither)).toContain('fill this in');
  });

  it('and sees in words what will be recorded before it is', async () => {
    open();
    const input = about({ mode: 'onsite', name: '客 一郎', guestCompany: 'そよかぜ商会' });
    const result = await ask(given.secretary, 'session.walk-in', input, { origin: 'words' });
    expect(wordsOf(result)).toContain('そよかぜ商会 (guest)');
    expect(await guests()).toEqual([]);
  });

  it('at the same instant, and the company is added once; without the lock it is added twice or fails', async () => {
    open();
    expect(await addedAtOnce(given.test.url, lockCompanies)).toBe(1);
    await expect(addedAtOnce(given.test.url, async () => {})).rejects.toThrow(/Unique constraint/);
  });
});

/** How many companies two requests at once make of one name; the second begins while the first is open. */
async function addedAtOnce(url: string, lock: typeof lockCompanies): Promise<number> {
  const other = openDatabase(url);
  const add = async (transaction: Transaction) => {
    await lock(transaction, given.programme.id);
    return await guestCompany(transaction, given.programme.id, '同時商会');
  };
  try {
    await given.database.company.deleteMany({ where: { programmeId: given.programme.id, guest: true } });
    await atOnce({ database: given.database, first: add, second: () => inTransaction(other.database, add) });
    return (await guests()).length;
  } finally {
    await other.close();
  }
}

describe('guests', () => {
  it('count as people who came, and their companies in no figure of the programme', async () => {
    open();
    await comes('客 一郎', 'そよかぜ商会');
    await comes('客 二郎', 'アオゾラ工業');
    await done(given.secretary, 'session.record', about({ came: 'onsite', people: [given.person.id] }));
    const [figures] = await countAttendance(given.database, given.programme.id);
    expect(figures).toMatchObject({ people: 3, guests: 2, companies: 1, offline: 3, online: 0 });
  });

  it('are marked in the file of attendees, and counted apart from the companies', async () => {
    open();
    await comes('客 一郎', 'そよかぜ商会');
    const attendees = await inTransaction(given.database, async (transaction) =>
      findEveryAttendee(transaction, given.session.id),
    );
    const now = given.services.clock.now();
    const [everyone, , summary] = attendeeSheets(given.session, attendees, { language: 'ja', filter: null, now });
    const column = everyone?.columns.findIndex(({ title }) => title === 'プログラム外') ?? -1;
    const marked = everyone?.rows.filter((row) => row[column] === 'ゲスト').map((row) => row[1]);
    expect(marked).toEqual(['そよかぜ商会']);
    expect(summary?.rows).toContainEqual(['会社数(参加企業)', 1]);
    expect(summary?.rows).toContainEqual(['うちプログラム外のゲスト', 1]);
  });

  it('are marked in the list of attendees', async () => {
    open();
    await comes('客 一郎', 'そよかぜ商会');
    const words = wordsOf(await ask(given.secretary, 'session.attendees', about()));
    expect(words).toContain('そよかぜ商会 (guest)');
    expect(words).toContain('Attended: 1 person, with 1 guest from outside the programme');
    const japanese = await buildPerson(given.services, {
      ...{ programme: given.programme, role: 'secretariat', language: 'ja' },
    });
    const shown = wordsOf(await ask(japanese, 'session.attendees', about({ show: 'came' })));
    expect(shown).toContain('そよかぜ商会(プログラム外のゲスト)');
    expect(shown).toContain('1名(プログラム外のゲスト1名)');
  });

  it('are all in the list, which is paged by their companies, too', async () => {
    open();
    for (let number = 10; number < 22; number += 1) await comes(`客 ${number}`, `商会${number}`);
    const first = wordsOf(await ask(given.secretary, 'session.attendees', about({ show: 'came' })));
    const second = wordsOf(await ask(given.secretary, 'session.attendees', about({ show: 'came', from: 10 })));
    expect([...`${first}\n${second}`.matchAll(/商会\d\d \(guest\)/g)]).toHaveLength(12);
  });

  it('are owed no answer to later sessions, and their companies no adviser and no new member', async () => {
    open();
    await comes('客 一郎', 'そよかぜ商会');
    const [guest] = await guests();
    const later = await buildSession(given.services, given.programme, {});
    const unanswered = wordsOf(
      await ask(given.secretary, 'session.attendees', { session: later.id, show: 'unanswered' }),
    );
    expect(unanswered).not.toContain('そよかぜ');
    const adviser = await member({ role: 'adviser' });
    const pair = { adviser: adviser.id, company: guest?.id ?? '' };
    await refused(given.secretary, 'adviser.assign', pair);
    const person = { nameJa: '客 二郎', furigana: 'キャク ジロウ', role: 'participant', company: guest?.id ?? '' };
    await refused(given.secretary, 'member.add', person);
    await inTransaction(given.database, async (transaction) => {
      const asked = { ids: null, unadvised: false };
      const listed = await readCompaniesWithAdvisers(transaction, given.programme.id, asked, { from: 0, size: 10 });
      expect(listed).toMatchObject({ companies: { total: 1 }, withoutAdviser: 1 });
      const found = await findCompanies(transaction, given.programme.id, { typed: 'そよかぜ', most: 10 });
      expect(found).toEqual([]);
    });
  });
});

describe('the list of people of a walk-in', () => {
  it('leaves out those of whom it is recorded that they came to this session', async () => {
    open();
    const labels = async () => {
      const field = fieldOf(await opened(given.secretary, 'session.walk-in', about()), 'person');
      return 'choices' in field ? field.choices.map(({ value }) => value) : [];
    };
    expect(await labels()).toEqual(expect.arrayContaining([given.person.id, given.colleague.id]));
    await done(given.secretary, 'session.record', about({ came: 'onsite', people: [given.person.id] }));
    await done(given.secretary, 'session.record', about({ came: 'absent', people: [given.colleague.id] }));
    expect(await labels()).not.toContain(given.person.id);
    expect(await labels()).toContain(given.colleague.id);
  });
});

it('a use case that names a company in both ways adds nothing', async () => {
  open();
  const refusal = await inTransaction(given.database, async (transaction) =>
    recordWalkIn(transaction, {
      ...{ sessionId: given.session.id, came: 'onsite', now: given.services.clock.now() },
      who: { name: 'X', companyId: given.company.id, guestCompany: 'Y', isAnother: false },
      by: acting(given.secretary, given.programme, 'secretariat'),
    }),
  );
  expect(refusal).toMatchObject({ refused: 'one_company', field: 'guestCompany' });
  expect(await guests()).toEqual([]);
});
