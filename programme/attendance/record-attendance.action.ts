/** Asks the secretariat who actually came and how. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { readParticipants } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { type Choice, type Element, elements, type Form, type Message } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { findSession, sessionState } from '../sessions/find-session.js';
import { modesOf, refuseCalledOff } from '../sessions/rules.js';
import { sessionTexts } from '../sessions/texts.js';
import { expectedAttendees, heldPlaces, lastRecord, openPlaces } from './queries.js';
import { recordRecogniser } from './recognisers.js';
import { type RecordedAsRegistered, recordAsRegistered } from './record-as-registered.js';
import { type RecordedAttendance, recordAttendance, refuseRecording } from './record-attendance.js';
import { refuseAttendance } from './refuse-attendance.js';
import { attendanceTexts } from './texts.js';

/** As many as a platform's list of choices can hold. */
const MOST = 100;

const cameChoices = ['onsite', 'online', 'absent', 'as_registered'] as const;

const input = z
  .object({
    session: chosen,
    /** With 'as_registered' those who are left out. */
    people: z
      .array(z.uuid({ error: 'not_a_choice' }))
      .max(MOST)
      .default([]),
    came: z.enum(cameChoices),
    /** The number of the last record when the form was opened. */
    seen: z.int().optional(),
  })
  .refine(({ people, came }) => came === 'as_registered' || people.length > 0, { path: ['people'], error: 'required' });

export const recordAttendanceAction = memberAction({
  name: 'session.record',
  texts: attendanceTexts,
  command: 'record',
  who: secretariat,
  input,
  recognise: recordRecogniser,
  offered: 'help',
  ask: async (context, given) => {
    const session = await findSession(context, given.session);
    return session === null
      ? await chooseSessionForm(context, 'session.record')
      : await attendanceForm(context, session);
  },
  confirm: {
    when: 'words',
    show: preview,
    state: async (context, { session }) => [
      ...(await sessionState(context, session)),
      await lastRecord(context.transaction, session),
    ],
  },
  run: async (context, { session: sessionId, people, came, seen }) => {
    const { transaction, now } = context;
    const by = actingMember(context);
    if (came === 'as_registered') {
      const all = await recordAsRegistered(transaction, { sessionId, except: people, seen, by, now });
      return isRefusal(all) ? all : { message: recordedMessage(context, all, allRecorded(context, all)) };
    }
    const mode = came === 'absent' ? null : came;
    const recorded = await recordAttendance(transaction, { sessionId, people, came: mode, seen, by, now });
    if (isRefusal(recorded)) return recorded;
    const texts = attendanceTexts[context.language];
    const title = sessionTitle(context, recorded.session);
    return { message: recordedMessage(context, recorded, texts.recorded(title, recorded.changed, texts.came[came])) };
  },
});

async function attendanceForm(context: Context, session: Session): Promise<Form | Refusal> {
  const { transaction, language, now } = context;
  const early = refuseRecording(session, null, now);
  if (early) return early;
  // Before the people are read, so that no record can be newer than it and yet shown.
  const seen = await lastRecord(transaction, session.id);
  const choices = await expectedChoices(context, session);
  const open = openPlaces(await heldPlaces(transaction, session, []));
  const isCalledOff = session.state === 'called_off';
  if (choices.length === 0) return isCalledOff ? refuseCalledOff(session) : refuseAttendance('nobody_registered', {});
  const { labels, hints } = sessionTexts[language];
  const { came, record, calledOffCountsNobody, asRegistered } = attendanceTexts[language];
  return {
    action: 'session.record',
    title: attendanceTexts[language].actions['session.record'].title,
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      ...(isCalledOff ? [{ kind: 'note' as const, text: calledOffCountsNobody }] : []),
    ],
    fields: [
      {
        ...{ kind: 'several choices', name: 'people', label: labels.people, choices },
        // Left empty only where everyone is recorded as registered.
        ...(open.onsite + open.online === 0 ? { hint: hints.people } : { hint: asRegistered.hint, optional: true }),
      },
      {
        kind: 'choice',
        name: 'came',
        label: labels.came,
        choices: [
          ...[...modesOf(session), 'absent' as const].map((value) => ({ value, label: came[value] })),
          ...(open.onsite + open.online === 0
            ? []
            : [{ value: 'as_registered', label: asRegistered.choice(open.onsite, open.online) }]),
        ],
      },
    ],
    known: { session: session.id, seen },
    submit: record,
    cancel: chatTexts[language].close,
  };
}

async function expectedChoices(context: Context, session: Session): Promise<readonly Choice[]> {
  const { transaction, language } = context;
  const expected = await expectedAttendees(transaction, session, MOST);
  const { asRegistered, came: cameTexts } = attendanceTexts[language];
  return expected.map(({ personId, name, company, came, registered }) => {
    const label = memberTexts[language].nameOf(pick(language, name), company === null ? '' : pick(language, company));
    const stands = came === null ? registered && asRegistered.as[registered] : cameTexts[came];
    return { value: personId, label: stands === null ? label : `${label} — ${stands}` };
  });
}

async function preview(
  context: Context,
  { session: named, people, came }: z.infer<typeof input>,
): Promise<Preview | Refusal> {
  const { transaction, membership, language, now } = context;
  const session = await findSession(context, named);
  const members = await readParticipants(transaction, membership.programmeId, people);
  if (session === null || members === null) return refuse('not_found', {});
  const refused = refuseRecording(session, came === 'onsite' || came === 'online' ? came : null, now);
  if (refused) return refused;
  const names = members.map(({ name }) => memberTexts[language].personName(pick(language, name)));
  const { asRegistered } = attendanceTexts[language];
  if (came === 'as_registered') {
    if (session.state === 'called_off') return refuseCalledOff(session);
    const open = openPlaces(await heldPlaces(transaction, session, people));
    if (open.onsite + open.online === 0) return refuseAttendance('nobody_open', {});
    return {
      does: asRegistered.records(sessionTitle(context, session), open.onsite, open.online),
      elements: names.length === 0 ? [] : [facts(asRegistered.except, names)],
    };
  }
  const { labels } = sessionTexts[language];
  const { came: cameTexts } = attendanceTexts[language];
  return {
    does: attendanceTexts[language].records(sessionTitle(context, session), names.length, cameTexts[came]),
    elements: [facts(labels.people, names)],
  };
}

function facts(label: string, names: readonly string[]): Element {
  return { kind: 'facts', facts: [{ label, value: names.join('\n') }] };
}

function allRecorded(context: Context, { session, recorded }: RecordedAsRegistered): string {
  const { asRegistered } = attendanceTexts[context.language];
  return asRegistered.recorded(sessionTitle(context, session), recorded.onsite, recorded.online);
}

function recordedMessage(context: Context, { session, changed, standing }: RecordedAttendance, done: string): Message {
  const { language } = context;
  const texts = attendanceTexts[language];
  const none = standing.length > 0 ? texts.recordedNobody : texts.recordedNone;
  const text = changed === 0 ? none : done;
  const kept = standing.map(({ name, came: stands, source }) =>
    texts.keptMeanwhile(
      memberTexts[language].personName(pick(language, name)),
      texts.came[stands],
      texts.history.sources[source],
    ),
  );
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      kept.length > 0 && { kind: 'text', text: texts.changedMeanwhile },
      kept.length > 0 && { kind: 'list', items: kept.map((title) => ({ title, lines: [], buttons: [] })) },
      {
        kind: 'buttons',
        buttons: [
          sessionButton(context, 'session.record', session, { form: true }),
          sessionButton(context, 'session.attendees', session),
          sessionButton(context, 'session.history', session),
        ],
      },
    ),
  };
}
