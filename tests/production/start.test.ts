/** What a production build and installation make starts, answers and stops: the Dockerfile's own steps, carried out in a folder. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { cleanEnvironment, killProcesses, type RunningProcess, startProcess } from '../support/process.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const dockerfile = readFileSync(join(PROJECT, 'Dockerfile'), 'utf8');

/** A build and an installation, on a machine that does other things, too. */
const PATIENCE = 900_000;

/** Well formed, and known to nobody: opening Teams asks no server about them. */
const teams = { TEAMS_APP_ID: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11', TEAMS_APP_PASSWORD: 'no-real-secret' };

/** Packages of the page, its stand-ins and its tests; none is of use to the app. */
const UNWANTED = 'react esbuild playwright-core adaptivecards slack-blocks-to-jsx markdown-it axe-core jose'.split(' ');

let folder: string;
let test: TestDatabase;
let slack: Slack;

/** A command that the Dockerfile gives as a list. */
function commandOf(instruction: RegExp): string[] {
  const [, list = ''] = instruction.exec(dockerfile) ?? [];
  return z.array(z.string()).parse(JSON.parse(list));
}

/** The packages that these files name, and their versions. */
function declaredBy(...files: readonly string[]): Record<string, string> {
  const section = z.record(z.string(), z.string()).default({});
  const schema = z.object({ dependencies: section, devDependencies: section });
  const declared = files
    .filter((file) => existsSync(join(PROJECT, file)))
    .map((file) => schema.parse(JSON.parse(readFileSync(join(PROJECT, file), 'utf8'))))
    .flatMap(({ dependencies, devDependencies }) => Object.entries({ ...devDependencies, ...dependencies }));
  return Object.fromEntries(declared);
}

function start(command: readonly string[], settings: Record<string, string>): RunningProcess {
  const environment = { PATH: cleanEnvironment().PATH ?? '', NODE_ENV: 'production', ...settings };
  return startProcess(command, { cwd: folder, environment });
}

/** Carries out a stage of COPY and RUN lines; anything else in it is refused, so that nothing is left out silently. */
async function carryOut(stage: string): Promise<void> {
  const [, lines = ''] = new RegExp(`^FROM .* AS ${stage}\\nWORKDIR /app\\n([^]*?)^FROM `, 'm').exec(dockerfile) ?? [];
  const environment = { ...cleanEnvironment(), npm_config_prefer_offline: 'true' };
  for (const line of lines.split('\n').filter((text) => text !== '' && !text.startsWith('#'))) {
    const [, copied, target = '', command] = /^(?:COPY ([\w./ -]+) ([\w./-]+\/)|RUN (.+[^\\]))$/.exec(line) ?? [];
    if (command !== undefined) await promisify(execFile)('sh', ['-c', command], { cwd: folder, env: environment });
    else if (copied === undefined) throw new Error(`The Dockerfile has a line that is not understood here: ${line}`);
    for (const file of copied?.split(' ') ?? []) cpSync(join(PROJECT, file), join(folder, target, basename(file)));
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spp-production-'));
  const built = promisify(execFile)('npm', ['run', 'build'], { cwd: PROJECT, env: cleanEnvironment() });
  await Promise.all([built, carryOut('dependencies')]);
  cpSync(join(PROJECT, 'dist'), join(folder, 'dist'), { recursive: true });
  test = await createTestDatabase({ empty: true });
  slack = await startSlack();
}, PATIENCE);
afterEach(killProcesses);
afterAll(async () => {
  await slack?.close();
  await test?.close();
  rmSync(folder, { recursive: true, force: true });
}, PATIENCE);

describe('a production build', { timeout: PATIENCE }, () => {
  it('sees nothing of the playground and of what tests it', () => {
    const { packages } = z
      .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
      .parse(JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8')));
    expect(packages).toHaveProperty(['node_modules/@slack/bolt']);
    const ours = declaredBy('playground/package.json', 'package.json');
    for (const name of UNWANTED) {
      expect(ours).toHaveProperty([name]);
      // botbuilder brings another version of one of them.
      const found = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
      expect(found.map(([, { version }]) => `${name} ${version}`)).not.toContain(`${name} ${ours[name]}`);
    }
    expect(existsSync(join(folder, 'dist', 'playground'))).toBe(false);
    // What is compiled has to be let through to the image's own build.
    const letThrough = readFileSync(join(PROJECT, '.dockerignore'), 'utf8').split('\n');
    const compiled = readdirSync(join(folder, 'dist')).filter((name) =>
      statSync(join(folder, 'dist', name)).isDirectory(),
    );
    expect(letThrough).toEqual(expect.arrayContaining(compiled.map((name) => `!${name}`)));
  });

  it('refuses to start without settings, in sentences', async () => {
    const { code, complaints } = await start(commandOf(/^CMD (.+)$/m), {}).ended;
    expect(complaints).toMatch(/^In production SLACK_BOT_TOKEN [^\n]*\.\nIn production DATABASE_URL [^\n]*\.\n$/);
    expect(code).toBe(1);
  });

  it('starts on both platforms, answers its health check, and stops when told to', async () => {
    // Slack's address is no setting: calls to it are sent to the stand-in.
    const redirect = `const { fetch } = globalThis;
      globalThis.fetch = (to, how) => fetch(String(to).replace('https://slack.com/api/', '${slack.url}'), how);`;
    const app = start(commandOf(/^CMD (.+)$/m), {
      ...teams,
      SLACK_BOT_TOKEN: slack.botToken(),
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      DATABASE_URL: test.url,
      PORT: '0',
      NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(redirect)}"`,
    });
    const said = await app.says('Queue: ');
    expect(said).toContain(`Slack: workspace ${slack.workspace.name}`);
    const [, port = ''] = /Running: bot and worker at http:\/\/[\d.]+:(\d+) /.exec(said) ?? [];
    const check = commandOf(/^HEALTHCHECK .*\\\n +CMD (.+)$/m);
    expect(await start(check, { PORT: port }).ended).toMatchObject({ code: 0 });
    app.signal('SIGTERM');
    expect(await app.ended).toMatchObject({ code: 0, complaints: '' });
    expect(await start(check, { PORT: port }).ended).toMatchObject({ code: 1 });
  });

  it('imports a programme', async () => {
    const files = ['programme.json', 'roster.csv'].map((name) => join(PROJECT, 'prisma', 'sample', name));
    const command = [...commandOf(/^CMD (.+)$/m), 'programme', 'import', ...files, '--lang', 'en'];
    const { code, output, complaints } = await start(command, { ...teams, DATABASE_URL: test.url }).ended;
    expect(complaints).toBe('');
    expect(output).toMatch(/\d+ changes made\.\n$/);
    expect(code).toBe(0);
  });
});
