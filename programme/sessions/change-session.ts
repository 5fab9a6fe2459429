/** The secretariat changes, moves or calls off a session; everyone concerned is told, once, of what changed. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { secretariat } from '../members/roles.js';
import { elements, type Field, type Form, type Message, type Values } from '../messages/message.js';
import { zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { type Context, isRefusal, refuse } from '../requests/context.js';
import { sessionFacts, sessionTitle, staffButtons } from './describe.js';
import { readDetails } from './details.js';
import { findSession, lockSession, subjectOfSession } from './find-session.js';
import { refusePast, titleOf } from './rules.js';
import { type Saved, saveSession } from './save-session.js';
import { sessionChoices, sessionField } from './session-choices.js';
import { enteredZone, sessionFields, sessionForm, sessionInput } from './session-form.js';

export const changeSession = memberAction({
  name: 'session.change',
  command: 'change-session',
  who: secretariat,
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  /** `version`: the one that the form showed; without it nothing was shown that could be out of date. */
  input: z.object({ session: chosen, version: z.int().optional(), ...sessionInput }),
  offered: 'help',
  ask: async (context, given) => {
    const found = await findSession(context, given.session);
    const { actions, sessions, chat } = context.texts;
    const around = { action: 'session.change', title: actions['session.change'].title, cancel: chat.close };
    if (found === null) {
      const fields = await chooseSession(context);
      if (fields.length === 0) return refuse('no_open_session', {});
      return { ...around, introduction: [], fields, known: {}, submit: sessions.next };
    }
    if (found.state === 'called_off') return refuse('session_called_off', { title: titleOf(found) });
    if (isOutOfDate(found, given)) return { ...around, ...nowStands(context, found) };
    const { introduction, fields, known } = sessionForm(context, found, [found.timeZone, ...enteredZone(given)]);
    return {
      ...around,
      introduction: [{ kind: 'text', text: sessionTitle(context, found) }, ...introduction],
      fields,
      known: { session: found.id, version: found.version, ...known },
      submit: sessions.save,
    };
  },
  search: async (context, _field, typed, given) => {
    const found = await findSession(context, given.session);
    return zoneChoices(found === null ? [] : [found.timeZone], typed);
  },
  confirm: { weighty: true, show: async () => [] },
  run: async (context, { session: id, version, ...entered }) => {
    const { transaction, person, now, texts } = context;
    const before = await lockSession(transaction, id);
    if (before.state === 'called_off') return refuse('session_called_off', { title: titleOf(before) });
    if (version !== undefined && version !== before.version) {
      return refuse('changed_meanwhile', { title: titleOf(before) }, { field: '' });
    }
    const read = sessionFields(entered, before.timeZone, readDetails(before.details));
    if ('problem' in read) return refuse('field', { problem: read.problem }, { field: read.field });
    // A mistyped year would close the session for everyone, and what is over tells nobody.
    if (before.startsAt > now && read.fields.startsAt <= now) {
      return refuse('field', { problem: 'in_the_past' }, { field: 'date' });
    }
    const saved = await saveSession(transaction, before, { fields: read.fields, byId: person.id, now });
    if (saved === null) return refuse('nothing_changed', {}, { field: '' });
    if (isRefusal(saved)) return saved;
    const after = await transaction.session.findUniqueOrThrow({ where: { id } });
    return { message: savedMessage(context, after, texts.sessions.changed(sessionTitle(context, after), saved.told)) };
  },
});

export const callOffSession = memberAction({
  name: 'session.call-off',
  command: 'call-off',
  who: secretariat,
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  input: z.object({
    session: chosen,
    reason: z.string().trim().max(500, { error: 'too_long' }).default(''),
    /** The form has shown how many people will be told. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  ask: async (context, given) => {
    const { texts, transaction } = context;
    const found = await findSession(context, given.session);
    const past = found && refusePast(found, context.now);
    if (past) return past;
    const fields: readonly Field[] =
      found === null
        ? await chooseSession(context)
        : [{ kind: 'long text', name: 'reason', label: texts.sessions.labels.reason, optional: true, maximum: 500 }];
    if (fields.length === 0) return refuse('no_open_session', {});
    const people =
      found === null
        ? 0
        : await transaction.registration.count({
            where: { sessionId: found.id, state: { in: ['confirmed', 'waiting'] } },
          });
    return {
      action: 'session.call-off',
      title: texts.actions['session.call-off'].title,
      introduction: found
        ? [
            { kind: 'text', text: sessionTitle(context, found) },
            { kind: 'facts', facts: sessionFacts(context, found) },
            { kind: 'note', text: texts.sessions.callOffWarning(people) },
          ]
        : [],
      fields,
      known: found ? { session: found.id, agreed: true } : {},
      submit: found ? texts.sessions.callOff : texts.sessions.next,
      cancel: texts.chat.close,
    };
  },
  confirm: { weighty: true, show: async () => [] },
  run: async (context, { session: id, reason }) => {
    const { transaction, person, now, texts } = context;
    const before = await lockSession(transaction, id);
    const past = refusePast(before, now);
    if (past) return past;
    const saved = await saveSession(transaction, before, {
      fields: { state: 'called_off', calledOffWhy: reason },
      byId: person.id,
      now,
    });
    if (saved !== null && isRefusal(saved)) return saved;
    const after = await transaction.session.findUniqueOrThrow({ where: { id } });
    const text = texts.sessions.calledOffDone(sessionTitle(context, after), toldBy(saved));
    return { message: savedMessage(context, after, text) };
  },
});

/** Whether fields were filled in of a form that showed an earlier version; a button that opens the form again brings none. */
function isOutOfDate(session: Session, given: Values): boolean {
  const isFilledIn = ['titleJa', 'date', 'kind'].some((name) => given[name] !== undefined && given[name] !== null);
  return typeof given.version === 'number' && given.version !== session.version && isFilledIn;
}

/** A step without fields: the platforms keep what was entered in fields of the same name, which would undo the other change. */
function nowStands(context: Context, session: Session): Pick<Form, 'introduction' | 'fields' | 'known' | 'submit'> {
  const { sessions } = context.texts;
  return {
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      { kind: 'text', text: sessions.nowStands },
      { kind: 'facts', facts: sessionFacts(context, session) },
    ],
    fields: [],
    known: { session: session.id },
    submit: sessions.next,
  };
}

function toldBy(saved: Saved): number {
  return saved?.told ?? 0;
}

async function chooseSession(context: Context): Promise<readonly Field[]> {
  const choices = await sessionChoices(context, { endsAt: { gt: context.now } });
  return choices.length === 0 ? [] : [sessionField(context, choices)];
}

function savedMessage(context: Context, session: Session, text: string): Message {
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'facts', facts: sessionFacts(context, session) },
      { kind: 'buttons', buttons: staffButtons(context, context.membership, session) },
    ),
  };
}
