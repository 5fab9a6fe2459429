/** A further year of a programme: what it takes from the first, that nobody sees or hears of it before it is announced, and that it is made once. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { copyProgramme } from '../../../programme/years/copy-programme.js';
import { openProgramme } from '../../../programme/years/open-programme.js';
import { nextYearIn, shiftBetween, shiftedInstant } from '../../../programme/years/shift.js';
import { atOnce } from '../../support/at-once.js';
import { buildDeliverableType } from '../../support/drafts.js';
import {
  buildAssignment,
  buildCompany,
  buildPerson,
  buildSession,
  fieldOf,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { buildSource } from '../../support/knowledge.js';
import { buildPhotograph } from '../../support/photographs.js';
import { buildPresentation } from '../../support/presentations.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({
  programme: { nameJa: '2024年度プログラム', nameEn: 'Programme 2024', startsOn: new Date('2024-11-01'), quietDays: 7 },
  session: { code: 'MSM-1' },
});
const { ask, done, refused, opened } = given;

/** Another one in each test, whose database is the same. */
let code = '';
let number = 0;
beforeEach(() => {
  number += 1;
  code = `SPP-2025-${number}`;
});

const wish = (more: Values = {}): Values => ({
  ...{ nameJa: '2025年度プログラム', nameEn: 'Programme 2025', code, startsOn: '2025-11-01' },
  ...{ which: 'all', companies: [], staff: 'none', people: [], ...more },
});

/** What the form says that asks for agreement. */
async function shown(more: Values = {}): Promise<string> {
  const form = await opened(given.secretary, 'programme.copy', wish(more));
  expect(form.known).toMatchObject({ agreed: true, code });
  return form.introduction.map((element) => ('text' in element ? element.text : '')).join('\n');
}

const newProgramme = async () => await given.database.programme.findFirstOrThrow({ where: { code } });

async function made(more: Values = {}) {
  const { database, programme, secretary, services } = given;
  const { which, companies, staff, people, ...about } = wish(more);
  const companyIds = which === 'all' ? null : Array.isArray(companies) ? companies : [];
  return await inTransaction(database, (transaction) =>
    copyProgramme(transaction, {
      ...{ nameJa: String(about.nameJa), nameEn: String(about.nameEn), code: String(about.code) },
      ...{ startsOn: String(about.startsOn), fromId: programme.id, companyIds },
      ...{ personIds: staff === 'all' ? null : Array.isArray(people) ? people : [] },
      ...{ byId: secretary.id, now: services.clock.now() },
    }),
  );
}

describe('the form', () => {
  it('begins with the next year, the same day of the week, and everybody who may continue', async () => {
    const adviser = await given.member({ role: 'adviser' });
    const form = await opened(given.secretary, 'programme.copy');
    expect(fieldOf(form, 'nameJa')).toMatchObject({ initial: '2025年度プログラム' });
    expect(fieldOf(form, 'startsOn')).toMatchObject({ initial: '2025-10-31' });
    expect(fieldOf(form, 'staff')).toMatchObject({ initial: 'all' });
    expect(fieldOf(form, 'people')).toMatchObject({ choices: [{ value: adviser.id }] });
    expect(fieldOf(form, 'companies')).toMatchObject({ choices: [{ value: given.company.id }] });
  });
});

describe('the preview', () => {
  it('begins with what is made and that nobody is told, names holidays, and leaves nothing behind', async () => {
    // A year and two weeks later it falls on the Day of Labour Thanksgiving's substitute, 24 November 2025.
    await buildSession(given.services, given.programme, {
      ...{
        code: 'WLT-1',
        startsAt: new Date('2024-11-25T10:00:00+09:00'),
        endsAt: new Date('2024-11-25T12:00:00+09:00'),
      },
    });
    await buildSession(given.services, given.programme, { code: 'OFF-1', state: 'called_off' });
    const words = await shown();
    expect(words).toContain(
      'Creates the programme “Programme 2025” (Sat, 1 Nov 2025 to Thu, 30 Apr 2026) with 2 sessions, 0 deliverables, 1 company and 3 people. Nobody is told until you announce it',
    );
    expect(words).toContain('MSM-1 Human rights policy seminar: Thu, 6 Nov 2025');
    expect(words).toMatch(/WLT-1 .*Mon, 24 Nov 2025.*this is a day off/);
    expect(words).toContain('Sessions that were called off are left out (OFF-1).');
    expect(await given.database.programme.count({ where: { code } })).toBe(0);
  });

  it.each([
    [
      'a first day whose sessions are past',
      { startsOn: '2024-09-02' },
      'would be past. Please choose a later first day',
    ],
    ['a code that another programme has', { code: 'TAKEN' }, 'There is a programme “TAKEN” already'],
    ['no company where some were to be chosen', { which: 'chosen' }, 'choose at least one company'],
    ['nobody of the staff where some were to be chosen', { staff: 'chosen' }, 'choose at least one person'],
  ])('is refused for %s', async (_, more, words) => {
    await given.database.programme.upsert({
      where: { code: 'taken' },
      create: { ...given.programme, concernContacts: [], id: randomUUID(), code: 'taken' },
      update: {},
    });
    const form = await opened(given.secretary, 'programme.copy', wish(more));
    expect(JSON.stringify(form.introduction)).toContain(JSON.stringify(words).slice(1, -1));
    expect(fieldOf(form, 'startsOn')).toMatchObject({ initial: wish(more).startsOn });
    expect(await refused(given.secretary, 'programme.copy', wish({ ...more, agreed: true }))).toContain(words);
  });

  it('is for the secretariat alone', async () => {
    const result = await ask(given.person, 'programme.copy', wish());
    expect(outcomeOf(result)).toBe('refused');
  });
});

describe('the new programme', () => {
  it('has terms, dates, deliverables, FAQ and general texts of the first, and nothing of what people did', async () => {
    const { services, database, programme, session, person, secretary } = given;
    const policy = await buildDeliverableType(services, programme, {
      ...{ code: 'policy', position: 1, dueOn: new Date('2025-03-31') },
    });
    await buildDeliverableType(services, programme, {
      ...{ code: 'plan', dependsOnId: policy.id, position: 2, dueOn: null },
    });
    await database.closure.create({
      data: {
        ...{ programmeId: programme.id, nameJa: '年末年始', nameEn: 'New Year' },
        ...{ firstDay: new Date('2024-12-28'), lastDay: new Date('2025-01-05') },
      },
    });
    const changedAt = services.clock.now();
    const text = { programmeId: programme.id, ja: '文章', en: 'text', changedAt };
    await database.reportText.createMany({
      data: [
        { ...text, section: 'organiser' },
        { ...text, section: 'results' },
        { ...text, section: 'summary', sessionId: session.id },
      ],
    });
    const entry = { programmeId: programme.id, questionEn: 'Who?', answerEn: 'You.', createdAt: changedAt, changedAt };
    await database.faqEntry.createMany({ data: [entry, { ...entry, questionEn: 'Old?', retiredAt: changedAt }] });
    await buildSource(services, programme, { title: 'Handbook' });
    await done(person, 'session.register', given.about({ mode: 'onsite' }));
    expect(await done(secretary, 'programme.copy', wish({ agreed: true }))).toContain('Nobody has been told');
    await buildPhotograph(services, { session });
    await buildPresentation(services, { session, company: await buildCompany(services, programme) });
    const { id } = await newProgramme();
    const copy = await database.programme.findUniqueOrThrow({
      where: { id },
      include: {
        ...{ reportPhotographs: true, reportPresentations: true },
        sessions: true,
        types: { include: { dependsOn: true }, orderBy: { position: 'asc' } },
        closures: true,
        reportTexts: true,
        faqEntries: true,
        knowledge: { include: { passages: true } },
      },
    });
    expect(copy).toMatchObject({ quietDays: 7, openedAt: null, endsOn: new Date('2026-04-30') });
    expect(copy.sessions).toEqual([
      expect.objectContaining({
        ...{
          code: 'MSM-1',
          startsAt: new Date('2025-11-06T15:30:00+09:00'),
          deadline: new Date('2025-11-04T17:00:00+09:00'),
        },
        ...{ link: '', version: 1, venueEn: 'Otemachi meeting room' },
      }),
    ]);
    expect(copy.sessions[0]?.checkInCode).not.toBe(session.checkInCode);
    expect(copy.types.map((type) => [type.code, type.dueOn, type.dependsOn?.code])).toEqual([
      ['policy', new Date('2026-03-30'), undefined],
      ['plan', null, 'policy'],
    ]);
    expect(copy.types[1]?.dependsOn?.programmeId).toBe(id);
    expect(copy.closures).toEqual([
      expect.objectContaining({ firstDay: new Date('2025-12-28'), lastDay: new Date('2026-01-05') }),
    ]);
    expect(copy.reportTexts).toEqual([expect.objectContaining({ section: 'organiser', changedById: secretary.id })]);
    expect([copy.reportPhotographs, copy.reportPresentations]).toEqual([[], []]);
    expect(copy.faqEntries.map(({ questionEn }) => questionEn)).toEqual(['Who?']);
    const own = { title: 'Handbook', addedById: secretary.id, passages: [{ heading: 'Remedy' }] };
    expect(copy.knowledge).toMatchObject([own]);
    expect(await database.registration.count({ where: { session: { programmeId: id } } })).toBe(0);
    expect(await database.notification.count({ where: { programmeId: id } })).toBe(0);
  });

  it('has the companies and people that continue, with their advisers, and its maker as its secretariat', async () => {
    const { services, database, programme, company, person, colleague, secretary } = given;
    const [stays, goes] = [await given.member({ role: 'adviser' }), await given.member({ role: 'adviser' })];
    const leaving = await buildCompany(services, programme);
    await buildPerson(services, { programme, company: leaving });
    await buildPerson(services, { programme, company, endedAt: services.clock.now() });
    for (const { id } of [stays, goes]) await buildAssignment(services, { adviserId: id, company });
    await database.binding.create({
      data: { programmeId: programme.id, companyId: company.id, platform: 'slack', tenant: 'T0ONE' },
    });
    await made({ which: 'chosen', companies: [company.id], people: [stays.id] });
    const { id } = await newProgramme();
    const members = await database.membership.findMany({ where: { programmeId: id }, include: { company: true } });
    expect(members.map(({ personId, role }) => `${role} ${personId}`).sort()).toEqual(
      [
        `adviser ${stays.id}`,
        `participant ${person.id}`,
        `participant ${colleague.id}`,
        `secretariat ${secretary.id}`,
      ].sort(),
    );
    const [copy] = await database.company.findMany({ where: { programmeId: id } });
    expect(copy).toMatchObject({ code: company.code, nameJa: company.nameJa });
    expect(copy?.id).not.toBe(company.id);
    expect(members.filter(({ role }) => role === 'participant').every(({ companyId }) => companyId === copy?.id)).toBe(
      true,
    );
    const assignments = await database.assignment.findMany({ where: { programmeId: id } });
    expect(assignments).toEqual([
      expect.objectContaining({ adviserId: stays.id, companyId: copy?.id, setById: secretary.id }),
    ]);
    expect(await database.binding.findMany({ where: { programmeId: id } })).toMatchObject([
      { companyId: copy?.id, tenant: 'T0ONE' },
    ]);
  });

  it('is seen by its secretariat alone until it is announced; then everybody is told once and can choose it', async () => {
    const { database, person, secretary } = given;
    await made();
    const { id } = await newProgramme();
    expect(outcomeOf(await ask(person, 'programme.choose', { programme: id }))).toBe('refused');
    const own = await ask(person, 'session.show', { session: 'MSM-1' });
    expect(wordsOf(own)).toContain('7 Nov 2024');
    await done(secretary, 'programme.choose', { programme: id });
    const asked = await ask(secretary, 'programme.open');
    expect(wordsOf(asked)).toContain('Tells 2 people that “Programme 2025” begins');
    expect(outcomeOf(asked)).toBe('preview');
    expect(await given.sendAllDue()).toEqual([]);
    const { services } = given;
    const open = async () =>
      await inTransaction(database, (transaction) =>
        openProgramme(transaction, { programmeId: id, byId: secretary.id, now: services.clock.now() }),
      );
    expect(await open()).toBe(2);
    expect(await open()).toMatchObject({ refused: 'already_announced' });
    const told = await given.sendAllDue();
    expect(told.map(({ message }) => message.summary)).toEqual([
      'The programme “Programme 2025” begins on Sat, 1 Nov 2025. We look forward to working with you again.',
      'The programme “Programme 2025” begins on Sat, 1 Nov 2025. We look forward to working with you again.',
    ]);
    await done(person, 'programme.choose', { programme: id });
    expect(wordsOf(await ask(person, 'session.show', { session: 'MSM-1' }))).toContain('6 Nov 2025');
    expect(await database.reminderMoment.count({ where: { programmeId: id } })).toBe(0);
  });

  it('plans its reminders only from its announcement on', async () => {
    const { database, programme, services, secretary } = given;
    await database.reminderRule.create({
      data: { programmeId: programme.id, kind: 'invitation', before: 1_440, createdAt: services.clock.now() },
    });
    await made();
    const { id } = await newProgramme();
    const now = services.clock.now();
    const planned = async () =>
      await database.notification.count({ where: { programmeId: id, kind: { not: 'programme.opened' } } });
    await inTransaction(database, (transaction) => planReminders(transaction, { programmeId: id, now }));
    expect(await planned()).toBe(0);
    await inTransaction(database, (transaction) =>
      openProgramme(transaction, { programmeId: id, byId: secretary.id, now }),
    );
    expect(await planned()).toBeGreaterThan(0);
  });
});

describe('two who make the same programme at the same instant', () => {
  async function race() {
    const { database, programme, secretary, services, test } = given;
    const other = openDatabase(test.url);
    const copying = {
      ...{ nameJa: '次', nameEn: 'Next', code, startsOn: '2025-11-01', fromId: programme.id },
      ...{ companyIds: null, personIds: [], byId: secretary.id, now: services.clock.now() },
    };
    try {
      await atOnce({
        database,
        first: async (transaction) => await copyProgramme(transaction, copying),
        second: async () => await inTransaction(other.database, (transaction) => copyProgramme(transaction, copying)),
      }).catch((error: unknown) => String(error));
      return await database.programme.count({ where: { code } });
    } finally {
      await other.close();
      for (const { id } of await database.programme.findMany({ where: { code } }))
        await database.programme.update({ where: { id }, data: { code: randomUUID() } });
    }
  }

  it('make one', async () => {
    expect(await race()).toBe(1);
  });

  it('make two without the constraint', async () => {
    const { database } = given;
    await database.$executeRaw`DROP INDEX programme_code_key`;
    try {
      expect(await race()).toBe(2);
    } finally {
      await database.$executeRaw`CREATE UNIQUE INDEX programme_code_key ON programme (code)`;
    }
  });
});

describe('the dates', () => {
  it('keep their day of the week and the time on the clock, also where clocks change', () => {
    expect(shiftBetween('2024-11-01', '2025-11-01')).toEqual({ days: 365, weekDays: 364, years: 1 });
    expect(shiftBetween('2024-04-01', '2024-10-01')).toMatchObject({ weekDays: 182, years: 1 });
    const moved = shiftedInstant(new Date('2024-10-31T14:00:00Z'), 'Europe/Berlin', 7);
    expect(moved.toISOString()).toBe('2024-11-07T14:00:00.000Z');
    const overChange = shiftedInstant(new Date('2024-10-25T13:00:00Z'), 'Europe/Berlin', 7);
    expect(overChange.toISOString()).toBe('2024-11-01T14:00:00.000Z');
    expect(nextYearIn('SPP-2024 (2024年度)')).toBe('SPP-2025 (2025年度)');
    expect(nextYearIn('SPP')).toBeNull();
  });
});
