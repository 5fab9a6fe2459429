/** Ratings of answers: kept once a person and question, the secretariat's to read and settle where the answer did not help, and nobody else's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { asViewer, inTransaction, type Transaction, type Viewer } from '../../../prisma/client.js';
import { mergeRatings } from '../../../programme/knowledge/ratings/ratings.sql.js';
import type { ActionButton } from '../../../programme/messages/message.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { type BuiltPerson, buildPerson, buildProgramme, buttonsOf } from '../../support/factories.js';
import { buildRating, buildSource } from '../../support/knowledge.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const { knowledge, refusals, overview } = textsFor('en');
const { ask, done, refused, opened } = fixture;

const words = 'What is remedy?';
const helpful = { words, helpful: true };
const unhelpful = { words, helpful: false, told: true };

beforeEach(async () => {
  await buildSource(fixture.services, fixture.programme, { text: '# Remedy\n\nRemedy makes harm good.' });
});

const stored = async () =>
  await fixture.database.answerRating.findMany({ where: { programmeId: fixture.programme.id } });

function ratingButtonsIn({ reply }: RequestResult): readonly ActionButton[] {
  if (reply.kind === 'form') throw new Error('a form has no such buttons');
  return reply.message.elements
    .flatMap((element) => (element.kind === 'buttons' ? element.buttons : []))
    .flatMap((button) => ('action' in button && button.action === 'knowledge.rate' ? [button] : []));
}

describe('below an answer', () => {
  it('stand two buttons with the question, and nothing is stored before one is pressed', async () => {
    const buttons = ratingButtonsIn(await ask(fixture.person, 'knowledge.search', { words }));
    expect(buttons.map(({ label, input, form }) => [label, input, form ?? false])).toEqual([
      [knowledge.helpful, { words, helpful: true }, false],
      [knowledge.unhelpful, { words, helpful: false }, true],
    ]);
    expect(await stored()).toEqual([]);
  });

  it('stand none for the secretariat, and none where nothing was found', async () => {
    expect(ratingButtonsIn(await ask(fixture.secretary, 'knowledge.search', { words }))).toEqual([]);
    const nothing = await ask(fixture.person, 'knowledge.search', { words: 'Which wine goes with oysters?' });
    expect(buttonsOf(nothing)).toEqual(['question.ask']);
  });
});

describe('a rating', () => {
  it('that it helped is thanked for, and counts once however often it is given', async () => {
    for (const _ of [1, 2]) expect(await done(fixture.person, 'knowledge.rate', helpful)).toContain(knowledge.helped);
    expect(await stored()).toMatchObject([{ personId: fixture.person.id, words, helpful: true, missing: '' }]);
  });

  it('that it did not help says first who reads it, and is stored with what was missing once that is sent', async () => {
    const form = await opened(fixture.person, 'knowledge.rate', { words, helpful: false });
    expect(form.introduction).toEqual([{ kind: 'text', text: knowledge.shownToSecretariat(words) }]);
    expect(form.fields).toMatchObject([{ name: 'missing', kind: 'long text', optional: true, maximum: 500 }]);
    expect(await stored()).toEqual([]);
    const sent = await ask(
      fixture.person,
      'knowledge.rate',
      { ...form.known, missing: ' Who pays. ' },
      { submitted: true },
    );
    expect(JSON.stringify(sent.reply)).toContain(knowledge.unhelpfulNoted);
    expect(await stored()).toMatchObject([{ words, helpful: false, missing: 'Who pays.', settledAt: null }]);
  });

  it('of the same answer takes the place of the earlier one, with what was missing and what was settled', async () => {
    const { person, secretary, services } = fixture;
    const input = await buildRating(services, fixture.programme, { personId: person.id, words, missing: 'All.' });
    await done(secretary, 'knowledge.settle-rating', input);
    await done(person, 'knowledge.rate', helpful);
    expect(await stored()).toMatchObject([{ helpful: true, missing: '', settledAt: null, settledById: null }]);
    services.clock.advance({ minutes: 1 });
    await done(person, 'knowledge.rate', unhelpful);
    expect(await stored()).toMatchObject([{ helpful: false, settledAt: null, answeredAt: services.clock.now() }]);
  });

  it('of more words than can be looked up, or with a text that is too long, is not stored', async () => {
    await opened(fixture.person, 'knowledge.rate', { ...unhelpful, missing: 'x'.repeat(501) });
    const tooLong = { ...helpful, words: 'x'.repeat(301) };
    expect((await opened(fixture.person, 'knowledge.rate', tooLong)).fields).toHaveLength(3);
    expect(await stored()).toEqual([]);
  });

  it('without the answer asks of which one, and a settlement without the rating asks which', async () => {
    const rating = await opened(fixture.person, 'knowledge.rate');
    expect(rating.fields.map(({ name }) => name)).toEqual(['words', 'helpful', 'missing']);
    expect(rating.introduction).toEqual([{ kind: 'text', text: knowledge.unhelpfulShown }]);
    await done(fixture.person, 'knowledge.rate', { ...rating.known, words: 'x', helpful: false, missing: 'All.' });
    expect(await stored()).toMatchObject([{ words: 'x', missing: 'All.' }]);
    await done(fixture.person, 'knowledge.rate', { ...rating.known, words: 'x', helpful: true, missing: 'All.' });
    expect(await stored()).toMatchObject([{ helpful: true, missing: '' }]);
    expect(await refused(fixture.secretary, 'knowledge.settle-rating', {})).toContain(refusals.no_ratings({}));
    const settling = await buildRating(fixture.services, fixture.programme, { personId: fixture.person.id, words });
    const form = await opened(fixture.secretary, 'knowledge.settle-rating');
    expect(form.fields).toMatchObject([{ choices: [{ value: settling.answerRating, label: words }] }]);
    const input = { ...form.known, answerRating: settling.answerRating };
    expect(await done(fixture.secretary, 'knowledge.settle-rating', input)).toContain(knowledge.settled);
  });

  it('leaves nothing of what was missing in the request that is kept for a repeated delivery', async () => {
    await ask(fixture.person, 'knowledge.rate', { ...unhelpful, missing: 'CANARY' }, { submitted: true });
    expect(await stored()).toHaveLength(1);
    expect(JSON.stringify(await fixture.database.request.findMany())).not.toContain('CANARY');
  });
});

describe('the list of answers that did not help', () => {
  const list = { list: 'unhelpful' };

  it('holds question, what was missing, who of which company and since when, with a way into the FAQ', async () => {
    const { person, services, programme, secretary, company } = fixture;
    const asked = { personId: person.id, words, missing: 'Who pays.' };
    const settling = await buildRating(services, programme, asked);
    await buildRating(services, programme, { personId: fixture.colleague.id, words: '救済とは' });
    await buildRating(services, programme, { personId: person.id, words: 'grievance', helpful: true });
    const numbers = await ask(secretary, 'overview.show');
    expect(JSON.stringify(numbers.reply)).toContain(overview.numbers.unhelpful(2));
    const shown = await ask(secretary, 'overview.list', list);
    if (shown.reply.kind === 'form') throw new Error('a form');
    const items = shown.reply.message.elements.flatMap((element) => (element.kind === 'list' ? element.items : []));
    const item = items.find(({ title }) => title === words);
    expect(items.map(({ title }) => title).sort()).toEqual([words, '救済とは'].sort());
    expect(item?.lines.slice(0, 3)).toEqual([
      overview.cell(overview.columns.missing, 'Who pays.'),
      overview.cell(overview.columns.person, person.nameEn),
      overview.cell(overview.columns.company, company.nameEn),
    ]);
    expect(item?.lines[3]).toMatch(new RegExp(`^${overview.columns.since}: `));
    expect(item?.buttons).toEqual([
      { label: overview.ratings.addToFaq, action: 'faq.add', input: { questionEn: words }, form: true },
      { label: overview.ratings.settle, action: 'knowledge.settle-rating', input: settling },
    ]);
    const japanese = items.find(({ title }) => title === '救済とは')?.buttons[0];
    expect(japanese).toMatchObject({ input: { questionJa: '救済とは' } });
    const form = await opened(secretary, 'faq.add', { questionEn: words });
    expect(form.fields.find(({ name }) => name === 'questionEn')).toMatchObject({ initial: words });
  });

  it('loses what is settled, and is refused the same again', async () => {
    const { person, secretary, services, programme } = fixture;
    const settling = await buildRating(services, programme, { personId: person.id, words });
    expect(await done(secretary, 'knowledge.settle-rating', settling)).toContain(knowledge.settled);
    expect(JSON.stringify(await ask(secretary, 'overview.list', list))).not.toContain(words);
    expect(await stored()).toMatchObject([{ settledById: secretary.id }]);
    expect(await refused(secretary, 'knowledge.settle-rating', settling)).toContain(refusals.rating_settled({}));
  });

  it('keeps what its author has changed since it was shown', async () => {
    const { person, secretary, services, programme } = fixture;
    const settling = await buildRating(services, programme, { personId: person.id, words });
    services.clock.advance({ minutes: 1 });
    await done(person, 'knowledge.rate', { ...unhelpful, missing: 'Who pays.' });
    expect(await refused(secretary, 'knowledge.settle-rating', settling)).toContain(refusals.rating_changed({}));
    expect(await stored()).toMatchObject([{ missing: 'Who pays.', settledAt: null }]);
  });

  it('is empty for the secretariat of another programme, who can settle nothing of it', async () => {
    const { person, services, programme } = fixture;
    const settling = await buildRating(services, programme, { personId: person.id, words, missing: 'CANARY' });
    const stranger = await buildPerson(services, { programme: await buildProgramme(services), role: 'secretariat' });
    const numbers = await ask(stranger, 'overview.show');
    expect(JSON.stringify(numbers.reply)).toContain(overview.numbers.unhelpful(0));
    expect(JSON.stringify(await ask(stranger, 'overview.list', list))).not.toContain('CANARY');
    await refused(stranger, 'knowledge.settle-rating', settling);
    expect(await stored()).toMatchObject([{ settledAt: null }]);
  });
});

async function as<T>(viewer: Viewer | null, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return await inTransaction(fixture.test.app, work, viewer === null ? {} : { viewer });
}

const person = ({ id }: Pick<BuiltPerson, 'id'>): Viewer => ({ kind: 'person', personId: id });

describe('the rows', () => {
  const seenBy = async (viewer: Viewer | null) =>
    (await as(viewer, async (transaction) => await transaction.answerRating.findMany())).map((row) => row.words).sort();

  beforeEach(async () => {
    const { person: author, services, programme } = fixture;
    await buildRating(services, programme, { personId: author.id, words: 'did not' });
    await buildRating(services, programme, { personId: author.id, words: 'helped', helpful: true });
  });

  it('are there for their author, and those that did not help for the secretariat', async () => {
    expect(await seenBy(person(fixture.person))).toEqual(['did not', 'helped']);
    expect(await seenBy(person(fixture.secretary))).toEqual(['did not']);
  });

  it('are not there for colleagues, advisers, another programme’s secretariat, a job and nobody', async () => {
    const { services, programme, colleague } = fixture;
    const adviser = await fixture.member({ role: 'adviser' });
    const stranger = await buildPerson(services, { programme: await buildProgramme(services), role: 'secretariat' });
    const job: Viewer = { kind: 'programme', programmeId: programme.id };
    for (const viewer of [person(colleague), person(adviser), person(stranger), job, null]) {
      expect(await seenBy(viewer)).toEqual([]);
    }
    // The control: the owner of the tables, a superuser.
    expect(await stored()).toHaveLength(2);
  });

  it('cannot be written in another’s name, nor for another programme', async () => {
    const { person: author, colleague, services, programme } = fixture;
    const other = await buildProgramme(services);
    const answeredAt = services.clock.now();
    for (const data of [
      { programmeId: programme.id, personId: author.id, words: 'x', helpful: true, answeredAt },
      { programmeId: other.id, personId: colleague.id, words: 'x', helpful: true, answeredAt },
    ]) {
      const written = as(person(colleague), async (transaction) => await transaction.answerRating.create({ data }));
      await expect(written).rejects.toThrow('row-level security');
    }
  });

  it('go with a person who is erased', async () => {
    const { database, person: author } = fixture;
    await database.membership.deleteMany({ where: { personId: author.id } });
    await database.account.deleteMany({ where: { personId: author.id } });
    await database.person.delete({ where: { id: author.id } });
    expect(await stored()).toEqual([]);
  });

  it('of two people who are one become one, the later of both where both rated the same', async () => {
    const { person: author, colleague, services, programme, secretary } = fixture;
    services.clock.advance({ minutes: 1 });
    await buildRating(services, programme, { personId: colleague.id, words: 'helped', missing: 'later' });
    await fixture.database.answerRating.updateMany({
      where: { words: 'did not', programmeId: programme.id },
      data: { settledAt: services.clock.now(), settledById: author.id },
    });
    const merging = { fromId: author.id, intoId: colleague.id };
    await as(null, async (transaction) => {
      await asViewer(transaction, { kind: 'merging', ...merging }, () => mergeRatings(transaction, merging));
    });
    const rows = (await stored()).toSorted((one, other) => (one.words < other.words ? -1 : 1));
    expect(rows).toMatchObject([
      { personId: colleague.id, words: 'did not', settledById: colleague.id },
      { personId: colleague.id, words: 'helped', helpful: false, missing: 'later' },
    ]);
    expect(await seenBy(person(secretary))).toEqual(['did not', 'helped']);
  });
});
