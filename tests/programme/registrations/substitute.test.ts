/** A substitute takes over the very place of the person they come for. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Company, Programme, Session } from '../../../prisma/client.js';
import { searchChoices } from '../../../programme/requests/search.js';
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
  tellAll,
  toldTo,
  wordsOf,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let company: Company;
let session: Session;
let person: BuiltPerson;
let colleague: BuiltPerson;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  company = await buildCompany(services, programme);
  session = await buildSession(services, programme, { roomCapacity: 1 });
  person = await buildPerson(services, { programme, company });
  colleague = await buildPerson(services, { programme, company });
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});

const about = (more: object = {}) => ({ session: session.id, ...more });

async function register(who: BuiltPerson, mode: 'onsite' | 'online' = 'onsite'): Promise<void> {
  await done(services, who, 'session.register', about({ mode }));
}

async function held(by: BuiltPerson) {
  return await services.database.registration.findUnique({
    where: { sessionId_personId: { sessionId: session.id, personId: by.id } },
  });
}

describe('a substitute', () => {
  it('takes the very place, though others wait for one', async () => {
    const waiting = await buildPerson(services, { programme });
    await register(person);
    await register(waiting);
    expect(await done(services, person, 'session.substitute', about({ substitute: colleague.id }))).toContain(
      `${colleague.nameEn} will attend “Human rights policy seminar (${session.code})” in place of ${person.nameEn}.`,
    );
    expect(await held(person)).toMatchObject({ state: 'cancelled' });
    expect(await held(colleague)).toMatchObject({ state: 'confirmed', mode: 'onsite', substituteForId: person.id });
    expect(await held(waiting)).toMatchObject({ state: 'waiting' });
    const told = await tellAll(services);
    expect(toldTo(told, colleague).map(({ kind }) => kind)).toEqual(['session.registered']);
    expect(toldTo(told, person), 'who did it need not be told').toEqual([]);
    expect(toldTo(told, waiting)).toEqual([]);
  });

  it('takes the very place in the waitlist', async () => {
    const [holder, last] = [await buildPerson(services, { programme }), await buildPerson(services, { programme })];
    for (const one of [holder, person, last]) await register(one);
    const before = await held(person);
    await done(services, person, 'session.substitute', about({ substitute: colleague.id }));
    expect(await held(colleague)).toMatchObject({ state: 'waiting', queueNumber: before?.queueNumber });
    await done(services, holder, 'session.cancel', about());
    expect(await held(colleague)).toMatchObject({ state: 'confirmed', mode: 'onsite' });
    expect(await held(last)).toMatchObject({ state: 'waiting' });
    expect(
      toldTo(await tellAll(services), colleague)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['session.promoted', 'session.registered']);
  });

  it('sent by the secretariat is told to both', async () => {
    await register(person);
    await done(services, secretary, 'session.substitute', about({ person: person.id, substitute: colleague.id }));
    const told = await tellAll(services);
    expect(toldTo(told, person).map(({ kind, words }) => [kind, words.includes(secretary.nameEn)])).toEqual([
      ['session.cancelled', true],
    ]);
    expect(toldTo(told, colleague).map(({ kind }) => kind)).toEqual(['session.registered']);
  });

  it('may be someone who cancelled or declined before, and stays one after a change of mode', async () => {
    await done(services, colleague, 'session.decline', about());
    await register(person);
    await done(services, person, 'session.substitute', about({ substitute: colleague.id }));
    await done(services, colleague, 'session.change-mode', about({ mode: 'online' }));
    expect(await held(colleague)).toMatchObject({ state: 'confirmed', mode: 'online', substituteForId: person.id });
    await done(services, colleague, 'session.cancel', about());
    await register(colleague);
    expect(await held(colleague)).toMatchObject({ state: 'confirmed', substituteForId: null });
  });

  it('must not be registered, nor the person themselves, and must fit the audience', async () => {
    await register(person, 'online');
    await register(colleague);
    expect(await refused(services, person, 'session.substitute', about({ substitute: colleague.id }))).toContain(
      'is registered',
    );
    expect(await refused(services, person, 'session.substitute', about({ substitute: person.id }))).toContain(
      'is registered',
    );
    const director = await buildPerson(services, { programme, company, level: 'management' });
    await services.database.session.update({ where: { id: session.id }, data: { audience: 'working' } });
    expect(await refused(services, person, 'session.substitute', about({ substitute: director.id }))).toContain(
      'working-level staff',
    );
  });

  it('needs a registration to take', async () => {
    expect(await refused(services, person, 'session.substitute', about({ substitute: colleague.id }))).toContain(
      'There is no registration',
    );
  });

  it('is asked for among colleagues only', async () => {
    await register(person);
    const stranger = await buildPerson(services, { programme });
    const form = JSON.stringify(await opened(services, person, 'session.substitute', about()));
    expect(form).toContain(colleague.id);
    expect(form).not.toContain(stranger.id);
  });
});

it('offers nobody of the wrong level', async () => {
  await register(person);
  await buildPerson(services, { programme, company, level: 'management' });
  await services.database.session.update({ where: { id: session.id }, data: { audience: 'working' } });
  const field = fieldOf(await opened(services, person, 'session.substitute', about()), 'substitute');
  expect('choices' in field ? field.choices.map(({ value }) => value) : []).toEqual([colleague.id]);
  const search = { account: person.account, action: 'session.substitute', field: 'substitute', typed: '' };
  expect(await searchChoices(services, { ...search, given: about() })).toHaveLength(1);
});

describe('the secretariat', () => {
  it('is offered, and can search, those of the attendee’s company but the attendee', async () => {
    await register(person);
    const stranger = await buildPerson(services, { programme });
    const given = about({ person: person.id });
    const field = fieldOf(await opened(services, secretary, 'session.substitute', given), 'substitute');
    expect('choices' in field ? field.choices.map(({ value }) => value) : []).toEqual([colleague.id]);
    const found = await searchChoices(services, {
      account: secretary.account,
      action: 'session.substitute',
      field: 'substitute',
      typed: stranger.nameEn,
      given,
    });
    expect(found).toEqual([]);
  });

  it('is told that somebody of another company cannot stand in, a participant not even that there is such a person', async () => {
    await register(person);
    const stranger = await buildPerson(services, { programme });
    const given = about({ person: person.id, substitute: stranger.id });
    expect(await refused(services, secretary, 'session.substitute', given)).toContain('of the same company');
    expect(await refused(services, person, 'session.substitute', given)).toContain('Nothing like that');
    const words = { origin: 'words' } as const;
    const foreign = about({ substitute: stranger.id });
    const preview = wordsOf(await ask(services, person, 'session.substitute', foreign, words));
    expect(preview).toContain('Nothing like that');
    expect(preview).not.toContain(stranger.nameEn);
  });
});

describe('declining', () => {
  it('without a registration answers the question', async () => {
    expect(await done(services, person, 'session.decline', about())).toContain('You will not attend');
    expect(await held(person)).toMatchObject({ state: 'declined', mode: null });
    expect(await done(services, person, 'session.decline', about())).toContain('You will not attend');
  });

  it('with a registration gives the place up, and can be taken back', async () => {
    await register(person);
    await done(services, person, 'session.decline', about());
    expect(await held(person)).toMatchObject({ state: 'declined', waitingFor: null });
    await register(person, 'online');
    expect(await held(person)).toMatchObject({ state: 'confirmed', mode: 'online' });
  });

  it('for a colleague is told to them only where they held something', async () => {
    await done(services, person, 'session.decline', about({ person: colleague.id }));
    expect(toldTo(await tellAll(services), colleague)).toEqual([]);
    await register(colleague);
    await done(services, person, 'session.decline', about({ person: colleague.id }));
    expect(toldTo(await tellAll(services), colleague).map(({ kind }) => kind)).toEqual(['session.cancelled']);
  });
});

describe('that a colleague cancelled', () => {
  it('is told', async () => {
    await register(colleague);
    await done(services, person, 'session.cancel', about({ person: colleague.id }));
    const [notice] = toldTo(await tellAll(services), colleague);
    expect(notice?.words).toContain(`${person.nameEn} cancelled your registration`);
  });

  it('is not told any more when they registered again before it was sent', async () => {
    await register(colleague);
    await done(services, person, 'session.cancel', about({ person: colleague.id }));
    await register(colleague);
    expect(toldTo(await tellAll(services), colleague)).toEqual([]);
  });
});
