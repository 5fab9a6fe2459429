/** Calls every function of the texts of consultations, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';
import { inBoth } from '../../../programme/messages/bilingual.js';

const hour = {
  startsAt: new Date('2025-02-04T13:00:00+09:00'),
  endsAt: new Date('2025-02-04T14:00:00+09:00'),
  timeZone: 'Asia/Tokyo',
};

/** With digits for names, so that what is left is the language's own. */
export function callConsultations(texts: Texts['consultations']): void {
  const { bookings, briefs, handovers, hours, invitations, records } = texts;
  callBookings(bookings);
  callWatches(texts.watches);
  callCompanies(texts.companies);
  callHours(hours);
  callHandovers(handovers);
  briefs.title('1', '2');
  briefs.last('1');
  for (const done of [true, false]) {
    briefs.nextAction({ text: '1', owner: '2', dueOn: '2025-02-28', done });
    briefs.nextAction({ text: '1', owner: '', dueOn: null, done });
  }
  invitations.title('1');
  invitations.between('1', '2');
  invitations.ready('1');
  invitations.gone('1');
  callRecords(records);
  callOversight(texts);
}

function callOversight({ entitlement, overview, file }: Texts['consultations']): void {
  for (const count of [0, 1, 2]) {
    const change = { company: '1', was: count, becomes: count + 1, left: count };
    entitlement.does(change);
    entitlement.done(change);
    entitlement.willBeTold(count);
    entitlement.left(count);
    entitlement.notices.granted(count, count);
    const months = [
      { month: 2, year: null, hours: count },
      { month: 3, year: 2026, hours: 2 },
    ];
    for (const free of [
      { months: [], later: 0 },
      { months, later: count },
    ]) {
      overview.capacity({ companies: count, needed: count, free });
    }
    const { short, notBooked, company, missing, companies, advisers, apart, coming } = overview;
    for (const say of [short, notBooked, company, missing, companies, advisers, apart, coming]) say(count);
    overview.comingOf('1', count);
    overview.companyHours({ granted: count, booked: count, used: count, left: count });
  }
  for (const by of [null, '1']) {
    const entry = { kind: 'granted' as const, hours: 1, by, at: '2', booking: by, reason: '', sum: 1 };
    entitlement.entry(entry);
    entitlement.entryLines({ ...entry, reason: '3' });
  }
  entitlement.because('1');
  entitlement.ledgerOf('1');
  overview.adviser({ held: 1, booked: 1, free: 1 });
  overview.title('1', '2');
  file.ready(1);
  file.ready(2);
  file.fileName('1');
  file.columns.starts('1');
  file.columns.ends('1');
}

function callWatches(watches: Texts['consultations']['watches']): void {
  for (const adviser of [null, '1']) {
    for (const say of [watches.waiting, watches.does, watches.done, watches.stops]) say({ adviser, day: '2' });
  }
  watches.freed({ adviser: '1', hour: '2' });
  watches.yours('1');
}

function callCompanies(companies: Texts['consultations']['companies']): void {
  const { find, book, mine, move, cancel, propose, home, files } = companies;
  files.does({ adviser: '1', hour: '2' }, ['3', '4']);
  files.done({ adviser: '1', hour: '2' }, ['3', '4']);
  find.summary(1);
  find.forMoving('1', '2');
  for (const say of [find.nextSteps, find.noSuchAdviser, find.whichAdviser, find.languages, find.how, find.only])
    say('1');
  find.filtered(['1', '2']);
  find.onwards('1');
  book.heldUntil('14:05');
  const told = { adviser: '1', hour: '2' };
  for (const company of [null, '3']) {
    for (const left of [0, 1]) {
      book.does({ company, ...told }, left);
      cancel.done({ company, ...told }, left);
    }
    book.done({ company, ...told });
    cancel.does({ company, ...told });
  }
  for (const left of [0, 1, 2]) {
    mine.account({ granted: left, booked: 0, used: 0, left });
    cancel.givesBack(left);
    home.left(left);
  }
  for (const say of [mine.title, move.now, propose.does, propose.done, home.next]) say(told);
  for (const say of [mine.recorded, mine.asked]) say('1');
  mine.late(48, '1');
  for (const say of [move.does, move.done]) say({ was: '3', ...told });
  home.nextOf('1', '2');
}

function callHours(hours: Texts['consultations']['hours']): void {
  hours.hints.firstDay('1');
  hours.hints.length(60);
  for (const one of [1, 2]) {
    for (const say of [hours.offers, hours.offered]) say({ hours: one, days: one });
    for (const say of [hours.offersFor, hours.offeredFor]) say('3', { hours: one, days: one });
    hours.moreDays(one);
    hours.withdrawn(one);
    hours.withdraws(['3'], one - 1);
  }
  for (const why of ['holiday', 'closure', 'past', 'clock', 'booked', 'offered'] as const) {
    for (const isOwn of [true, false]) {
      hours.leftOut({ date: '2024-11-05', time: '10:00', name: null, timeZone: 'Asia/Tokyo', isOwn }, why);
    }
  }
  hours.more(1);
  hours.agenda.summary(1, 2);
  hours.agenda.slot('1', '');
  hours.agenda.slot('1', '2');
}

function callHandovers({ away, labels, notices, ...handovers }: Texts['consultations']['handovers']): void {
  const asked = { by: '1', company: '2', hour: '3' };
  const replied = { adviser: '1', company: '2', hour: '3' };
  labels.line('1', '2');
  handovers.load('1', 2);
  handovers.asks('1', '2');
  handovers.asked('1');
  handovers.assigns('1', '2');
  handovers.assigned('1', '2', '3');
  for (const say of [handovers.accepts, handovers.declines, notices.asksTakeOver, notices.asksTime]) say(asked);
  for (const say of [handovers.accepted, handovers.declined, notices.withdrawn]) say('1', '2');
  for (const say of [notices.accepted, notices.declined]) say(replied);
  away.toSlot('1');
  away.toAdviser('1', 2);
  for (const count of [1, 2]) {
    away.introduction('3', count);
    away.previewed(count);
    away.done(count);
  }
  away.freeOnly('1', 2);
  for (const say of [away.frees, away.doneFree]) say(1);
  for (const count of [1, 2]) away.more(count, 12);
  away.whichAdviser('1');
  notices.reason('1');
  for (const say of [notices.away, notices.given, notices.moved, notices.passed, notices.ofCompany]) say('1', '2');
  for (const say of [notices.cancelled, notices.own]) say('1');
}

function callBookings({ notices }: Texts['consultations']['bookings']): void {
  notices.booked('1', '2');
  notices.bookedForYou('1', '2', '3');
  notices.moved('1', '2', '3');
  notices.takenOver('1', '2', '3');
  notices.cancelled('1', '2');
  notices.files('1', '2');
  notices.reason('1');
}

function callRecords(records: Texts['consultations']['records']): void {
  records.minutesOf(60);
  records.adviceIs('1');
  records.actionsAre(['1', '2']);
  records.done('1');
  records.until('1');
  records.response({ by: '1', confirmed: true, comment: '2' });
  records.companySees('1');
  records.saved('1', '2');
  const about = { company: '1', person: '2', hour: '3' };
  records.notices.missing('1', '2');
  records.notices.recorded('1');
  records.notices.corrected('1');
  records.notices.confirmed(about);
  records.notices.commented(about);
}

/** One example of every refusal. */
export const consultationRefusals = {
  slot_past: hour,
  slot_taken: hour,
  slot_turn: { ...hour, until: hour.endsAt },
  day_full: hour,
  company_busy: hour,
  too_late: { hours: 48, contact: inBoth('1', '1') },
  booking_mode: {},
  not_entitled: { contact: inBoth('1', '1') },
  no_attendee: {},
  already_cancelled: hour,
  already_over: hour,
  guest_has_no_hours: {},
  hours_wrong: {},
  hours_in_use: { company: { ja: '1', en: '1' }, left: 1 },
  booking_changed: {},
  files_full: { most: 20 },
  none_free: { contact: inBoth('1', '1') },
  no_booking: {},
  no_booking_yet: {},
  reason_needed: {},
  already_asked: {},
  adviser_engaged: hour,
  clock_changes: {},
  beyond_midnight: {},
  same_hour: {},
  same_time: {},
  on_holiday: { ...hour, name: inBoth('1', '1') },
  on_closure: { ...hour, name: inBoth('1', '1') },
  watch_ended: {},
  no_watch: {},
  record_early: hour,
  record_cancelled: hour,
  recorded_meanwhile: {},
  hour_gone: {},
  minutes_wrong: {},
  no_minutes: {},
  no_advice: {},
  no_comment: {},
  unread_line: { line: 1, text: '2', why: 'no_date' },
  nothing_to_record: {},
  nothing_open: {},
  already_done: {},
  action_dropped: {},
  record_superseded: {},
} as const;
