/** The secretariat drops files into the chat: a dry run, questions about people, then the import; nothing of other programmes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Company, Programme } from '../../../prisma/client.js';
import { importTexts } from '../../../programme/import/texts.js';
import type { Values } from '../../../programme/messages/message.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  buttonsOf,
  outcomeOf,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { jsonFile, type Line, rosterText, session, type WrittenSession, programme as written } from './import-files.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let secretary: BuiltPerson;
let hana: BuiltPerson;
let counted = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
});
afterAll(async () => await test.close());

beforeEach(async () => {
  counted += 1;
  programme = await buildProgramme(services, { code: `P-${counted}` });
  company = await buildCompany(services, programme, { code: 'C1', kana: 'カイシャ' });
  const email = `office${counted}@office.example`;
  secretary = await buildPerson(services, { programme, role: 'secretariat', email });
  hana = await buildPerson(services, { programme, company, nameJa: '見本 花', email: `hana${counted}@old.example` });
});

function lineOf({ nameJa, nameEn, furigana, email }: BuiltPerson, different: Line = {}): Line {
  return {
    ...{ 'Name (Japanese)': nameJa, 'Name (English)': nameEn, Furigana: furigana || 'ミホン', 'E-mail': email ?? '' },
    ...{ 'Company code': company.code, 'Company name (Japanese)': company.nameJa },
    ...{ 'Company name (English)': company.nameEn, 'Company kana': company.kana || 'カイシャ' },
    ...{ Role: 'Participant', Level: 'Working' },
    ...different,
  };
}

function staff(): Line {
  const none = { 'Company code': '', 'Company name (Japanese)': '', 'Company name (English)': '', 'Company kana': '' };
  return lineOf(secretary, { ...none, Role: 'Secretariat', Level: '' });
}

const send = async (name: string, type: 'csv' | 'json', text: string | Uint8Array, by = secretary) =>
  await storeReceivedFile(services, by.id, { name, type, content: Buffer.from(text) });

const roster = async (lines: readonly Line[], by = secretary) => await send('roster.csv', 'csv', rosterText(lines), by);

const programmeFile = async (different: WrittenSession = {}, code = programme.code) =>
  await send('programme.json', 'json', jsonFile(written([session('MSM-1', different)], { code })).content);

/** What is asked a second later comes after what was shown before. */
async function propose(action: string, input: Values, by = secretary): Promise<RequestResult> {
  services.clock.advance({ seconds: 1 });
  return await ask(services, by, action, input, { origin: 'words' });
}

const drop = async (files: readonly string[], given: Values = {}, by = secretary) =>
  await propose('programme.import', { files, ...given }, by);

const agree = async (files: readonly string[], given: Values = {}, by = secretary) =>
  await ask(services, by, 'programme.import', { files, ...given }, { submitted: true });

function itemButtons({ reply }: RequestResult) {
  if (reply.kind === 'form') throw new Error('a form');
  return reply.message.elements
    .flatMap((element) => (element.kind === 'list' ? element.items : []))
    .flatMap(({ buttons }) => buttons)
    .flatMap((button) => ('input' in button ? [button] : []));
}

/** Those that stand by themselves. */
function buttonsWithInput({ reply }: RequestResult) {
  if (reply.kind === 'form') throw new Error('a form');
  return reply.message.elements
    .flatMap((element) => (element.kind === 'buttons' ? element.buttons : []))
    .flatMap((button) => ('input' in button ? [button] : []));
}

const current = async () =>
  await test.database.membership.findMany({
    where: { programmeId: programme.id, endedAt: null },
    orderBy: { personId: 'asc' },
    select: { personId: true, person: { select: { email: true } } },
  });

describe('a roster alone', () => {
  it('is shown first, writes nothing until it is agreed to, and leaves the sessions', async () => {
    await buildSession(services, programme);
    const before = await current();
    const files = [
      await roster([staff(), lineOf(hana), lineOf(hana, { 'Name (Japanese)': '新 人', 'E-mail': 'new@one.example' })]),
    ];
    const shown = await drop(files);
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain('“新 人 <new@one.example>”');
    expect(await current()).toEqual(before);
    expect(outcomeOf(await agree(files))).toBe('done');
    expect((await current()).map(({ person }) => person.email)).toContain('new@one.example');
    expect(await test.database.session.count({ where: { programmeId: programme.id } })).toBe(1);
    // Everything that it said is so now.
    expect(
      wordsOf(
        await drop([
          await roster([
            staff(),
            lineOf(hana),
            lineOf(hana, { 'Name (Japanese)': '新 人', 'E-mail': 'new@one.example' }),
          ]),
        ]),
      ),
    ).toContain(importTexts.en.preview(0));
  });

  it('with faults is refused with their lines', async () => {
    const shown = await drop([await roster([staff(), lineOf(hana, { 'E-mail': 'nonsense' })])]);
    expect([outcomeOf(shown), wordsOf(shown)]).toEqual([
      'refused',
      expect.stringContaining('roster.csv, line 3: “nonsense” is not an e-mail address.'),
    ]);
  });

  it('with a corrected address asks whether it is the same person, and goes on only then', async () => {
    const session = await buildSession(services, programme);
    const times = { createdAt: services.clock.now(), changedAt: services.clock.now() };
    await test.database.registration.create({
      data: {
        sessionId: session.id,
        personId: hana.id,
        mode: 'onsite',
        state: 'confirmed',
        registeredById: hana.id,
        ...times,
      },
    });
    const email = `hana${counted}@new.example`;
    const files = [await roster([staff(), lineOf(hana, { 'E-mail': email })])];
    const asked = await drop(files);
    const [same, other] = itemButtons(asked);
    expect(wordsOf(asked)).toContain(importTexts.en.asks(1, 0));
    expect(wordsOf(asked)).not.toContain(importTexts.en.preview(0));
    expect(same?.label).toContain(hana.email);
    expect(other?.label).toBe(importTexts.en.isOther);
    // Nothing to agree to is offered before it is answered, and a typed “yes” says what is missing.
    expect(buttonsOf(asked)).not.toContain('preview.confirm');
    expect(buttonsOf(asked)).toContain('preview.dismiss');
    expect(wordsOf(asked)).toContain(importTexts.en.refusals.unanswered());
    const agreed = await propose('preview.confirm', {});
    expect([outcomeOf(agreed), wordsOf(agreed)]).toEqual([
      'refused',
      expect.stringContaining(importTexts.en.refusals.unanswered()),
    ]);
    expect(wordsOf(await agree(files))).toContain(importTexts.en.refusals.unanswered());
    expect(same?.proposed).toBe(true);
    const answered = await drop(files, { answers: same?.input.answers });
    expect([outcomeOf(answered), itemButtons(answered)]).toEqual(['preview', []]);
    expect(buttonsOf(answered)).toEqual(['preview.confirm', 'preview.dismiss']);
    expect(await test.database.person.findUnique({ where: { id: hana.id } })).toMatchObject({ email: hana.email });
    expect(outcomeOf(await agree(files, { answers: same?.input.answers }))).toBe('done');
    expect(
      await test.database.person.findUnique({ where: { id: hana.id }, include: { registrations: true } }),
    ).toMatchObject({
      email,
      registrations: [{ state: 'confirmed' }],
    });
    expect((await current()).map(({ personId }) => personId)).toContain(hana.id);
  });

  it('with somebody else of the same name ends one and begins the other', async () => {
    const email = `hana${counted}@other.example`;
    const files = [await roster([staff(), lineOf(hana, { 'E-mail': email })])];
    const [, other] = itemButtons(await drop(files));
    expect(outcomeOf(await agree(files, { answers: other?.input.answers }))).toBe('done');
    const people = await current();
    expect(people.map(({ personId }) => personId)).not.toContain(hana.id);
    expect(people.map(({ person }) => person.email)).toContain(email);
  });

  it('gives nobody of another programme another address, which would open that one, too', async () => {
    const elsewhere = await buildProgramme(services);
    await test.database.membership.create({
      data: { programmeId: elsewhere.id, personId: hana.id, role: 'secretariat' },
    });
    const files = [await roster([staff(), lineOf(hana, { 'E-mail': `hana${counted}@mine.example` })])];
    const [same] = itemButtons(await drop(files));
    const answers = same?.input.answers;
    expect(wordsOf(await agree(files, { answers }))).toContain('also takes part in another programme');
    await test.database.membership.deleteMany({ where: { programmeId: elsewhere.id } });
    expect(outcomeOf(await agree(files, { answers }))).toBe('done');
  });
});

/** As Slack takes a button's value; Teams takes more. */
const LONGEST_VALUE = 2_000;

async function manyPeople(count: number, domain: string) {
  const people = Array.from({ length: count }, (_, at) =>
    lineOf(hana, {
      'Name (Japanese)': `見本 ${at}`,
      'Name (English)': `Sample ${at}`,
      'E-mail': `p${counted}.${at}@${domain}`,
    }),
  );
  return [await roster([staff(), lineOf(hana), ...people])];
}

describe('a company with a new domain', () => {
  const COUNT = 200;
  const after = 'a-rather-long-name-of-a-domain.after.example';
  let files: string[];

  beforeEach(async () => {
    expect(outcomeOf(await agree(await manyPeople(COUNT, 'before.example')))).toBe('done');
    files = await manyPeople(COUNT, after);
  });

  it('is asked about person by person, and no button grows with the answers', async () => {
    // Most are answered, as so many presses take long; what is shown holds all of it.
    const answered = Array.from(
      { length: COUNT - 20 },
      (_, at) => `p${counted}.${at}@${after}=p${counted}.${at}@before.example`,
    );
    let shown = await drop(files, { answers: answered });
    for (let left = 20; left > 0; left -= 1) {
      const buttons = itemButtons(shown);
      expect(Math.max(...buttons.map((button) => JSON.stringify(button.input).length))).toBeLessThan(LONGEST_VALUE / 4);
      shown = await propose('programme.import', buttons[0]?.input ?? {});
    }
    expect(buttonsOf(shown)).toEqual(['preview.confirm', 'preview.dismiss']);
    // Somebody changes what it rests on: it is shown again, and no answer is lost.
    await test.database.person.update({ where: { id: hana.id }, data: { nameEn: 'Changed meanwhile' } });
    const outdated = await propose('preview.confirm', {});
    expect([outcomeOf(outdated), buttonsOf(outdated)]).toEqual(['refused', ['programme.import']]);
    const [again] = buttonsWithInput(outdated);
    expect(JSON.stringify(again?.input).length).toBeLessThan(LONGEST_VALUE / 4);
    expect(buttonsOf(await propose('programme.import', again?.input ?? {}))).toEqual([
      'preview.confirm',
      'preview.dismiss',
    ]);
    expect(outcomeOf(await propose('preview.confirm', {}))).toBe('done');
    expect(await emailsAt('after.example')).toBe(COUNT);
    expect(await emailsAt('before.example')).toBe(0);
  });

  it('is answered for at once, but for those who were answered before', async () => {
    const first = itemButtons(await drop(files));
    const other = first.find(({ label }) => label === importTexts.en.isOther);
    const shown = await propose('programme.import', other?.input ?? {});
    const all = buttonsWithInput(shown).find(({ label }) => label === importTexts.en.allSame(COUNT - 1));
    const settled = await propose('programme.import', all?.input ?? {});
    expect(buttonsOf(settled)).toEqual(['preview.confirm', 'preview.dismiss']);
    expect(outcomeOf(await propose('preview.confirm', {}))).toBe('done');
    expect(await emailsAt('after.example')).toBe(COUNT);
    // Somebody else ended, and keeps the address.
    expect(
      await test.database.person.count({
        where: { email: { startsWith: `p${counted}.`, endsWith: 'before.example' } },
      }),
    ).toBe(1);
  });
});

const emailsAt = async (domain: string) =>
  (await current()).filter(({ person }) => person.email?.endsWith(domain)).length;

it('a roster of a thousand is brought in and changed as a whole, however long that takes', async () => {
  const COUNT = 1_000;
  const first = await manyPeople(COUNT, 'first.example');
  for (const files of [first, await manyPeople(COUNT, 'second.example')]) {
    const shown = await drop(files, { same: true });
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    const done = await propose('preview.confirm', {});
    expect(outcomeOf(done), wordsOf(done)).toBe('done');
  }
  expect(await emailsAt('second.example')).toBe(COUNT);
});

describe('a programme alone', () => {
  it('brings sessions with their dates, and leaves the people and whom to trust', async () => {
    await test.database.binding.create({ data: { programmeId: programme.id, platform: 'slack', tenant: 'T0KEPT' } });
    const before = await current();
    const files = [await programmeFile({ deadline: '2023-11-01T17:00' })];
    const shown = await drop(files);
    expect(wordsOf(shown)).toContain('Thu, 7 Nov 2024 15:30–17:00');
    expect(wordsOf(shown)).toContain('371 days before the start');
    expect(outcomeOf(await agree(files))).toBe('done');
    expect(await current()).toEqual(before);
    expect(await test.database.binding.count({ where: { programmeId: programme.id } })).toBe(1);
    expect(await test.database.session.count({ where: { programmeId: programme.id, code: 'MSM-1' } })).toBe(1);
  });

  it('of another code is refused with the line, and changes no other programme', async () => {
    const other = await buildProgramme(services, { code: `OTHER-${counted}` });
    const files = [await programmeFile({}, other.code)];
    for (const result of [await drop(files), await agree(files)]) {
      expect(outcomeOf(result)).toBe('refused');
      expect(wordsOf(result)).toMatch(
        /programme\.json, line 1, programme\.code: .*the operator imports other programmes/,
      );
    }
    expect(await test.database.session.count({ where: { programmeId: other.id } })).toBe(0);
  });
});

it('both files together are one import; two of one kind are not', async () => {
  const files = [await roster([staff(), lineOf(hana)]), await programmeFile()];
  expect(outcomeOf(await agree(files))).toBe('done');
  const twice = await drop([await roster([staff()]), await roster([staff()])]);
  expect(wordsOf(twice)).toContain(importTexts.en.refusals.too_many_files());
});

it('without a file it says how, and what a participant sends is not read', async () => {
  expect(wordsOf(await ask(services, secretary, 'programme.import', {}))).toContain(importTexts.en.refusals.no_files());
  const files = [await roster([staff()], hana)];
  for (const result of [await drop(files, {}, hana), await agree(files, {}, hana)])
    expect(outcomeOf(result)).toBe('refused');
});
