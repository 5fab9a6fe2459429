/** Tells each open page what has changed of what it shows, soon and no more than that. */
import { WebSocket } from 'ws';
import type { Platform, SeatId, Told, TrafficLine, Watch } from './protocol.js';
import { readWatch } from './read-deed.js';
import { NotPossible } from './seats/seat.js';
import type { PageWorld } from './world.js';

/** What happens together is told together. */
const togetherMilliseconds = 25;

/** A page that keeps up so badly, such as one of a suspended browser, is let go of: it comes back and is told everything anew. */
const mostUnsentBytes = 64_000_000;

export interface Live {
  /** Starts to tell this page. */
  add(socket: WebSocket): void;
  tell(told: Told): void;
  /** Another world has taken the place of the one before: everybody is told everything anew. */
  replace(world: PageWorld): void;
  /** Whether anybody looks behind the curtain. */
  curtain(): boolean;
  close(): void;
}

interface Page {
  readonly socket: WebSocket;
  watch: Watch;
  /** How far each seat has been told, and its screen as told last. */
  readonly told: Map<SeatId, { until: number; screen: string }>;
  readonly stale: Set<SeatId>;
}

/**
 * @param greet what a page is told when it comes, and when the world is replaced
 * @param onCurtain called when a page begins to look behind the curtain
 * @param onFault told of a screen that cannot be drawn; the others go on, and so does the process
 */
export function openLive(
  first: PageWorld,
  greet: (world: PageWorld, tell: (told: Told) => void) => void,
  onCurtain: () => void,
  onFault: (error: unknown) => void,
): Live {
  const pages = new Set<Page>();
  let world = first;
  let ends = listen();
  let timer: NodeJS.Timeout | undefined;
  let lines: TrafficLine[] = [];
  let mailStale = false;
  let mailTold = '';

  function listen(): readonly (() => void)[] {
    return [
      world.onScreen((platform) => {
        mailStale = true;
        for (const page of pages) markStale(page, platform);
        soon();
      }),
      world.traffic.onLine((line) => {
        lines.push(line);
        soon();
      }),
      world.livedIn.onChange(() => tell({ tell: 'lived in', livedIn: true })),
      world.troubles.onChange(() => tell({ tell: 'troubles', active: world.troubles.active() })),
    ];
  }

  function markStale({ watch, stale }: Page, platform: Platform): void {
    for (const seat of watch.seats) if (seat.startsWith(`${platform}:`)) stale.add(seat);
  }

  function soon(): void {
    timer ??= setTimeout(flush, togetherMilliseconds);
  }

  function flush(): void {
    timer = undefined;
    const told = lines;
    lines = [];
    for (const page of pages) {
      if (page.watch.curtain && told.length > 0) send(page, { tell: 'traffic', whole: false, lines: told });
      for (const seat of page.stale) tellSeat(page, seat);
      page.stale.clear();
    }
    if (mailStale) tellMail();
    mailStale = false;
  }

  /** Most of what changes on a screen is nobody's new mail. */
  function tellMail(): void {
    const counts = world.mail();
    const told = JSON.stringify(counts);
    if (told !== mailTold) tell({ tell: 'mail', counts });
    mailTold = told;
  }

  function tellSeat(page: Page, id: SeatId): void {
    try {
      const before = page.told.get(id);
      const { told, until } = world.seat(id).look(before?.until ?? 0);
      const screen = JSON.stringify(told.screen);
      page.told.set(id, { until, screen });
      const nothing = told.messages.length === 0 && told.gone.length === 0 && screen === before?.screen;
      if (before === undefined || !nothing) send(page, told);
    } catch (error) {
      // A link to somebody of another world is none.
      if (!(error instanceof NotPossible)) onFault(error);
    }
  }

  function send({ socket }: Page, told: Told): void {
    if (socket.bufferedAmount > mostUnsentBytes) socket.terminate();
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(told));
  }

  function tell(told: Told): void {
    for (const page of pages) send(page, told);
  }

  function take(page: Page, wanted: Watch): void {
    const before = page.watch;
    // What waits to be told is among all that a page is told at first: it must not be told it twice.
    clearTimeout(timer);
    flush();
    page.watch = wanted;
    for (const seat of page.told.keys()) if (!wanted.seats.includes(seat)) page.told.delete(seat);
    for (const seat of wanted.seats) if (!page.told.has(seat)) page.stale.add(seat);
    if (wanted.curtain && !before.curtain) {
      send(page, { tell: 'traffic', whole: true, lines: world.traffic.lines() });
      onCurtain();
    }
    soon();
  }

  return {
    tell,
    curtain: () => [...pages].some(({ watch }) => watch.curtain),
    add(socket) {
      const page: Page = { socket, watch: { seats: [], curtain: false }, told: new Map(), stale: new Set() };
      pages.add(page);
      socket.on('message', (data) => {
        const wanted = readWatch(String(data));
        if (wanted) take(page, wanted);
        else socket.close(1008, 'not a wish to watch');
      });
      socket.on('close', () => pages.delete(page));
      // Followed by `close`.
      socket.on('error', () => {});
      greet(world, (told) => send(page, told));
    },
    replace(next) {
      for (const end of ends) end();
      world = next;
      ends = listen();
      lines = [];
      mailTold = '';
      for (const page of pages) {
        page.told.clear();
        greet(world, (told) => send(page, told));
        const wanted = page.watch;
        page.watch = { seats: [], curtain: false };
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
