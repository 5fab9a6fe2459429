/** What can be done about a list of the overview: a message to its people, a reminder, a file, and the way to where it is decided. */
import type { DeliverableStage } from '../../prisma/client.js';
import type { ActionButton, Values } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import type { ListEntry } from './list-rows.js';
import { readUnansweredSessions } from './overview.sql.js';
import { type CountedList, listValues, type NamedList } from './overview-lists.js';
import type { OverviewScope } from './overview-scope.js';
import { programmeOverviewTexts } from './texts.js';

/** As many sessions as get buttons of their own; a list has them soonest first, and leads to the lists of the others. */
const MOST_SESSIONS = 3;
/** As many further sessions as are led to. */
const MOST_FURTHER = 6;

type UnansweredSessions = Awaited<ReturnType<typeof readUnansweredSessions>>;

type Reminder = keyof (typeof programmeOverviewTexts)['ja']['reminders'];

/** Whom a message about the list goes to, as the form of an announcement takes it. */
interface ListAudience {
  /** Where there are several, which one this is: a session's code; otherwise empty. */
  readonly code: string;
  readonly input: Values;
  /** Null: there is nothing left to remind them of. */
  readonly reminder: Reminder | null;
  /** The action to which the reminder's button leads. */
  readonly leadsTo: string;
  /** Of those that are shown on this page, since no condition says who they are. */
  readonly onlyShown?: true;
}

export async function listButtons(
  context: Context,
  scope: OverviewScope,
  named: NamedList,
  entries: readonly ListEntry[],
): Promise<readonly ActionButton[]> {
  const { language } = context;
  const texts = programmeOverviewTexts[language];
  const unanswered =
    named.list === 'unanswered' ? await readUnansweredSessions(context.transaction, scope, named.session) : [];
  const audiences = audiencesOf(scope, named, entries, unanswered);
  const messages = audiences.flatMap(({ code, input, reminder, leadsTo, onlyShown }): readonly ActionButton[] => [
    {
      label: onlyShown ? texts.messageShown : texts.message(code),
      ...{ action: 'announcement.compose', input, form: true },
    },
    ...(reminder === null
      ? []
      : [
          {
            label: onlyShown ? texts.remindShown : texts.remind(code),
            action: 'announcement.compose',
            // Its words stand ready, so that what it shows is the announcement before it is sent; they can be changed there.
            input: { ...input, ...remindingWords(reminder, code), buttons: [leadsTo] },
          },
        ]),
  ]);
  return [
    ...messages,
    ...furtherSessions(context, named, unanswered),
    ...waysOn(context, named.list, entries),
    { label: texts.asFile, action: 'overview.export', input: listValues(named) },
  ];
}

function remindingWords(reminder: Reminder, code: string): Values {
  const { ja, en } = programmeOverviewTexts;
  return { textJa: ja.reminders[reminder](code), textEn: en.reminders[reminder](code) };
}

/** Those whom exactly this list holds; of consultations the companies that are shown, since no condition says who they are. */
function audiencesOf(
  scope: OverviewScope,
  { list, deliverableType, stage }: NamedList,
  entries: readonly ListEntry[],
  unanswered: UnansweredSessions,
): readonly ListAudience[] {
  switch (list) {
    case 'unanswered':
      return unanswered.slice(0, MOST_SESSIONS).map(({ id, code, isOpen }) => ({
        ...{ code, input: { session: id, answers: ['unanswered'] } },
        ...{ reminder: isOpen ? 'unanswered' : null, leadsTo: 'session.register' },
      }));
    case 'quiet':
      return [
        { code: '', input: { quietSince: scope.quietSince.toISOString() }, reminder: 'quiet', leadsTo: 'home.show' },
      ];
    case 'free':
    case 'unbooked':
      return [{ code: '', input: { consultation: 'not_booked' }, reminder: 'unbooked', leadsTo: 'consultation.find' }];
    case 'stuck':
      return ofCompanies(entries, 'stage', 'home.show');
    case 'stage':
      return stage === undefined || deliverableType === undefined
        ? []
        : [
            {
              code: '',
              input: { deliverableType, stages: [stage] },
              reminder: isDone(stage) ? null : 'stage',
              leadsTo: 'home.show',
            },
          ];
    case 'today':
    case 'week':
    case 'seats':
    case 'booked':
      return ofAhead(entries.filter(({ at }) => at !== null && at > scope.now));
    case 'undeliverable':
    case 'decisions':
    case 'unhelpful':
      return [];
  }
}

function isDone(stage: DeliverableStage): boolean {
  return stage === 'approved' || stage === 'published';
}

/** Nobody is reminded of what has begun. */
function ofAhead(ahead: readonly ListEntry[]): readonly ListAudience[] {
  return [...ofSessions(ahead), ...ofCompanies(ahead, 'consultation', 'consultation.mine')];
}

/** Of those who have not answered: the lists of the sessions that have no buttons here. */
function furtherSessions(
  { language }: Context,
  { list, session }: NamedList,
  unanswered: UnansweredSessions,
): readonly ActionButton[] {
  if (list !== 'unanswered' || session !== undefined) return [];
  return unanswered.slice(MOST_SESSIONS, MOST_SESSIONS + MOST_FURTHER).map(({ id, code, people }) => ({
    label: programmeOverviewTexts[language].unansweredOf(code, people),
    action: 'overview.list',
    input: listValues({ list, session: id }),
  }));
}

function ofSessions(entries: readonly ListEntry[]): readonly ListAudience[] {
  const sessions = entries.flatMap(({ sessionId, code }) => (sessionId === null ? [] : [{ sessionId, code }]));
  return sessions.slice(0, MOST_SESSIONS).map(({ sessionId, code }) => ({
    ...{ code, input: { session: sessionId, answers: ['registered', 'waiting'] } },
    ...{ reminder: 'session', leadsTo: 'session.show' },
  }));
}

/** No condition says who they are, so that the message is for those that are shown. */
function ofCompanies(entries: readonly ListEntry[], reminder: Reminder, leadsTo: string): readonly ListAudience[] {
  const companies = [...new Set(entries.flatMap(({ companyId }) => companyId ?? []))];
  return companies.length === 0 ? [] : [{ code: '', input: { companies }, reminder, leadsTo, onlyShown: true }];
}

/** Where what the list holds is done. */
function waysOn({ language }: Context, list: CountedList, entries: readonly ListEntry[]): readonly ActionButton[] {
  const { ways } = programmeOverviewTexts[language];
  if (list === 'undeliverable') return [{ label: ways.calls, action: 'member.call-list', input: {} }];
  if (list === 'stuck') return [{ label: ways.stuck, action: 'deliverable.overview', input: { list: 'stuck' } }];
  if (list !== 'decisions') return [];
  const kinds = new Set(entries.map(({ kind }) => kind));
  return [
    ...(kinds.has('extension') ? [{ label: ways.extensions, action: 'deliverable.overview', input: {} }] : []),
    ...(kinds.has('approval') || kinds.has('post')
      ? [{ label: ways.announcements, action: 'announcement.list', input: {} }]
      : []),
    ...(kinds.has('delivery') ? [{ label: ways.deliveries, action: 'delivery.problems', input: {} }] : []),
    ...(kinds.has('apart')
      ? [{ label: ways.handovers, action: 'consultation.overview', input: { list: 'apart' } }]
      : []),
    ...(kinds.has('record')
      ? [{ label: ways.records, action: 'consultation.overview', input: { list: 'missing' } }]
      : []),
  ];
}
