/** Looks at everything that a running process depends on, in the order in which it is put right. */
import type { ModelSettings } from '../../bot/interpret/model/settings.js';
import type { SlackConfiguration } from '../../bot/slack/app.js';
import type { TeamsConfiguration } from '../../bot/teams/configuration.js';
import type { MailSettings } from '../../mail/settings.js';
import { checkBindings, checkDatabase } from './check-database.js';
import { checkMail } from './check-mail.js';
import { checkModel } from './check-model.js';
import { checkSlack, checkTeams, type Looked } from './check-platforms.js';
import { checkQueue } from './check-queue.js';
import { type Finding, ok, warn } from './finding.js';

export interface Examined {
  /** Null where the process would start a private server. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly slack: SlackConfiguration | null;
  readonly teams: TeamsConfiguration | null;
  readonly publicUrl: string | null;
  readonly mail?: MailSettings | null;
  readonly looksAtPages?: boolean;
  readonly languageModel?: ModelSettings | null;
}

export async function examine({
  databaseUrl,
  redisUrl,
  slack,
  teams,
  publicUrl,
  mail = null,
  looksAtPages = false,
  languageModel = null,
}: Examined): Promise<readonly Finding[]> {
  const looked: readonly Looked[] = [
    ...(slack ? [await checkSlack(slack)] : []),
    ...(teams ? [await checkTeams(teams)] : []),
  ];
  const places = looked.flatMap(({ place }) => place ?? []);
  const platforms =
    looked.length === 0
      ? [
          warn(
            'Platforms',
            'Neither Slack nor Teams is set up, so that a start opens the playground: see .env.example.',
          ),
        ]
      : looked.flatMap(({ findings }) => findings);
  return [
    ...platforms,
    ...(await checkStorage(databaseUrl, places)),
    ...(await checkQueue(redisUrl)),
    ...(mail === null ? [] : [await checkMail(mail)]),
    ...(languageModel === null ? [] : [await checkModel(languageModel)]),
    checkAddress(publicUrl),
    ...(looksAtPages ? [ok('Published pages', PAGES)] : []),
  ];
}

async function checkStorage(
  url: string | null,
  places: Parameters<typeof checkBindings>[1],
): Promise<readonly Finding[]> {
  if (url === null) {
    return [
      warn('Database', 'A start opens a private server in SPP_DATA: name one in DATABASE_URL for more than a trial.'),
    ];
  }
  const database = await checkDatabase(url);
  if (database.some(({ level, about }) => level === 'fail' && about === 'Database')) return database;
  return [...database, ...(await checkBindings(url, places))];
}

const PAGES =
  'Workers ask the internet for pages that companies report as published (LOOK_AT_PUBLISHED_PAGES), and nothing else; addresses of this network are refused.';

function checkAddress(publicUrl: string | null): Finding {
  return publicUrl === null
    ? warn('Public address', 'PUBLIC_URL is not set: Teams gets no files, and Slack only those it takes itself.')
    : ok('Public address', `Links begin with ${publicUrl}.`);
}

/** Whether nothing fails. */
export function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'fail');
}

/** One line each: level, what was looked at, and what to do. */
export function wordFinding({ level, about, says }: Finding): string {
  return `${level.padEnd(5)} ${about}: ${says}`;
}
