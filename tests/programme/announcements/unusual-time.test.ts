/** A time in the past is refused; one outside the programme's hours is shown with the nearest within them, and nothing is sent before it is pressed. */
import { describe, expect, it } from 'vitest';
import { warnOfTime } from '../../../programme/announcements/rules.js';
import { announcementTexts } from '../../../programme/announcements/texts.js';
import type { Values } from '../../../programme/messages/message.js';
import { buttonsOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const timeZone = 'Asia/Tokyo';
const windows = [
  { opensAt: 9 * 60, closesAt: 12 * 60 },
  { opensAt: 13 * 60, closesAt: 17 * 60 },
];
const at = (local: string) => new Date(`${local}+09:00`);

describe('the nearest times within the hours', () => {
  const closures = [{ firstDay: '2024-12-27', lastDay: '2025-01-06', name: { ja: '年末年始', en: 'New Year' } }];
  it.each([
    ['a holiday', '2024-10-14T10:00:00', ['2024-10-11T16:00:00', '2024-10-15T09:00:00']],
    ['lunch', '2024-10-15T12:30:00', ['2024-10-15T11:00:00', '2024-10-15T13:00:00']],
    ['the evening', '2024-10-15T22:00:00', ['2024-10-15T16:00:00', '2024-10-16T09:00:00']],
    ['a closure', '2025-01-03T10:00:00', ['2024-12-26T16:00:00', '2025-01-07T09:00:00']],
    ['a weekend with nothing before it that is to come', '2024-10-05T10:00:00', ['2024-10-07T09:00:00']],
  ])('of %s', (_case, wanted, nearest) => {
    const now = at('2024-10-04T17:30:00');
    const warning = warnOfTime(at(wanted), { now, timeZone, calendar: { windows, closures } });
    expect(warning?.nearest).toEqual(nearest.map(at));
  });

  it('are not asked for within the hours', () => {
    const now = at('2024-10-04T17:30:00');
    const calendar = { windows, closures };
    expect(warnOfTime(at('2024-10-15T09:00:00'), { now, timeZone, calendar })).toBeNull();
  });

  it('are none where everything is closed for months', () => {
    const now = at('2024-10-04T17:30:00');
    const closed = [{ firstDay: '2024-10-01', lastDay: '2025-09-30', name: { ja: '休止', en: 'Closed' } }];
    const warning = warnOfTime(at('2025-03-03T10:00:00'), { now, timeZone, calendar: { windows, closures: closed } });
    expect(warning).toMatchObject({ kind: 'holiday', nearest: [] });
  });
});

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const fixture = programmeFixture();
  const text = { textJa: '会場が変わります。', textEn: 'The venue changes.' };
  const { warnings } = announcementTexts[language];
  const compose = async (input: Values) => {
    const by = await fixture.member({ role: 'secretariat', language });
    return await fixture.ask(by, 'announcement.compose', { ...text, ...input }, { submitted: true });
  };

  it('a holiday is shown as one before anything is sent, with the day before and the day after', async () => {
    const shown = await compose({ date: '2024-10-14', time: '10:00' });
    const name = { ja: 'スポーツの日', en: 'Health and Sports Day' }[language];
    const [before, after] = {
      ja: ['2024年10月11日(金) 16:00', '2024年10月15日(火) 09:00'],
      en: ['Fri, 11 Oct 2024 16:00 JST', 'Tue, 15 Oct 2024 09:00 JST'],
    }[language];
    expect(wordsOf(shown)).toContain(warnings.holiday(name, [before ?? '', after ?? '']));
    expect(buttonsOf(shown)).toContain('announcement.send');
    expect(
      await fixture.database.announcement.findMany({ where: { programmeId: fixture.programme.id } }),
    ).toMatchObject([{ state: 'draft' }]);
    expect(await fixture.database.notification.count({ where: { programmeId: fixture.programme.id } })).toBe(0);
  });

  it('so is an hour outside the hours; a time within them has no such words', async () => {
    const outside = announcementTexts[language].warnings.outside('09:00-17:00', []);
    const sentence = outside.slice(0, outside.indexOf('09:00-17:00') + '09:00-17:00'.length);
    expect(wordsOf(await compose({ date: '2024-10-15', time: '22:00' }))).toContain(sentence);
    const usual = wordsOf(await compose({ date: '2024-10-15', time: '10:00' }));
    expect(usual).not.toContain('09:00-17:00');
  });

  it('a time in the past is refused at its field', async () => {
    const { reply } = await compose({ date: '2024-09-01', time: '10:00' });
    expect(reply).toMatchObject({ kind: 'form', errors: { date: expect.any(String) } });
    expect(await fixture.database.announcement.count({ where: { programmeId: fixture.programme.id } })).toBe(0);
  });
});
