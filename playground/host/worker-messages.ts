/** The messages between the playground and its worker process, over IPC. */
import { z } from 'zod';

/** Where the Teams SDK finds its cloud. */
export const endpoints = z.object({
  ToBotFromChannelOpenIdMetadataUrl: z.string(),
  ToBotFromChannelTokenIssuer: z.string(),
  ToChannelFromBotOAuthScope: z.string(),
  ToChannelFromBotLoginUrl: z.string(),
  ToBotFromEmulatorOpenIdMetadataUrl: z.string(),
  OAuthUrl: z.string(),
  CallerId: z.string(),
  ValidateAuthority: z.string(),
});

const configuration = z.object({
  /** Where the bot is reached, for the links in what the worker sends. */
  publicUrl: z.string().optional(),
  mail: z.object({ smtpUrl: z.string(), from: z.string() }).optional(),
  databaseUrl: z.string(),
  redisUrl: z.string().nullable(),
  slack: z.object({ botToken: z.string(), signingSecret: z.string(), slackApiUrl: z.string() }),
  teams: z.object({ appId: z.string(), appPassword: z.string(), tenantId: z.string(), endpoints }),
});

/** All that the worker must know to send through the same stand-ins. */
export type WorkerProcessConfiguration = z.infer<typeof configuration>;

/** An error by its parts: structured cloning loses the name of a class of ours. */
const failure = z.object({ name: z.string(), message: z.string() });

const toWorker = z.discriminatedUnion('tell', [
  /** `ahead`: by how many milliseconds the playground's clock is ahead of real time; negative in the past. */
  z.object({ tell: z.literal('open'), configuration, ahead: z.number() }),
  z.object({ tell: z.literal('jump'), ahead: z.number() }),
  z.object({ tell: z.literal('wake') }),
  /** Answered by `idle` with the same number, once the worker is. */
  z.object({ tell: z.literal('wait for idle'), number: z.int() }),
  z.object({ tell: z.literal('close') }),
]);

const fromWorker = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal('ready') }),
  z.object({ tell: z.literal('failed'), failure }),
  z.object({ tell: z.literal('idle'), number: z.int(), failure: failure.nullable() }),
  z.object({
    tell: z.literal('log'),
    level: z.enum(['info', 'warn', 'error']),
    fields: z.record(z.string(), z.unknown()),
    sentence: z.string(),
  }),
]);

export type ToWorker = z.infer<typeof toWorker>;
export type FromWorker = z.infer<typeof fromWorker>;
export type Failure = z.infer<typeof failure>;

/** @throws ZodError when it is none of these messages */
export function readToWorker(message: unknown): ToWorker {
  return toWorker.parse(message);
}

/** @throws ZodError when it is none of these messages */
export function readFromWorker(message: unknown): FromWorker {
  return fromWorker.parse(message);
}
