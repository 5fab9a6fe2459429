/** Forms are drawn within Slack's limits, and what is put into them comes back as the action's input. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../bot/slack/block-kit.js';
import { errorsInView, formToModal } from '../../../bot/slack/form.js';
import { packPayload, unpackPayload } from '../../../bot/slack/payload-text.js';
import { readView } from '../../../bot/slack/read-view.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { checkView } from '../../../playground/slack/blocks/surfaces.js';
import { MOST_ANSWERS, packAnswers } from '../../../programme/attendance/online-list/list-answers.js';
import type { Field } from '../../../programme/messages/message.js';
import { everyField, formOf, languages, long } from './samples.js';

describe.each(languages)('a form in %s', (language) => {
  it.each([1, 24, 25, 75, 76, 150, 2000, 2001, 3001])('with texts of %d characters is valid', (length) => {
    const text = long(length);
    const form = formOf(everyField(length, 3), {
      title: text,
      submit: text,
      cancel: text,
      introduction: [
        { kind: 'text', text },
        { kind: 'note', text },
        { kind: 'facts', facts: [{ label: text, value: text }] },
      ],
    });
    const modal = formToModal(form, { text, date: text, unknown: text }, text, language);
    expect(checkView(modal, 'modal')).toEqual([]);
    expect(modal.title.text.length).toBeLessThanOrEqual(24);
  });

  it.each([1, 2, 10, 11, 100, 101, 251, 1500])('with %d choices is valid and says what is missing', (count) => {
    const modal = formToModal(formOf(everyField(80, count)), {}, null, language);
    expect(checkView(modal, 'modal')).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(modal))).toBeLessThan(250_000);
    // Two fields share the 500 options of a form.
    expect(JSON.stringify(modal).includes(textsFor(language).chat.moreItems(count - 250))).toBe(count > 250);
  });

  it('keeps what is chosen already among the choices, however many there are', () => {
    const [choice] = everyField(4, 1500).filter((field) => field.name === 'choice');
    const modal = formToModal(formOf(choice ? [choice] : []), {}, null, language);
    expect(checkView(modal, 'modal')).toEqual([]);
    expect(JSON.stringify(modal)).toContain('"initial_option":{"text":{"type":"plain_text","text":"1499');
  });

  it('without anything to choose shows a note instead of an empty menu', () => {
    const fields: Field[] = [
      { kind: 'choice', name: 'a', label: 'A', choices: [] },
      { kind: 'several choices', name: 'b', label: 'B', choices: [] },
    ];
    expect(checkView(formToModal(formOf(fields, { introduction: [] }), {}, null, language), 'modal')).toEqual([]);
    expect(checkView(formToModal(formOf([], { introduction: [] }), {}, null, language), 'modal')).toEqual([]);
  });

  it('puts a problem on top and errors above their fields', () => {
    const modal = formToModal(formOf(everyField(4, 3)), { date: 'wrong date' }, 'full', language);
    const texts = modal.blocks.map((block) => JSON.stringify(block));
    expect(texts[0]).toContain('⚠️ full');
    const at = texts.findIndex((text) => text.includes('wrong date'));
    expect(texts[at + 1]).toContain('field:date');
  });
});

it('ignores initial values that Slack would refuse the view for', () => {
  const fields: Field[] = [
    { kind: 'date', name: 'date', label: 'D', initial: '2024-02-31' },
    { kind: 'time', name: 'time', label: 'T', initial: '25:00' },
    { kind: 'text', name: 'text', label: 'X', initial: 'long enough', maximum: 5 },
    { kind: 'text', name: 'more', label: 'Y', maximum: 99_999 },
    {
      kind: 'choice',
      name: 'choice',
      label: 'C',
      choices: [
        { value: 'a', label: 'A' },
        { value: 'a', label: 'A again' },
      ],
      initial: 'gone',
    },
  ];
  expect(checkView(formToModal(formOf(fields), {}, null, 'en'), 'modal')).toEqual([]);
});

describe('errors inside the open view', () => {
  const fields = everyField(4, 3);
  const shown = new Set(['above', ...fields.map((field) => `field:${field.name}`)]);

  it('are used where every error has its field', () => {
    expect(errorsInView(formOf(fields), { date: 'wrong' }, null, shown)).toEqual({ 'field:date': 'wrong' });
  });

  it('are not enough for a problem without a field, an unknown field, or a form that changed', () => {
    expect(errorsInView(formOf(fields), { date: 'wrong' }, 'full', shown)).toBeNull();
    expect(errorsInView(formOf(fields), { nowhere: 'wrong' }, null, shown)).toBeNull();
    expect(errorsInView(formOf(fields), {}, null, shown)).toBeNull();
    expect(errorsInView(formOf(fields.slice(1)), { date: 'wrong' }, null, shown)).toBeNull();
    expect(
      errorsInView(formOf([...fields, { kind: 'text', name: 'new', label: 'N' }]), { date: 'w' }, null, shown),
    ).toBeNull();
  });
});

describe('what was put into a form', () => {
  const known = packPayload(
    { action: 'session.create', input: { session: 's1', text: 'before', date: '2024-01-01' }, proposed: false },
    3000,
  );
  const submit = (values: Record<string, Record<string, unknown>>) =>
    readView({
      private_metadata: known,
      state: { values: Object.fromEntries(Object.entries(values).map(([name, state]) => [name, { value: state }])) },
    });

  it('comes back as the action and its input', () => {
    const option = (value: string) => ({ value, text: { type: 'plain_text', text: 'T' } });
    expect(
      submit({
        'field:text': { type: 'plain_text_input', value: 'after' },
        'field:date': { type: 'datepicker', selected_date: '2024-11-07' },
        'field:time': { type: 'timepicker', selected_time: '15:30' },
        'field:choice': { type: 'static_select', selected_option: option('c1') },
        'field:person': { type: 'external_select', selected_option: option('p1') },
        'field:several': { type: 'checkboxes', selected_options: [option('a'), option('b')] },
        'field:many': { type: 'multi_static_select', selected_options: [option('c')] },
        'field:agree': { type: 'radio_buttons', selected_option: option('no') },
        'field:file': { type: 'file_input', files: [{ id: 'F1', name: 'a.pdf' }] },
        elsewhere: { type: 'plain_text_input', value: 'not a field' },
      }),
    ).toEqual({
      action: 'session.create',
      proposed: false,
      input: {
        session: 's1',
        text: 'after',
        date: '2024-11-07',
        time: '15:30',
        choice: 'c1',
        person: 'p1',
        several: ['a', 'b'],
        many: ['c'],
        agree: false,
      },
    });
  });

  it('is left out where it was emptied, even if it was known before', () => {
    expect(
      submit({
        'field:text': { type: 'plain_text_input', value: null },
        'field:date': { type: 'datepicker', selected_date: null },
        'field:time': { type: 'timepicker', selected_time: null },
        'field:choice': { type: 'static_select', selected_option: null },
        'field:several': { type: 'checkboxes', selected_options: [] },
        'field:agree': { type: 'radio_buttons', selected_option: null },
        'field:file': { type: 'file_input', files: [] },
        'field:spaces': { type: 'plain_text_input', value: ' \n ' },
      })?.input,
    ).toEqual({ session: 's1' });
  });

  it('is nothing where the view is none of ours or was tampered with', () => {
    for (const view of [
      null,
      {},
      { private_metadata: '', state: { values: {} } },
      { private_metadata: 'zAAAA', state: { values: {} } },
      { private_metadata: known, state: 'x' },
    ]) {
      expect(readView(view)).toBeNull();
    }
  });
});

describe('a payload', () => {
  const payload = (text: string) => ({
    action: 'session.create',
    input: { text, list: ['a'], many: 3, yes: true },
    proposed: true,
  });

  it.each([1, 500, 1800])('with a text of %d characters comes back whole', (length) => {
    const text = 'The quick brown fox. '.repeat(length).slice(0, length);
    expect(unpackPayload(packPayload(payload(text), 2000))).toEqual(payload(text));
  });

  it('that is too long is compressed', () => {
    const packed = packPayload(payload('again and again. '.repeat(300)), 2000);
    expect(packed.length).toBeLessThanOrEqual(2000);
    expect(unpackPayload(packed)).toEqual(payload('again and again. '.repeat(300)));
  });

  it('with as many answers about a list as are carried fits into a button, beside ten files', () => {
    const places = Array.from({ length: MOST_ANSWERS }, (_, index) => [String(index + 1_000), randomUUID()] as const);
    const [session, ...files] = Array.from({ length: 11 }, () => randomUUID());
    const input = { session, files, decide: true, answers: packAnswers(new Map(places)) };
    const carried = { action: 'session.online-list', input, proposed: false };
    expect(unpackPayload(packPayload(carried, limits.buttonValue))).toEqual(carried);
  });

  it('that fits in no way is a fault rather than cut', () => {
    const noise = Array.from({ length: 3000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    expect(() => packPayload(payload(noise), 2000)).toThrow('does not fit');
  });

  it('that unpacks into something huge is refused', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const bomb = `z${deflateRawSync(JSON.stringify(payload('a'.repeat(10_000_000)))).toString('base64url')}`;
    expect(unpackPayload(bomb)).toBeNull();
  });
});
