/** A company that came as a guest and is on the roster later: it becomes one of the programme, and the dry run says so. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { wordChange } from '../../../programme/import/findings.js';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { jsonFile, participant, programme, rosterFile, session } from './import-files.js';
import { createImportPlace, type ImportPlace } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
beforeEach(async () => await place.empty());
afterAll(async () => await place.test.close());

const content = programme([session('MSM-1')]);
const joined = [
  participant(1),
  participant(2, {
    'Company code': 'P02',
    'Company name (Japanese)': '株式会社 そよかぜ',
    'Company name (English)': 'Soyokaze Inc.',
    'Company kana': 'ソヨカゼ',
    'Name (Japanese)': '客 一郎',
    Furigana: 'キャク イチロウ',
  }),
];

async function withGuest() {
  const { database } = place.test;
  await place.changesOf(content, [participant(1)]);
  const { id: programmeId } = await database.programme.findFirstOrThrow();
  const company = await database.company.create({
    data: { programmeId, code: 'GUEST-1', nameJa: '㈱ソヨカゼ', nameEn: '㈱ソヨカゼ', kana: '㈱ソヨカゼ', guest: true },
  });
  const person = await database.person.create({
    data: {
      ...{ nameJa: '客 二郎', nameEn: '客 二郎', furigana: '客 二郎' },
      memberships: {
        create: { programmeId, role: 'participant', level: 'working', companyId: company.id, walkedIn: true },
      },
    },
  });
  return { company, person };
}

it('is said in the dry run, and the company keeps its people', async () => {
  const { company, person } = await withGuest();
  const dry = await place.changesOf(content, joined, true);
  const words = dry.map((change) => wordChange(change, 'en')).join('\n');
  expect(words).toContain('recorded as a guest (GUEST-1) becomes one of the programme');
  expect(dry.map((change) => wordChange(change, 'ja')).join('\n')).toContain('プログラム外のゲスト(GUEST-1)');
  expect(await place.test.database.company.count({ where: { guest: true } })).toBe(1);
  await place.changesOf(content, joined);
  const companies = await place.test.database.company.findMany({ orderBy: { code: 'asc' } });
  expect(companies).toMatchObject([
    { code: 'P01', guest: false },
    {
      id: company.id,
      code: 'P02',
      nameJa: '株式会社 そよかぜ',
      nameEn: 'Soyokaze Inc.',
      kana: 'ソヨカゼ',
      guest: false,
    },
  ]);
  const people = await place.test.database.membership.findMany({ where: { companyId: company.id } });
  expect(people.map(({ personId }) => personId)).toContain(person.id);
  expect(people).toHaveLength(2);
  expect(await place.changesOf(content, joined)).toEqual([]);
});

it('asks whether somebody who walked in is the one on the roster, who is then asked to answer like everyone', async () => {
  const { person } = await withGuest();
  const { database } = place.test;
  await database.person.update({ where: { id: person.id }, data: { nameJa: '客 一郎', furigana: '' } });
  const dry = await place.attempt(content, joined, true);
  expect(dry.ok && dry.questions.map(({ name }) => name)).toEqual([expect.stringContaining('客 一郎')]);
  const answers = new Map([['person2@one.example', person.id]]);
  const files = { programmeFile: jsonFile(content), rosterFile: rosterFile(joined), answers, dryRun: false };
  expect(await importProgramme(place.services, files)).toMatchObject({ ok: true });
  const [membership] = await database.membership.findMany({ where: { personId: person.id } });
  expect(membership).toMatchObject({ walkedIn: false, endedAt: null });
});

it('by the code of the guest, too', async () => {
  const { company } = await withGuest();
  await place.changesOf(content, [participant(1), { ...joined[1], 'Company code': 'GUEST-1' }]);
  const [after] = await place.test.database.company.findMany({ where: { id: company.id } });
  expect(after).toMatchObject({ code: 'GUEST-1', guest: false });
});
