/** The list of who comes: what each person answered, and what each participant sees of their own answer. */
import { expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { about, ask, done } = given;

const listed = async () => wordsOf(await ask(given.secretary, 'session.attendees', about())).split('\n');

it('tells apart who cancelled from who never answered', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  await done(given.person, 'session.cancel', about());
  const lines = await listed();
  expect(lines).toContain(`${given.person.nameEn}: cancelled`);
  expect(lines).toContain(`${given.colleague.nameEn}: not answered`);
  expect(lines).toContain('Cancelled: 1 person from 1 company');
  expect(lines).toContain('Not answered: 1 person from 1 company');
});

it('says who sends a substitute, for as long as the substitute comes', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  await done(given.person, 'session.substitute', about({ substitute: given.colleague.id }));
  const lines = await listed();
  expect(lines).toContain(`${given.person.nameEn}: sends a substitute`);
  expect(lines).toContain(`${given.colleague.nameEn}: registered online`);
  expect(lines).toContain('Sends a substitute: 1 person from 1 company');
  await done(given.colleague, 'session.cancel', about());
  expect(await listed()).toContain(`${given.person.nameEn}: cancelled`);
});

it('shows the person that they cancelled, and lets them register again', async () => {
  await done(given.person, 'session.register', about({ mode: 'online' }));
  await done(given.person, 'session.cancel', about());
  const shown = await ask(given.person, 'session.show', about());
  expect(wordsOf(shown)).toContain('Your answer: cancelled');
  expect(buttonsOf(shown)).toContain('session.register');
});
