/** Calendar files, read back by two independent readers: whatever people write into them, each says the same and only that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarInvitationFile, calendarType, makeCalendar } from '../../documents/make-calendar.js';
import { readCalendar } from '../support/read-calendar.js';

const given: CalendarInvitationFile = {
  ...{ method: 'request', uid: 'b-1@spp-assistant', sequence: 3, stamp: new Date('2025-01-20T00:00:00Z') },
  ...{ startsAt: new Date('2025-02-04T04:00:00Z'), endsAt: new Date('2025-02-04T05:00:00Z') },
  ...{ title: '個別相談; 佐伯先生, "初回"\\', place: '東京都港区 1-2-3, 5F', description: '一行目\n二行目' },
  link: 'https://meet.example/a?b=1,2;3',
  organiser: { name: 'SPP "事務局"; 2024', address: 'spp@example.org' },
  attendee: { name: '青木 花子\r\nBcc: x', address: 'hanako@example.co.jp' },
};

const text = (file: CalendarInvitationFile) => new TextDecoder('utf-8', { fatal: true }).decode(makeCalendar(file));

describe('a calendar file', () => {
  it('says in both readers what was put into it', () => {
    const read = readCalendar(makeCalendar(given));
    expect(read).toEqual({
      ...{ method: 'REQUEST', status: 'CONFIRMED', uid: 'b-1@spp-assistant', sequence: 3 },
      ...{ startsAt: given.startsAt, endsAt: given.endsAt, title: given.title, place: given.place },
      ...{ description: given.description, link: 'https://meet.example/a?b=1%2C2%3B3' },
      organiser: { name: 'SPP ”事務局”; 2024', address: 'spp@example.org' },
      attendees: [{ name: '青木 花子 Bcc: x', address: 'hanako@example.co.jp', rsvp: 'FALSE' }],
    });
  });

  it('withdraws what an earlier one put there', () => {
    const read = readCalendar(makeCalendar({ ...given, method: 'cancel', sequence: 4 }));
    expect(read).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: given.uid, sequence: 4 });
    expect(calendarType('cancel')).toBe('text/calendar; charset=utf-8; method=CANCEL');
  });

  it('leaves out what there is not', () => {
    const file = text({ ...given, place: '', description: '', link: 'none' });
    expect(file).not.toMatch(/^(?:LOCATION|DESCRIPTION|URL)/m);
  });

  it('keeps lines within 75 octets and texts as they are, whatever they hold', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(words, words, words, words, (title, place, description, name) => {
        const file = { ...given, title, place, description, attendee: { name, address: 'a@example.org' } };
        const made = text(file);
        for (const line of made.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(made.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const read = readCalendar(makeCalendar(file));
        expect(read).toMatchObject({ uid: given.uid, sequence: 3, organiser: { address: 'spp@example.org' } });
        expect(read.title).toBe(kept(title));
        expect(read.attendees).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

/** Without what no such file may hold, and with line breaks of one kind. */
function kept(words: string): string {
  const controls = /[^\P{Cc}\t\n\r\u0080-\u009f]/gu;
  return words
    .toWellFormed()
    .replace(controls, '')
    .replace(/\r\n|\r/g, '\n');
}
