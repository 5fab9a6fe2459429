/** A draft from its first file to the published page, on either platform and in either language, between a company and its adviser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, makeWordDocument } from '../../playground/pilot/drafts/make-documents.js';
import { policyText } from '../../playground/pilot/drafts/policy-words.js';
import { completionTexts } from '../../programme/deliverables/completion/texts.js';
import { dayIn } from '../../programme/deliverables/day-words.js';
import { draftTexts } from '../../programme/drafts/texts.js';
import { answerTexts } from '../../programme/reviews/answer-texts.js';
import { commentTexts } from '../../programme/reviews/comment-texts.js';
import { changeTexts } from '../../programme/reviews/difference/texts.js';
import { reviewTexts } from '../../programme/reviews/texts.js';
import { type ConsultingPerson, consultingPerson } from './consulting-person.js';
import { openPlatforms, type Platforms } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'ken', 'tom', 'haruka', 'aki'] });
  const { database, programme, people, companies } = platforms;
  await database.deliverableType.create({
    data: {
      ...{
        programmeId: programme.id,
        code: 'human_rights_policy',
        titleJa: '人権方針',
        titleEn: 'Human rights policy',
      },
      ...{ checklist: 'human_rights_policy', dueOn: new Date('2024-12-20'), position: 1 },
    },
  });
  for (const company of [companies.AOI, companies.MDR]) {
    await database.assignment.create({
      data: {
        programmeId: programme.id,
        companyId: company.id,
        adviserId: people.aki.id,
        since: new Date('2024-10-01'),
      },
    });
  }
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  { platform: 'slack', name: 'hana', company: 'AOI', make: makeWordDocument, ending: 'docx' },
  { platform: 'slack', name: 'ken', company: 'AOI', make: makePdf, ending: 'pdf' },
  { platform: 'teams', name: 'haruka', company: 'MDR', make: makePdf, ending: 'pdf' },
  { platform: 'teams', name: 'tom', company: 'MDR', make: makeWordDocument, ending: 'docx' },
] as const)('on $platform, of $name', ({ platform, name, company, make, ending }) => {
  let person: ConsultingPerson;
  let adviser: ConsultingPerson;

  const titleIn = (language: 'ja' | 'en') => (language === 'ja' ? '人権方針' : 'Human rights policy');
  const words = () => draftTexts[person.language];
  const { en: review } = reviewTexts;
  const companyName = () => platforms.companies[company].nameEn;
  const seen = (number: number) => review.version({ company: companyName(), title: titleIn('en'), number });
  const stage = async () =>
    (await platforms.database.deliverable.findFirstOrThrow({ where: { companyId: platforms.companies[company].id } }))
      .stage;

  beforeAll(async () => {
    // The colleague before has taken theirs all the way.
    await platforms.database.deliverable.deleteMany({ where: { companyId: platforms.companies[company].id } });
    person = consultingPerson(platforms, platform, name);
    adviser = consultingPerson(platforms, platform, 'aki');
    await person.isSeenHere();
    await adviser.isSeenHere();
  });

  /** Drops the file into the chat and agrees to what is asked. */
  async function submits(version: number): Promise<void> {
    const text = policyText(person.language, { company: name, version, versions: 2 });
    await person.sendsFile({ name: `policy-${version}.${ending}`, content: make(text) });
    const shown = await person.hears(words().begins(text.title));
    await person.presses(person.texts.chat.confirm, shown);
    await person.reads(words().submitted({ title: titleIn(person.language), number: version }));
  }

  async function opens(number: number): Promise<void> {
    const { notices } = draftTexts.en;
    const told = await adviser.hears(notices.submitted({ company: companyName(), title: titleIn('en'), number }));
    await adviser.presses(review.open, told);
    await adviser.reads(seen(number));
  }

  it('is handed in as a file, without a command, and checked at once', async () => {
    await submits(1);
    await person.reads(words().check.meaning);
    expect(await stage()).toBe('submitted');
  });

  it('is brought to the adviser, who opens it, comments and asks for a revision', async () => {
    await opens(1);
    expect(await stage()).toBe('in_review');
    await adviser.presses(review.comment);
    await adviser.dialog(commentTexts.en.on(seen(1)));
    await adviser.fills(commentTexts.en.labels.words, 'Please name the standards.');
    await adviser.submits();
    await adviser.reads(commentTexts.en.written(1));
    await adviser.presses(review.end);
    await adviser.dialog(seen(1));
    await adviser.fills(review.labels.outcome, review.outcomes.to_be_revised);
    await adviser.submits();
    await adviser.dialog(review.endDoes({ about: seen(1), outcome: review.outcomes.to_be_revised, comments: 1 }));
    await adviser.submits();
    await adviser.reads(review.endDone({ about: seen(1), outcome: review.outcomes.to_be_revised, comments: 1 }));
    await adviser.shuts();
    expect(await stage()).toBe('to_be_revised');
  });

  it('comes back with its comment, which the company answers before it sends the next version', async () => {
    const { notices } = reviewTexts[person.language];
    const answers = answerTexts[person.language];
    const told = await person.hears('Please name the standards.');
    expect(told.text).toContain(reviewTexts[person.language].outcomes.to_be_revised);
    await person.presses(notices.answers, told);
    await person.reads(answers.title({ title: titleIn(person.language), open: 1 }));
    await person.presses(answers.answer);
    await person.dialog('Please name the standards.');
    await person.fills(answers.words, 'We name all three now.');
    await person.submits();
    await person.reads(answers.done({ number: 1, open: 0 }));
    await person.shuts();
    await submits(2);
    expect(await stage()).toBe('submitted');
  });

  it('shows the adviser what changed, and is confirmed', async () => {
    await opens(2);
    await adviser.presses(review.changedSince);
    await adviser.reads(changeTexts.en.title({ company: companyName(), title: titleIn('en'), older: 1, newer: 2 }));
    await adviser.presses(review.end);
    await adviser.dialog(seen(2));
    await adviser.fills(review.labels.outcome, review.outcomes.confirmed);
    await adviser.submits();
    await adviser.dialog(review.endDoes({ about: seen(2), outcome: review.outcomes.confirmed, comments: 0 }));
    await adviser.submits();
    await adviser.reads(review.endDone({ about: seen(2), outcome: review.outcomes.confirmed, comments: 0 }));
    await adviser.shuts();
    expect(await stage()).toBe('confirmed');
  });

  it('is reported as approved by the board, and as published', async () => {
    const { notices } = reviewTexts[person.language];
    const completion = completionTexts[person.language];
    const title = titleIn(person.language);
    const day = '2024-10-28';
    const told = await person.hears(notices.nextConfirmed);
    await person.presses(notices.approve, told);
    await person.dialog(completion.approveIntro(title));
    await person.fills(completion.labels.day, day);
    await person.fills(completion.labels.approvedBy, '取締役会 & Board');
    await person.submits();
    await person.reads(completion.approved({ title, day: dayIn(person.language, day) }));
    expect(await stage()).toBe('approved');
    await person.shuts();
    const buttons = () =>
      person
        .client()
        .messages()
        .flatMap((message) => message.buttons);
    await expect.poll(buttons, { timeout: 5_000 }).toContain(completion.reportPublication);
    await person.presses(completion.reportPublication);
    await person.dialog(completion.publishIntro(title));
    await person.fills(completion.labels.url, 'https://www.aoi.example/human-rights');
    await person.fills(completion.labels.publishedOn, day);
    await person.submits();
    await person.reads(completion.published({ title, day: dayIn(person.language, day) }));
    await person.shuts();
    expect(await stage()).toBe('published');
    await adviser.hears(
      completionTexts.en.notices.published({
        ...{ company: companyName(), title: titleIn('en'), day: dayIn('en', day) },
      }),
    );
  });
});
