/** Looks after each session whether everything went as it should: in the outbox, on the screens, and by the platforms' own record. */
import { z } from 'zod';
import type { DeliverableStage } from '../../prisma/client.js';
import type { PlannedDrafts } from '../../programme/import/read-draft-plan.js';
import { auditNotifications, type NotificationFigures } from '../../programme/notifications/audit.js';
import type { Playground } from '../host/playground.js';
import type { Part } from './cast.js';
import { PilotFailed } from './failure.js';
import type { People } from './people.js';
import type { PilotPlan, PilotSession } from './plan.js';
import type { Truth } from './truth.js';

/** What is asked of the playground. */
export interface Watch {
  /** @throws PilotFailed with a sentence for each thing that is wrong */
  inspect(): Promise<void>;
  /** How many of Slack's events were not answered within three seconds. Slack delivers these again, and nothing is done twice. */
  lateEvents(): number;
  stop(): void;
}

/** @param faults what the assistant logged as errors; its array grows meanwhile */
export function watch(playground: Playground, truth: Truth, faults: readonly string[]): Watch {
  const refused: string[] = [];
  let lateEvents = 0;
  const stop = playground.slack.onActivity(({ direction, method, error, early }) => {
    // Of events only: a command or a button that is answered late has failed in front of a person.
    if (error === 'timeout' && method.startsWith('event ')) lateEvents += 1;
    else if (error !== undefined) refused.push(`Slack: ${method} ${direction} failed with ${error}.`);
    if (early) refused.push(`Slack: ${method} was called before it was allowed again.`);
  });
  return {
    stop,
    lateEvents: () => lateEvents,
    async inspect() {
      const inTeams = playground.teams
        .refusals()
        .map(({ what, direction, problem }) => `Teams: ${what} ${direction} was refused: ${problem}.`);
      const wrong = [
        ...refused,
        ...inTeams,
        ...beyondLateEvents(faults, lateEvents).map((sentence) => `The assistant logged an error: ${sentence}`),
        ...(await unsettled(truth)),
        ...(await toldTwice(playground, truth)),
      ];
      if (wrong.length > 0) throw new PilotFailed(...wrong);
    },
  };
}

/** Bolt logs an error for each event that is late. */
function beyondLateEvents(faults: readonly string[], lateEvents: number): readonly string[] {
  const ofBolt = faults.filter((sentence) => sentence.startsWith('An incoming event was not acknowledged'));
  const others = faults.filter((sentence) => !ofBolt.includes(sentence));
  return [...others, ...ofBolt.slice(lateEvents)];
}

async function unsettled({ database }: Truth): Promise<readonly string[]> {
  const rows = await database.notification.groupBy({
    by: ['state', 'kind', 'reason'],
    where: { state: { in: ['unknown', 'failed', 'queued', 'sending'] } },
    _count: true,
  });
  return rows.map(
    ({ state, kind, reason, _count }) =>
      `${_count} notifications of the kind ${kind} are in the state "${state}" (${reason ?? 'no reason given'}).`,
  );
}

const slackNotice = z.object({ event_payload: z.object({ key: z.string() }) });
const teamsReference = z.object({ conversation: z.string(), activity: z.string() });

/** The keys of the notifications that Slack has, as often as it has each. */
function keysInSlack({ slack }: Pick<Playground, 'slack'>): readonly string[] {
  const keys: string[] = [];
  for (const workspace of slack.workspaces.values()) {
    for (const { messages } of workspace.conversations.values()) {
      for (const { metadata } of messages) {
        const notice = slackNotice.safeParse(metadata);
        if (notice.success) keys.push(notice.data.event_payload.key);
      }
    }
  }
  return keys;
}

/**
 * The ledger against what Slack accepted, and what can be said without it.
 * @throws PilotFailed with a sentence for each notification that is neither sent nor explained, or was sent twice
 */
export async function inspectNotifications(playground: Playground, { database }: Truth): Promise<NotificationFigures> {
  const keys = new Map<string, number>();
  for (const key of keysInSlack(playground)) keys.set(key, (keys.get(key) ?? 0) + 1);
  const { figures, faults } = await auditNotifications({ database, clock: playground.clock }, [
    { channel: 'slack', keys },
  ]);
  if (faults.length > 0) {
    throw new PilotFailed(...faults.map(({ kind, id, fault }) => `The notification ${id} (${kind}): ${fault}.`));
  }
  return figures;
}

/** In Slack each message carries its notification's key; in Teams it is told by its words. */
async function toldTwice(playground: Playground, { database }: Truth): Promise<readonly string[]> {
  const { teams } = playground;
  const keys = keysInSlack(playground);
  const delivered = await database.notification.findMany({
    where: { state: 'delivered', account: { platform: 'teams' } },
    select: { reference: true },
  });
  const told: string[] = [];
  const words = new Map<string, string>();
  const sent = teams.store.messages().filter(({ from }) => from === 'bot');
  for (const { conversation, id, payload } of sent) words.set(`${conversation.id} ${id}`, JSON.stringify(payload));
  for (const { reference } of delivered) {
    const read = teamsReference.safeParse(reference);
    const said = read.success ? words.get(`${read.data.conversation} ${read.data.activity}`) : undefined;
    if (read.success && said !== undefined) told.push(`${read.data.conversation} ${said}`);
  }
  const shown = sent.map(({ conversation, payload }) => `${conversation.id} ${JSON.stringify(payload)}`);
  const notices = new Set(told);
  const repeated = shown.filter((one) => notices.has(one)).length - told.length;
  return [
    ...(repeated > 0 ? [`${repeated} notifications were told twice in Teams.`] : []),
    ...duplicates(keys).map((key) => `The notification ${key} was told twice in Slack.`),
    ...(await plannedTwice(database)),
  ];
}

/** The same thing told under two keys. Being promoted, leaving and being promoted again is two things. */
async function plannedTwice(database: Truth['database']): Promise<readonly string[]> {
  const rows = await database.notification.findMany({
    where: { state: 'delivered', kind: { not: 'session.promoted' } },
    select: { kind: true, personId: true, subjectId: true, accountId: true, data: true },
  });
  const things = rows.map(({ kind, personId, subjectId, accountId, data }) =>
    // A welcome belongs to the account, anything else to the person, wherever it is told.
    JSON.stringify([kind, personId, subjectId, data, kind === 'member.welcome' ? accountId : null]),
  );
  return duplicates(things).map((thing) => `A person was told the same thing twice: ${thing}.`);
}

function duplicates(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = values.filter((value) => {
    const known = seen.has(value);
    seen.add(value);
    return known;
  });
  return [...new Set(again)];
}

/** @throws PilotFailed where anybody's attendance is not what the plan leads to */
export async function inspectAttendance(
  { truth, people }: { readonly truth: Truth; readonly people: People },
  session: PilotSession,
  parts: readonly Part[],
): Promise<void> {
  const came = await truth.came(session);
  const wrong = parts
    .filter(({ person, mode }) => came.get(people.personId(person.email)) !== mode)
    .map(({ person }) => person.nameEn);
  if (wrong.length > 0) {
    throw new PilotFailed(`The attendance of ${wrong.join(', ')} at ${session.code} could not be recorded as planned.`);
  }
  if (came.size > parts.length) {
    throw new PilotFailed(`${came.size} people are recorded at ${session.code}, but ${parts.length} came.`);
  }
}

/** Where a company stands in the end, as the plan has it. */
function plannedStage({ begunAt, submittedAt, last, approvedOn, publishedOn }: PlannedDrafts): DeliverableStage {
  if (publishedOn !== null) return 'published';
  if (approvedOn !== null) return 'approved';
  if (submittedAt.length > 0) return last === 'waiting' ? 'submitted' : last;
  return begunAt === null ? 'not_started' : 'drafting';
}

/** @throws PilotFailed where a company is not as far with its drafts as the plan leads to */
export async function inspectDrafts(truth: Truth, { drafts }: PilotPlan): Promise<void> {
  const wrong: string[] = [];
  for (const planned of drafts) {
    const { stage, versions } = await truth.drafts(planned);
    const due = plannedStage(planned);
    if (stage === due && versions === planned.submittedAt.length) continue;
    wrong.push(
      `The ${planned.deliverable} of ${planned.company} is ${stage} in ${versions} versions, not ${due} in ${planned.submittedAt.length}.`,
    );
  }
  if (wrong.length > 0) throw new PilotFailed(...wrong);
}

/** @throws PilotFailed where a consultation is not what the plan leads to, or there is one of which it does not know */
export async function inspectConsultations(truth: Truth, { consultations }: PilotPlan): Promise<void> {
  const wrong: string[] = [];
  for (const planned of consultations) {
    const standing = await truth.consultation(planned);
    if (standing?.recorded === planned.outcome && standing.state === planned.outcome) continue;
    wrong.push(
      `The consultation of ${planned.company} at ${planned.startsAt.toISOString()} is ${standing?.recorded ?? 'not recorded'}, not ${planned.outcome}.`,
    );
  }
  const { database, programmeId } = truth;
  const booked = await database.booking.count({ where: { programmeId, state: { not: 'cancelled' } } });
  if (booked > consultations.length)
    wrong.push(`${booked} consultations are there, but ${consultations.length} are planned.`);
  if (wrong.length > 0) throw new PilotFailed(...wrong);
}
