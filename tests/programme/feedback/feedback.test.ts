/** Those who came are asked, reminded once and answer; the secretariat sees what was said, and nobody else does. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Session } from '../../../prisma/client.js';
import type { BuiltPerson } from '../../support/factories.js';
import { notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { feedback: texts, refusals } = textsFor('en');

let session: Session;
let secretary: BuiltPerson;
let absent: BuiltPerson;

const said = { rating: '4', comment: 'It broadened my view.', permission: 'anonymous' };

/** The session is on Thursday, 7 November 2024, 15:30 to 17:00. */
beforeEach(async () => {
  session = given.session;
  secretary = await given.member({ role: 'secretariat', language: 'en' });
  absent = await given.member({ company: given.company });
  given.services.clock.set('2024-11-07T16:00:00+09:00');
  await record(given.person, given.colleague);
});

async function record(...people: readonly BuiltPerson[]): Promise<void> {
  await given.done(secretary, 'session.record', given.about({ people: people.map(({ id }) => id), came: 'onsite' }));
}

/** What is sent by then. */
async function sentBy(instant: string) {
  given.services.clock.set(instant);
  return await given.sendAllDue();
}

async function kindsTo(person: BuiltPerson, instant: string): Promise<readonly string[]> {
  return notificationsTo(await sentBy(instant), person)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('feedback.'));
}

const over = '2024-11-07T17:00:00+09:00';

describe('the form', () => {
  it('goes out at the end, to those who came and to nobody else', async () => {
    expect((await sentBy('2024-11-07T16:59:00+09:00')).filter(({ kind }) => kind.startsWith('feedback.'))).toEqual([]);
    const told = (await sentBy(over)).filter(({ kind }) => kind === 'feedback.asked');
    for (const came of [given.person, given.colleague]) expect(notificationsTo(told, came)).toHaveLength(1);
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told[0]?.message)).toContain('"form":true');
  });

  it('goes out at once to who is recorded later, and not to who is recorded as absent meanwhile', async () => {
    await given.done(secretary, 'session.record', given.about({ people: [given.colleague.id], came: 'absent' }));
    expect(await kindsTo(given.colleague, over)).toEqual([]);
    given.services.clock.set('2024-11-08T10:00:00+09:00');
    await record(given.colleague);
    expect(await kindsTo(given.colleague, '2024-11-08T10:00:00+09:00')).toEqual(['feedback.asked']);
  });

  it('waits for a later end', async () => {
    const endsAt = new Date('2024-11-07T18:00:00+09:00');
    const form = {
      date: '2024-11-07',
      start: '15:30',
      end: '18:00',
      deadlineDate: '2024-11-05',
      deadlineTime: '17:00',
    };
    const { titleJa, titleEn, kind, audience, method } = session;
    await given.done(secretary, 'session.change', given.about({ ...form, titleJa, titleEn, kind, audience, method }));
    expect((await given.database.session.findUniqueOrThrow({ where: { id: session.id } })).endsAt).toEqual(endsAt);
    expect(await kindsTo(given.person, over)).toEqual([]);
    expect(await kindsTo(given.person, '2024-11-07T18:00:00+09:00')).toEqual(['feedback.asked']);
  });

  it('is reminded of once, two working days later, unless it was answered', async () => {
    await sentBy(over);
    await given.done(given.person, 'feedback.answer', given.about(said));
    // Friday; Monday is the second working day after Thursday.
    expect(await kindsTo(given.colleague, '2024-11-08T17:00:00+09:00')).toEqual([]);
    const monday = await sentBy('2024-11-11T09:00:00+09:00');
    expect(notificationsTo(monday, given.colleague).map(({ kind }) => kind)).toEqual(['feedback.reminder']);
    expect(notificationsTo(monday, given.person)).toEqual([]);
    expect(await kindsTo(given.colleague, '2024-12-20T09:00:00+09:00')).toEqual([]);
  });
});

describe('an answer', () => {
  it('is refused before the end and to who did not come', async () => {
    expect(await given.refused(given.person, 'feedback.answer', given.about(said))).toContain(refusals.not_over({}));
    given.services.clock.set(over);
    expect(await given.refused(absent, 'feedback.answer', given.about(said))).toContain(refusals.did_not_come({}));
    expect(await given.database.feedback.count({ where: { sessionId: session.id } })).toBe(0);
  });

  it('replaces one’s own, and needs a name only where the name is to be printed', async () => {
    given.services.clock.set(over);
    await given.done(given.person, 'feedback.answer', given.about(said));
    const byName = given.about({ ...said, rating: '2', permission: 'name' });
    expect(await given.refused(given.person, 'feedback.answer', { ...byName, shownAs: ' ' })).toContain(
      refusals.name_missing({}),
    );
    await given.done(given.person, 'feedback.answer', { ...byName, shownAs: 'K. S.' });
    const rows = await given.database.feedback.findMany({ where: { sessionId: session.id } });
    expect(rows).toMatchObject([{ personId: given.person.id, rating: 2, permission: 'name', shownAs: 'K. S.' }]);
  });

  it('is not stored with the request by which its form is opened again', async () => {
    given.services.clock.set(over);
    await given.done(given.person, 'feedback.answer', given.about(said));
    const { reply } = await given.ask(given.person, 'feedback.answer', given.about(), { answeredLater: true });
    expect(JSON.stringify(reply)).toContain(said.comment);
    const where = { personId: given.person.id, action: 'feedback.answer' };
    const stored = (await given.database.request.findMany({ where })).map((row) => row.reply);
    expect(stored.length).toBeGreaterThan(1);
    expect(JSON.stringify(stored)).not.toContain(said.comment);
  });
});

describe('the results', () => {
  it('tell the secretariat who said what and who has not answered, and no average of few', async () => {
    given.services.clock.set(over);
    await given.done(given.person, 'feedback.answer', given.about(said));
    const words = await given.done(secretary, 'feedback.results', given.about());
    expect(words).toContain(said.comment);
    expect(words).toContain(given.person.nameEn);
    expect(words).toContain(given.colleague.nameEn);
    expect(words).not.toContain(absent.nameEn);
    expect(words).toContain(texts.tooFew(4));
  });

  it('tell an adviser no comment and no name, and few answers not even by their ratings', async () => {
    const adviser = await given.member({ role: 'adviser', language: 'en' });
    given.services.clock.set(over);
    await given.done(given.person, 'feedback.answer', given.about(said));
    const few = await given.done(adviser, 'feedback.results', given.about());
    expect(few).not.toContain(texts.ratings[4]);
    for (const _ of [1, 2, 3]) {
      const one = await given.member({ company: given.company });
      await record(one);
      await given.done(one, 'feedback.answer', given.about({ ...said, rating: '5' }));
    }
    const words = await given.done(adviser, 'feedback.results', given.about());
    expect(words).toContain('4.8');
    expect(words).toContain(texts.rated(texts.ratings[5], 3));
    for (const secret of [said.comment, given.person.nameEn, given.colleague.nameEn])
      expect(words).not.toContain(secret);
  });

  it('are refused to participants', async () => {
    await given.refused(given.person, 'feedback.results', given.about());
  });
});

describe('the reminder of the secretariat', () => {
  it('goes to those who have not answered, once a day', async () => {
    await sentBy(over);
    await given.done(given.person, 'feedback.answer', given.about(said));
    await given.done(secretary, 'feedback.remind', given.about({ agreed: true }));
    expect(await given.refused(secretary, 'feedback.remind', given.about({ agreed: true }))).toContain(
      refusals.reminded_today({}),
    );
    const told = await given.sendAllDue();
    expect(told.map(({ kind }) => kind)).toEqual(['feedback.asked-again']);
    expect(notificationsTo(told, given.colleague)).toHaveLength(1);
    await given.done(given.colleague, 'feedback.answer', given.about(said));
    expect(await given.refused(secretary, 'feedback.remind', given.about({ agreed: true }))).toContain(
      refusals.all_answered({}),
    );
  });
});
