/** Slack's markup becomes rich text by Slack's rules and no others: nothing that people wrote turns into formatting or a link. */
import { describe, expect, it } from 'vitest';
import { readMrkdwn, readTextObject } from '../../../../page/browser/slack/blocks/mrkdwn.js';

const options = { moment: (seconds: number, format: string) => `${seconds} as ${format}` };
const inline = (text: string, verbatim = false) =>
  readMrkdwn(text, { ...options, verbatim }).flatMap(({ elements }) => elements);
const plain = (text: string) => [{ type: 'text', text }];

describe('emphasis', () => {
  it.each([
    ['*bold*', { bold: true }],
    ['_italic_', { italic: true }],
    ['~struck~', { strike: true }],
    ['`code`', { code: true }],
  ])('%s', (text, style) => {
    expect(inline(text)).toEqual([{ type: 'text', text: text.slice(1, -1), style }]);
  });

  it('within emphasis', () => {
    expect(inline('*all _both_*')).toEqual([
      { type: 'text', text: 'all ', style: { bold: true } },
      { type: 'text', text: 'both', style: { bold: true, italic: true } },
    ]);
  });

  it('needs a boundary on both sides, in Japanese too', () => {
    expect(inline('人権*方針*です')).toEqual(plain('人権*方針*です'));
    expect(inline('人権 *方針* です')[1]).toEqual({ type: 'text', text: '方針', style: { bold: true } });
    expect(inline('snake_case_name 2*3*4')).toEqual(plain('snake_case_name 2*3*4'));
  });

  it('ends with the line, and is none of Markdown', () => {
    expect(inline('*one\ntwo*')).toEqual(plain('*one\ntwo*'));
    expect(inline('# x\n[words](y) - z')).toEqual(plain('# x\n[words](y) - z'));
  });

  it('means nothing inside code', () => {
    expect(inline('`*a* &lt;b&gt;`')).toEqual([{ type: 'text', text: '*a* <b>', style: { code: true } }]);
  });
});

describe('what stands between angle brackets', () => {
  it('links with and without words', () => {
    expect(inline('<https://example.org/a_b_c?x=1&amp;y=2|the *page*>')).toEqual([
      { type: 'link', url: 'https://example.org/a_b_c?x=1&y=2', text: 'the *page*' },
    ]);
    expect(inline('<mailto:a@example.org>')).toEqual([
      { type: 'link', url: 'mailto:a@example.org', text: 'a@example.org' },
    ]);
  });

  it('keeps what a browser would run as text', () => {
    expect(inline('<javascript:alert(1)|here>')).toEqual(plain('here'));
    expect(inline('<data:text/html,x>')).toEqual(plain('data:text/html,x'));
  });

  it('mentions', () => {
    expect(inline('<@U1> <#C1|spp> <!here> <!subteam^S1|@team>').filter(({ type }) => type !== 'text')).toEqual([
      { type: 'user', user_id: 'U1' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'broadcast', range: 'here' },
    ]);
  });

  it('moments, also as links', () => {
    expect(inline('<!date^1730077200^{date}|then>')).toEqual(plain('1730077200 as {date}'));
    expect(inline('<!date^1730077200^{date}^https://example.org|then>')).toEqual([
      { type: 'link', url: 'https://example.org', text: '1730077200 as {date}' },
    ]);
    expect(inline('<!date^never^{date}|then>')).toEqual(plain('then'));
  });
});

it('undoes escapes last, so that escaped markup stays text', () => {
  expect(inline('&lt;@U1&gt; &amp;lt; &lt;!channel&gt;')).toEqual(plain('<@U1> &lt; <!channel>'));
});

it('links bare addresses unless it may not', () => {
  const linked = [
    { type: 'text', text: 'see ' },
    { type: 'link', url: 'https://example.org/x', text: 'https://example.org/x' },
    { type: 'text', text: '。' },
  ];
  expect(inline('see https://example.org/x。')).toEqual(linked);
  expect(inline('see https://example.org/x。', true)).toEqual(plain('see https://example.org/x。'));
});

it('quotes lines and everything after three marks', () => {
  expect(readMrkdwn('a\n&gt; b\n&gt;c\nd', options).map(({ type, elements }) => [type, elements])).toEqual([
    ['rich_text_section', plain('a')],
    ['rich_text_quote', plain('b\nc')],
    ['rich_text_section', plain('d')],
  ]);
  expect(readMrkdwn('&gt;&gt;&gt; a\nb', options)).toEqual([{ type: 'rich_text_quote', elements: plain('a\nb') }]);
});

it('keeps blocks of code as they are, and three marks without an end', () => {
  expect(readMrkdwn('a\n```\n*x*\n  y\n```\nb', options)).toEqual([
    { type: 'rich_text_section', elements: plain('a') },
    { type: 'rich_text_preformatted', elements: plain('*x*\n  y') },
    { type: 'rich_text_section', elements: plain('b') },
  ]);
  expect(
    inline('a ``` b')
      .map((one) => ('text' in one ? one.text : ''))
      .join(''),
  ).toBe('a ``` b');
});

describe('plain text', () => {
  const elements = (object: object) => readTextObject(object, options).flatMap((piece) => piece.elements);

  it('has no markup', () => {
    expect(
      elements({ type: 'plain_text', text: '*a* <@U1> [x](y) https://example.org &lt;b&gt;', emoji: false }),
    ).toEqual(plain('*a* <@U1> [x](y) https://example.org <b>'));
  });

  it('has emoji unless they are switched off; times are none', () => {
    expect(elements({ type: 'plain_text', text: ':wave: 10:30:00' })).toEqual([
      { type: 'emoji', name: 'wave' },
      { type: 'text', text: ' 10:30:00' },
    ]);
    expect(elements({ type: 'plain_text', text: ':wave:', emoji: false })).toEqual(plain(':wave:'));
  });
});
