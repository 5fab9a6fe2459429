/** Lists the sessions that concern the person, with their answer and what they can do. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { everyRole } from '../members/roles.js';
import { type Button, elements, type Item, type Message } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { type Page, pageStart } from '../requests/page.js';
import { deadline, ownFact, sessionButton, sessionTitle, when, where } from './describe.js';
import { answerButtons, attendButtons, declineButtons } from './participant-buttons.js';
import { type OwnSession, pageOfSessions } from './queries.js';
import { sessionTexts } from './texts.js';

/** As many as fit a message on every platform with their buttons. */
const PER_PAGE = 8;

/** Sessions that are over. */
const over = /終了し|終わった|過去|\b(?:past|previous)\b/;

export const listSessions = memberAction({
  name: 'session.list',
  texts: sessionTexts,
  recognise: { read: ({ said }) => (over.test(said) ? { past: true } : {}) },
  command: 'sessions',
  who: everyRole,
  input: z.object({ from: pageStart, past: z.boolean().default(false) }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from, past }) => {
    const concerning = { member: actingMember(context), time: past ? 'past' : 'coming', now: context.now } as const;
    const sessions = await pageOfSessions(context.transaction, concerning, { from, size: PER_PAGE });
    return { message: sessionList(context, sessions, past) };
  },
});

function sessionList(context: Context, { items, total, next }: Page<OwnSession>, past: boolean): Message {
  const sessions = sessionTexts[context.language];
  const summary = sessions.listSummary(total);
  const buttons: Button[] = [];
  if (next !== null) buttons.push({ label: sessions.more, action: 'session.list', input: { from: next, past } });
  if (!past) buttons.push({ label: sessions.past, action: 'session.list', input: { past: true } });
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: past ? sessions.past : sessionTexts[context.language].actions['session.list'].title },
      { kind: 'text', text: summary },
      { kind: 'list', items: items.map((session) => sessionItem(context, session)) },
      { kind: 'buttons', buttons },
    ),
  };
}

/** A session in a list: when, where, the person's answer, and the nearest things to do. */
export function sessionItem(context: Context, shown: OwnSession): Item {
  const { language, membership } = context;
  const { session } = shown;
  const isCalledOff = session.state === 'called_off';
  const title = sessionTitle(context, session);
  const details = sessionButton(context, 'session.show', session);
  return {
    title: isCalledOff ? `${title} — ${sessionTexts[language].calledOff}` : title,
    lines: [
      when(context, session),
      where(context, session),
      ...(membership.role === 'participant' && !isCalledOff ? ownLines(context, shown) : []),
    ],
    buttons: [
      ...(membership.role === 'participant' ? nearestButtons(context, shown) : []),
      details,
      ...(membership.role === 'secretariat' ? [sessionButton(context, 'session.attendees', session)] : []),
    ],
  };
}

function ownLines(context: Context, { session, own, recorded }: OwnSession): readonly string[] {
  const mine = ownFact(context, own, recorded);
  const answer = `${mine.label}: ${mine.value}`;
  if (session.startsAt <= context.now) return [answer];
  return [answer, `${sessionTexts[context.language].labels.deadline}: ${deadline(context, session)}`];
}

function nearestButtons(context: Context, { session, own, recorded }: OwnSession): readonly Button[] {
  return [
    ...attendButtons(context, session, own, recorded),
    ...answerButtons(context, session, own),
    ...(own === null ? declineButtons(context, session, own) : []),
  ];
}
