/** People are told what has changed of their group since they were told of it last, and nothing that they know. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { sessionTexts } from '../../../programme/sessions/texts.js';
import { type BuiltPerson, buildCompany, notificationsTo, type SentNotification } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { groups: texts, refusals } = textsFor('en');

let secretary: BuiltPerson;
let people: BuiltPerson[];

/** Two of one company and two of two others, in two groups of two. */
beforeEach(async () => {
  secretary = await given.member({ role: 'secretariat', language: 'en' });
  people = [];
  for (const company of [given.company, given.company, null, null]) {
    const own = company ?? (await buildCompany(given.services, given.programme));
    people.push(await given.member({ company: own, language: 'en' }));
  }
  for (const person of people) await given.done(person, 'session.register', given.about({ mode: 'online' }));
  await given.done(secretary, 'groups.make', wish());
  await given.sendAllDue();
});

const wish = (more = {}) => given.about({ by: 'number', value: '2', facilitators: 'Aki\nSumi', ...more });
const publish = async () => await given.done(secretary, 'groups.publish', given.about({ agreed: true }));

async function numberOf({ id: personId }: BuiltPerson): Promise<number> {
  const where = { personId, plan: { sessionId: given.session.id } };
  return (await given.database.groupPlace.findFirstOrThrow({ where })).number ?? 0;
}

async function inGroup(number: number): Promise<readonly BuiltPerson[]> {
  const rows = await given.database.groupPlace.findMany({ where: { plan: { sessionId: given.session.id }, number } });
  return people.filter(({ id }) => rows.some(({ personId }) => personId === id));
}

async function sent(): Promise<readonly SentNotification[]> {
  return (await given.sendAllDue()).filter(({ kind }) => kind === 'groups.told');
}

const wordsTo = (told: readonly SentNotification[], person: BuiltPerson) =>
  notificationsTo(told, person).map(({ words }) => words);

const title = () => sessionTexts.en.titled(given.session.code, given.session.titleEn);

async function swap(): Promise<readonly [BuiltPerson, BuiltPerson]> {
  const [first, second] = [(await inGroup(1))[0], (await inGroup(2))[0]];
  if (first === undefined || second === undefined) throw new Error('two groups');
  const colleagues = people.slice(0, 2);
  const [one, other] = colleagues.includes(first) === colleagues.includes(second) ? [first, second] : colleagues;
  if (one === undefined || other === undefined) throw new Error('two colleagues');
  await given.done(secretary, 'groups.move', given.about({ person: one.id, other: other.id }));
  return [one, other];
}

describe('another facilitator', () => {
  const facilitate = (facilitator: string) => given.about({ number: '1', facilitator, agreed: true });

  it('is told at once to those who were told of the group, and to nobody again', async () => {
    await publish();
    await sent();
    const form = await given.opened(secretary, 'groups.facilitate', given.about({ number: '1', facilitator: 'Emi' }));
    const does = texts.facilitateDoes({ number: 1, before: 'Aki', facilitator: 'Emi', people: 2 });
    expect(form.introduction[0]).toMatchObject({ text: does });
    await given.done(secretary, 'groups.facilitate', facilitate('Emi'));
    const told = await sent();
    expect(told).toHaveLength(2);
    for (const person of await inGroup(1)) {
      expect(wordsTo(told, person)).toEqual([expect.stringContaining('Emi')]);
      expect(wordsTo(told, person)[0]).toContain(texts.notices.details(title(), 1, [texts.aspects.facilitator]));
      expect(await given.done(person, 'groups.show', given.about())).toContain('Emi');
    }
    const reason = refusals.nothing_to_tell({});
    expect(await given.refused(secretary, 'groups.publish', given.about({ agreed: true }))).toContain(reason);
  });

  it('is told to nobody before they are told of the group, and is not what the group has already', async () => {
    expect(await given.done(secretary, 'groups.facilitate', facilitate(''))).toContain(texts.facilitated(1, '', 0));
    const reason = refusals.same_facilitator({ number: 1, name: '' });
    const again = given.about({ number: '1', facilitator: '' });
    const form = await given.opened(secretary, 'groups.facilitate', again);
    expect(JSON.stringify(form.introduction)).toContain(reason);
    expect(await given.refused(secretary, 'groups.facilitate', { ...facilitate('Emi'), number: '3' })).toContain(
      refusals.no_such_group({ groups: 2 }),
    );
    expect(await sent()).toEqual([]);
    await publish();
    expect((await sent()).map(({ words }) => words).join('\n')).toContain(texts.noFacilitator);
  });

  it('by making the groups anew is shown to participants only once it is told, to the group concerned', async () => {
    await publish();
    await sent();
    await given.done(secretary, 'groups.make', wish({ facilitators: 'Aki\nEmi' }));
    const concerned = await inGroup(2);
    for (const person of concerned) expect(await given.done(person, 'groups.show', given.about())).not.toContain('Emi');
    await publish();
    const told = await sent();
    for (const person of people) expect(notificationsTo(told, person)).toHaveLength(concerned.includes(person) ? 1 : 0);
    for (const person of concerned) expect(await given.done(person, 'groups.show', given.about())).toContain('Emi');
  });
});

describe('the message', () => {
  it('does not reach who no longer takes part, and shows them no group', async () => {
    await publish();
    const [person] = people;
    if (person === undefined) throw new Error('somebody');
    await given.done(person, 'session.cancel', given.about());
    const told = await sent();
    expect(notificationsTo(told, person)).toEqual([]);
    expect(told).toHaveLength(3);
    expect(await given.refused(person, 'groups.show', given.about())).toContain(refusals.no_own_group({}));
  });

  it('says from which group only where they were told of it', async () => {
    await publish();
    // Nothing of the first publication is sent yet.
    const [one, other] = await swap();
    await publish();
    const told = await sent();
    for (const person of [one, other]) {
      const words = wordsTo(told, person);
      expect(words).toEqual([expect.stringContaining(texts.notices.told(title(), await numberOf(person)))]);
    }
  });

  it('says it from the group that they were told of last, past one that never reached them', async () => {
    await publish();
    await sent();
    const [one, other] = await swap();
    const before = await numberOf(other);
    await publish();
    await given.done(secretary, 'groups.move', given.about({ person: one.id, other: other.id }));
    await publish();
    // They are where they were told that they are.
    const told = await sent();
    expect(before).not.toBe(await numberOf(other));
    for (const person of [one, other])
      expect(wordsTo(told, person)).toEqual([
        expect.stringContaining(texts.notices.told(title(), await numberOf(person))),
      ]);
  });
});

describe('groups that changed while they were shown', () => {
  it('are neither moved, made nor told by what was shown before', async () => {
    const { id: person } = people[2] ?? secretary;
    const { known } = await given.opened(secretary, 'groups.move', given.about());
    const making = await given.opened(secretary, 'groups.make', given.about());
    const telling = await given.opened(secretary, 'groups.publish', given.about());
    await swap();
    const number = String(3 - (await numberOf(people[2] ?? secretary)));
    const reason = refusals.groups_changed({});
    const moving = { ...known, person, number };
    expect(await given.refused(secretary, 'groups.move', moving)).toContain(reason);
    expect(await given.refused(secretary, 'groups.make', { ...wish(), ...making.known })).toContain(reason);
    expect(await given.refused(secretary, 'groups.publish', telling.known)).toContain(reason);
    const fresh = await given.opened(secretary, 'groups.move', given.about());
    await given.done(secretary, 'groups.move', { ...fresh.known, person, number });
  });
});

it('names in its preview those of whom the rebuilding says that they moved', async () => {
  await given.done(secretary, 'groups.make', wish({ value: '3' }));
  const alone = people.find((_, index) => index === 3) ?? secretary;
  await given.done(alone, 'session.cancel', given.about());
  const joined = await given.member({ company: given.company, language: 'en' });
  await given.done(joined, 'session.register', given.about({ mode: 'online' }));
  const form = await given.opened(secretary, 'groups.rebuild', given.about());
  const before = new Map(
    await Promise.all(people.slice(0, 3).map(async (one) => [one.id, await numberOf(one)] as const)),
  );
  const words = await given.done(secretary, 'groups.rebuild', form.known);
  const moved: BuiltPerson[] = [];
  for (const one of people.slice(0, 3)) if (before.get(one.id) !== (await numberOf(one))) moved.push(one);
  expect(words).toContain(texts.rebuilt(moved.length));
  const shown = JSON.stringify(form.introduction);
  for (const one of people.slice(0, 3)) expect(shown.includes(one.nameEn)).toBe(moved.includes(one));
});
