/** The history of a session: who changed it, who registered or cancelled whom, what followed by itself, and who came. */
import { expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { changed } from './forms.js';

const given = programmeFixture({ session: { roomCapacity: 1 } });
const { about, ask, done } = given;

const history = async (from = 0) => wordsOf(await ask(given.secretary, 'session.changes', about({ from })));
const noted = async () =>
  (
    await given.database.registrationChange.findMany({
      where: { sessionId: given.session.id },
      orderBy: { number: 'asc' },
    })
  ).map(({ personId, wasState, state, mode, waitingFor, byId }) => [personId, wasState, state, mode, waitingFor, byId]);

it('tells who changed the time, from what to what', async () => {
  await done(given.secretary, 'session.change', await changed(given.services, given.session, { start: '16:00' }));
  const words = await history();
  expect(words).toContain(`by ${given.secretary.nameEn}`);
  expect(words).toMatch(/When: .*15:30.* → .*16:00/);
});

it('notes each change of a registration with who made it, and those that followed as nobody’s', async () => {
  const [person, colleague, secretary] = [given.person, given.colleague, given.secretary];
  await done(person, 'session.register', about({ mode: 'onsite' }));
  await done(secretary, 'session.register', about({ mode: 'onsite', person: colleague.id }));
  await done(secretary, 'session.cancel', about({ person: person.id }));
  expect(await noted()).toEqual([
    [person.id, null, 'confirmed', 'onsite', null, person.id],
    [colleague.id, null, 'waiting', 'onsite', 'onsite', secretary.id],
    [person.id, 'confirmed', 'cancelled', 'onsite', null, secretary.id],
    [colleague.id, 'waiting', 'confirmed', 'onsite', null, null],
  ]);
  const words = await history();
  expect(words).toContain(`${person.nameEn}: registered on site → cancelled`);
  expect(words).toContain('followed from a free place');
});

it('notes nothing where nothing changed', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  const before = await noted();
  await ask(given.person, 'session.register', about({ mode: 'online' }));
  expect(await noted()).toEqual(before);
});

it('says whose substitute comes, and what is recorded of who came', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  await done(given.person, 'session.substitute', about({ substitute: given.colleague.id }));
  given.services.clock.set(given.session.startsAt);
  await done(given.secretary, 'session.record', about({ people: [given.colleague.id], came: 'onsite' }));
  const words = await history();
  expect(words).toContain(`In place of ${given.person.nameEn}`);
  expect(words).toContain(`${given.colleague.nameEn}: attendance recorded: attended on site (secretariat)`);
});

it('has nobody’s name where leaving the programme ended it', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  await given.database.membership.updateMany({
    where: { personId: given.person.id },
    data: { endedAt: given.services.clock.now() },
  });
  await given.database.registration.updateMany({ where: { personId: given.person.id }, data: { state: 'cancelled' } });
  expect((await noted()).at(-1)).toEqual([given.person.id, 'confirmed', 'cancelled', 'online', null, null]);
});

it('is paged, and only the secretariat sees it', async () => {
  for (let time = 0; time < 8; time += 1) {
    await done(given.person, 'session.register', about({ mode: 'online' }));
    await done(given.person, 'session.cancel', about());
  }
  expect(buttonsOf(await ask(given.secretary, 'session.changes', about()))).toContain('session.changes');
  expect(await history(12)).toContain(given.person.nameEn);
  expect(wordsOf(await ask(given.person, 'session.changes', about()))).not.toContain(given.person.nameEn);
});
