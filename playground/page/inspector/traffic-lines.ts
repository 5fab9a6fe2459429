/** Makes the timeline's lines out of what the stand-ins record, both platforms in the same words. */
import type { Activity } from '../../slack/traffic-log.js';
import type { Traffic } from '../../teams/traffic-log.js';
import type { HostedPlayground } from '../host.js';
import type { TrafficLine } from '../protocol.js';
import { troubleMet } from './trouble-words.js';
import { whoOnSlack } from './who-on-slack.js';
import { whoOnTeams } from './who-on-teams.js';

/** Each request is given once, in the order in which they ended: a line also says whether the same was sent before. */
export interface Lines {
  slack(activity: Activity, prelude: boolean): TrafficLine;
  teams(traffic: Traffic, prelude: boolean): TrafficLine;
  /** Takes note of an older one that is not shown. */
  noteSlack(request: unknown): void;
  noteTeams(traffic: Traffic): void;
}

export function openLines(playground: Pick<HostedPlayground, 'slack' | 'teams'>): Lines {
  const sentBefore = new WeakSet<object>();
  const wasSent = (identity: unknown): boolean => {
    if (typeof identity !== 'object' || identity === null) return false;
    const before = sentBefore.has(identity);
    sentBefore.add(identity);
    return before;
  };

  return {
    slack(activity, prelude) {
      const again = activity.direction === 'to bot' && (wasSent(activity.request) || isRetry(activity));
      return { ...slackLine(activity), who: whoOnSlack(playground.slack, activity), prelude, again };
    },
    teams(traffic, prelude) {
      const again = traffic.direction === 'to the bot' && wasSent(identityOf(traffic));
      return { ...teamsLine(traffic), who: whoOnTeams(playground.teams, traffic), prelude, again };
    },
    noteSlack: wasSent,
    noteTeams: (traffic) => wasSent(identityOf(traffic)),
  };
}

type Bare = Omit<TrafficLine, 'prelude' | 'who' | 'again'>;

function slackLine(activity: Activity): Bare {
  const { number, at, direction, method, status, milliseconds, summary, error, early, response } = activity;
  const toBot = direction === 'to bot';
  const trouble = toBot ? null : troubleMet(error);
  // With a trouble on, what Slack itself found wrong stands in the answer alone.
  const refused = trouble === null ? error : refusalIn(response);
  return {
    platform: 'slack',
    number,
    at: at.toISOString(),
    direction: toBot ? 'to the bot' : 'from the bot',
    what: method,
    status: status === 0 ? null : status,
    milliseconds: Math.round(milliseconds),
    problem: early ? 'sent before Retry-After was over' : (withheldWhy(error, summary) ?? refused ?? null),
    trouble,
  };
}

function teamsLine(traffic: Traffic): Bare {
  const { number, at, direction, what, status, milliseconds, problem, trouble, tooEarly, request } = traffic;
  return {
    platform: 'teams',
    number,
    // The stand-in notes when it ended.
    at: new Date(at.getTime() - milliseconds).toISOString(),
    direction,
    what: isTyping(request) ? `${what} typing` : what,
    status: status ?? null,
    milliseconds: Math.round(milliseconds),
    // What the switched-on trouble answers says no more than the trouble itself.
    problem: tooEarly ? 'sent before Retry-After was over' : trouble === 'status' ? null : (problem ?? null),
    trouble: troubleMet(trouble === 'status' ? (status === 429 ? 'rate limited' : 'server error') : trouble),
  };
}

/** A repeated delivery carries the very same object as the first one. Under another id it is a copy, but not the conversation in it. */
function identityOf({ request }: Traffic): unknown {
  const isActivity = typeof request === 'object' && request !== null && 'conversation' in request;
  return isActivity ? request.conversation : request;
}

/** Slack's own retries, and events under another id. */
function isRetry({ summary }: Activity): boolean {
  return / \(retry \d+\)$/.test(summary);
}

function isTyping(request: unknown): boolean {
  return typeof request === 'object' && request !== null && 'type' in request && request.type === 'typing';
}

function withheldWhy(error: string | undefined, summary: string): string | undefined {
  return error === 'withheld' ? summary : undefined;
}

function refusalIn(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null || !('error' in response)) return undefined;
  return typeof response.error === 'string' && troubleMet(response.error) === null ? response.error : undefined;
}
