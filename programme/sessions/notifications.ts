/** The kinds of notifications about a session itself, each made from the truth at the time of sending. */
import { z } from 'zod';
import type { Registration } from '../../prisma/client.js';
import { type Element, elements, type Fact, type Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext, Mode } from '../requests/context.js';
import { sessionTitle, when } from './describe.js';
import { publicChanges } from './describe-changes.js';
import { withCalendar } from './session-invitation.js';
import { aboutSession, isActive, isOver, sessionNotice } from './session-notice.js';
import { type SessionSnapshot, snapshotSchema } from './snapshot.js';
import { sessionTexts } from './texts.js';

export const sessionChanged = notificationKind('session.changed', {
  name: { ja: 'セッションの変更', en: 'session changed' },
  compose: async (context, about) => await withCalendar(context, about, await composeChanged(context, about)),
});

export const sessionCalledOff = notificationKind('session.called-off', {
  name: { ja: 'セッションの中止', en: 'session called off' },
  compose: async (context, about) => await withCalendar(context, about, await composeCalledOff(context, about)),
});

/** Told once of everything that changed since the person last heard; a later change's notice covers this one. */
async function composeChanged(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await aboutSession(context, notification);
  const { from, to, held } = changedData.parse(notification.data);
  if (found === null || !isActive(found.registration) || isOver(context, found.session)) return null;
  const { session, registration } = found;
  if (session.version > to && (await isCovered(context, notification, to))) return null;
  const versions = await context.transaction.sessionVersion.findMany({
    where: { sessionId: session.id, version: { in: [from, session.version] } },
  });
  const snapshot = (version: number) => snapshotSchema.parse(versions.find((row) => row.version === version)?.snapshot);
  // Of a notice that was planned before it said so, the reader is taken to have held what they hold.
  const heldBefore = held === undefined ? heldMode(registration) : held === 'none' ? null : held;
  const reader = { held: heldBefore, registration };
  const changes = changesBetween(context, snapshot(from), snapshot(session.version), reader);
  if (changes.length === 0) return null;
  const text = sessionTexts[context.language].notices.changed(sessionTitle(context, session));
  // A new link stands among the changes, the old one is known.
  const { whatChanged, nowStands } = sessionTexts[context.language].notices;
  const more: readonly Element[] = [
    { kind: 'text', text: whatChanged },
    { kind: 'facts', facts: changes },
    { kind: 'text', text: nowStands },
  ];
  return sessionNotice(context, session, registration, text, { more, showsLink: false });
}

/** `held`: the mode in which the reader held a place when they last heard; absent in notices of earlier versions of the app. */
const changedData = z.object({ from: z.int(), to: z.int(), held: z.enum(['onsite', 'online', 'none']).optional() });

function heldMode({ state, mode }: Pick<Registration, 'state' | 'mode'>): Mode | null {
  return state === 'confirmed' ? mode : null;
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
  const found = await aboutSession(context, notification);
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
  { held, registration }: { readonly held: Mode | null; readonly registration: Registration },
): readonly Fact[] {
  const sessions = sessionTexts[context.language];
  const { labels, notices } = sessions;
  const facts: Fact[] = [...publicChanges(context, before, after)];
  const holds = heldMode(registration);
  if (held !== holds && held !== null && holds !== null) {
    facts.push({ label: labels.mode, value: notices.changedFrom(sessions.modes[held], sessions.modes[holds]) });
  }
  // Also an old link is new to those who come online only now.
  if (holds === 'online' && (before.link !== after.link || (held !== 'online' && after.link !== ''))) {
    facts.push({ label: labels.link, value: after.link || notices.empty });
  }
  if (JSON.stringify(before.details) !== JSON.stringify(after.details)) {
    facts.push({ label: labels.agenda, value: notices.detailsChanged });
  }
  return facts;
}
