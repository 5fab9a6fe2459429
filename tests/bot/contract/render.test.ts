/** One contract for both renderers: whatever a message or form may hold is drawn whole, valid and inert, and comes back as it went out. */
import { describe, expect, it } from 'vitest';
import { type Payload, readPayload } from '../../../bot/payload.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Element, Field, Value, Values } from '../../../programme/messages/message.js';
import type { Drawing, Platform, Room } from './platform.js';
import { buttons, disguised, elementOf, fieldOf, formOf, hostile, long, messageOf } from './samples.js';
import { slack } from './slack-platform.js';
import { teams } from './teams-platform.js';

const cases = [slack, teams].flatMap((platform) =>
  (['ja', 'en'] as const).map((language) => ({ platform, name: platform.name, language })),
);

const elementKinds = Object.keys(elementOf('x')).map((kind) => ({ kind }));
const fieldKinds = Object.keys(fieldOf('x')).map((kind) => ({ kind }));

function element(kind: string, text: string): Element {
  const found = Object.entries(elementOf(text)).find(([name]) => name === kind)?.[1];
  if (found === undefined) throw new Error(`no element ${kind}`);
  return found;
}

function field(kind: string, text: string): Field {
  const found = Object.entries(fieldOf(text)).find(([name]) => name === kind)?.[1];
  if (found === undefined) throw new Error(`no field ${kind}`);
  return found;
}

function sound(drawings: readonly Drawing[]): void {
  for (const { surface, problems, live } of drawings) {
    expect(problems, surface).toEqual([]);
    expect(live, surface).toEqual([]);
  }
}

const shows = (drawing: Drawing, text: string) => drawing.texts.some((one) => one.includes(text));

describe.each(cases)('$name in $language', ({ platform, language }) => {
  const { chat } = textsFor(language);

  it.each(elementKinds)('draws the element $kind, whole and valid, on every surface', ({ kind }) => {
    const drawings = platform.drawMessage(messageOf(element(kind, 'some words')), language);
    sound(drawings);
    for (const drawing of drawings) expect(shows(drawing, 'some words'), drawing.surface).toBe(true);
  });

  it('carries what its buttons hold there and back', () => {
    const wanted = buttons.map((button) => ('link' in button ? button.link : readPayload(button)));
    for (const { carried, surface } of platform.drawMessage(messageOf({ kind: 'buttons', buttons }), language)) {
      expect(carried, surface).toEqual(wanted);
    }
    const item = { title: 'title', lines: [], buttons };
    for (const { carried, surface } of platform.drawMessage(messageOf({ kind: 'list', items: [item] }), language)) {
      expect(carried, surface).toEqual(wanted);
    }
  });

  it.each(fieldKinds)('draws the field $kind with its hint and its error', ({ kind }) => {
    const asked = field(kind, 'some words');
    const drawings = platform.drawForm(formOf([asked]), language, { [asked.name]: 'its error' }, 'the problem');
    sound(drawings);
    for (const drawing of drawings) {
      for (const text of ['some words', 'its error', 'the problem', '説明', '登録する', 'やめる']) {
        expect(shows(drawing, text), `${text} on ${drawing.surface}`).toBe(true);
      }
    }
  });

  it('draws all fields at once, and an error whose field the form does not have', () => {
    const drawings = platform.drawForm(formOf(Object.values(fieldOf('some words'))), language, { gone: 'its error' });
    sound(drawings);
    for (const drawing of drawings) expect(shows(drawing, 'its error'), drawing.surface).toBe(true);
  });

  describe('what is put into a form', () => {
    const fields = Object.values(fieldOf('Label'));
    const values: Values = {
      ...{ text: 'typed *words* <b>', long: 'two\nlines', choice: 'b,c', person: 'a', search: 'd', agree: true },
      ...{ several: ['a', 'b,c'], date: '2024-11-07', time: '15:30' },
    };

    it('comes back as values beside what was known', () => {
      for (const submitted of platform.submit(formOf(fields), language, values)) {
        expect(submitted).toEqual(payload({ session: 'S-1', ...values }));
      }
    });

    it.each([true, false])('comes back where a yes/no is answered with %s', (agree) => {
      for (const submitted of platform.submit(formOf(fields), language, { ...values, agree })) {
        expect(submitted?.input.agree).toBe(agree);
      }
    });

    it('is left out where it is empty, also where something was known or drawn before', () => {
      const emptied = Object.fromEntries(fields.map(({ name }) => [name, null]));
      const known = { session: 'S-1', text: 'before', several: ['a'] };
      for (const submitted of platform.submit(formOf(fields, { known }), language, emptied)) {
        expect(submitted).toEqual(payload({ session: 'S-1' }));
      }
    });

    it('is what was drawn at first where nothing is touched', () => {
      const drawn = fields.flatMap((one) => withInitial(one, values[one.name]));
      const untouched = Object.fromEntries(drawn.map((one) => [one.name, values[one.name]]));
      for (const submitted of platform.submit(formOf(drawn), language, {})) {
        expect(submitted).toEqual(payload({ session: 'S-1', ...untouched }));
      }
    });
  });

  describe.each(places(platform))('a text of people $place', ({ place, limit, draw }) => {
    it(`is shown whole up to ${limit} characters, and visibly shortened beyond`, () => {
      const whole = draw(long(limit), platform, language);
      sound(whole);
      for (const drawing of whole) expect(shows(drawing, long(limit)), drawing.surface).toBe(true);
      const over = draw(long(limit + 1), platform, language);
      sound(over);
      for (const drawing of over) {
        expect(shows(drawing, long(limit + 1)), drawing.surface).toBe(false);
        // An option loses its middle, so that what ends differently can be told apart.
        const mark = place === 'as an option' ? '…' : chat.shortened;
        expect(shows(drawing, mark), drawing.surface).toBe(true);
        expect(shows(drawing, long(Math.floor(limit / 3))), drawing.surface).toBe(true);
      }
      sound(draw(long(50_000), platform, language));
    });

    it.each(hostile)('stays text: %j', (text) => {
      const drawings = draw(text, platform, language);
      sound(drawings);
      if (text.length > limit) return;
      for (const drawing of drawings) expect(shows(drawing, text), drawing.surface).toBe(true);
    });

    it.each(disguised)('is shown without what disguises it: %j', (text) => sound(draw(text, platform, language)));
  });
});

function payload(input: Values): Payload {
  return { action: 'session.register', input, proposed: false };
}

/** The field with a first value; none where the value is not of its kind, as with files, which have none. */
function withInitial(one: Field, initial: Value): Field[] {
  if (one.kind === 'yes/no') return typeof initial === 'boolean' ? [{ ...one, initial }] : [];
  if (one.kind === 'several choices') return Array.isArray(initial) ? [{ ...one, initial }] : [];
  return one.kind !== 'file' && typeof initial === 'string' ? [{ ...one, initial }] : [];
}

interface Placing {
  readonly place: string;
  readonly limit: number;
  readonly draw: (text: string, platform: Platform, language: 'ja' | 'en') => readonly Drawing[];
}

function places({ room }: Platform): readonly Placing[] {
  const inMessage = (place: string, limit: keyof Room, make: (text: string) => Element): Placing => ({
    place,
    limit: room[limit],
    draw: (text, platform, language) => platform.drawMessage(messageOf(make(text)), language),
  });
  const inForm = (place: string, limit: keyof Room, make: (text: string) => Field): Placing => ({
    place,
    limit: room[limit],
    draw: (text, platform, language) => platform.drawForm(formOf([make(text)]), language),
  });
  const asked = { kind: 'text', name: 'text', label: 'Label' } as const;
  return [
    inMessage('in a heading', 'heading', (text) => ({ kind: 'heading', text })),
    inMessage('in a text', 'text', (text) => ({ kind: 'text', text })),
    inMessage('in a note', 'note', (text) => ({ kind: 'note', text })),
    inMessage('in a fact', 'fact', (value) => ({ kind: 'facts', facts: [{ label: 'Label', value }] })),
    inMessage('in an entry’s title', 'itemTitle', (title) => ({
      kind: 'list',
      items: [{ title, lines: [], buttons: [] }],
    })),
    ...(['kept', 'removed', 'added'] as const).map((kind) =>
      inMessage(`in a revision, ${kind}`, 'revision', (text) => ({
        kind: 'revision',
        label: 'Label',
        runs: [{ kind, text }],
      })),
    ),
    inMessage('as a revision’s label', 'revisionLabel', (label) => ({
      kind: 'revision',
      label,
      runs: [{ kind: 'kept', text: 'text' }],
    })),
    inMessage('in a table’s cell', 'cell', (text) => ({
      kind: 'table',
      caption: 'Caption',
      columns: ['Title', 'Words'],
      rows: [['first', text]],
    })),
    inMessage('on a button', 'button', (label) => ({
      kind: 'buttons',
      buttons: [{ label, action: 'home.show', input: {} }],
    })),
    inForm('as a field’s label', 'fieldLabel', (label) => ({ ...asked, label })),
    inForm('as a hint', 'hint', (hint) => ({ ...asked, hint })),
    inForm('as an option', 'choice', (label) => ({
      kind: 'choice',
      name: 'choice',
      label: 'Label',
      choices: [{ value: 'a', label }],
    })),
    {
      place: 'in a problem',
      limit: room.problem,
      draw: (text, platform, language) => platform.drawForm(formOf([asked]), language, {}, text),
    },
    {
      place: 'in an error',
      limit: room.problem,
      draw: (text, platform, language) => platform.drawForm(formOf([asked]), language, { text }),
    },
  ];
}
