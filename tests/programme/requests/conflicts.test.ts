/** A constraint that an action names becomes its refusal, wherever in the transaction it surfaces. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textsFor } from '../../../playground/pilot/texts.js';
import {
  executePipelined,
  inTransaction,
  Prisma,
  type Programme,
  type Transaction,
  violatedConstraint,
} from '../../../prisma/client.js';
import { refuseAttendance } from '../../../programme/attendance/refuse-attendance.js';
import { plain } from '../../../programme/messages/message.js';
import { chatTexts } from '../../../programme/messages/texts.js';
import { type MemberAction, memberAction } from '../../../programme/requests/action.js';
import { handleAndReply } from '../../../programme/requests/handle-and-reply.js';
import { collectActions } from '../../../programme/requests/registry.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import type { Services } from '../../../programme/requests/services.js';
import { refuseSession } from '../../../programme/sessions/refuse-session.js';
import { sessionTexts } from '../../../programme/sessions/texts.js';
import { createTestDatabase, type TestDatabase, waitingQueries } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  outcomeOf,
  request,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

const { refusals } = textsFor('en');

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  // Once: after the first toy was declared no registry of the rooms would be complete.
  services = buildServices(test.database);
});
afterAll(async () => await test.close());

beforeEach(async () => {
  programme = await buildProgramme(services);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

type Write = (transaction: Transaction, row: { id: string; programmeId: string; code: string }) => Promise<unknown>;

/** Waited for: the statement itself fails. */
const write: Write = async (transaction, { id, programmeId, code }) =>
  await transaction.company.create({ data: { id, programmeId, code, nameJa: '', nameEn: '', kana: '' } });

/** Not waited for: the failure surfaces at COMMIT. */
const writePipelined: Write = async (transaction, { id, programmeId, code }) =>
  await executePipelined(
    transaction,
    Prisma.sql`INSERT INTO company (id, programme_id, code, name_ja, name_en, kana)
      VALUES (${id}::uuid, ${programmeId}::uuid, ${code}, '', '', '')`,
  );

/** Writes two companies, the second under a code that may be taken. */
function toy(
  second: Write,
  conflicts?: Parameters<typeof memberAction<{ code: string }, 'session.create'>>[0]['conflicts'],
): Services {
  const action: MemberAction = memberAction({
    name: 'session.create',
    texts: sessionTexts,
    command: 'toy',
    who: ['secretariat'],
    input: z.object({ code: z.string() }),
    ask: async ({ language }) => ({
      ...{ action: 'session.create', title: 'Toy', introduction: [], known: {} },
      fields: [{ kind: 'text', name: 'code', label: 'Code', maximum: 30 }],
      ...{ submit: chatTexts[language].confirm, cancel: chatTexts[language].close },
    }),
    offered: 'contextual',
    confirm: 'never',
    run: async ({ transaction, membership: { programmeId } }, { code }) => {
      await write(transaction, { id: randomUUID(), programmeId, code: `${code} first` });
      await second(transaction, { id: randomUUID(), programmeId, code });
      return { message: plain('Written') };
    },
    ...(conflicts && { conflicts }),
  });
  return { ...services, actions: collectActions([action]) };
}

const codes = async () =>
  (await services.database.company.findMany({ where: { programmeId: programme.id } })).map(({ code }) => code);

describe.each([
  ['at once', write],
  ['at COMMIT', writePipelined],
] as const)('a violation that surfaces %s', (_, second) => {
  const named = { company_programme_id_code_key: () => refuseSession('session_code_taken', {}) };

  it('is refused for the reason that the action gives, and nothing of it stays', async () => {
    const services = toy(second, named);
    expect(outcomeOf(await ask(services, secretary, 'session.create', { code: 'A' }))).toBe('done');
    const again = await ask(services, secretary, 'session.create', { code: 'A' });
    expect(outcomeOf(again)).toBe('refused');
    expect(wordsOf(again)).toContain(refusals.session_code_taken({}));
    expect((await codes()).sort()).toEqual(['A', 'A first']);
    const other = toy(second, {
      company_programme_id_code_key: async (_context: unknown, { code }: { readonly code: string }) => taken(code),
    });
    await services.database.company.deleteMany({ where: { programmeId: programme.id, code: 'A first' } });
    const form = await ask(other, secretary, 'session.create', { code: 'A' }, { submitted: true });
    expect(form.reply).toMatchObject({ kind: 'form', errors: { code: refusals.company_unknown({}) } });
    expect(await codes()).toEqual(['A']);
  });

  it('is a fault where the action does not name it', async () => {
    await services.database.company.create({
      data: { programmeId: programme.id, code: 'A', nameJa: '', nameEn: '', kana: '' },
    });
    for (const services of [
      toy(second),
      toy(second, { another_constraint: () => refuseSession('nothing_changed', {}) }),
    ]) {
      const error: unknown = await ask(services, secretary, 'session.create', { code: 'A' }).catch((thrown) => thrown);
      expect(violatedConstraint(error)).toBe('company_programme_id_code_key');
    }
    expect(await codes()).toEqual(['A']);
  });

  it('is told once where the reply is posted separately', async () => {
    const services = toy(second, named);
    await ask(services, secretary, 'session.create', { code: 'A' });
    await services.database.company.deleteMany({ where: { programmeId: programme.id, code: 'A first' } });
    const later = request(secretary, 'session.create', { code: 'A' }, { answeredLater: true });
    const sent: RequestResult[] = [];
    const deliver = () => handleAndReply(services, later, async (result) => void sent.push(result));
    await deliver();
    // What stood in the way is gone, and the reply stands all the same.
    await services.database.company.deleteMany({ where: { programmeId: programme.id } });
    await deliver();
    expect(sent.map(outcomeOf)).toEqual(['refused']);
    expect(await services.database.request.count({ where: { key: later.key } })).toBe(1);
    expect(await codes()).toEqual([]);
  });

  it('of the same event delivered twice at once is answered by the first one’s reply', async () => {
    const services = toy(second, named);
    const same = request(secretary, 'session.create', { code: 'A' }, { answeredLater: true });
    const sent: RequestResult[] = [];
    const deliver = () => handleAndReply(services, same, async (result) => void sent.push(result));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(sent.map(outcomeOf)).toEqual(['done']);
  });
});

const taken = (code: string) => refuseAttendance('company_unknown', {}, { field: code === 'A' ? 'code' : null });

it('refuses a session at its code where an import brings the same code meanwhile', async () => {
  const input = {
    ...{ code: 'MSM-1', kind: 'seminar', titleJa: '説明会', titleEn: 'Briefing', audience: 'all', method: 'online' },
    ...{
      venueJa: '',
      venueEn: '',
      roomCapacity: '',
      onlineCapacity: '',
      deadlineDate: '2024-11-05',
      deadlineTime: '17:00',
    },
    ...{ date: '2024-11-07', start: '15:30', end: '17:00', link: 'https://meeting.example.org/x' },
  };
  const before = await ask(services, secretary, 'session.create', { ...input, code: 'MSM-0' }, { submitted: true });
  expect(outcomeOf(before), wordsOf(before)).toBe('done');
  const trying = await inTransaction(services.database, async (transaction) => {
    await transaction.$executeRaw`INSERT INTO session SELECT (jsonb_populate_record(s, jsonb_build_object(
      'id', gen_random_uuid(), 'code', 'MSM-1'))).* FROM session s WHERE code = 'MSM-0' AND programme_id = ${programme.id}::uuid`;
    const asked = ask(services, secretary, 'session.create', input, { submitted: true });
    await expect.poll(() => waitingQueries(services), { timeout: 15_000 }).toBe(1);
    return { asked };
  });
  expect((await trying.asked).reply).toMatchObject({ kind: 'form', errors: { code: refusals.session_code_taken({}) } });
});
