/** The FAQ: found in the reader's language, added from an answer, changed and retired, and without names. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { buildAssignment, buildPerson, buildProgramme, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildEntry, buildQuestion } from '../../support/questions.js';

const fixture = programmeFixture({ company: { nameJa: '青葉電子工業株式会社', nameEn: 'Aoba Electronics Co., Ltd.' } });
const en = textsFor('en');
const ja = textsFor('ja');
const { refusals, questions } = en;
const { faq } = questions;

const entry = {
  ...{ questionJa: '録画はありますか', answerJa: 'ありません。資料をお配りします。' },
  ...{ questionEn: 'Is there a recording?', answerEn: 'There is none.' },
};
const added = { ...entry, agreed: true };

let entryId: string;
beforeEach(async () => {
  entryId = await buildEntry(fixture.services, fixture.programme, entry);
});

describe('searching', () => {
  it('answers in the reader’s language, and says where there is only the other one', async () => {
    const reader = await fixture.member({ language: 'ja' });
    expect(await fixture.done(fixture.person, 'faq.search', { words: 'watch it later' })).toContain('There is none.');
    expect(await fixture.done(reader, 'faq.search', { words: '見逃し配信' })).toContain('資料をお配りします。');
    await buildEntry(fixture.services, fixture.programme, { questionEn: 'Is there parking?', answerEn: 'No.' });
    const other = await fixture.done(reader, 'faq.search', { words: 'parking' });
    expect(other).toContain('Is there parking?');
    expect(other).toContain(ja.questions.faq.onlyOther);
  });

  it('marks for the secretariat which entry lacks which language, in the list and among the choices', async () => {
    const { services, programme, secretary, person } = fixture;
    await buildEntry(services, programme, { questionEn: 'Is there parking?', answerEn: 'No.' });
    await buildEntry(services, programme, { questionJa: '駐輪場はありますか', answerJa: 'あります。' });
    const list = await fixture.done(secretary, 'faq.search');
    expect(list).toContain(faq.lacks.ja);
    expect(list).toContain(faq.lacks.en);
    const reader = await fixture.done(person, 'faq.search');
    expect(reader).not.toContain(faq.lacks.ja);
    expect(reader).toContain(faq.onlyOther);
    const form = await fixture.opened(secretary, 'faq.change');
    const [field] = form.fields;
    expect(field && 'choices' in field && field.choices.map(({ label }) => label).toSorted()).toEqual(
      [
        'Is there a recording?',
        `Is there parking? (${faq.lacking.ja})`,
        `駐輪場はありますか (${faq.lacking.en})`,
      ].toSorted(),
    );
    expect(form.introduction).toEqual([]);
  });

  it('says of which entries a choice is offered, where it does not hold all', async () => {
    const { services, programme, secretary } = fixture;
    for (let more = 0; more < 50; more += 1) await buildEntry(services, programme);
    const form = await fixture.opened(secretary, 'faq.change');
    expect(JSON.stringify(form.introduction)).toContain(faq.newest({ shown: 50, of: 51 }));
  });

  it('says where an answer goes on that is shown before a question is sent', async () => {
    const { services, programme, person } = fixture;
    const answerEn = `Yes.\n${'It is kept. '.repeat(60)}`;
    await buildEntry(services, programme, { questionEn: 'Is there parking at the venue?', answerEn });
    const input = { to: 'secretariat', question: 'Is there parking at the venue?' };
    const shown = wordsOf(await fixture.ask(person, 'question.ask', input, { origin: 'words' }));
    expect(shown).toContain('It is kept.');
    expect(shown).toContain(questions.entryGoesOn);
    const short = { to: 'secretariat', question: 'Is there a recording?' };
    expect(wordsOf(await fixture.ask(person, 'question.ask', short, { origin: 'words' }))).not.toContain(
      questions.entryGoesOn,
    );
  });

  it('offers to ask where nothing is found, and lists all without words', async () => {
    const nothing = await fixture.ask(fixture.person, 'faq.search', { words: 'pizza toppings' });
    expect(wordsOf(nothing)).toContain(faq.found(0, 'pizza toppings'));
    expect(JSON.stringify(nothing.reply)).toContain('question.ask');
    expect(await fixture.done(fixture.person, 'faq.search')).toContain('Is there a recording?');
  });

  it('knows no entry of another programme', async () => {
    const { services } = fixture;
    const other = await buildProgramme(services);
    const reader = await buildPerson(services, { programme: other });
    expect(await fixture.done(reader, 'faq.search', { words: 'recording' })).toContain(faq.found(0, 'recording'));
  });

  it.each([['x'.repeat(40_000)], ['@channel'], ['=1+1'], ['%_\\']])('takes whatever is typed (%#)', async (words) => {
    const { reply } = await fixture.ask(fixture.person, 'faq.search', { words }, { origin: 'words' });
    expect(JSON.stringify(reply)).not.toContain('went wrong');
  });
});

describe('adding', () => {
  it('says that a question was cut that is longer than one of an entry may be', async () => {
    const { services, programme, company, person, secretary } = fixture;
    const about = { programme, company, personId: person.id, answeredById: secretary.id, answer: 'Yes.' };
    const long = await buildQuestion(services, { ...about, text: 'Why? '.repeat(100) });
    const form = await fixture.opened(secretary, 'faq.add', { askedQuestion: long });
    expect(JSON.stringify(form.introduction)).toContain(faq.cut);
    const short = await buildQuestion(services, { ...about, text: 'Why?' });
    const other = await fixture.opened(secretary, 'faq.add', { askedQuestion: short });
    expect(JSON.stringify(other.introduction)).not.toContain(faq.cut);
  });

  it('begins with an answered question, in its language', async () => {
    const { services, programme, company, person, secretary } = fixture;
    const about = { programme, company, personId: person.id, answeredById: secretary.id };
    const id = await buildQuestion(services, { ...about, text: '承認は誰ですか', answer: '取締役会です。' });
    const form = await fixture.opened(secretary, 'faq.add', { askedQuestion: id });
    const initials = form.fields.map((field) => ('initial' in field ? field.initial : undefined));
    expect(initials).toEqual(['承認は誰ですか', '取締役会です。', undefined, undefined]);
    const texts = {
      questionJa: '承認は誰ですか',
      answerJa: '取締役会です。',
      questionEn: 'Who approves?',
      answerEn: 'The board.',
    };
    await fixture.done(secretary, 'faq.add', { ...form.known, ...texts });
    const kept = await fixture.database.faqEntry.findFirstOrThrow({ where: { questionId: id } });
    expect(kept).toMatchObject({ ...texts, programmeId: programme.id, createdById: secretary.id });
    expect(await fixture.done(person, 'faq.search', { words: 'board approval' })).toContain('The board.');
  });

  it('warns of companies and people of the programme, and takes them where that is meant', async () => {
    await fixture.member({ nameJa: '三浦 花子', nameEn: 'Hanako Miura' });
    const { secretary } = fixture;
    for (const answerJa of [
      '青葉電子工業の例をご覧ください。',
      '三浦さんにお尋ねください。',
      '三浦花子が担当です。',
      '㈱青葉電子工業です。',
    ]) {
      const words = await fixture.refused(secretary, 'faq.add', { ...added, answerJa });
      expect(words, answerJa).toContain('It names companies or people');
    }
    for (const answerEn of ['Ask Ms. Miura.', 'See Aoba Electronics.', 'Hanako Miura knows.'])
      expect(await fixture.refused(secretary, 'faq.add', { ...added, answerEn }), answerEn).toContain('It names');
    const named = { ...added, answerJa: '青葉電子工業の例をご覧ください。' };
    const { reply } = await fixture.ask(secretary, 'faq.add', named, { submitted: true });
    expect(reply.kind === 'form' && reply.form.fields.map(({ name }) => name)).toContain('keepNames');
    await fixture.done(secretary, 'faq.add', { ...named, keepNames: true });
    // A word that a name begins with is no name.
    await fixture.done(secretary, 'faq.add', { ...added, answerJa: '青葉の季節です。' });
  });

  it.each([
    ['nothing', { questionJa: '', answerJa: '', questionEn: '', answerEn: '' }, refusals.entry_empty({})],
    ['a question without its answer', { answerJa: '' }, refusals.half_in_japanese({})],
    ['an answer without its question', { questionEn: '' }, refusals.half_in_english({})],
    ['a call for everybody', { answerEn: '@everyone' }, refusals.entry_calls_everybody({ mention: '@everyone' })],
    ['40 kB', { answerEn: 'x'.repeat(40_000) }, en.problems.too_long],
  ])('refuses %s in words', async (_what, texts, words) => {
    expect(await fixture.refused(fixture.secretary, 'faq.add', { ...added, ...texts })).toContain(words);
  });

  it('is for advisers from what they answered, and not from what others were asked', async () => {
    const { services, programme, company, person, secretary } = fixture;
    const adviser = await fixture.member({ role: 'adviser' });
    await buildAssignment(services, { company, adviserId: adviser.id });
    const about = { programme, company, personId: person.id, answer: 'Yes.' };
    const office = await buildQuestion(services, { ...about, answeredById: secretary.id });
    const hers = await buildQuestion(services, { ...about, adviserId: adviser.id });
    expect(outcomeOf(await fixture.ask(adviser, 'faq.add', { askedQuestion: hers }))).toBe('form');
    expect(await fixture.refused(adviser, 'faq.add', { ...added, askedQuestion: office })).toContain(
      refusals.not_found({}),
    );
  });
});

describe('changing', () => {
  it('is found at once by its new words', async () => {
    const { secretary, person } = fixture;
    expect(await fixture.done(person, 'faq.search', { words: 'recording' })).toContain('There is none.');
    const form = await fixture.opened(secretary, 'faq.change', { faqEntry: entryId });
    await fixture.done(secretary, 'faq.change', { ...entry, ...form.known, answerEn: 'Yes, for a week.' });
    expect(await fixture.done(person, 'faq.search', { words: 'recording' })).toContain('Yes, for a week.');
    // Of two who have it open the second is told.
    const late = { ...entry, ...form.known, answerEn: 'Never.' };
    expect(await fixture.refused(secretary, 'faq.change', late)).toContain(refusals.entry_changed({}));
  });

  it('a retired entry is neither found nor changed', async () => {
    const { secretary, person } = fixture;
    const form = await fixture.opened(secretary, 'faq.retire', { faqEntry: entryId });
    await fixture.done(secretary, 'faq.retire', form.known);
    expect(await fixture.done(person, 'faq.search', { words: 'recording' })).toContain(faq.found(0, 'recording'));
    expect(await fixture.refused(secretary, 'faq.retire', { faqEntry: entryId, agreed: true })).toContain(
      refusals.entry_gone({}),
    );
    const change = { ...entry, faqEntry: entryId, version: 1 };
    expect(await fixture.refused(secretary, 'faq.change', change)).toContain(refusals.entry_gone({}));
  });
});
