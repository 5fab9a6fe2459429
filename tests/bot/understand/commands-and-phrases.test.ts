/** A command is told from a longer phrase that begins with it, and what follows is read as the phrase needs it. */
import { expect, test } from 'vitest';
import { understand } from '../../../bot/understand/understand.js';

test.each([
  ['record MSM-1', 'session.record', { session: 'MSM-1' }],
  ['Record walk-in MSM-1 online', 'session.walk-in', { session: 'MSM-1', mode: 'online' }],
  ['check-in 123456', 'session.check-in', { code: '123456' }],
  ['check-in code 123456', 'session.check-in', { code: '123456' }],
  ['受付コード 123456', 'session.check-in', { code: '123456' }],
  ['check-in code MSM-1', 'session.check-in-code', { session: 'MSM-1' }],
  ['受付コード MSM-1', 'session.check-in-code', { session: 'MSM-1' }],
  ['link abcd-efgh-jkmn', 'member.link', { code: 'abcd-efgh-jkmn' }],
  ['Invitation code ABCD-EFGH-JKMN', 'member.link', { code: 'ABCD-EFGH-JKMN' }],
  ['招待コード ABCD-EFGH-JKMN', 'member.link', { code: 'ABCD-EFGH-JKMN' }],
] as const)('%s', (words, action, input) => {
  expect(understand(words)).toEqual({ action, input });
});
