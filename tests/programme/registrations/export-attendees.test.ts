/** The attendee list as a file: who comes, how, from where, in the reader's language, with real dates and numbers. */
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Company, Programme, Session } from '../../../prisma/client.js';
import type { FileElement } from '../../../programme/messages/message.js';
import { attendeeFileTexts } from '../../../programme/registrations/attendee-file-texts.js';
import { findEveryAttendee } from '../../../programme/registrations/attendee-list.queries.js';
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
  done,
  outcomeOf,
  refused,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let session: Session;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  company = await buildCompany(services, programme, {
    code: 'AOI',
    nameJa: '株式会社青',
    nameEn: 'Aoi Corp',
    kana: 'アオ',
  });
  session = await buildSession(services, programme, { code: 'MSM-1', roomCapacity: 1 });
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

const about = (more: object = {}) => ({ session: session.id, ...more });
const participant = async (nameEn: string, more: Partial<Parameters<typeof buildPerson>[1]> = {}) =>
  await buildPerson(services, { programme, company, nameEn, nameJa: `${nameEn}様`, ...more });

async function fileFor(person: BuiltPerson): Promise<FileElement> {
  const performed = await ask(services, person, 'session.attendees-file', about());
  expect(outcomeOf(performed)).toBe('done');
  const { reply } = performed;
  const file = reply.kind === 'message' && reply.message.elements.find((one) => one.kind === 'file');
  if (!file) throw new Error('the reply holds no file');
  expect(buttonsOf(performed)).toEqual(['session.attendees-file', 'session.attendees']);
  return file;
}

async function bytesOf(id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of services.files.read(id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The sheets by name, each row as an object by its column's title. */
async function sheetsFor(person: BuiltPerson) {
  const sheets = await readXlsxFile(await bytesOf((await fileFor(person)).file));
  return new Map(
    sheets.map(({ sheet, data }) => {
      const [titles = [], ...rows] = data;
      return [sheet, rows.map((row) => Object.fromEntries(titles.map((title, at) => [String(title), row[at]])))];
    }),
  );
}

/** The reader of workbooks loses a millisecond here and there. */
const minute = (value: unknown) =>
  value instanceof Date ? new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString() : value;

it('says who comes, how and from where, who waits, who does not and who has not answered', async () => {
  const first = await participant('Anna');
  const waits = await participant('Bob', { level: 'management' });
  const declines = await participant('Cho');
  const sends = await participant('Dan');
  const comesInstead = await participant('Eve');
  const cancels = await participant('Fay');
  await participant('Gil');
  await done(services, first, 'session.register', about({ mode: 'onsite' }));
  services.clock.advance({ minutes: 90 });
  await done(services, waits, 'session.register', about({ mode: 'onsite' }));
  await done(services, declines, 'session.decline', about());
  await done(services, sends, 'session.register', about({ mode: 'online' }));
  await done(services, sends, 'session.substitute', about({ substitute: comesInstead.id }));
  await done(services, cancels, 'session.register', about({ mode: 'online' }));
  await done(services, secretary, 'session.cancel', about({ person: cancels.id }));
  services.clock.set('2024-11-07T16:00:00+09:00');
  await done(services, secretary, 'session.record', about({ people: [first.id], came: 'online' }));

  const sheets = await sheetsFor(secretary);
  expect([...sheets.keys()]).toEqual(['Attendees', 'Not answered', 'Summary']);
  const rows = sheets.get('Attendees') ?? [];
  const { columns } = attendeeFileTexts.en;
  const by = new Map(rows.map((row) => [row[columns.name], row]));
  expect(rows.map((row) => row[columns.name]).toSorted()).toEqual(['Anna', 'Bob', 'Cho', 'Dan', 'Eve', 'Fay', 'Gil']);
  expect({ ...by.get('Anna'), 'Answered at (Asia/Tokyo)': undefined }).toEqual({
    'Company code': 'AOI',
    Company: 'Aoi Corp',
    'Outside the programme': null,
    Name: 'Anna',
    Reading: first.furigana,
    Level: 'Working',
    Answer: 'registered',
    Attendance: 'on site',
    'On the waitlist for': null,
    'Place on the waitlist': null,
    'Substitute for': null,
    'Answered by': 'Anna',
    'Answered at (Asia/Tokyo)': undefined,
    'Actual attendance': 'attended online',
    'Reached in chat': null,
  });
  const answeredAt = columns.answeredAt('Asia/Tokyo');
  // As the clock on a wall in Japan shows it: a workbook knows no time zones.
  expect(minute(by.get('Anna')?.[answeredAt])).toBe('2024-10-01T09:00:00.000Z');
  expect(minute(by.get('Bob')?.[answeredAt])).toBe('2024-10-01T10:30:00.000Z');
  expect(by.get('Bob')).toMatchObject({
    ...{ Level: 'Management', Answer: 'on the waitlist', 'On the waitlist for': 'on site' },
    ...{ 'Place on the waitlist': 1, 'Actual attendance': null },
  });
  expect(by.get('Cho')).toMatchObject({ Answer: 'will not attend', Attendance: null });
  expect(by.get('Dan')).toMatchObject({ Answer: 'sends a substitute', Attendance: null });
  expect(by.get('Eve')).toMatchObject({ Answer: 'registered', Attendance: 'online', 'Substitute for': 'Dan' });
  expect(by.get('Fay')).toMatchObject({ Answer: 'cancelled', 'Answered by': secretary.nameEn });
  expect(by.get('Gil')).toMatchObject({ Answer: 'not answered', 'Answered by': null, [answeredAt]: null });
  expect(sheets.get('Not answered')?.map((row) => row.Name)).toEqual(['Gil']);
  const summary = new Map(sheets.get('Summary')?.map(({ Item, Value }) => [Item, minute(Value)]));
  expect(Object.fromEntries(summary)).toEqual({
    ...{ Session: 'MSM-1 Human rights policy seminar', 'Start (Asia/Tokyo)': '2024-11-07T15:30:00.000Z' },
    ...{ 'End (Asia/Tokyo)': '2024-11-07T17:00:00.000Z', 'Made at (Asia/Tokyo)': '2024-11-07T16:00:00.000Z' },
    ...{
      'People it is meant for': 7,
      'Companies of the programme': 1,
      'Of them guests from outside': 0,
      registered: 2,
      'on site': 1,
      online: 1,
      'on the waitlist': 1,
    },
    ...{ 'will not attend': 1, cancelled: 1, 'sends a substitute': 1, 'not answered': 1, Attended: 1 },
  });
});

it('speaks the reader’s language, down to the names of people, sheets and the file', async () => {
  await participant('Anna');
  const reader = await buildPerson(services, { programme, role: 'secretariat', language: 'ja' });
  const { name, label } = await fileFor(reader);
  expect([name, label]).toEqual(['MSM-1_参加者一覧_2024-10-01.xlsx', 'ファイルを開く']);
  const sheets = await sheetsFor(reader);
  expect([...sheets.keys()]).toEqual(['参加者', '未回答', '集計']);
  expect(sheets.get('参加者')).toMatchObject([
    { 会社: '株式会社青', お名前: 'Anna様', 階層: '実務担当者', 回答: '未回答' },
  ]);
  // What is not a name is in one language only.
  const words = JSON.stringify([...sheets].map(([, rows]) => rows.map((row) => Object.keys(row))));
  expect(words).not.toMatch(/[a-z]{3,}(?<!Asia|Tokyo)\b/);
});

it('has every word in both languages', () => {
  const paths = (value: object, at = ''): string[] =>
    Object.entries(value).flatMap(([name, inner]) =>
      typeof inner === 'object' && inner !== null ? paths(inner, `${at}.${name}`) : [`${at}.${name}`],
    );
  expect(paths(attendeeFileTexts.en)).toEqual(paths(attendeeFileTexts.ja));
  for (const people of [0, 1, 2]) {
    expect(attendeeFileTexts.ja.ready(people)).toMatch(/です。|ました/);
    expect(attendeeFileTexts.en.ready(people)).toMatch(/^[\x20-\x7e]+$/);
  }
});

it('keeps as text what somebody has written to be calculated', async () => {
  const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("https://evil.example")'];
  for (const name of names) await participant(name);
  const { sheets } = attendeeFileTexts.en;
  const rows = (await sheetsFor(secretary)).get(sheets.everyone) ?? [];
  expect(rows.map(({ Name }) => String(Name).trim()).toSorted()).toEqual(names.map((name) => name.trim()).toSorted());
});

it('lists everyone once, and nobody who left without an answer', async () => {
  const people = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) people.push((await participant(name)).id);
  await participant('Gone', { endedAt: services.clock.now() });
  const found = await findEveryAttendee(test.database, session.id);
  expect(found.map(({ personId }) => personId).toSorted()).toEqual(people.toSorted());
});

it('lists only those whom the session is meant for, and who comes all the same', async () => {
  session = await buildSession(services, programme, { audience: 'management' });
  const working = await participant('Anna');
  await participant('Bob', { level: 'management' });
  const names = async () => (await findEveryAttendee(test.database, session.id)).map(({ name }) => name.en);
  expect(await names()).toEqual(['Bob']);
  await test.database.registration.create({
    data: {
      ...{ sessionId: session.id, personId: working.id, mode: 'onsite', state: 'confirmed' },
      ...{ registeredById: secretary.id, createdAt: services.clock.now(), changedAt: services.clock.now() },
    },
  });
  expect((await names()).toSorted()).toEqual(['Anna', 'Bob']);
});

describe('the file', () => {
  it('belongs to the programme and its reader, and is deleted when its link is over', async () => {
    const { file } = await fileFor(secretary);
    const row = await test.database.file.findUniqueOrThrow({ where: { id: file } });
    expect(row).toMatchObject({ programmeId: programme.id, personId: secretary.id, companyId: null });
    services.clock.advance({ hours: 24 });
    await services.files.removeStale(services.clock.now());
    expect(await services.files.find(file)).toBeNull();
  });

  it('is made for nobody else: not for participants, not for another programme’s secretariat', async () => {
    const other = await buildPerson(services, { programme: await buildProgramme(services), role: 'secretariat' });
    const { refusals } = textsFor('en');
    const before = await test.database.file.count();
    expect(await refused(services, await participant('Anna'), 'session.attendees-file', about())).toContain(
      refusals.not_allowed({}),
    );
    expect(await refused(services, other, 'session.attendees-file', about())).toContain(refusals.not_found({}));
    expect(await refused(services, other, 'session.attendees-file', { session: 'MSM-1' })).toContain(
      refusals.not_found({}),
    );
    expect(await test.database.file.count()).toBe(before);
  });

  it('is offered on the list itself', async () => {
    expect(buttonsOf(await ask(services, secretary, 'session.attendees', about()))).toContain('session.attendees-file');
  });
});
