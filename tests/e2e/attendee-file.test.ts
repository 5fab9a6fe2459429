/** The secretariat gets the attendee list as a file on both platforms; nobody else does, and a link opens only what and while it should. */
import { createHash } from 'node:crypto';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatClient, SeenMessage } from '../../playground/client.js';
import { textsFor } from '../../playground/pilot/texts.js';
import { attendeeFileTexts } from '../../programme/registrations/attendee-file-texts.js';
import { buildProgramme, buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const action = 'session.attendees-file';
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0' };

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'sara', 'emi'] });
  await buildSession(platforms.services, platforms.programme, { code: 'SEM-1' });
  settled(await platforms.slack('ken').command('/spp register SEM-1 on site'));
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

/** The address of the only link to a file: of a button, or written out as a person reads it where the platform opens only https. */
function linkIn({ text, payload }: SeenMessage): string {
  const links = /http:\/\/127\.0\.0\.1:\d+\/files\/[\w.-]+/g;
  const found = text.match(links) ?? JSON.stringify(payload).match(links) ?? [];
  expect(new Set(found).size).toBe(1);
  return found[0] ?? '';
}

async function download(address: string) {
  const response = await fetch(address, { headers: browser });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

/** The newest file, as the store has it. */
async function newest() {
  return await platforms.database.file.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bytes are those of a file in the store, and hold the list in this language. */
async function expectList(bytes: Buffer, language: 'ja' | 'en'): Promise<void> {
  const stored = await platforms.database.file.findFirstOrThrow({ where: { sha256: sha256(bytes) } });
  expect(stored.size).toBe(bytes.byteLength);
  const sheets = await readXlsxFile(bytes);
  const { sheets: names, columns } = attendeeFileTexts[language];
  expect(sheets.map(({ sheet }) => sheet)).toEqual([names.everyone, names.unanswered, names.summary]);
  const [titles = [], ...rows] = sheets[0]?.data ?? [];
  const at = titles.indexOf(columns.name);
  const ken = rows.find((row) => row[at] === (language === 'ja' ? '鈴木健' : 'Ken Suzuki'));
  expect(ken?.[titles.indexOf(columns.answer)]).toBe(attendeeFileTexts[language].answers.registered);
}

interface Place {
  readonly place: string;
  readonly person: 'sara' | 'emi';
  readonly language: 'ja' | 'en';
  readonly client: () => ChatClient;
  /** Brings the attendee list up, and returns it. */
  readonly list: () => Promise<SeenMessage>;
}

const listTitle = (language: 'ja' | 'en') =>
  textsFor(language).sessions.attendees.title(
    textsFor(language).sessions.titled('SEM-1', language === 'ja' ? '人権方針セミナー' : 'Human rights policy seminar'),
  );

const people = [
  { person: 'sara', language: 'en' },
  { person: 'emi', language: 'ja' },
] as const;

const byLink: readonly Place[] = people.flatMap(({ person, language }) => [
  {
    ...{ place: 'Slack, beside a command', person, language, client: () => platforms.slack(person) },
    async list() {
      settled(await platforms.slack(person).command('/spp attendees SEM-1'));
      return await platforms.slack(person).until(listTitle(language));
    },
  },
  {
    ...{ place: 'Teams', person, language, client: () => platforms.teams(person) },
    async list() {
      settled(await platforms.teams(person).say('attendees SEM-1'));
      return await platforms.teams(person).until(listTitle(language));
    },
  },
]);

describe.each(byLink)('in $place, in $language', ({ language, client, list }) => {
  it('a button on the list brings a link, behind which are the bytes of the store', async () => {
    const shown = await list();
    settled(await client().press(textsFor(language).actions[action].title, shown));
    const answer = await client().until(attendeeFileTexts[language].ready(6));
    const { status, bytes, headers } = await download(linkIn(answer));
    expect(status).toBe(200);
    await expectList(bytes, language);
    expect(headers.get('content-disposition')).toContain(encodeURIComponent((await newest()).name));
    const opened = await platforms.database.fileOpening.findMany({ where: { fileId: (await newest()).id } });
    expect(opened).toMatchObject([{ agent: 'browser' }]);
  });

  it('a button beside an old link makes a new one', async () => {
    const { again, ready } = attendeeFileTexts[language];
    const before = await newest();
    settled(await client().press(again, await client().until(ready(6))));
    const answer = await client().until(ready(6));
    expect((await newest()).id).not.toBe(before.id);
    expect((await download(linkIn(answer))).status).toBe(200);
  });
});

describe.each(people)('in the direct conversation on Slack, in $language', ({ person, language }) => {
  it('the file itself comes, and no link', async () => {
    const client = platforms.slack(person);
    settled(await client.say('attendees SEM-1'));
    settled(await client.press(textsFor(language).actions[action].title, await client.until(listTitle(language))));
    const { ready, open, again } = attendeeFileTexts[language];
    const answer = await client.until(ready(6));
    expect(answer.buttons).toEqual([again, textsFor(language).actions['session.attendees'].title]);
    const { id, name } = await newest();
    await client.until(name, { after: answer });
    const shared = [...platforms.playground.slack.workspace.files.values()].at(-1);
    expect(shared?.name).toBe(name);
    const bytes = Buffer.from(shared?.content ?? []);
    await expectList(bytes, language);
    expect(JSON.stringify(client.messages())).not.toContain(id);
    expect(client.messages().filter((one) => one.conversation === answer.conversation)).toSatisfy(
      (seen: readonly SeenMessage[]) => seen.every(({ ephemeral, buttons }) => ephemeral || !buttons.includes(open)),
    );
  });
});

describe.each(people)('in the personal chat on Teams, in $language', ({ person, language }) => {
  const { offered } = textsFor(language).files;

  /** The list's file, by its link, and the question whether it may be saved. */
  async function ask() {
    const client = platforms.teams(person);
    settled(await client.say('attendees-file SEM-1'));
    const answer = await client.until(attendeeFileTexts[language].ready(6));
    return { client, answer, question: await client.until(offered, { after: answer }) };
  }

  it('the file itself comes to a person who allows it', async () => {
    const { client, question } = await ask();
    const { name } = await newest();
    settled(await client.press('Allow', question));
    expect((await client.until(name, { after: question })).buttons).toEqual([]);
    const saved = platforms.playground.teams.files.files().at(-1);
    expect(saved?.name).toBe(name);
    await expectList(Buffer.from(saved?.content ?? []), language);
  });

  it('a person who declines has the link', async () => {
    const { client, answer, question } = await ask();
    settled(await client.press('Decline', question));
    await expect.poll(() => client.messages().some(({ id }) => id === question.id)).toBe(false);
    expect((await download(linkIn(answer))).status).toBe(200);
  });
});

describe('who may not', () => {
  it.each([
    ['a participant on Slack', () => platforms.slack('ken'), 'not_allowed'],
    ['a participant on Teams', () => platforms.teams('tom'), 'not_allowed'],
  ] as const)('%s is refused', async (_, client, reason) => {
    const before = await platforms.database.file.count();
    settled(await client().say('attendees-file SEM-1'));
    await client().until(textsFor('en').refusals[reason]({}));
    expect(await platforms.database.file.count()).toBe(before);
  });

  it('the secretariat of another programme is refused, and learns of nothing', async () => {
    const other = await buildProgramme(platforms.services);
    await buildSession(platforms.services, other, { code: 'FAR-1' });
    const before = await platforms.database.file.count();
    for (const client of [platforms.slack('sara'), platforms.teams('sara')]) {
      settled(await client.say('attendees-file FAR-1'));
      await client.until(textsFor('en').refusals.not_found({}));
    }
    expect(await platforms.database.file.count()).toBe(before);
  });
});

describe('a link', () => {
  const over = `${textsFor('ja').chat.linkOver} / ${textsFor('en').chat.linkOver}\n`;
  const fresh = async () => {
    settled(await platforms.slack('sara').command('/spp attendees-file SEM-1'));
    return linkIn(await platforms.slack('sara').until(attendeeFileTexts.en.ready(6)));
  };

  it('tells nothing to what only looks', async () => {
    const address = await fresh();
    const head = await fetch(address, { method: 'HEAD', headers: browser });
    expect([head.status, head.headers.get('content-disposition')]).toEqual([204, null]);
    const preview = await fetch(address, { headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } });
    expect([preview.status, await preview.text()]).toEqual([403, '']);
    expect(await platforms.database.fileOpening.count({ where: { fileId: (await newest()).id } })).toBe(0);
  });

  it('that was forged says how to get a real one', async () => {
    const address = await fresh();
    const { status, bytes } = await download(`${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`);
    expect([status, bytes.toString()]).toEqual([404, over]);
  });

  it('says the same a day later, when its file is gone as well', async () => {
    const address = await fresh();
    const { id } = await newest();
    const { clock } = platforms.playground;
    clock.jumpTo(new Date(clock.now().getTime() + 24 * 3_600_000));
    const late = await download(address);
    expect([late.status, late.bytes.toString()]).toEqual([410, over]);
    await platforms.services.files.removeStale(platforms.services.clock.now());
    expect(await platforms.services.files.find(id)).toBeNull();
    expect((await download(address)).status).toBe(410);
  });
});
