/** With the comparison of companies taken out of the guard, what belongs to another company is read: nothing else stands before it. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { authorise } from '../../../programme/requests/authorise.js';
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

const check = vi.hoisted(() => ({ isOut: false }));

/** The guard as it is; with its check out, everything that is named is of no company, as a session is. */
vi.mock('../../../programme/requests/authorise.js', async (load) => {
  const guard = await load<{ readonly authorise: typeof authorise }>();
  const withoutCompanies: typeof authorise = (action, person, named) =>
    guard.authorise(
      action,
      person,
      named.map(({ places, ...one }) => ({ ...one, places: places.map((place) => ({ ...place, companyId: null })) })),
    );
  return {
    ...guard,
    authorise: (...given: Parameters<typeof authorise>) => (check.isOut ? withoutCompanies : guard.authorise)(...given),
  };
});

let test: TestDatabase;
let services: TestServices;
let outsider: BuiltPerson;
let colleague: BuiltPerson;
let victim: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  const programme = await buildProgramme(services);
  const company = await buildCompany(services, programme);
  victim = await buildPerson(services, { programme, company, nameEn: 'SECRET-person', nameJa: '秘密 太郎' });
  colleague = await buildPerson(services, { programme, company });
  outsider = await buildPerson(services, { programme, company: await buildCompany(services, programme) });
  for (const number of [1, 2]) {
    const session = await buildSession(services, programme, { code: `S-${number}`, titleEn: `SECRET-title ${number}` });
    const done = await ask(services, victim, 'session.register', { session: session.id, mode: 'online' });
    expect(outcomeOf(done), wordsOf(done)).toBe('done');
  }
});
afterEach(() => {
  check.isOut = false;
});
afterAll(async () => await test.close());

describe.each(['session.cancel', 'session.change-mode', 'session.substitute'])('%s of somebody else', (name) => {
  const asked = async (by: BuiltPerson) => JSON.stringify((await ask(services, by, name, { person: victim.id })).reply);

  it('tells another company nothing, and the own one for which sessions they are registered', async () => {
    expect(await asked(outsider)).not.toMatch(/SECRET|秘密/);
    expect(await asked(colleague)).toContain('SECRET-title');
  });

  it('tells another company for which sessions they are registered, with the check taken out', async () => {
    check.isOut = true;
    expect(await asked(outsider)).toContain('SECRET-title');
  });
});

it('gives up the place of somebody of another company with the check taken out, and never with it', async () => {
  const cancel = async () =>
    outcomeOf(
      await ask(services, outsider, 'session.cancel', { session: 'S-2', person: victim.id }, { submitted: true }),
    );
  const states = async () =>
    (await services.database.registration.findMany({ where: { session: { code: 'S-2' } } })).map(({ state }) => state);
  expect([await cancel(), await states()]).toEqual(['refused', ['confirmed']]);
  check.isOut = true;
  expect([await cancel(), await states()]).toEqual(['done', ['cancelled']]);
});
