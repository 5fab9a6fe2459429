import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type RunningWorker, startWorker } from '../../jobs/worker.js';
import { createTestDatabase } from '../support/database.js';
import { gatewayTo, startPlatform } from './platform.js';
import { addMembers, countStates, eventually, itOnEachStore, planWelcomes, testHouse } from './support.js';

const CONCURRENCY = 10;

function startSender(settings: object): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('sender-process.ts', import.meta.url))], {
    env: { ...process.env, SENDER: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

itOnEachStore(
  'kill -9 amid 200 deliveries loses nothing, repeats no more than was in flight, and the rest resumes within 15 s',
  async (store) => {
    const test = await createTestDatabase();
    const platform = await startPlatform(100);
    const configuration = { databaseUrl: test.url, concurrency: CONCURRENCY, prefix: 'crash', ...store() };
    const keys = await planWelcomes(test.database, await addMembers(test.database, 200));
    const sender = startSender({ ...configuration, platform: platform.url });
    let survivor: RunningWorker | null = null;
    try {
      await eventually(() => platform.arrived.length >= 80, 20_000);
      sender.kill('SIGKILL');
      const killed = performance.now();
      await once(sender, 'exit');
      const inFlight = (await countStates(test.database)).sending ?? 0;
      expect(inFlight).toBeGreaterThan(0);
      expect(inFlight).toBeLessThanOrEqual(CONCURRENCY);

      survivor = await startWorker(testHouse(test.database), { slack: gatewayTo(platform.url) }, configuration);
      await survivor.idle();
      expect(performance.now() - killed).toBeLessThan(15_000);

      expect(await countStates(test.database)).toEqual({ delivered: 200 });
      expect(new Set(platform.arrived)).toEqual(new Set(keys));
      const repeated = platform.arrived.filter((key, place) => platform.arrived.indexOf(key) !== place);
      expect(repeated.length).toBeLessThanOrEqual(inFlight);
      // Whatever may have arrived twice says so.
      const admitted = await test.database.notification.findMany({ where: { mayRepeat: true }, select: { key: true } });
      expect(admitted).toHaveLength(inFlight);
      expect(admitted.map(({ key }) => key)).toEqual(expect.arrayContaining(repeated));
    } finally {
      sender.kill('SIGKILL');
      await survivor?.close();
      await platform.close();
      await test.close();
    }
  },
  50_000,
);
