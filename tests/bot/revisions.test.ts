/** What was removed and added is seen without colours on every platform, and a long list of changes gives way visibly. */
import { describe, expect, it } from 'vitest';
import { messageToBlocks } from '../../bot/slack/render.js';
import { messageToCard } from '../../bot/teams/render.js';
import { partsOf } from '../../mail/mail-parts.js';
import { drawMail } from '../../mail/render-mail.js';
import { checkMessageBlocks } from '../../playground/slack/blocks/surfaces.js';
import { cardProblems } from '../../playground/teams/card-validate.js';
import type { Element, Message, RevisionElement } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';

const revision: RevisionElement = {
  kind: 'revision',
  label: '第7条: 変更',
  runs: [
    { kind: 'kept', text: '当社は、人権を' },
    { kind: 'removed', text: '<尊重>に努めます' },
    { kind: 'added', text: '*尊重*します' },
    { kind: 'kept', text: '。\n次の行' },
    { kind: 'added', text: '\n' },
    { kind: 'kept', text: '分けた行' },
    { kind: 'removed', text: '\n' },
    { kind: 'kept', text: '続き' },
  ],
};
const messageOf = (...elements: readonly Element[]): Message => ({ summary: 'まとめ', elements });

describe('a revision', () => {
  it('in Slack is struck through or bold, with a sign before it, and nothing in it is markup', () => {
    const { blocks } = messageToBlocks(messageOf(revision), 'ja');
    const text = (shown: string, style?: { readonly bold: true } | { readonly strike: true }) =>
      style === undefined ? { type: 'text', text: shown } : { type: 'text', text: shown, style };
    const [bold, strike] = [{ bold: true }, { strike: true }] as const;
    expect(checkMessageBlocks(blocks)).toEqual([]);
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              ...[text('第7条: 変更', bold), text('\n')],
              ...[text('当社は、人権を'), text('🟥'), text('<尊重>に努めます', strike)],
              ...[text('🟩'), text('*尊重*します', bold), text('。'), text('\n')],
              ...[text('次の行'), text('🟩'), text('↵', bold), text('\n')],
              ...[text('分けた行'), text('🟥'), text('↵', strike), text('続き')],
            ],
          },
        ],
      },
    ]);
  });

  it('in Teams is struck through or underlined, and nothing in it is markdown', () => {
    const { content } = messageToCard(messageOf(revision), 'ja');
    const run = (text: string, look: object = {}) => ({ type: 'TextRun', text, ...look });
    const removed = { color: 'attention', strikethrough: true };
    const added = { color: 'good', underline: true, weight: 'bolder' };
    const line = (...inlines: readonly unknown[]) => ({ type: 'RichTextBlock', spacing: 'small', inlines });
    expect(cardProblems(content, 'message')).toEqual([]);
    expect(content.body).toMatchObject([
      {
        type: 'Container',
        items: [
          { type: 'TextBlock', text: '第7条: 変更', weight: 'bolder' },
          line(run('当社は、人権を'), run('<尊重>に努めます', removed), run('*尊重*します', added), run('。')),
          line(run('次の行'), run('↵', added)),
          line(run('分けた行'), run('↵', removed), run('続き')),
        ],
      },
    ]);
  });

  it('in a mail is struck through or underlined, with signs where no HTML is shown', () => {
    const parts = partsOf([revision], { language: 'ja', chats: [], attached: new Set() });
    const { html, text } = drawMail(parts, { automatic: '自動', stop: null }, 'ja');
    expect(text).toContain(
      '・第7条: 変更\n当社は、人権を[-<尊重>に努めます-]{+*尊重*します+}。\n次の行{+↵+}\n分けた行[-↵-]続き\n',
    );
    expect(html).toMatch(/<del style="[^"]*line-through[^"]*">\[-&lt;尊重&gt;に努めます-\]<\/del>/);
    expect(html).toMatch(/<ins style="[^"]*underline[^"]*">\{\+\*尊重\*します\+\}<\/ins>/);
  });
});

describe.each(['ja', 'en'] as const)('many revisions in %s', (language) => {
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...revision,
    label: `clause ${at}`,
    runs: [{ kind: 'added', text: 'あ'.repeat(400) } as const],
  }));
  const button = { kind: 'buttons', buttons: [{ label: 'Files', action: 'home.show', input: {} }] } as const;
  const message = messageOf({ kind: 'text', text: 'first' }, ...many, button);

  function whatIsShown(drawn: unknown): { readonly clauses: number; readonly said: string } {
    const said = JSON.stringify(drawn);
    return { clauses: said.match(/clause \d+/g)?.length ?? 0, said };
  }

  it('give way in Slack before what stands after them, and are counted once', () => {
    const { blocks } = messageToBlocks(message, language);
    const { clauses, said } = whatIsShown(blocks);
    expect(checkMessageBlocks(blocks)).toEqual([]);
    expect(clauses).toBeGreaterThan(10);
    expect(said).toContain(chatTexts[language].moreItems(120 - clauses));
    expect(said).toContain('Files');
  });

  it('give way in Teams before the buttons, and are counted once', () => {
    const { content } = messageToCard(message, language);
    const { clauses, said } = whatIsShown(content.body);
    expect(cardProblems(content, 'message')).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(28_000);
    expect(clauses).toBeGreaterThan(10);
    expect(said).toContain(chatTexts[language].moreItems(120 - clauses));
    expect(said).toContain('Files');
  });

  it('of very many words one after the other are shortened', () => {
    const runs = Array.from(
      { length: 2_000 },
      (_, at) => ({ kind: at % 2 === 0 ? 'removed' : 'added', text: 'x' }) as const,
    );
    const drawn = messageToBlocks(messageOf({ ...revision, runs }), language);
    expect(checkMessageBlocks(drawn.blocks)).toEqual([]);
    expect(JSON.stringify(drawn.blocks)).toContain(chatTexts[language].shortened);
  });
});
