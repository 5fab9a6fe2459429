/** The roster's column of advisers: what it sets and ends, what the chat has said meanwhile, and whom it cannot mean. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordChange, wordFault } from '../../../programme/import/findings.js';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildServices, type TestServices } from '../../support/factories.js';
import { buildQuestion } from '../../support/questions.js';

const sample = new URL('../../../prisma/sample/', import.meta.url);
let test: TestDatabase;
let services: TestServices;
let programme: Uint8Array;
let roster: string;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  programme = await readFile(new URL('programme.json', sample));
  roster = await readFile(new URL('roster.csv', sample), 'utf8');
});
afterAll(async () => await test.close());

async function bring(text: string, dryRun = false) {
  return await importProgramme(services, {
    programmeFile: { name: 'programme.json', content: programme },
    rosterFile: { name: 'roster.csv', content: Buffer.from(text) },
    dryRun,
  });
}

async function changesOf(text: string, dryRun = false): Promise<readonly string[]> {
  const result = await bring(text, dryRun);
  if (!result.ok) throw new Error(result.faults.map((one) => wordFault(one, 'en')).join('\n'));
  return result.changes.filter(({ kind }) => kind === 'assignment').map((change) => wordChange(change, 'en'));
}

const [makino, miura] = ['keiko.makino@sharoshi.example', 'yuki.miura@sharoshi.example'];
const current = async () => await services.database.assignment.count({ where: { endedAt: null } });
/** P01 goes from one adviser to another. */
const moved = () => roster.replace(makino, miura);

it('sets, says in the dry run what it would add and end, and changes nothing twice', async () => {
  expect(await changesOf(roster)).toHaveLength(16);
  expect(await current()).toBe(16);
  expect(await services.database.notification.count({ where: { kind: { startsWith: 'adviser.' } } })).toBe(0);
  expect(await changesOf(roster)).toEqual([]);
  const said = await changesOf(moved(), true);
  expect(said).toEqual([expect.stringContaining(miura), expect.stringContaining(makino)]);
  expect(said[0]).toMatch(/^Add .*P01/);
  expect(said[1]).toMatch(/^End .*P01/);
  expect(await changesOf(moved())).toEqual(said);
  expect(await current()).toBe(16);
  expect(await services.database.assignment.count()).toBe(17);
  expect(await changesOf(roster)).toHaveLength(2);
  // The one that was set again began at the instant at which the other ended.
  expect(await changesOf(roster)).toEqual([]);
});

it('hands what waits for an adviser whom it takes off a company to the secretariat', async () => {
  const { database } = services;
  const { adviserId, company } = await database.assignment.findFirstOrThrow({
    where: { endedAt: null, company: { code: 'P01' } },
    include: { company: { include: { programme: true, memberships: { where: { role: 'participant' } } } } },
  });
  const { programme: into, memberships } = company;
  const about = { programme: into, company, personId: memberships[0]?.personId ?? '', adviserId };
  const id = await buildQuestion(services, about);
  await bring(moved(), true);
  expect(await database.question.findUnique({ where: { id } })).toMatchObject({ adviserId });
  await bring(moved());
  expect(await database.question.findUnique({ where: { id } })).toMatchObject({ adviserId: null });
  expect(await database.notification.count({ where: { kind: 'question.passed', subjectId: id } })).toBe(1);
  await bring(roster);
  expect(await database.question.findUnique({ where: { id } })).toMatchObject({ adviserId: null });
});

it('leaves what the chat has set and withdrawn, and says so', async () => {
  const { database } = services;
  const office = await database.person.findFirstOrThrow({ where: { memberships: { some: { role: 'secretariat' } } } });
  const withdrawn = await database.assignment.findFirstOrThrow({
    where: { endedAt: null, company: { code: 'P02' } },
    include: { adviser: true },
  });
  const now = services.clock.now();
  await database.assignment.update({ where: { id: withdrawn.id }, data: { endedAt: now, endedById: office.id } });
  const other = await database.person.findFirstOrThrow({ where: { email: makino } });
  const { programmeId, companyId } = withdrawn;
  await database.assignment.create({
    data: { programmeId, companyId, adviserId: other.id, since: now, setById: office.id },
  });
  const said = await changesOf(roster);
  expect(said).toEqual([
    expect.stringMatching(/^Note .*P02.*withdrawn in the chat/),
    expect.stringMatching(/^Note .*P02.*assigned in the chat/),
  ]);
  expect(await database.assignment.count({ where: { companyId, endedAt: null } })).toBe(1);
});

it('says nothing of advisers without the column, and ends what an adviser who leaves had', async () => {
  const without = roster.replace('担当アドバイザー', '対象外:担当');
  expect(await changesOf(without)).toEqual([]);
  const gone = roster
    .split('\n')
    .filter((line) => !line.includes(`${miura},アドバイザー`))
    .map((line) => line.replace(miura, ''))
    .join('\n');
  const before = await services.database.assignment.count({ where: { endedAt: null, adviser: { email: miura } } });
  expect(before).toBeGreaterThan(0);
  const leaving = await changesOf(gone);
  expect(leaving, leaving.join(' / ')).toHaveLength(before + 2);
  expect(await services.database.assignment.count({ where: { endedAt: null, adviser: { email: miura } } })).toBe(0);
});

it('takes somebody who is no adviser of the roster for a fault, with the cell', async () => {
  const result = await bring(roster.replace(makino, 'nobody@sharoshi.example'));
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.faults).toHaveLength(1);
  expect(result.faults.map((one) => wordFault(one, 'en'))).toEqual([
    'roster.csv, line 2: “Advisers” names “nobody@sharoshi.example”, who is no adviser in this roster. Write the e-mail address or person code of an adviser.',
  ]);
});
