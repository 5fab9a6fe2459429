/** Reads a calendar file with two independent readers, and fails where they do not agree. */
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

interface ReadParty {
  readonly name: string;
  readonly address: string;
}

export interface ReadCalendar {
  readonly method: string;
  readonly status: string;
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly link: string;
  readonly organiser: ReadParty;
  readonly attendees: readonly (ReadParty & { readonly rsvp: string })[];
}

/** @throws where there is not exactly one event, or the readers understand something differently */
export function readCalendar(bytes: Uint8Array): ReadCalendar {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const read = readByIcalJs(text);
  const other = readByNodeIcal(text);
  for (const name of ['uid', 'sequence', 'method', 'status', 'startsAt', 'endsAt'] as const) {
    if (String(read[name]) !== String(other[name])) {
      throw new Error(`${name}: one reader says ${String(read[name])}, the other ${String(other[name])}`);
    }
  }
  return read;
}

function readByIcalJs(text: string): ReadCalendar {
  const parsed: unknown = ICAL.parse(text);
  if (!Array.isArray(parsed)) throw new Error('it holds no calendar');
  const calendar = new ICAL.Component(parsed);
  const [component, ...others] = calendar.getAllSubcomponents('vevent');
  if (component === undefined || others.length > 0) throw new Error('it does not hold one event');
  const event = new ICAL.Event(component);
  const value = (name: string, of: ICAL.Component = component) => String(of.getFirstPropertyValue(name) ?? '');
  const party = (property: ICAL.Property | null) => ({
    name: String(property?.getParameter('cn') ?? ''),
    address: String(property?.getFirstValue() ?? '').replace(/^mailto:/i, ''),
  });
  return {
    ...{ method: value('method', calendar), status: value('status'), uid: event.uid, sequence: event.sequence },
    ...{ startsAt: event.startDate.toJSDate(), endsAt: event.endDate.toJSDate() },
    ...{ title: value('summary'), place: value('location'), description: value('description'), link: value('url') },
    organiser: party(component.getFirstProperty('organizer')),
    attendees: component
      .getAllProperties('attendee')
      .map((one) => ({ ...party(one), rsvp: String(one.getParameter('rsvp') ?? '') })),
  };
}

type Compared = Pick<ReadCalendar, 'uid' | 'sequence' | 'method' | 'status' | 'startsAt' | 'endsAt'>;

function readByNodeIcal(text: string): Compared {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  const [event, ...others] = events;
  if (event?.type !== 'VEVENT' || others.length > 0) throw new Error('it does not hold one event');
  const { uid, sequence, method, status, start, end } = event;
  return {
    ...{ uid, sequence: Number(sequence), method: method ?? '', status: status ?? '' },
    startsAt: new Date(start.getTime()),
    endsAt: new Date(end?.getTime() ?? Number.NaN),
  };
}
