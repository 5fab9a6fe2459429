/** Proves that markdown of cards and messages becomes safe HTML that shows exactly what was meant. */
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../../../bot/teams/text.js';
import { cardMarkdown, messageMarkdown } from '../../../../page/browser/teams/markdown.js';

const both = [
  ['cards', cardMarkdown],
  ['messages', messageMarkdown],
] as const;

describe.each(both)('in %s', (_where, render) => {
  it('emphasis and lists are drawn', () => {
    expect(render('**bold** and _italic_\n\n- one\n- two')).toBe(
      '<p><strong>bold</strong> and <em>italic</em></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n',
    );
  });

  it('links open apart from the page', () => {
    expect(render('[here](https://example.com/)')).toBe(
      '<p><a href="https://example.com/" target="_blank" rel="noopener noreferrer">here</a></p>\n',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>)',
    '![x](https://example.com/pixel.png)',
    '<at><img src=x></at>',
  ])('nothing comes alive of %s', (text) => {
    expect(render(text)).not.toMatch(/<script|<img|href="(?:javascript|data):/i);
  });
});

describe('in cards', () => {
  it.each([
    '# not a heading',
    '1. not a list\n* nor this',
    '<b>not bold</b> & _not italic_ **not bold** `not code`',
    '[not a link](https://example.com) <at>nobody</at>',
    '| not | a table |',
    '> not a quotation\n    nor code',
    '日本語の *強調* ではない文',
  ])('what the bot escapes is shown as people wrote it: %s', (text) => {
    const html = cardMarkdown(escapeMarkdown(text));
    expect(html).not.toMatch(/<(?!\/?p>)/);
    const words = html
      .replaceAll(/<\/p>\s*<p>/g, '\n')
      .replaceAll(/<\/?p>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(words.replaceAll('\u200b', '').replaceAll('\u00a0', ' ').trim()).toBe(text);
  });
});

describe('in messages', () => {
  it('a mention is drawn, with its name escaped', () => {
    expect(messageMarkdown('<at>Tom & Hana</at> さん')).toBe(
      '<p><span class="teams-mention">Tom &amp; Hana</span> さん</p>\n',
    );
  });

  it('addresses are links and line breaks stay', () => {
    expect(messageMarkdown('one\nhttps://example.com')).toBe(
      '<p>one<br>\n<a href="https://example.com" target="_blank" rel="noopener noreferrer">https://example.com</a></p>\n',
    );
  });
});
