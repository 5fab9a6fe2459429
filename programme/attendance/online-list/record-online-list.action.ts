/** Takes the participant list of an online meeting that the secretariat drops into the chat. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Session } from '../../../prisma/client.js';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { type ActionButton, elements, type Form, type Message, plain, type Values } from '../../messages/message.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { rosterTexts } from '../../roster/texts.js';
import { chooseSessionForm } from '../../sessions/choose-session.js';
import { sessionButton, sessionTitle } from '../../sessions/describe.js';
import { findSession, sessionState } from '../../sessions/find-session.js';
import { titleOf } from '../../sessions/rules.js';
import { lastRecord } from '../queries.js';
import { onlineListRecogniser } from '../recognisers.js';
import { refuseAttendance } from '../refuse-attendance.js';
import { attendanceTexts } from '../texts.js';
import { answersField, decidingForm, decisionsIn, MOST_ASKED, whoFields } from './decide-form.js';
import { countsOf, decideButton, describePlan } from './describe-plan.js';
import { unpackAnswers } from './list-answers.js';
import type { OnlineList } from './online-list.js';
import type { OnlineListPlan } from './plan-online-list.js';
import { isOnlineList } from './read-online-list.js';
import { type ReceivedLists, readingFor, readReceivedLists, sessionOfLists } from './received-lists.js';
import {
  type ListDecisions,
  type RecordedOnlineList,
  readOnlineListPlan,
  recordOnlineList,
  refuseNothing,
  refuseOnlineList,
} from './record-online-list.js';

const name = 'session.online-list';

/** As many as a platform's list of choices can hold. */
const MOST_CHOSEN = 100;

const input = z
  .object({
    files: z.array(z.string()).max(10).default([]),
    session: perhapsChosen,
    /** A button asks to decide first, in a form. */
    decide: z.boolean().default(false),
    /** That form was filled in. */
    decided: z.boolean().default(false),
    /** The names that the form asks about, by their places in the list. */
    asked: z.array(z.string()).max(MOST_ASKED).default([]),
    answers: answersField,
    ...whoFields,
    /** Who is recorded although they were there too shortly, or something else is recorded. */
    people: z
      .array(z.uuid({ error: 'not_a_choice' }))
      .max(MOST_CHOSEN)
      .default([]),
    /** The number of the last record when the form was opened. */
    seen: z.int().optional(),
  })
  .refine(({ files, session }) => files.length === 0 || session !== undefined, { path: ['session'], error: 'required' })
  .refine(({ decide, decided }) => !decide || decided, { path: ['decided'], error: 'required' });

type Given = z.infer<typeof input>;

export const recordOnlineListAction = memberAction({
  name,
  texts: attendanceTexts,
  command: 'online-list',
  who: secretariat,
  input,
  recognise: onlineListRecogniser,
  receives: {
    types: ['csv', 'text', 'xlsx', 'ole', 'macros'],
    field: 'files',
    recognises: async (content) => await isOnlineList(content),
    onlyRecognised: true,
  },
  offered: 'help',
  // What the list says of strangers is stored in no reply.
  confidential: true,
  complete: async (context, given) => {
    if (given.session !== undefined || filesIn(given).length === 0) return given;
    const lists = await listsOf(context, filesIn(given));
    if (isRefusal(lists)) return given;
    const session = await sessionOfLists(context.transaction, context.membership.programmeId, lists);
    return session === null ? given : { ...given, session: session.id };
  },
  ask: async (context, given) => {
    const lists = await listsOf(context, filesIn(given));
    if (isRefusal(lists)) return lists;
    const session = await findSession(context, given.session);
    if (session === null) return await sessionForm(context, given);
    const answers = unpackAnswers(typeof given.answers === 'string' ? given.answers : '');
    const found = await planOf(context, session, lists, { answers, chosen: new Set() });
    if (isRefusal(found)) return found;
    const seen = await lastRecord(context.transaction, session.id);
    const filled = input.safeParse(given);
    const sent = filled.success ? decisionsIn(filled.data) : null;
    return decidingForm(context, { ...found, session, files: filesIn(given), answers, sent, seen });
  },
  confirm: {
    when: 'words',
    show: preview,
    state: async (context, given) => {
      const session = await findSession(context, given.session);
      const found = session && (await planFor(context, session, given));
      if (session === null || found === null || isRefusal(found)) return [];
      const digest = createHash('sha256').update(JSON.stringify(found.plan)).digest('hex');
      return [...(await sessionState(context, session.id)), digest];
    },
  },
  run: async (context, given) => {
    const { transaction, now } = context;
    // Asked for by its button or command, it says what to send.
    if (given.files.length === 0) return { message: plain(attendanceTexts[context.language].onlineList.drop) };
    const session = await findSession(context, given.session);
    const lists = await listsOf(context, given.files);
    if (session === null) return refuse('not_found', {}, { field: 'session' });
    if (isRefusal(lists)) return lists;
    const reading = readingFor(lists, session);
    if (reading === null) return otherTime(session);
    const about = { sessionId: session.id, list: reading.list, by: actingMember(context), now };
    const decisions = decisionsIn(given);
    const recorded = await recordOnlineList(transaction, { ...about, ...decisions });
    if (isRefusal(recorded)) return recorded;
    const carried = { files: given.files, answers: decisions.answers };
    return { message: doneMessage(context, recorded, decideButton(context, recorded.session, recorded.plan, carried)) };
  },
});

function filesIn({ files }: Values): readonly string[] {
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}

/** Of each request: completing, showing and what it rests on read the same files. */
const lists = new WeakMap<Context, Promise<ReceivedLists | Refusal>>();

async function listsOf(context: Context, files: readonly string[]): Promise<ReceivedLists | Refusal> {
  const begun = lists.get(context) ?? readLists(context, files);
  lists.set(context, begun);
  return await begun;
}

async function readLists(context: Context, files: readonly string[]): Promise<ReceivedLists | Refusal> {
  const { transaction, membership, person } = context;
  const { programmeId } = membership;
  const { timeZone } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  });
  return await readReceivedLists(transaction, context.files, { personId: person.id, programmeId, timeZone, files });
}

function otherTime(session: Session): Refusal {
  return refuseAttendance('list_of_other_time', { title: titleOf(session) });
}

interface Found {
  readonly plan: OnlineListPlan;
  readonly list: OnlineList;
  readonly isUtc: boolean;
}

async function planOf(
  context: Context,
  session: Session,
  received: ReceivedLists,
  decisions: ListDecisions,
): Promise<Found | Refusal> {
  const refused = refuseOnlineList(session, context.now);
  if (refused) return refused;
  const reading = readingFor(received, session);
  if (reading === null) return otherTime(session);
  return { ...reading, plan: await readOnlineListPlan(context.transaction, session, reading.list, decisions) };
}

async function planFor(context: Context, session: Session, given: Given): Promise<Found | Refusal> {
  const received = await listsOf(context, given.files);
  return isRefusal(received) ? received : await planOf(context, session, received, decisionsIn(given));
}

/** Leads to the form that says what will be recorded: what a form is sent with gets no preview. */
async function sessionForm(context: Context, given: Values): Promise<Form | Refusal> {
  const where = { startsAt: { lte: context.now }, method: { not: 'in_person' as const } };
  const form = await chooseSessionForm(context, name, { where });
  return isRefusal(form) ? form : { ...form, known: { files: filesIn(given), decide: true } };
}

async function preview(context: Context, given: Given): Promise<Preview | Refusal> {
  if (given.files.length === 0) return refuseAttendance('list_needed', {});
  const session = await findSession(context, given.session);
  if (session === null) return refuse('not_found', {}, { field: 'session' });
  const found = await planFor(context, session, given);
  if (isRefusal(found)) return found;
  const { plan, isUtc } = found;
  const nothing = refuseNothing(session, plan);
  if (nothing) return nothing;
  const { onlineList } = attendanceTexts[context.language];
  const { answers } = decisionsIn(given);
  const button = decideButton(context, session, plan, { files: given.files, answers });
  const isNobody = plan.record.length === 0 && button === null;
  const open = isNobody ? onlineList.nobodyKnown(plan.unknown.length) : onlineList.nothingYet;
  return {
    does: onlineList.does(sessionTitle(context, session), countsOf(plan)),
    elements: elements(...describePlan(context, session, plan), isUtc && { kind: 'note', text: onlineList.utc }, {
      kind: 'buttons',
      buttons: [
        ...(button === null ? [] : [button]),
        ...(isNobody && plan.unknown.length > 0 ? newcomerButtons(context, session) : []),
      ],
    }),
    ...(plan.record.length === 0 && { open }),
  };
}

/** What there is to do about a name that matches nobody. */
function newcomerButtons(context: Context, session: Session): readonly ActionButton[] {
  const label = rosterTexts[context.language].actions['member.add'].title;
  return [
    sessionButton(context, 'session.walk-in', session, { form: true }),
    { label, action: 'member.add', input: {}, form: true },
  ];
}

function doneMessage(context: Context, { session, plan }: RecordedOnlineList, button: ActionButton | null): Message {
  const { onlineList } = attendanceTexts[context.language];
  const text = onlineList.done(sessionTitle(context, session), plan.record.length);
  const counts = countsOf(plan);
  const { record: _record, ...left } = counts;
  const isLeft = Object.values(left).some((count) => count > 0);
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, isLeft && { kind: 'text', text: onlineList.left(counts) }, {
      kind: 'buttons',
      buttons: [
        ...(button === null ? [] : [button]),
        sessionButton(context, 'session.attendees', session),
        sessionButton(context, 'session.history', session),
        sessionButton(context, 'session.walk-in', session, { form: true }),
      ],
    }),
  };
}
