/** The timeline's summary counts what it says: the latest answers of the bot, and refusals that come with success. */
import { expect, test } from 'vitest';
import { isFailure, latestSpeed } from '../../../../page/browser/inspector/timeline-figures.js';
import { inspectorWords } from '../../../../page/browser/inspector/words.js';
import type { TrafficLine } from '../../../../page/protocol.js';

const line = (milliseconds: number, more: Partial<TrafficLine> = {}): TrafficLine => ({
  platform: 'slack',
  number: milliseconds,
  at: '2024-11-07T06:00:00.000Z',
  direction: 'to the bot',
  what: 'block_actions',
  prelude: false,
  again: false,
  who: null,
  status: 200,
  milliseconds,
  problem: null,
  trouble: null,
  ...more,
});

test('how fast the bot answers is told of its latest answers, and not of what a scenario sent in bulk', () => {
  const bulk = Array.from({ length: 400 }, () => line(300, { prelude: true }));
  expect(latestSpeed(bulk)).toBeNull();
  expect(latestSpeed([...bulk, line(20), line(10), line(3_000, { status: null }), line(30)])).toEqual({
    count: 3,
    median: 20,
  });
  expect(latestSpeed([...bulk, line(5, { direction: 'from the bot' })])).toBeNull();
  const slowAtFirst = Array.from({ length: 100 }, () => line(900));
  expect(latestSpeed([...slowAtFirst, ...Array.from({ length: 50 }, () => line(12))])).toEqual({
    count: 50,
    median: 12,
  });
});

test('a refusal fails with whatever status it comes', () => {
  expect(isFailure(line(1))).toBe(false);
  expect(isFailure(line(1, { problem: 'channel_not_found' }))).toBe(true);
  expect(isFailure(line(1, { status: null }))).toBe(true);
  expect(isFailure(line(1, { status: 503 }))).toBe(true);
});

test('the most that is kept is not called the count', () => {
  const { ja, en } = inspectorWords;
  expect(ja.timeline.count(12, 12, false)).toBe('12 件');
  expect(ja.timeline.count(500, 500, true)).toBe('最新の 500 件');
  expect(ja.timeline.count(12, 500, true)).toBe('最新の 500 件中 12 件');
  expect(en.timeline.count(1, 1, false)).toBe('1 request');
  expect(en.timeline.count(500, 500, true)).toBe('the latest 500 requests');
  expect(en.timeline.count(12, 500, true)).toBe('12 of the latest 500 requests');
});
