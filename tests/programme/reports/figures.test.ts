/** The figures of a report, each against rows that are counted by hand, and the rows behind each of them. */
import { beforeEach, expect, it } from 'vitest';
import { type Company, inTransaction, type Session } from '../../../prisma/client.js';
import { type FigureName, figureOf } from '../../../programme/reports/figures.js';
import { type ImplementationReport, readReport } from '../../../programme/reports/read-report.js';
import { readFigureRows } from '../../../programme/reports/rows.sql.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { buildDeliverableType } from '../../support/drafts.js';
import { buildCompany, buildPerson, buildProgramme, buildSession } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();

interface Recorded {
  readonly company?: Company | null;
  readonly mode?: 'onsite' | 'online';
  readonly nameJa?: string;
  readonly present?: boolean;
  readonly session?: Session;
}

/** Somebody new, of whom it is recorded that they came. */
async function came({ company = given.company, mode = 'onsite', nameJa, present = true, session }: Recorded = {}) {
  const person = await buildPerson(given.services, {
    ...{ programme: given.programme, company, role: company === null ? 'speaker' : 'participant' },
    ...(nameJa !== undefined && { nameJa }),
  });
  const about = { sessionId: (session ?? given.session).id, personId: person.id, companyId: company?.id ?? null };
  await given.database.attendance.create({
    data: {
      ...about,
      ...{ present, mode: present ? mode : null, source: 'secretariat', recordedById: given.secretary.id },
      recordedAt: given.services.clock.now(),
    },
  });
  return person;
}

const viewer = () => ({ kind: 'programme', programmeId: given.programme.id }) as const;

async function report(): Promise<ImplementationReport> {
  const now = given.services.clock.now();
  return await inTransaction(given.services.database, (tx) => readReport(tx, given.programme.id, now), {
    viewer: viewer(),
  });
}

/** Every figure must be as many as the rows that stand behind it, whatever they are. */
async function expectRows(made: ImplementationReport): Promise<void> {
  await inTransaction(
    given.services.database,
    async (transaction) => {
      for (const { name, subjectId, counted } of made.figures) {
        const about = { programmeId: given.programme.id, name, subjectId, from: 0, size: 100 };
        const { total, rows } = await readFigureRows(transaction, about);
        expect(rows, name).toHaveLength(total);
        const amount = rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
        const sums: Partial<Record<typeof name, number>> = {
          ...{ consultationHours: amount / 60, notificationsPlanned: amount, notificationsDelivered: amount },
        };
        expect(sums[name] ?? total, name).toBe(counted);
      }
    },
    { viewer: viewer() },
  );
}

let second: Company;
beforeEach(async () => {
  second = await buildCompany(given.services, given.programme);
});

it('count who came, once each, apart from who only registered, was called off or was corrected', async () => {
  const guests = await buildCompany(given.services, given.programme, { guest: true });
  await came();
  await came({ mode: 'online' });
  await came({ company: second, mode: 'online' });
  await came({ company: guests });
  await came({ company: null });
  await came({ company: second, present: false });
  const corrected = await came({ company: second });
  await given.database.attendance.updateMany({
    where: { personId: corrected.id },
    data: { supersededAt: given.services.clock.now(), ended: 'corrected' },
  });
  const off = await buildSession(given.services, given.programme, { state: 'called_off' });
  await came({ session: off });
  const about = {
    sessionId: given.session.id,
    registeredById: given.person.id,
    createdAt: new Date(),
    changedAt: new Date(),
  };
  for (const [personId, state] of [
    [given.person.id, 'confirmed'],
    [given.colleague.id, 'cancelled'],
  ] as const) {
    await given.database.registration.create({ data: { ...about, personId, state, mode: 'onsite' } });
  }
  const made = await report();
  const value = (name: FigureName, id: string | null = null) => figureOf(made.printed, name, id).value;
  const session = given.session.id;
  expect(
    (['people', 'companies', 'offline', 'online', 'guests', 'registered'] as const).map((name) => value(name, session)),
  ).toEqual([5, 2, 3, 2, 1, 1]);
  expect(value('people', off.id)).toBe(0);
  expect(value('participatingCompanies')).toBe(2);
  expect(made.checks.filter(({ ok }) => !ok)).toEqual([]);
  await expectRows(made);
});

it('count consultations by their records, and companies at the stage that they are at', async () => {
  const adviser = await given.member({ role: 'adviser' });
  // A company has two in all.
  for (const [day, outcome, minutes, company] of [
    ['2025-02-28T16:00:00Z', 'held', 60, given.company],
    ['2025-03-10T03:00:00Z', 'held', 30, given.company],
    ['2025-03-11T03:00:00Z', 'company_absent', null, second],
  ] as const) {
    const about = { programme: given.programme, adviserId: adviser.id, startsAt: new Date(day) };
    const slot = await buildSlot(given.services, about);
    const booking = await buildBooking(given.services, {
      ...{ company, slot, attendeeIds: [given.person.id] },
    });
    const by = { byId: adviser.id, at: new Date(day) };
    for (const version of [1, 2]) {
      const supersededAt = version === 1 ? new Date(day) : null;
      await given.database.consultationRecord.create({
        data: { bookingId: booking.id, version, outcome, minutes, absentIds: [], supersededAt, ...by },
      });
    }
  }
  const type = await buildDeliverableType(given.services, given.programme);
  for (const [company, stage, day] of [
    [given.company, 'published', '2025-03-20'],
    [second, 'confirmed', null],
  ] as const) {
    const about = { programmeId: given.programme.id, companyId: company.id };
    await given.database.deliverable.create({
      data: {
        ...{ ...about, typeId: type.id, stage, stageAt: new Date('2025-03-25T00:00:00Z') },
        events: {
          create:
            day === null
              ? []
              : [{ ...about, kind: 'approved', position: 1, at: new Date('2025-03-25'), day: new Date(day) }],
        },
      },
    });
  }
  const made = await report();
  const value = (name: FigureName, id: string | null = null) => figureOf(made.printed, name, id).value;
  expect([value('consultationsHeld'), value('consultationCompanies'), value('consultationHours')]).toEqual([2, 1, 1.5]);
  // In Japan the first one began in March.
  expect(made.months).toEqual([{ month: '2025-03', held: 2 }]);
  expect([value('deliverableCompanies', type.id), value('deliverablesCompleted', type.id)]).toEqual([2, 1]);
  expect(made.progress).toEqual([{ typeId: type.id, day: '2025-03-20', completed: 1 }]);
  await expectRows(made);
});

it('fail their checks where somebody is there twice, and name who', async () => {
  await came({ nameJa: '田中 一郎' });
  await came({ nameJa: '田中　一郎' });
  await came({ nameJa: '田中 一郎', company: second });
  await given.database.person.updateMany({
    where: { nameJa: { startsWith: '田中' } },
    data: { furigana: 'タナカ イチロウ' },
  });
  await given.database.company.update({ where: { id: second.id }, data: { nameJa: '青葉電子(株)' } });
  await given.database.company.update({ where: { id: given.company.id }, data: { nameJa: '株式会社 青葉電子' } });
  const failed = (await report()).checks.filter(({ ok }) => !ok);
  expect(failed.map(({ name, subject }) => [name, subject])).toEqual([
    ['nobodyTwice', given.session.code],
    ['companiesDistinct', null],
  ]);
  expect(failed[0]?.rows).toHaveLength(1);
  expect(failed[0]?.rows[0]?.ja).toMatch(/^田中[ 　]一郎, 株式会社 青葉電子$/);
  expect(failed[1]?.rows[0]?.ja).toContain('青葉電子(株)');
});

it('are of one programme alone', async () => {
  const other = await buildProgramme(given.services);
  const company = await buildCompany(given.services, other);
  const session = await buildSession(given.services, other);
  await came({ company, session });
  const made = await report();
  expect(made.sessions.map(({ id }) => id)).toEqual([given.session.id]);
  expect(figureOf(made.printed, 'people', given.session.id).value).toBe(0);
  expect(figureOf(made.printed, 'participatingCompanies').value).toBe(2);
});
