/** Proves how a client lays messages out: groups by writer, day and time in a chat, threads in a channel. */
import { describe, expect, it } from 'vitest';
import { rowsOf, threadsOf } from '../../../../page/browser/teams/threads.js';
import type { TeamsMessage } from '../../../../page/protocol.js';

function message(id: string, at: string, given: Partial<TeamsMessage> = {}): TeamsMessage {
  return {
    key: id,
    id,
    conversation: 'chat',
    at,
    from: { kind: 'bot', name: 'SPP Assistant' },
    edited: false,
    files: [],
    revision: 1,
    thread: null,
    text: id,
    textFormat: 'plain',
    attachmentLayout: 'list',
    attachments: [],
    suggestedActions: [],
    ...given,
  };
}

const self: TeamsMessage['from'] = { kind: 'self', name: 'Tom' };

describe('a chat', () => {
  it('puts what one writes within five minutes under one heading', () => {
    const rows = rowsOf([
      message('a', '2024-11-07T06:00:00Z'),
      message('b', '2024-11-07T06:04:59Z'),
      message('c', '2024-11-07T06:09:59Z'),
      message('d', '2024-11-07T06:10:00Z', { from: self }),
    ]);
    expect(rows.map(({ message: { id }, opensGroup }) => [id, opensGroup])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
      ['d', true],
    ]);
  });

  it('begins a day when one begins in Tokyo', () => {
    const rows = rowsOf([
      message('a', '2024-11-07T14:58:00Z'),
      message('b', '2024-11-07T14:59:59Z'),
      message('c', '2024-11-07T15:00:00Z'),
    ]);
    expect(rows.map(({ message: { id }, opensGroup, opensDay }) => [id, opensGroup, opensDay])).toEqual([
      ['a', true, true],
      ['b', false, false],
      ['c', true, true],
    ]);
  });
});

describe('a channel', () => {
  it('keeps replies with what they answer, threads in the order in which they were opened', () => {
    const threads = threadsOf([
      message('1', '2024-11-07T06:00:00Z', { thread: '1' }),
      message('2', '2024-11-07T06:01:00Z', { thread: '2' }),
      message('3', '2024-11-07T06:02:00Z', { thread: '1' }),
    ]);
    expect(threads.map(({ id, messages }) => [id, messages.map((one) => one.id)])).toEqual([
      ['1', ['1', '3']],
      ['2', ['2']],
    ]);
  });

  it('keeps the thread of an opening that was deleted', () => {
    expect(threadsOf([message('3', '2024-11-07T06:02:00Z', { thread: '1' })])).toMatchObject([{ id: '1' }]);
  });
});
