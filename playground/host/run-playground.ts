/** `npm start` without credentials: the playground with the sample programme, until Ctrl-C; prints where its page is. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Configuration } from '../../app/configuration.js';
import { prepareDatabase } from '../../app/database.js';
import { openLog } from '../../app/log.js';
import { say } from '../../app/say.js';
import { takeStep } from '../../app/step.js';
import { untilToldToStop } from '../../app/stop.js';
import { fillWithSample } from './fill-with-sample.js';
import { openHost } from './open-host.js';
import { type Playground, teamsAppId } from './playground.js';
import { choosePorts, moveTeams } from './ports.js';
import { firstMorning } from './scenario-list.js';

const KEEPING_MILLISECONDS = 5_000;

const memorySchema = z.object({
  time: z.iso.datetime(),
  port: z.int().optional(),
  slackPort: z.int(),
  teamsPort: z.int(),
  pagePort: z.int().optional(),
});
type Memory = z.infer<typeof memorySchema>;

export async function runPlayground(configuration: Configuration): Promise<void> {
  const began = performance.now();
  const [{ startClock, showTime }, { openPage }] = await takeStep('Loading the playground', () =>
    Promise.all([import('../clock.js'), import('../page/open-page.js')]),
  );
  const log = openLog(configuration.logLevel === 'info' ? 'warn' : configuration.logLevel);
  const prepared = await prepareDatabase(configuration);
  try {
    const memory = await remember(configuration.dataFolder);
    const clock = startClock(memory === null ? firstMorning : new Date(memory.time));
    await takeStep('Bringing in the sample programme', () => fillWithSample(prepared.url, clock));
    const ports = await choosePorts(configuration.port, memory);
    if (memory !== null) await moveTeams(prepared.url, memory.teamsPort, ports.teams);
    const { redisUrl } = configuration;
    const ownDatabase = configuration.databaseUrl === null;
    const livedIn = memory !== null;
    const host = await openHost({
      ...{ databaseUrl: prepared.url, redisUrl, log, clock, ports, teamsAppId, ownDatabase, livedIn },
      withMail: true,
    });
    try {
      const onFault = (error: unknown) => log.error({ error }, 'The page of the playground has a fault');
      const page = await openPage(host, {
        port: ports.page,
        onFault,
      });
      // A browser that comes sooner waits for it; nobody else has to.
      page.ready.catch(onFault);
      let kept: Promise<void> = Promise.resolve();
      const keep = () => {
        const memory = {
          time: host.time().toISOString(),
          port: configuration.port,
          slackPort: ports.slack,
          teamsPort: ports.teams,
          pagePort: Number(new URL(page.url).port),
        };
        const keeping = kept.then(() => store(configuration.dataFolder, memory));
        kept = keeping.catch(() => {});
        return keeping;
      };
      // Not only in the end: a playground that is killed must not come back before what its database holds.
      const timer = setInterval(() => {
        keep().catch((error: unknown) => log.warn({ error }, 'The time of the playground was not kept'));
      }, KEEPING_MILLISECONDS);
      try {
        await keep();
        introduce(host.playground, {
          ...{ configuration, page: page.url },
          time: showTime(clock.now()),
          milliseconds: Math.round(performance.now() - began),
        });
        await Promise.race([untilToldToStop(), failing(host.playground.worker.started)]);
        say('Closing …');
      } finally {
        clearInterval(timer);
        await page.close();
      }
      // A scenario that is being loaded is given up in closing, and leaves behind the time of its own run.
      await host.close();
      await keep();
    } finally {
      await host.close();
    }
  } finally {
    await prepared.close();
  }
}

/** Without its worker the playground is refused its start, such as when Redis does not answer. */
function failing(started: Promise<void>): Promise<never> {
  return new Promise((_resolve, reject) => started.catch(reject));
}

interface Introduction {
  readonly configuration: Configuration;
  /** The page's address. */
  readonly page: string;
  readonly time: string;
  /** That the start took. */
  readonly milliseconds: number;
}

function introduce(
  { assistant, slack, teams, directory }: Playground,
  { configuration, page, time, milliseconds }: Introduction,
): void {
  const names = (people: typeof directory.people) =>
    people
      .slice(0, 3)
      .map(({ name }) => name)
      .join('、');
  const on = (platform: 'slackUserId' | 'teamsUserId', role: string) =>
    directory.people.filter((person) => person[platform] !== null && person.role === role);
  say(
    '',
    `The playground is open (${milliseconds} ms). It is ${time} in it. On this machine only; never part of a production build.`,
    `  Open this page     ${page}`,
    `  Assistant          ${assistant.url}`,
    `  Slack workspace    ${slack.url} (stand-in): ${on('slackUserId', 'participant').length} participants, such as ${names(on('slackUserId', 'participant'))}`,
    `  Teams tenant       ${teams.url} (stand-in): ${on('teamsUserId', 'participant').length} participants, such as ${names(on('teamsUserId', 'participant'))}`,
    `  Secretariat        ${names(on('slackUserId', 'secretariat'))}`,
    `  Advisers           ${names(on('slackUserId', 'adviser'))}`,
    `  Database           ${configuration.databaseUrl === null ? `private, in ${configuration.dataFolder} (npm run reset empties it)` : 'the one DATABASE_URL names'}; queue on ${configuration.redisUrl === null ? 'PostgreSQL' : 'Redis'}`,
    '',
    'Ctrl-C closes it; people, sessions and the clock are kept for the next start.',
    'To connect a real Slack or Teams: copy .env.example to .env, fill it in, and start again; README.md tells step by step.',
    '',
  );
}

/** The playground's time and ports of the last time, so that what the bot has stored still holds. */
async function remember(folder: string): Promise<Memory | null> {
  const text = await readFile(join(folder, 'playground.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return memorySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function store(folder: string, memory: Memory): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'playground.json');
  // In one step: half a file would set the clock back to the first morning.
  await writeFile(`${file}.new`, `${JSON.stringify(memory)}\n`);
  await rename(`${file}.new`, file);
}
