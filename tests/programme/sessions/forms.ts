/** Fills in the secretariat's session forms as a person would who changes some fields of what they are shown. */
import type { Session } from '../../../prisma/client.js';
import { localOf } from '../../../programme/messages/dates.js';
import type { Form, Values } from '../../../programme/messages/message.js';
import type { TestServices } from '../../support/factories.js';

/** A complete, faultless form for a new session on 4 December 2024. */
export const newSession = {
  code: 'WLT-1',
  titleJa: '実務者セミナー',
  titleEn: 'Working-level seminar',
  kind: 'seminar',
  audience: 'working',
  date: '2024-12-04',
  start: '13:00',
  end: '16:00',
  endDate: '',
  method: 'mixed',
  venueJa: '会議室A',
  venueEn: 'Room A',
  link: 'https://meeting.example.org/wlt-1',
  roomCapacity: '20',
  onlineCapacity: '',
  deadlineDate: '2024-12-02',
  deadlineTime: '17:00',
  agenda: '',
  materials: '',
  groupWork: false,
};

/** The form of a session as it stands, with these fields changed. */
export async function changed(
  services: TestServices,
  { id }: Pick<Session, 'id'>,
  changes: Partial<typeof newSession>,
): Promise<Values> {
  const session = await services.database.session.findUniqueOrThrow({ where: { id } });
  const { titleJa, titleEn, kind, audience, method, venueJa, venueEn, link, timeZone } = session;
  const starts = localOf(session.startsAt, timeZone);
  const ends = localOf(session.endsAt, timeZone);
  const closes = localOf(session.deadline, timeZone);
  return {
    session: id,
    titleJa,
    titleEn,
    kind,
    audience,
    method,
    venueJa,
    venueEn,
    link,
    date: starts.date,
    start: starts.time,
    end: ends.time,
    endDate: ends.date === starts.date ? '' : ends.date,
    deadlineDate: closes.date,
    deadlineTime: closes.time,
    roomCapacity: session.roomCapacity?.toString() ?? '',
    onlineCapacity: session.onlineCapacity?.toString() ?? '',
    ...changes,
  };
}

/** What is submitted where nothing in the form is touched. */
export function asShown(form: Form): Values {
  const shown = form.fields.map((field) => [field.name, 'initial' in field ? field.initial : undefined]);
  return { ...form.known, ...Object.fromEntries(shown) };
}
