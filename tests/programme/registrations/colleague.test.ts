/** What a participant can do about the registration of a colleague: whatever they can do about their own. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Company, Programme, Session } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildHouse,
  buildPerson,
  buildProgramme,
  buildSession,
  done,
  fieldOf,
  opened,
  refused,
  type TestHouse,
} from '../../support/factories.js';

let test: TestDatabase;
let house: TestHouse;
let programme: Programme;
let company: Company;
let session: Session;
let person: BuiltPerson;
let colleague: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  house = buildHouse(test.database);
  programme = await buildProgramme(house);
  company = await buildCompany(house, programme);
  session = await buildSession(house, programme);
  person = await buildPerson(house, { programme, company });
  colleague = await buildPerson(house, { programme, company });
});

const about = (more: object = {}) => ({ session: session.id, ...more });

async function held(by: BuiltPerson) {
  return await house.database.registration.findUnique({
    where: { sessionId_personId: { sessionId: session.id, personId: by.id } },
  });
}

it('the message after registering them offers to change, hand over and cancel that registration', async () => {
  const input = about({ person: colleague.id, mode: 'online' });
  const { reply } = await ask(house, person, 'session.register', input, { submitted: true });
  const buttons =
    reply.kind === 'message'
      ? reply.message.elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []))
      : [];
  const those = { session: session.id, person: colleague.id };
  expect(buttons.map((button) => ('action' in button ? [button.action, button.input] : button))).toEqual([
    ['session.change-mode', { ...those, mode: 'onsite' }],
    ['session.substitute', those],
    ['session.cancel', those],
    ['session.show', { session: session.id }],
  ]);
});

it('the form that follows says whose registration it is, and cancels that one', async () => {
  await done(house, person, 'session.register', about({ mode: 'online' }));
  await done(house, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
  const form = await opened(house, person, 'session.cancel', about({ person: colleague.id }));
  expect(JSON.stringify(form.introduction)).toContain(colleague.nameEn);
  await done(house, person, 'session.cancel', form.known);
  expect(await held(colleague)).toMatchObject({ state: 'cancelled' });
  expect(await held(person)).toMatchObject({ state: 'confirmed' });
});

describe.each(['session.cancel', 'session.change-mode', 'session.substitute'] as const)('the form of %s', (action) => {
  it('offers the colleagues who are registered, and nobody else', async () => {
    const stranger = await buildPerson(house, { programme });
    await buildPerson(house, { programme, company });
    await done(house, stranger, 'session.register', about({ mode: 'online' }));
    await done(house, person, 'session.register', about({ mode: 'online' }));
    await done(house, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
    for (const input of [{}, about()]) {
      const field = fieldOf(await opened(house, person, action, input), 'person');
      expect(field).toMatchObject({ optional: true, choices: [{ value: colleague.id }] });
    }
  });

  it('asks nothing of the kind where no colleague is registered', async () => {
    await done(house, person, 'session.register', about({ mode: 'online' }));
    const { fields } = await opened(house, person, action, about());
    expect(fields.map(({ name }) => name)).not.toContain('person');
  });

  it('must name the colleague where the person holds nothing, and is not opened where nobody does', async () => {
    expect(await refused(house, person, action, about(), {})).toContain('There is no registration for');
    await done(house, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
    expect(fieldOf(await opened(house, person, action, about()), 'person')).not.toHaveProperty('optional');
    house.clock.set(session.startsAt);
    expect(await refused(house, person, action, about(), {})).toContain('has already started');
  });

  it('offers a session in which only a colleague is registered', async () => {
    await done(house, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
    expect(fieldOf(await opened(house, person, action), 'session')).toMatchObject({ choices: [{ value: session.id }] });
  });
});
