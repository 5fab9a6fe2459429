/** Listens for PostgreSQL's notice that a transaction which planned notifications has committed. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../programme/requests/services.js';
import { clientConfiguration } from './database-address.js';

/** A trigger of the table `notification` announces on it. */
const CHANNEL = 'notifications';

const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 5_000;

export interface Listener {
  connected(): boolean;
  close(): Promise<void>;
}

/**
 * Calls `heard` for each announcement, and after each new connection, as something may have been missed before it.
 * Connects again for as long as it takes when the server goes away; only the first connection may fail.
 */
export async function listen(databaseUrl: string, heard: () => void, log: Log): Promise<Listener> {
  let closed = false;
  let current: pg.Client | null = await connect();
  const stopping = new AbortController();
  let reconnecting: Promise<void> = Promise.resolve();

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(clientConfiguration(databaseUrl, 'spp-dispatcher'));
    // Without a listener of its own a broken connection would end the process.
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    client.on('notification', heard);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
  }

  function lost(client: pg.Client): void {
    if (closed || client !== current) return;
    current = null;
    log.warn({}, 'the connection that hears of new notifications broke');
    void client.end().catch(() => {});
    reconnecting = reconnect();
  }

  async function reconnect(): Promise<void> {
    for (let wait = FIRST_PAUSE_MILLISECONDS; !closed; wait = Math.min(wait * 2, LONGEST_PAUSE_MILLISECONDS)) {
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (closed) return;
      try {
        current = await connect();
        log.info({}, 'new notifications are heard again');
        heard();
        return;
      } catch (error) {
        log.warn({ error }, 'new notifications cannot be heard yet');
      }
    }
  }

  return {
    connected: () => current !== null,
    async close() {
      closed = true;
      stopping.abort();
      await reconnecting;
      await current?.end().catch(() => {});
    },
  };
}
