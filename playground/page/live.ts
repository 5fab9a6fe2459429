/** Sends each open page what has changed of what it shows, soon and no more than that. */
import { WebSocket } from 'ws';
import { NotPossible } from './client-sessions/client-session.js';
import type { Watch } from './command.js';
import { listMails } from './mailbox.js';
import type { PlaygroundRun } from './playground-run.js';
import type { ClientSessionId, Platform, ServerEvent, TrafficLine } from './protocol.js';
import { readWatch } from './read-command.js';

/** What happens together is sent together. */
const collectMilliseconds = 25;

/** A page that keeps up so badly, such as one of a suspended browser, is disconnected: it comes back and is sent everything anew. */
const mostUnsentBytes = 64_000_000;

export interface Live {
  /** Starts to send to this page. */
  add(socket: WebSocket): void;
  send(event: ServerEvent): void;
  /** Another run has taken the place of the one before: every page is sent everything anew. */
  replace(run: PlaygroundRun): void;
  /** Whether the inspector is open in any page. */
  isInspected(): boolean;
  close(): void;
}

interface Page {
  readonly socket: WebSocket;
  watch: Watch;
  /** How far each client session has been sent, and its screen as sent last. */
  readonly sent: Map<ClientSessionId, { until: number; screen: string }>;
  readonly stale: Set<ClientSessionId>;
  /** The number of the last understood sentence that it was sent. */
  understood: number;
}

/**
 * @param greet sends what a page needs when it comes, and when the run is replaced
 * @param onInspector called when a page opens the inspector
 * @param onFault called for a screen that cannot be drawn; the others go on, and so does the process
 */
export function openLive(
  first: PlaygroundRun,
  greet: (run: PlaygroundRun, send: (event: ServerEvent) => void) => void,
  onInspector: () => void,
  onFault: (error: unknown) => void,
): Live {
  const pages = new Set<Page>();
  let run = first;
  let ends = listen();
  let timer: NodeJS.Timeout | undefined;
  let lines: TrafficLine[] = [];
  let mailStale = false;
  let mailboxStale = false;
  let understandingStale = false;
  let lastModel = first.playground.admin.understanding.isWithModel();
  let lastMail = '';

  function listen(): readonly (() => void)[] {
    return [
      run.onScreen((platform) => {
        mailStale = true;
        for (const page of pages) markStale(page, platform);
        soon();
      }),
      run.traffic.onLine((line) => {
        lines.push(line);
        soon();
      }),
      run.onMail(() => {
        mailboxStale = true;
        soon();
      }),
      run.playground.admin.understanding.onChange(() => {
        understandingStale = true;
        soon();
      }),
      run.livedIn.onChange(() => sendAll({ type: 'lived in', livedIn: true })),
      run.troubles.onChange(() => sendAll({ type: 'troubles', active: run.troubles.active() })),
    ];
  }

  function markStale({ watch, stale }: Page, platform: Platform): void {
    for (const id of watch.clientSessions) if (id.startsWith(`${platform}:`)) stale.add(id);
  }

  function soon(): void {
    timer ??= setTimeout(flush, collectMilliseconds);
  }

  function flush(): void {
    timer = undefined;
    const ended = lines;
    lines = [];
    for (const page of pages) {
      if (page.watch.inspector && ended.length > 0) send(page, { type: 'traffic', whole: false, lines: ended });
      for (const id of page.stale) sendSession(page, id);
      page.stale.clear();
    }
    if (mailStale) sendMail();
    mailStale = false;
    if (mailboxStale) sendAll(listMails(run.playground.mail));
    mailboxStale = false;
    if (understandingStale) sendUnderstanding();
    understandingStale = false;
  }

  function sendUnderstanding(): void {
    const on = run.playground.admin.understanding.isWithModel();
    if (on !== lastModel) sendAll({ type: 'model', on });
    lastModel = on;
    for (const page of pages) if (page.watch.inspector) sendUnderstood(page, false);
  }

  function sendUnderstood(page: Page, whole: boolean): void {
    const lines = run.playground.admin.understanding.since(whole ? 0 : page.understood);
    page.understood = lines.at(-1)?.number ?? (whole ? 0 : page.understood);
    if (whole || lines.length > 0) send(page, { type: 'understood', whole, lines });
  }

  /** Most of what changes on a screen is nobody's new mail. */
  function sendMail(): void {
    const counts = run.mail();
    const text = JSON.stringify(counts);
    if (text !== lastMail) sendAll({ type: 'mail', counts });
    lastMail = text;
  }

  function sendSession(page: Page, id: ClientSessionId): void {
    try {
      const before = page.sent.get(id);
      const { event, until } = run.clientSession(id).look(before?.until ?? 0);
      const screen = JSON.stringify(event.screen);
      page.sent.set(id, { until, screen });
      const nothing = event.messages.length === 0 && event.gone.length === 0 && screen === before?.screen;
      if (before === undefined || !nothing) send(page, event);
    } catch (error) {
      // A link to somebody of another run is none.
      if (!(error instanceof NotPossible)) onFault(error);
    }
  }

  function send({ socket }: Page, event: ServerEvent): void {
    if (socket.bufferedAmount > mostUnsentBytes) socket.terminate();
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(event));
  }

  function sendAll(event: ServerEvent): void {
    for (const page of pages) send(page, event);
  }

  function take(page: Page, wanted: Watch): void {
    const before = page.watch;
    // What waits to be sent is among all that a page is sent at first: it must not be sent twice.
    clearTimeout(timer);
    flush();
    page.watch = wanted;
    for (const id of page.sent.keys()) if (!wanted.clientSessions.includes(id)) page.sent.delete(id);
    for (const id of wanted.clientSessions) if (!page.sent.has(id)) page.stale.add(id);
    if (wanted.inspector && !before.inspector) {
      send(page, { type: 'traffic', whole: true, lines: run.traffic.lines() });
      sendUnderstood(page, true);
      onInspector();
    }
    soon();
  }

  return {
    send: sendAll,
    isInspected: () => [...pages].some(({ watch }) => watch.inspector),
    add(socket) {
      const nothing = { clientSessions: [], inspector: false };
      const page: Page = { socket, watch: nothing, sent: new Map(), stale: new Set(), understood: 0 };
      pages.add(page);
      socket.on('message', (data) => {
        const wanted = readWatch(String(data));
        if (wanted) take(page, wanted);
        else socket.close(1008, 'not a wish to watch');
      });
      socket.on('close', () => pages.delete(page));
      // Followed by `close`.
      socket.on('error', () => {});
      greet(run, (event) => send(page, event));
    },
    replace(next) {
      for (const end of ends) end();
      run = next;
      ends = listen();
      lines = [];
      lastMail = '';
      lastModel = next.playground.admin.understanding.isWithModel();
      for (const page of pages) {
        page.sent.clear();
        greet(run, (event) => send(page, event));
        const wanted = page.watch;
        page.watch = { clientSessions: [], inspector: false };
        take(page, wanted);
      }
    },
    close() {
      clearTimeout(timer);
      for (const end of ends) end();
      for (const { socket } of pages) socket.terminate();
    },
  };
}
