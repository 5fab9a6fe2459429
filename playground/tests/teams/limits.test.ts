/** Limits and faults: Teams asking the bot to slow down, failing, and losing an answer after doing what was asked. */
import { describe, expect, test } from 'vitest';
import { openTeamsClient } from '../../teams/client.js';
import { type Limiter, openLimiter, sendWindows, tenantWindows } from '../../teams/limits.js';
import { activitiesOf, openRest, say } from './rest.js';

const { teams, bearer, call, installed } = await openRest();

describe('limits', () => {
  test('seven in a second pass, the eighth waits as long as Retry-After says', async () => {
    const id = await installed('Haruka Sato');
    // Ten times slower, so that a busy machine cannot let the first second pass.
    teams.setLimits({ on: true, timeScale: 0.1 });
    for (let number = 1; number <= 7; number += 1) {
      expect((await call('POST', activitiesOf(id), say(`${number}`))).status).toBe(201);
    }
    const refused = await call('POST', activitiesOf(id), say('8'));
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'Throttled' } } });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(Number.isInteger(seconds) && seconds > 0 && seconds <= 10).toBe(true);
    expect(teams.traffic().at(-1)).toMatchObject({ retryAfter: seconds, tooEarly: false });
    expect((await call('POST', activitiesOf(id), say('too early'))).status).toBe(429);
    expect(teams.traffic().at(-1)).toMatchObject({ tooEarly: true });
    expect((await call('POST', activitiesOf(await installed('Kenji Ito')), say('others may'))).status).toBe(201);
  });

  test('fifty a second per tenant', async () => {
    await openTeamsClient(teams, 'Haruka Sato').installInTeam('Partnership');
    teams.setLimits({ on: true, timeScale: 0.1 });
    const team = encodeURIComponent(teams.store.directory.teams[0]?.id ?? '');
    const ids = [];
    for (const name of ['Haruka Sato', 'Kenji Ito', 'Mei Abe']) {
      ids.push(await installed(name));
    }
    const statuses: number[] = [];
    for (let number = 0; number < 51; number += 1) {
      const path = number % 2 ? `teams/${encodeURIComponent(`${team}${number}`)}` : `attachments/${number}`;
      statuses.push((await call('GET', path)).status);
    }
    expect(statuses.slice(0, 50).every((status) => status === 404)).toBe(true);
    expect(statuses.at(50)).toBe(429);
  });
});

describe('troubles', () => {
  test.each([412, 429, 502, 504] as const)('%i for as often as asked, nothing done', async (status) => {
    const id = await installed('Haruka Sato');
    const before = teams.store.messages().length;
    teams.trouble({ fault: 'status', status, ...(status === 429 ? { retryAfter: 3 } : {}), on: ['send'], times: 1 });
    const answer = await call('POST', activitiesOf(id), say('x'));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '3' : null);
    expect(teams.store.messages().length).toBe(before);
    expect((await call('POST', activitiesOf(id), say('x'))).status).toBe(201);
  });

  test('accepted and done, but the answer is lost', async () => {
    const id = await installed('Haruka Sato');
    teams.trouble({ fault: 'drop', on: ['send'], times: 1 });
    await expect(call('POST', activitiesOf(id), say('stored all the same'))).rejects.toThrow();
    expect(openTeamsClient(teams, 'Haruka Sato').messages().at(-1)?.text).toBe('stored all the same');
    expect(teams.traffic().at(-1)).toMatchObject({ what: 'send', status: undefined, trouble: 'drop' });
  });

  test('never answered, nothing done', async () => {
    const id = await installed('Haruka Sato');
    const off = teams.trouble({ fault: 'hang', conversation: id });
    const before = teams.store.messages().length;
    const waiting = fetch(`${teams.serviceUrl}v3/${activitiesOf(id)}`, {
      method: 'POST',
      headers: { authorization: bearer },
      body: JSON.stringify(say('x')),
      signal: AbortSignal.timeout(100),
    });
    await expect(waiting).rejects.toThrow();
    off();
    expect(teams.store.messages().length).toBe(before);
    expect((await call('POST', activitiesOf(id), say('again'))).status).toBe(201);
  });

  test('slow, then done', async () => {
    const id = await installed('Haruka Sato');
    teams.trouble({ fault: 'slow', milliseconds: 80, times: 1 });
    const start = performance.now();
    expect((await call('POST', activitiesOf(id), say('x'))).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThan(75);
  });
});

describe('the limiter by itself', () => {
  const key = (name: string) => [{ key: name, windows: sendWindows }];
  const at = (limiter: Limiter, clock: { now: number }, seconds: number) => {
    clock.now = seconds * 1000;
    return limiter.count(key('a')).passes;
  };

  test('7 in 1 s, 8 in 2 s, and again once Retry-After has passed', () => {
    const clock = { now: 0 };
    const limiter = openLimiter(() => clock.now, { on: true, timeScale: 1 });
    expect([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6].every((second) => at(limiter, clock, second))).toBe(true);
    expect(at(limiter, clock, 0.7)).toBe(false);
    expect(at(limiter, clock, 1.69)).toBe(false);
    expect(at(limiter, clock, 1.71)).toBe(true);
    expect(at(limiter, clock, 1.8)).toBe(false);
  });

  test.each([
    [30, 60],
    [3600, 1800],
  ])('in %i s no more than %i', (seconds, requests) => {
    const clock = { now: 0 };
    const limiter = openLimiter(() => clock.now, { on: true, timeScale: 1 });
    const pace = (seconds / requests) * 0.99;
    let passed = 0;
    // Evenly, so that the shorter windows are never the ones that close.
    for (let number = 0; number <= requests; number += 1) {
      clock.now = number * pace * 1000;
      passed += limiter.count([{ key: 'a', windows: sendWindows.filter((window) => window.seconds === seconds) }])
        .passes
        ? 1
        : 0;
    }
    expect(passed).toBe(requests);
    clock.now += seconds * 1000;
    expect(limiter.count(key('a')).passes).toBe(true);
  });

  test('time can be scaled, and the limits switched off', () => {
    const clock = { now: 0 };
    const limiter = openLimiter(() => clock.now, { on: true, timeScale: 100 });
    let passed = 0;
    for (clock.now = 0; clock.now < 1000; clock.now += 2.5) {
      passed += limiter.count([{ key: 'tenant', windows: tenantWindows }]).passes ? 1 : 0;
    }
    // 50 in 10 ms are 5,000 a second: 400 pass.
    expect(passed).toBe(400);
    limiter.set({ on: false });
    expect(Array.from({ length: 100 }, () => limiter.count(key('a')).passes).every(Boolean)).toBe(true);
  });
});
