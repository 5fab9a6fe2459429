/** Shows the secretariat how attendance records came about and were corrected, and the code to put up in the room. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Form, type Item } from '../messages/message.js';
import { type MemberAction, memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { type Context, type Refusal, refuse } from '../requests/context.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { subjectOfSession } from '../sessions/find-session.js';
import { titleOf } from '../sessions/rules.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { cameAs } from './attendance.js';

/** As many people as fit a message on every platform. */
const PER_PAGE = 12;

export const showHistory: MemberAction = memberAction({
  name: 'session.history',
  command: 'history',
  who: secretariat,
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  input: z.object({ session: chosen, from: z.coerce.number().int().min(0).default(0) }),
  offered: 'help',
  ask: (context) => chooseSession(context, 'session.history'),
  confirm: 'read',
  run: async (context, { session: id, from }) => {
    const { transaction, texts, language } = context;
    const found = await transaction.session.findUniqueOrThrow({ where: { id } });
    const people = await transaction.person.findMany({
      where: { attendances: { some: { sessionId: id } } },
      include: {
        attendances: { where: { sessionId: id }, orderBy: { recordedAt: 'asc' }, include: { recordedBy: true } },
      },
      orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
      skip: from,
      take: PER_PAGE + 1,
    });
    const { history, came } = texts.sessions;
    const items: Item[] = people.slice(0, PER_PAGE).map((person) => ({
      title: texts.members.personName(pick(language, inBoth(person.nameJa, person.nameEn))),
      lines: person.attendances.map((record) => {
        const by = pick(language, inBoth(record.recordedBy.nameJa, record.recordedBy.nameEn));
        const at = formatInstant(context, record.recordedAt);
        const line = history.line(at, came[cameAs(record)], history.sources[record.source], by);
        return record.supersededAt === null ? line : history.superseded(line);
      }),
      buttons: [],
    }));
    const title = history.title(sessionTitle(context, found));
    const next = sessionButton(context, 'session.history', found, {
      label: texts.sessions.more,
      input: { from: from + PER_PAGE },
    });
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          items.length === 0 && { kind: 'text', text: history.none },
          { kind: 'list', items },
          { kind: 'buttons', buttons: people.length > PER_PAGE ? [next] : [] },
        ),
      },
    };
  },
});

export const showCheckInCode: MemberAction = memberAction({
  name: 'session.check-in-code',
  command: 'check-in-code',
  who: secretariat,
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  input: z.object({ session: chosen }),
  offered: 'help',
  ask: (context) => chooseSession(context, 'session.check-in-code'),
  confirm: 'read',
  run: async (context, { session: id }) => {
    const found = await context.transaction.session.findUniqueOrThrow({ where: { id } });
    if (found.state === 'called_off') return refuse('session_called_off', { title: titleOf(found) });
    const title = sessionTitle(context, found);
    const { sessions } = context.texts;
    const text = (found.method === 'online' ? sessions.checkInCodeOnline : sessions.checkInCodeIs)(
      title,
      found.checkInCode,
    );
    return {
      message: {
        summary: text,
        elements: elements({ kind: 'text', text }, { kind: 'heading', text: found.checkInCode }),
      },
    };
  },
});

async function chooseSession(
  context: Context,
  action: 'session.history' | 'session.check-in-code',
): Promise<Form | Refusal> {
  const choices = await sessionChoices(context, {});
  if (choices.length === 0) return refuse('no_open_session', {});
  const { texts } = context;
  return {
    action,
    title: texts.actions[action].title,
    introduction: [],
    fields: [sessionField(context, choices)],
    known: {},
    submit: texts.sessions.next,
    cancel: texts.chat.close,
  };
}
