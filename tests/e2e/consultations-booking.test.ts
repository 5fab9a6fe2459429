/** A company finds an hour, books, moves and cancels it and waits for one, on either platform, in either language; its adviser hears of each. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Booking, ConsultationSlot } from '../../prisma/client.js';
import { inTransaction } from '../../prisma/client.js';
import { cancelConsultation } from '../../programme/consultations/bookings/cancel-consultation.js';
import { adviserName, hourIn } from '../../programme/consultations/hour-words.js';
import { formatDeadline, localOf } from '../../programme/messages/dates.js';
import { buildBooking, buildSlot } from '../support/consultations.js';
import { buildPerson } from '../support/factories.js';
import { type ConsultingPerson, consultingPerson } from './consulting-person.js';
import { openPlatforms, type Platforms } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'ken', 'tom', 'haruka', 'aki'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  { platform: 'slack', booker: 'hana', colleague: 'ken', company: 'AOI', rival: 'MDR' },
  { platform: 'teams', booker: 'tom', colleague: 'haruka', company: 'MDR', rival: 'AOI' },
] as const)('on $platform', ({ platform, booker, colleague, company, rival }) => {
  let person: ConsultingPerson;
  let adviser: ConsultingPerson;
  let slots: Readonly<Record<'morning' | 'afternoon' | 'next' | 'nextAfternoon' | 'later', ConsultationSlot>>;

  const at = (day: number, time: string) => new Date(`2024-11-0${day}T${time}:00+09:00`);
  const offered = async (startsAt: Date, adviserId = platforms.people.aki.id) =>
    await buildSlot(platforms.services, {
      ...{ programme: platforms.programme, adviserId, startsAt, link: 'https://meet.example/1' },
    });
  const hourOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>, language = person.language) =>
    hourIn(language, { startsAt, endsAt, timeZone: platforms.programme.timeZone });
  const aki = () => adviserName(person.language, person.nameOf('aki'));
  const booked = async () =>
    await platforms.database.booking.findFirstOrThrow({
      where: { companyId: platforms.companies[company].id },
      orderBy: { createdAt: 'desc' },
      include: { attendees: true },
    });
  const stored = async (slot: ConsultationSlot) =>
    await platforms.database.consultationSlot.findUniqueOrThrow({ where: { id: slot.id } });
  const companyName = () => platforms.companies[company].nameEn;

  beforeAll(async () => {
    person = consultingPerson(platforms, platform, booker);
    adviser = consultingPerson(platforms, platform, 'aki');
    await adviser.isSeenHere();
    slots = {
      morning: await offered(at(5, '10:00')),
      afternoon: await offered(at(5, '14:00')),
      next: await offered(at(6, '10:00')),
      nextAfternoon: await offered(at(6, '15:00')),
      later: await offered(at(8, '14:00')),
    };
  });
  afterAll(async () => {
    await platforms.database.consultationSlot.updateMany({ where: { state: 'open' }, data: { state: 'withdrawn' } });
    await platforms.database.booking.updateMany({ where: { state: 'booked' }, data: { state: 'cancelled' } });
  });

  afterEach(() => person.shuts());

  it('finds the afternoons of the next two weeks with two presses', async () => {
    const { find } = person.texts.consultations.companies;
    await person.says('consult', find.summary(5));
    await person.presses(find.weeks.two);
    await person.presses(find.parts.afternoon);
    await person.reads(find.summary(3));
    await person.reads(find.filtered([find.weeks.two, find.parts.afternoon]));
    await person.reads(aki());
  });

  it('has the hour held by the open form, which says until when, and released by the closed one', async () => {
    const { find, book } = person.texts.consultations.companies;
    await person.presses(find.book);
    await expect.poll(async () => (await stored(slots.afternoon)).heldUntil).not.toBeNull();
    const { heldById, heldUntil } = await stored(slots.afternoon);
    expect(heldById).toBe(platforms.people[booker].id);
    const until = localOf(heldUntil ?? new Date(0), 'Asia/Tokyo').time;
    expect((await person.dialog(book.heldUntil(until))).text).toContain(hourOf(slots.afternoon));
    await person.closes();
    await expect.poll(async () => (await stored(slots.afternoon)).heldUntil).toBeNull();
  });

  it('is told in the form that the hour was lost, with the next three, and books one of them', async () => {
    const { find, book } = person.texts.consultations.companies;
    await person.pressesAt(find.book, hourOf(slots.afternoon));
    await person.dialog(hourOf(slots.afternoon));
    const { database } = platforms;
    await database.consultationSlot.update({
      where: { id: slots.afternoon.id },
      data: { heldById: null, heldCompanyId: null, heldUntil: null },
    });
    const other = platforms.people[booker === 'hana' ? 'tom' : 'hana'];
    await buildBooking(platforms.services, {
      ...{ company: platforms.companies[rival], slot: slots.afternoon, attendeeIds: [other.id] },
    });
    await person.fills(book.mode, person.texts.consultations.bookings.modes.online);
    await person.fills(book.topics, '人権方針 & policy');
    await person.fills(book.attendees, [person.nameOf(booker), person.nameOf(colleague)]);
    await person.submits();
    await person.dialog(person.texts.refusals.slot_taken({ ...slots.afternoon, timeZone: 'Asia/Tokyo' }));
    const { fields } = await person.dialog(hourOf(slots.next));
    const instead = fields.find(({ label }) => label.startsWith(book.slot))?.options ?? [];
    expect(instead).toEqual([slots.morning, slots.next, slots.nextAfternoon].map((slot) => `${hourOf(slot)} ${aki()}`));
    await person.fills(book.slot, hourOf(slots.next));
    await person.submits();
    await person.reads(book.done({ company: null, adviser: aki(), hour: hourOf(slots.next) }));
    await person.shuts();
    const made = await booked();
    expect(made).toMatchObject({ slotId: slots.next.id, state: 'booked', topics: '人権方針 & policy' });
    expect(made.attendees).toHaveLength(2);
  });

  it('is brought to the adviser at once, and to who will come, each with an invitation', async () => {
    const told = await adviser.hears(
      adviser.texts.consultations.bookings.notices.booked(companyName(), hourOf(slots.next, 'en')),
    );
    expect(told.text).toContain('人権方針 & policy');
    expect(told.text).toContain(adviser.texts.calendar.first);
    const attends = consultingPerson(platforms, platform, colleague);
    const { notices } = attends.texts.consultations.bookings;
    const by = attends.nameOf(booker);
    const heard = await attends.hears(
      notices.bookedForYou(
        by,
        adviserName(attends.language, attends.nameOf('aki')),
        hourOf(slots.next, attends.language),
      ),
    );
    expect(heard.text).toContain(attends.texts.calendar.first);
  });

  it('moves it to another hour of the adviser, and to somebody else’s', async () => {
    const { mine, move, book } = person.texts.consultations.companies;
    const mori = await buildPerson(platforms.services, {
      ...{ programme: platforms.programme, role: 'adviser', nameJa: '森山', nameEn: `Mori ${platform}` },
    });
    const theirs = await offered(at(7, '11:00'), mori.id);
    const moveTo = async (to: 'same' | 'everyone', slot: ConsultationSlot): Promise<void> => {
      await person.says('consultations', mine.heading);
      await person.presses(mine.move);
      await person.dialog(move.to);
      await person.fills(move.to, move.tos[to]);
      await person.submits();
      await person.dialog(book.slot);
      await person.fills(book.slot, hourOf(slot));
      await person.submits();
      await expect.poll(async () => (await booked()).slotId).toBe(slot.id);
      await person.shuts();
    };
    await moveTo('same', slots.later);
    await person.reads(move.done({ was: hourOf(slots.next), adviser: aki(), hour: hourOf(slots.later) }));
    const { notices } = adviser.texts.consultations.bookings;
    await adviser.hears(notices.moved(companyName(), hourOf(slots.next, 'en'), hourOf(slots.later, 'en')));
    await moveTo('everyone', theirs);
    await adviser.hears(notices.takenOver(companyName(), mori.nameEn, hourOf(theirs, 'en')));
    await moveTo('everyone', slots.nextAfternoon);
    await adviser.hears(notices.booked(companyName(), hourOf(slots.nextAfternoon, 'en')));
  });

  it('asks for a time of its own, which the adviser declines and accepts in chat', async () => {
    const { mine, move, propose } = person.texts.consultations.companies;
    const { handovers } = adviser.texts.consultations;
    const asked = { startsAt: at(7, '16:00'), endsAt: at(7, '17:00') };
    const ask = async () => {
      await person.says('consultations', mine.heading);
      await person.presses(mine.move);
      await person.dialog(move.to);
      await person.fills(move.to, move.tos.own);
      await person.submits();
      await person.dialog(propose.date);
      await person.fills(propose.date, '2024-11-07');
      await person.fills(propose.time, '16:00');
      await person.submits();
      await person.reads(propose.done({ adviser: aki(), hour: hourOf(asked) }));
      await person.shuts();
      const by = adviser.nameOf(booker);
      return await adviser.hears(handovers.notices.asksTime({ by, company: companyName(), hour: hourOf(asked, 'en') }));
    };
    const answer = async (label: string) => {
      const shown = await ask();
      await adviser.presses(label, shown);
      if (adviser.client().dialog !== undefined) await adviser.submits();
      await adviser.shuts();
    };
    const replied = {
      adviser: aki(),
      company: person.language === 'ja' ? platforms.companies[company].nameJa : companyName(),
      hour: hourOf(asked),
    };
    const { notices } = person.texts.consultations.handovers;
    await answer(handovers.decline);
    await person.hears(notices.declined(replied));
    expect((await booked()).startsAt).toEqual(slots.nextAfternoon.startsAt);
    await answer(handovers.accept);
    await person.hears(
      person.texts.consultations.bookings.notices.moved(replied.company, hourOf(slots.nextAfternoon), hourOf(asked)),
    );
    expect(await booked()).toMatchObject({ startsAt: asked.startsAt, state: 'booked' });
  });

  it('cancels it in time, and cannot once it begins soon', async () => {
    const { mine, cancel } = person.texts.consultations.companies;
    const before = await booked();
    await person.says('consultations', mine.heading);
    await person.presses(mine.cancel);
    await person.dialog(cancel.givesBack(2));
    await person.submits();
    await person.reads(cancel.done({ company: null, adviser: aki(), hour: hourOf(before) }, 2));
    await person.shuts();
    expect((await booked()).state).toBe('cancelled');
    const { notices } = adviser.texts.consultations.bookings;
    await adviser.hears(notices.cancelled(companyName(), hourOf(before, 'en')));

    const soon = await offered(new Date('2024-10-29T15:00:00+09:00'));
    await buildBooking(platforms.services, {
      ...{ company: platforms.companies[company], slot: soon, attendeeIds: [platforms.people[booker].id] },
    });
    const contact = { ja: platforms.programme.contact, en: platforms.programme.contactEn };
    await person.says('cancel-consultation', person.texts.refusals.too_late({ hours: 48, contact }));
    expect((await booked()).state).toBe('booked');
  });

  it('waits for an hour and is told first when one frees', async () => {
    const { watches, companies } = person.texts.consultations;
    await person.says('consult', person.texts.actions['consultation.find'].title);
    await person.presses(companies.find.weeks.two);
    await person.presses(watches.watch);
    await person.dialog(watches.until);
    await person.fills(watches.until, '2024-11-08');
    await person.submits();
    await person.shuts();
    await expect
      .poll(async () => await platforms.database.watch.count({ where: { personId: platforms.people[booker].id } }))
      .toBe(1);
    const theirs = await platforms.database.booking.findFirstOrThrow({
      where: { slotId: slots.afternoon.id, state: 'booked' },
    });
    const other = platforms.people[booker === 'hana' ? 'tom' : 'hana'];
    const by = {
      ...{ personId: other.id, programmeId: platforms.programme.id, level: null },
      ...{ role: 'participant' as const, companyId: platforms.companies[rival].id },
    };
    const now = platforms.services.clock.now();
    await inTransaction(platforms.database, (transaction) =>
      cancelConsultation(transaction, { bookingId: theirs.id, reason: '', by, now }),
    );
    const freed = { adviser: aki(), hour: hourOf(slots.afternoon) };
    const told = await person.hears(watches.freed(freed));
    const { endsAt } = await platforms.database.watchTurn.findFirstOrThrow({ where: { slotId: slots.afternoon.id } });
    const reader = { language: person.language, timeZone: 'Asia/Tokyo' };
    expect(told.text).toContain(watches.yours(formatDeadline(reader, endsAt, 'Asia/Tokyo')));
    expect(told.buttons).toContain(watches.book);
  });
});
