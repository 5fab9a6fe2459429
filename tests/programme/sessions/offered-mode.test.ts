/** What a changed session does to those who hold a place, and what each of them is told, from what they held and last heard. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type BuiltPerson, buildPerson, buttonsOf, notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { changed } from './forms.js';

const given = programmeFixture({ session: { roomCapacity: 1 } });
const { about, done, member, opened, sendAllDue } = given;

let inRoom: BuiltPerson;
let onLine: BuiltPerson;
let waiting: BuiltPerson;
let onlineAndWaiting: BuiltPerson;

beforeEach(async () => {
  [inRoom, onLine] = [given.person, given.colleague];
  [waiting, onlineAndWaiting] = [await member(), await member()];
  await done(inRoom, 'session.register', about({ mode: 'onsite' }));
  await done(onLine, 'session.register', about({ mode: 'online' }));
  await done(waiting, 'session.register', about({ mode: 'onsite' }));
  await done(onlineAndWaiting, 'session.register', about({ mode: 'online' }));
  await done(onlineAndWaiting, 'session.change-mode', about({ mode: 'onsite' }));
});

async function change(changes: Parameters<typeof changed>[2]): Promise<string> {
  return await done(given.secretary, 'session.change', await changed(given.services, given.session, changes));
}

async function seats() {
  const rows = await given.database.registration.findMany({ where: { sessionId: given.session.id } });
  const of = ({ id }: BuiltPerson) => {
    const row = rows.find(({ personId }) => personId === id);
    return [row?.state, row?.mode, row?.waitingFor];
  };
  return { inRoom: of(inRoom), onLine: of(onLine), waiting: of(waiting), onlineAndWaiting: of(onlineAndWaiting) };
}

describe('a session that goes online', () => {
  it('shows its link, which has not changed, to those who never had it', async () => {
    await change({ method: 'online', roomCapacity: '' });
    const told = await sendAllDue();
    const words = notificationsTo(told, inRoom)[0]?.words ?? '';
    expect(words).toContain('Attendance: on site → online');
    expect(words).toContain(given.session.link);
    expect(notificationsTo(told, onLine)[0]?.words).not.toContain(given.session.link);
    expect(notificationsTo(told, onLine)[0]?.words).not.toContain('Attendance:');
  });

  it('and is mixed again before anybody was told leaves everyone where they were', async () => {
    const before = await seats();
    await change({ method: 'online', roomCapacity: '' });
    expect((await seats()).inRoom).toEqual(['confirmed', 'online', null]);
    await change({ method: 'mixed', roomCapacity: '1' });
    const { waiting: waits, ...others } = await seats();
    const { waiting: waited, ...otherBefore } = before;
    expect(others).toEqual(otherBefore);
    // Who waited for the room alone was given a place online meanwhile, keeps it, and waits on.
    expect(waited).toEqual(['waiting', 'onsite', 'onsite']);
    expect(waits).toEqual(['confirmed', 'online', 'onsite']);
    const told = await sendAllDue();
    expect(notificationsTo(told, inRoom)).toEqual([]);
    await done(inRoom, 'session.cancel', about());
    expect((await seats()).waiting).toEqual(['confirmed', 'onsite', null]);
    expect((await seats()).onlineAndWaiting).toEqual(['confirmed', 'online', 'onsite']);
  });

  it('and is mixed again after they were told leaves them online, and says how they stand', async () => {
    await change({ method: 'online', roomCapacity: '' });
    await sendAllDue();
    await change({ method: 'mixed', roomCapacity: '1' });
    expect((await seats()).inRoom).toEqual(['confirmed', 'online', null]);
    expect(notificationsTo(await sendAllDue(), inRoom)[0]?.words).toContain('Your answer: registered online');
  });

  it('and is mixed again does not undo what a person chose meanwhile', async () => {
    await change({ method: 'online', roomCapacity: '' });
    await done(inRoom, 'session.cancel', about());
    await done(inRoom, 'session.register', about({ mode: 'online' }));
    await change({ method: 'mixed', roomCapacity: '1' });
    expect((await seats()).inRoom).toEqual(['confirmed', 'online', null]);
  });
});

describe('who holds a place that is no longer meant for them', () => {
  it('keeps it, can leave it by every way, and sees the buttons', async () => {
    await change({ audience: 'working' });
    await given.database.membership.updateMany({ where: { personId: inRoom.id }, data: { level: 'management' } });
    expect((await seats()).inRoom).toEqual(['confirmed', 'onsite', null]);
    const shown = await given.ask(inRoom, 'session.show', about());
    expect(buttonsOf(shown).join()).toContain('session.cancel');
    await done(inRoom, 'session.decline', about());
    expect((await seats()).inRoom).toEqual(['declined', 'onsite', null]);
  });
});

describe('people who cannot be reached', () => {
  it('are named before and after a change, and are not counted as told', async () => {
    const silent = await buildPerson(given.services, { programme: given.programme, nameEn: 'Far Away' });
    await given.database.account.deleteMany({ where: { personId: silent.id } });
    await done(given.secretary, 'session.register', about({ person: silent.id, mode: 'online' }));
    const form = await opened(given.secretary, 'session.change', about());
    const shown = form.introduction.map((element) => ('text' in element ? element.text : '')).join('\n');
    expect(shown).toContain('4 registered people will be told');
    expect(shown).toContain('Not reached yet, as they have not opened this chat or cannot be written to: Far Away');
    const words = await change({ venueEn: 'Room B' });
    expect(words).toContain('4 people will be told');
    expect(words).toContain('Far Away');
    expect(await done(given.secretary, 'session.attendees', about())).toContain('not reached in chat yet');
    const off = await opened(given.secretary, 'session.call-off', about());
    expect(JSON.stringify(off.introduction)).toContain('Far Away');
    expect(await done(given.secretary, 'session.call-off', about({ agreed: true }))).toContain('Far Away');
  });
});
