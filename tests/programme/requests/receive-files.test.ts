/** Files that people send lead to the action that takes them, or to words about each of them; nothing is passed over in silence. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeXlsx } from '../../../documents/write-xlsx.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { LARGEST_FILE_BYTES } from '../../../programme/files/file-store.js';
import { type FetchProblem, NotFetched, type SentFile } from '../../../programme/files/sent-file.js';
import { fileTexts } from '../../../programme/files/texts.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { RequestResult, WordsRequest } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  buttonsOf,
  outcomeOf,
  request,
  requestingAccount,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

const { refusals } = textsFor('en');

let test: TestDatabase;
let services: TestServices;
let secretary: BuiltPerson;
let participant: BuiltPerson;
let roster: Uint8Array;

beforeAll(async () => {
  test = await createTestDatabase();
  const own = buildServices(test.database);
  const { withReceivingRoom } = await import('../../support/receiving-room.js');
  services = withReceivingRoom(own);
  const programme = await buildProgramme(services);
  await buildSession(services, programme, { code: 'SEM-1' });
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  participant = await buildPerson(services, { programme, language: 'ja' });
  roster = await writeXlsx([{ name: 'A', columns: [{ title: 'a', width: 9 }], rows: [['b']] }]);
});
afterAll(async () => await test.close());
beforeEach(async () => {
  await test.database.file.deleteMany();
});

let fetched: string[] = [];
beforeEach(() => {
  fetched = [];
});

function sent(name: string, content: Uint8Array | FetchProblem, given: Partial<SentFile> = {}): SentFile {
  return {
    ...{ name, looks: 'file', size: typeof content === 'string' ? 1 : content.byteLength },
    async fetch() {
      fetched.push(name);
      if (typeof content === 'string') throw new NotFetched(content);
      return pieces(content);
    },
    ...given,
  };
}

async function* pieces(content: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += 1000) yield content.subarray(at, at + 1000);
}

const photo = () => sent('IMG_1.jpg', Buffer.from('ffd8ffe000', 'hex'), { looks: 'picture' });

function message(person: Pick<BuiltPerson, 'account'>, files: readonly SentFile[], words = ''): WordsRequest {
  const { account, key, fingerprint, resendFingerprint } = request(person, 'help.show');
  return { account, key, fingerprint, resendFingerprint, answeredLater: true, words, isCommand: false, files };
}

const send = async (person: Pick<BuiltPerson, 'account'>, files: readonly SentFile[], words = '') =>
  await handleRequest(services, message(person, files, words));

/** The input of the preview's button. */
function agreed({ reply }: RequestResult) {
  if (reply.kind === 'form') throw new Error('a form');
  const buttons = reply.message.elements.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []));
  const button = buttons.find((one) => 'action' in one && one.action === 'preview.confirm');
  if (button === undefined || !('input' in button)) throw new Error('no preview');
  return button.input;
}

/** What the preview would hand to the action. */
async function shownInput(shown: RequestResult) {
  const { preview } = agreed(shown);
  const { input } = await test.database.preview.findUniqueOrThrow({ where: { id: String(preview) } });
  return z.object({ files: z.array(z.string()) }).parse(input);
}

describe('a file that an action takes', () => {
  it('leads to its preview; agreed to, the action gets the very bytes, by whatever name', async () => {
    const shown = await send(secretary, [sent('photo.jpg', roster)]);
    expect([outcomeOf(shown), wordsOf(shown)]).toEqual(['preview', expect.stringContaining('to be read: 1')]);
    const done = await ask(services, secretary, 'preview.confirm', agreed(shown));
    const digest = createHash('sha256').update(roster).digest('hex');
    expect(wordsOf(done)).toContain(`photo.jpg xlsx ${roster.byteLength} ${digest}`);
    expect(await test.database.file.findMany()).toMatchObject([
      { kind: 'received', personId: secretary.id, programmeId: null, sha256: digest },
    ]);
  });

  it('is out of reach for anybody else, and gone after a day', async () => {
    const input = await shownInput(await send(secretary, [sent('a.xlsx', roster)]));
    const gone = refusals.file_not_found({});
    const other = await buildPerson(services, { programme: await buildProgramme(services), role: 'secretariat' });
    expect(wordsOf(await ask(services, other, 'roster.read', input))).toContain(gone);
    expect(wordsOf(await ask(services, participant, 'roster.read', input))).not.toContain('xlsx');
    await services.files.removeStale(new Date(services.clock.now().getTime() + 86_400_000));
    expect(wordsOf(await ask(services, secretary, 'roster.read', input))).toContain(gone);
  });

  it('an identifier that is none is refused', async () => {
    const result = await ask(services, secretary, 'roster.read', { files: ['no-id'] });
    expect(wordsOf(result)).toContain(refusals.file_not_found({}));
  });

  it('several go together; what does not belong to them is told of', async () => {
    const table = sent('b.csv', Buffer.from('a,b\nc,d\n'));
    const shown = await send(secretary, [sent('a.xlsx', roster), photo(), table]);
    expect(wordsOf(shown)).toContain('to be read: 2');
    expect(wordsOf(shown)).toContain(fileTexts.en.problems.apart('“IMG_1.jpg”'));
    expect(await test.database.file.count()).toBe(2);
  });

  it('is named where the action refuses it, since the reason does not say what it is about', async () => {
    const shown = await send(
      secretary,
      ['a', 'b', 'c', 'd'].map((name) => sent(`${name}.xlsx`, roster)),
    );
    expect(outcomeOf(shown)).toBe('refused');
    const names = '“a.xlsx”, “b.xlsx”, “c.xlsx”, “d.xlsx”';
    expect(wordsOf(shown)).toContain(fileTexts.en.refused(names));
    expect(wordsOf(shown)).toContain(refusals.not_found({}));
  });

  it('words that ask for something else are kept behind a button', async () => {
    const shown = await send(secretary, [sent('a.xlsx', roster)], 'sessions');
    expect(wordsOf(shown)).toContain(fileTexts.en.alsoAsked);
    expect(buttonsOf(shown)).toEqual(['preview.confirm', 'preview.dismiss', 'session.list']);
  });

  it('words that mean nothing do not stand in its way', async () => {
    expect(outcomeOf(await send(secretary, [sent('a.xlsx', roster)], 'here you are'))).toBe('preview');
  });

  it('a repeated delivery gets the same reply, fetches nothing and keeps nothing', async () => {
    const delivery = message(secretary, [sent('a.xlsx', roster)]);
    const first = await handleRequest(services, delivery);
    const again = await handleRequest(services, delivery);
    expect([again.repeated, again.reply]).toEqual([true, first.reply]);
    expect([fetched, await test.database.file.count()]).toEqual([['a.xlsx'], 1]);
  });
});

describe('what nothing takes', () => {
  it('is named, not fetched and not kept, and the way for it is told', async () => {
    const answer = await send(participant, [photo(), sent('議事録.docx', Buffer.from('x'))]);
    expect(wordsOf(answer)).toContain(fileTexts.ja.unwanted('picture', '「IMG_1.jpg」'));
    expect(wordsOf(answer)).toContain(fileTexts.ja.unwanted('file', '「議事録.docx」'));
    expect(wordsOf(answer)).toContain(fileTexts.ja.sendTo(['secretariat@example.org']));
    expect([fetched, await test.database.file.count()]).toEqual([[], 0]);
  });

  it('words beside it are understood all the same', async () => {
    const answer = await send(participant, [photo()], '日程');
    expect(wordsOf(answer)).toContain(fileTexts.ja.unwanted('picture', '「IMG_1.jpg」'));
    expect(wordsOf(answer)).toContain('SEM-1');
    expect(wordsOf(answer)).toContain(fileTexts.ja.sendTo(['secretariat@example.org']));
  });

  it('words that mean nothing do not hide what is told about it', async () => {
    const answer = await send(participant, [photo()], 'これどうぞ');
    expect(wordsOf(answer)).toContain(fileTexts.ja.unwanted('picture', '「IMG_1.jpg」'));
    expect(wordsOf(answer)).toContain(fileTexts.ja.takesNone);
  });

  it('by its content is fetched no further than its beginning, and what is taken is told', async () => {
    const long = sent('a.xlsx', Buffer.concat([Buffer.from('ffd8ffe000', 'hex'), Buffer.alloc(1_000_000)]));
    let given = 0;
    const counted: SentFile = {
      ...long,
      fetch: async () => {
        const bytes = await long.fetch();
        return (async function* () {
          for await (const piece of bytes) {
            given += piece.byteLength;
            yield piece;
          }
        })();
      },
    };
    const answer = await send(secretary, [counted]);
    expect(wordsOf(answer)).toContain(fileTexts.en.unwanted('file', '“a.xlsx”'));
    expect(wordsOf(answer)).toContain('Read a roster: Excel (.xlsx), CSV');
    expect(given).toBeLessThan(10_000);
    expect(await test.database.file.count()).toBe(0);
  });

  it('a stranger is told how to get in, and nothing is fetched', async () => {
    const answer = await send({ account: requestingAccount() }, [sent('a.xlsx', roster)]);
    expect(wordsOf(answer)).toContain(fileTexts.en.unwanted('file', '“a.xlsx”'));
    expect(buttonsOf(answer)).toEqual(['member.link']);
    expect(fetched).toEqual([]);
  });
});

describe('what does not come', () => {
  const tooLarge = Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(LARGEST_FILE_BYTES, 'a,b\n')]);

  it.each(['refused', 'failed', 'too-large'] as const)('%s is said in words', async (problem) => {
    const answer = await send(secretary, [sent('a.xlsx', problem)]);
    expect(wordsOf(answer)).toContain(fileTexts.en.problems[problem]('“a.xlsx”'));
    expect(await test.database.file.count()).toBe(0);
  });

  it('a size that is announced too large is not fetched; one that grows is given up', async () => {
    const words = fileTexts.en.problems['too-large']('“a.csv”');
    expect(wordsOf(await send(secretary, [sent('a.csv', tooLarge)]))).toContain(words);
    expect(fetched).toEqual([]);
    expect(wordsOf(await send(secretary, [sent('a.csv', tooLarge, { size: null })]))).toContain(words);
    expect([fetched, await test.database.file.count()]).toEqual([['a.csv'], 0]);
  });

  it('more than ten are told of', async () => {
    const many = Array.from({ length: 11 }, (_, index) => sent(`${index}.xlsx`, roster));
    const answer = await send(secretary, many);
    expect(wordsOf(answer)).toContain(fileTexts.en.problems['too-many']('“10.xlsx”'));
    expect(wordsOf(answer)).toContain('to be read: 10');
  });

  it('a name cannot hide how it ends', async () => {
    const answer = await send(secretary, [sent('a\u202excod.exe', 'failed')]);
    expect(wordsOf(answer)).toContain('“a_xcod.exe”');
  });
});
