/** Forms as Adaptive Cards and back: every field, its errors, and what a person filled in. */
import { expect, test } from 'vitest';
import type { Card } from '../../../bot/teams/card.js';
import { formToCard } from '../../../bot/teams/form.js';
import { readCard } from '../../../bot/teams/read-card.js';
import { everyField, form, languages, long, places, problemsOf, textOf } from './samples.js';

const cases = languages.flatMap((language) => places.map((place) => ({ language, place })));

function inputs(card: Card) {
  return card.body.filter((element) => 'id' in element);
}

test.each(cases)('draws every field in $language for the $place', ({ language, place }) => {
  const card = formToCard(form(everyField('項目', 5)), {}, null, language, place);
  expect(problemsOf(card, place)).toEqual([]);
  expect(inputs(card.content)).toHaveLength(8);
  expect(card.content.actions?.map(({ title }) => title)).toEqual(['保存', 'やめる']);
});

test.each(cases)(
  'stays within the limits with long texts and many choices, in $language for the $place',
  ({ language, place }) => {
    for (const [length, count] of [
      [3000, 3],
      [60, 400],
      [0, 3],
    ] as const) {
      const drawn = formToCard(
        form(everyField(long(length), count)),
        { one: long(length) },
        long(length),
        language,
        place,
      );
      expect(problemsOf(drawn, place)).toEqual([]);
      expect(inputs(drawn.content).map(({ id }) => id)).toContain('sure');
    }
  },
);

test('errors stand in the colour of attention directly under their inputs, the problem on top', () => {
  const fields = everyField('項目', 2);
  const errors = { title: 'タイトルが長すぎます。', on: '過去の日付です。', session: 'どこにもない項目' };
  const { body } = formToCard(form(fields), errors, '満席です。', 'ja').content;
  expect(body[0]).toMatchObject({ type: 'Container', items: [{ text: '満席です。', color: 'attention' }] });
  expect(body[1]).toMatchObject({ type: 'Container', items: [{ text: 'どこにもない項目' }] });
  const under = (name: string) => body[body.findIndex((element) => 'id' in element && element.id === name) + 1];
  expect(under('title')).toMatchObject({ text: 'タイトルが長すぎます。', color: 'attention' });
  expect(under('on')).toMatchObject({ text: '過去の日付です。', color: 'attention' });
});

test.each(languages)('marks what may be left out, and says in %s what may not', (language) => {
  const drawn = inputs(formToCard(form(everyField('項目', 2)), {}, null, language).content);
  const optional = drawn.filter(({ isRequired }) => isRequired !== true);
  expect(optional.map(({ id }) => id)).toEqual(['notes', 'at']);
  for (const { label } of optional) expect(label).toContain(language === 'ja' ? '任意' : 'optional');
});

test('what was filled in comes back as values, together with what was known', () => {
  const { content } = formToCard(
    form(everyField('項目', 3), { known: { session: 's1', title: '前の題' } }),
    {},
    null,
    'ja',
  );
  const submit = content.actions?.[0]?.data;
  const filled = {
    ...{ title: '新しい題 ', notes: '', one: 'v,1', who: 'p7', on: '2024-11-08', at: '', sure: 'true' },
    many: [encodeURIComponent('v,0'), encodeURIComponent('v,2')].join(','),
    foreign: 'not asked for',
  };
  expect(readCard({ ...submit, ...filled })).toEqual({
    kind: 'form',
    payload: { action: 'session.change', input: { session: 's1', title: '前の題' }, proposed: false },
    input: {
      ...{ session: 's1', title: '新しい題 ', one: 'v,1', who: 'p7', on: '2024-11-08', sure: true },
      many: ['v,0', 'v,2'],
    },
  });
});

test('a field that was emptied is not filled from what was known', () => {
  const { content } = formToCard(form(everyField('項目', 2), { known: { notes: 'old' } }), {}, null, 'en');
  expect(readCard({ ...content.actions?.[0]?.data, notes: '' })).toMatchObject({ kind: 'form', input: {} });
});

test('a no is a value, no answer is none', () => {
  const submit = formToCard(form(everyField('項目', 2)), {}, null, 'en').content.actions?.[0]?.data;
  expect(readCard({ ...submit, sure: 'false' })).toMatchObject({ input: { sure: false } });
  expect(readCard({ ...submit })).toMatchObject({ input: { session: 's1' } });
});

test('the cancelling button is not held up by the inputs', () => {
  const cancel = formToCard(form(everyField('項目', 2)), {}, null, 'ja', 'chat').content.actions?.[1];
  expect(cancel).toMatchObject({ associatedInputs: 'none' });
  expect(readCard(cancel?.data)).toEqual({ kind: 'cancelled' });
});

test.each([null, undefined, 'text', 7, [], {}, { spp: null }, { spp: { input: {} } }, { spp: { action: 3 } }])(
  'what is no button of ours (%j) is not read',
  (data) => {
    expect(readCard(data)).toBeNull();
  },
);

test('a searching field tells the search what it needs, within a limit', () => {
  const known = { session: 's1', company: 'c1', essay: long(2000) };
  const { content } = formToCard(form(everyField('項目', 2), { known }), {}, null, 'ja');
  const who = inputs(content).find(({ id }) => id === 'who');
  const query = who?.type === 'Input.ChoiceSet' ? who['choices.data'] : undefined;
  expect(query?.type).toBe('Data.Query');
  expect(query?.dataset.length).toBeLessThanOrEqual(1000);
  expect(JSON.parse(query?.dataset ?? '')).toEqual({
    action: 'session.change',
    field: 'who',
    known: { session: 's1', company: 'c1' },
  });
});

test('choices without room are counted, and those already chosen stay', () => {
  const choices = Array.from({ length: 1000 }, (_, index) => ({ value: `${index}`, label: `${index} ${long(40)}` }));
  const field = { kind: 'choice', name: 'one', label: '選択', choices, initial: '999' } as const;
  const { content } = formToCard(form([field]), {}, null, 'ja');
  const drawn = inputs(content)[0];
  const offered = drawn?.type === 'Input.ChoiceSet' ? drawn.choices : [];
  expect(offered.length).toBeGreaterThan(50);
  expect(offered.at(-1)?.value).toBe('999');
  expect(textOf(content)).toContain(`ほか${1000 - offered.length}件`);
});

test('a choice that is offered no more is not preset', () => {
  const field = {
    kind: 'choice',
    name: 'one',
    label: '選択',
    choices: [{ value: 'a', label: 'A' }],
    initial: 'gone',
  } as const;
  const card = formToCard(form([field]), {}, null, 'en');
  expect(problemsOf(card, 'dialog')).toEqual([]);
});
