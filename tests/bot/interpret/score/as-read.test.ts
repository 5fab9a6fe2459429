/** As what a field counts that the database would fill in: by the words with which its room finds it, and by nothing else. */
import { expect, it } from 'vitest';
import { readAs } from '../../../../bot/interpret/score/as-read.js';

// Wednesday, 12 February 2025, in Japan.
const at = { now: new Date('2025-02-12T01:00:00Z'), timeZone: 'Asia/Tokyo' };

it.each([
  ['session', { session: 'MSM-1' }, ['MSM-1']],
  ['booking', { spokenDay: '2-20' }, ['2025-02-20']],
  ['booking', { spokenCompany: 'shiosai', spokenAdviser: 'kaji' }, ['shiosai', 'kaji']],
  [
    'slots',
    { spokenDay: '2025-02-21', spokenTime: '10:00' },
    ['2025-02-21', '2025-02-21T10:00', '2025-02-21T01:00:00.000Z'],
  ],
  // Where it is moved, not where it is.
  ['slot', { spokenDay: '2025-02-20', toDay: '2025-02-27' }, ['2025-02-27']],
  ['booking', { spokenDay: '2025-02-20', toDay: '2025-02-27' }, ['2025-02-20']],
  ['draft', { spokenCompany: 'shiosai', spokenDay: '2-20' }, ['shiosai']],
  ['deliverable', { spokenDeliverableType: 'policy' }, ['policy']],
  ['firstDayOfWeek', { week: 'next' }, ['2025-02-17']],
  ['lastDayOfWeek', { week: 'next' }, ['2025-02-21']],
  ['firstDayOfWeek', { week: 'this' }, ['2025-02-10']],
  ['company', { spokenCompany: 'shiosai' }, []],
  ['mode', {}, []],
] as const)('%s of %o', (field, values, read) => {
  expect(readAs(field, values, at)).toEqual(read);
});
