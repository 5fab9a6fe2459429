/** Reads the configuration from the environment, and says in one sentence each what is wrong with it. */
import { z } from 'zod';
import type { ModelSettings } from '../bot/interpret/model/settings.js';
import { type MailSettings, readSender } from '../mail/settings.js';
import type { ProxySettings } from './proxy.js';

export type Part = 'bot' | 'worker';

export interface Configuration {
  readonly production: boolean;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly slack: SlackSettings | null;
  readonly teams: TeamsSettings | null;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Whether somebody chose the folder; otherwise another one may be taken where it cannot be used. */
  readonly dataFolderGiven: boolean;
  readonly logLevel: string;
  /** The https address under which the internet reaches the bot, without a slash at its end. */
  readonly publicUrl: string | null;
  /** What links to files are signed with; the database keeps one where it is null. */
  readonly linkSecret: string | null;
  /** Where the bytes of files are; in the database where it is null. */
  readonly filesFolder: string | null;
  /** What `/metrics` is read with; null: from this machine only. */
  readonly metricsToken: string | null;
  /** Who is named on the pages about privacy and terms of use. */
  readonly operator: { readonly name: string; readonly contact: string } | null;
  /** How notices go out by e-mail; null: they do not. */
  readonly mail: MailSettings | null;
  readonly proxy: ProxySettings;
  /** Whether pages that companies report as published are looked at. */
  readonly looksAtPages: boolean;
  /** The language model that is asked what people mean; null: words are understood by rules alone. */
  readonly languageModel: ModelSettings | null;
}

export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  /** Where the Web API is, with a slash at its end; Slack's own unless set. */
  readonly slackApiUrl?: string;
}

export interface TeamsSettings {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId?: string;
}

/** An empty variable, as in a copied .env.example, is an absent one. */
const absent = z.literal('').transform(() => undefined);
const optional = <T extends z.ZodType>(schema: T) => z.union([absent, schema]).optional();
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` });
const port = z
  .string()
  .refine((text) => /^\d+$/.test(text) && Number(text) <= 65_535, { error: 'must be a port number, from 0 to 65535' })
  .transform(Number);
const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'must be a whole number from 1 on' })
  .transform(Number);

/** A cluster is named by several of its addresses. */
const redis = z
  .string()
  .refine((text) => text.split(',').every((address) => url(/^rediss?$/, '').safeParse(address.trim()).success), {
    error: 'must be an address such as redis://host:6379, or several of one cluster with commas between',
  });

const environment = z.object({
  NODE_ENV: optional(z.string()),
  DATABASE_URL: optional(url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/spp')),
  REDIS_URL: optional(redis),
  SLACK_BOT_TOKEN: optional(z.string().startsWith('xoxb-', { error: 'must begin with xoxb-' })),
  SLACK_SIGNING_SECRET: optional(z.string().min(8, { error: 'is too short to be a signing secret' })),
  SLACK_APP_TOKEN: optional(z.string().startsWith('xapp-', { error: 'must begin with xapp-' })),
  SLACK_API_URL: optional(url(/^https?$/, 'https://slack.com/api/')),
  TEAMS_APP_ID: optional(z.guid({ error: 'must be the GUID of the app registration' })),
  TEAMS_APP_PASSWORD: optional(z.string()),
  TEAMS_TENANT_ID: optional(z.guid({ error: 'must be the GUID of the tenant' })),
  HOST: optional(z.string()),
  PORT: optional(port),
  SPP_DATA: optional(z.string()),
  SPP_FILES: optional(z.string()),
  PUBLIC_URL: optional(url(/^https$/, 'https://bot.example.org')),
  LINK_SECRET: optional(z.string().min(32, { error: 'must have at least 32 characters' })),
  METRICS_TOKEN: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
  OPERATOR_NAME: optional(z.string()),
  OPERATOR_CONTACT: optional(z.string()),
  SMTP_URL: optional(url(/^smtps?$/, 'smtps://user:password@smtp.example.org')),
  MAIL_FROM: optional(
    z.string().refine((text) => readSender(text) !== null, {
      error: 'must be an address such as SPP <spp@example.org>',
    }),
  ),
  MAIL_BOUNCES_URL: optional(url(/^imaps?$/, 'imaps://user:password@imap.example.org')),
  HTTPS_PROXY: optional(url(/^https?$/, 'http://proxy.example.org:3128')),
  HTTP_PROXY: optional(url(/^https?$/, 'http://proxy.example.org:3128')),
  NO_PROXY: optional(z.string()),
  LOOK_AT_PUBLISHED_PAGES: optional(z.enum(['yes', 'no'], { error: 'must be yes or no' })),
  LLM_BASE_URL: optional(url(/^https?$/, 'https://llm.example.org/v1')),
  LLM_MODEL: optional(z.string()),
  LLM_API_KEY: optional(z.string()),
  LLM_CALLS_PER_DAY: optional(count),
  LLM_TOKENS_PER_DAY: optional(count),
  LOG_LEVEL: optional(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    }),
  ),
});

/** The configuration, or one sentence for each variable that is wrong or missing. */
export function readConfiguration(
  variables: NodeJS.ProcessEnv,
): { readonly configuration: Configuration } | { readonly complaints: readonly string[] } {
  const parsed = environment.safeParse(trimmed(variables));
  if (!parsed.success) {
    return { complaints: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${reasonOf(issue)}.`) };
  }
  const read = parsed.data;
  const complaints: string[] = [];
  const slack = slackSettings(read, complaints);
  const teams = teamsSettings(read, complaints);
  const operator = operatorSettings(read, complaints);
  const mail = mailSettings(read, complaints);
  const languageModel = modelSettings(read, complaints);
  const production = read.NODE_ENV === 'production';
  const looksAtPages = read.LOOK_AT_PUBLISHED_PAGES === 'yes';
  if (looksAtPages && (read.HTTPS_PROXY ?? read.HTTP_PROXY) !== undefined) {
    complaints.push(PAGES_THROUGH_PROXY);
  }
  if (production && complaints.length === 0) {
    if (slack === null && teams === null) {
      complaints.push('In production SLACK_BOT_TOKEN or TEAMS_APP_ID must be set, or both; see .env.example.');
    }
    if (read.DATABASE_URL === undefined) complaints.push('In production DATABASE_URL must name a PostgreSQL server.');
  }
  if (complaints.length > 0) return { complaints };
  return {
    configuration: {
      production,
      databaseUrl: read.DATABASE_URL ?? null,
      redisUrl: read.REDIS_URL ?? null,
      slack,
      teams,
      host: read.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      port: read.PORT ?? 3000,
      dataFolder: read.SPP_DATA ?? '.data',
      dataFolderGiven: read.SPP_DATA !== undefined,
      logLevel: read.LOG_LEVEL ?? 'info',
      publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      linkSecret: read.LINK_SECRET ?? null,
      filesFolder: read.SPP_FILES ?? null,
      metricsToken: read.METRICS_TOKEN ?? null,
      operator,
      mail,
      looksAtPages,
      languageModel,
      proxy: { https: read.HTTPS_PROXY ?? null, http: read.HTTP_PROXY ?? null, except: read.NO_PROXY ?? '' },
    },
  };
}

/** A proxy resolves names by itself, so that what was checked before would not be what is asked. */
const PAGES_THROUGH_PROXY =
  'LOOK_AT_PUBLISHED_PAGES must be no where HTTPS_PROXY is set: pages are asked directly, at addresses that are checked before.';

type Read = z.output<typeof environment>;

/** What is copied from a web page or a file often ends in white space, which is part of no value. */
function trimmed(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.keys(environment.shape).map((name) => {
      // Proxies are usually named in small letters, which every other program takes too.
      const value = name.endsWith('_PROXY') ? (variables[name.toLowerCase()] ?? variables[name]) : variables[name];
      return [name, value?.trim()];
    }),
  );
}

function slackSettings(read: Read, complaints: string[]): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = read;
  const slackApiUrl = read.SLACK_API_URL?.replace(/\/*$/, '/');
  if (botToken === undefined) {
    if (signingSecret !== undefined || appToken !== undefined) {
      complaints.push('SLACK_BOT_TOKEN is missing: the other Slack variables are of no use without it.');
    }
    return null;
  }
  if (signingSecret === undefined && appToken === undefined) {
    complaints.push('SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing.');
    return null;
  }
  return {
    botToken,
    ...(signingSecret && { signingSecret }),
    ...(appToken && { appToken }),
    ...(slackApiUrl && { slackApiUrl }),
  };
}

function operatorSettings(read: Read, complaints: string[]): Configuration['operator'] {
  const { OPERATOR_NAME: name, OPERATOR_CONTACT: contact } = read;
  if (name === undefined && contact === undefined) return null;
  if (name !== undefined && contact !== undefined) return { name, contact };
  complaints.push('OPERATOR_NAME and OPERATOR_CONTACT must be set together: people are to know whom to ask, and how.');
  return null;
}

function mailSettings(read: Read, complaints: string[]): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_BOUNCES_URL: bouncesUrl } = read;
  if (smtpUrl !== undefined && from !== undefined) return { smtpUrl, from, ...(bouncesUrl && { bouncesUrl }) };
  if (smtpUrl === undefined && from === undefined) {
    if (bouncesUrl !== undefined) complaints.push('SMTP_URL is missing: MAIL_BOUNCES_URL is of no use without it.');
    return null;
  }
  complaints.push('SMTP_URL and MAIL_FROM must be set together: a mail needs a server and a sender.');
  return null;
}

/** Enough for a day of much writing, and a bound on what somebody's mistake or mischief costs. */
const CALLS_PER_DAY = 200;
const TOKENS_PER_DAY = 1_000_000;

function modelSettings(read: Read, complaints: string[]): ModelSettings | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = read;
  const { LLM_CALLS_PER_DAY: callsPerDay = CALLS_PER_DAY, LLM_TOKENS_PER_DAY: tokensPerDay = TOKENS_PER_DAY } = read;
  if (baseUrl !== undefined && model !== undefined) {
    return { baseUrl: baseUrl.replace(/\/+$/, ''), model, ...(apiKey && { apiKey }), callsPerDay, tokensPerDay };
  }
  if (baseUrl !== undefined || model !== undefined || apiKey !== undefined) {
    complaints.push('LLM_BASE_URL and LLM_MODEL must be set together: a model needs a server and a name.');
  }
  return null;
}

function teamsSettings(read: Read, complaints: string[]): TeamsSettings | null {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_TENANT_ID: tenantId } = read;
  if (appId === undefined && appPassword === undefined && tenantId === undefined) return null;
  if (appId === undefined)
    complaints.push('TEAMS_APP_ID is missing: the other Teams variables are of no use without it.');
  if (appPassword === undefined) complaints.push('TEAMS_APP_PASSWORD is missing.');
  if (appId === undefined || appPassword === undefined) return null;
  return { appId, appPassword, ...(tenantId && { tenantId }) };
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  // The first branch is the empty string; the last says what was expected of a value.
  return issue.errors.at(-1)?.at(0)?.message ?? issue.message;
}
