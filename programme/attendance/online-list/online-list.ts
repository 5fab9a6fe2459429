/** What the report of an online meeting says about who was in it: data, whichever platform wrote it. */

export type MeetingPlatform = 'zoom' | 'teams';

/** One line: a person may have several, for each time that they came back or for each device. */
export interface MeetingLine {
  /** As it was shown in the meeting. */
  readonly name: string;
  /** The name of the account, where somebody renamed themselves in the meeting. */
  readonly originalName: string | null;
  /** In lower case. */
  readonly email: string | null;
  /** Null where the report tells no times. */
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
  /** How long the report says they were there; null where it does not. */
  readonly seconds: number | null;
  /** They held the meeting. */
  readonly isHost: boolean;
  /** From the first coming to the last leaving, with times away in between. */
  readonly isHull: boolean;
}

export interface OnlineList {
  readonly platform: MeetingPlatform;
  readonly meetingStart: Date | null;
  readonly meetingEnd: Date | null;
  /** Without those who only waited to be let in. */
  readonly rows: readonly MeetingLine[];
  /** Whether its days can also be read the other way round (3/4 as 4 March). */
  readonly isUndecided: boolean;
}

/** Why a file is not read. */
export type OnlineListProblem = 'empty' | 'unreadable' | 'old_excel' | 'too_long' | 'no_list' | 'nobody' | 'times';

export type OnlineListReading =
  | { readonly ok: true; readonly list: OnlineList }
  | { readonly ok: false; readonly problem: OnlineListProblem };

/** The whole time that the list tells of; null where it tells no times. */
export function spanOf({
  meetingStart,
  meetingEnd,
  rows,
}: OnlineList): { readonly from: Date; readonly to: Date } | null {
  const times = rows.flatMap(({ joinedAt, leftAt }) => [joinedAt, leftAt]).filter((time) => time !== null);
  const all = times.length > 0 ? times : [meetingStart, meetingEnd].filter((time) => time !== null);
  if (all.length === 0) return null;
  const instants = all.map((time) => time.getTime());
  // Of a list without an end nothing is known but the beginning.
  return { from: new Date(Math.min(...instants)), to: new Date(Math.max(...instants)) };
}
