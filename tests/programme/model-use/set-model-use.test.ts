/** The secretariat decides what of its programme's sentences goes to the language model, in words, by a form, or in the programme's file. */
import { expect, it } from 'vitest';
import { readModelUse } from '../../../programme/model-use/queries.js';
import { outcomeOf, wordsOf } from '../../support/factories.js';
import { say } from '../../support/model-services.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();

const use = async () =>
  (await fixture.database.programme.findUniqueOrThrow({ where: { id: fixture.programme.id } })).modelUse;

it('lets sentences go without names, unless it is told otherwise', async () => {
  expect(await use()).toBe('without_names');
});

it('is shown what words ask for, and does it once that is confirmed', async () => {
  const secretary = await fixture.member({ role: 'secretariat', language: 'ja' });
  const shown = await say(fixture.services, secretary, '言語モデルを止めて');
  expect(outcomeOf(shown)).toBe('preview');
  expect(wordsOf(shown)).toMatch(/^このプログラムの参加者・関係者が書いた文を、言語モデルに送らないようにします/);
  expect(await use()).toBe('without_names');
  expect(outcomeOf(await say(fixture.services, secretary, 'はい'))).toBe('done');
  expect(await use()).toBe('off');
});

it('has a form that holds what is so, and refuses anybody else', async () => {
  await fixture.done(fixture.secretary, 'programme.model', { use: 'with_names' });
  const form = await fixture.opened(fixture.secretary, 'programme.model');
  expect(form.fields).toEqual([expect.objectContaining({ name: 'use', initial: 'with_names' })]);
  await fixture.refused(fixture.person, 'programme.model', { use: 'off' });
  expect(await use()).toBe('with_names');
});

it('goes by the programme that lets least, and by nothing where there is none', async () => {
  const { id } = fixture.programme;
  const { id: other } = await fixture.database.programme.create({
    data: {
      ...{ code: 'O-1', nameJa: '別', nameEn: 'Other', timeZone: 'Asia/Tokyo', contact: 'office@example.org' },
      ...{ startsOn: new Date('2024-09-01'), endsOn: new Date('2025-03-31'), modelUse: 'with_names' },
    },
  });
  expect(await readModelUse(fixture.database, [other])).toBe('with_names');
  expect(await readModelUse(fixture.database, [id, other])).toBe('without_names');
  expect(await readModelUse(fixture.database, [])).toBe('off');
});
