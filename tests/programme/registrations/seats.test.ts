/** Random sequences of registrations go as a simple model says. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Programme } from '../../../prisma/client.js';
import { decideSeat, promotions, type SeatCounts } from '../../../programme/registrations/seats.js';
import type { Mode } from '../../../programme/requests/context.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';
import { changed } from '../sessions/forms.js';
import {
  applyTo,
  type Command,
  emptyModel,
  expectSound,
  type Standings,
  sequences,
  standingsOf,
} from './seats-model.js';

const PEOPLE = 6;

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let people: BuiltPerson[];
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  const company = await buildCompany(services, programme);
  people = [];
  for (let number = 0; number < PEOPLE; number += 1) people.push(await buildPerson(services, { programme, company }));
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

afterAll(async () => await test.close());

/** The pure rules carried out on rows in memory. */
interface Row {
  person: number;
  confirmed: Mode | null;
  waitingFor: Mode | null;
  queueNumber: number;
}

interface InMemory {
  capacity: Record<Mode, number | null>;
  rows: Row[];
  numbers: number;
  promoted: { person: number; mode: Mode }[];
}

function countsOf(rows: readonly Row[]): SeatCounts {
  const count = (mode: Mode, of: 'confirmed' | 'waitingFor') => rows.filter((row) => row[of] === mode).length;
  return {
    confirmed: { onsite: count('onsite', 'confirmed'), online: count('online', 'confirmed') },
    waiting: { onsite: count('onsite', 'waitingFor'), online: count('online', 'waitingFor') },
  };
}

function carryOut(memory: InMemory, command: Command): void {
  const { rows, capacity } = memory;
  const rowOf = (person: number) => rows.find((row) => row.person === person);
  if (command.do === 'capacity') capacity[command.mode] = command.capacity;
  else if (command.do === 'substitute') {
    memory.rows = rows.filter((row) => row.person !== command.by);
    const row = rowOf(command.person);
    if (row) row.person = command.by;
  } else if (!('mode' in command)) {
    memory.rows = rows.filter(({ person }) => person !== command.person);
  } else {
    const { person, mode } = command;
    const row = rowOf(person) ?? { person, confirmed: null, waitingFor: null, queueNumber: 0 };
    const decision = decideSeat(capacity, countsOf(rows), row, mode);
    if (!rows.includes(row)) rows.push(row);
    if (decision === 'seated') Object.assign(row, { confirmed: mode, waitingFor: null });
    if (decision === 'waits') {
      memory.numbers += 1;
      Object.assign(row, { waitingFor: mode, queueNumber: memory.numbers });
    }
  }
  const queue = memory.rows
    .filter((row) => row.waitingFor !== null)
    .sort((a, b) => a.queueNumber - b.queueNumber)
    .flatMap((row) =>
      row.waitingFor ? [{ registrationId: `${row.person}`, waitingFor: row.waitingFor, confirmed: row.confirmed }] : [],
    );
  for (const { registrationId, waitingFor } of promotions(capacity, countsOf(memory.rows), queue)) {
    const row = memory.rows.find(({ person }) => `${person}` === registrationId);
    if (row) Object.assign(row, { confirmed: waitingFor, waitingFor: null });
    memory.promoted.push({ person: Number(registrationId), mode: waitingFor });
  }
}

function standingsInMemory({ rows }: InMemory): Standings {
  const queue = rows.filter(({ waitingFor }) => waitingFor !== null).sort((a, b) => a.queueNumber - b.queueNumber);
  return {
    seats: Array.from({ length: PEOPLE }, (_, person) => rows.find((row) => row.person === person)?.confirmed ?? null),
    queue: queue.flatMap(({ person, waitingFor }) => (waitingFor ? [{ person, mode: waitingFor }] : [])),
  };
}

it('1,000 sequences on the rules alone go as the model says', () => {
  fc.assert(
    fc.property(sequences(PEOPLE, 40), ({ onsite, online, commands }) => {
      const model = emptyModel(onsite, online);
      const memory: InMemory = { capacity: { onsite, online }, rows: [], numbers: 0, promoted: [] };
      for (const command of commands) {
        if (!applyTo(model, command)) continue;
        carryOut(memory, command);
        expect(standingsInMemory(memory)).toEqual(standingsOf(model, PEOPLE));
        expectSound(standingsInMemory(memory), memory.capacity);
      }
      expect(memory.promoted).toEqual(model.promoted);
    }),
    { numRuns: 1_000 },
  );
});

function who(person: number): BuiltPerson {
  const found = people[person];
  if (found === undefined) throw new Error(`nobody has number ${person}`);
  return found;
}

/** Asks the app as the person would; false where it refuses. */
async function askHouse(session: { id: string }, command: Command): Promise<boolean> {
  const about = { session: session.id };
  const performed = await (async () => {
    switch (command.do) {
      case 'register':
        return await ask(services, who(command.person), 'session.register', { ...about, mode: command.mode });
      case 'change mode':
        return await ask(services, who(command.person), 'session.change-mode', { ...about, mode: command.mode });
      case 'cancel':
        return await ask(services, who(command.person), 'session.cancel', about, { submitted: true });
      case 'decline':
        return await ask(services, who(command.person), 'session.decline', about);
      case 'substitute':
        return await ask(services, who(command.person), 'session.substitute', {
          ...about,
          substitute: who(command.by).id,
        });
      case 'capacity': {
        const field = command.mode === 'onsite' ? 'roomCapacity' : 'onlineCapacity';
        const input = await changed(services, session, { [field]: command.capacity?.toString() ?? '' });
        return await ask(services, secretary, 'session.change', input, { submitted: true });
      }
    }
  })();
  const outcome = outcomeOf(performed);
  if (outcome === 'done') return true;
  expect(outcome, wordsOf(performed)).not.toBe('preview');
  return false;
}

async function standingsStored(sessionId: string): Promise<Standings> {
  const rows = await services.database.registration.findMany({ where: { sessionId }, orderBy: { queueNumber: 'asc' } });
  const numberOf = (personId: string) => people.findIndex(({ id }) => id === personId);
  return {
    seats: people.map(({ id }) => {
      const row = rows.find(({ personId }) => personId === id);
      return row?.state === 'confirmed' ? row.mode : null;
    }),
    queue: rows.flatMap(({ personId, waitingFor }) =>
      waitingFor ? [{ person: numberOf(personId), mode: waitingFor }] : [],
    ),
  };
}

it('sequences through the whole app on PostgreSQL go as the model says', async () => {
  await fc.assert(
    fc.asyncProperty(sequences(PEOPLE, 16), async ({ onsite, online, commands }) => {
      const session = await buildSession(services, programme, { roomCapacity: onsite, onlineCapacity: online });
      const model = emptyModel(onsite, online);
      for (const command of commands) {
        const expected = applyTo(model, command);
        expect(await askHouse(session, command), JSON.stringify(command)).toBe(expected);
        const stored = await standingsStored(session.id);
        expect(stored).toEqual(standingsOf(model, PEOPLE));
        expectSound(stored, model.capacity);
      }
      const told = await services.database.notification.findMany({
        where: { subjectId: session.id, kind: 'session.promoted' },
      });
      const byPerson = (list: readonly string[]) => [...list].sort();
      expect(byPerson(told.map(({ personId }) => personId))).toEqual(
        byPerson(model.promoted.map(({ person }) => who(person).id)),
      );
    }),
    { numRuns: 30 },
  );
});
