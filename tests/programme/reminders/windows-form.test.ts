/** The form of the sending hours: days off that no form can hold stay, and those that were shown and emptied are taken off. */
import { expect, it } from 'vitest';
import { reminderTexts } from '../../../programme/reminders/texts.js';
import { ask, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const windows = '10:00-12:00';

async function close(count: number): Promise<void> {
  await fixture.database.closure.createMany({
    data: Array.from({ length: count }, (_, at) => {
      const day = new Date(Date.UTC(2025, 0, 1 + at));
      const named = { nameJa: `創立記念日${at}`, nameEn: `Foundation day ${at}` };
      return { programmeId: fixture.programme.id, firstDay: day, lastDay: day, ...named };
    }),
  });
}
const closures = async () => await fixture.database.closure.count({ where: { programmeId: fixture.programme.id } });
const hours = async () =>
  (await fixture.database.programme.findUniqueOrThrow({ where: { id: fixture.programme.id } })).windows;

it('shows the days off, and keeps, changes or takes them off as they are sent', async () => {
  const { secretary } = fixture;
  await close(2);
  const form = await fixture.opened(secretary, 'programme.windows');
  const [, days] = form.fields;
  expect(days).toMatchObject({ name: 'closures', initial: expect.stringMatching(/^2025-01-01 .+\n2025-01-02 .+$/) });
  const unchanged = { ...form.known, windows, closures: '2025-01-01 創立記念日0\n2025-01-02 創立記念日1' };
  await fixture.done(secretary, 'programme.windows', unchanged);
  expect(await closures()).toBe(2);
  // The platforms leave out a field that was emptied.
  await fixture.done(secretary, 'programme.windows', { ...form.known, windows });
  expect(await closures()).toBe(0);
});

it('leaves out days off that are too long for a field, says so, and keeps them', async () => {
  const { secretary } = fixture;
  await close(120);
  const form = await fixture.opened(secretary, 'programme.windows');
  expect(form.fields.map(({ name }) => name)).toEqual(['windows']);
  expect(JSON.stringify(form.introduction)).toContain(reminderTexts.en.closuresKept(120));
  await fixture.done(secretary, 'programme.windows', { ...form.known, windows });
  expect(await closures()).toBe(120);
  expect(await hours()).toEqual([600, 720]);
});

it('keeps them where words tell of the hours alone', async () => {
  await close(2);
  const said = await ask(fixture.services, fixture.secretary, 'programme.windows', { windows });
  expect(outcomeOf(said), wordsOf(said)).toBe('done');
  expect(await closures()).toBe(2);
});
