/** A participant list is parsed once for all that one request asks of it, however many ways there are to read its times. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentFile } from '../../../../programme/files/sent-file.js';
import { handleRequest } from '../../../../programme/requests/handle-request.js';
import { buildSession, outcomeOf, request, wordsOf } from '../../../support/factories.js';
import { storeReceivedFile } from '../../../support/files.js';
import { programmeFixture } from '../../../support/programme-fixture.js';
import { dropping, formIn } from './dropping.js';
import { zoomFile, zoomHeadings } from './lists.js';

type ListLines = typeof import('../../../../programme/attendance/online-list/list-lines.js')['listLines'];

const parsed = vi.hoisted(() => ({ count: 0 }));

vi.mock('../../../../programme/attendance/online-list/list-lines.js', async (load) => {
  const real = await load<{ readonly listLines: ListLines }>();
  const listLines: ListLines = async (content) => {
    parsed.count += 1;
    return await real.listLines(content);
  };
  return { ...real, listLines };
});

const given = programmeFixture();
const { decide, send, show, agree } = dropping(given);

beforeEach(async () => {
  given.services.clock.set('2024-11-07T18:00:00+09:00');
  await given.member({ company: given.company, nameJa: '山田 太郎', nameEn: 'Taro Yamada' });
});

/** How often files were parsed for what is done. */
async function parsing<T>(doing: () => Promise<T>): Promise<{ readonly result: T; readonly count: number }> {
  parsed.count = 0;
  const result = await doing();
  return { result, count: parsed.count };
}

/** Each of its days can also be read the other way round, and its times as those of Greenwich: it is read in four ways. */
const content = () =>
  zoomFile([
    zoomHeadings.en,
    ['山田太郎', '', '11/07/2024 15:30', '11/07/2024 17:00', '90', '', '', ''],
    ['山田', '', '11/07/2024 15:30', '11/07/2024 17:00', '90', '', '', ''],
  ]);
const stored = async () =>
  await storeReceivedFile(given.services, given.secretary.id, {
    ...{ name: 'participants.csv', type: 'csv' as const, content: content() },
  });

describe('of each list, once', () => {
  it('to show it, and to agree to it', async () => {
    const files = [await stored(), await stored()];
    const shown = await parsing(async () => await show(files));
    expect([outcomeOf(shown.result), shown.count], wordsOf(shown.result)).toEqual(['preview', 2]);
    const agreed = await parsing(async () => await agree(shown.result));
    expect([outcomeOf(agreed.result), agreed.count], wordsOf(agreed.result)).toEqual(['done', 2]);
  });

  it('to open the form that decides, and to send it', async () => {
    const shown = await show([await stored()]);
    const form = await parsing(async () => await decide(shown));
    expect(form.count).toBe(1);
    const sent = await parsing(async () => await send(form.result, { who1: 'nobody' }));
    expect([outcomeOf(sent.result), sent.count], wordsOf(sent.result)).toEqual(['done', 1]);
  });

  it('to ask which session it is of', async () => {
    const { startsAt, endsAt } = given.session;
    await buildSession(given.services, given.programme, { code: 'TWIN-1', startsAt, endsAt });
    const files = [await stored()];
    const asking = await parsing(async () => await show(files));
    expect(asking.count).toBe(1);
    expect(formIn(asking.result).fields.map((field) => field.name)).toEqual(['session']);
  });

  it('to tell whose it is when it is dropped, however many take its type, and once more to show what was kept', async () => {
    const { account, key, fingerprint, resendFingerprint } = request(given.secretary, 'help.show');
    const delivery = { account, key, fingerprint, resendFingerprint, answeredLater: true, isCommand: false };
    const file: SentFile = {
      ...{ name: 'participants.csv', looks: 'file', size: null },
      fetch: async () =>
        (async function* () {
          yield content();
        })(),
    };
    const dropped = await parsing(
      async () => await handleRequest(given.services, { ...delivery, words: '', files: [file] }),
    );
    expect([outcomeOf(dropped.result), dropped.count], wordsOf(dropped.result)).toEqual(['preview', 2]);
  });
});
