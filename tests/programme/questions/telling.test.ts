/** When those who are asked hear of it, and the day by which an answer is said to be likely. */
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { OfficeCalendar } from '../../../programme/calendar/business-days.js';
import { inBoth } from '../../../programme/messages/bilingual.js';
import { likelyDay, medianDays } from '../../../programme/questions/usual-time.js';
import { notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildQuestion } from '../../support/questions.js';

const fixture = programmeFixture();
const { questions } = textsFor('en');

async function asked(question: string): Promise<string> {
  await fixture.done(fixture.person, 'question.ask', { to: 'secretariat', question });
  const { questionId } = await fixture.database.questionText.findFirstOrThrow({
    where: { askerId: fixture.person.id, text: question },
  });
  return questionId;
}

const heard = async () => notificationsTo(await fixture.sendAllDue(), fixture.secretary).map(({ words }) => words);

describe('who is asked', () => {
  it('hears at once of a question after one that was withdrawn before it was told', async () => {
    const first = await asked('A first one?');
    await fixture.done(fixture.person, 'question.withdraw', { ownQuestion: first, agreed: true });
    expect(await heard()).toEqual([]);
    await asked('A second one?');
    expect(await heard()).toEqual([expect.stringContaining('A second one?')]);
    // That one was heard: the next one is of tomorrow.
    await asked('A third one?');
    expect(await heard()).toEqual([]);
  });
});

const calendar: OfficeCalendar = {
  ...{ timeZone: 'Asia/Tokyo', opensAt: 540, closesAt: 1080 },
  closures: [{ firstDay: '2024-10-14', lastDay: '2024-10-15', name: inBoth('休', 'closed') }],
};
const tokyo = (text: string) => new Date(`${text}:00+09:00`);

describe('a likely day', () => {
  // 2024-10-11 is a Friday, and 2024-10-16 the working day that follows.
  it.each([
    ['2024-10-11T10:00', '2024-10-11T12:00', 0, '2024-10-11'],
    ['2024-10-12T10:00', '2024-10-12T12:00', 0, '2024-10-16'],
    ['2024-10-14T10:00', '2024-10-14T12:00', 0, '2024-10-16'],
    ['2024-10-12T10:00', '2024-10-12T12:00', 1, '2024-10-16'],
    ['2024-10-11T10:00', '2024-10-16T23:59', 1, '2024-10-16'],
    ['2024-10-11T10:00', '2024-10-17T00:01', 1, null],
    ['2024-10-11T10:00', '2024-10-12T10:00', 0, null],
    ['2024-10-11T10:00', '2024-10-11T12:00', null, null],
  ])('of what was asked at %s is at %s, by %s days, %s', (askedAt, now, days, likely) => {
    expect(likelyDay({ askedAt: tokyo(askedAt), now: tokyo(now) }, days, calendar)).toBe(likely);
  });

  it('is said of the same day on working days alone, and to nobody once it is over', async () => {
    const { services, programme, company, person, secretary } = fixture;
    for (const hour of [10, 11, 12]) {
      const at = tokyo(`2024-09-02T${hour}:00`);
      const about = { programme, company, personId: person.id, answer: 'x', askedAt: at, answeredAt: at };
      await buildQuestion(services, { ...about, answeredById: secretary.id });
    }
    services.clock.set('2024-10-04T10:00:00+09:00');
    const friday = await fixture.done(person, 'question.ask', { to: 'secretariat', question: 'On Friday?' });
    expect(friday).toContain(questions.usually(0));
    services.clock.set('2024-10-05T10:00:00+09:00');
    const saturday = await fixture.done(person, 'question.ask', { to: 'secretariat', question: 'On Saturday?' });
    expect(saturday).toContain(questions.usually(1));
    const own = await fixture.done(person, 'question.mine');
    const inbox = await fixture.done(secretary, 'question.inbox');
    for (const words of [own, inbox]) {
      expect(words).toContain('likely by Mon, 7 Oct 2024');
      expect(words).not.toContain('likely by Fri, 4 Oct 2024');
    }
  });

  it('is the median of the past answers, and not said below three', async () => {
    expect(medianDays([1, 5])).toBeNull();
    expect(medianDays([9, 1, 2])).toBe(2);
    expect(medianDays([0, 1, 2, 30])).toBe(2);
    const { services, programme, company, person, secretary } = fixture;
    const answered = async (days: number) => {
      const askedAt = new Date('2024-09-02T10:00:00+09:00');
      const answeredAt = new Date(askedAt.getTime() + days * 86_400_000);
      const about = { programme, company, personId: person.id, answer: 'x', askedAt, answeredAt };
      await buildQuestion(services, { ...about, answeredById: secretary.id });
    };
    await answered(1);
    await answered(2);
    const colleague = await fixture.member();
    const before = await fixture.done(colleague, 'question.ask', { to: 'secretariat', question: 'Who approves it?' });
    expect(before).not.toContain('usually');
    await answered(3);
    const after = await fixture.done(colleague, 'question.ask', { to: 'secretariat', question: 'And who signs it?' });
    expect(after).toContain(questions.usually(2));
    // Asked on Tuesday, 1 October 2024.
    expect(await fixture.done(secretary, 'question.inbox')).toContain('3 Oct 2024');
  });
});
