/** A stored reply is read again as it was, of every kind that a message or form may hold, and anything else is not taken for one. */
import { describe, expect, it } from 'vitest';
import type { Form, Message, Reply } from '../../../programme/messages/message.js';
import { replySchema } from '../../../programme/messages/reply-schema.js';
import { elementOf, fieldOf, formOf, messageOf } from '../../bot/contract/samples.js';

/** As the database gives it back. */
const stored = (reply: Reply): unknown => JSON.parse(JSON.stringify(reply));

const said = (message: Message): Reply => ({
  kind: 'message',
  outcome: 'done',
  message,
  refreshes: true,
  replaces: false,
});
const asked = (form: Form): Reply => ({ kind: 'form', form, errors: { mode: 'Choose one.' }, problem: null });

describe('a stored reply is read as it was', () => {
  it.each(Object.entries(elementOf('text')))('with the element %s', (_, element) => {
    const reply = said(messageOf(element));
    expect(replySchema.parse(stored(reply))).toEqual(stored(reply));
  });

  it.each(Object.entries(fieldOf('text')))('with the field %s', (_, field) => {
    const known = { session: 'S-1', people: ['a', 'b'], from: 12, past: false, left: null, absent: undefined };
    const reply = asked(formOf([field], { known }));
    expect(replySchema.parse(stored(reply))).toEqual(stored(reply));
  });

  it('with what a later version adds', () => {
    const reply = said(messageOf({ kind: 'text', text: 'text' }));
    const later = { ...reply, isUrgent: true, message: { ...messageOf(), mood: { colour: 'green' } } };
    expect(replySchema.parse(later)).toEqual(later);
  });
});

it.each([
  {},
  { ...said(messageOf()), outcome: 'maybe' },
  { ...said(messageOf()), message: { summary: 'Summary', elements: [{ kind: 'clock' }] } },
  { ...asked(formOf([])), problem: 1 },
])('what is none is not read: %j', (reply) => {
  expect(replySchema.safeParse(reply).success).toBe(false);
});
