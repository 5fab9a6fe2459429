/** A file in the personal chat is offered for the person's OneDrive: brought once, to Microsoft's hosts only, for those whose offer it is. */
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../../playground/client.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { invokeActivity } from '../../../playground/teams/activities.js';
import type { TeamsClient } from '../../../playground/teams/client.js';
import { fieldsOf, fileConsentType, fileInfoType, listOf, textOf } from '../../../playground/teams/wire.js';
import { signedLinks } from '../../../programme/files/file-links.js';
import { attendeeFileTexts } from '../../../programme/registrations/attendee-file-texts.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

const en = textsFor('en');
let fixture: TeamsFixture;

beforeAll(async () => {
  fixture = await openTeamsFixture();
  await fixture.alex.install();
  await fixture.haruka.install();
});
beforeEach(() => {
  fixture.log.length = 0;
});
afterEach(() => {
  fixture.teams.clearTroubles();
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
});
afterAll(() => fixture.close());

interface Offered {
  /** The message, which brings the link. */
  readonly message: SeenMessage;
  /** The consent card below it. */
  readonly card: SeenMessage;
}

const attachmentOf = ({ payload }: SeenMessage) => fieldsOf(listOf(fieldsOf(payload).attachments)[0]);
const contextOf = (card: SeenMessage) => fieldsOf(attachmentOf(card).content).acceptContext;
const uploads = () => fixture.teams.traffic().filter(({ what }) => what === 'file upload');

/** Asks for the list of attendees. */
async function offered(on = fixture): Promise<Offered> {
  const alex = on.alex;
  expect((await alex.say('attendees-file MSM-1')).error).toBeUndefined();
  const message = await alex.until(attendeeFileTexts.en.ready(1));
  const card = await alex.until(en.files.offered, { after: message });
  return { message, card };
}

/** What stands where the card was. */
const instead = async (card: SeenMessage, text: string | RegExp, client = fixture.alex) =>
  await client.until(text, { after: card });

const storedBytes = async () => {
  const { id } = await fixture.test.database.file.findFirstOrThrow({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const chunks = await fixture.test.database.fileChunk.findMany({
    where: { fileId: id },
    orderBy: { position: 'asc' },
  });
  return Buffer.concat(chunks.map(({ bytes }) => bytes));
};

/** Answers a card as a client does that was tampered with. */
async function answerWith(client: TeamsClient, card: SeenMessage, given: object): Promise<number | undefined> {
  const { directory } = fixture.teams.store;
  const user = directory.user(client.user.id);
  if (user === undefined) throw new Error('no such person');
  const conversation = fixture.teams.store.personal(user);
  const { name, content } = attachmentOf(card);
  const value = {
    type: 'fileUpload',
    action: 'accept',
    context: contextOf(card),
    uploadInfo: fixture.teams.files.consent(String(name), Number(fieldsOf(content).sizeInBytes)),
    ...given,
  };
  const activity = invokeActivity(fixture.teams.sender, { user, conversation }, 'fileConsent/invoke', value, card.id);
  return (await fixture.teams.deliver(activity)).status;
}

it('allowed, it is brought whole, and its card takes the fixture of the question', async () => {
  const { message, card } = await offered();
  expect(attachmentOf(card)).toMatchObject({ contentType: fileConsentType, name: expect.stringMatching(/\.xlsx$/) });
  expect(message.text + JSON.stringify(message.payload)).toContain('https://bot.example.org/files/');
  const before = uploads().length;
  expect((await fixture.alex.press('Allow', card)).error).toBeUndefined();
  const shown = await instead(card, /\.xlsx/);
  expect([shown.id, attachmentOf(shown).contentType]).toEqual([card.id, fileInfoType]);
  const id = textOf(fieldsOf(attachmentOf(shown).content).uniqueId);
  const brought = fixture.teams.files.download(id ?? '');
  expect(Buffer.from(brought?.content ?? []).equals(await storedBytes())).toBe(true);
  expect(uploads().slice(before)).toMatchObject([{ status: 201 }]);
});

it('declined, the question goes and the link stays', async () => {
  const { message, card } = await offered();
  const before = uploads().length;
  expect((await fixture.alex.press('Decline', card)).error).toBeUndefined();
  await expect.poll(() => fixture.alex.messages().some(({ id }) => id === card.id)).toBe(false);
  expect(fixture.alex.messages().some(({ id }) => id === message.id)).toBe(true);
  expect(uploads().length).toBe(before);
});

describe('allowed again', () => {
  /** How many uploads there are for two answers at once and one afterwards. */
  async function uploadsOf(on: TeamsFixture): Promise<number> {
    const { card } = await offered(on);
    const before = on.teams.traffic().filter(({ what }) => what === 'file upload').length;
    await Promise.all([on.alex.press('Allow', card), on.alex.press('Allow', card)]);
    await on.alex.until(/\.xlsx/, { after: card });
    const [last] = on.alex.deliveries.slice(-1);
    if (last !== undefined) await on.teams.redeliver(last, { newId: true });
    // Closing waits for whatever is still at work.
    await on.bot.close();
    return on.teams.traffic().filter(({ what }) => what === 'file upload').length - before;
  }

  it('has no second effect', async () => {
    expect(await uploadsOf(fixture)).toBe(1);
  });

  it('has one where nothing stops a key from being stored twice', async () => {
    const other = await openTeamsFixture();
    try {
      await other.alex.install();
      await other.test.database.$executeRaw`ALTER TABLE request DROP CONSTRAINT request_pkey`;
      expect(await uploadsOf(other)).toBeGreaterThan(1);
    } finally {
      await other.close();
    }
  });
});

describe('an offer that does not hold', () => {
  const refuses = async (client: TeamsClient, card: SeenMessage, given: object, words: string) => {
    const before = uploads().length;
    expect(await answerWith(client, card, given)).toBe(200);
    await client.until(words);
    expect(uploads().length).toBe(before);
  };

  it('was forged', async () => {
    const { card } = await offered();
    const offer = String(fieldsOf(contextOf(card)).spp);
    const [, expires = '', signature = ''] = offer.split('.');
    const other = `00000000-0000-4000-8000-000000000000.${expires}.${signature}`;
    const later = `${offer.split('.')[0]}.${Number(expires) + 1}.${signature}`;
    for (const context of [{ spp: other }, { spp: later }, { spp: '' }, { spp: 7 }, null, 'x']) {
      const { card: fresh } = await offered();
      await refuses(fixture.alex, fresh, { context }, en.files.offerOver);
    }
  });

  it('is another person’s', async () => {
    const { card } = await offered();
    await refuses(fixture.haruka, card, {}, textsFor('ja').files.offerOver);
  });

  it('is over', async () => {
    const { card } = await offered();
    const [file = ''] = String(fieldsOf(contextOf(card)).spp).split('.');
    const account = await fixture.test.database.account.findFirstOrThrow({
      where: { person: { email: 'alex.morgan@spp.example' } },
    });
    const at = (hours: number) => {
      const now = () => new Date(Date.now() - hours * 3_600_000);
      return { spp: signedLinks('a secret of the tests', { now }, () => null).offerTo(file, account) };
    };
    await refuses(fixture.alex, card, { context: at(25) }, en.files.offerOver);
    // The control: the very same offer holds within its day.
    const { card: fresh } = await offered();
    const before = uploads().length;
    expect(await answerWith(fixture.alex, fresh, { context: at(23) })).toBe(200);
    await instead(fresh, /\.xlsx/);
    expect(uploads().length).toBe(before + 1);
  });

  it('is of somebody who has left the programme', async () => {
    const { card } = await offered();
    const membership = { person: { email: 'alex.morgan@spp.example' } };
    await fixture.test.database.membership.updateMany({ where: membership, data: { endedAt: new Date() } });
    try {
      await refuses(fixture.alex, card, {}, en.refusals.file_not_found({}));
    } finally {
      await fixture.test.database.membership.updateMany({ where: membership, data: { endedAt: null } });
    }
  });
});

describe('an upload that fails', () => {
  let foreign: Server;
  const heard: string[] = [];
  let address = '';
  beforeAll(async () => {
    foreign = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.writeHead(201).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => foreign.once('listening', resolve));
    const bound = foreign.address();
    address = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : '';
  });
  afterAll(async () => {
    await new Promise((resolve) => foreign.close(resolve));
  });

  it('is left to the link, in words', async () => {
    const { card } = await offered();
    fixture.teams.trouble({ on: ['file upload'], fault: 'status', status: 503 });
    await fixture.alex.press('Allow', card);
    const answer = await instead(card, en.files.notUploaded);
    expect(answer.text + JSON.stringify(answer.payload)).toContain('https://bot.example.org/files/');
  });

  it('in words, too, where Teams names no address', async () => {
    const { card } = await offered();
    expect(await answerWith(fixture.alex, card, { uploadInfo: { name: 'a.xlsx' } })).toBe(200);
    await instead(card, en.files.notUploaded);
  });

  it.each([
    ['a host of no relation', () => `${address}/upload`],
    ['a host that is called like one', () => 'https://sharepoint.com.evil.example/upload'],
    ['a host behind a name and a password', () => 'https://contoso.sharepoint.com:x@evil.example/upload'],
    ['a port of its own', () => 'https://contoso.sharepoint.com:8443/upload'],
    ['no https', () => 'http://contoso.sharepoint.com/upload'],
    ['an address inside', () => 'https://169.254.169.254/upload'],
  ])('goes to %s: nothing is sent there', async (_, uploadUrl) => {
    const { card } = await offered();
    const uploadInfo = { ...fixture.teams.files.consent('a.xlsx', 1), uploadUrl: uploadUrl() };
    expect(await answerWith(fixture.alex, card, { uploadInfo })).toBe(200);
    await instead(card, en.files.notUploaded);
    expect(heard).toEqual([]);
    expect(JSON.stringify(fixture.log)).toContain('the address is not Microsoft’s');
  });

  it('shows no page elsewhere as the file’s', async () => {
    const { card } = await offered();
    const uploadInfo = { ...fixture.teams.files.consent('a.xlsx', 1), contentUrl: 'https://evil.example/a.xlsx' };
    expect(await answerWith(fixture.alex, card, { uploadInfo })).toBe(200);
    await instead(card, en.files.notUploaded);
  });
});
