/** Checking in: in whichever programme the session is, and not by trying codes. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../prisma/client.js';
import { buildCompany, buildProgramme, buildSession } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { checkInCode: '048213' } });
const { done, opened, refused } = given;

beforeEach(async () => {
  given.services.clock.set(given.session.startsAt);
});

const came = async () =>
  (await given.database.attendance.findMany()).filter(({ personId }) => personId === given.person.id);

describe('someone who takes part in two programmes', () => {
  let other: Session;
  let elsewhere: { id: string };

  beforeEach(async () => {
    const second = await buildProgramme(given.services);
    elsewhere = await buildCompany(given.services, second);
    other = await buildSession(given.services, second, { checkInCode: '777777' });
    await given.database.membership.create({
      data: {
        programmeId: second.id,
        personId: given.person.id,
        role: 'participant',
        level: 'working',
        companyId: elsewhere.id,
      },
    });
    await given.database.person.update({
      where: { id: given.person.id },
      data: { chosenProgrammeId: given.programme.id },
    });
  });

  it('checks in by the code alone, whichever programme they look at, for the company they are with there', async () => {
    await done(given.person, 'session.check-in', { code: '777777' });
    expect(await came()).toMatchObject([{ sessionId: other.id, companyId: elsewhere.id }]);
  });

  it('checks in by the button of the session, even where both put up the same code', async () => {
    await given.database.session.update({ where: { id: other.id }, data: { checkInCode: '048213' } });
    const form = await opened(given.person, 'session.check-in', { session: other.id });
    await done(given.person, 'session.check-in', { ...form.known, code: '048213' });
    expect(await came()).toMatchObject([{ sessionId: other.id }]);
  });

  it('cannot check in to one session with the code of another', async () => {
    expect(await refused(given.person, 'session.check-in', { session: other.id, code: '048213' })).toContain(
      'not right',
    );
  });
});

it('in a programme in which one does not take part is not possible', async () => {
  const foreign = await buildSession(given.services, await buildProgramme(given.services), { checkInCode: '999999' });
  expect(await refused(given.person, 'session.check-in', { code: '999999' })).toContain('not right');
  expect(await refused(given.person, 'session.check-in', { session: foreign.id, code: '999999' })).toContain(
    'I could not find what you named. Please choose it from a list, for example “sessions”.',
  );
});

describe('wrong codes', () => {
  const wrong = () => refused(given.person, 'session.check-in', { code: '000000' });

  it('make the account wait for ten minutes after the fifth, even for the right one', async () => {
    for (const _ of [1, 2, 3, 4]) expect(await wrong()).toContain('not right');
    expect(await wrong()).toContain('in 10 minutes');
    given.services.clock.advance({ minutes: 9 });
    expect(await refused(given.person, 'session.check-in', { code: '048213' })).toContain('in 1 minute');
    given.services.clock.advance({ minutes: 1 });
    await done(given.person, 'session.check-in', { code: '048213' });
  });

  it('are forgotten after a right one', async () => {
    for (const _ of [1, 2, 3, 4]) await wrong();
    await done(given.person, 'session.check-in', { code: '048213' });
    expect(await wrong()).toContain('not right');
  });
});
