/** Of the tables that the secretariat drops, a meeting's participant list is told from a roster by what stands in it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SentFile } from '../../../../programme/files/sent-file.js';
import { handleRequest } from '../../../../programme/requests/handle-request.js';
import type { RequestResult } from '../../../../programme/requests/request.js';
import { outcomeOf, request, wordsOf } from '../../../support/factories.js';
import { programmeFixture } from '../../../support/programme-fixture.js';
import { teamsFile, teamsHeadings, zoomFile, zoomHeadings, zoomLine } from './lists.js';

const given = programmeFixture();

beforeEach(async () => {
  given.services.clock.set('2024-11-07T18:00:00+09:00');
  await given.member({ company: given.company, nameJa: '山田 太郎', nameEn: 'Taro Yamada' });
});

const zoom = () => zoomFile([zoomHeadings.en, zoomLine('山田太郎', '15:30', '17:00')]);
const teams = () =>
  teamsFile([
    ['2. Participants'],
    teamsHeadings.en.people,
    ['Taro Yamada', '11/7/24, 3:30:00 PM', '11/7/24, 5:00:00 PM', '1h 30m', '', '', 'Attendee'],
  ]);
const table = () => Buffer.from('a,b\nc,d\n');

function sent(content: Uint8Array): SentFile {
  const pieces = async function* () {
    yield content;
  };
  return { name: 'file.csv', looks: 'file', size: content.byteLength, fetch: async () => pieces() };
}

async function send(content: Uint8Array, words = ''): Promise<RequestResult> {
  const { account, key, fingerprint, resendFingerprint } = request(given.secretary, 'help.show');
  const delivery = { account, key, fingerprint, resendFingerprint, answeredLater: true, isCommand: false };
  return await handleRequest(given.services, { ...delivery, words, files: [sent(content)] });
}

describe('a participant list', () => {
  it.each([
    ['of Zoom', zoom, ''],
    ['of Teams', teams, ''],
    ['that is asked to be recorded', zoom, 'record the Zoom list'],
    ['that is called an import', zoom, 'import'],
  ])('%s is recorded as one', async (_which, content, words) => {
    const shown = await send(content(), words);
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain('Record one person as present online');
  });

  it('with the code of a session beside it is of that one', async () => {
    const shown = await send(zoom(), `record the Zoom list for ${given.session.code}`);
    expect(wordsOf(shown)).toContain('Record one person');
  });
});

describe('another table', () => {
  it('is a roster, or what is wrong with one', async () => {
    expect(wordsOf(await send(table()))).not.toContain('participant list');
    expect(wordsOf(await send(table(), 'import'))).not.toContain('participant list');
  });

  it('that is called a participant list is refused as one, with what to do', async () => {
    expect(wordsOf(await send(table(), 'record the Zoom list'))).toContain('“file.csv” has no headings for names');
  });
});
