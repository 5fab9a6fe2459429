/** The switches for trouble: what the platforms answer the bot on a bad day, and what they deliver to it twice. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../../slack/store.js';
import { NotPossible } from '../client-sessions/client-session.js';
import type { Done } from '../command.js';
import type { HostedPlayground } from '../host.js';
import type { Platform, TroubleKind, TroublesEvent } from '../protocol.js';
import type { Traffic } from './traffic.js';
import { type OutgoingTrouble, onSlack, onTeams } from './trouble-words.js';

export interface TroubleSwitch {
  /**
   * Of the troubles that befall the bot's own requests a platform has one at a time, since no request can meet two: the one
   * switched on takes the place of the one before. What hangs is cut as soon as that is switched off.
   */
  set(platform: Platform, kind: TroubleKind, on: boolean): void;
  active(): TroublesEvent['active'];
  onChange(listener: () => void): () => void;
  /**
   * Sends the newest request to the bot once more; with `anew` under another id, which on Slack only events have.
   * @throws NotPossible where nothing has been sent yet
   */
  redeliver(platform: Platform, anew: boolean): Promise<Done>;
  /** Switches everything off. */
  close(): void;
}

type StandIns = Pick<HostedPlayground, 'slack' | 'teams'>;

/** @param traffic tells what a request was that is sent again */
export function openTroubleSwitch(playground: StandIns, traffic: Pick<Traffic, 'lineOf'>): TroubleSwitch {
  const outgoing = new Map<Platform, { readonly kind: OutgoingTrouble; readonly end: () => void }>();
  const twice = new Map<Platform, () => void>();
  const listeners = new Set<() => void>();

  function setOutgoing(platform: Platform, kind: OutgoingTrouble, on: boolean): void {
    const before = outgoing.get(platform);
    if (on ? before?.kind === kind : before?.kind !== kind) return;
    outgoing.delete(platform);
    const end = on ? switchOn(playground, platform, kind) : undefined;
    // Only now: nobody may slip through between the old trouble and the new one.
    before?.end();
    if (end) outgoing.set(platform, { kind, end });
  }

  function setTwice(platform: Platform, on: boolean): void {
    if (twice.has(platform) === on) return;
    twice.get(platform)?.();
    twice.delete(platform);
    if (on) twice.set(platform, platform === 'slack' ? repeatOnSlack(playground) : repeatOnTeams(playground));
  }

  return {
    set(platform, kind, on) {
      if (kind === 'every request twice') setTwice(platform, on);
      else setOutgoing(platform, kind, on);
      for (const listener of listeners) listener();
    },
    active: () => [
      ...[...outgoing].map(([platform, { kind }]) => ({ platform, kind })),
      ...[...twice.keys()].map((platform) => ({ platform, kind: 'every request twice' as const })),
    ],
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    redeliver: (platform, anew) =>
      platform === 'slack' ? redeliverOnSlack(playground, traffic, anew) : redeliverOnTeams(playground, traffic, anew),
    close() {
      for (const { end } of outgoing.values()) end();
      for (const end of twice.values()) end();
      outgoing.clear();
      twice.clear();
      listeners.clear();
    },
  };
}

function switchOn({ slack, teams }: StandIns, platform: Platform, kind: OutgoingTrouble): () => void {
  const over = new AbortController();
  const end =
    platform === 'slack' ? slack.trouble(onSlack(kind, over.signal)) : teams.trouble(onTeams(kind, over.signal));
  return () => {
    end();
    over.abort();
  };
}

/** Each delivery once more soon after the first is answered, as after an answer that Slack never saw. */
function repeatOnSlack({ slack }: StandIns): () => void {
  const repeated = new WeakSet<object>();
  const over = new AbortController();
  const again = async (delivery: Delivery) => {
    await untilSignedAnew(delivery, over.signal);
    if (!over.signal.aborted) await slack.redeliver(delivery);
  };
  const end = slack.onActivity(({ direction, request, summary }) => {
    if (direction !== 'to bot' || typeof request !== 'object' || request === null || repeated.has(request)) return;
    repeated.add(request);
    // Slack's own retries and those asked for by hand are repetitions already.
    if (/ \(retry \d+\)$/.test(summary)) return;
    const delivery = slack.deliveries().findLast(({ payload }) => payload === request);
    if (delivery !== undefined && delivery.kind !== 'verification') void again(delivery);
  });
  return () => {
    end();
    over.abort();
  };
}

/** Signatures are of whole seconds: within the same one, the same again is byte for byte what a bot refuses as somebody's replay. */
async function untilSignedAnew({ sent }: Delivery, over?: AbortSignal): Promise<void> {
  const signedAt = Number(sent?.headers['x-slack-request-timestamp'] ?? 0) * 1000;
  // A timer may be a millisecond early.
  for (let wait = signedAt + 1000 - Date.now(); wait > 0 && !over?.aborted; wait = signedAt + 1000 - Date.now()) {
    await pause(wait, undefined, { signal: over }).catch(() => {});
  }
}

function repeatOnTeams({ teams }: StandIns): () => void {
  const known = new WeakSet<object>();
  for (const { activity } of teams.deliveries()) known.add(activity);
  return teams.onActivity(({ direction, request }) => {
    if (direction !== 'to the bot' || typeof request !== 'object' || request === null || known.has(request)) return;
    known.add(request);
    // The stand-in lists a delivery just after it has told of it.
    queueMicrotask(() => {
      const delivery = teams.deliveries().findLast(({ activity }) => activity === request);
      if (delivery !== undefined) void teams.redeliver(delivery);
    });
  });
}

async function redeliverOnSlack({ slack }: StandIns, traffic: Pick<Traffic, 'lineOf'>, anew: boolean): Promise<Done> {
  const delivery = slack.deliveries().findLast(({ kind }) => (anew ? kind === 'event' : kind !== 'verification'));
  if (delivery === undefined) throw nothingSent('Slack');
  await untilSignedAnew(delivery);
  const [answer] = await slack.redeliver(delivery, { newEventId: anew });
  return { ...done(answer?.status, answer?.milliseconds), redelivered: traffic.lineOf(delivery.payload) };
}

async function redeliverOnTeams({ teams }: StandIns, traffic: Pick<Traffic, 'lineOf'>, anew: boolean): Promise<Done> {
  const delivery = teams.deliveries().at(-1);
  if (delivery === undefined) throw nothingSent('Teams');
  const [again] = await teams.redeliver(delivery, { newId: anew });
  return { ...done(again?.status, again?.milliseconds), redelivered: traffic.lineOf(delivery.activity) };
}

function done(status = 0, milliseconds = 0): Done {
  return { status, milliseconds: Math.round(milliseconds), error: status === 0 ? silentWords : refusalWords(status) };
}

const silentWords: Done['error'] = { ja: 'ボットから応答がありませんでした。', en: 'The bot did not answer.' };

function refusalWords(status: number): Done['error'] {
  if (status < 300) return null;
  return {
    ja: `ボットはエラー(HTTP ${status})を返しました。`,
    en: `The bot answered with an error (HTTP ${status}).`,
  };
}

function nothingSent(platform: string): NotPossible {
  return new NotPossible({
    ja: `${platform} からボットへ、まだ何も送られていません。`,
    en: `${platform} has not sent the bot anything yet.`,
  });
}
