/** What a sentence refers to is the thing that was shown, where it can be one only. */
import { describe, expect, it } from 'vitest';
import { referencesIn } from '../../../bot/interpret/refer.js';
import { identifiersFor, resolved, takes } from '../../../bot/interpret/resolve.js';
import type { LastShown } from '../../../programme/requests/last-shown.js';

const sessions: LastShown = {
  proposes: false,
  about: {},
  lists: [[{ session: 'MSM-1' }, { session: 'MSM-2' }, { session: 'WLT-1' }]],
};
const booking: LastShown = { proposes: false, about: { booking: 'b1' }, lists: [] };
const slots: LastShown = { proposes: false, about: { adviser: 'a1' }, lists: [[{ slot: 's1' }, { slot: 's2' }]] };
const bookings: LastShown = {
  proposes: false,
  about: {},
  lists: [[{ booking: 'b1' }], [{ watch: 'w1' }], [{ booking: 'b2' }]],
};

const means = (text: string, shown: LastShown) => {
  const found = resolved(text, referencesIn(text), shown);
  return found === null ? null : { text: found.text, ...found.thing, isBare: found.isBare };
};

describe('of a list', () => {
  it.each([
    ['2番目のに参加します', { session: 'MSM-2', text: 'MSM-2に参加します', isBare: false }],
    ['the last one please', { session: 'WLT-1', text: 'WLT-1 please', isBare: true }],
    ['yes, the second', { session: 'MSM-2', text: 'yes, MSM-2', isBare: true }],
    ['the second one, online please', { session: 'MSM-2', text: 'MSM-2, online please', isBare: true }],
  ])('%s', (text, meant) => {
    expect(means(text, sessions)).toEqual(meant);
  });

  it('of several a pronoun means none, nor does an order that is not there', () => {
    expect(means('それをキャンセルして', sessions)).toBeNull();
    expect(means('cancel it', sessions)).toBeNull();
    expect(means('4番目のに参加します', sessions)).toBeNull();
  });

  it('what is called otherwise than what was shown is none of it', () => {
    expect(means('最初の相談を取り消したい', sessions)).toBeNull();
    expect(means('この質問を取り下げます', sessions)).toBeNull();
  });

  it('the only one of the first list is meant, before what other lists hold', () => {
    expect(means('それを取り消したい', bookings)).toMatchObject({ booking: 'b1' });
    expect(means('その空き待ちをやめます', bookings)).toMatchObject({ watch: 'w1' });
    expect(means('the third one', bookings)).toMatchObject({ booking: 'b2' });
  });
});

describe('of one thing', () => {
  it.each([
    ['それをキャンセルして', '個別相談をキャンセルして'],
    ['cancel it', 'cancel the consultation'],
    ['move that one to 3 pm', 'move the consultation to 3 pm'],
  ])('%s', (text, said) => {
    expect(means(text, booking)).toEqual({ booking: 'b1', text: said, isBare: false });
  });

  it('a pronoun means what its sentence named before it, where that was shown', () => {
    expect(means('My question has become pointless, please delete it', booking)).toBeNull();
    expect(means('My consultation is no longer needed, cancel it', booking)).toMatchObject({ booking: 'b1' });
  });

  it('who was shown is not what something is done to', () => {
    expect(means('それを予約します', slots)).toBeNull();
    expect(means('2番目のを予約します', slots)).toMatchObject({ slot: 's2', text: '枠を予約します' });
  });

  it('two things that are spoken of are asked about', () => {
    expect(means('cancel the first one and book the second one', sessions)).toBeNull();
  });
});

describe('an action’s field', () => {
  it('holds what is of its kind, as a list where it takes several', () => {
    expect(identifiersFor(['booking', 'reason'], { thing: { booking: 'b1' }, kind: 'booking' })).toEqual({
      booking: 'b1',
    });
    expect(identifiersFor(['slots'], { thing: { slot: 's1' }, kind: 'slot' })).toEqual({ slots: ['s1'] });
    expect(identifiersFor(['booking', 'slot'], { thing: { moving: 'b1' }, kind: 'booking' })).toEqual({
      booking: 'b1',
    });
  });

  it('does not hold another kind, nor the person whom something was done for', () => {
    expect(
      identifiersFor(['session', 'person'], { thing: { session: 'MSM-1', person: 'p1' }, kind: 'session' }),
    ).toEqual({ session: 'MSM-1' });
    expect(identifiersFor(['session'], { thing: { booking: 'b1' }, kind: 'booking' })).toEqual({});
    expect(identifiersFor(['moving'], { thing: { booking: 'b1' }, kind: 'booking' })).toEqual({});
    expect(identifiersFor(['deliverable'], { thing: { deliverableType: 't1' }, kind: 'deliverable' })).toEqual({});
    expect(takes(['draft'], { thing: { deliverableType: 't1' }, kind: 'deliverable' })).toBe(true);
    expect(takes(['session'], { thing: { booking: 'b1' }, kind: 'booking' })).toBe(false);
  });
});
