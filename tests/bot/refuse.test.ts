/** What is refused is counted each time and logged no more than once a minute for each cause. */
import { expect, it } from 'vitest';
import { countRefused } from '../../bot/refuse.js';

it('logs a cause once a minute, with how many there were', () => {
  const lines: object[] = [];
  const counted: string[] = [];
  const log = { info() {}, warn: (fields: object) => void lines.push(fields), error() {} };
  const meter = { request() {}, gone() {}, refused: (cause: string) => void counted.push(cause) };
  let now = 0;
  const refused = countRefused({ log, meter }, () => now);
  for (let time = 0; time < 300; time += 1) refused('slack: forged');
  refused('teams: no token');
  expect(lines).toEqual([
    { cause: 'slack: forged', count: 1 },
    { cause: 'teams: no token', count: 1 },
  ]);
  now = 60_000;
  refused('slack: forged');
  expect(lines.at(-1)).toEqual({ cause: 'slack: forged', count: 300 });
  expect(counted).toHaveLength(302);
});
