/** A full session is waited for in order, and a free place goes to the next person. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type BuiltPerson, buildSession, notificationsTo, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { changed } from '../sessions/forms.js';

const given = programmeFixture({ session: { roomCapacity: 1, onlineCapacity: 1 } });
const { about, ask, done, member, refused, sendAllDue } = given;

let people: BuiltPerson[];

beforeEach(async () => {
  people = [];
  for (let number = 0; number < 4; number += 1) people.push(await member({ company: given.company }));
});

function who(place: number): BuiltPerson {
  const person = people[place];
  if (person === undefined) throw new Error(`nobody at ${place}`);
  return person;
}

async function register(place: number, mode: 'onsite' | 'online' = 'onsite'): Promise<string> {
  return await done(who(place), 'session.register', about({ mode }));
}

/** How each person stands, e.g. `onsite`, `waits onsite`, `online, waits onsite`. */
async function standings(): Promise<string[]> {
  const rows = await given.database.registration.findMany({ where: { sessionId: given.session.id } });
  return people.map(({ id }) => {
    const row = rows.find(({ personId }) => personId === id);
    if (row === undefined) return '-';
    if (row.state === 'waiting') return `waits ${row.waitingFor}`;
    if (row.state !== 'confirmed') return row.state;
    return row.waitingFor === null ? `${row.mode}` : `${row.mode}, waits ${row.waitingFor}`;
  });
}

async function promotedOf(place: number): Promise<number> {
  return await given.database.notification.count({
    where: { kind: 'session.promoted', personId: who(place).id },
  });
}

describe('a full session', () => {
  it('puts people on the waitlist in order, with the right number', async () => {
    await register(0);
    expect(await register(1)).toContain('number 1 on the waitlist');
    expect(await register(2)).toContain('number 2 on the waitlist');
    expect(await register(2)).toContain('already number 2 on the waitlist');
    const japanese = await member({
      company: given.company,
      language: 'ja',
    });
    expect(await done(japanese, 'session.register', about({ mode: 'onsite' }))).toContain('キャンセル待ち(3番目)');
    expect(await standings()).toEqual(['onsite', 'waits onsite', 'waits onsite', '-']);
    expect(wordsOf(await ask(who(3), 'session.show', about()))).toContain('On site: full (3 waiting)');
  });

  it('counts the room for those on site only', async () => {
    given.session = await buildSession(given.services, given.programme, { roomCapacity: 1, onlineCapacity: null });
    await register(0, 'online');
    await register(1, 'online');
    await register(2);
    expect(await standings()).toEqual(['online', 'online', 'onsite', '-']);
    expect(wordsOf(await ask(who(3), 'session.show', about()))).toContain('On site: full (0 waiting)');
  });

  it('lets nobody overtake those who wait, when a place is free that they were not given yet', async () => {
    await register(0);
    await register(1);
    await given.database.registration.updateMany({
      where: { sessionId: given.session.id, personId: who(0).id },
      data: { state: 'cancelled' },
    });
    expect(await register(2)).toContain('number 2 on the waitlist');
  });
});

describe('a place that falls free', () => {
  beforeEach(async () => {
    for (const place of [0, 1, 2]) await register(place);
  });

  it.each(['session.cancel', 'session.decline'] as const)('by %s goes to the first who waits', async (action) => {
    await done(who(0), action, about());
    expect((await standings()).slice(1)).toEqual(['onsite', 'waits onsite', '-']);
    const told = await sendAllDue();
    expect(notificationsTo(told, who(1)).map(({ kind }) => kind)).toEqual(['session.promoted']);
    expect(notificationsTo(told, who(1))[0]?.words).toContain('you are now registered on site');
    expect(notificationsTo(told, who(2))).toEqual([]);
  });

  it('by a change of mode goes to the first who waits', async () => {
    await done(who(0), 'session.change-mode', about({ mode: 'online' }));
    expect(await standings()).toEqual(['online', 'onsite', 'waits onsite', '-']);
  });

  it('by more capacity goes to as many as fit', async () => {
    await done(given.secretary, 'session.change', await changed(given.services, given.session, { roomCapacity: '３' }));
    expect(await standings()).toEqual(['onsite', 'onsite', 'onsite', '-']);
    const told = await sendAllDue();
    for (const place of [1, 2])
      expect(notificationsTo(told, who(place)).map(({ kind }) => kind)).toEqual(['session.promoted']);
    expect(notificationsTo(told, who(0)), 'capacity concerns nobody who has a place').toEqual([]);
  });

  it('by a session’s being called off goes to nobody', async () => {
    await done(given.secretary, 'session.call-off', about({ agreed: true }));
    expect(await standings()).toEqual(['onsite', 'waits onsite', 'waits onsite', '-']);
    expect(await promotedOf(1)).toBe(0);
  });

  it('after the start goes to nobody', async () => {
    given.services.clock.set(given.session.startsAt);
    await done(given.secretary, 'session.cancel', about({ person: who(0).id }));
    expect(await standings()).toEqual(['cancelled', 'waits onsite', 'waits onsite', '-']);
  });

  it('is not told of when it is given up again before that was sent', async () => {
    await done(who(0), 'session.cancel', about());
    await done(who(1), 'session.cancel', about());
    const told = await sendAllDue();
    expect(notificationsTo(told, who(1))).toEqual([]);
    expect(notificationsTo(told, who(2)).map(({ kind }) => kind)).toEqual(['session.promoted']);
    const states = await given.database.notification.findMany({ where: { personId: who(1).id } });
    expect(states.map(({ state }) => state)).toEqual(['suppressed']);
  });

  it('is told anew to who gave it up, waited again and got another', async () => {
    await done(who(0), 'session.cancel', about());
    expect(notificationsTo(await sendAllDue(), who(1))).toHaveLength(1);
    await done(who(1), 'session.cancel', about());
    await register(1);
    expect(await standings()).toEqual(['cancelled', 'waits onsite', 'onsite', '-']);
    await done(who(2), 'session.cancel', about());
    expect(notificationsTo(await sendAllDue(), who(1)).map(({ kind }) => kind)).toEqual(['session.promoted']);
    expect(await promotedOf(1)).toBe(2);
  });

  it('is not kept for who cancels and registers again: they go to the end', async () => {
    await done(who(1), 'session.cancel', about());
    expect(await register(1)).toContain('number 2 on the waitlist');
    await done(who(0), 'session.cancel', about());
    expect(await standings()).toEqual(['cancelled', 'waits onsite', 'onsite', '-']);
  });
});

describe('who holds a place in one mode and waits for the other', () => {
  it('keeps the place meanwhile, and frees it when moved up, which cascades', async () => {
    await register(0);
    await register(1, 'online');
    expect(await done(who(1), 'session.change-mode', about({ mode: 'onsite' }))).toContain(
      'Until then the registration online stays.',
    );
    await register(2, 'online');
    await register(3);
    expect(await standings()).toEqual(['onsite', 'online, waits onsite', 'waits online', 'waits onsite']);
    await done(who(0), 'session.cancel', about());
    expect(await standings()).toEqual(['cancelled', 'onsite', 'online', 'waits onsite']);
    const told = await sendAllDue();
    expect(notificationsTo(told, who(1))[0]?.words).toContain('registered on site');
    expect(notificationsTo(told, who(2))[0]?.words).toContain('registered online');
    expect(notificationsTo(told, who(3))).toEqual([]);
  });

  it('sees the link of the place held, and stops waiting on asking for it again', async () => {
    await register(0);
    await register(1, 'online');
    await done(who(1), 'session.change-mode', about({ mode: 'onsite' }));
    expect(wordsOf(await ask(who(1), 'session.show', about()))).toContain('secret-link');
    expect(wordsOf(await ask(who(1), 'session.show', about()))).toContain(
      'registered online, on the waitlist for on site',
    );
    await done(who(1), 'session.change-mode', about({ mode: 'online' }));
    expect(await standings()).toEqual(['onsite', 'online', '-', '-']);
  });

  it('gives up both on cancelling', async () => {
    await register(0);
    await register(1, 'online');
    await done(who(1), 'session.change-mode', about({ mode: 'onsite' }));
    await register(2, 'online');
    await done(who(1), 'session.cancel', about());
    await done(who(0), 'session.cancel', about());
    expect(await standings()).toEqual(['cancelled', 'cancelled', 'online', '-']);
  });
});

it('nothing to change or cancel is said so', async () => {
  expect(await refused(who(0), 'session.cancel', about())).toContain('There is no registration');
  expect(await refused(who(0), 'session.change-mode', about({ mode: 'online' }))).toContain('no registration');
  expect(await refused(given.secretary, 'session.cancel', about())).toContain('There is no registration');
});
