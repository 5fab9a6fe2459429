/** What a programme file tells for the implementation report: written, changed, kept where the chat has written since, and wrong. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { jsonFile, programme, said, session } from './import-files.js';
import { createImportPlace, type ImportPlace, people, worded } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const file = (...report: readonly object[]) => ({ ...programme([session('MSM-1'), session('MSM-2')]), report });
const purpose = { section: 'purpose', ja: '目的', en: 'Purpose' };
const voices = { session: 'MSM-1', section: 'voices', said: 'ja', ja: 'よい', en: 'Good' };
const texts = async () =>
  await place.test.database.reportText.findMany({
    select: { section: true, ja: true, en: true, said: true, session: { select: { code: true } } },
    orderBy: { section: 'asc' },
  });

it('is written and changed; importing it again changes nothing, and a file without it leaves it', async () => {
  const changes = worded(await place.changesOf(file(purpose, voices), people));
  expect(changes).toEqual(
    expect.arrayContaining(['Add text of the report “purpose”', 'Add text of the report “MSM-1 voices”']),
  );
  expect(await texts()).toEqual([
    { section: 'purpose', ja: '目的', en: 'Purpose', said: null, session: null },
    { section: 'voices', ja: 'よい', en: 'Good', said: 'ja', session: { code: 'MSM-1' } },
  ]);
  expect(await place.changesOf(file(purpose, voices), people)).toEqual([]);
  const { report: _left, ...without } = file();
  expect(await place.changesOf(without, people)).toEqual([]);
  const changed = worded(await place.changesOf(file({ ...purpose, en: 'Aim' }, voices), people));
  expect(changed).toEqual(['Change text of the report “purpose”: the English text changed']);
  expect(await texts()).toHaveLength(2);
});

it('stays as it was written in the chat since', async () => {
  await place.changesOf(file(purpose), people);
  const { id: changedById } = await place.test.database.person.findFirstOrThrow();
  await place.test.database.reportText.updateMany({ data: { ja: 'チャットの目的', changedById } });
  expect(worded(await place.changesOf(file(purpose), people))).toEqual([expect.stringContaining('left as it is')]);
  expect(await texts()).toMatchObject([{ ja: 'チャットの目的' }]);
});

it('names what is wrong with it', () => {
  const wrong = file(
    { section: 'summary', ja: '要約', en: '' },
    { ...purpose, session: 'MSM-1' },
    { ...voices, session: 'NONE' },
    purpose,
    purpose,
    { section: 'unheard', ja: '', en: '' },
  );
  const reading = readProgramme(jsonFile(wrong));
  expect(reading.ok).toBe(false);
  const shaped = readProgramme(jsonFile({ ...wrong, report: wrong.report.slice(0, -1) }));
  if (shaped.ok) throw new Error('it has faults');
  const faults = said(shaped.faults);
  expect(faults).toHaveLength(4);
  for (const [at, words] of [
    'belongs to a session',
    'belongs to the whole programme',
    'NONE',
    'written twice',
  ].entries())
    expect(JSON.stringify(faults[at])).toContain(words);
});
