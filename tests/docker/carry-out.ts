/** Carries out a Dockerfile's stages in empty folders instead of containers, on this machine's Node. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { cleanEnvironment } from '../support/process.js';
import type { Stage, Step } from './dockerfile.js';
import { type Ignore, readIgnore } from './ignore.js';

export interface BuiltStage {
  /** What would be the container's `/`. */
  readonly root: string;
  /** The working directory on this machine. */
  readonly folder: string;
  readonly stage: Stage;
}

export interface CarryingOut {
  /** The build's context, with its .dockerignore. */
  readonly context: string;
  /** An empty folder; each stage gets one in it. */
  readonly target: string;
  /** Told each step when it is done, and how long it took. */
  readonly log?: (line: string) => void;
}

/** Returns the last stage. Throws an error that names the line of a step that fails. */
export async function carryOut(
  stages: readonly Stage[],
  { context, target, log = () => {} }: CarryingOut,
): Promise<BuiltStage> {
  const built = new Map<string, BuiltStage>();
  let last: BuiltStage | undefined;
  for (const [index, stage] of stages.entries()) {
    // Everything but Node itself would be missing here, or be there without having been asked for.
    if (!/^node:/.test(stage.image)) throw new Error(`The image ${stage.image} is not one of Node's.`);
    const root = join(target, stage.name ?? `stage-${index}`);
    mkdirSync(root);
    let directory = '/';
    for (const step of stage.steps) {
      const began = performance.now();
      if (step.kind === 'workdir') {
        directory = posix.resolve(directory, step.path);
        mkdirSync(within(root, directory), { recursive: true });
      } else if (step.kind === 'run') {
        await run(step.command, within(root, directory), stage, step.line);
      } else {
        copy(step, { root, directory, context, built });
      }
      log(`line ${step.line}: ${describe(step)} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    }
    last = { root, folder: within(root, directory), stage };
    if (stage.name !== null) built.set(stage.name, last);
  }
  if (last === undefined) throw new Error('There is no stage.');
  return last;
}

async function run(command: string, cwd: string, { environment }: Stage, line: number): Promise<void> {
  // It would mean a file of this machine.
  if (/(^|[\s=])\//.test(command)) throw new Error(`Dockerfile, line ${line}: RUN with an absolute path.`);
  const child = spawn('/bin/sh', ['-c', command], {
    cwd,
    env: { ...cleanEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`Dockerfile, line ${line}: ${command} ended with ${code}.\n${said.slice(-4_000)}`);
}

interface Place {
  readonly root: string;
  readonly directory: string;
  readonly context: string;
  readonly built: ReadonlyMap<string, BuiltStage>;
}

function copy(step: Step & { kind: 'copy' }, { root, directory, context, built }: Place): void {
  const from = step.from === null ? null : built.get(step.from);
  if (from === undefined) throw new Error(`Dockerfile, line ${step.line}: there is no earlier stage ${step.from}.`);
  const target = within(root, posix.resolve(directory, step.target));
  for (const path of step.sources) {
    const source = within(from?.root ?? context, posix.resolve('/', path));
    const missing = new Error(`Dockerfile, line ${step.line}: there is no ${path} to copy.`);
    if (!existsSync(source)) throw missing;
    // Of a folder Docker copies what is in it.
    const isFolder = statSync(source).isDirectory();
    const into = !isFolder && (step.target.endsWith('/') || existsSync(target));
    const destination = into ? join(target, posix.basename(path)) : target;
    mkdirSync(isFolder ? destination : dirname(destination), { recursive: true });
    if (from !== null) copyAll(source, destination, isFolder);
    else if (copyUnignored(context, normalize(path), destination) === 0) throw missing;
  }
}

/** With links as links and programs as programs. */
function copyAll(source: string, destination: string, isFolder: boolean): void {
  const { status, stderr } = spawnSync('cp', ['-a', isFolder ? `${source}/.` : source, destination], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** Returns how many files were copied. */
function copyUnignored(context: string, path: string, destination: string): number {
  const file = join(context, '.dockerignore');
  const ignore = readIgnore(existsSync(file) ? readFileSync(file, 'utf8') : '');
  let copied = 0;
  for (const found of filesBelow(context, path === '.' ? '' : path, ignore)) {
    const target = found === path ? destination : join(destination, posix.relative(path, found));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(context, found), target);
    copied += 1;
  }
  return copied;
}

function* filesBelow(context: string, path: string, ignore: Ignore): Generator<string> {
  const full = join(context, path);
  if (!statSync(full).isDirectory()) {
    if (!ignore.file(path)) yield path;
    return;
  }
  if (path !== '' && ignore.folder(path)) return;
  for (const name of readdirSync(full)) yield* filesBelow(context, posix.join(path, name), ignore);
}

/** The place of a container's path; never outside of the root. */
function within(root: string, path: string): string {
  return join(root, posix.resolve('/', path));
}

function describe(step: Step): string {
  if (step.kind === 'workdir') return `WORKDIR ${step.path}`;
  if (step.kind === 'run') return `RUN ${step.command}`;
  return `COPY ${step.from === null ? '' : `from ${step.from} `}${step.sources.join(' ')} → ${step.target}`;
}
