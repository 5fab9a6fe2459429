/** A dot appears for a person who got a message while nobody looked, and goes when somebody looks. */
import { expect, test } from 'vitest';
import { type Looked, lookAt, readLooked, unread } from '../../../../page/browser/shell/unread.js';

const known: Looked = { run: 1, counts: { 'slack:U1': 2, 'teams:T1': 1 } };

test('what lay there at first is not new', () => {
  const looked = lookAt(null, 1, { 'slack:U1': 5 }, []);
  expect(unread(looked, { 'slack:U1': 5 })).toEqual({});
  expect(unread(null, { 'slack:U1': 5 })).toEqual({});
});

test('what came since is new until the client session is looked at', () => {
  const mail = { 'slack:U1': 4, 'teams:T1': 1, 'slack:U2': 1 } as const;
  const away = lookAt(known, 1, mail, []);
  expect(unread(away, mail)).toEqual({ 'slack:U1': 2, 'slack:U2': 1 });
  expect(unread(lookAt(away, 1, mail, ['slack:U1']), mail)).toEqual({ 'slack:U2': 1 });
});

test('another run begins anew', () => {
  const looked = lookAt(known, 2, { 'slack:U1': 9 }, []);
  expect(looked).toEqual({ run: 2, counts: { 'slack:U1': 9 } });
});

test('after a deletion the next message is new again', () => {
  const fewer = lookAt(known, 1, { 'slack:U1': 1, 'teams:T1': 1 }, []);
  expect(unread(fewer, { 'slack:U1': 2, 'teams:T1': 1 })).toEqual({ 'slack:U1': 1 });
});

test('stays the same object while nothing changes, so that nothing is drawn anew', () => {
  expect(lookAt(known, 1, { 'slack:U1': 2, 'teams:T1': 1, 'slack:U3': 1 }, ['slack:U1'])).toBe(known);
});

test('is kept as text and read again, whatever stands there', () => {
  expect(readLooked(JSON.stringify(known))).toEqual(known);
  for (const text of [null, '', '{', '[]', 'null', '{"run":"1","counts":{}}', '{"run":1,"counts":null}']) {
    expect(readLooked(text)).toBeNull();
  }
  expect(readLooked('{"run":1,"counts":{"U1":3,"slack:U1":"x","slack:U2":1}}')).toEqual({
    run: 1,
    counts: { 'slack:U2': 1 },
  });
});
