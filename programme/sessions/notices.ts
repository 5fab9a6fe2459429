/** What people are told about sessions without having asked: made from the truth at the time of sending. */
import { z } from 'zod';
import type { Registration, Session } from '../../prisma/client.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import { type Element, elements, type Fact, type Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { linkFacts, sessionButton, sessionFacts, sessionTitle, standing, when, where } from './describe.js';
import { type SessionSnapshot, snapshotSchema } from './snapshot.js';
import { sessionTexts } from './texts.js';

export const sessionRegistered = notificationKind('session.registered', {
  name: { ja: 'ほかの方による登録・変更', en: 'registered or changed by someone else' },
  compose: composeRegistered,
});

export const sessionCancelled = notificationKind('session.cancelled', {
  name: { ja: 'ほかの方による取り消し', en: 'cancelled by someone else' },
  compose: composeCancelled,
});

export const sessionPromoted = notificationKind('session.promoted', {
  name: { ja: 'キャンセル待ちからの繰り上げ', en: 'moved up from the waitlist' },
  compose: composePromoted,
});

export const sessionChanged = notificationKind('session.changed', {
  name: { ja: 'セッションの変更', en: 'session changed' },
  compose: composeChanged,
});

export const sessionCalledOff = notificationKind('session.called-off', {
  name: { ja: 'セッションの中止', en: 'session called off' },
  compose: composeCalledOff,
});

export const sessionNotificationKinds = [
  sessionRegistered,
  sessionCancelled,
  sessionPromoted,
  sessionChanged,
  sessionCalledOff,
];

interface About {
  readonly session: Session;
  readonly registration: Registration | null;
}

/** Null also where the person has left the programme since, so that nothing of it reaches them any more. */
async function about(context: BaseContext, { subjectId, personId }: Composing): Promise<About | null> {
  if (subjectId === null) return null;
  const session = await context.transaction.session.findUnique({
    where: { id: subjectId },
    include: {
      registrations: { where: { personId } },
      programme: { select: { memberships: { where: { personId, endedAt: null }, take: 1 } } },
    },
  });
  if (session === null || session.programme.memberships.length === 0) return null;
  return { session, registration: session.registrations[0] ?? null };
}

function isActive(registration: Registration | null): registration is Registration {
  return registration?.state === 'confirmed' || registration?.state === 'waiting';
}

function isOver(context: BaseContext, session: Session): boolean {
  return session.state === 'called_off' || session.endsAt <= context.now;
}

/** Somebody else registered the person, changed their mode, or sent them as a substitute. */
async function composeRegistered(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await about(context, notification);
  const by = await actorName(context, notification.data);
  const name = await nameOf(context, notification.personId);
  if (found === null || by === null || name === null || !isActive(found.registration) || isOver(context, found.session))
    return null;
  const { session, registration } = found;
  const { notices } = sessionTexts[context.language];
  const text = notices.registered({
    by,
    name,
    title: sessionTitle(context, session),
    standing: standing(context, registration),
  });
  return notice(context, session, registration, text);
}

/** Somebody else gave up the person's place; untrue once they are registered again. */
async function composeCancelled(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await about(context, notification);
  const by = await actorName(context, notification.data);
  const name = await nameOf(context, notification.personId);
  if (found === null || by === null || name === null || isActive(found.registration) || isOver(context, found.session))
    return null;
  const text = sessionTexts[context.language].notices.cancelled({
    by,
    name,
    title: sessionTitle(context, found.session),
  });
  return notice(context, found.session, found.registration, text);
}

async function composePromoted(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await about(context, notification);
  const { mode } = z.object({ mode: z.enum(['onsite', 'online']) }).parse(notification.data);
  if (found === null || isOver(context, found.session)) return null;
  const { session, registration } = found;
  if (registration?.state !== 'confirmed' || registration.mode !== mode) return null;

  const text = sessionTexts[context.language].notices.promoted({
    title: sessionTitle(context, session),
    mode: sessionTexts[context.language].modes[mode],
  });
  return notice(context, session, registration, text);
}

/** Told once of everything that changed since the person last heard; a later change's notice covers this one. */
async function composeChanged(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await about(context, notification);
  const { from, to } = z.object({ from: z.int(), to: z.int() }).parse(notification.data);
  if (found === null || !isActive(found.registration) || isOver(context, found.session)) return null;
  const { session, registration } = found;
  if (session.version > to && (await isCovered(context, notification, to))) return null;
  const versions = await context.transaction.sessionVersion.findMany({
    where: { sessionId: session.id, version: { in: [from, session.version] } },
  });
  const snapshot = (version: number) => snapshotSchema.parse(versions.find((row) => row.version === version)?.snapshot);
  const changes = changesBetween(context, snapshot(from), snapshot(session.version), registration);
  if (changes.length === 0) return null;
  const text = sessionTexts[context.language].notices.changed(sessionTitle(context, session));
  // A new link stands among the changes, the old one is known.
  const { whatChanged, nowStands } = sessionTexts[context.language].notices;
  const more: readonly Element[] = [
    { kind: 'text', text: whatChanged },
    { kind: 'facts', facts: changes },
    { kind: 'text', text: nowStands },
  ];
  return notice(context, session, registration, text, { more, showsLink: false });
}

/** Whether a later notice of a change is on its way to the same person. */
async function isCovered(context: BaseContext, notification: Composing, to: number): Promise<boolean> {
  const later = await context.transaction.notification.findMany({
    where: {
      kind: sessionChanged.key,
      subjectId: notification.subjectId,
      personId: notification.personId,
      id: { not: notification.id },
      state: { notIn: ['suppressed'] },
    },
    select: { data: true },
  });
  const read = z.object({ to: z.int() });
  return later.some(({ data }) => read.parse(data).to > to);
}

async function composeCalledOff(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await about(context, notification);
  if (found === null || found.session.state !== 'called_off') return null;
  const { session } = found;
  const sessions = sessionTexts[context.language];
  const text = sessions.notices.calledOff(sessionTitle(context, session));
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      {
        kind: 'facts',
        facts: [
          { label: sessions.labels.when, value: when(context, session) },
          ...(session.calledOffWhy === '' ? [] : [{ label: sessions.labels.reason, value: session.calledOffWhy }]),
        ],
      },
    ),
  };
}

/** Before → after, for what a participant sees; the link only for those who hold a place online. */
function changesBetween(
  context: BaseContext,
  before: SessionSnapshot,
  after: SessionSnapshot,
  registration: Registration,
): readonly Fact[] {
  const sessions = sessionTexts[context.language];
  const { labels, notices } = sessions;
  const facts: Fact[] = [];
  const compare = (label: string, say: (snapshot: SessionSnapshot) => string) => {
    const [old, now] = [say(before), say(after)];
    if (old !== now) facts.push({ label, value: notices.changedFrom(old || notices.empty, now || notices.empty) });
  };
  const instants = ({ startsAt, endsAt, timeZone }: SessionSnapshot) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    timeZone,
  });
  compare(labels.session, ({ titleJa, titleEn }) => pick(context.language, inBoth(titleJa, titleEn)));
  compare(labels.kind, ({ kind }) => sessions.kinds[kind]);
  compare(labels.when, (snapshot) => when(context, instants(snapshot)));
  compare(labels.where, (snapshot) => where(context, snapshot));
  compare(labels.audience, ({ audience }) => sessions.audiences[audience]);
  compare(labels.deadline, ({ deadline, timeZone }) => formatDeadline(context, new Date(deadline), timeZone));
  if (before.link !== after.link && registration.state === 'confirmed' && registration.mode === 'online') {
    facts.push({ label: labels.link, value: after.link || notices.empty });
  }
  if (JSON.stringify(before.details) !== JSON.stringify(after.details)) {
    facts.push({ label: labels.agenda, value: notices.detailsChanged });
  }
  return facts;
}

async function actorName(context: BaseContext, data: unknown): Promise<string | null> {
  const { by } = z.object({ by: z.uuid() }).parse(data);
  return await nameOf(context, by);
}

async function nameOf(context: BaseContext, personId: string): Promise<string | null> {
  const person = await context.transaction.person.findUnique({ where: { id: personId } });
  return person === null ? null : pick(context.language, inBoth(person.nameJa, person.nameEn));
}

function notice(
  context: BaseContext,
  session: Session,
  registration: Registration | null,
  text: string,
  { more = [], showsLink = true }: { readonly more?: readonly Element[]; readonly showsLink?: boolean } = {},
): Message {
  const { labels } = sessionTexts[context.language];
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      ...more,
      {
        kind: 'facts',
        facts: [
          ...sessionFacts(context, session),
          { label: labels.answer, value: standing(context, registration) },
          ...(showsLink ? linkFacts(context, session, registration) : []),
        ],
      },
      { kind: 'buttons', buttons: [sessionButton(context, 'session.show', session)] },
    ),
  };
}
