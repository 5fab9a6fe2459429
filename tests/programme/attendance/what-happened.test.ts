/** Records of who came follow what happened: the session's day, the place, the newer record and the secretariat's correction. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Value } from '../../../programme/messages/message.js';
import { countAttendance } from '../../../programme/reports/reports.sql.js';
import type { Mode } from '../../../programme/requests/context.js';
import { type BuiltPerson, buildSession, fieldOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { changed } from '../sessions/forms.js';

const given = programmeFixture({ session: { roomCapacity: 1, checkInCode: '048213' } });
const { about, done, member, opened, refused } = given;

let inRoom: BuiltPerson;
let onLine: BuiltPerson;
let next: BuiltPerson;

beforeEach(async () => {
  [inRoom, onLine] = [given.person, given.colleague];
  next = await member({ company: given.company });
  for (const [person, mode] of [
    [inRoom, 'onsite'],
    [onLine, 'online'],
    [next, 'onsite'],
  ] as const) {
    await done(person, 'session.register', about({ mode }));
  }
});

const open = () => given.services.clock.set(new Date(given.session.startsAt.getTime() - 30 * 60_000));
const checkIn = async (person: BuiltPerson) => await done(person, 'session.check-in', { code: '048213' });
const join = async (person: BuiltPerson) => await done(person, 'session.join', about());

const record = async (people: readonly BuiltPerson[], came: Mode | 'absent', seen?: Value) =>
  await done(
    given.secretary,
    'session.record',
    about({ people: people.map(({ id }) => id), came, ...(seen !== undefined && { seen }) }),
  );

async function current() {
  const rows = await given.database.attendance.findMany({
    where: { sessionId: given.session.id, supersededAt: null },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ personId, mode, source }) => [personId, mode ?? 'absent', source]);
}

async function ends() {
  const rows = await given.database.attendance.findMany({
    where: { sessionId: given.session.id },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ ended }) => ended);
}

async function figures() {
  const rows = await countAttendance(given.database, given.programme.id);
  const found = rows.find(({ sessionId }) => sessionId === given.session.id);
  return [found?.people, found?.offline, found?.online];
}

async function change(changes: Parameters<typeof changed>[2]): Promise<string> {
  return await done(given.secretary, 'session.change', await changed(given.services, given.session, changes));
}

describe('a session that is moved to another day after people checked in', () => {
  it('has nobody there yet, and on the new day they check in', async () => {
    open();
    await checkIn(inRoom);
    await join(onLine);
    expect(await figures()).toEqual([2, 1, 1]);
    await change({ date: '2024-11-14' });
    expect(await figures()).toEqual([0, 0, 0]);
    expect(await ends()).toEqual(['moved', 'moved']);
    expect(await refused(inRoom, 'session.check-in', { code: '048213' })).toContain('not');
    given.services.clock.set('2024-11-14T15:00:00+09:00');
    await checkIn(inRoom);
    expect(await figures()).toEqual([1, 1, 0]);
    expect(await done(given.secretary, 'session.history', about())).toContain('void, as the session was moved');
  });

  it('keeps its records where only the hour of the day was changed, or the date was put right afterwards', async () => {
    open();
    await checkIn(inRoom);
    await change({ start: '15:45' });
    expect(await figures()).toEqual([1, 1, 0]);
    given.services.clock.set('2024-11-10T09:00:00+09:00');
    await change({ date: '2024-11-08', endDate: '', deadlineDate: '2024-11-01' });
    expect(await figures()).toEqual([1, 1, 0]);
  });
});

describe('a session that is called off after people checked in', () => {
  it('counts nobody, and what was recorded can be corrected, but nothing new be recorded', async () => {
    open();
    await checkIn(inRoom);
    await done(given.secretary, 'session.call-off', about({ reason: 'Typhoon', agreed: true }));
    expect(await figures()).toEqual([0, 0, 0]);
    const form = await opened(given.secretary, 'session.record', about());
    expect(form.introduction.map((element) => ('text' in element ? element.text : ''))).toContain(
      'The session was called off, so the figures count nobody. You can only correct what was recorded.',
    );
    const people = fieldOf(form, 'people');
    expect(people.kind === 'several choices' && people.choices.map(({ value }) => value)).toEqual([inRoom.id]);
    await record([inRoom], 'absent');
    expect(await current()).toEqual([[inRoom.id, 'absent', 'secretariat']]);
    expect(await refused(given.secretary, 'session.record', about({ people: [onLine.id], came: 'online' }))).toContain(
      'called off',
    );
    expect(await figures()).toEqual([0, 0, 0]);
  });
});

describe('who checked in and gives up the place before the start', () => {
  const leave: Readonly<Record<string, () => Promise<unknown>>> = {
    cancels: async () => await done(inRoom, 'session.cancel', about()),
    declines: async () => await done(inRoom, 'session.decline', about()),
    'changes to online': async () => {
      await done(given.secretary, 'session.change-mode', about({ person: inRoom.id, mode: 'online' }));
    },
    'sends a substitute': async () => {
      const substitute = await member({ company: given.company });
      await done(given.secretary, 'session.substitute', about({ person: inRoom.id, substitute: substitute.id }));
    },
  };

  it.each(Object.keys(leave))('and %s is not counted beside the one who has the chair now', async (how) => {
    open();
    await checkIn(inRoom);
    await leave[how]?.();
    expect(await ends()).toEqual(['left']);
    if (how !== 'sends a substitute') await checkIn(next);
    const there = (await figures())[0] ?? 0;
    expect(there).toBe(how === 'sends a substitute' ? 0 : 1);
  });

  it('stays counted once the session has begun', async () => {
    open();
    await checkIn(inRoom);
    given.services.clock.set(new Date(given.session.startsAt.getTime() + 60_000));
    await done(given.secretary, 'session.cancel', about({ person: inRoom.id }));
    expect(await figures()).toEqual([1, 1, 0]);
  });
});

describe('a form that was opened before somebody checked in', () => {
  it('leaves the newer record, and says whose', async () => {
    open();
    const { known } = await opened(given.secretary, 'session.record', about());
    await checkIn(inRoom);
    const words = await record([inRoom, onLine, next], 'absent', known.seen);
    expect(words).toContain('recorded for 2 people: did not attend');
    expect(words).toContain(`${inRoom.nameEn}: attended on site (check-in code)`);
    expect(await current()).toContainEqual([inRoom.id, 'onsite', 'check_in_code']);
  });

  it('overwrites what it has shown', async () => {
    open();
    await checkIn(inRoom);
    const { known } = await opened(given.secretary, 'session.record', about());
    await record([inRoom], 'absent', known.seen);
    expect(await current()).toEqual([[inRoom.id, 'absent', 'secretariat']]);
  });
});

describe('a correction by the secretariat', () => {
  it('stands when the person presses the button again, who still gets the link and is told', async () => {
    open();
    await join(onLine);
    await record([onLine], 'absent');
    const words = await join(onLine);
    expect(words).toContain('the secretariat has recorded: did not attend');
    expect(words).toContain(given.session.link);
    await record([inRoom], 'absent');
    expect(await checkIn(inRoom)).toContain('the secretariat has recorded: did not attend');
    expect(await current()).toEqual([
      [onLine.id, 'absent', 'secretariat'],
      [inRoom.id, 'absent', 'secretariat'],
    ]);
  });
});

describe('coming in a way that the session does not offer', () => {
  it('is not recorded, neither of those expected nor of a walk-in', async () => {
    given.session = await buildSession(given.services, given.programme, { method: 'in_person' });
    await done(inRoom, 'session.register', about({ mode: 'onsite' }));
    open();
    expect(await refused(given.secretary, 'session.record', about({ people: [inRoom.id], came: 'online' }))).toContain(
      'online',
    );
    expect(await refused(given.secretary, 'session.walk-in', about({ person: next.id, mode: 'online' }))).toContain(
      'online',
    );
    const came = fieldOf(await opened(given.secretary, 'session.record', about()), 'came');
    expect(came.kind === 'choice' && came.choices.map(({ value }) => value)).toEqual([
      ...['onsite', 'absent', 'as_registered'],
    ]);
    expect(await current()).toEqual([]);
  });
});
