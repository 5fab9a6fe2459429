/** The hours and reminders that a programme's file sets: the usual ones of a new programme, others, and what is wrong. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { programme, session } from './import-files.js';
import { createImportPlace, type ImportPlace, people, tenant, worded } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const saying = (different: object) => programme([session('MSM-1')], different, [{ company: null, teams: [tenant] }]);

async function rules(): Promise<readonly string[]> {
  const rows = await place.test.database.reminderRule.findMany({
    where: { enabled: true },
    orderBy: [{ kind: 'asc' }, { before: 'desc' }],
  });
  return rows.map(({ kind, before }) => `${kind} ${before}`);
}

it('gives a new programme the usual rules, and plans by them', async () => {
  await place.changesOf(saying({ reminders: undefined }), people);
  expect(await rules()).toEqual([
    ...['session 10080', 'session 1440', 'session 60', 'consultation 1440'],
    ...['invitation 20160', 'invitation 10080', 'invitation 4320', 'invitation 0', 'invitation -1440'],
    ...['deadline 20160', 'deadline 10080', 'deadline 4320', 'deadline 0', 'deadline -1440'],
  ]);
  const planned = await place.test.database.notification.count({ where: { kind: 'reminder.day' } });
  const moments = await place.test.database.reminderMoment.count();
  expect([planned > 0, moments > 0]).toEqual([true, true]);
});

it('sets others and the windows, says what changed, and leaves alone what is left out', async () => {
  await place.changesOf(saying({ reminders: undefined }), people);
  const given = { windows: ['9:00-12:00', '13:00-17:00'], reminders: { session: ['1d', '30m'] } };
  expect(worded(await place.changesOf(saying(given), people)).join()).toMatch(
    /hours in which messages are sent: .* → 09:00-12:00, 13:00-17:00.*reminders: .* → session: 1d 30m/,
  );
  expect(await rules()).toEqual(['session 1440', 'session 30']);
  expect(await place.changesOf(saying(given), people)).toEqual([]);
  expect(await place.changesOf(saying({ reminders: undefined }), people)).toEqual([]);
  expect(await rules()).toEqual(['session 1440', 'session 30']);
});

it('takes windows that touch, as the form does', async () => {
  await place.changesOf(saying({ windows: ['9:00-12:00', '12:00-17:00'] }), people);
  const { windows } = await place.test.database.programme.findFirstOrThrow();
  expect(windows).toEqual([540, 720, 720, 1020]);
});

it('sets after how many working days without activity a company is quiet', async () => {
  const days = async () => (await place.test.database.programme.findFirstOrThrow()).quietDays;
  await place.changesOf(saying({}), people);
  expect(await days()).toBe(10);
  expect(worded(await place.changesOf(saying({ quietDays: 5 }), people)).join()).toMatch(/quiet companies.*: 10 → 5/);
  expect(await days()).toBe(5);
  expect(await place.changesOf(saying({}), people)).toEqual([]);
  for (const quietDays of [0, 2.5, 'many']) {
    expect((await place.attempt(saying({ quietDays }), people)).ok, String(quietDays)).toBe(false);
  }
});

it('sets from how many people on announcements ask for their number and for an approval, and takes it away', async () => {
  const terms = async () => {
    const { askNumberFrom, approvalFrom } = await place.test.database.programme.findFirstOrThrow();
    return { askNumberFrom, approvalFrom };
  };
  await place.changesOf(saying({}), people);
  expect(await terms()).toEqual({ askNumberFrom: 50, approvalFrom: null });
  const given = { askNumberFrom: 20, approvalFrom: 100 };
  const said = worded(await place.changesOf(saying(given), people)).join();
  expect(said).toMatch(/type the number .*: 50 → 20.*approval .*: .* → 100/);
  expect(await terms()).toEqual(given);
  expect(await place.changesOf(saying({}), people)).toEqual([]);
  await place.changesOf(saying({ approvalFrom: null }), people);
  expect(await terms()).toEqual({ askNumberFrom: 20, approvalFrom: null });
  for (const wrong of [
    { askNumberFrom: 0 },
    { askNumberFrom: null },
    { approvalFrom: 1.5 },
    { approvalFrom: 'many' },
  ]) {
    expect((await place.attempt(saying(wrong), people)).ok, JSON.stringify(wrong)).toBe(false);
  }
});

it('refuses what is no window and no reminder', async () => {
  for (const wrong of [
    { windows: ['9-12'] },
    { windows: ['13:00-17:00', '9:00-12:00'] },
    { windows: ['12:00-9:00'] },
    { reminders: { session: ['4d'] } },
    { reminders: { session: ['-1d'] } },
    { reminders: { invitation: ['soon'] } },
    { reminders: { deadline: ['60m'] } },
  ]) {
    const result = await place.attempt(saying(wrong), people);
    expect(result.ok, JSON.stringify(wrong)).toBe(false);
  }
});
