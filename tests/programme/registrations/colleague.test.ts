/** What a participant can do about the registration of a colleague: whatever they can do about their own. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Company, Programme, Session } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  fieldOf,
  opened,
  refused,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
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
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  company = await buildCompany(services, programme);
  session = await buildSession(services, programme);
  person = await buildPerson(services, { programme, company });
  colleague = await buildPerson(services, { programme, company });
});

const about = (more: object = {}) => ({ session: session.id, ...more });

async function held(by: BuiltPerson) {
  return await services.database.registration.findUnique({
    where: { sessionId_personId: { sessionId: session.id, personId: by.id } },
  });
}

it('the message after registering them offers to change, hand over and cancel that registration', async () => {
  const input = about({ person: colleague.id, mode: 'online' });
  const { reply } = await ask(services, person, 'session.register', input, { submitted: true });
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
  await done(services, person, 'session.register', about({ mode: 'online' }));
  await done(services, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
  const form = await opened(services, person, 'session.cancel', about({ person: colleague.id }));
  expect(JSON.stringify(form.introduction)).toContain(colleague.nameEn);
  await done(services, person, 'session.cancel', form.known);
  expect(await held(colleague)).toMatchObject({ state: 'cancelled' });
  expect(await held(person)).toMatchObject({ state: 'confirmed' });
});

describe.each(['session.cancel', 'session.change-mode', 'session.substitute'] as const)('the form of %s', (action) => {
  it('offers the colleagues who are registered, and nobody else', async () => {
    const stranger = await buildPerson(services, { programme });
    await buildPerson(services, { programme, company });
    await done(services, stranger, 'session.register', about({ mode: 'online' }));
    await done(services, person, 'session.register', about({ mode: 'online' }));
    await done(services, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
    for (const input of [{}, about()]) {
      const field = fieldOf(await opened(services, person, action, input), 'person');
      expect(field).toMatchObject({ optional: true, choices: [{ value: colleague.id }] });
    }
  });

  it('asks nothing of the kind where no colleague is registered', async () => {
    await done(services, person, 'session.register', about({ mode: 'online' }));
    const { fields } = await opened(services, person, action, about());
    expect(fields.map(({ name }) => name)).not.toContain('person');
  });

  it('must name the colleague where the person holds nothing, and is not opened where nobody does', async () => {
    expect(await refused(services, person, action, about(), {})).toContain('There is no registration for');
    await done(services, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
    expect(fieldOf(await opened(services, person, action, about()), 'person')).not.toHaveProperty('optional');
    services.clock.set(session.startsAt);
    expect(await refused(services, person, action, about(), {})).toContain('has already started');
  });

  it('offers a session in which only a colleague is registered', async () => {
    await done(services, person, 'session.register', about({ person: colleague.id, mode: 'online' }));
    expect(fieldOf(await opened(services, person, action), 'session')).toMatchObject({
      choices: [{ value: session.id }],
    });
  });
});
