/** An import into a programme that is not announced: who looks after whom changes, and nobody is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adviser, participant, programme, session } from './import-files.js';
import { createImportPlace, type ImportPlace, now } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());

const content = programme([session('MSM-1')]);
const [first, second] = ['adviser@sharoshi.example', 'second@sharoshi.example'];
const roster = (of: string) => [
  participant(1, { Advisers: of }),
  participant(2, { Advisers: of }),
  adviser(),
  adviser({ 'E-mail': second, 'Person code': 'A-2' }),
];

const told = async () => {
  const rows = await place.test.database.notification.findMany({ distinct: ['kind'], orderBy: { kind: 'asc' } });
  return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('adviser.'));
};

it('tells nobody of it until the programme is announced', async () => {
  const { database } = place.test;
  expect(await place.attempt(content, roster(first))).toMatchObject({ ok: true });
  // Only who has an account is told of an import.
  for (const { id } of await database.person.findMany()) {
    await database.account.create({
      data: { platform: 'slack', tenant: 'T-HOME', userId: id, address: {}, personId: id, lastSeenAt: now },
    });
  }
  await database.programme.updateMany({ data: { openedAt: null } });
  expect(await place.attempt(content, roster(second))).toMatchObject({ ok: true });
  expect(await database.assignment.count({ where: { endedAt: null, adviser: { email: second } } })).toBe(1);
  expect(await told()).toEqual([]);
  await database.programme.updateMany({ data: { openedAt: now } });
  expect(await place.attempt(content, roster(first))).toMatchObject({ ok: true });
  expect(await told()).toEqual(['adviser.assigned', 'adviser.left', 'adviser.presented', 'adviser.withdrawn']);
});
