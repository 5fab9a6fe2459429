/** The process's metrics for Prometheus: what was asked, sent and refused, what waits, and how the process itself is. No names of people. */
import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import { refuse } from '../bot/refuse.js';
import type { PoolUse } from '../prisma/client.js';
import type { Gateway, Gateways } from '../programme/notifications/gateway.js';
import type { Clock } from '../programme/requests/context.js';
import type { Meter } from '../programme/requests/services.js';
import { type DatabaseProbe, within } from './database-probe.js';

/** What the counts of a queue may take: Redis may be away. */
const QUEUES_MILLISECONDS = 1_000;

interface QueueCount {
  readonly name: string;
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
}

export interface MetricsSources {
  readonly probe: DatabaseProbe;
  readonly clock: Clock;
  readonly pool: () => PoolUse;
  /** Absent where this process has no queue. */
  readonly queues: { counts(): Promise<readonly QueueCount[]> } | null;
}

export interface Metrics {
  readonly meter: Meter;
  /** The same gateways, each delivery counted. */
  count(gateways: Gateways): Gateways;
  /** What is looked up when somebody asks. */
  lookInto(sources: MetricsSources): void;
  text(): Promise<string>;
  readonly contentType: string;
}

const stateRow = z.object({ state: z.string(), count: z.number(), oldest: z.date().nullable() });

/** In a registry of its own: a process may hold several assistants, as in the playground. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    ...{ name: 'spp_requests_total', help: 'Requests of people, by action and outcome.', registers },
    labelNames: ['action', 'outcome'],
  });
  const refused = new Counter({
    ...{ name: 'spp_refused_requests_total', help: 'HTTP requests refused before anybody was known.', registers },
    labelNames: ['cause'],
  });
  const gone = new Counter({
    ...{ name: 'spp_shown_but_gone_total', help: 'Requests for what was shown and could no longer be had.', registers },
    labelNames: ['action'],
  });
  const deliveries = new Counter({
    ...{ name: 'spp_deliveries_total', help: 'Notifications handed to a channel, by outcome.', registers },
    labelNames: ['channel', 'outcome'],
  });
  return {
    meter: {
      request: (action, outcome) => requests.inc({ action: action ?? 'none', outcome }),
      gone: (action) => gone.inc({ action }),
      refused: (cause) => refused.inc({ cause }),
    },
    count: (gateways) => ({
      ...(gateways.slack && { slack: counted(gateways.slack, deliveries) }),
      ...(gateways.teams && { teams: counted(gateways.teams, deliveries) }),
      ...(gateways.email && { email: counted(gateways.email, deliveries) }),
    }),
    lookInto: (sources) => addGauges(registers, sources),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function counted(gateway: Gateway, deliveries: Counter<'channel' | 'outcome'>): Gateway {
  const post = gateway.post?.bind(gateway);
  return {
    ...gateway,
    async deliver(to, outgoing) {
      const result = await gateway.deliver(to, outgoing);
      deliveries.inc({ channel: gateway.channel, outcome: result.outcome });
      return result;
    },
    ...(post && {
      async post(to, outgoing) {
        const result = await post(to, outgoing);
        deliveries.inc({ channel: gateway.channel, outcome: result.outcome });
        return result;
      },
    }),
  };
}

function addGauges(registers: Registry[], { probe, clock, pool, queues }: MetricsSources): void {
  const oldest = new Gauge({
    ...{ name: 'spp_notifications_oldest_due_seconds', help: 'How long the oldest has been due, by state.', registers },
    labelNames: ['state'],
  });
  new Gauge({
    ...{ name: 'spp_notifications', help: 'Notifications in the outbox, by state.', registers },
    labelNames: ['state'],
    async collect() {
      const rows = await probe.ask(
        'SELECT state::text AS state, count(*)::int AS count, min(due_at) AS oldest FROM notification GROUP BY state',
      );
      this.reset();
      oldest.reset();
      for (const { state, count, oldest: due } of z.array(stateRow).parse(rows ?? [])) {
        this.set({ state }, count);
        if (due === null || !['pending', 'queued', 'sending'].includes(state)) continue;
        oldest.set({ state }, Math.max(0, (clock.now().getTime() - due.getTime()) / 1_000));
      }
    },
  });
  new Gauge({
    ...{ name: 'spp_database_connections', help: 'Connections of the pool, by use; waiting: for one.', registers },
    labelNames: ['use'],
    collect() {
      const { open, idle, waiting } = pool();
      this.set({ use: 'busy' }, open - idle);
      this.set({ use: 'idle' }, idle);
      this.set({ use: 'waiting' }, waiting);
    },
  });
  if (queues === null) return;
  new Gauge({
    ...{ name: 'spp_queue_jobs', help: 'Jobs in the queues, by state.', registers },
    labelNames: ['queue', 'state'],
    async collect() {
      const counts = await within(
        QUEUES_MILLISECONDS,
        queues.counts().catch(() => null),
      );
      this.reset();
      for (const { name: queue, ...states } of counts ?? []) {
        for (const [state, count] of Object.entries(states)) this.set({ queue, state }, count);
      }
    },
  });
}

/** Serves GET /metrics: with a token to requests that bring it, without one to this machine alone. */
export function metricsRouter(metrics: Metrics, token: string | null): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request, token)) return refuse(response, token === null ? 403 : 401);
    response.set('content-type', metrics.contentType).send(await metrics.text());
  });
  return router;
}

/** What a proxy on this machine hands on comes from elsewhere. */
function mayRead(request: Request, token: string | null): boolean {
  if (token !== null) {
    const given = Buffer.from(request.get('authorization') ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
  const handedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.get(name) !== undefined);
  return !handedOn && /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
}
