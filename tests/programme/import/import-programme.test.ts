/** Importing into a real database: all or nothing, only what changed, nothing forgotten. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../prisma/client.js';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { snapshotOf } from '../../../programme/sessions/snapshot.js';
import { startCountingProxy } from '../../support/counting-proxy.js';
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
import { basic, createImportPlace, type ImportPlace, now, people, tenant, worded } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const attempt: ImportPlace['attempt'] = (...given) => place.attempt(...given);
const changesOf: ImportPlace['changesOf'] = (...given) => place.changesOf(...given);
const everything = () => place.everything();

describe('a first import', () => {
  it('writes what the files say', async () => {
    const changes = await changesOf(basic, people);
    expect(worded(changes)).toEqual([
      'Add programme “test-2024 試験”',
      'Add company “P01 桃太郎電子株式会社”',
      'Add workspace or tenant “Slack T0SPPHOST”: P01; trusted from now on',
      `Add workspace or tenant “Teams ${tenant}”: organiser; trusted from now on`,
      'Add person “見本 1郎 <person1@one.example>”: joins as Participant (P01 Working)',
      'Add person “見本 2郎 <person2@one.example>”: joins as Participant (P01 Working)',
      'Add person “相談 員子 <adviser@sharoshi.example>”: joins as Adviser',
      'Add session “MSM-1 題名 MSM-1”: Thu, 7 Nov 2024 15:30–17:00 JST, registration until Fri, 1 Nov 2024 17:00 JST',
      'Add session “MSM-2 題名 MSM-2”: Thu, 7 Nov 2024 15:30–17:00 JST, registration until Fri, 1 Nov 2024 17:00 JST',
    ]);
    const { companies, bindings, people: stored, memberships, sessions, versions } = await everything();
    expect(bindings.map(({ platform, companyId }) => [platform, companyId])).toEqual([
      ['teams', null],
      ['slack', companies[0]?.id],
    ]);
    expect(stored.map(({ email, language, timeZone }) => [email, language, timeZone])).toEqual([
      ['adviser@sharoshi.example', 'ja', 'Asia/Tokyo'],
      ['person1@one.example', 'en', 'Asia/Tokyo'],
      ['person2@one.example', 'ja', 'Asia/Tokyo'],
    ]);
    expect(memberships.map(({ role, level, companyId }) => [role, level, companyId]).toSorted()).toEqual([
      ['adviser', null, null],
      ['participant', 'working', companies[0]?.id],
      ['participant', 'working', companies[0]?.id],
    ]);
    expect(sessions.every(({ version, checkInCode }) => version === 1 && /^\d{6}$/.test(checkInCode))).toBe(true);
    expect(versions).toHaveLength(2);
    for (const stand of sessions) {
      expect(versions.find(({ sessionId }) => sessionId === stand.id)).toMatchObject({
        version: 1,
        changedBy: null,
        createdAt: now,
        snapshot: snapshotOf(stand),
      });
    }
  });

  it('of the sample takes every company, person and session, and stores nothing of the attendance plan', async () => {
    const files = {
      programmeFile: projectFile('prisma/sample/programme.json'),
      rosterFile: projectFile('prisma/sample/roster.csv'),
    };
    expect(await importProgramme(place.services, { ...files, dryRun: false })).toMatchObject({ ok: true });
    const { companies, people: stored, sessions } = await everything();
    expect([companies.length, stored.length, sessions.length]).toEqual([16, 72, 5]);
    expect(await place.test.database.registration.count()).toBe(0);
    expect(await place.test.database.attendance.count()).toBe(0);
    expect(await importProgramme(place.services, { ...files, dryRun: false })).toMatchObject({
      ok: true,
      changes: [],
      questions: [],
    });
  });

  it('with one fault anywhere writes nothing and reports the faults of both files', async () => {
    const result = await attempt(programme([session('MSM-1', { kind: 'party' })]), [
      ...people,
      participant(3, { Furigana: '', 'attendance:MSM-9': 'online' }),
    ]);
    expect(result.ok ? [] : said(result.faults)).toEqual([
      ['sessions[0].kind', 'It is one of seminar, workshop, meeting or closing.'],
      [5, '“Furigana” is empty.'],
    ]);
    expect(await place.test.database.programme.count()).toBe(0);
  });

  it('compares the files: sessions and modes of the plan, companies of the bindings', async () => {
    const content = programme([session('MSM-1', { method: 'online' }), session('MSM-2', { roomCapacity: 1 })], {}, [
      { company: 'P77', slack: ['T0SPPHOST'] },
    ]);
    const result = await attempt(content, [
      participant(1, { 'attendance:MSM-1': 'onsite', 'attendance:MSM-2': 'onsite', 'attendance:MSM-9': 'online' }),
      participant(2, { 'attendance:MSM-2': 'onsite' }),
    ]);
    expect(result.ok ? [] : said(result.faults)).toEqual([
      [1, 'The programme file has no session “MSM-9”.'],
      [2, 'MSM-1 is held online only, so “On site” is not possible.'],
      ['bindings[0].company', 'The roster has no company “P77”.'],
    ]);
  });

  it('that the database refuses half-way writes nothing', async () => {
    await place.test.database.$executeRawUnsafe('ALTER TABLE session ADD CONSTRAINT refused CHECK (code <> $$MSM-2$$)');
    try {
      await expect(attempt(basic, people)).rejects.toThrow();
    } finally {
      await place.test.database.$executeRawUnsafe('ALTER TABLE session DROP CONSTRAINT refused');
    }
    expect(await place.test.database.programme.count()).toBe(0);
    expect(await place.test.database.person.count()).toBe(0);
  });
});

describe('a later import', () => {
  beforeEach(async () => {
    await changesOf(basic, people);
  });

  it('of the same files changes and reports nothing', async () => {
    const before = await everything();
    expect(await changesOf(basic, people)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('leaves those alone who walked in without an e-mail address, since no roster can name them', async () => {
    const { id: companyId, programmeId } = await place.test.database.company.findFirstOrThrow();
    await place.test.database.person.create({
      data: {
        nameJa: '飛入 参加',
        nameEn: 'Walk In',
        furigana: 'トビイリ サンカ',
        memberships: { create: { programmeId, role: 'participant', level: 'working', companyId } },
      },
    });
    const before = await everything();
    expect(await changesOf(basic, people)).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  const later = programme(
    [
      session('MSM-1', { startsAt: '2024-11-08T15:30', endsAt: '2024-11-08T17:00', roomCapacity: 24, groupWork: true }),
      session('MSM-3', { agenda: [] }),
    ],
    {
      ...{ contact: 'new@office.example', contactEn: 'Office: new@office.example' },
      concernContacts: [
        { nameJa: '窓口', nameEn: 'Helpline', reachJa: '0120-000-000', reachEn: '0120-000-000, in English' },
      ],
    },
  );
  const laterPeople = [
    participant(1, {
      'Name (English)': 'Taro',
      Level: 'Management',
      'Company kana': 'モモタロウ',
      'Teams tenant': tenant,
    }),
    participant(3, { 'Company kana': 'モモタロウ' }),
    adviser(),
    adviser({ Role: 'Speaker' }),
  ];

  it('changes what differs, ends who is missing and leaves other sessions alone', async () => {
    const before = await everything();
    const changes = await changesOf(later, laterPeople);
    expect(worded(changes)).toEqual([
      'Change programme “test-2024 試験”: contact: office@office.example → new@office.example; contact (English): (none) → Office: new@office.example; contacts for concerns: (none) → Helpline: 0120-000-000, in English',
      'Change company “P01 桃太郎電子株式会社”: kana: モモタロウデンシ → モモタロウ',
      `Add workspace or tenant “Teams ${tenant}”: P01; trusted from now on`,
      'End workspace or tenant “Slack T0SPPHOST”: P01; not in the files any more, so no longer trusted',
      `End workspace or tenant “Teams ${tenant}”: organiser; not in the files any more, so no longer trusted`,
      'Change person “見本 1郎 <person1@one.example>”: name (English): Mihon 1 → Taro',
      'Change role “見本 1郎 <person1@one.example>”: level: Working → Management',
      'Add person “見本 3郎 <person3@one.example>”: joins as Participant (P01 Working)',
      'Add role “相談 員子 <adviser@sharoshi.example>”: joins as Speaker',
      'End role “見本 2郎 <person2@one.example>”: not on the roster any more, so no longer Participant (records are kept)',
      'Change session “MSM-1 題名 MSM-1”: start: 2024-11-07 15:30 → 2024-11-08 15:30; end: 2024-11-07 17:00 → 2024-11-08 17:00; places in the room: (none) → 24; group work: no → yes; Fri, 8 Nov 2024 15:30–17:00 JST, registration until Fri, 1 Nov 2024 17:00 JST',
      'Add session “MSM-3 題名 MSM-3”: Thu, 7 Nov 2024 15:30–17:00 JST, registration until Fri, 1 Nov 2024 17:00 JST',
      'Note session “MSM-2 題名 MSM-2”: not in the file; left as it is',
    ]);

    const after = await everything();
    const ended = after.memberships.filter(({ endedAt }) => endedAt !== null);
    const second = before.people.find(({ email }) => email === 'person2@one.example');
    expect(ended.map(({ personId, endedAt }) => [personId, endedAt])).toEqual([[second?.id, now]]);
    expect(after.people).toHaveLength(4);
    expect(after.sessions.map(({ code, version }) => [code, version])).toEqual([
      ['MSM-1', 2],
      ['MSM-2', 1],
      ['MSM-3', 1],
    ]);
    const [changed] = after.sessions;
    const versions = after.versions.filter(({ sessionId }) => sessionId === changed?.id);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(changed && versions[1]?.snapshot).toEqual(changed && snapshotOf(changed));
    expect(await changesOf(later, laterPeople)).toEqual([expect.objectContaining({ what: 'remark' })]);
  });

  it('as a dry run reports exactly that and writes nothing', async () => {
    const before = await everything();
    const foreseen = await changesOf(later, laterPeople, true);
    expect(await everything()).toEqual(before);
    expect(await changesOf(later, laterPeople)).toEqual(foreseen);
  });

  it('takes back who returns, in another company', async () => {
    await changesOf(basic, [participant(1, { 'Slack workspace': 'T0SPPHOST' }), adviser()]);
    const changes = await changesOf(basic, [
      participant(1, { 'Slack workspace': 'T0SPPHOST' }),
      participant(2, { 'Company code': 'P02' }),
      adviser(),
    ]);
    expect(worded(changes)).toEqual([
      'Add company “P02 桃太郎電子株式会社”',
      'Change role “見本 2郎 <person2@one.example>”: company: P01 → P02; returns as Participant (P02 Working)',
    ]);
    const company = await place.test.database.company.findFirstOrThrow({ where: { code: 'P02' } });
    const returned = await place.test.database.membership.findFirstOrThrow({ where: { companyId: company.id } });
    expect(returned.endedAt).toBeNull();
  });

  it('keeps the language and time zone that a person chose', async () => {
    const where = { email: 'person1@one.example' };
    await place.test.database.person.update({ where, data: { language: 'ja', timeZone: 'Europe/Berlin' } });
    expect(await changesOf(basic, people)).toEqual([]);
    expect(await place.test.database.person.findUnique({ where })).toMatchObject({
      language: 'ja',
      timeZone: 'Europe/Berlin',
    });
  });

  it('leaves another programme and its people alone', async () => {
    const other = programme([session('MSM-1')], { code: 'other' });
    await changesOf(other, [participant(2), adviser({ 'E-mail': 'else@sharoshi.example' })]);
    expect(await changesOf(basic, people)).toEqual([]);
    expect(await place.test.database.person.count()).toBe(4);
    expect(await place.test.database.membership.count({ where: { endedAt: { not: null } } })).toBe(0);
  });
});

describe('scale and rivalry', () => {
  const many = Array.from({ length: 5_000 }, (_, number) =>
    participant(number, {
      'Company code': `P${number % 400}`,
      'E-mail': `person${number}@company${number % 400}.example`,
      'Slack workspace': number < 400 ? `T0SPP${number}` : '',
    }),
  );

  it('a roster of 5,000 lines is imported, imported again, changed and ended with few waits for the database each', async () => {
    const proxy = await startCountingProxy(place.test.url);
    const { database, close } = openDatabase(proxy.url);
    const counted = async (lines: readonly Line[]) => {
      proxy.take();
      const files = { programmeFile: jsonFile(basic), rosterFile: rosterFile(lines) };
      const result = await importProgramme({ ...place.services, database }, { ...files, dryRun: false });
      // One for every 500 lines at most; one for each would be thousands.
      expect(proxy.take()).toBeLessThanOrEqual(50);
      return result.ok ? result.changes.length : result.faults;
    };
    expect(await counted(many)).toBe(1 + 400 + 401 + 5_000 + 2);
    expect(await counted(many)).toBe(0);
    expect(await counted(many.map((line) => ({ ...line, 'Name (English)': 'Changed', Level: 'Management' })))).toBe(
      10_000,
    );
    expect(await counted(many.slice(0, 400))).toBe(4_600 + 400 * 2);
    expect(await place.test.database.person.count()).toBe(5_000);
    expect(await place.test.database.membership.count({ where: { endedAt: null } })).toBe(400);
    await close();
    await proxy.close();
  });

  it('two imports at once do not add anything twice', async () => {
    const results = await Promise.all([changesOf(basic, people), changesOf(basic, people)]);
    expect(results.map(({ length }) => length).toSorted((one, other) => one - other)).toEqual([0, 9]);
    expect(await place.test.database.person.count()).toBe(3);
  });
});
