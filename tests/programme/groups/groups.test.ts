/** The secretariat makes groups, adjusts and rebuilds them, and tells people; each participant hears of their own alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { type BuiltPerson, buildCompany, notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { groups: texts, refusals } = textsFor('en');

let secretary: BuiltPerson;
let people: BuiltPerson[];

/** Two of one company, and four of four others. */
beforeEach(async () => {
  secretary = await given.member({ role: 'secretariat', language: 'en' });
  people = [given.person, given.colleague];
  for (const _ of [1, 2, 3, 4]) {
    const company = await buildCompany(given.services, given.programme);
    people.push(await given.member({ company }));
  }
  for (const person of people) await given.done(person, 'session.register', given.about({ mode: 'online' }));
  await given.sendAllDue();
});

const wish = (more = {}) => given.about({ by: 'number', value: '2', facilitators: 'Aki\nSumi', ...more });

async function places(): Promise<ReadonlyMap<string, number | null>> {
  const rows = await given.database.groupPlace.findMany({ where: { plan: { sessionId: given.session.id } } });
  return new Map(rows.map(({ personId, number }) => [personId, number]));
}

const agreed = () => given.about({ agreed: true });

async function toldNow(): Promise<readonly BuiltPerson[]> {
  const told = (await given.sendAllDue()).filter(({ kind }) => kind === 'groups.told');
  return people.filter((person) => notificationsTo(told, person).length > 0);
}

describe('groups that are made', () => {
  it('part colleagues, are balanced, and tell nobody', async () => {
    const words = await given.done(secretary, 'groups.make', wish());
    expect(words).toContain(texts.allKept);
    const found = await places();
    expect(found.get(given.person.id)).not.toBe(found.get(given.colleague.id));
    for (const number of [1, 2]) expect([...found.values()].filter((one) => one === number)).toHaveLength(3);
    expect(await toldNow()).toEqual([]);
    expect(await given.refused(given.person, 'groups.show', {})).toContain(refusals.no_own_group({}));
  });

  it('say which rule cannot be kept, and cannot be told then', async () => {
    const words = await given.done(secretary, 'groups.make', wish({ value: '1' }));
    expect(words).toContain(texts.broken.company(given.company.nameEn, 2, 1));
    expect(await given.refused(secretary, 'groups.publish', agreed())).toContain(refusals.rules_broken({}));
  });

  it('are not more than there are people', async () => {
    const reason = refusals.more_groups_than_people({ people: 6 });
    expect(await given.refused(secretary, 'groups.make', wish({ value: '7' }))).toContain(reason);
  });
});

describe('groups that are told', () => {
  it('reach everyone once, each with their own alone', async () => {
    await given.done(secretary, 'groups.make', wish());
    await given.done(secretary, 'groups.publish', agreed());
    expect(await toldNow()).toHaveLength(6);
    const own = await given.done(given.person, 'groups.show', given.about());
    expect(own).toContain(texts.groupNamed((await places()).get(given.person.id) ?? 0));
    for (const other of people.slice(1)) expect(own).not.toContain(other.nameEn);
    expect(await given.refused(secretary, 'groups.publish', agreed())).toContain(refusals.nothing_to_tell({}));
  });

  it('are told anew only to those whose group has changed, and from which to which', async () => {
    await given.done(secretary, 'groups.make', wish());
    await given.done(secretary, 'groups.publish', agreed());
    await given.sendAllDue();
    const before = await places();
    const { id: person } = given.person;
    await given.done(secretary, 'groups.move', given.about({ person, other: given.colleague.id }));
    expect(await toldNow(), 'not before they are told').toEqual([]);
    expect(await given.done(given.person, 'groups.show', {})).toContain(texts.groupNamed(before.get(person) ?? 0));
    await given.done(secretary, 'groups.publish', agreed());
    const told = await given.sendAllDue();
    expect(told).toHaveLength(2);
    const [from = 0, to = 0] = [before.get(person) ?? 0, before.get(given.colleague.id) ?? 0];
    const [own] = notificationsTo(told, given.person);
    expect(own?.words).toContain(`from ${from} to ${to}`);
  });
});

describe('a move by hand', () => {
  it('is refused where a colleague is, and says when sizes differ', async () => {
    await given.done(secretary, 'groups.make', wish());
    const found = await places();
    const [person = 0, colleague = 0] = [found.get(given.person.id), found.get(given.colleague.id)].map(Number);
    const toColleague = given.about({ person: given.person.id, number: String(colleague) });
    expect(await given.refused(secretary, 'groups.move', toColleague)).toContain('same company');
    const both = given.about({ person: given.person.id, number: String(colleague), other: given.colleague.id });
    expect(await given.refused(secretary, 'groups.move', both)).toContain(refusals.one_or_other({}));
    const alone = people.slice(2).find(({ id }) => found.get(id) === person);
    const words = await given.done(
      secretary,
      'groups.move',
      given.about({ person: alone?.id ?? '', number: String(colleague) }),
    );
    expect(words).toContain(texts.broken.sizes(2, 4));
  });
});

describe('people who drop out and join', () => {
  it('are fitted in with the fewest moves, and only those concerned are told: who is new, and whose group has another size', async () => {
    await given.done(secretary, 'groups.make', wish());
    await given.done(secretary, 'groups.publish', agreed());
    await given.sendAllDue();
    expect(await given.refused(secretary, 'groups.rebuild', agreed())).toContain(refusals.nothing_to_rebuild({}));
    const before = await places();
    // Two of one group leave, and the one who joins goes where there is room.
    const left = people
      .slice(2)
      .filter(({ id }) => before.get(id) === 1)
      .slice(0, 2);
    for (const person of left) await given.done(person, 'session.cancel', given.about());
    const joined = await given.member({ company: await buildCompany(given.services, given.programme) });
    people.push(joined);
    await given.done(joined, 'session.register', given.about({ mode: 'online' }));
    await given.sendAllDue();
    expect(await given.refused(secretary, 'groups.publish', agreed())).toContain(refusals.groups_outdated({}));
    expect(await given.done(secretary, 'groups.show', given.about())).toContain(texts.outdated(1, 2, 0));
    await given.done(secretary, 'groups.rebuild', agreed());
    const after = await places();
    const stayed = people.filter(({ id }) => before.has(id) && after.has(id));
    expect(stayed).toHaveLength(4);
    expect(stayed.filter(({ id }) => before.get(id) !== after.get(id))).toEqual([]);
    expect(after.get(joined.id)).toBe(1);
    await given.done(secretary, 'groups.publish', agreed());
    const concerned = people.filter(({ id }) => after.get(id) === 1).map(({ id }) => id);
    expect((await toldNow()).map(({ id }) => id)).toEqual(concerned);
    expect(concerned).toHaveLength(2);
  });
});

it('keeps two of one company apart in the database, too', async () => {
  await given.done(secretary, 'groups.make', wish());
  const { id: personId } = given.person;
  const { planId } = await given.database.groupPlace.findFirstOrThrow({ where: { personId } });
  const number = (await places()).get(given.colleague.id) ?? 0;
  const place = { where: { planId_personId: { planId, personId } }, data: { number } };
  await expect(given.database.groupPlace.update(place)).rejects.toThrow(/[Uu]nique constraint/);
});
