/** Who reads what of a question in the database itself (row-level security), and that it goes with its author. */
import { beforeEach, describe, expect, it } from 'vitest';
import { asViewer, inTransaction, type Transaction, type Viewer } from '../../../prisma/client.js';
import { mergeQuestions } from '../../../programme/questions/questions.sql.js';
import { type BuiltPerson, buildAssignment, buildCompany } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { type BuiltQuestions, buildQuestions } from '../../support/questions.js';

const fixture = programmeFixture();

let adviser: BuiltPerson;
let built: BuiltQuestions;

beforeEach(async () => {
  const { services, programme, company, person, secretary } = fixture;
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(services, { company, adviserId: adviser.id });
  const who = { personId: person.id, adviserId: adviser.id, secretaryId: secretary.id };
  built = await buildQuestions(services, { programme, company, ...who, secret: 'SECRET' });
});

async function as<T>(viewer: Viewer | null, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return await inTransaction(fixture.services.database, work, viewer === null ? {} : { viewer });
}

const person = ({ id }: Pick<BuiltPerson, 'id'>): Viewer => ({ kind: 'person', personId: id });

/** How many rows there are: questions, texts, answers. */
async function seen(viewer: Viewer | null): Promise<readonly number[]> {
  const where = { programmeId: fixture.programme.id };
  return await as(viewer, async (transaction) => [
    await transaction.question.count({ where }),
    await transaction.questionText.count({ where: { question: where } }),
    await transaction.questionAnswer.count({ where: { question: { question: where } } }),
  ]);
}

describe('the rows', () => {
  it('are there for the asker, and in part for those who are asked', async () => {
    expect(await seen(person(fixture.person))).toEqual([4, 4, 2]);
    expect(await seen(person(adviser))).toEqual([4, 2, 1]);
    expect(await seen(person(fixture.secretary))).toEqual([4, 2, 1]);
    expect(await seen({ kind: 'programme', programmeId: fixture.programme.id })).toEqual([4, 0, 0]);
  });

  it('are not there for colleagues, other companies, other advisers, and nobody', async () => {
    const { services, programme } = fixture;
    const neighbour = await fixture.member({ company: await buildCompany(services, programme) });
    const stranger = await fixture.member({ role: 'adviser' });
    for (const viewer of [person(fixture.colleague), person(neighbour), person(stranger), null])
      expect(await seen(viewer)).toEqual([0, 0, 0]);
  });

  it('are all there for the owner of the tables, a superuser: the control', async () => {
    const where = { question: { programmeId: fixture.programme.id } };
    expect(await fixture.database.questionText.count({ where })).toBe(4);
  });

  it('of an adviser who was taken off the company are the secretariat’s', async () => {
    await fixture.database.assignment.updateMany({
      where: { adviserId: adviser.id },
      data: { endedAt: fixture.services.clock.now() },
    });
    expect(await seen(person(adviser))).toEqual([0, 0, 0]);
    expect(await seen(person(fixture.secretary))).toEqual([4, 4, 2]);
  });

  it('cannot be written by others: no answer of who is not asked, no question in another’s name', async () => {
    const { programme, company, colleague, services } = fixture;
    const at = services.clock.now();
    const answer = { questionId: built.atAdviser, version: 1, text: 'x', byId: fixture.secretary.id, at };
    await expect(
      as(person(fixture.secretary), async (transaction) => await transaction.questionAnswer.create({ data: answer })),
    ).rejects.toThrow();
    const about = { programmeId: programme.id, companyId: company.id, personId: fixture.person.id, askedAt: at };
    await expect(
      as(person(colleague), async (transaction) => await transaction.question.create({ data: about })),
    ).rejects.toThrow();
  });
});

it('a person who is erased takes along what they asked, and leaves that something was asked', async () => {
  const { database, person: asker } = fixture;
  // As far as questions are concerned; what else names a person is of other rooms.
  await database.membership.deleteMany({ where: { personId: asker.id } });
  await database.account.deleteMany({ where: { personId: asker.id } });
  await database.person.delete({ where: { id: asker.id } });
  const left = await database.question.findMany({
    where: { programmeId: fixture.programme.id },
    include: { text: true },
  });
  expect(left.map(({ personId, text }) => [personId, text])).toEqual(Array.from({ length: 4 }, () => [null, null]));
  expect(await database.questionAnswer.count({ where: { questionId: built.answered } })).toBe(0);
});

it('what one person asked and answered becomes that of the person who they are', async () => {
  const { person: asker, colleague } = fixture;
  const merging = { fromId: asker.id, intoId: colleague.id };
  await as(null, async (transaction) => {
    await asViewer(transaction, { kind: 'merging', ...merging }, () => mergeQuestions(transaction, merging));
  });
  expect(await seen(person(colleague))).toEqual([4, 4, 2]);
  expect(await seen(person(asker))).toEqual([0, 0, 0]);
});
