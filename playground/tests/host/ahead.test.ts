/** What the page's clock shows as coming up: sessions, consultations, scheduled announcements and notifications, in their order. */
import { expect, it } from 'vitest';
import { buildAnnouncement } from '../../../tests/support/announcements.js';
import { buildBooking, buildSlot } from '../../../tests/support/consultations.js';
import { programmeFixture } from '../../../tests/support/programme-fixture.js';
import { readAhead } from '../../host/ahead.js';

const HOUR = 3_600_000;
const fixture = programmeFixture();

it('names each kind of event, the soonest first, up to an instant that is asked for', async () => {
  const { services, programme, company, session, person, secretary } = fixture;
  const now = services.clock.now();
  const inHours = (count: number) => new Date(now.getTime() + count * HOUR);
  await fixture.database.session.update({
    where: { id: session.id },
    data: { deadline: inHours(1), startsAt: inHours(4), endsAt: inHours(6) },
  });
  const adviser = await fixture.member({ role: 'adviser' });
  const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inHours(3) });
  await fixture.database.entitlementEntry.create({
    data: { companyId: company.id, kind: 'granted', hours: 2, at: now, reason: 'for the test' },
  });
  await buildBooking(services, { company, slot, attendeeIds: [person.id] });
  const about = { programme, createdById: secretary.id, textJa: '会場が変わります。', textEn: 'The venue changes.' };
  await buildAnnouncement(services, { ...about, state: 'scheduled', sendAt: inHours(2) });
  const notice = { kind: 'member.welcome', programmeId: programme.id, data: {}, createdAt: now, dueAt: inHours(5) };
  await fixture.database.notification.create({ data: { ...notice, key: 'ahead:1', personId: person.id } });

  const [ahead, soon] = await Promise.all([readAhead(services), readAhead(services, inHours(3))]);
  expect(ahead.map(({ what }) => what)).toEqual([
    'registration deadline',
    'announcement',
    'consultation starts',
    'session starts',
    'notification',
    'session ends',
  ]);
  expect(ahead[1]?.subject).toEqual({ ja: '会場が変わります。', en: 'The venue changes.' });
  expect(ahead[2]?.subject).toEqual({ ja: company.nameJa, en: company.nameEn });
  expect(soon).toEqual(ahead.slice(0, 3));
});
