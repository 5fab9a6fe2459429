/** What of a plan happens when: people register for each session, the secretariat prepares it, and it is held. */
import { inspectAttendance } from './audit.js';
import type { Part } from './cast.js';
import { correctOnce, holdSession, prepareSession } from './day.js';
import { inParallel } from './parallel.js';
import { hasOwnName, type PilotPlan, type PilotSession } from './plan.js';
import type { Act, Scene } from './play.js';
import { playRegistration, type Stage } from './registration.js';

const HOUR = 3_600_000;

/** People register this long before the deadline. */
const BEFORE_DEADLINE = 72 * HOUR;
const PREPARED_BEFORE_START = 3 * HOUR;
const DOORS_OPEN_BEFORE_START = HOUR / 6;

/** The whole plan, the earliest first. Sessions may overlap. */
export function timeline({ sessions }: PilotPlan): readonly Act[] {
  return inOrder(
    sessions.flatMap((session, number): readonly Act[] => {
      const { startsAt, deadline } = session;
      const before = (instant: Date, milliseconds: number) => new Date(instant.getTime() - milliseconds);
      const last = deadline < startsAt ? deadline : startsAt;
      return [
        { at: before(last, BEFORE_DEADLINE), play: (scene) => registerAll(scene, session, number) },
        { at: before(startsAt, PREPARED_BEFORE_START), play: (scene) => prepare(scene, session, number) },
        { at: before(startsAt, DOORS_OPEN_BEFORE_START), play: (scene) => hold(scene, session, number) },
      ];
    }),
  );
}

export function inOrder(acts: readonly Act[]): readonly Act[] {
  return acts.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** @param whom some of those who are planned to come; everyone else registers later */
export async function registerAll(
  scene: Scene,
  session: PilotSession,
  number: number,
  whom: (part: Part, position: number) => boolean = () => true,
): Promise<void> {
  const stage = stageOf(scene, session, number);
  const parts = (await scene.cast(session, number)).filter(whom);
  const told = { does: 'register', session, people: parts.length } as const;
  scene.tell({ ...told, state: 'begins' });
  await inParallel(parts, (part) => playRegistration(stage, part));
  scene.tell({ ...told, state: 'done' });
}

async function prepare(scene: Scene, session: PilotSession, number: number): Promise<void> {
  const parts = await scene.cast(session, number);
  if (parts.length === 0) return;
  const told = { does: 'prepare', session, people: parts.length } as const;
  scene.tell({ ...told, state: 'begins' });
  scene.codes.set(session, await prepareSession(stageOf(scene, session, number)));
  scene.tell({ ...told, state: 'done' });
}

async function hold(scene: Scene, session: PilotSession, number: number): Promise<void> {
  const stage = stageOf(scene, session, number);
  const parts = await scene.cast(session, number);
  const told = { does: 'hold', session, people: parts.length } as const;
  scene.tell({ ...told, state: 'begins' });
  if (parts.length > 0) {
    await holdSession(stage, parts, scene.codes.get(session) ?? '');
    const one = parts.findLast(({ person }) => hasOwnName(person, scene.plan.participants));
    if (!scene.corrected && one !== undefined) await correctOnce(stage, one);
    scene.corrected ||= one !== undefined;
  }
  await scene.playground.worker.idle();
  await scene.watching.inspect();
  await inspectAttendance(stage, session, parts);
  scene.tell({ ...told, state: 'done' });
}

function stageOf({ people, truth }: Scene, session: PilotSession, number: number): Stage {
  return { people, truth, session, number };
}
