/** A run counts as lived in from the first thing that somebody does in it by hand, and not for being looked at. */
import { expect, test } from 'vitest';
import { openLivedIn } from '../../page/lived-in.js';
import type { TrafficLine } from '../../page/protocol.js';

type Pass = (what: string, other?: Partial<TrafficLine>) => void;

function world(before = false) {
  let listen: (line: TrafficLine) => void = () => {};
  const livedIn = openLivedIn(
    {
      onLine(listener) {
        listen = listener;
        return () => {};
      },
    },
    before,
  );
  const told: boolean[] = [];
  livedIn.onChange(() => told.push(livedIn.now()));
  const pass: Pass = (what, other = {}) =>
    listen({
      ...{ platform: 'slack', number: 1, at: '2024-10-28T01:00:00.000Z', direction: 'to the bot', what },
      ...{ prelude: false, again: false, who: null },
      ...{ status: 200, milliseconds: 1, problem: null, trouble: null },
      ...other,
    });
  return { livedIn, told, pass };
}

test.each(['event app_home_opened', 'block_suggestion', 'view_closed'])('%s is looking only', (what) => {
  const { livedIn, pass } = world();
  pass(what);
  expect(livedIn.now()).toBe(false);
});

test('neither what the bot does nor what a platform repeats is done by hand', () => {
  const { livedIn, told, pass } = world();
  pass('chat.postMessage', { direction: 'from the bot' });
  pass('event message', { again: true });
  pass('invoke application/search');
  expect([livedIn.now(), told]).toEqual([false, []]);
});

test.each(['event message', 'command /spp', 'block_actions', 'view_submission', 'message', 'invoke task/submit'])(
  '%s is, and is told once',
  (what) => {
    const { livedIn, told, pass } = world();
    pass(what);
    pass(what);
    expect([livedIn.now(), told]).toEqual([true, [true]]);
  },
);

test('a playground that was left is lived in from the start', () => {
  expect(world(true).livedIn.now()).toBe(true);
});
