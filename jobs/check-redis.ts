/** Asks a Redis how it keeps what is in it: a queue must never lose a job to make room. */
import { z } from 'zod';
import { connectTo, firstConnection } from './redis-backend.js';

export interface RedisFacts {
  /** How Redis makes room when it is full; null where it does not say. */
  readonly evicts: string | null;
  /** Whether what was accepted outlives a restart; null where it does not say. */
  readonly appends: boolean | null;
  readonly version: string | null;
}

const setting = z.array(z.string());

/** @throws QueueUnreachable */
export async function askRedis(redisUrl: string): Promise<RedisFacts> {
  const addresses = redisUrl.split(',').map((address) => address.trim());
  const client = connectTo(addresses, { maxRetriesPerRequest: 1 });
  client.on('error', () => {});
  try {
    await firstConnection(client, addresses);
    // A hosted Redis may forbid CONFIG, and tells a part of it in INFO.
    const config = async (name: string) =>
      setting.safeParse(await client.call('CONFIG', 'GET', name).catch(() => null)).data?.[1] ?? null;
    const info = z.string().parse(await client.call('INFO'));
    const told = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? null;
    const appends = (await config('appendonly')) ?? told('aof_enabled');
    return {
      evicts: (await config('maxmemory-policy')) ?? told('maxmemory_policy'),
      appends: appends === null ? null : appends === 'yes' || appends === '1',
      version: told('redis_version'),
    };
  } finally {
    client.disconnect();
  }
}
