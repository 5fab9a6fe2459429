/** A private Redis server starts, answers and stops. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeWithRedis, redisUrl } from './redis.js';
import { startRedis, stopLeftRedis } from './redis-server.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spp-redis-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWithRedis('the Redis server', () => {
  it('of the run answers and never drops a job to make room', async () => {
    expect(await ask(Number(new URL(redisUrl()).port), 'CONFIG GET maxmemory-policy')).toContain('noeviction');
  });

  it('of one test takes settings of its own, and stops', async () => {
    const redis = await startRedis(folder, ['--appendonly', 'yes']);
    if ('missing' in redis) throw new Error(redis.missing);
    expect(await ask(redis.port, 'CONFIG GET appendonly')).toContain('yes');
    await redis.stop();
    await expect(ask(redis.port, 'PING')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('of a killed run is found and ended by the next, and nothing else is', async () => {
    const redis = await startRedis(folder);
    if ('missing' in redis) throw new Error(redis.missing);
    writeFileSync(join(folder, 'redis-test.pid'), `${process.pid} ${redis.port}\n`);
    stopLeftRedis(folder);
    expect(await ask(redis.port, 'PING')).toContain('PONG');
    writeFileSync(join(folder, 'redis-test.pid'), `${redis.pid} ${redis.port}\n`);
    stopLeftRedis(folder);
    await expect.poll(() => ask(redis.port, 'PING').catch(() => 'gone')).toBe('gone');
  });
});

it('says what to install where there is no redis-server', async () => {
  vi.stubEnv('PATH', folder);
  expect(await startRedis(folder)).toEqual({
    missing: 'redis-server is not installed (apt-get install redis-server)',
  });
  vi.unstubAllEnvs();
});

async function ask(port: number, command: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  socket.write(`${command}\r\n`);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return String(answer);
}
