/** Serves the playground's page on this machine only: what the browser loads, what it is told, and what is done in it. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express, { type Request, type Response } from 'express';
import { WebSocketServer } from 'ws';
import { makeBundle } from './bundle.js';
import { type CommandInRun, carryOut } from './carry-out.js';
import { type HandedIn, NotPossible } from './client-sessions/client-session.js';
import { slackFile } from './client-sessions/slack-session.js';
import { teamsFile } from './client-sessions/teams-session.js';
import type { Done } from './command.js';
import type { Host } from './host.js';
import { watchOutbox } from './inspector/outbox.js';
import { openLive } from './live.js';
import { listMails, openStoredMail } from './mailbox.js';
import { openRun, type PlaygroundRun } from './playground-run.js';
import type { Language, ServerEvent } from './protocol.js';
import { readCommand } from './read-command.js';
import { serveSamplePages } from './sample-pages.js';

export interface PageOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** ServerEvent of faults of ours: the page itself shows an apology. */
  readonly onFault: (error: unknown) => void;
}

export interface Page {
  readonly url: string;
  /** Resolves when the page can be drawn; rejects where its sources have faults. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const largestFile = '25mb';
/** Files that were handed in and not sent yet. */
const mostHandedIn = 40;
const clockMilliseconds = 10_000;

type Words = Readonly<Record<Language, string>>;

const busyWords: Words = {
  ja: 'シナリオを準備しています。少々お待ちください。',
  en: 'A scenario is being prepared. One moment, please.',
};
const brokenWords: Words = {
  ja: 'プレイグラウンドで不具合が起きました。詳しくはターミナルの記録をご覧ください。',
  en: 'Something broke in the playground itself; its terminal tells more.',
};
const notUnderstoodWords: Words = { ja: '操作を理解できませんでした。', en: 'That is no command.' };
const noScenarioWords: Words = { ja: 'そのシナリオはありません。', en: 'There is no such scenario.' };

/** Opens the page on 127.0.0.1. Close it, or the process stays alive. @throws where the port is taken */
export async function openPage(host: Host, { port, onFault }: PageOptions): Promise<Page> {
  const handedIn = new Map<string, HandedIn>();
  const sessionOptions = { handedIn: (id: string) => handedIn.get(id) };
  const bundle = makeBundle();
  // Requests for the page get the error, and `ready` rejects with it.
  bundle.catch(() => {});
  let run = openRun(1, host.current(), sessionOptions);
  /** The last event about the scenario that is being loaded; null while none is. */
  let loading: ServerEvent | null = null;

  const greet = (shown: PlaygroundRun, send: (event: ServerEvent) => void) => {
    send({ ...shown.snapshot(), scenarios: host.scenarios });
    send({ type: 'lived in', livedIn: shown.livedIn.now() });
    send({ type: 'troubles', active: shown.troubles.active() });
    send({ type: 'model', on: shown.playground.admin.understanding.isWithModel() });
    send({ type: 'mail', counts: shown.mail() });
    send(listMails(shown.playground.mail));
    sendClock(send);
    if (loading !== null) send(loading);
  };
  const outbox = watchOutbox(
    () => run.playground.admin.outbox(),
    (event) => live.send(event),
    () => loading === null && live.isInspected(),
    onFault,
  );
  const live = openLive(run, greet, outbox.look, onFault);

  function sendClock(send: (event: ServerEvent) => void): void {
    const { clock, admin } = run.playground;
    if (loading !== null) return;
    admin.ahead().then(
      (ahead) => send({ type: 'clock', now: clock.now().toISOString(), ahead }),
      (error: unknown) => {
        if (loading === null) onFault(error);
      },
    );
  }
  const onJump = () => {
    sendClock(live.send);
    outbox.look();
  };
  let endJumps = run.playground.clock.onJump(onJump);
  const clockTimer = setInterval(() => sendClock(live.send), clockMilliseconds);

  async function loadScenario(id: string): Promise<Done> {
    if (!host.scenarios.some((one) => one.id === id)) return inWords(noScenarioWords);
    const sendLoading = (words?: Words) => {
      loading = { type: 'scenario', id, state: 'loading', words };
      live.send(loading);
    };
    sendLoading();
    let left = false;
    const leave = () => {
      left = true;
      endJumps();
      run.close();
    };
    const failure = await host.loadScenario(id, { leave, tell: sendLoading }).then(
      () => null,
      (error: unknown) => error ?? new Error('no reason'),
    );
    if (left) {
      run = openRun(run.number + 1, host.current(), sessionOptions);
      endJumps = run.playground.clock.onJump(onJump);
    }
    loading = null;
    if (left) live.replace(run);
    if (failure === null) {
      live.send({ type: 'scenario', id, state: 'loaded' });
      return { status: 0, milliseconds: 0, error: null };
    }
    const words = failure instanceof NotPossible ? failure.words : brokenWords;
    if (!(failure instanceof NotPossible)) onFault(failure);
    live.send({ type: 'scenario', id, state: 'failed', words });
    return inWords(words);
  }

  async function carryOutIn(shown: PlaygroundRun, command: CommandInRun): Promise<Done> {
    try {
      return await carryOut(shown, command);
    } catch (error) {
      // A scenario has taken the run away in the middle of it.
      if (loading !== null || run !== shown) return inWords(busyWords);
      throw error;
    }
  }

  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.set({
      'content-security-policy':
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (isOwn(request)) next();
    else response.status(403).type('text').send('Only for pages of this playground, on this machine.');
  });
  app.get('/', async (_request, response) => {
    response.type('html').send((await bundle).html);
  });
  app.post('/commands', express.json({ limit: '1mb' }), async (request, response) => {
    const command = readCommand(request.body);
    if (!command) {
      response.status(400).json(inWords(notUnderstoodWords));
    } else if (loading !== null) {
      response.json(inWords(busyWords));
    } else if ('scenario' in command) {
      response.json(await loadScenario(command.scenario));
    } else {
      response.json(await carryOutIn(run, command));
      if ('worker' in command || 'redeliver' in command) outbox.look();
    }
  });
  app.post('/files', express.raw({ limit: largestFile, type: 'application/octet-stream' }), (request, response) => {
    const name = String(request.query.name ?? '').slice(0, 200);
    if (name === '' || !Buffer.isBuffer(request.body)) {
      response.status(400).json({});
      return;
    }
    const id = randomUUID();
    handedIn.set(id, { name, content: request.body });
    for (const old of [...handedIn.keys()].slice(0, -mostHandedIn)) handedIn.delete(old);
    response.json({ id });
  });
  app.get('/files/slack/:id', (request, response) => {
    hand(response, slackFile(run.playground.slack, String(request.query.as ?? ''), request.params.id));
  });
  app.get('/files/teams/:id', (request, response) => {
    hand(response, teamsFile(run.playground.teams, request.params.id));
  });
  app.get('/traffic/:platform/:number', (request, response) => {
    const { platform, number } = request.params;
    const detail =
      platform === 'slack' || platform === 'teams' ? run.traffic.detail(platform, Number(number)) : undefined;
    if (detail) response.json(detail);
    else response.status(404).json({});
  });
  app.get('/mails', (request, response) => {
    const mail = openStoredMail(run.playground.mail, String(request.query.id ?? ''));
    if (mail === null) response.status(404).json({});
    else response.json(mail);
  });
  serveSamplePages(app);
  app.use(async (request, response) => {
    const asset = request.method === 'GET' ? (await bundle).assets.get(request.path) : undefined;
    if (!asset) {
      response.status(404).type('text').send('There is nothing here.');
      return;
    }
    response.set({ 'content-type': asset.type, 'cache-control': 'max-age=31536000, immutable' });
    response.send(Buffer.from(asset.content));
  });
  app.use((error: unknown, request: Request, response: Response, _next: () => void) => {
    const asked = statusOfAsker(error);
    if (asked === null) onFault(error);
    const words = asked === null ? brokenWords : notUnderstoodWords;
    if (response.headersSent) response.destroy();
    else response.status(asked ?? 500).json(request.path === '/commands' ? inWords(words) : {});
  });

  const server = createServer(app);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536 });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/live' || !isOwn(request) || request.headers.origin === undefined) {
      // Node no longer listens by now: one who hangs up at once would end the whole process.
      socket.on('error', () => {});
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => live.add(opened));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: anyone who reaches this page can act as anyone.
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;

  /** Other sites that the browser visits must not reach in: neither under another name for this machine, nor with a form of theirs. */
  function isOwn({ headers }: Pick<Request, 'headers'>): boolean {
    const hosts = [`127.0.0.1:${bound}`, `localhost:${bound}`];
    const { host, origin } = headers;
    return hosts.includes(host ?? '') && (origin === undefined || hosts.some((one) => origin === `http://${one}`));
  }

  return {
    url: `http://127.0.0.1:${bound}`,
    ready: bundle.then(() => {}),
    async close() {
      clearInterval(clockTimer);
      outbox.close();
      endJumps();
      live.close();
      run.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function inWords(error: Words): Done {
  return { status: 0, milliseconds: 0, error };
}

/** The status of a request that is itself at fault, too large or cut short; null where the fault is ours. */
function statusOfAsker(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : null;
}

/** As a download in any case: the page must never run what somebody has sent. */
function hand(response: Response, file: HandedIn | undefined): void {
  if (!file) {
    response.status(404).type('text').send('The file is gone.');
    return;
  }
  response.attachment(file.name).type('application/octet-stream').send(Buffer.from(file.content));
}
