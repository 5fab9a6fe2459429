/** What a programme file says that companies are to hand in: added, changed, left out, taken away, and wrong. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { recordEvent } from '../../../programme/deliverables/record-event.js';
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
const policy = {
  ...{ code: 'human_rights_policy', titleJa: '人権方針', titleEn: 'Human rights policy' },
  ...{ checklist: 'human_rights_policy', dueOn: '2025-03-31' },
};
const plan = { code: 'dd_plan', titleJa: '計画', titleEn: 'Plan', dependsOn: 'human_rights_policy', reviewDays: 7 };
const types = async () =>
  await place.test.database.deliverableType.findMany({
    include: { dependsOn: { select: { code: true } } },
    orderBy: { position: 'asc' },
  });
const begin = async (code: string) => {
  const { database } = place.test;
  const { id: typeId } = await database.deliverableType.findFirstOrThrow({ where: { code } });
  const { id: companyId } = await database.company.findFirstOrThrow();
  await inTransaction(database, (transaction) =>
    recordEvent(transaction, { typeId, companyId }, { kind: 'begun', at: new Date() }),
  );
};

describe('a programme file', () => {
  it('says what companies hand in, in its order, and whether the secretariat reads it', async () => {
    await place.changesOf(file({ deliverables: [policy, plan], openDrafts: true }), people);
    expect(await types()).toMatchObject([
      { ...policy, dueOn: new Date('2025-03-31'), reviewDays: 5, position: 1, dependsOn: null },
      { code: 'dd_plan', checklist: null, dueOn: null, reviewDays: 7, dependsOn: { code: 'human_rights_policy' } },
    ]);
    expect(await place.test.database.programme.findFirstOrThrow()).toMatchObject({ openDrafts: true });
    expect(await place.changesOf(file({ deliverables: [policy, plan] }), people)).toEqual([]);
    expect(await place.changesOf(file(), people)).toEqual([]);
    expect(await types()).toHaveLength(2);
  });

  it('changes what it says anew, and says so', async () => {
    await place.changesOf(file({ deliverables: [policy] }), people);
    const moved = { ...policy, code: 'Human_Rights_Policy', dueOn: '2025-04-10', reviewDays: 3 };
    expect(worded(await place.changesOf(file({ deliverables: [plan2(), moved] }), people))).toEqual([
      'Add deliverable “first はじめ”',
      'Change deliverable “Human_Rights_Policy 人権方針”: due: 2025-03-31 → 2025-04-10; business days of a review: 5 → 3; place: 1 → 2',
    ]);
    expect(await types()).toMatchObject([{ code: 'first' }, { code: 'human_rights_policy', reviewDays: 3 }]);
  });

  it('takes away what nobody has begun, and keeps what somebody has', async () => {
    await place.changesOf(file({ deliverables: [policy, plan] }), people);
    await begin('human_rights_policy');
    const changes = worded(await place.changesOf(file({ deliverables: [] }), people));
    expect(changes).toContainEqual(expect.stringContaining('no company has begun it'));
    expect(changes).toContainEqual(expect.stringContaining('kept, as a company has begun it'));
    expect(await types()).toMatchObject([{ code: 'human_rights_policy' }]);
  });
});

const plan2 = () => ({ code: 'first', titleJa: 'はじめ', titleEn: 'First' });

it('names what is wrong with them', () => {
  const circle = ['a', 'b', 'c'].map((code, index) => ({
    ...{ ...plan2(), code, dependsOn: ['b', 'c', 'a'][index] },
  }));
  const wrong = [
    { ...policy, checklist: 'unheard_of', dueOn: '2025-05-01' },
    { ...policy, code: 'HUMAN_RIGHTS_POLICY', dependsOn: 'nothing', dueOn: '2025-02-30' },
    ...circle,
    { ...plan2(), code: 'self', dependsOn: 'self' },
  ];
  const reading = readProgramme(jsonFile(file({ deliverables: wrong })));
  expect(reading.ok ? [] : said(reading.faults)).toMatchInlineSnapshot(`
    [
      [
        "programme.deliverables[0].dueOn",
        "Write a day within the programme (2024-11-01 to 2025-04-30).",
      ],
      [
        "programme.deliverables[1].dueOn",
        "Write an existing date like 2024-11-07.",
      ],
      [
        "programme.deliverables[1].code",
        "The deliverable “HUMAN_RIGHTS_POLICY” is defined twice.",
      ],
      [
        "programme.deliverables[0].checklist",
        "It is one of human_rights_policy.",
      ],
      [
        "programme.deliverables[1].dependsOn",
        "There is no deliverable “nothing” in this file. Write the code of one of them.",
      ],
      [
        "programme.deliverables[2].dependsOn",
        "These deliverables wait for each other in a circle (a → b → c → a). Take out one dependsOn.",
      ],
      [
        "programme.deliverables[5].dependsOn",
        "These deliverables wait for each other in a circle (self → self). Take out one dependsOn.",
      ],
    ]
  `);
});
