/** What a process of the app and the test that started it say to each other. */
import { z } from 'zod';
import { endpoints } from '../../playground/host/worker-messages.js';

const rate = z.object({ perSecond: z.number(), burst: z.number() });

const settings = z.object({
  parts: z.array(z.enum(['bot', 'worker'])),
  databaseUrl: z.string(),
  redisUrl: z.string().nullable(),
  slack: z.object({ botToken: z.string(), signingSecret: z.string(), slackApiUrl: z.string() }).nullable(),
  teams: z
    .object({
      ...{ appId: z.string(), appPassword: z.string(), tenantId: z.string() },
      endpoints,
    })
    .nullable(),
  rates: z.object({ slack: rate, teams: rate, email: rate }).optional(),
  intervals: z.object({ reconcile: z.number().optional(), remind: z.number().optional() }).optional(),
  concurrency: z.number().optional(),
  /** By how many milliseconds its clock is ahead of real time. */
  ahead: z.number(),
});

export type AppSettings = z.infer<typeof settings>;

const toApp = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal('jump'), ahead: z.number() }),
  z.object({ tell: z.literal('tell memory') }),
]);

const toParent = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal('ready'), url: z.string() }),
  z.object({ tell: z.literal('memory'), megabytes: z.number() }),
  z.object({
    tell: z.literal('log'),
    level: z.enum(['info', 'warn', 'error']),
    sentence: z.string(),
    reason: z.string().optional(),
  }),
]);

export type ToApp = z.infer<typeof toApp>;
export type ToParent = z.infer<typeof toParent>;

export function readSettings(text: string | undefined): AppSettings {
  return settings.parse(JSON.parse(text ?? '{}'));
}

export function readToApp(message: unknown): ToApp {
  return toApp.parse(message);
}

export function readToParent(message: unknown): ToParent {
  return toParent.parse(message);
}
