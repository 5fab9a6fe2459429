/** A form that words open holds what they said of the session. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({
  session: {
    ...{ code: 'CLS-9', titleJa: '修了式', titleEn: 'Graduation' },
    ...{ startsAt: new Date('2025-04-22T04:00:00Z'), endsAt: new Date('2025-04-22T06:00:00Z') },
  },
});

async function initialOf(words: string): Promise<Values> {
  const incoming = { fingerprint: null, resendFingerprint: null, answeredLater: true, words, isCommand: false };
  const { account } = fixture.secretary;
  const { reply } = await handleRequest(fixture.services, { ...incoming, account, key: randomUUID() });
  if (reply.kind !== 'form') throw new Error(`no form, but ${JSON.stringify(reply)}`);
  return Object.fromEntries(
    reply.form.fields.flatMap((field) => ('initial' in field ? [[field.name, field.initial]] : [])),
  );
}

it.each([
  'セミナーを作成してください。2025年4月24日の13時から14時30分、オンラインです',
  'please create a seminar on 24 April 2025 from 13:00 to 14:30, online',
])('%s', async (words) => {
  expect(await initialOf(words)).toMatchObject({
    ...{ kind: 'seminar', date: '2025-04-24', start: '13:00', end: '14:30', method: 'online' },
  });
});

it.each(['change-session CLS-9 13:30', 'CLS-9の開始を変更してください、13時半です'])(
  'of one that there is, the rest stays: %s',
  async (words) => {
    const initial = await initialOf(words);
    expect(initial).toMatchObject({ titleEn: 'Graduation', date: '2025-04-22', start: '13:30' });
  },
);
