/** What lies ahead in the programme: sessions, consultations, scheduled announcements and notifications, for the page's clock. */
import type { NotificationKinds } from '../../programme/notifications/kind.js';
import type { Services } from '../../programme/requests/services.js';
import type { Ahead } from '../page/ahead.js';
import type { NotificationLine } from '../page/protocol.js';

/** As much as is shown of it. */
const mostAhead = 6;

/** Of an announcement's text. */
const GIST_LENGTH = 24;

type Event = Omit<Ahead, 'at'> & { readonly at: Date };
type Reader = (services: Services, until: Date | undefined) => Promise<readonly Event[]>;

/**
 * What happens at a known time, soonest first: the next few things, or all until an instant. Many notifications of one cause and
 * time are one thing.
 */
export async function readAhead(services: Services, until?: Date): Promise<readonly Ahead[]> {
  const now = services.clock.now();
  const readers: readonly Reader[] = [sessions, consultations, announcements, notifications];
  const found = await Promise.all(readers.map((read) => read(services, until)));
  const events = found
    .flat()
    .filter(({ at }) => at > now && (until === undefined || at <= until))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, ...rest }): Ahead => ({ at: at.toISOString(), ...rest }));
  return until === undefined ? events.slice(0, mostAhead) : events;
}

const sessions: Reader = async ({ database, clock }) => {
  const rows = await database.session.findMany({
    where: { state: 'scheduled', endsAt: { gt: clock.now() } },
    select: { titleJa: true, titleEn: true, deadline: true, startsAt: true, endsAt: true },
  });
  return rows.flatMap(({ titleJa: ja, titleEn: en, deadline, startsAt, endsAt }): Event[] => {
    const subject = { ja, en };
    return [
      { at: deadline, what: 'registration deadline', subject },
      { at: startsAt, what: 'session starts', subject },
      { at: endsAt, what: 'session ends', subject },
    ];
  });
};

const consultations: Reader = async ({ database, clock }, until) => {
  const rows = await database.booking.findMany({
    where: { state: 'booked', startsAt: within(clock.now(), until) },
    orderBy: { startsAt: 'asc' },
    select: { startsAt: true, company: { select: { nameJa: true, nameEn: true } } },
    ...(until === undefined && { take: mostAhead }),
  });
  return rows.map(({ startsAt, company: { nameJa: ja, nameEn: en } }) => ({
    ...{ at: startsAt, what: 'consultation starts', subject: { ja, en } },
  }));
};

const announcements: Reader = async ({ database, clock }, until) => {
  const rows = await database.announcement.findMany({
    where: { state: 'scheduled', sendAt: within(clock.now(), until) },
    orderBy: { sendAt: 'asc' },
    select: { sendAt: true, versions: { orderBy: { version: 'desc' }, take: 1 } },
    ...(until === undefined && { take: mostAhead }),
  });
  return rows.map(({ sendAt, versions: [version] }) => {
    const { textJa = '', textEn = '' } = version ?? {};
    const gist = (text: string, other: string) => [...(text || other)].slice(0, GIST_LENGTH).join('');
    return { at: sendAt, what: 'announcement', subject: { ja: gist(textJa, textEn), en: gist(textEn, textJa) } };
  });
};

const notifications: Reader = async ({ database, clock, notificationKinds }, until) => {
  const rows = await database.notification.groupBy({
    by: ['dueAt', 'kind', 'subjectId'],
    where: { state: 'pending', dueAt: within(clock.now(), until) },
    _count: true,
    orderBy: { dueAt: 'asc' },
    ...(until === undefined && { take: mostAhead }),
  });
  const ids = rows.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]));
  const about = await database.session.findMany({ where: { id: { in: ids } } });
  const titles = new Map(about.map(({ id, titleJa: ja, titleEn: en }) => [id, { ja, en }]));
  return rows.map(({ dueAt, kind, subjectId, _count: count }) => {
    const title = titles.get(subjectId ?? '');
    const name = nameOfKind(notificationKinds, kind);
    return {
      at: dueAt,
      what: 'notification',
      subject: {
        ja: `${title ? `${title.ja} ` : ''}${name.ja}(${count}名)`,
        en: `${title ? `${title.en} ` : ''}${name.en} (${count} ${count === 1 ? 'person' : 'people'})`,
      },
    };
  });
};

function within(after: Date, until: Date | undefined): { readonly gt: Date; readonly lte?: Date } {
  return { gt: after, ...(until && { lte: until }) };
}

/** A kind that only a later version knows is called by its name. */
export function nameOfKind(kinds: NotificationKinds, kind: string): NotificationLine['title'] {
  return kinds.get(kind)?.name ?? { ja: kind, en: kind };
}
