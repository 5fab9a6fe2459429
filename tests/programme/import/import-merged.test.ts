/** A roster that still names a merged duplicate names the person who stayed: by the address or the person code that the duplicate kept. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { mergePeople } from '../../../programme/roster/merge-people.js';
import { type Line, participant, said } from './import-files.js';
import { basic, createImportPlace, type ImportPlace, now, worded } from './import-place.js';

let place: ImportPlace;
/** The person who stayed. */
let staysId: string;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());

const stays = { 'E-mail': 'stays@one.example' };
const duplicate = { 'E-mail': 'duplicate@one.example' };
const lineOf = (different: Line): Line => participant(1, different);

/** Two entries of one person, with the same role, of whom the secretariat made one. */
beforeEach(async () => {
  await place.empty();
  await place.changesOf(basic, [
    lineOf(stays),
    lineOf({ ...duplicate, 'Name (Japanese)': '見本 二重', 'Person code': 'N-2' }),
  ]);
  const { database } = place.test;
  const [into, from] = await Promise.all(
    [stays, duplicate].map(({ 'E-mail': email }) => database.person.findUniqueOrThrow({ where: { email } })),
  );
  if (into === undefined || from === undefined) throw new Error('nobody was imported');
  const { programmeId } = await database.membership.findFirstOrThrow({ where: { personId: into.id } });
  const by = {
    id: into.id,
    memberships: [{ programmeId, role: 'secretariat', level: null, companyId: null }],
  } as const;
  await inTransaction(database, async (transaction) => {
    const merged = await mergePeople(transaction, { fromId: from.id, intoId: into.id, by, programmeId, now });
    expect(merged).not.toHaveProperty('refused');
  });
  staysId = into.id;
});

/** Who still has a role, and everybody's address. */
async function current() {
  const memberships = await place.test.database.membership.findMany({ where: { endedAt: null } });
  const people = await place.test.database.person.findMany({ orderBy: { email: 'asc' } });
  return { members: memberships.map(({ personId }) => personId), addresses: people.map(({ email }) => email) };
}

const asMerged = () => ({ members: [staysId], addresses: [duplicate['E-mail'], stays['E-mail']] });

it('the address that stayed with the duplicate changes nothing of the person, and gives the duplicate no role again', async () => {
  expect(worded(await place.changesOf(basic, [lineOf(duplicate)]))).toEqual([]);
  expect(await current()).toEqual(asMerged());
});

it('what the line says of the person is taken over, but not the address', async () => {
  const changes = await place.changesOf(basic, [
    lineOf({ ...duplicate, 'Name (English)': 'Taro', Level: 'Management' }),
  ]);
  expect(worded(changes)).toEqual([
    'Change person “見本 1郎 <duplicate@one.example>”: name (English): Mihon 1 → Taro',
    'Change role “見本 1郎 <duplicate@one.example>”: level: Working → Management',
  ]);
  expect(await current()).toEqual(asMerged());
});

it('the code that stayed with the duplicate is that of the person who stayed, who may take a new address by it', async () => {
  await place.changesOf(basic, [lineOf({ ...stays, 'Person code': 'N-2' })]);
  expect(await current()).toEqual(asMerged());
  await place.changesOf(basic, [lineOf({ 'E-mail': 'moved@one.example', 'Person code': 'N-2' })]);
  expect(await current()).toEqual({ ...asMerged(), addresses: [duplicate['E-mail'], 'moved@one.example'] });
});

it.each([
  ['the person first', [lineOf(stays), lineOf(duplicate)]],
  ['the duplicate first', [lineOf(duplicate), lineOf(stays)]],
  ['with the code', [lineOf(duplicate), lineOf({ ...stays, 'Person code': 'N-2' })]],
])('both lines together are a fault, %s', async (_, lines) => {
  const before = await place.everything();
  const result = await place.attempt(basic, lines);
  if (result.ok) throw new Error('it was imported');
  expect(said(result.faults)).toEqual([
    [
      expect.any(Number),
      expect.stringMatching(/^This is 見本 1郎 <stays@one\.example>, who is already in line [23]: /),
    ],
  ]);
  expect(await place.everything()).toEqual(before);
});
