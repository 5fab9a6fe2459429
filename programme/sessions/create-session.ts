/** The secretariat creates a session. */
import { z } from 'zod';
import { newCheckInCode } from '../attendance/check-in-code.js';
import { secretariat } from '../members/roles.js';
import { elements, plain } from '../messages/message.js';
import { zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import { type Context, refuse } from '../requests/context.js';
import { sessionFacts, sessionTitle, staffButtons } from './describe.js';
import { noDetails } from './details.js';
import { enteredZone, sessionFields, sessionForm, sessionInput } from './session-form.js';
import { snapshotOf } from './snapshot.js';

export const createSession = memberAction({
  name: 'session.create',
  command: 'create-session',
  who: secretariat,
  subject: 'own',
  input: z.object({
    code: z
      .string({ error: 'required' })
      .transform((typed) => typed.normalize('NFKC').trim())
      .pipe(z.string().min(1, { error: 'required' }).max(30, { error: 'too_long' })),
    ...sessionInput,
  }),
  offered: 'menu',
  ask: async (context, given) => ({
    action: 'session.create',
    title: context.texts.actions['session.create'].title,
    introduction: [],
    fields: [
      {
        kind: 'text',
        name: 'code',
        label: context.texts.sessions.labels.code,
        hint: context.texts.sessions.hints.code,
        maximum: 30,
      },
      ...sessionForm(context, null, [await usualZone(context), ...enteredZone(given)]).fields,
    ],
    known: {},
    submit: context.texts.sessions.create,
    cancel: context.texts.chat.close,
  }),
  search: async (context, _field, typed) => zoneChoices([await usualZone(context)], typed),
  confirm: { weighty: true, show: async () => [] },
  // An import may have brought it meanwhile.
  conflicts: { session_programme_id_code_key: async () => refuse('session_code_taken', {}, { field: 'code' }) },
  run: async (context, { code, ...entered }) => {
    const { transaction, membership, person, now, texts } = context;
    const { programmeId } = membership;
    // Of two who create a session with the same code at once, the second must see the first one's.
    await transaction.$executeRaw`SELECT id FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
    const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const read = sessionFields(entered, programme.timeZone, noDetails);
    if ('problem' in read) return refuse('field', { problem: read.problem }, { field: read.field });
    if (read.fields.startsAt <= now) return refuse('field', { problem: 'in_the_past' }, { field: 'date' });
    const taken = await transaction.session.count({
      where: { programmeId, code: { equals: code, mode: 'insensitive' } },
    });
    if (taken > 0) return refuse('session_code_taken', {}, { field: 'code' });
    const session = await transaction.session.create({
      data: { ...read.fields, programmeId, code, checkInCode: newCheckInCode(), createdAt: now },
    });
    await transaction.sessionVersion.create({
      data: { sessionId: session.id, version: 1, snapshot: snapshotOf(session), changedBy: person.id, createdAt: now },
    });
    const text = texts.sessions.created(sessionTitle(context, session));
    return {
      message: {
        summary: text,
        elements: elements(
          ...plain(text).elements,
          { kind: 'facts', facts: sessionFacts(context, session) },
          { kind: 'buttons', buttons: staffButtons(context, membership, session) },
        ),
      },
    };
  },
});

async function usualZone({ transaction, membership }: Context): Promise<string> {
  const { programmeId } = membership;
  const programme = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  });
  return programme.timeZone;
}
