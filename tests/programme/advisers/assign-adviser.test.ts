/** An adviser is assigned to a company and withdrawn: once, with history, and both sides hear of what is still true. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Company, Programme } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildAssignment,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  fieldOf,
  notificationsTo,
  opened,
  outcomeOf,
  refused,
  sendAllDue,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

const { advisers: texts, refusals } = textsFor('en');

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let secretary: BuiltPerson;
let colleague: BuiltPerson;
let adviser: BuiltPerson;
let participant: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
});
afterAll(async () => await test.close());

beforeEach(async () => {
  programme = await buildProgramme(services);
  company = await buildCompany(services, programme);
  const of = { programme, language: 'en' } as const;
  secretary = await buildPerson(services, { ...of, role: 'secretariat' });
  colleague = await buildPerson(services, { ...of, role: 'secretariat' });
  adviser = await buildPerson(services, { ...of, role: 'adviser', nameEn: 'Sae Saeki', nameJa: '佐伯 沙江' });
  participant = await buildPerson(services, { ...of, company });
});

const pair = () => ({ adviser: adviser.id, company: company.id, agreed: true });
const assign = async (by = secretary) => await ask(services, by, 'adviser.assign', pair(), { submitted: true });
const rows = async () =>
  await services.database.assignment.findMany({ where: { companyId: company.id }, orderBy: { since: 'asc' } });

async function currentId(): Promise<string> {
  return (await services.database.assignment.findFirstOrThrow({ where: { companyId: company.id, endedAt: null } })).id;
}

async function withdraw(by = secretary, assignment?: string) {
  const input = { assignment: assignment ?? (await currentId()), reason: 'conflict of interest', agreed: true };
  return await ask(services, by, 'adviser.withdraw', input, { submitted: true });
}

describe('assigning', () => {
  it('asks whom and for which company, then says what the adviser will see before it is done', async () => {
    const form = await opened(services, secretary, 'adviser.assign');
    expect(fieldOf(form, 'adviser')).toMatchObject({ choices: [{ value: adviser.id }] });
    expect(fieldOf(form, 'company')).toMatchObject({ search: true });
    const { adviser: id, company: companyId } = pair();
    const shown = await ask(services, secretary, 'adviser.assign', { adviser: id, company: companyId });
    expect(outcomeOf(shown)).toBe('form');
    expect(wordsOf(shown)).toContain('sees the names of its participants and their answers');
    expect(wordsOf(shown)).toContain(texts.willBeTold(2));
    expect(await rows()).toEqual([]);
    expect(outcomeOf(await assign())).toBe('done');
    expect(await rows()).toMatchObject([{ setById: secretary.id, endedAt: null }]);
  });

  it('tells the adviser and the participants', async () => {
    await assign();
    const told = await sendAllDue(services);
    expect(notificationsTo(told, adviser)).toMatchObject([{ kind: 'adviser.assigned' }]);
    expect(notificationsTo(told, participant)).toMatchObject([{ kind: 'adviser.presented' }]);
    expect(notificationsTo(told, secretary)).toEqual([]);
  });

  it('refuses the same pair again, somebody who is no adviser, and a company of another programme', async () => {
    await assign();
    const names = { adviser: { ja: '', en: 'Sae Saeki' }, company: { ja: '', en: company.nameEn } };
    expect(wordsOf(await assign())).toContain(refusals.already_assigned(names));
    expect(wordsOf(await ask(services, secretary, 'adviser.assign', { ...pair(), agreed: undefined }))).toContain(
      refusals.already_assigned(names),
    );
    const notOne = { ...pair(), adviser: colleague.id };
    expect(wordsOf(await ask(services, secretary, 'adviser.assign', notOne, { submitted: true }))).toContain(
      refusals.not_an_adviser({}),
    );
    const foreign = await buildCompany(services, await buildProgramme(services));
    const elsewhere = { ...pair(), company: foreign.id };
    expect(wordsOf(await ask(services, secretary, 'adviser.assign', elsewhere, { submitted: true }))).toContain(
      refusals.not_found({}),
    );
    expect(await rows()).toHaveLength(1);
  });

  it('lets a company have several advisers', async () => {
    await assign();
    const other = await buildPerson(services, { programme, role: 'adviser' });
    await ask(services, secretary, 'adviser.assign', { ...pair(), adviser: other.id }, { submitted: true });
    expect(await rows()).toHaveLength(2);
  });
});

describe('withdrawing', () => {
  it('keeps the history, takes the company out of sight at once, and tells those who had heard', async () => {
    await assign();
    await sendAllDue(services);
    await done(services, adviser, 'adviser.answers', { company: company.id });
    expect(outcomeOf(await withdraw())).toBe('done');
    expect(await refused(services, adviser, 'adviser.answers', { company: company.id })).toContain(
      refusals.not_found({}),
    );
    expect(await rows()).toMatchObject([{ endedById: secretary.id, endedReason: 'conflict of interest' }]);
    const told = await sendAllDue(services);
    expect(notificationsTo(told, adviser)).toMatchObject([{ kind: 'adviser.withdrawn' }]);
    expect(notificationsTo(told, participant)).toMatchObject([{ kind: 'adviser.left' }]);
    await assign();
    expect(await rows()).toHaveLength(2);
  });

  it('tells nobody who had not heard of the beginning', async () => {
    await assign();
    await withdraw();
    const told = await sendAllDue(services);
    for (const one of [adviser, participant]) expect(notificationsTo(told, one)).toEqual([]);
  });

  it('says nothing of an end that was taken back', async () => {
    await assign();
    await sendAllDue(services);
    await withdraw();
    await assign();
    expect((await sendAllDue(services)).map(({ kind }) => kind).sort()).toEqual([
      'adviser.assigned',
      'adviser.presented',
    ]);
  });

  it('refuses what has ended, in the form and after it', async () => {
    await assign();
    const id = await currentId();
    await withdraw();
    const names = { adviser: { ja: '', en: 'Sae Saeki' }, company: { ja: '', en: company.nameEn } };
    expect(wordsOf(await withdraw(secretary, id))).toContain(refusals.already_withdrawn(names));
    expect(wordsOf(await ask(services, secretary, 'adviser.withdraw', { assignment: id }))).toContain(
      refusals.already_withdrawn(names),
    );
  });
});

describe('two secretaries at once', () => {
  /** As many times as they try together. */
  const TRIES = 8;

  async function assignTogether(): Promise<number> {
    await services.database.assignment.deleteMany({ where: { companyId: company.id } });
    await Promise.all([assign(secretary), assign(colleague)]);
    return await services.database.assignment.count({ where: { companyId: company.id, endedAt: null } });
  }

  it('assign the same pair once; the other is told that it is so', async () => {
    for (let turn = 0; turn < TRIES; turn += 1) {
      await services.database.assignment.deleteMany({ where: { companyId: company.id } });
      const outcomes = await Promise.all([assign(secretary), assign(colleague)]);
      expect(outcomes.map((one) => wordsOf(one).includes('already')).sort()).toEqual([false, true]);
      expect(await rows()).toHaveLength(1);
    }
  });

  it('withdraw it once', async () => {
    for (let turn = 0; turn < TRIES; turn += 1) {
      await assign();
      const id = await currentId();
      const outcomes = await Promise.all([withdraw(secretary, id), withdraw(colleague, id)]);
      expect(outcomes.map((one) => outcomeOf(one) === 'done').sort()).toEqual([false, true]);
    }
    const ended = await services.database.notification.findMany({
      where: { kind: 'adviser.withdrawn', personId: adviser.id },
    });
    expect(ended).toHaveLength(TRIES);
  });

  // The negative control: without the index both are assigned.
  it('would assign it twice if the index were not there', async () => {
    await services.database.$executeRaw`DROP INDEX assignment_current`;
    try {
      expect(await assignTogether()).toBe(2);
    } finally {
      await services.database.assignment.deleteMany({});
      await services.database
        .$executeRaw`CREATE UNIQUE INDEX assignment_current ON assignment (adviser_id, company_id) WHERE ended_at IS NULL`;
    }
  });
});

describe('what an adviser sees', () => {
  it('her companies with their people’s answers, page by page, and nothing of anybody else’s', async () => {
    const session = await buildSession(services, programme, { titleEn: 'Coming' });
    await done(services, participant, 'session.register', { session: session.id, mode: 'online' });
    const silent = await buildPerson(services, { programme, company, nameEn: 'Silent One', nameJa: '無言' });
    const others = await buildCompany(services, programme, { nameEn: 'Not Hers', nameJa: '別会社' });
    await buildAssignment(services, { company, adviserId: adviser.id });
    const list = await done(services, adviser, 'adviser.companies');
    expect(list).toContain(company.nameEn);
    expect(list).toContain(texts.people(2));
    expect(list).not.toContain('Not Hers');
    const answers = await done(services, adviser, 'adviser.answers', { company: company.id });
    expect(answers).toContain(participant.nameEn);
    expect(answers).toContain(silent.nameEn);
    expect(await refused(services, adviser, 'adviser.answers', { company: others.id })).toContain(
      refusals.not_found({}),
    );
    for (let count = 0; count < 10; count += 1) await buildPerson(services, { programme, company });
    const first = await ask(services, adviser, 'adviser.answers', { company: company.id });
    expect(wordsOf(first)).toContain(texts.people(12));
    expect(outcomeOf(await ask(services, adviser, 'adviser.answers', { company: company.id, from: 10 }))).toBe('done');
  });

  it.each(['companies', 'answers'] as const)(
    '%s is closed to every other adviser, and only because of the assignment',
    async (what) => {
      const session = await buildSession(services, programme);
      await done(services, participant, 'session.register', { session: session.id, mode: 'online' });
      const of = { programme, role: 'adviser', language: 'en' } as const;
      const [current, another, former, elsewhere] = [
        adviser,
        await buildPerson(services, of),
        await buildPerson(services, of),
        await buildPerson(services, { ...of, programme: await buildProgramme(services) }),
      ];
      await buildAssignment(services, { company, adviserId: current.id });
      const { id } = await buildAssignment(services, { company, adviserId: former.id });
      const now = services.clock.now();
      await services.database.assignment.update({ where: { id }, data: { endedAt: now, endedById: secretary.id } });
      const input = what === 'answers' ? { company: company.id } : {};
      const sees = async (one: BuiltPerson) => {
        const words = wordsOf(await ask(services, one, `adviser.${what}`, input));
        return words.includes(company.nameEn);
      };
      expect(await sees(current)).toBe(true);
      for (const one of [another, former, elsewhere]) expect(await sees(one)).toBe(false);
      // The control: each of the own programme sees it as soon as the assignment holds.
      await services.database.assignment.update({ where: { id }, data: { endedAt: null, endedById: null } });
      await buildAssignment(services, { company, adviserId: another.id });
      for (const one of [another, former]) expect(await sees(one)).toBe(true);
      // Off the roster, the assignment alone opens nothing.
      await services.database.membership.updateMany({ where: { personId: former.id }, data: { endedAt: now } });
      expect(await sees(former)).toBe(false);
    },
  );

  it('is said on the overview: hers to the adviser, who looks after them to participants', async () => {
    const before = await done(services, adviser, 'home.show');
    expect(before).toContain(texts.companies(0));
    expect(await done(services, participant, 'home.show')).toContain('no adviser');
    await buildAssignment(services, { company, adviserId: adviser.id });
    expect(await done(services, adviser, 'home.show')).toContain(texts.companies(1));
    expect(await done(services, participant, 'home.show')).toContain('Sae Saeki');
  });
});

it('the secretariat sees who looks after which company, and which has nobody', async () => {
  await buildAssignment(services, { company, adviserId: adviser.id });
  const alone = await buildCompany(services, programme, { nameEn: 'Alone Ltd', nameJa: '孤独' });
  const all = await done(services, secretary, 'adviser.list');
  expect(all).toContain('Sae Saeki');
  expect(all).toContain(texts.listSummary(2, 1));
  const without = await done(services, secretary, 'adviser.list', { unadvised: true });
  expect(without).toContain(alone.nameEn);
  expect(without).not.toContain('Sae Saeki');
  expect(await done(services, secretary, 'adviser.list', { sought: 'alone' })).not.toContain('Sae Saeki');
  expect(await done(services, participant, 'adviser.list')).toContain('Sae Saeki');
});
