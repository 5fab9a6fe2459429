/** The page's words for troubles, and what each stand-in calls the same thing. */
import type { Trouble as SlackTrouble } from '../../slack/troubles.js';
import type { Trouble as TeamsTrouble } from '../../teams/troubles.js';
import type { TroubleKind } from '../protocol.js';

/** Troubles that befall what the bot asks of a platform; a repeated delivery goes the other way. */
export type OutgoingTrouble = Exclude<TroubleKind, 'every request twice'>;

/** What both platforms ask for on a bad day; long enough to watch it being kept. */
const retryAfterSeconds = 5;
const slowMilliseconds = 2_000;

/** @param over when hanging requests are let go of */
export function onSlack(kind: OutgoingTrouble, over: AbortSignal): SlackTrouble {
  switch (kind) {
    case '429':
      return { kind: 'rate limited', retryAfterSeconds };
    case 'time-out':
      return { kind: 'hang', until: over };
    case 'lost answer':
      return { kind: 'drop after accepting' };
    case 'server error':
      return { kind: 'server error', status: 503 };
    case 'slow':
      return { kind: 'slow', milliseconds: slowMilliseconds };
  }
}

/** @param over when hanging requests are let go of */
export function onTeams(kind: OutgoingTrouble, over: AbortSignal): TeamsTrouble {
  switch (kind) {
    case '429':
      return { fault: 'status', status: 429, retryAfter: retryAfterSeconds };
    case 'time-out':
      return { fault: 'hang', until: over };
    case 'lost answer':
      return { fault: 'drop' };
    case 'server error':
      return { fault: 'status', status: 503 };
    case 'slow':
      return { fault: 'slow', milliseconds: slowMilliseconds };
  }
}

const standInWords: Readonly<Record<string, string>> = {
  'rate limited': '429',
  hang: 'time-out',
  'drop after accepting': 'lost answer',
  // Teams' only way of cutting a connection is after the command.
  drop: 'lost answer',
  'server error': 'server error',
  slow: 'slow',
  refuse: 'refuse',
};

/** The page's word for a trouble in a stand-in's record; null where the word means no trouble. */
export function troubleMet(word: string | undefined): string | null {
  return word !== undefined && Object.hasOwn(standInWords, word) ? (standInWords[word] ?? null) : null;
}
