/** R7 in small: an announcement to a thousand while one of its workers is killed; `npm run chaos` has ten thousand and twenty kills on both backends. */
import { beforeAll, expect, it } from 'vitest';
import { type AppProcesses, appProcesses } from '../crowd/app-processes.js';
import { createTestDatabase } from '../support/database.js';
import { killWorkers } from './cases/worker-kills.js';

const small = { backend: 'postgres', bots: 0, withTeams: false } as const;

/** Of the case and of its control, which run beside each other. Compiled once, before either begins. */
const apps: AppProcesses[] = [];
beforeAll(async () => {
  for (let one = 0; one < 2; one += 1) apps.push(await appProcesses());
});

async function killed(people: number, kills: number, control: boolean) {
  const own = apps.pop() ?? (await appProcesses());
  const test = await createTestDatabase();
  try {
    return await killWorkers({ ...small, databaseUrl: test.url, people, kills, control, apps: own });
  } finally {
    await test.close();
  }
}

it.concurrent('of a thousand nobody is forgotten, and who was told twice was being told when the worker was killed', async () => {
  const found = await killed(1_000, 1, false);
  expect(found).toMatchObject({ met: true, done: 1_000, lost: 0, unknown: 0 });
});

it.concurrent('some are forgotten where a send is recorded before it is made', async () => {
  expect((await killed(60, 1, true)).lost).toBeGreaterThan(0);
});
