/** The drafts that a programme file plans for a rehearsal: read, checked, and stored nowhere. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { jsonFile, programme, said, session } from './import-files.js';
import { createImportPlace, type ImportPlace, people } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());

const policy = { company: 'P01', deliverable: 'policy' };
const withPlan = (draftPlan: readonly object[]) => ({ ...programme([session('MSM-1')]), draftPlan });

function faultsOf(draftPlan: readonly object[]) {
  const reading = readProgramme(jsonFile(withPlan(draftPlan)));
  return reading.ok ? [] : said(reading.faults);
}

it('is read with what is left out', () => {
  const plan = [
    policy,
    { ...policy, begun: '2025-01-20T09:00', submitted: ['2025-01-28T10:00', '2025-02-17T10:00'], last: 'waiting' },
    { ...policy, submitted: ['2025-01-28T10:00'], approvedOn: '2025-03-05', publishedOn: '2025-03-12' },
  ];
  const reading = readProgramme(jsonFile(withPlan(plan)));
  const nothing = { begunAt: null, submittedAt: [], last: 'confirmed', approvedOn: null, publishedOn: null };
  const first = new Date('2025-01-28T10:00:00+09:00');
  expect(reading.ok && reading.programme.draftPlan).toEqual([
    { ...policy, ...nothing },
    {
      ...{ ...policy, ...nothing, begunAt: new Date('2025-01-20T09:00:00+09:00'), last: 'waiting' },
      submittedAt: [first, new Date('2025-02-17T10:00:00+09:00')],
    },
    { ...policy, ...nothing, submittedAt: [first], approvedOn: '2025-03-05', publishedOn: '2025-03-12' },
  ]);
});

it('is stored nowhere, and a company that is not on the roster is warned of', async () => {
  const plan = [{ ...policy, company: 'P09', submitted: ['2025-01-28T10:00'] }];
  const result = await place.attempt(withPlan(plan), people);
  expect(result.ok && said(result.warnings.filter(({ path }) => path?.startsWith('draftPlan')))).toEqual([
    ['draftPlan[0].deliverable', '“policy” is not among the “deliverables” of this programme.'],
    ['draftPlan[0].company', 'The roster has no company “P09”.'],
  ]);
  expect(await place.test.database.deliverable.count()).toBe(0);
});

it('names what cannot be so', () => {
  const order = 'These times have to come one after the other: begun, submitted, approved, published.';
  const tooFar = 'Only what was submitted and confirmed can be approved, and only what was approved can be published.';
  const submitted = ['2025-01-28T10:00'];
  expect(
    faultsOf([
      { ...policy, submitted: ['2025-02-17T10:00', '2025-01-28T10:00'] },
      { ...policy, begun: '2025-02-01T10:00', submitted },
      { ...policy, submitted, approvedOn: '2025-03-12', publishedOn: '2025-03-05' },
      { ...policy, approvedOn: '2025-03-05' },
      { ...policy, submitted, last: 'to_be_revised', approvedOn: '2025-03-05' },
      { ...policy, submitted, publishedOn: '2025-03-05' },
    ]),
  ).toEqual([
    ['draftPlan[0].submitted', order],
    ['draftPlan[1].submitted', order],
    ['draftPlan[2].submitted', order],
    ['draftPlan[3].approvedOn', tooFar],
    ['draftPlan[4].approvedOn', tooFar],
    ['draftPlan[5].approvedOn', tooFar],
  ]);
  const [outside] = faultsOf([{ ...policy, submitted: ['2020-01-28T10:00'] }]);
  expect(outside).toEqual(['draftPlan[0].submitted[0]', expect.stringContaining('This has to lie within')]);
});
