/** A scenario as it stood when it had been played: its database and everybody's chats, so that the page loads it in seconds instead of playing it for minutes. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { archiveMail, mailArchive, restoreMail } from '../mail/mail-archive.js';
import { archiveSlack, restoreSlack, slackArchive } from '../slack/chat-archive.js';
import { archiveTeams, restoreTeams, teamsArchive } from '../teams/chat-archive.js';
import { archiveDatabase, databaseArchive } from './database-archive.js';
import type { Playground } from './playground.js';
import { sampleFile } from './sample.js';

const storedScenario = z.object({
  /** Of the sample's files: another programme has other people. */
  sample: z.string(),
  /** The stand-in for Teams names chats after it. */
  teamsAppId: z.string(),
  /** Where the clock stood. */
  at: z.iso.datetime(),
  database: databaseArchive,
  slack: slackArchive,
  teams: teamsArchive,
  mail: mailArchive,
});
export type StoredScenario = z.infer<typeof storedScenario>;

/** Addresses on this machine, which are others at every start. */
interface Addresses {
  readonly bot: number;
  readonly slack: number;
  readonly teams: number;
}

/** Nothing leads to a name that ends so (RFC 2606). */
const placeholderOf = (part: keyof Addresses) => `http://${part}.stored.invalid`;
const parts = ['bot', 'slack', 'teams'] as const;

function fileOf(id: string): string {
  return fileURLToPath(new URL(`stored/${id}.json.gz`, import.meta.url));
}

/** Writes down what the playground has become. */
export async function storeScenario(id: string, playground: Playground, databaseUrl: string): Promise<void> {
  const { slack, teams, mail, clock } = playground;
  const stored: StoredScenario = {
    sample: await sampleDigest(),
    teamsAppId: teams.app.id,
    at: clock.now().toISOString(),
    database: await archiveDatabase(databaseUrl),
    slack: archiveSlack(slack.store, slack.workspace),
    teams: archiveTeams(teams),
    mail: mail === null ? [] : archiveMail(mail),
  };
  const ports = portsOf(playground);
  const text = parts.reduce(
    (all, part) => all.replace(new RegExp(`http://127\\.0\\.0\\.1:${ports[part]}(?!\\d)`, 'g'), placeholderOf(part)),
    JSON.stringify(stored),
  );
  await writeFile(fileOf(id), await promisify(gzip)(text, { level: 9 }));
}

/**
 * @param fits what it has to be of; one of another schema or sample is of no use
 * @param ports of the playground that takes it up
 * @returns null where none is stored that fits
 */
export async function readStoredScenario(
  id: string,
  fits: { readonly migration: string; readonly teamsAppId: string | undefined },
  ports: Addresses,
): Promise<StoredScenario | null> {
  const file = await readFile(fileOf(id)).catch(() => null);
  if (file === null) return null;
  const text = parts.reduce(
    (all, part) => all.replaceAll(placeholderOf(part), `http://127.0.0.1:${ports[part]}`),
    (await promisify(gunzip)(file)).toString('utf8'),
  );
  const stored = storedScenario.parse(JSON.parse(text));
  const isOfToday = stored.database.migration === fits.migration && stored.sample === (await sampleDigest());
  return isOfToday && stored.teamsAppId === fits.teamsAppId ? stored : null;
}

/** Into stand-ins that were just started over the restored database. */
export function restoreChats({ slack, teams, mail }: Playground, stored: StoredScenario): void {
  restoreSlack(slack.store, slack.workspace, stored.slack);
  restoreTeams(teams, stored.teams);
  if (mail !== null) restoreMail(mail, stored.mail);
}

function portsOf({ assistant, slack, teams }: Playground): Addresses {
  const port = (url: string) => Number(new URL(url).port);
  return { bot: port(assistant.url), slack: port(slack.url), teams: port(teams.url) };
}

async function sampleDigest(): Promise<string> {
  const digest = createHash('sha256');
  for (const name of ['programme.json', 'roster.csv'] as const) digest.update((await sampleFile(name)).content);
  return digest.digest('hex');
}
