/** Mails that came back are read from a mailbox over IMAP, their notifications are no longer counted as delivered, and their addresses get no more. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectBounces } from '../../mail/bounces.js';
import { messageIdOf } from '../../mail/message-id.js';
import { readBounce } from '../../mail/read-bounce.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildServices } from '../support/factories.js';

interface Report {
  readonly messageId: string;
  readonly recipient?: string;
  readonly action?: string;
  readonly status?: string;
  /** What of the mail is enclosed. */
  readonly enclosed?: 'message/rfc822' | 'text/rfc822-headers';
}

/** As Postfix writes it. */
function report({
  messageId,
  recipient = 'hana@aoi.example',
  action = 'failed',
  status = '5.1.1',
  enclosed = 'message/rfc822',
}: Report): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    'To: spp@office.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <report@mx.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry to have to inform you.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b1',
    `Content-Type: ${enclosed}`,
    '',
    'From: spp@office.example',
    `Message-ID: ${messageId}`,
    'Subject: =?utf-8?B?44GK55+l44KJ44Gb?=',
    '',
    enclosed === 'message/rfc822' ? 'The body.' : '',
    '--b1--',
    '',
  ].join('\r\n');
}

describe('a report', () => {
  const messageId = messageIdOf('one', 'office.example');
  const read = async (given: Partial<Report>) => await readBounce(Buffer.from(report({ messageId, ...given })));

  it.each(['message/rfc822', 'text/rfc822-headers'] as const)(
    'names mail, recipient and status, with %s',
    async (enclosed) => {
      expect(await read({ enclosed, recipient: 'Hana@AOI.example' })).toEqual({
        ...{ messageIds: [messageId], recipient: 'hana@aoi.example', status: '5.1.1' },
      });
    },
  );

  it('of a delay, of success, or without a mail takes nothing back', async () => {
    expect(await read({ action: 'delayed', status: '4.4.1' })).toBeNull();
    expect(await read({ action: 'delivered', status: '2.0.0' })).toBeNull();
    expect(await read({ action: 'failed', status: '4.4.7' })).toBeNull();
    for (const text of [
      '',
      'Subject: Hello\r\n\r\nI am away until Monday.',
      '\u0000\u0000',
      'Content-Type: multipart/report; boundary="x"\r\n\r\n--x',
    ])
      expect(await readBounce(Buffer.from(text))).toBeNull();
  });
});

describe('a mailbox', () => {
  let test: TestDatabase;
  let personId: string;
  const reference = { messageId: messageIdOf('came back', 'office.example'), thread: [] };
  const imap = hoodiecrow({
    plugins: [
      'ID',
      'SASL-IR',
      'AUTH-PLAIN',
      'NAMESPACE',
      'IDLE',
      'ENABLE',
      'CONDSTORE',
      'LITERALPLUS',
      'UNSELECT',
      'SPECIAL-USE',
    ],
    users: { spp: { password: 'right' } },
    storage: { INBOX: {}, '': { separator: '/', folders: { 送信済み: {}, Gesendet: { 'special-use': '\\Sent' } } } },
  });
  const address = () => {
    const bound: AddressInfo | string | null = imap.server.address();
    return `imap://spp:right@127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  };

  beforeAll(async () => {
    test = await createTestDatabase();
    await new Promise<void>((resolve) => imap.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => imap.close(resolve));
    await test.close();
  });
  beforeEach(async () => {
    await test.database.notification.deleteMany();
    await test.database.person.deleteMany();
    const names = { nameJa: '佐藤花', nameEn: 'Hana Sato', furigana: 'サトウ ハナ' };
    personId = (await test.database.person.create({ data: { ...names, email: 'hana@aoi.example' } })).id;
    const at = new Date('2026-12-01T00:00:00Z');
    await test.database.notification.create({
      data: {
        ...{ key: 'came back', kind: 'session.changed', personId, data: {}, dueAt: at, createdAt: at, settledAt: at },
        ...{ state: 'delivered', channel: 'email', reference },
      },
    });
  });

  const collect = async () => await collectBounces(buildServices(test.database), address());
  const come = (raw: string) => imap.appendMessage('INBOX', [], false, raw);

  it('is read once: the notification did not arrive, and the address gets no more', async () => {
    come('Subject: Hello\r\n\r\nI am away.');
    come(report(reference));
    expect(await collect()).toBe(1);
    expect(await collect()).toBe(0);
    const row = await test.database.notification.findFirstOrThrow();
    expect(row).toMatchObject({ state: 'unreachable', reason: 'came back: 5.1.1', channel: 'email' });
    const person = await test.database.person.findFirstOrThrow();
    expect(person).toMatchObject({ emailFault: '5.1.1' });
    expect(person.emailFaultSince).not.toBeNull();
    expect(imap.getMailbox('INBOX').messages.every(({ flags }) => flags.includes('\\Seen'))).toBe(true);
  });

  it('marks no address by a report of a mail that was never sent, nor one that the person no longer has', async () => {
    come(report({ messageId: '<forged@office.example>' }));
    expect(await collect()).toBe(0);
    expect(await test.database.notification.findFirst()).toMatchObject({ state: 'delivered' });
    await test.database.person.update({ where: { id: personId }, data: { email: 'new@aoi.example' } });
    come(report(reference));
    expect(await collect()).toBe(1);
    expect(await test.database.person.findFirst()).toMatchObject({ emailFault: null });
    expect(await test.database.notification.findFirst()).toMatchObject({ state: 'unreachable' });
  });

  describe('and a mail of which no answer of its server came', () => {
    let messageId: string;
    beforeEach(async () => {
      // What another test put into the mailbox is about another mail.
      messageId = messageIdOf(randomUUID(), 'office.example');
      const sent = { state: 'unknown', reason: 'ETIMEDOUT', reference: { messageId, thread: [] } } as const;
      await test.database.notification.updateMany({ data: sent });
    });
    const sent = (raw: string) => imap.appendMessage('Gesendet', [], false, raw);
    const now = () => ({ state: 'unknown', settledAt: buildServices(test.database).clock.now() }) as const;
    const state = async () => (await test.database.notification.findFirstOrThrow()).state;

    it('arrived where a copy of it is among what was sent, within a day', async () => {
      sent('Message-ID: <another@office.example>\r\nSubject: x\r\n\r\nx');
      await collect();
      expect(await state()).toBe('unknown');
      sent(`Message-ID: ${messageId}\r\nSubject: x\r\n\r\nx`);
      const services = buildServices(test.database);
      await test.database.notification.updateMany({
        data: { settledAt: new Date(services.clock.now().getTime() - 86_400_001) },
      });
      await collect();
      expect(await state()).toBe('unknown');
      await test.database.notification.updateMany({ data: now() });
      expect(await collect()).toBe(0);
      expect(await test.database.notification.findFirst()).toMatchObject({ state: 'delivered', reason: null });
    });

    it.each(['In-Reply-To', 'References'])(
      'arrived where its reader or their server answers it (%s)',
      async (field) => {
        come(`${field}: <other@office.example>\r\nSubject: Re: x\r\n\r\nThank you.`);
        await collect();
        expect(await state()).toBe('unknown');
        come(`Auto-Submitted: auto-replied\r\n${field}: ${messageId}\r\nSubject: away\r\n\r\nI am away.`);
        await collect();
        expect(await state()).toBe('delivered');
      },
    );

    it('did not where it came back, also after it had been found', async () => {
      come(`In-Reply-To: ${messageId}\r\nSubject: away\r\n\r\nI am away.`);
      come(report({ messageId }));
      expect(await collect()).toBe(1);
      expect(await state()).toBe('unreachable');
      // What an answer says later does not undo it.
      come(`In-Reply-To: ${messageId}\r\nSubject: away\r\n\r\nI am away.`);
      await collect();
      expect(await state()).toBe('unreachable');
    });

    it('is left to people where nothing says so, and to what they decided', async () => {
      await test.database.notification.updateMany({ data: now() });
      await collect();
      expect(await state()).toBe('unknown');
      await test.database.notification.updateMany({ data: { state: 'pending' } });
      come(`In-Reply-To: ${messageId}\r\nSubject: away\r\n\r\nI am away.`);
      await collect();
      expect(await state()).toBe('pending');
    });
  });

  it('that refuses the account or is gone says so', async () => {
    const services = buildServices(test.database);
    await expect(collectBounces(services, address().replace('right', 'wrong'))).rejects.toThrow();
    await expect(collectBounces(services, 'imap://spp:right@127.0.0.1:1')).rejects.toThrow();
  });
});
