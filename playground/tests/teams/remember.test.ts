/** Proves that the stand-in forgets the oldest requests: a playground left open for days must not fill the memory. */
import { afterAll, expect, test } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import { startTeams } from '../../teams/server.js';
import { startBot } from './bot.js';

const teams = await startTeams({ remember: 10 });
const bot = await startBot(teams);
teams.connect(bot.url);
afterAll(async () => {
  await bot.close();
  await teams.close();
});

test('the newest are kept, under numbers that go on rising', async () => {
  const numbers: number[] = [];
  teams.onActivity(({ number }) => numbers.push(number));
  const haruka = openTeamsClient(teams, 'Haruka Sato');
  await haruka.install();
  for (let time = 1; time <= 30; time += 1) {
    await haruka.say(`message ${time}`);
  }
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  expect(teams.traffic().map(({ number }) => number)).toEqual(numbers.slice(-10));
  const said = teams.deliveries().map(({ activity }) => activity.text);
  expect(said).toEqual(Array.from({ length: 10 }, (_one, index) => `message ${index + 21}`));
});
