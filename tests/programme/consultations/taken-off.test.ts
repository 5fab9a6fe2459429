/** An adviser who was taken off a company, or has left, hears and sees no more of its consultation; the one who stays does. */
import { expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { bookConsultation } from '../../../programme/consultations/bookings/book-consultation.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, notificationsTo, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const DAY = 86_400_000;
const fixture = programmeFixture();

/** An hour in twenty days, booked with this adviser, who looks after the company. */
async function bookedWith(adviser: BuiltPerson) {
  const { services, programme, company, person, database } = fixture;
  const now = services.clock.now();
  await database.assignment.create({
    data: { programmeId: programme.id, companyId: company.id, adviserId: adviser.id, since: now },
  });
  const startsAt = new Date(now.getTime() + 20 * DAY);
  const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt });
  const by: ActingMember = {
    ...{ personId: person.id, programmeId: programme.id, companyId: company.id },
    ...{ role: 'participant', level: null },
  };
  const booked = await inTransaction(database, (transaction) =>
    bookConsultation(transaction, {
      ...{ slotId: slot.id, companyId: company.id, mode: 'online', topics: '苦情処理', questions: '' },
      ...{ attendeeIds: [person.id], fileIds: [], by, now },
    }),
  );
  if (isRefusal(booked)) throw new Error(booked.refused);
  return slot;
}

/** The kinds of all that reaches the adviser from now until the record is missing. */
async function heardBy(adviser: BuiltPerson, slot: { readonly startsAt: Date; readonly endsAt: Date }) {
  const heard: string[] = [];
  const { clock } = fixture.services;
  for (const at of [clock.now(), new Date(slot.startsAt.getTime() - 60_000), new Date(slot.endsAt.getTime() + DAY)]) {
    clock.set(at);
    heard.push(...notificationsTo(await fixture.sendAllDue(), adviser).map(({ kind }) => kind));
  }
  return heard.filter((kind) => kind.startsWith('consultation.'));
}

const kinds = ['consultation.booked', 'consultation.brief', 'consultation.record-missing'];

it('tells and shows all of it to an adviser who stays', async () => {
  const adviser = await fixture.member({ role: 'adviser' });
  const slot = await bookedWith(adviser);
  const agenda = wordsOf(await fixture.ask(adviser, 'consultation.agenda', {}));
  expect(agenda).toMatch(new RegExp(`${fixture.company.nameEn}|${fixture.company.nameJa}`));
  expect(await heardBy(adviser, slot)).toEqual(kinds);
});

it('tells and shows nothing of it once the assignment has ended', async () => {
  const adviser = await fixture.member({ role: 'adviser' });
  const slot = await bookedWith(adviser);
  await fixture.database.assignment.updateMany({
    where: { adviserId: adviser.id },
    data: { endedAt: fixture.services.clock.now() },
  });
  const agenda = wordsOf(await fixture.ask(adviser, 'consultation.agenda', {}));
  expect(agenda).not.toMatch(new RegExp(`${fixture.company.nameEn}|${fixture.company.nameJa}`));
  expect(await heardBy(adviser, slot)).toEqual([]);
});

it('tells nothing of it to an adviser who has left the programme', async () => {
  const adviser = await fixture.member({ role: 'adviser' });
  const slot = await bookedWith(adviser);
  await fixture.database.membership.updateMany({
    where: { personId: adviser.id },
    data: { endedAt: fixture.services.clock.now() },
  });
  expect(await heardBy(adviser, slot)).toEqual([]);
});
