/** What the Slack client offers while somebody types, how it gathers threads, tells times and translates the platform's sentences. */
import { describe, expect, it } from 'vitest';
import { completionsFor, isCommand } from '../../../../page/browser/slack/completion.js';
import { matching } from '../../../../page/browser/slack/elements/option-source.js';
import { errorWords, translated } from '../../../../page/browser/slack/known-sentences.js';
import { follows, threadsOf } from '../../../../page/browser/slack/threads.js';
import { dayOf, localOf, momentWords, secondsOf, timeOf } from '../../../../page/browser/slack/times.js';
import type { SlackMessage } from '../../../../page/protocol.js';
import { clientComplaint } from '../../../../slack/element-state.js';
import { troubleConnecting } from '../../../../slack/modal-interactions.js';

describe('completions', () => {
  const context = {
    commands: [{ command: '/spp', hint: 'help', description: 'Menu' }],
    bot: 'SPP Assistant',
    channel: true,
  };
  const texts = (text: string, caret = text.length, given = context) =>
    completionsFor(text, caret, given).map((one) => one.text);

  it('lists commands while the first word is typed', () => {
    expect(texts('/')).toEqual(['/spp ']);
    expect(texts('/SP')).toEqual(['/spp ']);
    expect(texts('/s register', 2)).toEqual(['/spp register']);
    expect(texts('/spp ')).toEqual([]);
    expect(texts('see /s')).toEqual([]);
  });

  it('offers the bot after @, in channels only', () => {
    expect(texts('@')).toEqual(['@SPP Assistant ']);
    expect(texts('hello @spp as')).toEqual(['hello @SPP Assistant ']);
    expect(texts('@SPP Assistant')).toEqual([]);
    expect(texts('a@b')).toEqual([]);
    expect(texts('@', 1, { ...context, channel: false })).toEqual([]);
  });

  it('knows a command from a path and from plain words', () => {
    expect(['/spp help', '/x', '//no', '/ no', 'a /spp', ''].map(isCommand)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

it('finds options by all parts of what is typed, whatever width and case', () => {
  const options = [
    { value: '1', label: '青葉 誠(桃太郎電子)' },
    { value: '2', label: 'Ken Suzuki', group: 'AOI Corporation' },
  ];
  expect(matching(options, '桃太郎 青葉').map(({ value }) => value)).toEqual(['1']);
  expect(matching(options, 'ＡＯＩ ken').map(({ value }) => value)).toEqual(['2']);
  expect(matching(options, ' ')).toHaveLength(2);
  expect(matching(options, '青葉 ken')).toEqual([]);
});

function message(ts: string, given: Partial<SlackMessage> = {}): SlackMessage {
  return {
    ...{ key: `D/${ts}`, conversation: 'D', ts, text: '', blocks: [], attachments: [], files: [], state: {} },
    ...{ from: { kind: 'bot', name: 'SPP' }, edited: false, ephemeral: false, streaming: false, revision: 1 },
    thread: null,
    at: new Date(Number(ts) * 60_000).toISOString(),
    ...given,
  };
}

describe('threads', () => {
  it('stand where they began, with their replies', () => {
    const all = [message('1'), message('2'), message('3', { thread: '1' }), message('4', { conversation: 'C' })];
    expect(threadsOf(all, 'D').map(({ ts, replies }) => [ts, replies.map((one) => one.ts)])).toEqual([
      ['1', ['3']],
      ['2', []],
    ]);
  });

  it('without a beginning stand where the first reply is', () => {
    const [, second] = threadsOf([message('1'), message('3', { thread: '0' })], 'D');
    expect(second).toMatchObject({ ts: '0', parent: null, replies: [{ ts: '3' }] });
  });

  it('let an author write on without their name for five minutes', () => {
    expect(follows(message('1'), message('5'))).toBe(true);
    expect(follows(message('1'), message('6'))).toBe(false);
    expect(follows(message('1', { ephemeral: true }), message('2'))).toBe(false);
    expect(follows(message('1', { from: { kind: 'self', name: 'Ken' } }), message('2'))).toBe(false);
    expect(follows(null, message('2'))).toBe(false);
  });
});

describe('times are those of Japan', () => {
  const at = '2024-11-06T15:30:00.000Z';

  it('in both languages', () => {
    expect([timeOf(at, 'ja'), timeOf(at, 'en')]).toEqual(['00:30', '00:30']);
    expect(dayOf(at, 'ja')).toBe('2024年11月7日(木)');
    expect(dayOf(at, 'en')).toMatch(/^Thu,? 7 November 2024$/);
  });

  it('in Slack’s formats', () => {
    const seconds = Date.parse(at) / 1000;
    expect(momentWords(seconds, '{date} {time}', 'ja')).toBe('2024年11月7日 00:30');
    expect(momentWords(seconds, '{date_num} {unknown}', 'en')).toBe('07/11/2024 {unknown}');
  });

  it('in the browser’s own input', () => {
    expect(localOf(Date.parse(at) / 1000)).toBe('2024-11-07T00:30');
    expect(secondsOf('2024-11-07T00:30')).toBe(Date.parse(at) / 1000);
    expect([localOf(null), secondsOf('')]).toEqual(['', null]);
  });
});

describe('the platform’s sentences', () => {
  const input = (element: object, more: object = {}) => ({ type: 'input', element, ...more });
  const complaints = [
    clientComplaint(input({ type: 'plain_text_input' }), { value: null }),
    clientComplaint(input({ type: 'plain_text_input', min_length: 5 }), { value: 'a' }),
    clientComplaint(input({ type: 'plain_text_input', max_length: 2 }), { value: 'abc' }),
    clientComplaint(input({ type: 'email_text_input' }), { value: 'x' }),
    clientComplaint(input({ type: 'url_text_input' }), { value: 'x' }),
    clientComplaint(input({ type: 'number_input' }), { value: 'x' }),
    clientComplaint(input({ type: 'number_input' }), { value: '1.5' }),
    clientComplaint(input({ type: 'number_input', min_value: '2' }), { value: '1' }),
    clientComplaint(input({ type: 'number_input', max_value: '2' }), { value: '3' }),
    `${troubleConnecting} (operation_timeout)`,
    'operation_timeout',
    'dispatch_failed',
    'http_service_error',
    'http_client_error',
    'invalid_command_response',
    '/none is not a valid command.',
    'SPP is not in this channel.',
    'Sending messages to this app has been turned off.',
  ];

  it.each(complaints)('%s', (sentence) => {
    expect(sentence).toBeTypeOf('string');
    expect(translated(sentence ?? '', 'ja')).toMatch(/[ぁ-ん]/);
  });

  it('leaves what the bot itself says', () => {
    expect(translated('満席です', 'ja')).toBe('満席です');
    expect(errorWords({ ja: '無い', en: 'none' }, 'en')).toBe('none');
    expect(errorWords(null, 'en')).toBeNull();
  });
});
