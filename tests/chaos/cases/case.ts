/** What every case about many messages gets and finds. */
import type { AppProcesses } from '../../crowd/app-processes.js';
import type { CrowdOptions } from '../../crowd/crowd.js';
import type { Backend } from '../../crowd/queues.js';

export interface CaseOptions {
  /** Of a migrated database with nothing in it. */
  readonly databaseUrl: string;
  readonly backend: Backend;
  /** How many people. */
  readonly people: number;
  readonly apps: AppProcesses;
  /** The control: the same with what protects taken out. It must find what the case must not. */
  readonly control: boolean;
}

export interface Found {
  readonly done: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly unknown: number;
  /** Null where nothing had to recover, or did not. */
  readonly secondsToRecover: number | null;
  /** What else the line says. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Whether the goal is met; in the control it must not be. */
  readonly met: boolean;
}

/** No test needs more; how fast the app sends is a goal of the bench. */
const fast = { perSecond: 150, burst: 60 } as const;
export const fastRates = { slack: fast, teams: fast, email: fast } as const;

/** Half of the people on each platform. */
export function halves({ databaseUrl, backend, people }: CaseOptions): CrowdOptions {
  const onTeams = Math.floor(people / 2);
  return { databaseUrl, backend, onSlack: people - onTeams, onTeams };
}

/** In seconds, for every wait of a case. */
export const LIMIT_SECONDS = 300;
