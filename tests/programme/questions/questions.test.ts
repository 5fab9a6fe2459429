/** Questions from the asking to the answer: who sees what, who is told, and what is refused in words. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { inTransaction } from '../../../prisma/client.js';
import { readOfficeCalendar } from '../../../programme/calendar/business-days.js';
import { readOwnQuestions } from '../../../programme/questions/queries.js';
import { readUsualDays } from '../../../programme/questions/usual-time.js';
import { type BuiltPerson, buildAssignment, notificationsTo, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildEntry } from '../../support/questions.js';

const fixture = programmeFixture();
const en = textsFor('en');
const { questions, refusals } = en;

let adviser: BuiltPerson;

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
});

const toSecretariat = { to: 'secretariat', question: 'Must the board approve it?' };
const toAdviser = () => ({ to: adviser.id, question: 'Is the scope wide enough?' });

async function asked(input: { readonly to: string; readonly question: string }): Promise<string> {
  await fixture.done(fixture.person, 'question.ask', input);
  const { questionId } = await fixture.database.questionText.findFirstOrThrow({
    where: { askerId: fixture.person.id, text: input.question },
  });
  return questionId;
}

describe('asking', () => {
  it('offers the secretariat and the own adviser in a form, and says who will see it', async () => {
    const form = await fixture.opened(fixture.person, 'question.ask');
    const [to, question] = form.fields;
    expect(to).toMatchObject({ name: 'to', initial: 'secretariat' });
    expect(to && 'choices' in to && to.choices.map(({ value }) => value)).toEqual(['secretariat', adviser.id]);
    expect(question).toMatchObject({ name: 'question', maximum: 2000 });
    expect(JSON.stringify(form.introduction)).toContain(questions.onlyYou);
  });

  it('asks of nobody but the secretariat whose company has no adviser', async () => {
    const alone = await fixture.member();
    const form = await fixture.opened(alone, 'question.ask');
    expect(form.fields.map(({ name }) => name)).toEqual(['question']);
    expect(form.known).toMatchObject({ to: 'secretariat' });
    const result = await fixture.ask(alone, 'question.ask', { to: 'adviser' });
    expect(wordsOf(result)).toContain(refusals.no_adviser({}));
    expect(await fixture.refused(alone, 'question.ask', toAdviser())).toContain(refusals.no_adviser({}));
  });

  it('in words is shown first, and sent once it is agreed to', async () => {
    const shown = await fixture.ask(fixture.person, 'question.ask', toSecretariat, { origin: 'words' });
    expect(outcomeOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain(questions.sends(questions.secretariat));
    expect(await fixture.database.question.count({ where: { personId: fixture.person.id } })).toBe(0);
    const stored = async () =>
      await fixture.database.preview.findFirstOrThrow({
        where: { personId: fixture.person.id },
        orderBy: { createdAt: 'desc' },
      });
    const { id, input } = await stored();
    expect(input).toMatchObject({ question: toSecretariat.question });
    await fixture.done(fixture.person, 'preview.confirm', { preview: id });
    expect(await fixture.database.questionText.findMany({ where: { askerId: fixture.person.id } })).toEqual([
      expect.objectContaining({ text: toSecretariat.question }),
    ]);
    // What was asked in confidence is not kept beside it.
    expect(await stored()).toMatchObject({ id, input: {} });
    fixture.services.clock.advance({ minutes: 1 });
    await fixture.ask(fixture.person, 'question.ask', toAdviser(), { origin: 'words' });
    const second = await stored();
    await fixture.done(fixture.person, 'preview.dismiss', { preview: second.id });
    expect(await stored()).toMatchObject({ id: second.id, input: {} });
  });

  it('means the one adviser there is, and asks which of several', async () => {
    const input = { to: 'adviser', question: 'Is it enough?' };
    const shown = await fixture.ask(fixture.person, 'question.ask', input, { origin: 'words' });
    expect(outcomeOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain(adviser.nameEn);
    const second = await fixture.member({ role: 'adviser' });
    await buildAssignment(fixture.services, { company: fixture.company, adviserId: second.id });
    const { reply } = await fixture.ask(fixture.person, 'question.ask', input, { origin: 'words' });
    expect(reply).toMatchObject({ kind: 'form', form: { said: { question: input.question } } });
  });

  it('shows what the FAQ has before the form is sent, and asks all the same', async () => {
    await buildEntry(fixture.services, fixture.programme, {
      questionEn: 'Does the board have to approve the policy?',
      answerEn: 'Yes, the most senior level.',
    });
    const input = { ...toSecretariat, searched: false };
    const { reply } = await fixture.ask(fixture.person, 'question.ask', input, { submitted: true });
    if (reply.kind !== 'form') throw new Error('it was sent at once');
    expect(reply.problem).toBe(refusals.perhaps_answered({}));
    expect(JSON.stringify(reply.form.introduction)).toContain('Yes, the most senior level.');
    expect(reply.form).toMatchObject({ submit: questions.askAllTheSame, cancel: questions.solved });
    expect(await fixture.database.question.count({ where: { personId: fixture.person.id } })).toBe(0);
    await fixture.done(fixture.person, 'question.ask', { ...input, ...reply.form.known });
    expect(await fixture.database.question.count({ where: { personId: fixture.person.id } })).toBe(1);
    // In words the preview shows the same, with buttons that say so.
    const shown = await fixture.ask(fixture.person, 'question.ask', toSecretariat, { origin: 'words' });
    expect(wordsOf(shown)).toContain('Yes, the most senior level.');
    expect(JSON.stringify(shown.reply)).toContain(`"label":"${questions.solved}"`);
  });

  it('sends at once what the FAQ has nothing on', async () => {
    await fixture.done(fixture.person, 'question.ask', { ...toSecretariat, searched: false });
    expect(await fixture.database.question.count({ where: { personId: fixture.person.id } })).toBe(1);
  });

  it.each([
    ['nothing', '', en.problems.required],
    ['spaces', '  　 ', en.problems.required],
    ['40 kB', 'あ'.repeat(13_000), en.problems.too_long],
    ['a call for everybody', '<!channel> who knows?', refusals.calls_everybody({ mention: '<!channel>' })],
  ])('refuses %s in words', async (_what, question, words) => {
    expect(await fixture.refused(fixture.person, 'question.ask', { to: 'secretariat', question })).toContain(words);
    expect(await fixture.database.question.count({ where: { personId: fixture.person.id } })).toBe(0);
  });

  it('keeps a formula as the text that it is', async () => {
    const question = '=HYPERLINK("http://evil.example","x")';
    await asked({ to: 'secretariat', question });
    expect(await fixture.done(fixture.secretary, 'question.inbox')).toContain(question);
    const { text } = await fixture.database.questionText.findFirstOrThrow({ where: { askerId: fixture.person.id } });
    expect(text).toBe(question);
  });

  it('of another company’s adviser is refused', async () => {
    const other = await fixture.member({ role: 'adviser' });
    expect(await fixture.refused(fixture.person, 'question.ask', { ...toAdviser(), to: other.id })).toContain(
      refusals.not_your_adviser({}),
    );
  });
});

describe('the inbox', () => {
  it('shows the secretariat and the adviser what each is asked, with who, company and since when', async () => {
    await asked(toSecretariat);
    await asked(toAdviser());
    const [office, hers] = [
      await fixture.done(fixture.secretary, 'question.inbox'),
      await fixture.done(adviser, 'question.inbox'),
    ];
    expect(office).toContain(toSecretariat.question);
    expect(office).not.toContain(toAdviser().question);
    expect(office).toContain(questions.withAdvisers(1));
    expect(office).toContain(fixture.person.nameEn);
    expect(office).toContain(fixture.company.nameEn);
    expect(hers).toContain(toAdviser().question);
    expect(hers).not.toContain(toSecretariat.question);
    // What an adviser is asked is listed for the secretariat: who asked whom and when, and not what.
    expect(office).toContain(questions.waitsFor(adviser.nameEn));
    expect(hers).not.toContain(questions.waitsFor(''));
  });

  it('of the secretariat takes over what waits for an adviser who left', async () => {
    const id = await asked(toAdviser());
    await fixture.database.assignment.updateMany({
      where: { adviserId: adviser.id },
      data: { endedAt: fixture.services.clock.now() },
    });
    expect(await fixture.done(fixture.secretary, 'question.inbox')).toContain(toAdviser().question);
    expect(await fixture.done(adviser, 'question.inbox')).not.toContain(toAdviser().question);
    expect(await fixture.refused(adviser, 'question.reply', { askedQuestion: id, answer: 'x' })).toContain(
      refusals.not_found({}),
    );
    await fixture.done(fixture.secretary, 'question.reply', { askedQuestion: id, answer: 'It is.' });
  });
});

describe('who is told', () => {
  it('the secretariat at once of the first question, and of all others of the day once, the next morning', async () => {
    fixture.services.clock.set('2024-10-01T10:00:00+09:00');
    await asked(toSecretariat);
    const first = notificationsTo(await fixture.sendAllDue(), fixture.secretary);
    expect(first.map(({ words }) => words)).toEqual([expect.stringContaining(toSecretariat.question)]);
    for (const question of ['A second one?', 'A third one?']) await asked({ to: 'secretariat', question });
    expect(notificationsTo(await fixture.sendAllDue(), fixture.secretary)).toEqual([]);
    fixture.services.clock.set('2024-10-02T09:00:00+09:00');
    const [digest, ...others] = notificationsTo(await fixture.sendAllDue(), fixture.secretary);
    expect(others).toEqual([]);
    expect(digest?.words).toContain(questions.notices.waiting(3));
  });

  it('nobody of what was answered or withdrawn before it was told', async () => {
    const id = await asked(toSecretariat);
    await fixture.done(fixture.person, 'question.withdraw', { ownQuestion: id, agreed: true });
    expect(notificationsTo(await fixture.sendAllDue(), fixture.secretary)).toEqual([]);
  });

  it('who asked, with question and answer, and of a correction', async () => {
    const id = await asked(toSecretariat);
    await fixture.done(fixture.secretary, 'question.reply', { askedQuestion: id, answer: 'Yes, the board.' });
    const [told] = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(told?.words).toContain(toSecretariat.question);
    expect(told?.words).toContain('Yes, the board.');
    const correction = { askedQuestion: id, answer: 'The most senior level.', version: 1 };
    await fixture.done(fixture.secretary, 'question.correct', correction);
    const [corrected] = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(corrected?.words).toContain('The most senior level.');
    expect(await fixture.done(fixture.person, 'question.mine')).toContain('The most senior level.');
    expect(await fixture.refused(fixture.secretary, 'question.correct', correction)).toContain(
      refusals.answer_changed({}),
    );
  });
});

describe('an answer', () => {
  it('is given once: the second is told of it, in the form and when it is sent', async () => {
    const id = await asked(toSecretariat);
    const other = await fixture.member({ role: 'secretariat' });
    await fixture.done(fixture.secretary, 'question.reply', { askedQuestion: id, answer: 'Yes.' });
    const late = { askedQuestion: id, answer: 'No.' };
    expect(await fixture.refused(other, 'question.reply', late)).toContain(refusals.already_answered({}));
    expect(wordsOf(await fixture.ask(other, 'question.reply', { askedQuestion: id }))).toContain(
      refusals.already_answered({}),
    );
    expect(await fixture.refused(fixture.person, 'question.withdraw', { ownQuestion: id, agreed: true })).toContain(
      refusals.already_answered({}),
    );
  });

  it('comes from the person who is asked alone', async () => {
    const [office, hers] = [await asked(toSecretariat), await asked(toAdviser())];
    const stranger = await fixture.member({ role: 'adviser' });
    for (const [one, question] of [
      [adviser, office],
      [fixture.secretary, hers],
      [stranger, hers],
    ] as const) {
      expect(await fixture.refused(one, 'question.reply', { askedQuestion: question, answer: 'x' })).toContain(
        refusals.not_found({}),
      );
    }
  });

  it.each([
    ['nothing', '', en.problems.required],
    ['40 kB', 'x'.repeat(40_000), en.problems.too_long],
    ['a call for everybody', '@here look', refusals.calls_everybody({ mention: '@here' })],
  ])('of %s is refused in words', async (_what, answer, words) => {
    const question = await asked(toSecretariat);
    expect(await fixture.refused(fixture.secretary, 'question.reply', { askedQuestion: question, answer })).toContain(
      words,
    );
    expect(await fixture.database.questionAnswer.count({ where: { questionId: question } })).toBe(0);
  });
});

describe('handing over', () => {
  it('goes from the adviser to the secretariat and back, and tells the asker and the one who has it', async () => {
    const id = await asked(toAdviser());
    await fixture.sendAllDue();
    await fixture.done(adviser, 'question.pass', { askedQuestion: id, to: 'secretariat', note: 'Not mine' });
    expect(await fixture.done(adviser, 'question.inbox')).not.toContain(toAdviser().question);
    const office = await fixture.done(fixture.secretary, 'question.inbox');
    expect(office).toContain(toAdviser().question);
    expect(office).toContain(questions.noteOf('Not mine'));
    const told = await fixture.sendAllDue();
    expect(notificationsTo(told, fixture.person)[0]?.words).toContain('handed over to the secretariat');
    expect(JSON.stringify(notificationsTo(told, fixture.person))).not.toContain('Not mine');
    expect(notificationsTo(told, fixture.secretary)).toHaveLength(1);
    await fixture.done(fixture.secretary, 'question.pass', { askedQuestion: id, to: adviser.id });
    expect(await fixture.done(adviser, 'question.inbox')).toContain(toAdviser().question);
    expect(await fixture.done(fixture.secretary, 'question.inbox')).not.toContain(toAdviser().question);
  });

  it('never reaches an adviser of another company', async () => {
    const id = await asked(toSecretariat);
    const other = await fixture.member({ role: 'adviser' });
    expect(await fixture.refused(fixture.secretary, 'question.pass', { askedQuestion: id, to: other.id })).toContain(
      refusals.not_their_adviser({}),
    );
    expect(
      await fixture.refused(fixture.secretary, 'question.pass', { askedQuestion: id, to: 'secretariat' }),
    ).toContain(refusals.there_already({}));
  });
});

describe('what was asked', () => {
  it('of two who are asked is read for the asker, as whom the request works before and afterwards', async () => {
    await asked(toSecretariat);
    await asked(toAdviser());
    const words = await fixture.done(fixture.person, 'question.mine');
    expect(words).toContain(toSecretariat.question);
    expect(words).toContain(toAdviser().question);
    const personViewer = { kind: 'person', personId: fixture.person.id } as const;
    const seen = await inTransaction(
      fixture.services.database,
      async (transaction) => {
        const calendar = await readOfficeCalendar(transaction, fixture.programme.id);
        const { items } = await readOwnQuestions(
          transaction,
          { programmeId: fixture.programme.id, personId: fixture.person.id },
          { from: 0, size: 5 },
        );
        await readUsualDays(transaction, items, calendar);
        const [row] = await transaction.$queryRaw<{ viewer: string }[]>`SELECT current_setting('spp.viewer') AS viewer`;
        return row?.viewer;
      },
      { viewer: personViewer },
    );
    expect(JSON.parse(seen ?? '')).toEqual(personViewer);
  });
});

describe('withdrawing', () => {
  it('erases what was asked, and says so before', async () => {
    const id = await asked(toSecretariat);
    const form = await fixture.opened(fixture.person, 'question.withdraw', { ownQuestion: id });
    expect(JSON.stringify(form.introduction)).toContain(questions.erased);
    await fixture.done(fixture.person, 'question.withdraw', form.known);
    expect(await fixture.database.questionText.count({ where: { questionId: id } })).toBe(0);
    expect(await fixture.refused(fixture.secretary, 'question.reply', { askedQuestion: id, answer: 'x' })).toContain(
      refusals.question_withdrawn({}),
    );
    expect(await fixture.done(fixture.person, 'question.mine')).not.toContain(toSecretariat.question);
  });

  it('is the asker’s alone', async () => {
    const id = await asked(toSecretariat);
    expect(await fixture.refused(fixture.colleague, 'question.withdraw', { ownQuestion: id, agreed: true })).toContain(
      refusals.not_found({}),
    );
  });
});
