/** What a programme file says of consultations: terms and closures, left out, changed, and wrong. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { jsonFile, programme, said, session } from './import-files.js';
import { createImportPlace, type ImportPlace, people, worded } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const file = (terms: Parameters<typeof programme>[1] = {}) => programme([session('MSM-1')], terms);
const terms = {
  ...{ consultations: 3, longest: 90, guardHours: 24, absenceUses: false, openRecords: true },
  ...{ opensAt: '9:30', closesAt: '18:00' },
  closures: [
    { firstDay: '2024-12-28', lastDay: '2025-01-05', nameJa: '年末年始', nameEn: 'New Year' },
    { firstDay: '2024-11-22', lastDay: '2024-11-22', nameJa: '創立記念日', nameEn: 'Founding day' },
  ],
};
const stored = async () => {
  const { database } = place.test;
  const { consultations, longest, guardHours, absenceUses, openRecords, opensAt, closesAt, closures } =
    await database.programme.findFirstOrThrow({ include: { closures: { orderBy: { firstDay: 'asc' } } } });
  const days = closures.map(({ firstDay, nameJa }) => `${firstDay.toISOString().slice(0, 10)} ${nameJa}`);
  return { consultations, longest, guardHours, absenceUses, openRecords, opensAt, closesAt, days };
};

const usual = {
  ...{ consultations: 2, longest: 60, guardHours: 48, absenceUses: true, openRecords: false },
  ...{ opensAt: 540, closesAt: 1020, days: [] },
};
const given = {
  ...{ consultations: 3, longest: 90, guardHours: 24, absenceUses: false, openRecords: true },
  ...{ opensAt: 570, closesAt: 1080, days: ['2024-11-22 創立記念日', '2024-12-28 年末年始'] },
};

describe('a programme file', () => {
  it('without terms has the usual ones', async () => {
    await place.changesOf(file(), people);
    expect(await stored()).toEqual(usual);
  });

  it('with terms has those, from the first company on', async () => {
    await place.changesOf(file(terms), people);
    expect(await stored()).toEqual(given);
    const [entitlement] = await place.test.database.entitlement.findMany();
    expect(entitlement?.available).toBe(3);
  });

  it('changes what it says anew, keeps what it leaves out, and says so once', async () => {
    await place.changesOf(file(), people);
    expect(worded(await place.changesOf(file(terms), people))).toEqual([
      'Change programme “test-2024 試験”: consultations per company: 2 → 3; longest consultation (minutes): 60 → 90; ' +
        'changes of consultations until (hours before): 48 → 24; a consultation to which the company did not come counts: yes → no; ' +
        'the secretariat reads what was said in consultations: no → yes; office opens: 09:00 → 09:30; office closes: 17:00 → 18:00; ' +
        'closures: (none) → 2024-11-22 Founding day, 2024-12-28–2025-01-05 New Year',
    ]);
    expect(await place.changesOf(file({ ...terms, closures: terms.closures.toReversed() }), people)).toEqual([]);
    expect(await place.changesOf(file(), people)).toEqual([]);
    expect(await stored()).toEqual(given);
    await place.changesOf(file({ closures: [] }), people);
    expect(await stored()).toEqual({ ...given, days: [] });
  });
});

it('names what is wrong with terms and closures', () => {
  const [founding] = terms.closures;
  const reading = readProgramme(
    jsonFile(
      file({
        ...{ opensAt: '18:00', closesAt: '09:00' },
        closures: [founding, founding, { ...founding, firstDay: '2025-02-30' }, { ...founding, lastDay: '2024-01-01' }],
      }),
    ),
  );
  expect(reading.ok ? [] : said(reading.faults)).toMatchInlineSnapshot(`
    [
      [
        "programme.closesAt",
        "The end is not after the start.",
      ],
      [
        "programme.closures[1].firstDay",
        "The closure 2024-12-28 to 2025-01-05 is defined twice.",
      ],
      [
        "programme.closures[2].firstDay",
        "Write an existing date like 2024-11-07.",
      ],
      [
        "programme.closures[3].lastDay",
        "The end is not after the start.",
      ],
    ]
  `);
  const shapes = readProgramme(jsonFile(file({ opensAt: '9時', consultations: -1, longest: 5_000 })));
  expect(shapes.ok ? [] : said(shapes.faults)).toMatchInlineSnapshot(`
    [
      [
        "programme.consultations",
        "This has to be a whole number of at least 0.",
      ],
      [
        "programme.longest",
        "This has to be a whole number of at most 1440.",
      ],
      [
        "programme.opensAt",
        "Write a time of the day like 09:00.",
      ],
    ]
  `);
  const one = readProgramme(jsonFile(file({ opensAt: '09:00' })));
  expect(one.ok ? [] : said(one.faults)).toMatchInlineSnapshot(`
    [
      [
        "programme.closesAt",
        "This is required but missing.",
      ],
    ]
  `);
});
