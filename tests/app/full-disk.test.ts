/** A database that takes no writes makes the process unready, with the reason: its disk is full, or it is read-only. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type DatabaseProbe, openDatabaseProbe } from '../../app/database-probe.js';
import { lookAtHealth } from '../../app/health.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { type DatabaseServer, removeData, startDatabaseServer } from '../../prisma/server.js';
import { systemClock } from '../../programme/requests/context.js';

// A server of its own, whose files can be got at.
const folder = mkdtempSync(join(tmpdir(), 'spp-full-disk-'));
chmodSync(folder, 0o755);
const data = join(folder, 'postgres');
const temporaryFiles = join(data, 'cluster', 'base', 'pgsql_tmp');
let server: DatabaseServer;
let operator: pg.Client;
let probe: DatabaseProbe;

beforeAll(async () => {
  server = await startDatabaseServer({ folder: data, durable: false });
  await migrateDatabase(server.url);
  operator = new pg.Client({ connectionString: server.url });
  await operator.connect();
});
afterAll(async () => {
  await operator.end();
  await server.stop();
  await removeData(data);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  probe = openDatabaseProbe(server.url, 'spp-health');
});
afterEach(async () => await probe.close());

const health = () => lookAtHealth({ probe, clock: systemClock, worker: null, platforms: [] });
const well = { failing: [], degraded: [] };

async function probePid(): Promise<number> {
  const { rows } = await operator.query(`SELECT pid FROM pg_stat_activity WHERE application_name = 'spp-health'`);
  return z.tuple([z.object({ pid: z.number() })]).parse(rows)[0].pid;
}

/** What the process of the server writes to disk from now on meets the kernel's own "No space left on device". */
function fillDisk(pid: number): () => void {
  const names = Array.from({ length: 100 }, (_, number) => join(temporaryFiles, `pgsql_tmp${pid}.${number}`));
  for (const name of names) symlinkSync('/dev/full', name);
  return () => {
    for (const name of names) rmSync(name, { force: true });
  };
}

it('a full disk is told from one with room, which the check leaves as it was', async () => {
  expect(await health()).toEqual(well);
  const free = fillDisk(await probePid());
  expect(await health()).toEqual({
    failing: ['database'],
    degraded: ['the database takes no writes: its disk is full'],
  });
  free();
  expect(await health()).toEqual(well);
  expect(readdirSync(temporaryFiles)).toEqual([]);
});

it('a database that is read-only takes no writes either', async () => {
  const set = async (value: 'on' | 'off') => {
    await operator.query(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
    await operator.query('SELECT pg_reload_conf()');
  };
  expect(await health()).toEqual(well);
  await set('on');
  await expect.poll(health).toEqual({
    failing: ['database'],
    degraded: ['the database takes no writes: it is read-only'],
  });
  await set('off');
  await expect.poll(health).toEqual(well);
});
