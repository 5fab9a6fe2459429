/** Reminders of due dates: planned for companies that have not handed in what is due, moved and withdrawn with what happens to it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverableType, inTransaction, type Transaction } from '../../../prisma/client.js';
import { type NewDeliverableEvent, recordEvent } from '../../../programme/deliverables/record-event.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { defaultRules } from '../../../programme/reminders/rules.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { reminderTexts } from '../../../programme/reminders/texts.js';
import { type BuiltPerson, buildCompany, notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const { en, ja } = reminderTexts;
const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' } });
const at = (text: string) => new Date(`${text}:00+09:00`);
const now = () => fixture.services.clock.now();
/** Due on Friday, 31 January 2025: two weeks before is a Friday, one week before, too, three days before a Tuesday. */
const usual = ['2025-01-17T09:00', '2025-01-24T09:00', '2025-01-28T09:00', '2025-01-31T09:00', '2025-02-03T09:00'];

let type: DeliverableType;
let stranger: BuiltPerson;

beforeEach(async () => {
  const programmeId = fixture.programme.id;
  fixture.services.clock.set(at('2025-01-06T10:00'));
  type = await fixture.database.deliverableType.create({
    data: {
      ...{ programmeId, code: 'policy', titleJa: '人権方針', titleEn: 'Human rights policy', position: 1 },
      ...{ dueOn: new Date('2025-01-31'), reviewDays: 5 },
    },
  });
  const other = await buildCompany(fixture.services, fixture.programme, {});
  stranger = await fixture.member({ role: 'participant', company: other });
  const { deadline } = defaultRules;
  await change(async (transaction) => {
    await addRules(transaction, programmeId, now(), { session: [], consultation: [], invitation: [], deadline });
    await planReminders(transaction, { programmeId, now: now() });
  });
});

const change = async (work: (transaction: Transaction) => Promise<unknown>) =>
  await inTransaction(fixture.database, work);

const record = async (event: Omit<NewDeliverableEvent, 'at'>) =>
  await change((transaction) =>
    recordEvent(transaction, { typeId: type.id, companyId: fixture.company.id }, { ...event, at: now() }),
  );

const submitted = { kind: 'submitted', draftNumber: 1 } as const;

/** The company's own due date, as an extension and a late review move it. */
async function moveTo(day: string): Promise<void> {
  await change(async (transaction) => {
    const which = { typeId: type.id, companyId: fixture.company.id };
    const { deliverableId } = await recordEvent(transaction, which, { kind: 'begun', at: now() });
    await transaction.deliverable.update({ where: { id: deliverableId }, data: { dueOn: new Date(day) } });
    await recordEvent(transaction, which, { kind: 'due_moved', day, at: now() });
  });
}

async function planned({ id: personId }: Pick<BuiltPerson, 'id'> = fixture.person): Promise<readonly Date[]> {
  const rows = await fixture.database.notification.findMany({
    where: { personId, kind: { startsWith: 'reminder.' }, state: 'pending' },
    orderBy: { dueAt: 'asc' },
  });
  return rows.map(({ dueAt }) => dueAt);
}

async function remindedAt(when: string, person: BuiltPerson = fixture.person): Promise<readonly string[]> {
  fixture.services.clock.set(at(when));
  const told = notificationsTo(await fixture.sendAllDue(), person);
  return told.filter(({ kind }) => kind.startsWith('reminder.')).map(({ words }) => words);
}

describe('planning', () => {
  it('reminds the people of every company two weeks, one week and three days before, on the day and after it', async () => {
    for (const person of [fixture.person, fixture.colleague, stranger]) {
      expect(await planned(person)).toEqual(usual.map(at));
    }
    expect(await planned(fixture.secretary)).toEqual([]);
  });

  it('stops with a submission, for that company alone, and goes on where the version is withdrawn', async () => {
    await record({ kind: 'begun' });
    expect(await planned()).toEqual(usual.map(at));
    await record(submitted);
    expect(await planned()).toEqual([]);
    expect(await planned(fixture.colleague)).toEqual([]);
    expect(await planned(stranger)).toEqual(usual.map(at));
    await record({ kind: 'withdrawn', draftNumber: 1 });
    expect(await planned()).toEqual(usual.map(at));
  });

  it('goes on where the adviser asks for a revision, and stops with what is confirmed', async () => {
    await record(submitted);
    await record({ kind: 'opened', draftNumber: 1 });
    expect(await planned()).toEqual([]);
    await record({ kind: 'revision_asked', draftNumber: 1 });
    expect(await planned()).toEqual(usual.map(at));
    await record({ kind: 'submitted', draftNumber: 2 });
    await record({ kind: 'confirmed', draftNumber: 2 });
    expect(await planned()).toEqual([]);
  });

  it('follows a due date that is moved, for that company alone', async () => {
    await moveTo('2025-02-14');
    const moved = ['2025-01-31T09:00', '2025-02-07T09:00', '2025-02-10T16:00', '2025-02-14T09:00', '2025-02-17T09:00'];
    expect(await planned()).toEqual(moved.map(at));
    expect(await planned(fixture.colleague)).toEqual(moved.map(at));
    expect(await planned(stranger)).toEqual(usual.map(at));
    await change((transaction) => planReminders(transaction, { programmeId: fixture.programme.id, now: now() }));
    expect(await planned()).toEqual(moved.map(at));
    expect(await planned(stranger)).toEqual(usual.map(at));
  });

  it('follows who comes to a company', async () => {
    const added = await fixture.member({ role: 'participant', company: fixture.company });
    await change((transaction) =>
      planReminders(transaction, { programmeId: fixture.programme.id, personIds: [added.id], now: now() }),
    );
    expect(await planned(added)).toEqual(usual.map(at));
  });
});

describe('a reminder', () => {
  it('says what is due and when, and once more after it', async () => {
    const [before] = await remindedAt('2025-01-17T09:00');
    expect(before).toContain('“Human rights policy” is due in 14 days (Fri, 31 Jan 2025).');
    expect(before).toContain(`[${en.submit}]`);
    expect(before).toContain(`[${en.askExtension}]`);
    const [today] = await remindedAt('2025-01-31T09:00');
    expect(today).toContain('is due today (Fri, 31 Jan 2025)');
    const [after] = await remindedAt('2025-02-03T09:00');
    expect(after).toContain('A second reminder: “Human rights policy” was due on Fri, 31 Jan 2025');
  });

  it('says so in Japanese', async () => {
    const reader = await fixture.member({ role: 'participant', company: fixture.company, language: 'ja' });
    await change((transaction) => planReminders(transaction, { programmeId: fixture.programme.id, now: now() }));
    const words = { title: '人権方針', day: '2025年1月31日(金)' };
    expect((await remindedAt('2025-01-28T09:00', reader))[0]).toContain(ja.dueSoon(words, 3));
    expect((await remindedAt('2025-02-03T09:00', reader))[0]).toContain('【再度のご案内】');
  });

  it('asks who is to revise for a new version', async () => {
    await record(submitted);
    await record({ kind: 'revision_asked', draftNumber: 1 });
    expect((await remindedAt('2025-01-17T09:00'))[0]).toContain('has not handed in a new version yet');
  });

  it('is not sent for what was handed in while it was on its way', async () => {
    await record(submitted);
    // As if it had been taken up before the submission.
    await fixture.database.notification.updateMany({
      where: { personId: fixture.person.id, kind: 'reminder.day' },
      data: { state: 'pending', reason: null, settledAt: null },
    });
    expect(await remindedAt('2025-01-17T09:00')).toEqual([]);
    expect(await remindedAt('2025-01-17T09:01', stranger)).toHaveLength(0);
  });
});

it('the secretariat sees whom a rule reaches and what is planned', async () => {
  const rules = await fixture.done(fixture.secretary, 'reminder.rules', {});
  expect(JSON.stringify(rules)).toContain('Due date');
  await moveTo('2025-02-14');
  const upcoming = JSON.stringify(await fixture.done(fixture.secretary, 'reminder.upcoming', {}));
  expect(upcoming).toContain('Human rights policy');
  expect(upcoming).toContain(`of “${fixture.company.nameEn}”`);
});
