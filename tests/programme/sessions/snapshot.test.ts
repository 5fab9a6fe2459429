/** A version of a session can be read however long ago it was stored. */
import { expect, it } from 'vitest';
import { noDetails } from '../../../programme/sessions/details.js';
import { snapshotSchema } from '../../../programme/sessions/snapshot.js';

const stored = {
  ...{ kind: 'seminar', titleJa: '題', titleEn: 'Title', audience: 'all', timeZone: 'Asia/Tokyo', method: 'mixed' },
  ...{ startsAt: '2024-11-07T06:30:00.000Z', endsAt: '2024-11-07T08:00:00.000Z', deadline: '2024-11-05T08:00:00.000Z' },
  ...{ venueJa: '', venueEn: '', link: '', roomCapacity: 30, details: noDetails, state: 'scheduled', calledOffWhy: '' },
};

it('reads the places online by the name that they had before', () => {
  const read = snapshotSchema.parse({ ...stored, lineCapacity: 12 });
  expect(read).toEqual(snapshotSchema.parse({ ...stored, onlineCapacity: 12 }));
  expect(read.onlineCapacity).toBe(12);
});
