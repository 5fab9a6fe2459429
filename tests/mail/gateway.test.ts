/** Mails go out over a real SMTP connection: what they hold, under which identifiers, and what each answer of the server counts as. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailGateway, openMailGateway } from '../../mail/gateway.js';
import type { FileStore } from '../../programme/files/file-store.js';
import type { Message } from '../../programme/messages/message.js';
import type { OutgoingMessage } from '../../programme/notifications/gateway.js';
import { muteLinks } from '../../programme/notifications/mute-links.js';
import { type SmtpStandIn, startSmtp } from './smtp-stand-in.js';

const now = new Date('2026-12-01T01:00:00Z');
const noFiles: FileStore = {
  write: () => Promise.reject(new Error('nothing is written')),
  find: async () => null,
  read: () => {
    throw new Error('nothing is read');
  },
  removeStale: async () => 0,
};
const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
const files: FileStore = {
  ...noFiles,
  find: async (id) =>
    id === 'calendar'
      ? {
          ...{ id, name: '第1回セミナー.ics', size: calendar.length, sha256: '' },
          contentType: 'text/calendar; charset=utf-8; method=REQUEST',
        }
      : { id, name: '名簿.xlsx', size: 3, sha256: '', contentType: 'application/vnd.ms-excel' },
  async *read() {
    yield Buffer.from(calendar.slice(0, 10));
    yield Buffer.from(calendar.slice(10));
  },
};

let smtp: SmtpStandIn;
let gateway: MailGateway;
const errors: string[] = [];
const log = { info: () => {}, warn: () => {}, error: (_: object, sentence: string) => void errors.push(sentence) };
const links = muteLinks('a secret of more than thirty-two characters', () => 'https://bot.example.org');
const open = (url: string, from = 'SPP事務局 <spp@office.example>') =>
  openMailGateway({ smtpUrl: url, from }, { files, clock: { now: () => now }, log }, links);

beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(async () => await smtp.close());
beforeEach(() => {
  smtp.taken.splice(0);
  smtp.seen.splice(0);
  errors.splice(0);
  gateway = open(smtp.url);
});
afterEach(() => {
  for (const step of ['connect', 'from', 'to', 'data'] as const) smtp.answer(step, null);
  gateway.close();
});

const person = '6b0f7d6a-6f5e-4c38-9d3c-7f1f6d1c2a10';
const to = (userId = 'hana@aoi.example', chats: readonly string[] = ['slack']) => ({
  tenant: null,
  userId,
  address: { chats },
});
const message: Message = {
  summary: '第1回セミナーの会場が変わりました',
  elements: [
    { kind: 'heading', text: '第1回セミナー' },
    { kind: 'facts', facts: [{ label: '会場', value: '東京 <3階>' }] },
    {
      kind: 'buttons',
      buttons: [
        { label: '参加する', action: 'session.register', input: {} },
        { label: '案内を見る', link: 'https://example.org/?a=1&b=2' },
        { label: '開く', link: 'javascript:alert(1)' },
      ],
    },
    { kind: 'image', address: 'https://example.org/map.png', description: '地図' },
  ],
};
const outgoing = (given: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...{ message, language: 'ja', key: 'session.changed:1:2', personId: person },
  ...given,
});

/** The one mail that was taken. */
function taken() {
  expect(smtp.taken).toHaveLength(1);
  const [mail] = smtp.taken;
  if (mail === undefined) throw new Error('no mail was taken');
  return mail;
}

describe('a mail', () => {
  it('has HTML and text, the same identifier each time, and says that nobody wrote it by hand', async () => {
    const first = await gateway.deliver(to(), outgoing());
    const again = await gateway.deliver(to(), outgoing());
    const other = await gateway.deliver(to(), outgoing({ key: 'session.changed:1:3' }));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    const [mail, repeated] = smtp.taken;
    if (mail === undefined) throw new Error('no mail');
    const { parsed } = mail;
    expect(first).toEqual({ outcome: 'delivered', reference: { messageId: parsed.messageId, thread: [] } });
    expect(repeated?.parsed.messageId).toBe(parsed.messageId);
    expect(parsed.messageId).toMatch(/^<[0-9a-f]{40}@office\.example>$/);
    expect([mail.from, mail.to]).toEqual(['spp@office.example', ['hana@aoi.example']]);
    expect(parsed.from?.value).toEqual([{ name: 'SPP事務局', address: 'spp@office.example' }]);
    expect(parsed.subject).toBe('第1回セミナーの会場が変わりました');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('content-language')).toBe('ja');
    expect(parsed.headers.has('list-unsubscribe')).toBe(false);
    expect(parsed.text).toContain('会場: 東京 <3階>');
    expect(parsed.text).toContain('「参加する」は、SlackのSPPアシスタントとのチャットで行えます。');
    expect(parsed.text).toContain('案内を見る: https://example.org/?a=1&b=2');
    expect(parsed.html).toContain('東京 &lt;3階&gt;');
    expect(parsed.html).toContain('href="https://example.org/?a=1&amp;b=2"');
    expect(parsed.html).not.toContain('href="javascript:');
    expect(parsed.html).toContain('alt="地図"');
  });

  it('says in English where a button is for somebody without a chat', async () => {
    await gateway.deliver(to('ken@aoi.example', []), outgoing({ language: 'en' }));
    expect(taken().parsed.text).toContain(
      '“参加する”: please do this in the chat with the SPP assistant in Slack or Microsoft Teams.',
    );
    expect(taken().parsed.text).toContain('please ask the secretariat');
  });

  it('offers to be muted at one press, by a link that only this app can make', async () => {
    await gateway.deliver(to(), outgoing({ topic: 'reminders' }));
    const raw = taken().raw.replace(/\r\n\s+/g, ' ');
    const link = /^List-Unsubscribe: <(https:\/\/bot\.example\.org\/mute\/[^>]+)>$/m.exec(
      raw.replaceAll('\r', ''),
    )?.[1];
    expect(raw.replaceAll('\r', '')).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(links.read(link?.split('/').at(-1) ?? '')).toEqual({ personId: person, topic: 'reminders' });
    expect(taken().parsed.text).toContain(`リマインダーを受け取らない: ${link}`);
    expect(taken().parsed.html).toContain('リマインダーを受け取らない');
  });

  it('answers the first mail where it corrects one, and says so', async () => {
    const first = await gateway.deliver(to(), outgoing());
    if (first.outcome !== 'delivered') throw new Error('not delivered');
    const second = await gateway.deliver(to(), outgoing({ key: 'two', replaces: first.reference }));
    if (second.outcome !== 'delivered') throw new Error('not delivered');
    await gateway.deliver(to(), outgoing({ key: 'three', replaces: second.reference, language: 'en' }));
    const [one, two, three] = smtp.taken.map(({ parsed }) => parsed);
    expect(two?.subject).toBe('訂正: 第1回セミナーの会場が変わりました');
    expect(two?.inReplyTo).toBe(one?.messageId);
    expect(two?.references).toBe(one?.messageId);
    expect(two?.text).toContain('訂正があります');
    expect(three?.subject).toBe('Correction: 第1回セミナーの会場が変わりました');
    expect(three?.inReplyTo).toBe(two?.messageId);
    expect(three?.references).toEqual([one?.messageId, two?.messageId]);
  });

  it('brings an invitation as an alternative and as a file, of the same bytes, and every other file by its link', async () => {
    const list = { kind: 'file', file: 'list', name: '名簿.xlsx', label: '開く' } as const;
    await gateway.deliver(
      to(),
      outgoing({
        message: {
          summary: '招待',
          elements: [
            { kind: 'file', file: 'calendar', name: '第1回セミナー.ics', label: '登録', link: 'https://example.org/c' },
            { ...list, link: 'https://bot.example.org/files/abc' },
            { ...list, link: null },
          ],
        },
      }),
    );
    const { raw, parsed } = taken();
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    const calendars = parsed.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
    expect(calendars.map(({ content }) => content.toString())).toEqual(calendars.map(() => calendar));
    expect(calendars.map(({ contentType }) => contentType).sort()).toEqual(['application/ics', 'text/calendar']);
    expect(calendars.some(({ filename }) => filename === '第1回セミナー.ics')).toBe(true);
    expect(parsed.text).toContain('第1回セミナー.icsをこのメールに添付しています。');
    expect(parsed.text).toContain('開く: https://bot.example.org/files/abc');
    expect(parsed.text).toContain('名簿.xlsxは、このメールではお渡しできません。');
  });
});

describe('what people wrote', () => {
  const hostile = [
    'x\r\nBcc: all@aoi.example',
    'x\nSubject: other\n\nbody',
    '"><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '\u0000\u0007\u001b[31m',
    '\u2028Bcc: a@b.example',
    '\ud800',
    '=?utf-8?B?QmNjOiBhQGIuZXhhbXBsZQ==?=',
    '&lt;b&gt; &amp;amp;',
    '.\r\n.\r\nQUIT\r\n',
  ];

  it('begins no header and no recipient of its own', async () => {
    for (const text of hostile) {
      const sender = open(smtp.url, 'SPP <spp@office.example>');
      await sender.deliver(to(), outgoing({ message: { summary: text, elements: [{ kind: 'text', text }] } }));
      sender.close();
    }
    expect(smtp.taken).toHaveLength(hostile.length);
    for (const { to: recipients, parsed } of smtp.taken) {
      expect(recipients).toEqual(['hana@aoi.example']);
      expect(parsed.bcc).toBeUndefined();
      expect(parsed.subject).not.toMatch(/[\r\n]/);
      expect([...parsed.headers.keys()].sort()).toEqual(
        expect.arrayContaining(['auto-submitted', 'from', 'message-id', 'subject', 'to']),
      );
      expect(parsed.headers.has('bcc')).toBe(false);
      expect(parsed.html).not.toMatch(/<script|<img/i);
    }
  });

  it.each([
    'a@b.example, c@d.example',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    '<a@b.example> c@d.example',
    'nobody',
    '',
    'a b@c.example',
  ])('is no address for anybody else: %j', async (address) => {
    const outcome = await gateway.deliver(to(address), outgoing());
    expect(smtp.seen.filter((line) => line.startsWith('to '))).toHaveLength(outcome.outcome === 'delivered' ? 1 : 0);
    expect(outcome).toMatchObject({ outcome: 'unreachable' });
    expect(smtp.taken).toEqual([]);
  });

  it('is the same text after 500 hostile ones were drawn as HTML, and nothing but text', async () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '&',
      '</td>',
      '<script>',
      'onload=',
      '\u0000',
      '\r\n',
      '日本',
      '<!--',
      ']]>',
      '&#39;',
    ];
    const texts = Array.from({ length: 500 }, (_, number) =>
      Array.from({ length: 6 }, (_unused, place) => pieces[(number * (place + 3) + place) % pieces.length]).join(''),
    );
    await gateway.deliver(
      to(),
      outgoing({
        message: {
          summary: 'x',
          elements: [
            ...texts.map((text) => ({ kind: 'text', text }) as const),
            { kind: 'facts', facts: texts.map((text) => ({ label: text, value: text })) },
            ...texts.map((text) => ({
              kind: 'revision' as const,
              label: text,
              runs: (['kept', 'removed', 'added'] as const).map((kind) => ({ kind, text })),
            })),
            {
              kind: 'list',
              items: texts.map((text) => ({
                title: text,
                lines: [text],
                buttons: [{ label: text, link: `https://a.example/?${encodeURIComponent(text)}` }],
              })),
            },
          ],
        },
      }),
    );
    const html = taken().parsed.html;
    if (!html) throw new Error('no HTML');
    // Every tag is one of our own.
    const tags = new Set([...html.matchAll(/<\/?([a-z!]+)/gi)].map(([, name]) => name?.toLowerCase()));
    expect([...tags].sort()).toEqual([
      '!doctype',
      'a',
      'body',
      'br',
      'del',
      'head',
      'html',
      'ins',
      'meta',
      'strong',
      'table',
      'td',
      'tr',
    ]);
    expect(html).not.toContain('<!--');
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(html).not.toContain('\u0000');
  });
});

describe('an answer of the server', () => {
  const pause = { outcome: 'rate-limited', until: new Date(now.getTime() + 60_000) };
  it.each([
    ['to', 550, '5.1.1 no such user', { outcome: 'unreachable', reason: '550 5.1.1' }],
    ['to', 553, 'mailbox name not allowed', { outcome: 'unreachable', reason: '553' }],
    ['to', 552, '5.2.2 mailbox full', { outcome: 'unreachable', reason: '552 5.2.2' }],
    ['to', 554, '5.7.1 relay access denied', { outcome: 'refused', reason: '554 5.7.1' }],
    ['to', 450, '4.2.0 busy', { outcome: 'not-sent', reason: '450 4.2.0' }],
    ['to', 450, '4.7.1 too many mails from you', pause],
    ['to', 451, 'rate limit exceeded', pause],
    ['to', 452, '4.2.2 too much in the mailbox', { outcome: 'not-sent', reason: '452 4.2.2' }],
    ['to', 421, '4.3.2 closing', pause],
    ['from', 530, '5.7.0 authentication required', { outcome: 'not-sent', reason: '530 5.7.0', ours: true }],
    ['from', 553, '5.7.1 sender not owned', { outcome: 'not-sent', reason: '553 5.7.1', ours: true }],
    ['data', 550, '5.1.1 unknown after all', { outcome: 'unreachable', reason: '550 5.1.1' }],
    ['data', 554, '5.7.1 looks like spam', { outcome: 'refused', reason: '554 5.7.1' }],
    ['data', 451, '4.3.0 try again', { outcome: 'not-sent', reason: '451 4.3.0' }],
    ['connect', 421, 'too many connections', pause],
    ['connect', 554, 'no service for you', { outcome: 'not-sent', reason: '554', ours: true }],
  ] as const)('at %s: %i %s', async (step, code, text, outcome) => {
    smtp.answer(step, { code, text });
    expect(await gateway.deliver(to(), outgoing())).toEqual(outcome);
    expect(smtp.taken).toEqual([]);
  });

  it('that does not come after the message leaves it open whether it arrived, with what it would be found by', async () => {
    smtp.answer('data', 'hang up');
    const outcome = await gateway.deliver(to(), outgoing());
    expect(outcome).toMatchObject({ outcome: 'uncertain', reference: { messageId: expect.stringContaining('@') } });
    expect(smtp.seen.filter((line) => line === 'data')).toHaveLength(1);
  });

  it.each(['from', 'to'] as const)('that does not come at %s means that nothing was sent', async (step) => {
    smtp.answer(step, 'hang up');
    expect(await gateway.deliver(to(), outgoing())).toMatchObject({ outcome: 'not-sent' });
    expect(smtp.seen).not.toContain('data');
  });

  it('that cannot come, as nobody listens, means that nothing was sent', async () => {
    const gone = await startSmtp();
    await gone.close();
    const sender = open(gone.url);
    expect(await sender.deliver(to(), outgoing())).toMatchObject({ outcome: 'not-sent' });
    sender.close();
  });

  it('to a connection that it closed meanwhile does not lose the next mail', async () => {
    expect(await gateway.deliver(to(), outgoing())).toMatchObject({ outcome: 'delivered' });
    smtp.answer('from', 'hang up');
    expect(await gateway.deliver(to(), outgoing())).toMatchObject({ outcome: 'not-sent' });
    smtp.answer('from', null);
    expect(await gateway.deliver(to(), outgoing())).toMatchObject({ outcome: 'delivered' });
    expect(smtp.taken).toHaveLength(2);
  });

  it('about our account is ours to mend', async () => {
    const guarded = await startSmtp({ user: 'spp', pass: 'right' });
    const [right, wrong] = [open(guarded.url), open(guarded.url.replace('right', 'wrong'))];
    expect(await wrong.deliver(to(), outgoing())).toMatchObject({ outcome: 'not-sent', ours: true });
    expect(await right.deliver(to(), outgoing())).toMatchObject({ outcome: 'delivered' });
    right.close();
    wrong.close();
    await guarded.close();
  });
});
