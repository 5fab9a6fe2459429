/** The wire to the page's server: what it tells comes in over a WebSocket, what the person does goes out as requests. */
import type { Command, Done, OpenedMail, SlackCommand, TeamsCommand, TrafficDetail, Watch } from '../command.js';
import type { ClientSessionId, Platform, ServerEvent } from '../protocol.js';
import { setConnected, take } from './store.js';

let socket: WebSocket | null = null;
let watched: Watch = { clientSessions: [], inspector: false };

/** Opens the wire, and again whenever it breaks: the playground may have been started anew. */
export function connect(): void {
  const address = new URL('/live', location.href);
  address.protocol = 'ws:';
  const opening = new WebSocket(address);
  socket = opening;
  opening.addEventListener('open', () => {
    setConnected(true);
    opening.send(JSON.stringify(watched));
  });
  opening.addEventListener('message', ({ data }) => {
    const event: ServerEvent = JSON.parse(String(data));
    take(event);
  });
  opening.addEventListener('close', () => {
    setConnected(false);
    setTimeout(connect, 1_000);
  });
}

/** Says what the page shows, so that it is told of that and no more. */
export function watch(wanted: Watch): void {
  watched = wanted;
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(watched));
}

const unreachable: Done = {
  status: 0,
  milliseconds: 0,
  error: {
    ja: 'プレイグラウンドから応答がありません。起動しているかご確認ください。',
    en: 'The playground does not answer. Is it still running?',
  },
};

/** Never throws: what went wrong is in `error`. */
export async function carryOut(command: Command): Promise<Done> {
  try {
    const response = await fetch('/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    const done: Done = await response.json();
    return done;
  } catch {
    return unreachable;
  }
}

export function carryOutOnSlack(clientSession: ClientSessionId, slack: SlackCommand): Promise<Done> {
  return carryOut({ clientSession, slack });
}

export function carryOutOnTeams(clientSession: ClientSessionId, teams: TeamsCommand): Promise<Done> {
  return carryOut({ clientSession, teams });
}

/** Hands a file to the server; the id that comes back can be named in a command. Null where it was not taken. */
export async function handIn(file: File): Promise<string | null> {
  const address = `/files?name=${encodeURIComponent(file.name)}`;
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    if (!response.ok) return null;
    const { id }: { id: string } = await response.json();
    return id;
  } catch {
    return null;
  }
}

/** A mail opened; null where it is no longer there. */
export async function openedMail(id: string): Promise<OpenedMail | null> {
  const response = await fetch(`/mails?id=${encodeURIComponent(id)}`).catch(() => null);
  return response?.ok ? await response.json() : null;
}

/** Request and answer of one line of the timeline; null where they are forgotten. */
export async function trafficDetail(platform: Platform, number: number): Promise<TrafficDetail | null> {
  const response = await fetch(`/traffic/${platform}/${number}`).catch(() => null);
  return response?.ok ? await response.json() : null;
}
