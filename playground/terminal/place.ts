/** What the terminal has to know of the playground that it is opened on: its stand-ins, its time, and who lives there. */
import type { JumpingClock } from '../clock.js';
import type { Slack } from '../slack/start-slack.js';
import type { Teams } from '../teams/server.js';

export type Platform = 'slack' | 'teams';

export const platformNames: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' };

export interface Inhabitant {
  readonly name: string;
  readonly nameEn: string;
  readonly email: string;
  readonly role: string;
  readonly level: string | null;
  /** Null for those of no company, such as advisers. */
  readonly company: string | null;
  /** Null where this person has no account on Slack. */
  readonly slackUserId: string | null;
  /** Null where this person has no account on Teams. */
  readonly teamsUserId: string | null;
}

export interface InhabitedPlace {
  readonly slack: Slack;
  readonly teams: Teams;
  readonly clock: JumpingClock;
  readonly residents: { readonly people: readonly Inhabitant[] };
  readonly assistant: {
    readonly worker: {
      /** Looks at once for what has become due. */
      wake(): void;
      /** Resolves when nothing is due or being sent. */
      idle(): Promise<void>;
    } | null;
  };
}

/** What the person at the terminal can be told in a sentence; anything else that is thrown is a fault of ours. */
export class NotPossible extends Error {}

export function platformsOf(person: Inhabitant): readonly Platform[] {
  return [
    ...(person.slackUserId === null ? [] : (['slack'] as const)),
    ...(person.teamsUserId === null ? [] : (['teams'] as const)),
  ];
}
