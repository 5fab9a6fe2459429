/** A round from the queue to its end: what the adviser sees and writes, what the company gets, and what a late one costs. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../prisma/client.js';
import {
  type BuiltPerson,
  buildAssignment,
  buttonsOf,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildPolicy, buildVersion } from '../../support/reviews.js';

const fixture = programmeFixture();
let adviser: BuiltPerson;
let stranger: BuiltPerson;
let typeId: string;
let draft: Draft;

const SECRET = '当社は、すべての人の人権を尊重します。';

const submitVersion = async (paragraphs = [SECRET], reviewDueOn = '2024-10-08') =>
  await buildVersion(fixture.services, {
    ...{ typeId, company: fixture.company, personId: fixture.person.id, paragraphs, reviewDueOn },
  });

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser' });
  stranger = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
  typeId = await buildPolicy(fixture.services, fixture.programme);
  draft = await submitVersion();
});

const open = async (which = draft) => await fixture.done(adviser, 'review.open', { draft: which.id });
const comment = async (more = {}, which = draft) =>
  await fixture.done(adviser, 'review.comment', { draft: which.id, words: 'Name the scope', ...more });
const end = async (more = {}, which = draft) =>
  await fixture.ask(
    adviser,
    'review.end',
    { draft: which.id, outcome: 'to_be_revised', words: '', agreed: true, ...more },
    { submitted: true },
  );
const comments = async () =>
  await fixture.database.reviewComment.findMany({
    where: { companyId: fixture.company.id },
    orderBy: { number: 'asc' },
  });
const stage = async () => (await fixture.database.deliverable.findFirstOrThrow({ where: { typeId } })).stage;

describe('the queue', () => {
  it('tells how many nobody has looked at and how long the oldest has waited, in business days', async () => {
    fixture.services.clock.advance({ days: 7 });
    const words = wordsOf(await fixture.ask(adviser, 'review.queue'));
    expect(words).toContain('Not looked at yet: 1 (oldest 5 business days)');
    expect(words).toContain('Policy');
    expect(words).toContain('Review due');
    await open();
    expect(wordsOf(await fixture.ask(adviser, 'review.queue'))).toContain('Every draft has been looked at.');
  });

  it('shows an adviser nothing of companies that others look after', async () => {
    expect(wordsOf(await fixture.ask(stranger, 'review.queue'))).toContain('No draft waits');
  });

  it('has the newest version only, and none once its round has ended', async () => {
    const second = await submitVersion(['別の文です。']);
    expect(wordsOf(await fixture.ask(adviser, 'review.queue'))).toContain('Drafts to be reviewed: 1');
    await open(second);
    expect(outcomeOf(await end({ outcome: 'confirmed' }, second))).toBe('done');
    expect(wordsOf(await fixture.ask(adviser, 'review.queue'))).toContain('No draft waits');
  });

  it('stands on the adviser’s overview', async () => {
    expect(wordsOf(await fixture.ask(adviser, 'home.show'))).toContain('Not looked at yet: 1');
  });
});

describe('opening a version', () => {
  it('begins the round once, and shows the check', async () => {
    expect(await open()).toContain('mentioned');
    await open();
    expect(await stage()).toBe('in_review');
    const opened = await fixture.database.draft.findUniqueOrThrow({ where: { id: draft.id } });
    expect(opened).toMatchObject({ openedById: adviser.id, openedAt: expect.any(Date) });
    expect(await fixture.database.review.count({ where: { draftId: draft.id } })).toBe(1);
    const events = { where: { kind: 'opened', companyId: fixture.company.id } } as const;
    expect(await fixture.database.deliverableEvent.count(events)).toBe(1);
  });

  it('offers what changed since this adviser last looked', async () => {
    await open();
    const second = await submitVersion(['当社は、人権を尊重し、支持します。']);
    const shown = await fixture.ask(adviser, 'review.open', { draft: second.id });
    expect(buttonsOf(shown)).toContain('draft.difference');
  });

  it('is refused for a version that was replaced', async () => {
    await fixture.database.draft.update({
      where: { id: draft.id },
      data: { replacedAt: fixture.services.clock.now() },
    });
    expect(await fixture.refused(adviser, 'review.open', { draft: draft.id })).toContain('replaced or withdrawn');
  });

  it('looks to other advisers as if it did not exist', async () => {
    expect(await fixture.refused(stranger, 'review.open', { draft: draft.id })).not.toContain('Policy');
  });
});

describe('a comment', () => {
  it('belongs to the version that it names, and the company does not see it yet', async () => {
    await open();
    await comment({ element: 'E04' });
    await comment({ quotation: 'すべての人の 人権を尊重' });
    expect(await comments()).toMatchObject([
      { number: 1, target: 'element', element: 'E04', draftId: draft.id, sentAt: null },
      { number: 2, target: 'quotation', sentAt: null },
    ]);
    expect(await fixture.refused(fixture.person, 'review.answers')).toContain('There are no comments');
    const [first] = await comments();
    const answer = { reviewComment: first?.id ?? '', ticked: true };
    expect(outcomeOf(await fixture.ask(fixture.person, 'review.answer', answer))).toBe('refused');
  });

  it('is refused with the nearest text where what it quotes is not there', async () => {
    await open();
    const input = { draft: draft.id, quotation: 'すべての人の人権を大切にします', words: 'x' };
    expect(await fixture.refused(adviser, 'review.comment', input)).toContain(SECRET);
    expect(await comments()).toEqual([]);
  });

  it('says that a newer version has arrived, and stays one on the version it was written on', async () => {
    await open();
    await submitVersion(['別の文です。']);
    const form = await fixture.opened(adviser, 'review.comment', { draft: draft.id });
    expect(JSON.stringify(form.introduction)).toContain('Version 2 arrived');
    expect(await comment()).toContain('Version 2 arrived');
    expect(await comments()).toMatchObject([{ draftId: draft.id }]);
  });

  it('is corrected in place before it is sent, and deleted where nothing is left of it', async () => {
    await open();
    await comment();
    const [written] = await comments();
    const about = { reviewComment: written?.id ?? '', shownForm: true };
    await fixture.done(adviser, 'review.correct', { ...about, words: 'Name the group companies' });
    expect(await comments()).toMatchObject([{ words: 'Name the group companies' }]);
    expect(await fixture.database.reviewCommentVersion.count({ where: { comment: { draftId: draft.id } } })).toBe(0);
    await fixture.done(adviser, 'review.correct', { ...about, words: '' });
    expect(await comments()).toEqual([]);
  });

  it('that was sent is corrected with its history, and the company is told of both', async () => {
    await open();
    await comment();
    await end();
    await fixture.sendAllDue();
    const [sent] = await comments();
    const about = { reviewComment: sent?.id ?? '', shownForm: true };
    expect(await fixture.refused(adviser, 'review.correct', { ...about, words: '' })).toContain('cannot be deleted');
    await fixture.done(adviser, 'review.correct', { ...about, words: 'Name the subsidiaries' });
    const told = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(told.map(({ kind }) => kind)).toEqual(['review.comment-corrected']);
    expect(told[0]?.words).toContain('Before: Name the scope');
    expect(told[0]?.words).toContain('Now: Name the subsidiaries');
  });
});

describe('the end of a round', () => {
  it('shows what the company will get before it is sent', async () => {
    await open();
    await comment();
    const shown = await fixture.ask(
      adviser,
      'review.end',
      { draft: draft.id, outcome: 'to_be_revised' },
      { submitted: true },
    );
    expect(outcomeOf(shown)).toBe('form');
    expect(wordsOf(shown)).toContain('sends the company 1 comment');
    expect(wordsOf(shown)).toContain('Name the scope');
    expect(await stage()).toBe('in_review');
  });

  it('sends all comments to everyone of the company, and to nobody else', async () => {
    await open();
    await comment();
    expect(outcomeOf(await end({ words: 'A good start' }))).toBe('done');
    expect(await stage()).toBe('to_be_revised');
    const told = await fixture.sendAllDue();
    for (const one of [fixture.person, fixture.colleague]) {
      const [notice] = notificationsTo(told, one);
      expect(notice?.kind).toBe('review.ended');
      expect(notice?.words).toContain('A good start');
      expect(notice?.words).toContain('Name the scope');
    }
    expect(notificationsTo(told, fixture.secretary)).toEqual([]);
    expect(notificationsTo(told, stranger)).toEqual([]);
  });

  it('asks for something to revise', async () => {
    await open();
    expect(wordsOf(await end())).toContain('at least one comment or some words');
    expect(await stage()).toBe('in_review');
  });

  it('is refused once a newer version has arrived; what was written goes along with that one', async () => {
    await open();
    await comment();
    const second = await submitVersion(['別の文です。']);
    const refused = await end();
    expect(wordsOf(refused)).toContain('Version 2 arrived meanwhile');
    await open(second);
    expect(outcomeOf(await end({}, second))).toBe('done');
    const [notice] = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(notice?.words).toContain('Name the scope');
    expect(await comments()).toMatchObject([{ draftId: draft.id, sentAt: expect.any(Date) }]);
  });

  it('moves the company’s due date by the business days it is late, and both are told', async () => {
    fixture.services.clock.set('2024-10-10T10:00:00+09:00');
    await open();
    expect(wordsOf(await end({ outcome: 'confirmed' }))).toContain('2 business days late');
    const { dueOn } = await fixture.database.deliverable.findFirstOrThrow({ where: { typeId } });
    expect(dueOn).toEqual(new Date('2025-04-02'));
    expect(await fixture.database.dueExtension.findMany({ where: { companyId: fixture.company.id } })).toMatchObject([
      { state: 'by_late_review', until: new Date('2025-04-02') },
    ]);
    const told = await fixture.sendAllDue();
    for (const one of [fixture.person, adviser]) {
      const kinds = notificationsTo(told, one).map(({ kind }) => kind);
      expect(kinds).toContain('deliverable.due-moved');
    }
  });

  it('leaves the due date where it is in time', async () => {
    fixture.services.clock.set('2024-10-08T18:00:00+09:00');
    await open();
    await end({ outcome: 'confirmed' });
    expect((await fixture.database.deliverable.findFirstOrThrow({ where: { typeId } })).dueOn).toBeNull();
    expect(await stage()).toBe('confirmed');
  });
});

describe('the company', () => {
  const sendRound = async () => {
    await open();
    await comment({ quotation: SECRET });
    await comment({ words: 'Add a contact' });
    await end();
    await fixture.sendAllDue();
  };

  it('answers and ticks off; what is left carries over, and its adviser is told once nothing is', async () => {
    await sendRound();
    const [first, second] = await comments();
    await fixture.done(fixture.person, 'review.answer', {
      reviewComment: first?.id ?? '',
      words: 'Named in chapter 2',
    });
    const next = await submitVersion(['別の文です。']);
    const listed = wordsOf(await fixture.ask(fixture.colleague, 'review.answers'));
    expect(listed).toContain('not answered yet: 1');
    expect(listed).toContain('Named in chapter 2');
    expect(listed).toContain('The quoted text is gone');
    expect(await open(next)).toContain('Add a contact');
    expect(notificationsTo(await fixture.sendAllDue(), adviser)).toEqual([]);
    expect(
      await fixture.done(fixture.person, 'review.answer', { reviewComment: second?.id ?? '', ticked: true }),
    ).toContain('Every comment is answered');
    const told = notificationsTo(await fixture.sendAllDue(), adviser);
    expect(told.map(({ kind }) => kind)).toEqual(['review.answered']);
  });

  it('reaches no comment of another company', async () => {
    await sendRound();
    const rival = await fixture.member();
    const [first] = await comments();
    const words = await fixture.refused(rival, 'review.answer', { reviewComment: first?.id ?? '', ticked: true });
    expect(words).not.toContain('Name the scope');
    expect(await fixture.database.commentAnswer.count({ where: { companyId: fixture.company.id } })).toBe(0);
  });
});

it('keeps what the check got wrong once, with its sentence, and counts it for the adviser alone', async () => {
  await open();
  const input = { draft: draft.id, element: 'E05', kind: 'missed' };
  expect(await fixture.refused(adviser, 'draft.mark', { ...input, sentence: 'そのような文はありません' })).toContain(
    'no such sentence',
  );
  await fixture.done(adviser, 'draft.mark', { ...input, sentence: SECRET });
  expect(await fixture.done(adviser, 'draft.mark', { ...input, sentence: SECRET })).toContain('noted before');
  expect(await fixture.database.checkMark.findMany({ where: { draftId: draft.id } })).toMatchObject([
    { element: 'E05', kind: 'missed', sentence: SECRET, personId: adviser.id },
  ]);
  expect(await open()).toContain('missed 1, found wrongly 0');
  expect(outcomeOf(await fixture.ask(fixture.secretary, 'draft.mark', { ...input, sentence: SECRET }))).toBe('refused');
});

it('stores nothing that was written in confidence with the replies, the notifications or the previews', async () => {
  await open();
  await comment({ quotation: SECRET, words: 'CONFIDENTIAL advice' });
  await end({ words: 'CONFIDENTIAL words' });
  const [first] = await comments();
  await fixture.done(fixture.person, 'review.answer', { reviewComment: first?.id ?? '', words: 'CONFIDENTIAL answer' });
  const { database } = fixture;
  const stored = JSON.stringify([
    await database.request.findMany(),
    await database.notification.findMany(),
    await database.preview.findMany(),
  ]);
  expect(stored).not.toContain('CONFIDENTIAL');
  expect(stored).not.toContain(SECRET);
});
