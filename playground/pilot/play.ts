/** Plays what people do, step by step, in a playground that is open already, while its clock jumps from one step to the next. */
import type { Playground } from '../host/playground.js';
import type { Watch } from './audit.js';
import { castSession, type Part } from './cast.js';
import { inParallel } from './parallel.js';
import { openPeople, type People } from './people.js';
import { type Participant, type PilotPlan, type PilotSession, planned } from './plan.js';
import type { Truth } from './truth.js';

/** Something that several people do at one time. */
export interface PilotStep {
  readonly at: Date;
  play(pilot: PilotContext): Promise<void>;
}

/** What is being done about a consultation. */
type Consulting = 'offer' | 'book' | 'move' | 'take over' | 'record';

/** What is being done about a draft. */
type Drafting = 'begin' | 'submit' | 'open' | 'review' | 'approve' | 'publish';

/** What is being done at the moment, or has been. */
export interface Progress {
  readonly does:
    | 'greet'
    | 'come in'
    | 'register'
    | 'prepare'
    | 'hold'
    | 'wait'
    | 'announce'
    | 'acknowledge'
    | 'try again'
    | Consulting
    | Drafting;
  readonly state: 'begins' | 'done';
  /** Null where it is about no session. */
  readonly session: PilotSession | null;
  /** How many are concerned. */
  readonly people: number;
}

/** What steps know, and what they tell each other. */
export interface PilotContext {
  readonly playground: Playground;
  readonly plan: PilotPlan;
  readonly truth: Truth;
  readonly watching: Watch;
  readonly people: People;
  readonly tell: (progress: Progress) => void;
  /** Who comes to a session and in which manner. Those who may have to do with it come in first, so that it is known who can act in chat. */
  cast(session: PilotSession, number: number): Promise<readonly Part[]>;
  /** Check-in codes of the sessions that have been prepared. */
  readonly codes: Map<PilotSession, string>;
  /** Whether the secretariat has made its slip of the pen. */
  corrected: boolean;
  /** Gives up once it is aborted. */
  readonly enough: AbortSignal | undefined;
}

export interface Play extends Pick<PilotContext, 'plan' | 'truth' | 'watching' | 'tell'> {
  /**
   * Of the companies only those come in who are planned to come to a session: much faster. Those with an account are then taken to be
   * able to act in chat.
   */
  readonly onlyThosePlanned?: boolean;
  /** Gives up in the middle, soon after it is aborted: the playing then throws its reason. */
  readonly enough?: AbortSignal | undefined;
}

/** Plays the steps in the order given; the clock only ever goes on. */
export async function playSteps(playground: Playground, steps: readonly PilotStep[], play: Play): Promise<void> {
  const pilot = openContext(playground, play);
  for (const step of steps) {
    play.enough?.throwIfAborted();
    await goOnTo(pilot, step.at);
    await step.play(pilot);
  }
}

/**
 * Plays the steps that come before the instant, then lets it be that instant, with everything delivered that was due.
 * @throws PilotFailed where anything went otherwise than it should
 */
export async function playUntil(playground: Playground, instant: Date, steps: readonly PilotStep[], play: Play) {
  const before = steps.filter(({ at }) => at < instant);
  await playSteps(playground, before, play);
  await goOnTo({ playground, ...play }, instant);
  await playground.worker.idle();
  await play.watching.inspect();
}

/** Lets everything become due that still lies ahead when the steps are over: the last session's feedback, and its reminder. */
export async function playOut({ playground, ...play }: Pick<Play, 'truth' | 'enough'> & { playground: Playground }) {
  for (;;) {
    const due = await play.truth.nextDue(playground.clock.now());
    if (due === null) return;
    await goOnTo({ playground, ...play }, new Date(due.getTime() + 1));
  }
}

/** The clock stands still at each instant at which something is due, so that it is delivered then and not later. */
async function goOnTo(
  { playground, truth, enough }: Pick<Play, 'truth' | 'enough'> & { playground: Playground },
  instant: Date,
) {
  const { worker, clock } = playground;
  await worker.idle();
  for (;;) {
    enough?.throwIfAborted();
    const due = await truth.nextDue(clock.now());
    if (due === null || due >= instant) break;
    if (due > clock.now()) clock.jumpTo(due);
    await worker.idle();
  }
  if (instant > clock.now()) clock.jumpTo(instant);
  await worker.idle();
}

function openContext(playground: Playground, play: Play): PilotContext {
  const { plan, truth, watching, tell, onlyThosePlanned = false, enough } = play;
  const people = openPeople(playground, plan, truth, enough);
  const casts = new Map<PilotSession, readonly Part[]>();
  const cameIn = new Set<string>();

  /** @returns who of them can act in chat */
  async function comeIn(concerned: readonly Participant[]): Promise<ReadonlySet<string>> {
    const able = new Set<string>();
    const strangers = concerned.filter(({ email }) => !cameIn.has(email)).length;
    const told = { does: 'come in', session: null, people: strangers } as const;
    if (strangers > 0) tell({ ...told, state: 'begins' });
    await inParallel(concerned, async ({ email }) => {
      if (await people.canAct(email)) able.add(email);
      cameIn.add(email);
    });
    if (strangers > 0) tell({ ...told, state: 'done' });
    return able;
  }

  async function castAll(session: PilotSession, number: number): Promise<readonly Part[]> {
    const { participants } = plan;
    const coming = participants.filter((one) => planned(one, session));
    const companies = new Set(coming.map(({ companyCode }) => companyCode));
    const able = onlyThosePlanned
      ? new Set([...haveAccounts(playground), ...(await comeIn(coming))])
      : await comeIn(participants.filter(({ companyCode }) => companies.has(companyCode)));
    return castSession(session, participants, ({ email }) => able.has(email), number);
  }

  return {
    ...{ playground, plan, truth, watching, people, tell, enough },
    codes: new Map(),
    corrected: false,
    async cast(session, number) {
      const parts = casts.get(session) ?? (await castAll(session, number));
      casts.set(session, parts);
      return parts;
    },
  };
}

function haveAccounts({ directory }: Playground): readonly string[] {
  const there = directory.people.filter((one) => one.slackUserId !== null || one.teamsUserId !== null);
  return there.map(({ email }) => email);
}
