/** Keeps the queues in Redis, or in a Redis cluster. Only this file loads ioredis. */
import { createRedisBackend } from 'bullmq';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { type Factory, type QueueBackend, QueueUnreachable } from './queue-backend.js';

/** How long start-up waits for Redis. */
const START_MILLISECONDS = 4_000;

/** Adding jobs gives up after this, so that their rows go back at once instead of waiting for Redis. */
const COMMAND_MILLISECONDS = 5_000;

type Client = Redis | Cluster;

/** How often a cluster is asked whether the master with our keys answers, and how long it may take. */
const PING_MILLISECONDS = 2_000;

/**
 * @param redisUrl one `redis://` or `rediss://` address, or several of one cluster with commas between
 * @param prefix what all keys begin with; in a cluster its slot
 */
export async function openRedisBackend(
  redisUrl: string,
  prefix: string,
  onError: (error: unknown) => void,
): Promise<QueueBackend> {
  const addresses = redisUrl.split(',').map((address) => address.trim());
  const clients: { readonly status: string; disconnect(): void }[] = [];
  const make = (options: RedisOptions): Client => {
    const client = connectTo(addresses, options);
    clients.push(client);
    client.on('error', onError);
    return client;
  };
  const producer = make({ maxRetriesPerRequest: 1, commandTimeout: COMMAND_MILLISECONDS });
  try {
    await firstConnection(producer, addresses);
  } catch (error) {
    producer.disconnect();
    throw error;
  }
  const worker = make({ maxRetriesPerRequest: null });
  const producing: Factory = (name, options, more) =>
    createRedisBackend(name, { ...options, connection: producer }, more);
  const working: Factory = (name, options, more) => {
    const backend = createRedisBackend(name, { ...options, connection: worker }, more);
    // BullMQ makes a connection of its own for blocking reads, which it cannot close while Redis is gone.
    void backend.blockingClient?.then((blocking) => clients.push(blocking)).catch(onError);
    return backend;
  };
  const slot = producer instanceof Cluster ? watchSlot(producer, prefix) : null;
  return {
    producing,
    working,
    ready: () => slot?.answers() !== false && areConnected(clients),
    prepare: async () => {},
    close: async () => {
      slot?.close();
      for (const client of clients) client.disconnect();
    },
  };
}

function areConnected(clients: readonly { readonly status: string }[]): boolean {
  return clients.every(({ status }) => status === 'ready' || status === 'connect' || status === 'wait');
}

/** A cluster counts as connected while the one master is away that has our keys, so that it is asked again and again. */
function watchSlot(cluster: Cluster, key: string) {
  let answering = true;
  const ask = async () => {
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      limit = setTimeout(() => reject(new Error('it did not answer in time')), PING_MILLISECONDS);
    });
    try {
      await Promise.race([cluster.exists(key), late]);
      answering = true;
    } catch {
      answering = false;
    } finally {
      clearTimeout(limit);
    }
  };
  const timer = setInterval(() => void ask(), PING_MILLISECONDS);
  timer.unref();
  return { answers: () => answering, close: () => clearInterval(timer) };
}
export function connectTo(addresses: readonly string[], options: RedisOptions): Client {
  const all: RedisOptions = {
    lazyConnect: true,
    connectTimeout: START_MILLISECONDS,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    ...options,
  };
  const [address, ...others] = addresses;
  if (address !== undefined && others.length === 0) return new Redis(address, all);
  const { lazyConnect, retryStrategy, ...redisOptions } = all;
  return new Cluster([...addresses], { lazyConnect: true, redisOptions });
}

export async function firstConnection(client: Client, addresses: readonly string[]): Promise<void> {
  let cause: unknown;
  const remember = (error: unknown) => {
    cause = error;
  };
  client.on('error', remember);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it did not answer in time')), START_MILLISECONDS);
  });
  try {
    await Promise.race([client.connect(), late]);
  } catch (error) {
    const hosts = addresses.map((address) => new URL(address).host).join(', ');
    const why = cause instanceof Error ? cause.message : String(error);
    throw new QueueUnreachable(
      `Redis at ${hosts} cannot be reached (${why}). Start it, correct REDIS_URL, or leave REDIS_URL out to keep the queue in PostgreSQL.`,
      { cause: cause ?? error },
    );
  } finally {
    clearTimeout(timer);
    client.off('error', remember);
  }
}
