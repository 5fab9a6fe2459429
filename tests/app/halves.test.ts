/** The bot and the worker as processes of their own, with one database between them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { killProcesses } from '../support/process.js';
import { addressIn, type Home, openHome, teams } from './home.js';

let home: Home;
let test: TestDatabase;

beforeAll(async () => {
  home = openHome();
  test = await createTestDatabase({ empty: true });
});
afterEach(killProcesses);
afterAll(async () => {
  await test.close();
  home.remove();
});

const hello = { type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/teams/' };
const posted = async (address: string) =>
  (
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(hello),
    })
  ).status;

/** How many connections hear of new notifications, as a worker's do from its start on. */
async function listeners(): Promise<number> {
  const rows = await test.database.$queryRaw`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'spp-dispatcher'`;
  return Array.isArray(rows) ? rows.length : 0;
}

describe('the halves', () => {
  it('start at once on an empty database, each does its part, and each ends in order', async () => {
    const settings = { ...teams, DATABASE_URL: test.url };
    const bot = home.start(['bot'], settings);
    const worker = home.start(['worker'], settings);
    const [botSaid, workerSaid] = await Promise.all([bot.says('Queue: '), worker.says('Queue: ')]);
    const [atBot, atWorker] = [addressIn(botSaid), addressIn(workerSaid)];
    expect(botSaid).toContain(`Running: bot at ${atBot}`);
    expect(workerSaid).toContain(`Running: worker at ${atWorker}`);
    expect(botSaid).toContain(`messages to ${atBot}/api/messages`);
    expect(workerSaid, 'nobody writes to it').not.toContain('/api/messages');
    expect(await listeners()).toBe(1);

    expect(await (await fetch(`${atBot}/health`)).json()).toEqual({ status: 'healthy', failing: [], degraded: [] });
    expect(await (await fetch(`${atWorker}/health`)).json()).toEqual({ status: 'healthy', failing: [], degraded: [] });
    // Nobody may come in without a token, and at the worker there is no door.
    expect(await posted(`${atBot}/api/messages`)).toBe(401);
    expect(await posted(`${atWorker}/api/messages`)).toBe(404);
    expect(await posted(`${atBot}/slack/events`)).toBe(404);

    const { id } = await test.database.person.create({
      data: { nameJa: '山田 花子', nameEn: 'Hanako Yamada', furigana: 'ヤマダ ハナコ' },
    });
    const welcome = { key: id, kind: 'member.welcome', personId: id, data: {}, createdAt: new Date() };
    await test.database.notification.create({ data: { ...welcome, dueAt: new Date() } });
    const state = async () => (await test.database.notification.findUnique({ where: { key: id } }))?.state;
    // She is in no programme, which the worker finds when it is about to tell her.
    await expect.poll(state).toBe('suppressed');

    bot.signal('SIGINT');
    worker.signal('SIGTERM');
    for (const { code, complaints, output } of await Promise.all([bot.ended, worker.ended])) {
      expect(code, complaints).toBe(0);
      expect(output).toMatch(/\nClosing …\n$/);
    }
  });

  it('alone take no notice of what is the other one’s', async () => {
    const bot = home.start(['bot'], { ...teams, DATABASE_URL: test.url });
    await bot.says('Queue: ');
    const { id } = await test.database.person.create({
      data: { nameJa: '鈴木 健', nameEn: 'Ken Suzuki', furigana: 'スズキ ケン' },
    });
    const welcome = { key: id, kind: 'member.welcome', personId: id, data: {}, createdAt: new Date() };
    await test.database.notification.create({ data: { ...welcome, dueAt: new Date() } });
    expect(await listeners()).toBe(0);
    bot.signal('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
    expect(await test.database.notification.findUnique({ where: { key: id } })).toMatchObject({ state: 'pending' });
  });
});
