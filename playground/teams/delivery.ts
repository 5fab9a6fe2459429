/** Sends activities to the bot as Teams does: signed, with a deadline, and again when no answer comes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type InvokeAnswer, readInvokeAnswer } from './invoke-answers.js';
import type { Forgery, TokenIssuer } from './tokens.js';
import { forgetOldest, type TrafficLog } from './traffic-log.js';
import { type Activity, textOf } from './wire.js';

export interface Delivery {
  readonly activity: Activity;
  /** HTTP status of the bot's answer; undefined when none came in time. */
  readonly status: number | undefined;
  readonly body: unknown;
  readonly milliseconds: number;
  /** What a client makes of the answer to an invoke; undefined for other activities. */
  readonly answer: InvokeAnswer | undefined;
}

export interface DeliverOptions {
  readonly forgery?: Forgery;
}

/** Teams' own behaviour when a message is not answered in time: it sends it again, sometimes under a new id. */
export interface ResendSwitch {
  readonly on: boolean;
  /** How many times more. */
  readonly times: number;
  readonly newId: boolean;
}

export interface RedeliverOptions {
  /** How many times more; 1 when left out. */
  readonly times?: number;
  /** All at once instead of one after the other. */
  readonly together?: boolean;
  /** Under another activity id each time, as Teams sometimes does. */
  readonly newId?: boolean;
}

export interface Courier {
  connect(messagesUrl: string): void;
  deliver(activity: Activity, options?: DeliverOptions): Promise<Delivery>;
  redeliver(delivery: Delivery, options?: RedeliverOptions): Promise<readonly Delivery[]>;
  setResend(change: Partial<ResendSwitch>): void;
  setDeadlines(change: Partial<Deadlines>): void;
  /** What is remembered, oldest first. */
  deliveries(): readonly Delivery[];
  /** Waits for deliveries still under way (resends, late answers), and ends them. */
  close(): Promise<void>;
}

/** In real milliseconds. */
export interface Deadlines {
  /** Until the client shows an error for an invoke; Teams: about 5,000. */
  readonly invoke: number;
  /** Until Teams gives a message up and sends it again; 15,000. */
  readonly message: number;
}

export interface CourierOptions {
  readonly issuer: TokenIssuer;
  readonly trafficLog: TrafficLog;
  readonly deadlines: Deadlines;
  /** How many of the newest deliveries are kept. */
  readonly remember: number;
}

interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
  readonly failure: string | undefined;
}

function nameOf(activity: Activity): string {
  const name = textOf(activity.name);
  return name === undefined ? activity.type : `${activity.type} ${name}`;
}

async function parse(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Another id of the same kind; the content stays the same, which is how a bot can know it. */
function renewed(activity: Activity): Activity {
  const id = activity.id.startsWith('f:')
    ? `f:${randomUUID()}`
    : String(Number(activity.id) + 1 + Math.floor(Math.random() * 1000));
  return { ...activity, id };
}

export function openCourier({ issuer, trafficLog, deadlines: initial, remember }: CourierOptions): Courier {
  let deadlines = initial;
  let target: string | undefined;
  let resend: ResendSwitch = { on: false, times: 1, newId: false };
  const sent: Delivery[] = [];
  const pending = new Set<Promise<unknown>>();
  const closing = new AbortController();

  async function post(activity: Activity, { forgery }: DeliverOptions): Promise<Answer> {
    if (target === undefined) {
      throw new Error('No bot is connected: call connect() with the address of its messages endpoint first.');
    }
    const authorization = await issuer.header(forgery);
    try {
      const response = await fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...(authorization && { authorization }) },
        body: JSON.stringify(activity),
        signal: AbortSignal.any([AbortSignal.timeout(deadlines.message), closing.signal]),
        redirect: 'error',
      });
      return { status: response.status, body: await parse(response), failure: undefined };
    } catch (error) {
      return { status: undefined, body: undefined, failure: error instanceof Error ? error.message : String(error) };
    }
  }

  async function once(activity: Activity, options: DeliverOptions): Promise<Delivery> {
    const start = performance.now();
    const answering = post(activity, options);
    pending.add(answering);
    answering.finally(() => pending.delete(answering)).catch(() => undefined);
    const late: Answer = { status: undefined, body: undefined, failure: `no answer within ${deadlines.invoke} ms` };
    const timer = new AbortController();
    const answered =
      activity.type === 'invoke'
        ? await Promise.race([answering, pause(deadlines.invoke, late, { signal: timer.signal }).catch(() => late)])
        : await answering;
    timer.abort();
    const milliseconds = performance.now() - start;
    const answer =
      activity.type === 'invoke'
        ? readInvokeAnswer(textOf(activity.name) ?? '', answered.status, answered.body)
        : undefined;
    const refused = answered.status !== undefined && answered.status >= 300 ? `HTTP ${answered.status}` : undefined;
    const delivery: Delivery = { activity, status: answered.status, body: answered.body, milliseconds, answer };
    trafficLog.add({
      direction: 'to the bot',
      method: 'POST',
      path: target ?? '',
      what: nameOf(activity),
      conversation: activity.conversation.id,
      status: answered.status,
      milliseconds,
      request: activity,
      response: answered.body,
      problem: answered.failure ?? (answer?.kind === 'invalid' ? answer.why : refused),
      trouble: options.forgery,
      retryAfter: undefined,
      tooEarly: false,
    });
    sent.push(delivery);
    forgetOldest(sent, remember);
    return delivery;
  }

  async function redeliver(delivery: Delivery, options: RedeliverOptions = {}): Promise<readonly Delivery[]> {
    const copies = Array.from({ length: options.times ?? 1 }, () =>
      options.newId ? renewed(delivery.activity) : delivery.activity,
    );
    if (options.together) {
      return Promise.all(copies.map((activity) => once(activity, {})));
    }
    const answers: Delivery[] = [];
    for (const activity of copies) {
      answers.push(await once(activity, {}));
    }
    return answers;
  }

  return {
    connect(messagesUrl) {
      target = messagesUrl;
    },
    async deliver(activity, options = {}) {
      const first = await once(activity, options);
      let last = first;
      // Only messages are repeated: an unanswered invoke is an error on the person's screen.
      for (
        let time = 0;
        resend.on && activity.type === 'message' && last.status === undefined && time < resend.times;
        time += 1
      ) {
        last = await once(resend.newId ? renewed(activity) : activity, options);
      }
      return last;
    },
    redeliver,
    setResend(change) {
      resend = { ...resend, ...change };
    },
    setDeadlines(change) {
      deadlines = { ...deadlines, ...change };
    },
    deliveries: () => sent.slice(-remember),
    async close() {
      closing.abort();
      await Promise.allSettled([...pending]);
    },
  };
}
