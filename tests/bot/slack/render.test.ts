/** What is drawn for Slack passes Slack's own checks, at and over every limit, and keeps people's text text. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../../bot/slack/block-kit.js';
import { messageToBlocks, messageToHome, messageToModal } from '../../../bot/slack/render.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { checkMessageBlocks, checkView } from '../../../playground/slack/blocks/surfaces.js';
import type { Item } from '../../../programme/messages/message.js';
import { everyElement, languages, long, messageOf } from './samples.js';

const lengths = [1, 24, 25, 75, 76, 150, 151, 2000, 2001, 3000, 3001, 9000];
const counts = [0, 1, 2, 10, 11, 25, 26, 60, 150];

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function ids(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(ids);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'action_id' || key === 'block_id') && typeof inner === 'string' ? [`${key} ${inner}`] : ids(inner),
  );
}

describe.each(languages)('a message in %s', (language) => {
  it.each(lengths)('with texts of %d characters is valid on every surface', (length) => {
    const message = messageOf(...everyElement(length, 3));
    expect(checkMessageBlocks(messageToBlocks(message, language).blocks)).toEqual([]);
    expect(checkView(messageToModal(message, long(length), language), 'modal')).toEqual([]);
    expect(checkView(messageToHome(message, language), 'home')).toEqual([]);
  });

  it.each(counts)('with %d facts, items and buttons is valid on every surface, its ids unique', (count) => {
    const message = messageOf(
      ...everyElement(20, count).filter((e) => count > 0 || (e.kind !== 'facts' && e.kind !== 'list')),
    );
    const drawn = [
      messageToBlocks(message, language).blocks,
      messageToModal(message, 'T', language),
      messageToHome(message, language),
    ] as const;
    expect(checkMessageBlocks(drawn[0])).toEqual([]);
    expect(checkView(drawn[1], 'modal')).toEqual([]);
    expect(checkView(drawn[2], 'home')).toEqual([]);
    for (const one of drawn) expect(new Set(ids(one)).size).toBe(ids(one).length);
  });

  it('shows that something was cut or left out', () => {
    const { chat } = textsFor(language);
    const drawn = messageToBlocks(messageOf({ kind: 'text', text: long(3001) }), language);
    expect(JSON.stringify(drawn.blocks)).toContain(chat.shortened);
    const exact = messageToBlocks(messageOf({ kind: 'text', text: long(3000) }), language);
    expect(JSON.stringify(exact.blocks)).not.toContain(chat.shortened);
  });

  it('leaves out the end of a long list, says how many, and keeps what stands after it', () => {
    const items: Item[] = Array.from({ length: 80 }, (_, index) => ({
      title: `item ${index}`,
      lines: ['x'],
      buttons: [],
    }));
    const after = { kind: 'buttons', buttons: [{ label: 'last button', action: 'home.show', input: {} }] } as const;
    const { blocks } = messageToBlocks(messageOf({ kind: 'list', items }, after), language);
    expect(blocks).toHaveLength(limits.messageBlocks);
    const shown = blocks.filter((block) => block.type === 'section').length;
    expect(JSON.stringify(blocks)).toContain(textsFor(language).chat.moreItems(80 - shown));
    expect(JSON.stringify(blocks.at(-1))).toContain('last button');
  });

  it('repeats a title that the title bar cannot hold', () => {
    const title = 'a title that is longer than twenty-four characters';
    const modal = messageToModal(messageOf({ kind: 'text', text: 'body' }), title, language);
    expect(modal.title.text).toBe(`${title.slice(0, 23)}…`);
    expect(JSON.stringify(modal.blocks[0])).toContain(title);
    const short = messageToModal(messageOf({ kind: 'text', text: 'body' }), 'x'.repeat(24), language);
    expect(short.title.text).toBe('x'.repeat(24));
    expect(short.blocks).toHaveLength(1);
  });

  it('stays under the weight of a view and the characters of a message', () => {
    const items: Item[] = Array.from({ length: 100 }, () => ({ title: long(2900), lines: [], buttons: [] }));
    const message = messageOf({ kind: 'list', items });
    expect(Buffer.byteLength(JSON.stringify(messageToHome(message, language)))).toBeLessThan(250_000);
    expect(strings(messageToBlocks(message, language).blocks).join('').length).toBeLessThan(13_200);
  });
});

describe('what people wrote', () => {
  const hostile = [
    '<!channel> <!here> <!everyone>',
    '<@U0PLAY0001> <#C0PLAY0001> <!subteam^S1>',
    '<https://evil.example|https://example.org>',
    '<mailto:a@example.org|click>',
    '<!date^0^{date}|now>',
    '*bold* _it_ ~gone~ `code` ```block```',
    '> quoted\n&gt; quoted',
    ':warning: :日本: :+1:',
    'a & b < c > d &lt; &amp;',
    'left \u202Egnp.exe\u202C right \u2066x\u2069 \u200F',
    'null \u0000 bell \u0007 delete \u007F',
    'half \uD83D of a pair',
    '\u2028\u2029\uFEFF',
  ];

  it.each(hostile)('%j stays text everywhere', (text) => {
    const message = messageOf(
      { kind: 'heading', text },
      { kind: 'text', text },
      { kind: 'note', text },
      {
        kind: 'facts',
        facts: [
          { label: text, value: text },
          { label: 'label', value: text },
        ],
      },
      {
        kind: 'list',
        items: [
          { title: text, lines: [text], buttons: [] },
          { title: 'title', lines: [text], buttons: [] },
        ],
      },
      { kind: 'buttons', buttons: [{ label: text, action: 'home.show', input: {} }] },
      { kind: 'image', address: 'https://example.org/a.png', description: text },
    );
    const { text: notification, blocks } = messageToBlocks({ ...message, summary: text }, 'en');
    expect(checkMessageBlocks(blocks)).toEqual([]);
    // Only mrkdwn is interpreted: there no angle bracket may be left, and no formatting but the title's own bold.
    for (const interpreted of [notification, ...mrkdwnOf(blocks)]) {
      expect(interpreted).not.toMatch(/[<>]/);
      expect(interpreted).not.toMatch(/&(?!amp;|lt;|gt;)/);
    }
    for (const titled of mrkdwnOf(blocks)) {
      expect(titled.replace(/^\*[^*]*\*/, '')).not.toMatch(/[*_~`]|:[\p{L}\p{N}_+'-]+:|^\s*&gt;/mu);
    }
    for (const one of strings({ notification, blocks })) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they must be gone.
      expect(one).not.toMatch(/[\u0000-\u0008\u007F\u202A-\u202E\u2066-\u2069\u200F]/);
      expect(one.isWellFormed()).toBe(true);
    }
  });

  it('is set in bold as a title where nothing in it would be interpreted', () => {
    const { blocks } = messageToBlocks(
      messageOf({ kind: 'list', items: [{ title: 'A & B', lines: ['1 < 2'], buttons: [] }] }),
      'en',
    );
    expect(mrkdwnOf(blocks)).toEqual(['*A &amp; B*\n1 &lt; 2']);
  });

  it('never makes Slack refuse a message: a link that cannot be opened and an image without an address become text', () => {
    const message = messageOf(
      {
        kind: 'buttons',
        buttons: [
          { label: 'go', link: 'javascript:alert(1)' },
          { label: 'also', link: `https://example.org/${long(3000, 'a')}` },
        ],
      },
      { kind: 'image', address: 'data:image/png;base64,AAAA', description: 'a picture' },
      { kind: 'text', text: '  ' },
      { kind: 'heading', text: '' },
    );
    const { blocks } = messageToBlocks(message, 'en');
    expect(checkMessageBlocks(blocks)).toEqual([]);
    expect(strings(blocks)).toContain('go: javascript:alert(1)');
    expect(JSON.stringify(blocks)).not.toContain('"url"');
  });

  it('is cut between characters, never within one', () => {
    const { blocks } = messageToBlocks(messageOf({ kind: 'text', text: '😀'.repeat(2000) }), 'en');
    expect(strings(blocks).every((one) => one.isWellFormed())).toBe(true);
  });

  it('that is empty still makes a message', () => {
    expect(checkMessageBlocks(messageToBlocks({ summary: '', elements: [] }, 'ja').blocks)).toEqual([]);
    expect(messageToBlocks({ summary: '\u202E', elements: [] }, 'ja').text).toBe('–');
  });
});

function mrkdwnOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value && typeof value.text === 'string')
    return [value.text];
  return Object.values(value).flatMap(mrkdwnOf);
}
