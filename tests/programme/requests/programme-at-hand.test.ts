/** Of several programmes the one at hand is meant, the same for every look-up; where none of them is, the person is asked. */
import { expect, it } from 'vitest';
import { buildProgramme, buildSession, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { code: 'MSM-1', titleEn: 'Of the later programme' } });
const { ask, member } = given;

async function inBoth() {
  const earlier = await buildProgramme(given.services, { startsOn: new Date('2024-01-01'), nameEn: 'Earlier' });
  const older = await buildSession(given.services, earlier, { code: 'MSM-1', titleEn: 'Of the earlier programme' });
  const person = await member({ company: given.company });
  const company = await given.database.company.create({
    data: { programmeId: earlier.id, code: 'C', nameJa: '社', nameEn: 'C', kana: 'シャ' },
  });
  await given.database.membership.create({
    data: {
      ...{ personId: person.id, programmeId: earlier.id, role: 'participant', level: 'working' },
      companyId: company.id,
    },
  });
  return { earlier, older, person };
}

it('a code means the session that the overview and the list show', async () => {
  const { earlier, older, person } = await inBoth();
  const register = { session: 'ｍｓｍ-1', mode: 'online' };
  for (const shown of ['home.show', 'session.list']) {
    expect(wordsOf(await ask(person, shown))).toContain('Of the later programme');
  }
  expect(outcomeOf(await ask(person, 'session.register', register, { submitted: true }))).toBe('done');
  const registered = async (sessionId: string) =>
    await given.database.registration.count({ where: { sessionId, personId: person.id } });
  expect([await registered(given.session.id), await registered(older.id)]).toEqual([1, 0]);
  await ask(person, 'programme.choose', { programme: earlier.id }, { submitted: true });
  for (const shown of ['home.show', 'session.list']) {
    expect(wordsOf(await ask(person, shown))).toContain('Of the earlier programme');
  }
  expect(outcomeOf(await ask(person, 'session.register', register, { submitted: true }))).toBe('done');
  expect([await registered(given.session.id), await registered(older.id)]).toEqual([1, 1]);
});

it('a code that two others have, and the one at hand has not, is asked about; the button does it there', async () => {
  const { earlier, person } = await inBoth();
  const third = await buildProgramme(given.services, { startsOn: new Date('2024-02-01'), nameEn: 'Third' });
  await given.database.membership.create({ data: { personId: person.id, programmeId: third.id, role: 'speaker' } });
  for (const programme of [earlier, third]) await buildSession(given.services, programme, { code: 'ONLY-1' });
  const asked = await ask(person, 'session.show', { session: 'ONLY-1' });
  expect(outcomeOf(asked)).toBe('preview');
  expect(wordsOf(asked)).toMatch(/Which programme.*\[Third\].*\[Earlier\]/s);
  const pinned = await ask(person, 'session.show', { session: 'ONLY-1', programme: third.id });
  expect(outcomeOf(pinned)).toBe('done');
  const foreign = await buildProgramme(given.services);
  expect(outcomeOf(await ask(person, 'session.show', { session: 'ONLY-1', programme: foreign.id }))).toBe('refused');
});
