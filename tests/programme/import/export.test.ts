/** The export of a programme and its roster: imported again it changes nothing, and in an empty database it makes the same programme. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { type ExportedFile, makeExportFiles, refusedOf } from '../../../programme/import/export-files.js';
import { guardedCell, unguardedCell } from '../../../programme/import/guard-cells.js';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { readExport } from '../../../programme/import/read-export.js';
import {
  adviser,
  jsonFile,
  type Line,
  participant,
  programme,
  projectFile,
  rosterFile,
  said,
  session,
} from './import-files.js';
import { createImportPlace, type ImportPlace, now, worded } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const onlyProgramme = async () => await place.test.database.programme.findFirstOrThrow();

async function exported(language: 'ja' | 'en' = 'ja') {
  const { id } = await onlyProgramme();
  const viewer = { kind: 'programme', programmeId: id } as const;
  const read = await inTransaction(place.test.database, (transaction) => readExport(transaction, id), { viewer });
  return { ...read, files: await makeExportFiles(read, language) };
}

function fileOf(files: readonly ExportedFile[], name: string) {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return { name, content: file.bytes };
}

const textOf = (files: readonly ExportedFile[], name: string) =>
  Buffer.from(fileOf(files, name).content).toString('utf8');

/** What an import of these files does, in words. */
async function imported(files: readonly ExportedFile[], roster: 'roster.csv' | 'roster.xlsx', dryRun = true) {
  const given = { programmeFile: fileOf(files, 'programme.json'), rosterFile: fileOf(files, roster), dryRun };
  const result = await importProgramme(place.services, given);
  if (!result.ok) throw new Error(JSON.stringify(said(result.faults)));
  return { changes: worded(result.changes), questions: result.questions, warnings: said(result.warnings) };
}

/** Both kinds of roster change nothing; the same programme in an empty database is exported byte by byte the same. */
async function expectRoundTrip() {
  for (const language of ['ja', 'en'] as const) {
    const { files } = await exported(language);
    expect(await refusedOf(files, now)).toEqual([]);
    for (const roster of ['roster.csv', 'roster.xlsx'] as const) {
      expect(await imported(files, roster)).toMatchObject({ changes: [], questions: [] });
    }
  }
  const { files } = await exported();
  await place.empty();
  const { changes } = await imported(files, 'roster.csv', false);
  expect(changes.length).toBeGreaterThan(0);
  const again = await exported();
  for (const name of ['programme.json', 'roster.csv']) expect(textOf(again.files, name)).toBe(textOf(files, name));
}

function withoutIds<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Omit<Row, 'id'>[] {
  return rows.map(({ id: _new, ...row }) => row);
}

describe('the sample', () => {
  it('comes back as it was', async () => {
    const files = {
      programmeFile: projectFile('prisma/sample/programme.json'),
      rosterFile: projectFile('prisma/sample/roster.csv'),
    };
    expect(await importProgramme(place.services, { ...files, dryRun: false })).toMatchObject({ ok: true });
    const before = await place.everything();
    await expectRoundTrip();
    const after = await place.everything();
    expect(after.people.length).toBeGreaterThan(0);
    expect(withoutIds(after.people)).toEqual(withoutIds(before.people));
    expect(after.companies.map(({ code, nameJa }) => [code, nameJa])).toEqual(
      before.companies.map(({ code, nameJa }) => [code, nameJa]),
    );
  });
});

const odd = [
  "=cmd|' /C calc'!A0",
  '+81',
  '-見本',
  '@見本',
  "'=見本",
  '＝見本',
  'O\'Neil, "Quinn"',
  '見本; 太郎',
  '𠮷野家',
];
const name = fc.oneof(fc.constantFrom(...odd), fc.constantFrom('見本 太郎', '見本 花子', '相談 員子', '高橋 一郎'));
const kana = fc.constantFrom('ミホン タロウ', 'ミホン ハナコ', 'タカハシ イチロウ', '-ミホン');

const generatedPerson = fc.record({
  company: fc.integer({ min: 1, max: 4 }),
  nameJa: name,
  nameEn: name,
  furigana: kana,
  level: fc.constantFrom('Management', 'Working'),
  language: fc.constantFrom('Japanese', 'English', ''),
  zone: fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', ''),
  code: fc.boolean(),
});

const generatedSession = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  method: fc.constantFrom('in_person', 'online', 'mixed'),
  kind: fc.constantFrom('seminar', 'workshop', 'meeting', 'closing'),
  audience: fc.constantFrom('management', 'working', 'all'),
  zone: fc.constantFrom(undefined, 'Asia/Tokyo', 'America/New_York'),
  /** In New York clocks show this hour twice on 3 November 2024. */
  hour: fc.constantFrom('05:30Z', '06:30Z', '09:00Z'),
  group: fc.option(fc.integer({ min: 2, max: 8 }), { nil: null }),
  calledOff: fc.constantFrom(undefined, '', '台風のため'),
  speakers: fc.array(
    fc.oneof(
      fc.constant('経済産業省'),
      fc.record({ nameJa: fc.constant('講師 様'), nameEn: fc.constant('A speaker') }),
    ),
    {
      maxLength: 2,
    },
  ),
});

const terms = fc.record(
  {
    consultations: fc.integer({ min: 0, max: 5 }),
    guardHours: fc.integer({ min: 0, max: 100 }),
    absenceUses: fc.boolean(),
    openRecords: fc.boolean(),
    openDrafts: fc.boolean(),
    modelUse: fc.constantFrom('off', 'without_names', 'with_names'),
    quietDays: fc.integer({ min: 1, max: 30 }),
    concernContacts: fc.constantFrom(
      [],
      [{ nameJa: '相談窓口', nameEn: 'Helpline', reachJa: '0120-000-000、「平日」', reachEn: '0120-000-000' }],
    ),
    approvalFrom: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
    windows: fc.constantFrom([], ['09:00-12:00', '13:00-17:00'], ['00:00-24:00']),
    closures: fc.constantFrom(
      [],
      [
        { firstDay: '2024-12-28', lastDay: '2025-01-05', nameJa: '年末年始', nameEn: 'New Year' },
        { firstDay: '2024-11-01', lastDay: '2024-11-01', nameJa: '創立記念日', nameEn: 'Foundation' },
      ],
    ),
    reminders: fc.constantFrom({}, { session: ['1h', '7d', '30m'], deadline: ['-1d', '0d'], invitation: ['-3d'] }),
  },
  { requiredKeys: [] },
);

const generated = fc.record({
  people: fc.array(generatedPerson, { minLength: 1, maxLength: 10 }),
  sessions: fc.array(generatedSession, { maxLength: 4 }),
  terms,
  deliverables: fc.integer({ min: 0, max: 3 }),
  texts: fc.boolean(),
  advised: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});

type Generated = typeof generated extends fc.Arbitrary<infer One> ? One : never;

function contentOf({ sessions, terms: given, deliverables, texts }: Generated) {
  const written = sessions.map(({ day, hour, zone, method, group, calledOff, speakers, kind, audience }, at) => {
    const date = `2024-11-${String(day).padStart(2, '0')}`;
    const room = method === 'online' ? {} : { venueJa: '会場', roomCapacity: 20 };
    const line = method === 'in_person' ? {} : { link: 'https://meet.example/room', lineCapacity: 30 };
    const agenda = [{ titleJa: '講義', titleEn: 'Lecture', kind: 'lecture', speakers }];
    return session(`S-${at}`, {
      ...{
        startsAt: `${date}T${hour}`,
        endsAt: `${date}T10:30Z`,
        deadline: '2024-11-01T00:00Z',
        method,
        kind,
        audience,
      },
      ...(zone !== undefined && { timeZone: zone }),
      ...room,
      ...line,
      ...{ agenda, groupWork: group !== null, groupSize: group },
      ...(calledOff !== undefined && { calledOff }),
    });
  });
  const types = Array.from({ length: deliverables }, (_, at) => ({
    ...{ code: `d-${deliverables - at}`, titleJa: `成果物${at}`, titleEn: `Deliverable ${at}` },
    ...(at === 0 && { checklist: 'human_rights_policy', dueOn: '2025-03-31' }),
    ...(at > 0 && { dependsOn: `d-${deliverables}`, reviewDays: 7 }),
  }));
  const plan = [{ company: 'P01', adviser: 'adviser@sharoshi.example', startsAt: '2025-02-03T10:00' }];
  const content = programme(written, { ...given, deliverables: types }, [
    { company: null, slack: ['T0OFFICE'], teams: ['11111111-1111-4111-8111-111111111111'] },
  ]);
  const [first] = written;
  const ofSession = { session: 'S-0', section: 'voices', ja: '良かったです', en: 'It was good', said: 'ja' };
  const report = [
    { section: 'organiser', ja: '主催者', en: '' },
    { section: 'purpose', ja: '=目的\n二行目', en: 'Purpose' },
  ];
  return {
    ...content,
    ...((given.consultations ?? 2) > 0 && { consultationPlan: plan }),
    ...(texts && { report: [...report, ...(first === undefined ? [] : [ofSession])] }),
  };
}

function linesOf({ people, advised }: Generated): readonly Line[] {
  const lines = people.map((one, at): Line => {
    const company = one.company;
    return participant(at, {
      'Company code': `P0${company}`,
      'Company name (Japanese)': guardedCell(odd[company] ?? '会社'),
      'Company name (English)': `Company ${company}`,
      'Company kana': 'カイシャ',
      'Name (Japanese)': guardedCell(one.nameJa),
      'Name (English)': guardedCell(one.nameEn),
      Furigana: guardedCell(one.furigana),
      'E-mail': at % 3 === 0 ? `'+person${at}@one.example` : `person${at}@one.example`,
      Level: one.level,
      Language: one.language,
      'Time zone': one.zone,
      'Slack workspace': company === 1 ? 'T0FIRST, T0SECOND' : '',
      'Person code': one.code ? `C-${at}` : '',
      'Job title (Japanese)': one.code ? guardedCell(one.nameJa) : '',
      'Job title (English)': one.code ? 'General manager' : '',
      Advisers: advised[company - 1] ? 'adviser@sharoshi.example, second@sharoshi.example' : '',
    });
  });
  const staff = [adviser(), adviser({ 'E-mail': 'second@sharoshi.example', 'Person code': 'A-2' })];
  // An adviser who is also a speaker, and namesakes within a company.
  return [...lines, ...staff, adviser({ Role: 'Speaker' })];
}

describe('any programme', () => {
  it('comes back as it was', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (one) => {
        await place.empty();
        const result = await place.attempt(contentOf(one), linesOf(one));
        if (!result.ok) throw new Error(JSON.stringify(said(result.faults)));
        await expectRoundTrip();
      }),
      { numRuns: 25 },
    );
  });
});

describe('what was done in the chat', () => {
  const basic = programme([session('MSM-1')]);
  const lines = [participant(1, { Advisers: 'adviser@sharoshi.example' }), participant(2), adviser()];

  async function begin() {
    expect(await place.attempt(basic, lines)).toMatchObject({ ok: true });
    return { ...(await onlyProgramme()), database: place.test.database };
  }

  it('comes back too: called off, in hiragana, set by hand, and a company that nobody of is left', async () => {
    const { id: programmeId, database } = await begin();
    await database.session.updateMany({ data: { state: 'called_off', calledOffWhy: '=台風' } });
    await database.person.updateMany({
      where: { email: 'person2@one.example' },
      data: { furigana: 'みほん ろう', nameEn: '=1+1' },
    });
    const left = await database.company.create({
      data: { programmeId, code: 'P09', nameJa: '去った会社', nameEn: 'Gone', kana: 'サッタカイシャ' },
    });
    const { personId } = await database.membership.findFirstOrThrow({ where: { role: 'adviser' } });
    await database.binding.create({ data: { programmeId, companyId: left.id, platform: 'slack', tenant: 'T0GONE' } });
    await database.assignment.create({ data: { programmeId, adviserId: personId, companyId: left.id, since: now } });
    const { files } = await exported('en');
    const csv = textOf(files, 'roster.csv');
    expect(csv).toContain("'=1+1");
    expect(csv).toContain('P09,去った会社,Gone,サッタカイシャ,,,,,,,,,T0GONE,,,adviser@sharoshi.example,,');
    expect((await imported(files, 'roster.xlsx')).warnings).toEqual([
      [expect.any(Number), '“去った会社” is named without anybody of it.'],
    ]);
    await expectRoundTrip();
    expect(await database.session.findFirstOrThrow()).toMatchObject({ state: 'called_off', calledOffWhy: '=台風' });
  });

  it('tells whom a roster cannot name, and an import of it leaves them alone', async () => {
    const { id: programmeId, database } = await begin();
    const company = await database.company.findFirstOrThrow();
    const guest = await database.company.create({
      data: { programmeId, code: 'GUEST-1', nameJa: '客', nameEn: 'Guest', kana: '客', guest: true },
    });
    const add = async (nameJa: string, email: string | null, more: { companyId: string; walkedIn: boolean }) =>
      await database.person.create({
        data: {
          ...{ nameJa, nameEn: nameJa, furigana: 'ア', email },
          memberships: { create: { programmeId, role: 'participant', level: 'working', ...more } },
        },
      });
    await add('電話 のみ', null, { companyId: company.id, walkedIn: false });
    await add('飛入 一郎', 'walk-in@one.example', { companyId: company.id, walkedIn: true });
    await add('客 二郎', null, { companyId: guest.id, walkedIn: true });
    const { unnamed, files } = await exported();
    expect(unnamed).toEqual(['客 二郎', '電話 のみ', '飛入 一郎']);
    expect(textOf(files, 'roster.csv')).not.toContain('GUEST-1');
    expect(await imported(files, 'roster.csv', false)).toMatchObject({ changes: [], questions: [] });
    expect(await database.membership.count({ where: { endedAt: { not: null } } })).toBe(0);
  });

  it('is told of where an import would not take it as it is', async () => {
    const { database } = await begin();
    await database.person.updateMany({ where: { email: 'person1@one.example' }, data: { furigana: 'Mihon' } });
    const { files } = await exported('en');
    expect(said(await refusedOf(files, now))).toEqual([
      [2, '“フリガナ” cannot be “Mihon”: write it in katakana or hiragana.'.replace('フリガナ', 'Furigana')],
    ]);
  });

  it('stays where a file says that a session is called off: people are told in the chat only', async () => {
    await begin();
    const file = programme([session('MSM-1', { calledOff: '台風' })]);
    expect(worded(await place.changesOf(file, lines))).toEqual([
      'Note session “MSM-1 題名 MSM-1”: called off in the file; left as it is. Call it off in the chat, so that people are told',
    ]);
    expect(await place.test.database.session.findFirstOrThrow()).toMatchObject({ state: 'scheduled' });
  });
});

describe('a cell', () => {
  it('is never run as a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`'=+-@\t\r＝＋－＠a1漢 `) }), (text) => {
        const cell = guardedCell(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(unguardedCell(cell)).toBe(text);
      }),
    );
  });
});

describe('the file of a programme', () => {
  it('names nobody and no company', async () => {
    expect(await place.attempt(programme([session('MSM-1')]), [participant(1), adviser()])).toMatchObject({ ok: true });
    const { files } = await exported();
    expect(textOf(files, 'programme.json')).not.toContain('P01');
    const read = JSON.parse(textOf(files, 'programme.json'));
    expect(read.sessions).toHaveLength(1);
    expect(
      await importProgramme(place.services, {
        ...{ programmeFile: jsonFile(read), rosterFile: rosterFile([participant(1), adviser()]), dryRun: true },
      }),
    ).toMatchObject({ ok: true, changes: [] });
  });
});
