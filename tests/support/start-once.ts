/** Part of `.ci/run`: starts the playground of a checkout as a person would, opens its page, and stops it with Ctrl-C. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './process.js';

const [folder, data] = process.argv.slice(2);
if (folder === undefined || data === undefined) throw new Error('usage: start-once <checkout> <data folder>');

// In a group of its own, all of which hears Ctrl-C; its input stays open, as a terminal's does.
const child = spawn('npm', ['start'], {
  cwd: folder,
  env: { ...cleanEnvironment(), PORT: '0', SPP_DATA: data },
  stdio: ['pipe', 'pipe', 'inherit'],
  detached: true,
});
const group = -(child.pid ?? 0);
process.once('exit', () => {
  try {
    process.kill(group, 'SIGKILL');
  } catch {
    // It has ended.
  }
});

let output = '';
const ended = new Promise<string>((resolve, reject) => {
  child.once('error', reject);
  child.once('close', (code, signal) => resolve(signal ?? `status ${code}`));
});
const page = new Promise<string>((resolve) => {
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    process.stdout.write(chunk);
    output += chunk;
    const [, address] = /Open this page +(\S+)\s/.exec(output) ?? [];
    if (address !== undefined) resolve(address);
  });
});
const early = ended.then((how) => {
  throw new Error(`It ended with ${how} before it was open.`);
});

const { status } = await fetch(await Promise.race([page, early]));
if (status !== 200) throw new Error(`The page answered ${status}.`);
early.catch(() => {});
process.kill(group, 'SIGINT');
// npm itself may end by the signal that the app has closed on.
const how = await ended;
const serverRuns = existsSync(join(data, 'postgres', 'cluster', 'postmaster.pid'));
if (!['status 0', 'status 130', 'SIGINT'].includes(how) || !output.includes('Closing …') || serverRuns) {
  throw new Error(
    `It did not close in order: ended with ${how}, the database server ${serverRuns ? 'runs' : 'has stopped'}.`,
  );
}
