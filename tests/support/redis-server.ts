/** Runs Debian's `redis-server` for the tests, with what BullMQ asks of it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningRedis {
  url: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a server on a free loopback port that keeps everything in memory; `extra` adds or overrides settings
 * (`['--appendonly', 'yes']`).
 * @param folder for its files and its pid, by which `stopLeftRedis` finds it after this process was killed
 */
export async function startRedis(folder: string, extra: string[] = []): Promise<RunningRedis | { missing: string }> {
  const { error } = spawnSync('redis-server', ['--version']);
  if (error !== undefined) return { missing: 'redis-server is not installed (apt-get install redis-server)' };
  const complaints: string[] = [];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const started = await launch(folder, await freePort(), extra);
    if ('url' in started) return started;
    complaints.push(started.complaint);
  }
  throw new Error(`redis-server did not start: ${complaints.join('; ')}`);
}

/** Ends the server that a killed run left in this folder, if it still runs. */
export function stopLeftRedis(folder: string): void {
  const file = join(folder, 'redis-test.pid');
  if (!existsSync(file)) return;
  const [pid, port] = readFileSync(file, 'utf8').trim().split(' ');
  if (pid === undefined || port === undefined) return;
  // The pid may be another process by now; Redis shows its port in its title.
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', pid], { encoding: 'utf8' });
  if (stdout?.includes('redis-server') && stdout.includes(`:${port}`)) process.kill(Number(pid), 'SIGKILL');
}

async function launch(folder: string, port: number, extra: string[]): Promise<RunningRedis | { complaint: string }> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction', ...extra], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<boolean>((resolve) => {
    lines.on('line', (line) => {
      said.push(line);
      if (line.includes('Ready to accept connections')) resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  if (!(await ready) || child.pid === undefined) return { complaint: said.slice(-3).join(' ') };
  writeFileSync(join(folder, 'redis-test.pid'), `${child.pid} ${port}\n`);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await ended;
      clearTimeout(impatient);
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
