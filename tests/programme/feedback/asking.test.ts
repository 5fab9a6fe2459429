/** Nobody is asked for feedback or reminded twice, nor who has left the programme, and a change concerns those alone whom it is about. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { type BuiltPerson, notificationsTo, type SentNotification } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { refusals } = textsFor('en');

let secretary: BuiltPerson;

const over = '2024-11-07T17:00:00+09:00';
const friday = '2024-11-08T11:00:00+09:00';
/** When the reminder goes by itself. */
const monday = '2024-11-11T09:00:00+09:00';

/** The session is on Thursday, 7 November 2024, 15:30 to 17:00. */
beforeEach(async () => {
  secretary = await given.member({ role: 'secretariat', language: 'en' });
  given.services.clock.set('2024-11-07T16:00:00+09:00');
  await record(given.person, given.colleague);
});

async function record(...people: readonly BuiltPerson[]): Promise<void> {
  await given.done(secretary, 'session.record', given.about({ people: people.map(({ id }) => id), came: 'onsite' }));
}

async function sentBy(instant: string): Promise<readonly SentNotification[]> {
  given.services.clock.set(instant);
  return (await given.sendAllDue()).filter(({ kind }) => kind.startsWith('feedback.'));
}

const kindsTo = (sent: readonly SentNotification[], person: BuiltPerson) =>
  notificationsTo(sent, person).map(({ kind }) => kind);

const agreed = () => given.about({ agreed: true });

describe('a reminder', () => {
  it('by the secretariat takes the place of the one that goes by itself', async () => {
    await sentBy(over);
    given.services.clock.set(friday);
    await given.done(secretary, 'feedback.remind', agreed());
    expect(kindsTo(await sentBy(friday), given.person)).toEqual(['feedback.asked-again']);
    expect(await sentBy(monday)).toEqual([]);
    // A correction of who came plans what is to be sent anew.
    const absent = await given.member({ company: given.company });
    await record(absent);
    await given.done(secretary, 'session.record', given.about({ people: [given.person.id], came: 'online' }));
    expect(kindsTo(await sentBy('2024-11-20T09:00:00+09:00'), given.person)).toEqual([]);
  });

  it('by the secretariat does not follow on the day of one that went by itself, or of the form that is about to go', async () => {
    given.services.clock.set(over);
    expect(await given.refused(secretary, 'feedback.remind', agreed())).toContain(refusals.reminded_today({}));
    await sentBy(over);
    await sentBy(monday);
    given.services.clock.set('2024-11-11T15:00:00+09:00');
    expect(await given.refused(secretary, 'feedback.remind', agreed())).toContain(refusals.reminded_today({}));
    given.services.clock.set('2024-11-12T10:00:00+09:00');
    await given.done(secretary, 'feedback.remind', agreed());
    expect(await sentBy('2024-11-12T10:00:00+09:00')).toHaveLength(2);
  });

  it('does not follow the form to the second of two records of one person, who is asked once', async () => {
    const duplicate = await given.member({ company: given.company });
    await record(duplicate);
    await sentBy(over);
    given.services.clock.set(friday);
    const into = await given.member({ company: given.company });
    await given.done(secretary, 'member.merge', { formerPerson: duplicate.id, person: into.id, agreed: true });
    expect(kindsTo(await sentBy(friday), into)).toEqual([]);
    expect(kindsTo(await sentBy(monday), into)).toEqual(['feedback.reminder']);
  });
});

describe('who has left the programme', () => {
  const leave = async () => await given.done(secretary, 'member.end', { person: given.person.id, agreed: true });

  it('is not asked', async () => {
    await leave();
    const asked = await sentBy(over);
    expect(kindsTo(asked, given.person)).toEqual([]);
    expect(kindsTo(asked, given.colleague)).toEqual(['feedback.asked']);
  });

  it('is not reminded, neither by itself nor by the secretariat, and is not listed as somebody who has not answered', async () => {
    await sentBy(over);
    await leave();
    const results = await given.done(secretary, 'feedback.results', given.about());
    expect(results).not.toContain(given.person.nameEn);
    expect(results).toContain(given.colleague.nameEn);
    given.services.clock.set(friday);
    await given.done(secretary, 'feedback.remind', agreed());
    expect(await sentBy(friday)).toHaveLength(1);
    expect(kindsTo(await sentBy(monday), given.person)).toEqual([]);
  });

  it('is told nothing that was planned before an import ended the membership', async () => {
    const { id: personId } = given.person;
    await given.database.membership.updateMany({ where: { personId }, data: { endedAt: given.services.clock.now() } });
    expect(kindsTo(await sentBy(over), given.person)).toEqual([]);
  });
});

it('plans anew only for those of whom something was recorded', async () => {
  const { id: personId } = given.person;
  const where = { personId, kind: 'feedback.asked' };
  // As a pause would have it; planned anew it would go at the end again.
  const dueAt = new Date(friday);
  await given.database.notification.updateMany({ where, data: { dueAt } });
  await record(await given.member({ company: given.company }));
  expect(await given.database.notification.findMany({ where, select: { dueAt: true } })).toEqual([{ dueAt }]);
  await given.done(secretary, 'session.record', given.about({ people: [personId], came: 'online' }));
  const [row] = await given.database.notification.findMany({ where, select: { dueAt: true } });
  expect(row?.dueAt).toEqual(new Date(over));
});
