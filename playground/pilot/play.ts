/** Plays what people do, act by act, in a playground that is open already, while its clock jumps from one act to the next. */
import type { Playground } from '../../start/playground.js';
import type { Watch } from './audit.js';
import { castSession, type Part } from './cast.js';
import { inParallel } from './parallel.js';
import { openPeople, type People } from './people.js';
import { type PilotPlan, type PilotSession, planned } from './plan.js';
import type { Truth } from './truth.js';

/** Something that several people do at one time. */
export interface Act {
  readonly at: Date;
  play(scene: Scene): Promise<void>;
}

/** What is being done at the moment, or has been. */
export interface Progress {
  readonly does: 'come in' | 'register' | 'prepare' | 'hold' | 'wait';
  readonly state: 'begins' | 'done';
  /** Null where it is about no session. */
  readonly session: PilotSession | null;
  /** How many are concerned. */
  readonly people: number;
}

/** What acts know, and what they tell each other. */
export interface Scene {
  readonly playground: Playground;
  readonly plan: PilotPlan;
  readonly truth: Truth;
  readonly watching: Watch;
  readonly people: People;
  readonly tell: (progress: Progress) => void;
  /** Who comes to a session and in which manner. Whoever may have to do with it comes in first; so it is known who can act in chat. */
  cast(session: PilotSession, number: number): Promise<readonly Part[]>;
  /** Check-in codes of the sessions that have been prepared. */
  readonly codes: Map<PilotSession, string>;
  /** Whether the secretariat has made its slip of the pen. */
  corrected: boolean;
}

export type Play = Pick<Scene, 'plan' | 'truth' | 'watching' | 'tell'>;

/** Plays the acts in the order given; the clock only ever goes on. */
export async function playActs(playground: Playground, acts: readonly Act[], play: Play): Promise<void> {
  const scene = openScene(playground, play);
  for (const act of acts) {
    await goOnTo(playground, act.at);
    await act.play(scene);
  }
}

/**
 * Plays the acts that come before the instant, then lets it be that instant, with everything delivered that was due.
 * @throws PilotFailed where anything went otherwise than it should
 */
export async function playUntil(playground: Playground, instant: Date, acts: readonly Act[], play: Play) {
  const before = acts.filter(({ at }) => at < instant);
  await playActs(playground, before, play);
  await goOnTo(playground, instant);
  await playground.assistant.worker?.idle();
  await play.watching.inspect();
}

/** What is due now is delivered before it is later, and what is due then is looked for. */
async function goOnTo({ assistant, clock }: Playground, instant: Date): Promise<void> {
  await assistant.worker?.idle();
  if (instant > clock.now()) clock.jumpTo(instant);
  assistant.worker?.wake();
}

function openScene(playground: Playground, play: Play): Scene {
  const { plan, truth } = play;
  const people = openPeople(playground, plan, truth);
  const casts = new Map<PilotSession, readonly Part[]>();
  return {
    ...play,
    playground,
    people,
    codes: new Map(),
    corrected: false,
    async cast(session, number) {
      const parts = casts.get(session) ?? (await cast(plan, people, session, number));
      casts.set(session, parts);
      return parts;
    },
  };
}

async function cast(plan: PilotPlan, people: People, session: PilotSession, number: number): Promise<readonly Part[]> {
  const able = new Set<string>();
  const companies = new Set(
    plan.participants.filter((one) => planned(one, session)).map(({ companyCode }) => companyCode),
  );
  const concerned = plan.participants.filter(({ companyCode }) => companies.has(companyCode));
  await inParallel(concerned, async ({ email }) => {
    if (await people.canAct(email)) able.add(email);
  });
  return castSession(session, plan.participants, ({ email }) => able.has(email), number);
}
