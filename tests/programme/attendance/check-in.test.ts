/** Checking in: in whichever programme the session is, and not by trying codes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Programme, Session } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  opened,
  refused,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let person: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { checkInCode: '048213' });
  person = await buildPerson(services, { programme });
  services.clock.set(session.startsAt);
});

const came = async () =>
  (await services.database.attendance.findMany()).filter(({ personId }) => personId === person.id);

describe('someone who takes part in two programmes', () => {
  let other: Session;
  let elsewhere: { id: string };

  beforeEach(async () => {
    const second = await buildProgramme(services);
    elsewhere = await buildCompany(services, second);
    other = await buildSession(services, second, { checkInCode: '777777' });
    await services.database.membership.create({
      data: {
        programmeId: second.id,
        personId: person.id,
        role: 'participant',
        level: 'working',
        companyId: elsewhere.id,
      },
    });
    await services.database.person.update({ where: { id: person.id }, data: { chosenProgrammeId: programme.id } });
  });

  it('checks in by the code alone, whichever programme they look at, for the company they are with there', async () => {
    await done(services, person, 'session.check-in', { code: '777777' });
    expect(await came()).toMatchObject([{ sessionId: other.id, companyId: elsewhere.id }]);
  });

  it('checks in by the button of the session, even where both put up the same code', async () => {
    await services.database.session.update({ where: { id: other.id }, data: { checkInCode: '048213' } });
    const form = await opened(services, person, 'session.check-in', { session: other.id });
    await done(services, person, 'session.check-in', { ...form.known, code: '048213' });
    expect(await came()).toMatchObject([{ sessionId: other.id }]);
  });

  it('cannot check in to one session with the code of another', async () => {
    expect(await refused(services, person, 'session.check-in', { session: other.id, code: '048213' })).toContain(
      'not right',
    );
  });
});

it('in a programme in which one does not take part is not possible', async () => {
  const foreign = await buildSession(services, await buildProgramme(services), { checkInCode: '999999' });
  expect(await refused(services, person, 'session.check-in', { code: '999999' })).toContain('not right');
  expect(await refused(services, person, 'session.check-in', { session: foreign.id, code: '999999' })).toContain(
    'Nothing like that was found.',
  );
});

describe('wrong codes', () => {
  const wrong = () => refused(services, person, 'session.check-in', { code: '000000' });

  it('make the account wait for ten minutes after the fifth, even for the right one', async () => {
    for (const _ of [1, 2, 3, 4]) expect(await wrong()).toContain('not right');
    expect(await wrong()).toContain('in 10 minutes');
    services.clock.advance({ minutes: 9 });
    expect(await refused(services, person, 'session.check-in', { code: '048213' })).toContain('in 1 minute');
    services.clock.advance({ minutes: 1 });
    await done(services, person, 'session.check-in', { code: '048213' });
  });

  it('are forgotten after a right one', async () => {
    for (const _ of [1, 2, 3, 4]) await wrong();
    await done(services, person, 'session.check-in', { code: '048213' });
    expect(await wrong()).toContain('not right');
  });
});
