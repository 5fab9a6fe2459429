/** A command is told from a longer phrase that begins with it, and what follows is read as the phrase needs it. */
import { expect, test } from 'vitest';
import { understand } from '../../../bot/understand/understand.js';

test.each([
  ['Cancel registration', 'session.cancel', {}],
  ['Cancel registration KICKOFF', 'session.cancel', { session: 'KICKOFF' }],
  ['Record attendance', 'session.record', {}],
  ['record MSM-1', 'session.record', { session: 'MSM-1' }],
  ['Record walk-in MSM-1 online', 'session.walk-in', { session: 'MSM-1', mode: 'online' }],
  ['check-in 123456', 'session.check-in', { code: '123456' }],
  ['check-in code 123456', 'session.check-in', { code: '123456' }],
  ['受付コード 123456', 'session.check-in', { code: '123456' }],
  ['check-in code MSM-1', 'session.check-in-code', { session: 'MSM-1' }],
  ['受付コード MSM-1', 'session.check-in-code', { session: 'MSM-1' }],
  ['Change mode MSM-1 online', 'session.change-mode', { session: 'MSM-1', mode: 'online' }],
  ['会場をオンラインに変更 MSM-1', 'session.change-mode', { session: 'MSM-1', mode: 'online' }],
  ['MSM-1を変更', 'session.change', { session: 'MSM-1' }],
  ['register KICKOFF online', 'session.register', { session: 'KICKOFF', mode: 'online' }],
  ['register me for KICKOFF', 'session.register', {}],
  ['register SPP-2024-1 online', 'session.register', { session: 'SPP-2024-1', mode: 'online' }],
  ['MSM-1に参加できません', 'session.decline', { session: 'MSM-1' }],
  ['ｍｓｍ－１　オンラインで参加', 'session.register', { session: 'MSM-1', mode: 'online' }],
  ['link abcd-efgh-jkmn', 'member.link', { code: 'abcd-efgh-jkmn' }],
  ['Invitation code ABCD-EFGH-JKMN', 'member.link', { code: 'ABCD-EFGH-JKMN' }],
  ['招待コード ABCD-EFGH-JKMN', 'member.link', { code: 'ABCD-EFGH-JKMN' }],
] as const)('%s', (words, action, input) => {
  expect(understand(words)).toEqual({ action, input });
});
