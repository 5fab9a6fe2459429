/** What can be done about a list of the overview: a message to its people, a reminder, a file, and the way to where it is decided. */
import type { ActionButton, Values } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import type { ListEntry } from './list-rows.js';
import { readUnansweredSessions } from './overview.sql.js';
import { type CountedList, listValues, type NamedList } from './overview-lists.js';
import type { OverviewScope } from './overview-scope.js';
import { programmeOverviewTexts } from './texts.js';

/** As many sessions as get buttons of their own; a list has them soonest first. */
const MOST_SESSIONS = 3;

type Reminder = keyof (typeof programmeOverviewTexts)['ja']['reminders'];

/** Whom a message about the list goes to, as the form of an announcement takes it. */
interface ListAudience {
  /** Where there are several, which one this is: a session's code; otherwise empty. */
  readonly code: string;
  readonly input: Values;
  readonly reminder: Reminder;
  /** The action to which the reminder's button leads. */
  readonly leadsTo: string;
}

export async function listButtons(
  context: Context,
  scope: OverviewScope,
  named: NamedList,
  entries: readonly ListEntry[],
): Promise<readonly ActionButton[]> {
  const { language } = context;
  const texts = programmeOverviewTexts[language];
  const audiences = await audiencesOf(context, scope, named, entries);
  const messages = audiences.flatMap(({ code, input, reminder, leadsTo }): readonly ActionButton[] => [
    { label: texts.message(code), action: 'announcement.compose', input, form: true },
    {
      label: texts.remind(code),
      action: 'announcement.compose',
      // Its words stand ready, so that what it shows is the announcement before it is sent; they can be changed there.
      input: { ...input, ...remindingWords(reminder, code), buttons: [leadsTo] },
    },
  ]);
  return [
    ...messages,
    ...waysOn(context, named.list, entries),
    { label: texts.asFile, action: 'overview.export', input: listValues(named) },
  ];
}

function remindingWords(reminder: Reminder, code: string): Values {
  const { ja, en } = programmeOverviewTexts;
  return { textJa: ja.reminders[reminder](code), textEn: en.reminders[reminder](code) };
}

/** Those whom exactly this list holds; of consultations the companies that are shown, since no condition says who they are. */
async function audiencesOf(
  { transaction }: Context,
  scope: OverviewScope,
  { list, session, deliverableType, stage }: NamedList,
  entries: readonly ListEntry[],
): Promise<readonly ListAudience[]> {
  switch (list) {
    case 'unanswered': {
      const found = await readUnansweredSessions(transaction, scope, MOST_SESSIONS);
      return found
        .filter(({ id }) => session === undefined || id === session)
        .map(({ id, code }) => ({
          ...{ code, input: { session: id, answers: ['unanswered'] } },
          ...{ reminder: 'unanswered', leadsTo: 'session.register' },
        }));
    }
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
        : [{ code: '', input: { deliverableType, stages: [stage] }, reminder: 'stage', leadsTo: 'home.show' }];
    case 'today':
    case 'week':
    case 'seats':
    case 'booked':
      return [...ofSessions(entries), ...ofCompanies(entries, 'consultation', 'consultation.mine')];
    case 'undeliverable':
    case 'decisions':
      return [];
  }
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
  return companies.length === 0 ? [] : [{ code: '', input: { companies }, reminder, leadsTo }];
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
