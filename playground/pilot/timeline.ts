/** What of a plan happens when: people register for each session, the secretariat prepares it, and it is held; the consultations; and the drafts. */
import { announcementSteps } from './announcement.js';
import { inspectAttendance } from './audit.js';
import type { Part } from './cast.js';
import { consultationSteps } from './consultations/steps.js';
import { correctOnce, holdSession, prepareSession } from './day.js';
import { draftSteps } from './drafts/steps.js';
import { inParallel } from './parallel.js';
import { hasOwnName, type PilotPlan, type PilotSession } from './plan.js';
import type { PilotContext, PilotStep } from './play.js';
import { playRegistration, type SessionContext } from './registration.js';

const HOUR = 3_600_000;

/** People register this long before the deadline. */
const BEFORE_DEADLINE = 72 * HOUR;
const PREPARED_BEFORE_START = 3 * HOUR;
const DOORS_OPEN_BEFORE_START = HOUR / 6;

/** The whole plan, the earliest first. Sessions and consultations may overlap. */
export function timeline(plan: PilotPlan): readonly PilotStep[] {
  return inOrder([
    ...consultationSteps(plan),
    ...draftSteps(plan),
    ...announcementSteps(plan),
    ...plan.sessions.flatMap((session, number): readonly PilotStep[] => {
      const { startsAt, deadline } = session;
      const before = (instant: Date, milliseconds: number) => new Date(instant.getTime() - milliseconds);
      const last = deadline < startsAt ? deadline : startsAt;
      return [
        { at: before(last, BEFORE_DEADLINE), play: (pilot) => registerAll(pilot, session, number) },
        { at: before(startsAt, PREPARED_BEFORE_START), play: (pilot) => prepare(pilot, session, number) },
        { at: before(startsAt, DOORS_OPEN_BEFORE_START), play: (pilot) => hold(pilot, session, number) },
      ];
    }),
  ]);
}

export function inOrder(steps: readonly PilotStep[]): readonly PilotStep[] {
  return steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** @param whom some of those who are planned to come; everyone else registers later */
export async function registerAll(
  pilot: PilotContext,
  session: PilotSession,
  number: number,
  whom: (part: Part, position: number) => boolean = () => true,
): Promise<void> {
  const context = contextOf(pilot, session, number);
  const parts = (await pilot.cast(session, number)).filter(whom);
  const told = { does: 'register', session, people: parts.length } as const;
  pilot.tell({ ...told, state: 'begins' });
  await inParallel(parts, (part) => playRegistration(context, part));
  pilot.tell({ ...told, state: 'done' });
}

async function prepare(pilot: PilotContext, session: PilotSession, number: number): Promise<void> {
  const parts = await pilot.cast(session, number);
  if (parts.length === 0) return;
  const told = { does: 'prepare', session, people: parts.length } as const;
  pilot.tell({ ...told, state: 'begins' });
  pilot.codes.set(session, await prepareSession(contextOf(pilot, session, number)));
  pilot.tell({ ...told, state: 'done' });
}

async function hold(pilot: PilotContext, session: PilotSession, number: number): Promise<void> {
  const context = contextOf(pilot, session, number);
  const parts = await pilot.cast(session, number);
  const told = { does: 'hold', session, people: parts.length } as const;
  pilot.tell({ ...told, state: 'begins' });
  if (parts.length > 0) {
    await holdSession(context, parts, pilot.codes.get(session) ?? '');
    const one = parts.findLast(({ person }) => hasOwnName(person, pilot.plan.participants));
    if (!pilot.corrected && one !== undefined) await correctOnce(context, one);
    pilot.corrected ||= one !== undefined;
  }
  await pilot.playground.worker.idle();
  await pilot.watching.inspect();
  await inspectAttendance(context, session, parts);
  pilot.tell({ ...told, state: 'done' });
}

function contextOf({ people, truth }: PilotContext, session: PilotSession, number: number): SessionContext {
  return { people, truth, session, number };
}
