/** The consultations that a programme file plans for a rehearsal: read, checked, and stored nowhere. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { jsonFile, programme, said, session } from './import-files.js';
import { createImportPlace, type ImportPlace, people } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const held = { company: 'P01', adviser: 'Adviser@sharoshi.example', startsAt: '2025-02-04T13:00' };
const withPlan = (consultationPlan: readonly object[], terms: Parameters<typeof programme>[1] = {}) => ({
  ...programme([session('MSM-1')], terms),
  consultationPlan,
});

function faultsOf(...file: Parameters<typeof withPlan>) {
  const reading = readProgramme(jsonFile(withPlan(...file)));
  return reading.ok ? [] : said(reading.faults);
}

it('is read with what is left out', () => {
  const plan = [
    held,
    {
      ...{ ...held, startsAt: '2025-03-04T13:00', minutes: 30, method: 'in_person', outcome: 'company_absent' },
      ...{ movedFrom: '2025-03-03T10:00', takenOverFrom: 'A-2' },
    },
  ];
  const reading = readProgramme(jsonFile(withPlan(plan)));
  expect(reading.ok && reading.programme.consultationPlan).toEqual([
    {
      ...{ company: 'P01', adviser: 'adviser@sharoshi.example', method: 'online', outcome: 'held' },
      startsAt: new Date('2025-02-04T13:00:00+09:00'),
      endsAt: new Date('2025-02-04T14:00:00+09:00'),
      ...{ movedFrom: null, takenOverFrom: null },
    },
    {
      ...{ company: 'P01', adviser: 'adviser@sharoshi.example', method: 'in_person', outcome: 'company_absent' },
      startsAt: new Date('2025-03-04T13:00:00+09:00'),
      endsAt: new Date('2025-03-04T13:30:00+09:00'),
      ...{ movedFrom: new Date('2025-03-03T10:00:00+09:00'), takenOverFrom: 'a-2' },
    },
  ]);
});

it('changes nothing of what is stored', async () => {
  const roster = people;
  await place.changesOf(programme([session('MSM-1')]), roster);
  const before = await place.everything();
  expect(await place.changesOf(withPlan([held]), roster)).toEqual([]);
  expect(await place.everything()).toEqual(before);
  expect(await place.test.database.booking.count()).toBe(0);
});

it('warns of companies and advisers that the roster lacks, each once, and stops no import', async () => {
  const plan = [
    { ...held, company: 'P09' },
    { ...held, startsAt: '2025-02-05T13:00', adviser: 'nobody@sharoshi.example', takenOverFrom: 'X-9' },
    { ...held, startsAt: '2025-02-06T13:00', adviser: 'nobody@sharoshi.example' },
  ];
  const result = await place.attempt(withPlan(plan, { consultations: 3 }), people);
  expect(result.ok && said(result.warnings.filter(({ path }) => path?.startsWith('consultationPlan')))).toEqual([
    ['consultationPlan[0].company', 'The roster has no company “P09”.'],
    [
      'consultationPlan[1].adviser',
      '“adviser” names “nobody@sharoshi.example”, who is no adviser in this roster. Write the e-mail address or person code of an adviser.',
    ],
    [
      'consultationPlan[1].takenOverFrom',
      '“takenOverFrom” names “x-9”, who is no adviser in this roster. Write the e-mail address or person code of an adviser.',
    ],
  ]);
  expect(result.ok && result.warnings.every(({ line }) => line !== null)).toBe(true);
});

it('is refused in words where it could not be held', () => {
  const at = (startsAt: string, more: object = {}) => ({ ...held, startsAt, ...more });
  expect(
    faultsOf(
      [
        at('2025-02-04T13:00'),
        at('2025-02-04T13:30', { company: 'P02' }),
        at('2025-02-04T13:30', { company: 'P03', adviser: 'other@sharoshi.example' }),
        at('2025-02-30T13:00', { company: 'P04' }),
        at('2035-02-04T13:00', { company: 'P05' }),
        at('2025-02-06T23:30', { company: 'P06' }),
        at('2025-02-07T13:00', { company: 'P07', minutes: 90 }),
        at('2025-02-10T13:00', { company: 'P08', movedFrom: '2025-02-10T13:30' }),
        at('2025-02-12T13:00', { company: 'P09', takenOverFrom: 'adviser@sharoshi.example' }),
      ],
      {},
    ),
  ).toEqual([
    [
      'consultationPlan[3].startsAt',
      'Write an existing date and time like 2024-11-07T15:30 (local time) or 2024-11-07T15:30+09:00.',
    ],
    ['consultationPlan[4].startsAt', expect.stringMatching(/^This has to lie within the programme \(\S+ to \S+\)\.$/)],
    ['consultationPlan[5].startsAt', 'A consultation ends on the day on which it begins. Choose another time.'],
    ['consultationPlan[6].minutes', 'A consultation takes at most 60 minutes (“longest”).'],
    ['consultationPlan[7].movedFrom', 'The time before the move overlaps with the time after it.'],
    ['consultationPlan[8].takenOverFrom', 'It is taken over from the adviser who holds it. Name another one.'],
    [
      'consultationPlan[1].startsAt',
      'This overlaps with consultationPlan[0], of the same company or adviser. Change the time of one of them.',
    ],
  ]);
});

it('has no more than the company has, of which those count that use one up', () => {
  const four = ['03', '04', '05', '06'].map((day) => ({ ...held, startsAt: `2025-02-${day}T13:00` }));
  expect(faultsOf(four)).toEqual([
    ['consultationPlan[2].company', 'P01 has 2 consultations (“consultations”), and more are planned.'],
  ]);
  expect(faultsOf(four, { consultations: 4 })).toEqual([]);
  const missed = four.map((one, index) => (index < 2 ? { ...one, outcome: 'company_absent' } : one));
  expect(faultsOf(missed)).toHaveLength(1);
  expect(faultsOf(missed, { absenceUses: false })).toEqual([]);
  expect(faultsOf(four.map((one, index) => (index < 2 ? { ...one, outcome: 'adviser_absent' } : one)))).toEqual([]);
});
