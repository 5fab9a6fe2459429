/** Checking in: in whichever programme the session is, and not by trying codes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Programme, Session } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildHouse,
  buildPerson,
  buildProgramme,
  buildSession,
  done,
  opened,
  refused,
  type TestHouse,
} from '../../support/factories.js';

let test: TestDatabase;
let house: TestHouse;
let programme: Programme;
let session: Session;
let person: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  house = buildHouse(test.database);
  programme = await buildProgramme(house);
  session = await buildSession(house, programme, { checkInCode: '048213' });
  person = await buildPerson(house, { programme });
  house.clock.set(session.startsAt);
});

const came = async () => (await house.database.attendance.findMany()).filter(({ personId }) => personId === person.id);

describe('someone who takes part in two programmes', () => {
  let other: Session;
  let elsewhere: { id: string };

  beforeEach(async () => {
    const second = await buildProgramme(house);
    elsewhere = await buildCompany(house, second);
    other = await buildSession(house, second, { checkInCode: '777777' });
    await house.database.membership.create({
      data: {
        programmeId: second.id,
        personId: person.id,
        role: 'participant',
        level: 'working',
        companyId: elsewhere.id,
      },
    });
    await house.database.person.update({ where: { id: person.id }, data: { chosenProgrammeId: programme.id } });
  });

  it('checks in by the code alone, whichever programme they look at, for the company they are with there', async () => {
    await done(house, person, 'session.check-in', { code: '777777' });
    expect(await came()).toMatchObject([{ sessionId: other.id, companyId: elsewhere.id }]);
  });

  it('checks in by the button of the session, even where both put up the same code', async () => {
    await house.database.session.update({ where: { id: other.id }, data: { checkInCode: '048213' } });
    const form = await opened(house, person, 'session.check-in', { session: other.id });
    await done(house, person, 'session.check-in', { ...form.known, code: '048213' });
    expect(await came()).toMatchObject([{ sessionId: other.id }]);
  });

  it('cannot check in to one session with the code of another', async () => {
    expect(await refused(house, person, 'session.check-in', { session: other.id, code: '048213' })).toContain(
      'not right',
    );
  });
});

it('in a programme in which one does not take part is not possible', async () => {
  const foreign = await buildSession(house, await buildProgramme(house), { checkInCode: '999999' });
  expect(await refused(house, person, 'session.check-in', { code: '999999' })).toContain('not right');
  expect(await refused(house, person, 'session.check-in', { session: foreign.id, code: '999999' })).toContain(
    'Nothing like that was found.',
  );
});

describe('wrong codes', () => {
  const wrong = () => refused(house, person, 'session.check-in', { code: '000000' });

  it('make the account wait for ten minutes after the fifth, even for the right one', async () => {
    for (const _ of [1, 2, 3, 4]) expect(await wrong()).toContain('not right');
    expect(await wrong()).toContain('in 10 minutes');
    house.clock.advance({ minutes: 9 });
    expect(await refused(house, person, 'session.check-in', { code: '048213' })).toContain('in 1 minute');
    house.clock.advance({ minutes: 1 });
    await done(house, person, 'session.check-in', { code: '048213' });
  });

  it('are forgotten after a right one', async () => {
    for (const _ of [1, 2, 3, 4]) await wrong();
    await done(house, person, 'session.check-in', { code: '048213' });
    expect(await wrong()).toContain('not right');
  });
});
