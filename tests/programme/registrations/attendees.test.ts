/** The list of who comes: what each person answered, and what each participant sees of their own answer. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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
  buttonsOf,
  done,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let session: Session;
let person: BuiltPerson;
let secretary: BuiltPerson;

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
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

const about = (more: object = {}) => ({ session: session.id, ...more });
const listed = async () => wordsOf(await ask(services, secretary, 'session.attendees', about())).split('\n');

it('tells apart who cancelled from who never answered', async () => {
  const silent = await buildPerson(services, { programme, company });
  await done(services, person, 'session.register', about({ mode: 'online' }));
  await done(services, person, 'session.cancel', about());
  const lines = await listed();
  expect(lines).toContain(`${person.nameEn}: cancelled`);
  expect(lines).toContain(`${silent.nameEn}: not answered`);
  expect(lines).toContain('Cancelled: 1 person from 1 company');
  expect(lines).toContain('Not answered: 1 person from 1 company');
});

it('says who sends a substitute, for as long as the substitute comes', async () => {
  const colleague = await buildPerson(services, { programme, company });
  await done(services, person, 'session.register', about({ mode: 'online' }));
  await done(services, person, 'session.substitute', about({ substitute: colleague.id }));
  const lines = await listed();
  expect(lines).toContain(`${person.nameEn}: sends a substitute`);
  expect(lines).toContain(`${colleague.nameEn}: registered online`);
  expect(lines).toContain('Sends a substitute: 1 person from 1 company');
  await done(services, colleague, 'session.cancel', about());
  expect(await listed()).toContain(`${person.nameEn}: cancelled`);
});

it('shows the person that they cancelled, and lets them register again', async () => {
  await done(services, person, 'session.register', about({ mode: 'online' }));
  await done(services, person, 'session.cancel', about());
  const shown = await ask(services, person, 'session.show', about());
  expect(wordsOf(shown)).toContain('Your answer: cancelled');
  expect(buttonsOf(shown)).toContain('session.register');
});
