/** One timeline of what either platform and the bot sent each other, drawn from the records of both stand-ins. */
import type { Activity } from '../../slack/ledger.js';
import type { Traffic as TeamsTraffic } from '../../teams/ledger.js';
import type { PagePlace } from '../place.js';
import { byBeginning, keptLines, type Platform, type TrafficDetail, type TrafficLine } from '../protocol.js';
import { showable } from './conceal.js';
import { troubleMet } from './trouble-words.js';

export interface Traffic {
  /** In the order in which they began, oldest first; no more than the newest `keptLines`. */
  lines(): readonly TrafficLine[];
  /** Request and answer, without secrets; null for what is forgotten or never was. */
  detail(platform: Platform, number: number): TrafficDetail | null;
  /** Calls back for each line as it ends, until the returned function is called. */
  onLine(listener: (line: TrafficLine) => void): () => void;
  close(): void;
}

interface Entry {
  readonly line: TrafficLine;
  readonly detail: TrafficDetail;
}

/** Listens from now on; what the stand-ins remember of before comes first. Close it when the place is left. */
export function openTraffic(place: Pick<PagePlace, 'slack' | 'teams'>): Traffic {
  const { slack, teams } = place;
  const sentBefore = new WeakSet<object>();
  const listeners = new Set<(line: TrafficLine) => void>();
  const fromSlack = (activity: Activity): Entry => ({
    line: slackLine(activity, sentBefore),
    detail: { request: activity.request, response: activity.response },
  });
  const fromTeams = (traffic: TeamsTraffic): Entry => ({
    line: teamsLine(traffic, sentBefore),
    detail: { request: traffic.request, response: traffic.response },
  });
  const entries: Entry[] = [...slack.activity().map(fromSlack), ...teams.ledger().map(fromTeams)].sort((one, other) =>
    byBeginning(one.line, other.line),
  );

  function add(entry: Entry): void {
    // From the end, of which it is seldom far.
    const before = entries.findLastIndex(({ line }) => byBeginning(line, entry.line) <= 0);
    entries.splice(before + 1, 0, entry);
    // In bulk: moving five hundred with every request would be noticed under load.
    if (entries.length > keptLines * 2) entries.splice(0, entries.length - keptLines);
    for (const listener of listeners) listener(entry.line);
  }
  const ends = [
    slack.onActivity((activity) => add(fromSlack(activity))),
    teams.onActivity((traffic) => add(fromTeams(traffic))),
  ];

  return {
    lines: () => entries.slice(-keptLines).map(({ line }) => line),
    detail(platform, number) {
      const entry = entries.find(({ line }) => line.platform === platform && line.number === number);
      if (entry === undefined) return null;
      const { request, response } = entry.detail;
      return { request: showable(request, place), response: showable(response, place) };
    },
    onLine(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const end of ends) end();
      listeners.clear();
    },
  };
}

function slackLine(activity: Activity, sentBefore: WeakSet<object>): TrafficLine {
  const { number, at, direction, method, status, milliseconds, summary, error, early, request, response } = activity;
  const toBot = direction === 'to bot';
  const trouble = toBot ? null : troubleMet(error);
  const retried = / \(retry \d+\)$/.test(summary);
  const again = toBot && (isAgain(request, sentBefore) || retried);
  // With a trouble on, what Slack itself found wrong stands in the answer alone.
  const refused = trouble === null ? error : refusalIn(response);
  return {
    platform: 'slack',
    number,
    at: at.toISOString(),
    direction: toBot ? 'to the bot' : 'from the bot',
    what: again ? `${method} (again)` : method,
    status: status === 0 ? null : status,
    milliseconds: Math.round(milliseconds),
    problem: early ? 'sent before Retry-After was over' : (withheldWhy(error, summary) ?? refused ?? null),
    trouble,
  };
}

function teamsLine(traffic: TeamsTraffic, sentBefore: WeakSet<object>): TrafficLine {
  const { number, at, direction, what, status, milliseconds, problem, trouble, tooEarly, request } = traffic;
  const again = direction === 'to the bot' && isAgain(request, sentBefore);
  return {
    platform: 'teams',
    number,
    // The stand-in notes when it ended.
    at: new Date(at.getTime() - milliseconds).toISOString(),
    direction,
    what: again ? `${what} (again)` : what,
    status: status ?? null,
    milliseconds: Math.round(milliseconds),
    problem: tooEarly ? 'sent before Retry-After was over' : (problem ?? null),
    trouble: troubleMet(trouble === 'status' ? (status === 429 ? 'rate limited' : 'server error') : trouble),
  };
}

/** A repeated delivery carries the very same object as the first one. */
function isAgain(request: unknown, sentBefore: WeakSet<object>): boolean {
  if (typeof request !== 'object' || request === null) return false;
  if (sentBefore.has(request)) return true;
  sentBefore.add(request);
  return false;
}

function withheldWhy(error: string | undefined, summary: string): string | undefined {
  return error === 'withheld' ? summary : undefined;
}

function refusalIn(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null || !('error' in response)) return undefined;
  return typeof response.error === 'string' && troubleMet(response.error) === null ? response.error : undefined;
}
