/** The use cases that plan sessions called as the import, a job or a language model would: without a chat, by the same rules. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inTransaction, type Programme, type Session, type Transaction } from '../../../prisma/client.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { addSessions } from '../../../programme/sessions/add-sessions.js';
import { callOffSession } from '../../../programme/sessions/call-off-session.js';
import { changeSession } from '../../../programme/sessions/change-session.js';
import { createSession } from '../../../programme/sessions/create-session.js';
import { saveSession } from '../../../programme/sessions/save-session.js';
import { type EnteredSession, sessionInput } from '../../../programme/sessions/session-input.js';
import { lastKnownVersion, lockSession } from '../../../programme/sessions/sessions.sql.js';
import { snapshotOf, snapshotSchema } from '../../../programme/sessions/snapshot.js';
import { acting } from '../../support/acting.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  type TestServices,
} from '../../support/factories.js';
import { newSession } from './forms.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

const run = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  await inTransaction(services.database, work);

/** Why and at which field it was refused. */
function refusalOf(result: object): readonly (string | null)[] {
  return isRefusal(result) ? [result.refused, result.field] : [];
}

function entered(given: Partial<Record<keyof EnteredSession, unknown>> = {}): EnteredSession {
  return z.object(sessionInput).parse({ ...newSession, ...given });
}

const by = () => acting(secretary, programme, 'secretariat');

async function versionsOf({ id: sessionId }: Pick<Session, 'id'>) {
  const rows = await services.database.sessionVersion.findMany({ where: { sessionId }, orderBy: { version: 'asc' } });
  return rows.map(({ version, changedBy }) => [version, changedBy]);
}

async function planned(): Promise<readonly string[]> {
  const rows = await services.database.notification.findMany({ where: { subjectId: session.id } });
  return rows.map(({ kind, personId }) => `${kind} to ${personId}`).sort();
}

async function attendee(mode = 'online'): Promise<BuiltPerson> {
  const person = await buildPerson(services, { programme });
  await done(services, person, 'session.register', { session: session.code, mode });
  return person;
}

describe('creating', () => {
  const create = async (given: Parameters<typeof entered>[0] = {}, code = 'NEW-1') =>
    await run((transaction) =>
      createSession(transaction, { code, entered: entered(given), by: by(), now: services.clock.now() }),
    );

  it('returns the session as it is stored, with its first version in the name of the person', async () => {
    const created = await create();
    if (isRefusal(created)) throw new Error(created.refused);
    expect(await services.database.session.findUniqueOrThrow({ where: { id: created.id } })).toEqual(created);
    expect(await versionsOf(created)).toEqual([[1, secretary.id]]);
  });

  it('names the field of the first thing that does not fit', async () => {
    expect(refusalOf(await create({ date: '2024-09-30', deadlineDate: '2024-09-29' }))).toEqual(['field', 'date']);
    expect(refusalOf(await create({ end: '09:00' }))).toEqual(['field', 'end']);
    expect(refusalOf(await create({}, session.code.toLowerCase()))).toEqual(['session_code_taken', 'code']);
    expect(await services.database.session.count({ where: { programmeId: programme.id } })).toBe(1);
  });
});

describe('changing', () => {
  const change = async (given: Parameters<typeof entered>[0] = {}, version?: number) =>
    await run((transaction) =>
      changeSession(transaction, {
        ...{ sessionId: session.id, version, entered: entered(given), by: by(), now: services.clock.now() },
      }),
    );

  it('returns the session as it is now and how many people are notified of it', async () => {
    const person = await attendee();
    const saved = await change({ titleEn: 'Another title' }, 1);
    expect(saved).toMatchObject({
      session: { titleEn: 'Another title', version: 2 },
      notified: { reached: 1, unreached: [] },
    });
    expect(await planned()).toEqual([`session.changed to ${person.id}`]);
    expect(await versionsOf(session)).toEqual([
      [1, null],
      [2, secretary.id],
    ]);
  });

  it('refuses what was made to an earlier version, what changes nothing, and another programme’s session', async () => {
    await change();
    expect(refusalOf(await change({ titleEn: 'Late' }, 1))).toEqual(['changed_meanwhile', '']);
    expect(refusalOf(await change({}, 2))).toEqual(['nothing_changed', '']);
    session = await buildSession(services, await buildProgramme(services));
    expect(refusalOf(await change())).toEqual(['not_found', null]);
    expect(await versionsOf(session)).toHaveLength(1);
  });
});

describe('calling off', () => {
  const callOff = async () =>
    await run((transaction) =>
      callOffSession(transaction, { sessionId: session.id, reason: 'Storm', by: by(), now: services.clock.now() }),
    );

  it('happens once, and notifies those who are registered', async () => {
    const person = await attendee();
    expect(await callOff()).toMatchObject({
      session: { state: 'called_off', calledOffWhy: 'Storm', version: 2 },
      notified: { reached: 1, unreached: [] },
    });
    expect(await planned()).toEqual([`session.called-off to ${person.id}`]);
    expect(refusalOf(await callOff())).toEqual(['session_called_off', null]);
  });
});

describe('saving', () => {
  const save = async (fields: Parameters<typeof saveSession>[2]['fields']) =>
    await run(async (transaction) => {
      const before = await lockSession(transaction, session.id);
      return await saveSession(transaction, before, { fields, byId: null, now: services.clock.now() });
    });

  /** Changes with every write of the row, also with one that is taken back. */
  async function writtenBy(): Promise<unknown> {
    const [row] = await services.database.$queryRaw<unknown[]>`
      SELECT xmin::text AS "writtenBy" FROM session WHERE id = ${session.id}::uuid`;
    return row;
  }

  it('writes nothing at all where nothing changed', async () => {
    const before = await writtenBy();
    expect(
      await save({
        titleJa: session.titleJa,
        startsAt: new Date(session.startsAt),
        details: { ...snapshotOf(session).details },
      }),
    ).toBeNull();
    expect(await writtenBy()).toEqual(before);
    expect(await versionsOf(session)).toHaveLength(1);
    await save({ titleJa: '別の題名' });
    expect(await writtenBy()).not.toEqual(before);
  });

  it('stores the version as the row is', async () => {
    const saved = await save({ method: 'online', details: { ...snapshotOf(session).details, groupWork: true } });
    if (saved === null || isRefusal(saved)) throw new Error('not saved');
    const row = await services.database.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(saved.session).toEqual(row);
    const version = await services.database.sessionVersion.findFirstOrThrow({
      where: { sessionId: row.id, version: 2 },
    });
    expect(snapshotSchema.parse(version.snapshot)).toEqual(snapshotOf(row));
  });

  it('refuses fewer places than are confirmed, at the field that says so', async () => {
    await attendee('onsite');
    expect(refusalOf((await save({ roomCapacity: 0 })) ?? {})).toEqual(['capacity_below_confirmed', 'roomCapacity']);
  });

  it('knows the version that people were last notified of', async () => {
    const known = async () =>
      await run(async (transaction) => lastKnownVersion(transaction, await lockSession(transaction, session.id)));
    expect(await known()).toBe(0);
    await save({ titleEn: 'Second' });
    expect(await known()).toBe(1);
    services.clock.set(session.endsAt);
    await save({ titleEn: 'Third, when it is over' });
    await save({ titleEn: 'Fourth' });
    expect(await known()).toBe(2);
  });
});

it('sessions that a file defines are added like one that a person creates', async () => {
  const { id: _id, programmeId: _programmeId, code: _code, ...row } = session;
  const { kind, titleJa, titleEn, audience, startsAt, endsAt, timeZone, method } = row;
  const { venueJa, venueEn, link, roomCapacity, onlineCapacity, deadline } = row;
  const definition = {
    ...{ kind, titleJa, titleEn, audience, startsAt, endsAt, timeZone, method },
    ...{ venueJa, venueEn, link, roomCapacity, onlineCapacity, deadline, details: snapshotOf(session).details },
  };
  const sessions = ['A-1', 'A-2'].map((code) => ({ ...definition, code }));
  const added = await run((transaction) =>
    addSessions(transaction, { programmeId: programme.id, sessions, byId: null, now: services.clock.now() }),
  );
  expect(added.map(({ code }) => code)).toEqual(['A-1', 'A-2']);
  for (const one of added) {
    expect(await services.database.session.findUniqueOrThrow({ where: { id: one.id } })).toEqual(one);
    expect(await versionsOf(one)).toEqual([[1, null]]);
  }
  expect(new Set(added.map(({ checkInCode }) => checkInCode)).size).toBe(2);
});
