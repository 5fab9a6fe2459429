/**
 * `npm run check:docker`: builds the image without Docker, by carrying out the Dockerfile's own steps in empty folders,
 * looks through it, and runs it on a real PostgreSQL and Redis. Ends with 1 if anything is not as it should be.
 */
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSlack } from '../../playground/slack/start-slack.js';
import { removeData, startDatabaseServer } from '../../prisma/server.js';
import { type Ended, killProcesses } from '../support/process.js';
import { startRedis } from '../support/redis-server.js';
import { type BuiltStage, carryOut } from './carry-out.js';
import { startContainer } from './container.js';
import { readDockerfile } from './dockerfile.js';
import { inspectImage, sizeOf } from './inspect-image.js';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Well formed, and known to nobody: opening Teams asks no server about them. */
const teams = {
  TEAMS_APP_ID: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11',
  TEAMS_APP_PASSWORD: 'no-real-secret',
  TEAMS_TENANT_ID: '00000000-0000-4000-8000-000000000001',
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'spp-docker-'));
  // Other accounts have to pass: the database's own, and the one that stands for the container's.
  chmodSync(folder, 0o755);
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const image = await build(folder);
    const data = join(folder, 'postgres');
    const database = await startDatabaseServer({ folder: data, durable: false });
    undo.push(() => removeData(data), database.stop);
    const redis = await startRedis(folder);
    if ('stop' in redis) undo.push(redis.stop);
    else say(`Redis is left out: ${redis.missing}.`);
    undo.push(killProcesses);
    await refusesWithoutSettings(image);
    await importsProgramme(image, { DATABASE_URL: database.url, ...teams });
    await runsTeams(image, { DATABASE_URL: database.url, ...teams });
    if ('url' in redis) await runsHalves(image, { DATABASE_URL: database.url, REDIS_URL: redis.url, ...teams });
    await runsSlack(image, database.url);
  } finally {
    for (const step of undo.reverse()) await step();
  }
  say(`The image is well (${seconds(performance.now() - began)} in all).`);
}

async function build(folder: string): Promise<BuiltStage> {
  const began = performance.now();
  const stages = readDockerfile(readFileSync(join(project, 'Dockerfile'), 'utf8'));
  const target = join(folder, 'image');
  mkdirSync(target);
  const image = await carryOut(stages, { context: project, target, log: (line) => say(`  ${line}`) });
  const built = seconds(performance.now() - began);
  const faults = inspectImage(image, JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')));
  assert.deepEqual(faults, [], 'the image holds what it must not');
  const megabytes = Math.round(sizeOf(image) / 1_000_000);
  say(`Built in ${built}: ${megabytes} MB on top of ${image.stage.image}; here on Node ${process.version}.`);
  return image;
}

async function refusesWithoutSettings(image: BuiltStage): Promise<void> {
  const { code, complaints } = await startContainer(image, commandOf(image), {}).ended;
  assert.equal(code, 1, complaints);
  assert.match(complaints, /^(In production .*\.\n)+$/, 'without settings it should say in sentences what is missing');
}

async function importsProgramme(image: BuiltStage, settings: Record<string, string>): Promise<void> {
  // Into the image's folder, since the container's account may not enter every checkout.
  const files = ['programme.json', 'roster.csv'].map((name) => {
    copyFileSync(join(project, 'prisma', 'sample', name), join(image.folder, name));
    return name;
  });
  const command = [...commandOf(image), 'programme', 'import', ...files, '--lang', 'en'];
  const { code, complaints, output } = await startContainer(image, command, settings).ended;
  assert.equal(code, 0, complaints);
  assert.match(output, /\d+ changes made\.\n$/);
}

async function runsTeams(image: BuiltStage, settings: Record<string, string>): Promise<void> {
  const port = String(await freePort());
  const bot = startContainer(image, commandOf(image), { ...settings, PORT: port });
  const started = await bot.saysAfter('Running: ');
  await well(port);
  await healthcheck(image, port, 0);
  report('Teams alone, bot and worker', started, bot.memory());
  endedWell(await bot.stop());
  await healthcheck(image, port, 1);
}

async function runsHalves(image: BuiltStage, settings: Record<string, string>): Promise<void> {
  const halves = await Promise.all(
    ['bot', 'worker'].map(async (half) => {
      const port = String(await freePort());
      return { half, port, container: startContainer(image, [...commandOf(image), half], { ...settings, PORT: port }) };
    }),
  );
  for (const { half, port, container } of halves) {
    const started = await container.saysAfter(`Running: ${half} `);
    await well(port);
    report(`Teams, ${half} alone, Redis`, started, container.memory());
  }
  for (const { container } of halves) endedWell(await container.stop());
}

/** The stand-in's address cannot be given in a variable, so the built assistant is opened by hand. */
async function runsSlack(image: BuiltStage, databaseUrl: string): Promise<void> {
  const slack = await startSlack();
  try {
    const settings = { botToken: slack.botToken(), signingSecret: slack.app.signingSecret, slackApiUrl: slack.url };
    const program = `
      import { openAssistant } from './dist/start/assistant.js';
      import { openLog } from './dist/start/log.js';
      import { untilToldToStop } from './dist/start/stop.js';
      const assistant = await openAssistant({
        parts: ['bot', 'worker'], databaseUrl: ${JSON.stringify(databaseUrl)}, redisUrl: null,
        slack: ${JSON.stringify(settings)}, teams: null, host: '127.0.0.1', port: 0,
        clock: { now: () => new Date() }, log: openLog('info'),
      });
      console.log('Running: ' + assistant.url + ' ');
      await untilToldToStop();
      await assistant.close();`;
    const bot = startContainer(image, ['node', '--input-type=module', '--eval', program], {});
    const started = await bot.saysAfter('Running: ');
    report('Slack alone, bot and worker', started, bot.memory());
    endedWell(await bot.stop());
  } finally {
    await slack.close();
  }
}

async function well(port: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  assert.equal(response.status, 200, await response.text());
}

async function healthcheck(image: BuiltStage, port: string, expected: number): Promise<void> {
  assert.ok(image.stage.healthcheck);
  const { code, complaints } = await startContainer(image, image.stage.healthcheck, { PORT: port }).ended;
  assert.equal(code, expected, `HEALTHCHECK: ${complaints}`);
}

function endedWell({ code, signal, complaints, milliseconds }: Ended & { milliseconds: number }): void {
  assert.equal(code, 0, `SIGTERM should end it with 0, not with ${code ?? signal}: ${complaints}`);
  assert.equal(complaints, '');
  say(`    ended by SIGTERM in ${Math.round(milliseconds)} ms`);
}

function commandOf({ stage }: BuiltStage): readonly string[] {
  assert.ok(stage.command);
  return stage.command;
}

function report(what: string, milliseconds: number, memory: { now: number; most: number } | null): void {
  const used = memory === null ? '' : `, ${memory.now} MB resident (at most ${memory.most})`;
  say(`  ${what}: running after ${Math.round(milliseconds)} ms${used}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}

await main();
