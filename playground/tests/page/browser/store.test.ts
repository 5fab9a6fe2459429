/** The page takes in what it is told without losing, doubling or redrawing more than has changed. */
import { beforeEach, describe, expect, test } from 'vitest';
import { currentState, setConnected, take } from '../../../page/browser/store.js';
import type {
  ClientSessionEvent,
  ServerEvent,
  SlackMessage,
  SlackScreen,
  SnapshotEvent,
  TrafficLine,
} from '../../../page/protocol.js';

const clientSession = 'slack:U1';
const screen: SlackScreen = {
  platform: 'slack',
  self: { id: 'U1', name: '青葉 誠' },
  conversations: [],
  users: [],
  channels: [],
  status: null,
  prompts: null,
  home: null,
  modals: [],
};
const place = (run: number): SnapshotEvent => ({
  type: 'snapshot',
  run,
  bot: 'SPP Assistant',
  people: [],
  slack: { workspace: 'SPP', commands: [], shortcuts: [] },
  teams: { tenant: 'T' },
  scenarios: [],
});
const message = (key: string, at: string, text = key): SlackMessage => ({
  key,
  conversation: 'D1',
  at,
  from: { kind: 'bot', name: 'SPP Assistant' },
  edited: false,
  files: [],
  revision: 1,
  ts: key,
  text,
  blocks: [],
  attachments: [],
  ephemeral: false,
  thread: null,
  state: {},
});
const told = (
  messages: readonly SlackMessage[],
  more: Partial<Pick<ClientSessionEvent, 'whole' | 'gone'>> = {},
): ServerEvent => ({
  type: 'client session',
  clientSession,
  platform: 'slack',
  whole: more.whole ?? false,
  messages,
  gone: more.gone ?? [],
  screen,
});
const shown = () => (currentState().clientSessions[clientSession]?.messages ?? []).map(({ key }) => key);

let run = 0;
beforeEach(() => {
  run += 1;
  take(place(run));
});

describe('messages', () => {
  const first = message('1', '2024-11-07T06:00:00Z');
  const second = message('2', '2024-11-07T07:00:00Z');

  test('stand in the order of their time, whenever they are told', () => {
    take(told([second], { whole: true }));
    take(told([first]));
    expect(shown()).toEqual(['1', '2']);
  });

  test('that have not changed stay the same object', () => {
    take(told([first, second], { whole: true }));
    const before = currentState().clientSessions[clientSession]?.messages;
    take(told([message('2', second.at, 'edited')]));
    const after = currentState().clientSessions[clientSession]?.messages;
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).toMatchObject({ key: '2', text: 'edited' });
  });

  test('stay the same list where only the screen has changed', () => {
    take(told([first], { whole: true }));
    const before = currentState().clientSessions[clientSession]?.messages;
    take(told([]));
    expect(currentState().clientSessions[clientSession]?.messages).toBe(before);
  });

  test('go when they are deleted, and all when everything is told anew', () => {
    take(told([first, second], { whole: true }));
    take(told([], { gone: ['1'] }));
    expect(shown()).toEqual(['2']);
    take(told([first], { whole: true }));
    expect(shown()).toEqual(['1']);
  });
});

test('another run voids what was seen of the one before; the same one told again does not', () => {
  take(told([message('1', '2024-11-07T06:00:00Z')], { whole: true }));
  take({ type: 'mail', counts: { [clientSession]: 1 } });
  take(place(run));
  expect(shown()).toEqual(['1']);
  expect(currentState()).toMatchObject({ mail: { [clientSession]: 1 }, mailRun: run });
  run += 1;
  take(place(run));
  expect(currentState()).toMatchObject({ clientSessions: {}, mail: {}, mailRun: null });
});

const line = (number: number, at = '2024-11-07T06:00:00.000Z', more: Partial<TrafficLine> = {}): TrafficLine => ({
  platform: 'slack',
  number,
  at,
  direction: 'to the bot',
  what: 'block_actions',
  prelude: false,
  again: false,
  who: null,
  status: 200,
  milliseconds: 3,
  problem: null,
  trouble: null,
  ...more,
});
const numbers = () => currentState().traffic.map(({ number }) => number);

test('a request stands before what it caused, though that has ended first', () => {
  const [cause, reply, next] = ['06:00:00.010Z', '06:00:00.020Z', '06:00:01.000Z'].map((time) => `2024-11-07T${time}`);
  take({ type: 'traffic', whole: true, lines: [line(1, reply, { direction: 'from the bot' })] });
  take({ type: 'traffic', whole: false, lines: [line(3, next), line(2, cause)] });
  expect(numbers()).toEqual([2, 1, 3]);
  // In the same millisecond, too.
  take({ type: 'traffic', whole: true, lines: [line(1, cause, { direction: 'from the bot' }), line(2, cause)] });
  expect(numbers()).toEqual([2, 1]);
});

test('only the newest requests are remembered', () => {
  const lines = Array.from({ length: 600 }, (_, number) => line(number));
  take({ type: 'traffic', whole: true, lines: lines.slice(0, 400) });
  take({ type: 'traffic', whole: false, lines: lines.slice(400) });
  expect(numbers()).toEqual(lines.slice(100).map(({ number }) => number));
});

test('a scenario that was being loaded when the wire broke does not cover the page for ever', () => {
  take({ type: 'scenario', id: 'registration-week', state: 'loading' });
  setConnected(false);
  expect(currentState().scenario).toBeNull();
});
