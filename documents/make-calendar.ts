/** Makes an iCalendar file: one event for one attendee, as an invitation or as its withdrawal (RFC 5545, RFC 5546). */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** Somebody as a calendar names them. */
export interface CalendarParty {
  readonly name: string;
  /** An e-mail address. */
  readonly address: string;
}

export interface CalendarInvitationFile {
  /** `cancel` takes the event out of a calendar that a `request` put it into. */
  readonly method: 'request' | 'cancel';
  /** The same for all files about one event. */
  readonly uid: string;
  /** Higher than in the file before, where anything has changed. */
  readonly sequence: number;
  /** When this file was made. */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  /** May be empty, as the following ones. */
  readonly place: string;
  readonly description: string;
  readonly link: string;
  /** Must stay the same for one event: calendars take another one's event for a further one. */
  readonly organiser: CalendarParty;
  readonly attendee: CalendarParty;
}

/** What a file of this method is served as. */
export function calendarType(method: CalendarInvitationFile['method']): string {
  return `text/calendar; charset=utf-8; method=${methods[method].method}`;
}

const methods = {
  request: { method: ICalCalendarMethod.REQUEST, status: ICalEventStatus.CONFIRMED },
  cancel: { method: ICalCalendarMethod.CANCEL, status: ICalEventStatus.CANCELLED },
} as const;

/** Times are written in UTC, which every calendar shows in its own zone; lines have at most 75 octets, folded between characters. */
export function makeCalendar(file: CalendarInvitationFile): Uint8Array {
  const { method, status } = methods[file.method];
  const { uid, sequence, stamp, startsAt, endsAt, place, description, link, organiser, attendee } = file;
  const calendar = ical({
    // As an object: the library doubles the beginning of a text.
    prodId: { company: 'SPP', product: 'assistant', language: 'EN' },
    method,
  });
  const event = calendar.createEvent({
    ...{ id: uid, sequence, stamp, start: startsAt, end: endsAt, status },
    timezone: 'UTC',
    summary: textOf(file.title),
    organizer: { name: parameterOf(organiser.name), email: organiser.address },
    transparency: ICalEventTransparency.OPAQUE,
    ...(place !== '' && { location: textOf(place) }),
    ...(description !== '' && { description: textOf(description) }),
    ...(URL.canParse(link) && { url: addressOf(link) }),
  });
  event.createAttendee({
    name: parameterOf(attendee.name),
    email: attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
    // Nobody reads answers that a calendar sends.
    rsvp: false,
  });
  return new TextEncoder().encode(calendar.toString());
}

/** Characters that no iCalendar text may hold (RFC 5545, 3.1), beside line breaks and tabs. */
const controls = /[^\P{Cc}\t\n\r\u0080-\u009f]/gu;

function textOf(text: string): string {
  return text.toWellFormed().replace(controls, '');
}

/** The library escapes addresses as if they were texts, which readers of addresses do not undo. */
function addressOf(link: string): string {
  return new URL(link).href.replaceAll(',', '%2C').replaceAll(';', '%3B').replaceAll('\\', '%5C');
}

/** A parameter's value knows no escapes: neither a quotation mark nor a line break can stand in it (RFC 5545, 3.2). */
function parameterOf(name: string): string {
  const kept = textOf(name).replace(/[\s]+/g, ' ').replaceAll('"', '”').replaceAll('\\', '＼').trim();
  return kept === '' ? '-' : kept;
}
