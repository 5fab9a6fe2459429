/** Where an adviser no longer looks after a company: whom its questions wait for, who is told, and whom people see. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { type BuiltPerson, buildAssignment, notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildQuestion } from '../../support/questions.js';

const fixture = programmeFixture();
const { questions, refusals, advisers } = textsFor('en');
const text = 'Is the scope wide enough?';

let adviser: BuiltPerson;
let assignment: string;
let id: string;

beforeEach(async () => {
  const { services, programme, company, person } = fixture;
  adviser = await fixture.member({ role: 'adviser', nameEn: 'Sae Saeki' });
  ({ id: assignment } = await buildAssignment(services, { company, adviserId: adviser.id }));
  id = await buildQuestion(services, { programme, company, personId: person.id, adviserId: adviser.id, text });
});

async function expectPassed(): Promise<void> {
  expect(await fixture.database.question.findUnique({ where: { id } })).toMatchObject({ adviserId: null });
  const told = await fixture.sendAllDue();
  const handed = notificationsTo(told, fixture.person).filter(({ kind }) => kind === 'question.passed');
  expect(handed.map(({ words }) => words)).toEqual([expect.stringContaining('handed over to the secretariat')]);
  const office = notificationsTo(told, fixture.secretary).filter(({ kind }) => kind === 'question.asked');
  expect(office.map(({ words }) => words)).toEqual([expect.stringContaining(text)]);
  expect(notificationsTo(told, adviser).filter(({ kind }) => kind.startsWith('question.'))).toEqual([]);
  expect(await fixture.done(fixture.secretary, 'question.inbox')).toContain(text);
}

describe('what waits', () => {
  it('goes to the secretariat with the withdrawal, and does not come back with a later assignment', async () => {
    const form = await fixture.opened(fixture.secretary, 'adviser.withdraw', { assignment });
    expect(JSON.stringify(form.introduction)).toContain(advisers.leaves(1));
    await fixture.done(fixture.secretary, 'adviser.withdraw', form.known);
    await expectPassed();
    await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
    expect(await fixture.done(adviser, 'question.inbox')).not.toContain(text);
    expect(await fixture.done(fixture.secretary, 'question.inbox')).toContain(text);
  });

  it('goes to the secretariat where the adviser leaves the programme', async () => {
    const form = await fixture.opened(fixture.secretary, 'member.end', { person: adviser.id });
    expect(JSON.stringify(form.introduction)).toContain(advisers.leaves(1));
    await fixture.done(fixture.secretary, 'member.end', form.known);
    await expectPassed();
  });

  it('for another adviser, and what was answered, stays as it is', async () => {
    const { services, programme, company, person, secretary } = fixture;
    const other = await fixture.member({ role: 'adviser' });
    await buildAssignment(services, { company, adviserId: other.id });
    const about = { programme, company, personId: person.id };
    const hers = await buildQuestion(services, { ...about, adviserId: other.id, text: 'And the suppliers?' });
    const answered = await buildQuestion(services, { ...about, adviserId: adviser.id, answer: 'Yes.' });
    await fixture.done(secretary, 'adviser.withdraw', { assignment, agreed: true });
    const kept = await fixture.database.question.findMany({ where: { id: { in: [hers, answered] } } });
    expect(new Map(kept.map((row) => [row.id, row.adviserId]))).toEqual(
      new Map([
        [hers, other.id],
        [answered, adviser.id],
      ]),
    );
  });
});

describe('people see', () => {
  it('for whom a question waits now, not whom it was asked', async () => {
    expect(await fixture.done(fixture.person, 'question.mine')).toContain('To Sae Saeki');
    // As it is where an assignment ended before questions followed it.
    await fixture.database.assignment.update({
      where: { id: assignment },
      data: { endedAt: fixture.services.clock.now() },
    });
    const words = await fixture.done(fixture.person, 'question.mine');
    expect(words).toContain('To the secretariat');
    expect(words).not.toContain('Saeki');
  });

  it('who gave the newest answer', async () => {
    await fixture.done(adviser, 'question.reply', { askedQuestion: id, answer: 'It is.' });
    expect(await fixture.done(fixture.person, 'question.mine')).toContain(questions.answer('Sae Saeki', 'It is.'));
    await fixture.sendAllDue();
    await fixture.done(fixture.secretary, 'adviser.withdraw', { assignment, agreed: true });
    const correction = { askedQuestion: id, answer: 'It is not.', version: 1 };
    expect(await fixture.refused(adviser, 'question.correct', correction)).toContain(refusals.not_found({}));
    await fixture.done(fixture.secretary, 'question.correct', correction);
    expect(await fixture.done(fixture.person, 'question.mine')).toContain(
      questions.answer(questions.secretariat, 'It is not.'),
    );
    const told = notificationsTo(await fixture.sendAllDue(), fixture.person);
    const corrected = told.find(({ kind }) => kind === 'question.answer-corrected');
    expect(corrected?.words).toContain(questions.notices.corrected({ to: questions.secretariat, question: text }));
  });
});
