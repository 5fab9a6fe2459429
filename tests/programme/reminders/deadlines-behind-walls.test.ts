/** Due dates of companies under the role to which the walls apply: what is planned and told does not depend on who caused it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverableType, inTransaction, type Transaction, type Viewer } from '../../../prisma/client.js';
import { recordEvent } from '../../../programme/deliverables/record-event.js';
import { planAllReminders } from '../../../programme/reminders/plan-all.js';
import { followPeople, planReminders } from '../../../programme/reminders/plan-reminders.js';
import { withdrawReminders } from '../../../programme/reminders/reminders.sql.js';
import { defaultRules } from '../../../programme/reminders/rules.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { countDeliverables } from '../../../programme/reports/reports.sql.js';
import { type BuiltPerson, buildCompany, notificationsTo, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' }, session: { onlineCapacity: 1 } });
const at = (text: string) => new Date(`${text}:00+09:00`);
const now = () => fixture.services.clock.now();
/** For the company's own due date, Friday, 14 February 2025. */
const own = ['2025-01-31T09:00', '2025-02-07T09:00', '2025-02-10T16:00', '2025-02-14T09:00', '2025-02-17T09:00'];

let type: DeliverableType;
/** Of another company, to whom nothing of this one is shown. */
let stranger: BuiltPerson;

const as = async (viewer: Viewer | null, work: (transaction: Transaction) => Promise<unknown>) =>
  await inTransaction(fixture.test.app, work, { viewer });
const personViewer = ({ id: personId }: BuiltPerson): Viewer => ({ kind: 'person', personId });

beforeEach(async () => {
  const programmeId = fixture.programme.id;
  fixture.services.clock.set(at('2025-01-06T10:00'));
  type = await fixture.database.deliverableType.create({
    data: {
      ...{ programmeId, code: 'policy', titleJa: '人権方針', titleEn: 'Human rights policy', position: 1 },
      ...{ dueOn: new Date('2025-01-31'), reviewDays: 5 },
    },
  });
  stranger = await fixture.member({ company: await buildCompany(fixture.services, fixture.programme) });
  const { deadline } = defaultRules;
  await inTransaction(fixture.database, async (transaction) => {
    await addRules(transaction, programmeId, now(), { session: [], consultation: [], invitation: [], deadline });
  });
  await as(personViewer(fixture.person), async (transaction) => {
    const which = { typeId: type.id, companyId: fixture.company.id };
    const { deliverableId } = await recordEvent(transaction, which, { kind: 'begun', at: now() });
    await transaction.deliverable.update({ where: { id: deliverableId }, data: { dueOn: new Date('2025-02-14') } });
  });
  await planAllReminders(fixture.services);
});

async function planned({ id: personId }: Pick<BuiltPerson, 'id'> = fixture.person): Promise<readonly Date[]> {
  const rows = await fixture.database.notification.findMany({
    where: { personId, kind: { startsWith: 'reminder.' }, state: { in: ['pending', 'queued'] } },
    orderBy: { dueAt: 'asc' },
  });
  return rows.map(({ dueAt }) => dueAt);
}

describe('a due date of a company’s own', () => {
  it('is planned by the sweep, and told to its people with their own day', async () => {
    expect(await planned()).toEqual(own.map(at));
    fixture.services.clock.set(at('2025-01-31T09:00'));
    const [told] = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(told?.words).toContain('“Human rights policy” is due in 14 days (Fri, 14 Feb 2025).');
  });

  it.each<[string, () => Viewer | null]>([
    ['nobody', () => null],
    ['somebody of another company', () => personViewer(stranger)],
    ['the secretariat', () => personViewer(fixture.secretary)],
  ])('stays planned where everything is planned anew by %s', async (_who, viewer) => {
    await as(viewer(), (transaction) => planReminders(transaction, { programmeId: fixture.programme.id, now: now() }));
    expect(await planned()).toEqual(own.map(at));
  });

  it('stays planned where somebody of another company changes what its people come to', async () => {
    const change = { programmeId: fixture.programme.id, personIds: [fixture.person.id], now: now() };
    for (const subjectId of [null, fixture.session.id]) {
      await as(personViewer(stranger), (transaction) => followPeople(transaction, { ...change, subjectId }));
      expect(await planned()).toEqual(own.map(at));
    }
  });

  it('is withdrawn where the same is done as that person: the control', async () => {
    const { id: programmeId } = fixture.programme;
    const reach = { programmeId, subjectIds: null, personIds: [fixture.person.id] };
    await as(personViewer(stranger), (transaction) => withdrawReminders(transaction, reach, now()));
    // To a stranger the company's own day is not there: what is left falls on a day of the date for all companies.
    expect(await planned()).toEqual([at('2025-01-31T09:00')]);
  });

  it('stays planned where a seat goes to its people that somebody of another company gives up', async () => {
    const { id } = fixture.session;
    await fixture.database.session.update({
      where: { id },
      data: { startsAt: at('2025-03-01T10:00'), endsAt: at('2025-03-01T11:00'), deadline: at('2025-02-28T10:00') },
    });
    await fixture.done(stranger, 'session.register', { session: id, mode: 'online' });
    await fixture.ask(fixture.person, 'session.register', { session: id, mode: 'online' });
    expect((await fixture.held(fixture.person))?.state).toBe('waiting');
    await fixture.done(stranger, 'session.cancel', { session: id });
    expect((await fixture.held(fixture.person))?.state).toBe('confirmed');
    expect(await planned()).toEqual(own.map(at));
  });
});

describe('figures, lists and files', () => {
  beforeEach(async () => {
    await as(personViewer(fixture.person), async (transaction) => {
      const which = { typeId: type.id, companyId: fixture.company.id };
      await recordEvent(transaction, which, { kind: 'approved', at: now(), day: '2025-01-06', approvedBy: '取締役会' });
    });
  });

  it('count the programme’s companies, no matter who counts', async () => {
    for (const viewer of [null, personViewer(stranger), personViewer(fixture.secretary)]) {
      const counted = await as(viewer, (transaction) => countDeliverables(transaction, fixture.programme.id));
      expect(counted).toMatchObject([{ code: 'policy', companies: 2, completed: 1 }]);
    }
  });

  it('show the secretariat every company’s stage, and put it into the file', async () => {
    const overview = wordsOf(await fixture.ask(fixture.secretary, 'deliverable.overview', {}));
    expect(overview).toContain('Human rights policy');
    expect(overview).toMatch(/[Aa]pproved/);
    await fixture.done(fixture.secretary, 'deliverable.export', {});
    const files = await fixture.database.file.findMany({ where: { kind: 'deliverable-list' } });
    expect(files.map(({ personId }) => personId)).toContain(fixture.secretary.id);
  });
});
