/** One timeline of what either platform and the bot sent each other, drawn from the records of both stand-ins. */
import type { Activity } from '../../slack/traffic-log.js';
import type { Traffic as TeamsTraffic } from '../../teams/traffic-log.js';
import type { TrafficDetail } from '../command.js';
import type { HostedPlayground } from '../host.js';
import type { Platform, TrafficLine } from '../protocol.js';
import { byBeginning, keptLines } from '../traffic-order.js';
import { showable } from './conceal.js';
import { openLines } from './traffic-lines.js';

export interface Traffic {
  /** In the order in which they began, oldest first; no more than the newest `keptLines`. */
  lines(): readonly TrafficLine[];
  /** Request and answer, without secrets; null for what is forgotten or never was. */
  detail(platform: Platform, number: number): TrafficDetail | null;
  /** The newest line of this very request; undefined where it is forgotten. */
  lineOf(request: unknown): TrafficLine | undefined;
  /** Calls back for each line as it ends, until the returned function is called. */
  onLine(listener: (line: TrafficLine) => void): () => void;
  close(): void;
}

interface Entry {
  readonly line: TrafficLine;
  readonly detail: TrafficDetail;
}

/** Listens from now on; what the stand-ins remember of before comes first. Close it when the place is left. */
export function openTraffic(playground: Pick<HostedPlayground, 'slack' | 'teams'>): Traffic {
  const { slack, teams } = playground;
  const lines = openLines(playground);
  const listeners = new Set<(line: TrafficLine) => void>();
  const fromSlack = (activity: Activity, prelude = false): Entry => ({
    line: lines.slack(activity, prelude),
    detail: { request: activity.request, response: activity.response },
  });
  const fromTeams = (traffic: TeamsTraffic, prelude = false): Entry => ({
    line: lines.teams(traffic, prelude),
    detail: { request: traffic.request, response: traffic.response },
  });
  const before = { slack: slack.activity(), teams: teams.traffic() };
  for (const { request } of before.slack.slice(0, -keptLines)) lines.noteSlack(request);
  for (const traffic of before.teams.slice(0, -keptLines)) lines.noteTeams(traffic);
  const entries: Entry[] = [
    ...before.slack.slice(-keptLines).map((activity) => fromSlack(activity, true)),
    ...before.teams.slice(-keptLines).map((traffic) => fromTeams(traffic, true)),
  ].sort((one, other) => byBeginning(one.line, other.line));

  function add(entry: Entry): void {
    // From the end, of which it is seldom far.
    const previous = entries.findLastIndex(({ line }) => byBeginning(line, entry.line) <= 0);
    entries.splice(previous + 1, 0, entry);
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
      return { request: showable(request, playground), response: showable(response, playground) };
    },
    lineOf: (request) => entries.findLast(({ detail }) => detail.request === request)?.line,
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
