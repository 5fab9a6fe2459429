/** Calendar files over many random series of changes, as a calendar reads them: one entry, always the latest, taken out only where it was put in (R16). */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { raiseEvent } from '../../../programme/calendar/calendar.sql.js';
import { type CalendarEntry, invitationElements } from '../../../programme/calendar/invite.js';
import type { BuiltPerson } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { type ReadCalendar, readCalendar } from '../../support/read-calendar.js';

const fixture = programmeFixture({ programme: { contact: '事務局(spp@example.org、03-1234-5678)' } });
const start = new Date('2025-02-04T04:00:00Z');
const HOUR = 3_600_000;

const entry: CalendarEntry = {
  ...{ subjectId: '', programmeId: '', title: '個別相談', place: '', description: '', link: '' },
  ...{ startsAt: start, endsAt: new Date(start.getTime() + HOUR), timeZone: 'Asia/Tokyo' },
};

interface Given {
  readonly personId: string;
  readonly entry: CalendarEntry;
  readonly stands: boolean;
  readonly onlyUpdates?: boolean;
}

/** The file that the person is given; null where they are given none. */
async function give(transaction: Transaction, given: Given, language: 'ja' | 'en' = 'ja') {
  const { files, fileLinks, clock } = fixture.services;
  const context = { transaction, now: clock.now(), language, timeZone: 'Asia/Tokyo', files, fileLinks };
  const elements = await invitationElements(context, given);
  const file = elements.find((one) => one.kind === 'file');
  const note = elements.find((one) => one.kind === 'note');
  if (file === undefined) return null;
  const chunks = await transaction.fileChunk.findMany({ where: { fileId: file.file } });
  const read = readCalendar(Buffer.concat(chunks.map(({ bytes }) => bytes)));
  return { read, words: note?.text ?? '', file };
}

/** A calendar that takes files as RFC 5546 (3.2.2, 3.2.5) asks for: by UID, and nothing older than what it has. */
class Calendar {
  uid: string | null = null;
  sequence = -1;
  shown: ReadCalendar | null = null;

  open(read: ReadCalendar, personName: string): void {
    expect(this.uid ?? read.uid).toBe(read.uid);
    expect(read.organiser.address).toBe('spp@example.org');
    expect(read.attendees.map(({ name }) => name)).toEqual([personName]);
    if (read.method === 'CANCEL') expect(this.uid, 'a withdrawal of what was never given').not.toBeNull();
    else expect(read.method).toBe('REQUEST');
    expect(read.sequence).toBeGreaterThanOrEqual(this.sequence);
    const says = ({ title, startsAt, place, link, method }: ReadCalendar) =>
      JSON.stringify([method, title, startsAt, place, link]);
    if (this.shown !== null && says(this.shown) !== says(read)) expect(read.sequence).toBeGreaterThan(this.sequence);
    this.uid = read.uid;
    this.sequence = read.sequence;
    this.shown = read;
  }
}

/** One step of a series: something changes for everyone, or for one person alone, who may be told or not. */
const step = fc.record({
  what: fc.constantFrom('move', 'move', 'place', 'leave', 'return', 'call off'),
  who: fc.nat(1),
  hours: fc.integer({ min: -48, max: 48 }),
  told: fc.boolean(),
});

async function play(
  transaction: Transaction,
  people: readonly BuiltPerson[],
  steps: readonly { what: string; who: number; hours: number; told: boolean }[],
): Promise<void> {
  const subjectId = randomUUID();
  let now: CalendarEntry = { ...entry, subjectId, programmeId: fixture.programme.id };
  const going = people.map(() => true);
  const calendars = people.map(() => new Calendar());
  let held = true;
  await raiseEvent(transaction, subjectId);
  const tell = async (index: number, onlyUpdates: boolean) => {
    const [person, calendar] = [people[index], calendars[index]];
    if (person === undefined || calendar === undefined) throw new Error('no such person');
    const stands = held && going[index] === true;
    const had = calendar.shown;
    const given = await give(transaction, { personId: person.id, entry: now, stands, onlyUpdates });
    if (given === null) {
      // Nothing is given only to who has nothing that is to go or to change.
      expect(had === null || had.method === 'CANCEL' ? 'nothing' : had.method).toBe('nothing');
      return;
    }
    calendar.open(given.read, person.nameJa);
    expect(given.read.method).toBe(stands ? 'REQUEST' : 'CANCEL');
    if (stands) expect(given.read.startsAt).toEqual(now.startsAt);
  };
  await tell(0, false);
  for (const { what, who, hours, told } of steps) {
    if (what === 'move') {
      const startsAt = new Date(now.startsAt.getTime() + hours * HOUR);
      now = { ...now, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) };
    }
    if (what === 'place') now = { ...now, place: `${hours}階` };
    if (what === 'leave') going[who] = false;
    if (what === 'return') going[who] = true;
    if (what === 'call off') held = false;
    // Who leaves or comes back changes nothing for the others.
    if (what !== 'leave' && what !== 'return') await raiseEvent(transaction, subjectId);
    await tell(who, !told);
  }
  for (const index of people.keys()) await tell(index, true);
}

describe('a series of changes', () => {
  it('leaves each calendar with one entry, the latest, or with none: 1,000 series', { timeout: 600_000 }, async () => {
    const people = [fixture.person, fixture.colleague];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        await inTransaction(fixture.database, async (transaction) => await play(transaction, people, steps));
      }),
      { numRuns: 1000 },
    );
  });

  it('is not taken by a calendar where the change does not raise the entry', async () => {
    const subjectId = randomUUID();
    const about = { ...entry, subjectId, programmeId: fixture.programme.id };
    const calendar = new Calendar();
    const unraised = async () =>
      await inTransaction(fixture.database, async (transaction) => {
        for (const place of ['1階', '2階']) {
          const given = await give(transaction, {
            personId: fixture.person.id,
            entry: { ...about, place },
            stands: true,
          });
          // As if nothing were known of what the person has.
          await transaction.calendarInvitation.deleteMany({ where: { subjectId } });
          if (given !== null) calendar.open(given.read, fixture.person.nameJa);
        }
      });
    await expect(unraised()).rejects.toThrow(/greater than/);
  });
});

describe('the words beside a file', () => {
  it('say which entry is to go, also when the notice has to be made anew', async () => {
    await inTransaction(fixture.database, async (transaction) => {
      const about = { ...entry, subjectId: randomUUID(), programmeId: fixture.programme.id };
      const to = { personId: fixture.person.id, stands: true };
      const first = await give(transaction, { ...to, entry: about });
      expect(first?.words).toBe('カレンダーに入れるには、添付のファイルを開いてください。');
      const moved = { ...about, startsAt: new Date('2025-02-05T04:00:00Z'), endsAt: new Date('2025-02-05T05:00:00Z') };
      await raiseEvent(transaction, about.subjectId);
      for (const _ of ['first try', 'second try']) {
        const again = await give(transaction, { ...to, entry: moved });
        expect(again?.words).toContain('「2025年2月4日(火) 13:00」からの予定が残っている場合');
        expect(again?.read.sequence).toBe(1);
      }
      const gone = await give(transaction, { ...to, stands: false, entry: moved }, 'en');
      expect(gone?.words).toContain('If it still shows one at Wed, 5 Feb 2025 13:00 JST, delete that entry.');
      expect(gone?.read.sequence).toBe(2);
    });
  });

  it('keep the organiser of the first file, whatever the programme says later', async () => {
    await inTransaction(fixture.database, async (transaction) => {
      const about = { ...entry, subjectId: randomUUID(), programmeId: fixture.programme.id };
      const to = { personId: fixture.person.id, entry: about, stands: true };
      await give(transaction, to);
      await transaction.programme.update({ where: { id: fixture.programme.id }, data: { contact: 'new@example.org' } });
      expect((await give(transaction, to))?.read.organiser.address).toBe('spp@example.org');
    });
  });

  it('come with a file of the reader’s own, which is gone after a day', async () => {
    const given = await inTransaction(
      fixture.database,
      async (transaction) =>
        await give(transaction, {
          ...{ personId: fixture.person.id, stands: true },
          entry: { ...entry, subjectId: randomUUID(), programmeId: fixture.programme.id },
        }),
    );
    const row = await fixture.database.file.findUniqueOrThrow({ where: { id: given?.file.file ?? '' } });
    expect(row).toMatchObject({ kind: 'calendar', personId: fixture.person.id, name: '個別相談.ics' });
    expect(row.contentType).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(row.expiresAt?.getTime()).toBe(fixture.services.clock.now().getTime() + 24 * HOUR);
  });
});
