/** Messages as Adaptive Cards: every element, in both languages, at and over what Teams takes. */
import { expect, test } from 'vitest';
import { readCard } from '../../../bot/teams/read-card.js';
import { messageToCard } from '../../../bot/teams/render.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { everyElement, languages, long, message, places, problemsOf, textOf } from './samples.js';

const cases = languages.flatMap((language) => places.map((place) => ({ language, place })));

test.each(cases)('draws every element in $language for the $place', ({ language, place }) => {
  const card = messageToCard(message(...everyElement('研修', 3)), language, place);
  expect(problemsOf(card, place)).toEqual([]);
  expect(card.content.lang).toBe(language);
  expect(card.content.fallbackText).toBe('まとめ');
  expect(card.content.speak).toBe('まとめ');
});

test.each(cases)(
  'stays within the limits however much there is, in $language for the $place',
  ({ language, place }) => {
    for (const [length, count] of [
      [5000, 1],
      [100, 30],
      [5000, 100],
      [0, 3],
    ] as const) {
      const card = messageToCard(message(...everyElement(long(length), count)), language, place);
      expect(problemsOf(card, place)).toEqual([]);
    }
  },
);

test('says how much of a list has no room, and keeps the buttons below it', () => {
  const items = Array.from({ length: 300 }, (_, index) => ({ title: `${index} ${long(100)}`, lines: [], buttons: [] }));
  const confirm = { label: '確定', action: 'session.cancel', input: {}, proposed: true };
  const { content } = messageToCard(message({ kind: 'list', items }, { kind: 'buttons', buttons: [confirm] }), 'ja');
  const shown = content.body.filter((element) => element.type === 'Container').length;
  expect(shown).toBeGreaterThan(20);
  expect(textOf(content)).toContain(`ほか${300 - shown}件は表示しきれませんでした。`);
  expect(content.body.at(-1)).toMatchObject({ type: 'ActionSet', actions: [{ title: '確定' }] });
});

test('a message of one empty or of no element is still a card', () => {
  expect(problemsOf(messageToCard(message(), 'ja'), 'chat')).toEqual([]);
  expect(problemsOf(messageToCard({ summary: '', elements: [] }, 'en'), 'chat')).toEqual([]);
});

test('at most six buttons stand in a row', () => {
  const buttons = Array.from({ length: 14 }, (_, index) => ({ label: `${index}`, action: 'home.show', input: {} }));
  const { content } = messageToCard(message({ kind: 'buttons', buttons }), 'en');
  expect(content.body.map((row) => (row.type === 'ActionSet' ? row.actions.length : 0))).toEqual([6, 6, 2]);
});

test('a button carries its action back, and asks for a dialog only in the chat', () => {
  const button = {
    label: 'Change',
    action: 'session.change',
    input: { session: 's1', n: 2 },
    form: true,
    proposed: true,
  };
  const drawn = (place: 'chat' | 'dialog') => {
    const row = messageToCard(message({ kind: 'buttons', buttons: [button] }), 'en', place).content.body[0];
    return row?.type === 'ActionSet' ? row.actions[0]?.data : undefined;
  };
  expect(drawn('chat')).toMatchObject({ msteams: { type: 'task/fetch' } });
  expect(drawn('dialog')).not.toHaveProperty('msteams');
  expect(readCard(drawn('chat'))).toEqual({
    kind: 'button',
    payload: { action: 'session.change', input: { session: 's1', n: 2 }, proposed: true },
  });
});

test.each(['javascript:alert(1)', 'http://example.org', 'msteams:/l/x', 'nonsense'])(
  '%s is written out, not opened',
  (link) => {
    const { content } = messageToCard(message({ kind: 'buttons', buttons: [{ label: 'Open', link }] }), 'en');
    expect(content.body).toHaveLength(1);
    expect(content.body[0]).toMatchObject({ type: 'TextBlock', text: expect.stringContaining('Open: ') });
  },
);

test.each(['https://bot.example.org/files/a', 'http://127.0.0.1:7410/files/a'])('%s is a button', (link) => {
  const { content } = messageToCard(message({ kind: 'buttons', buttons: [{ label: 'Open', link }] }), 'en');
  expect(content.body).toMatchObject([{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', url: link }] }]);
});

test('a file without a link says where it is to be had', () => {
  const file = { kind: 'file', file: 'f', name: 'a.ics', label: 'Open', link: null } as const;
  const { chat } = textsFor('en');
  const said = (place: 'chat' | 'dialog') => JSON.stringify(messageToCard(message(file), 'en', place).content.body);
  expect(said('chat')).toContain(chat.fileBelow);
  expect(said('dialog')).toContain(chat.fileOutOfReach);
});

test('an image that is not on https is replaced by its description', () => {
  const image = { kind: 'image', address: 'http://example.org/a.png', description: 'The way to the venue' } as const;
  const { content } = messageToCard(message(image), 'en');
  expect(content.body).toEqual([expect.objectContaining({ type: 'TextBlock', text: 'The way to the venue' })]);
});

test('what people wrote is escaped wherever it stands', () => {
  const evil = '[click](https://evil.example) <at>Everyone</at> **b**';
  const elements = everyElement(evil, 2);
  const { content } = messageToCard({ summary: evil, elements }, 'en');
  const texts: string[] = [content.fallbackText];
  const runs: string[] = [];
  JSON.stringify(content.body, (name, value: unknown) => {
    // adaptivecards.io, TextRun: "Markdown is not supported".
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'TextRun') {
      if ('text' in value) runs.push(String(value.text));
      return undefined;
    }
    if (typeof value === 'string' && ['text', 'value', 'title'].includes(name)) texts.push(value);
    return value;
  });
  expect(texts.length).toBeGreaterThan(10);
  expect(new Set(runs)).toEqual(new Set([evil]));
  for (const text of texts) {
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toContain('<at>');
  }
  expect(content.speak).not.toContain('<');
});
