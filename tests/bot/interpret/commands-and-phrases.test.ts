/** A command is told from a longer phrase that begins with it, and what follows is read as the phrase needs it. */
import { expect, test } from 'vitest';
import type { Action } from '../../../programme/requests/action.js';
import { understand } from '../../support/understand.js';

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
  expect(understand(words)).toMatchObject({ action, input });
  expect(understand(words).input).toEqual(input);
});

test.each([
  ...['MSM-1に参加しません', 'MSM-1には参加しない', 'MSM-1の参加をやめます', 'MSM-1の参加を取りやめます'],
  ...['MSM-1に出席しません', 'MSM-1に出席できません', 'MSM-1には行きません', 'MSM-1への参加はできなくなりました'],
  ...["I won't attend MSM-1", 'I will not come to MSM-1', 'I won’t be there at MSM-1', 'I am not coming to MSM-1'],
  ...["I can't make it to MSM-1", 'I will not be attending MSM-1'],
])('%s is never a registration', (words) => {
  expect(understand(words)).toEqual({ action: 'session.decline', input: { session: 'MSM-1' }, explicit: false });
});

test.each([
  ['MSM-1の参加者', 'session.attendees'],
  ['MSM-1の参加者一覧', 'session.attendees'],
  ['MSM-1の参加者一覧のエクセルをください', 'session.attendees-file'],
  ['名簿のファイル MSM-1', 'session.attendees-file'],
  ['attendees file of MSM-1', 'session.attendees-file'],
  ['Attendees as Excel for MSM-1, please', 'session.attendees-file'],
  ['MSM-1に出席します', 'session.register'],
  ['MSM-1に参加します', 'session.register'],
  ['MSM-1に参加したい', 'session.register'],
  ['MSM-1は代理で田中が参加します', 'session.substitute'],
  ['MSM-1に参加できないので、代わりに田中が出席します', 'session.substitute'],
])('%s', (words, action) => {
  expect(understand(words)).toMatchObject({ action, input: { session: 'MSM-1' } });
});

test.each([
  ['register MSM-1', true],
  ['Cancel registration MSM-1', true],
  ['参加登録 MSM-1', false],
  ['please register me for MSM-1', false],
  ['MSM-1', false],
  ['ABCD-EFGH-JKMN', false],
  ['qwertz', false],
])('%s: said outright? %s', (words, explicit) => {
  expect(understand(words).explicit).toBe(explicit);
});

test.each([
  ['MSM-1にオンラインではなく会場で参加します', 'session.register', 'onsite'],
  ['register MSM-1 online, not on site', 'session.register', undefined],
  ['MSM-1をオンラインではなく会場に変更', 'session.change-mode', 'onsite'],
  ['MSM-1を会場からオンラインに変更', 'session.change-mode', 'online'],
  ['MSM-1をオンライン参加から会場参加へ変更', 'session.change-mode', 'onsite'],
  ['switch MSM-1 from online to on site', 'session.change-mode', 'onsite'],
  ['switch MSM-1 from on-site to online', 'session.change-mode', 'online'],
  ['MSM-1に会場の代わりにオンラインで参加します', 'session.register', undefined],
] as const)('%s takes the mode %s %s', (words, action, mode) => {
  expect(understand(words)).toMatchObject({ action, input: { session: 'MSM-1' } });
  expect(understand(words).input.mode).toBe(mode);
});

test.each([...['同じ会社の方を登録', '同僚を登録したい', 'Register a colleague', 'register my colleague please']])(
  '%s is never about oneself',
  (words) => {
    expect(understand(words)).toMatchObject({ action: 'session.register', input: { colleague: true } });
  },
);

test.each([
  ['MSM-2 同じ会社の方を登録', 'session.register', { session: 'MSM-2', colleague: true }],
  ['同僚をMSM-2に登録したい', 'session.register', { session: 'MSM-2', colleague: true }],
  ['同僚がMSM-2にオンラインで参加します', 'session.register', { session: 'MSM-2', mode: 'online', colleague: true }],
  ['Register a colleague for MSM-2', 'session.register', { session: 'MSM-2', colleague: true }],
  ['MSM-2に登録したい', 'session.register', { session: 'MSM-2' }],
  ['123456', 'session.check-in', { code: '123456' }],
  ['０４８２１３', 'session.check-in', { code: '048213' }],
  ['048 213', 'session.check-in', { code: '048213' }],
  ['受付コード 1234', 'session.check-in', { code: '1234' }],
  ['MSM-1 受付コード 1234', 'session.check-in', { session: 'MSM-1', code: '1234' }],
  ['check-in code 1234', 'session.check-in', { code: '1234' }],
  ['受付コード', 'session.check-in-code', {}],
  ['終了したセッション', 'session.list', { past: true }],
  ['過去のセッション一覧', 'session.list', { past: true }],
  ['Past sessions', 'session.list', { past: true }],
  ['previous sessions please', 'session.list', { past: true }],
  ['セッション一覧', 'session.list', {}],
  ['MSM-1 取り消す', 'session.cancel', { session: 'MSM-1' }],
  ['MSM-1 参加を取り消す', 'session.cancel', { session: 'MSM-1' }],
  ['join', 'session.join', {}],
  ['接続する', 'session.join', {}],
  ['Open the meeting', 'session.join', {}],
  ['会場参加に変更', 'session.change-mode', { mode: 'onsite' }],
  ['Change to online', 'session.change-mode', { mode: 'online' }],
] as const)('%s', (words, action, input) => {
  expect(understand(words)).toMatchObject({ action, input });
  expect(understand(words).input).toEqual(input);
});

test.each([
  ...['ありがとうございます', 'ありがとうございました！', 'ありがとうございます。よろしくお願いします。'],
  ...['参加登録ありがとうございました', 'Thank you!', 'Thanks a lot', 'Thank you for your help', 'Thanks.'],
])('%s asks for nothing', (words) => {
  expect(understand(words)).toEqual({ action: 'help.show', input: { thanked: true }, explicit: false });
});

test.each([
  ['キャンセルをお願いします。ありがとうございます', 'session.cancel'],
  ['ありがとうございます。MSM-1に参加します', 'session.register'],
  ['Thank you, please cancel MSM-1', 'session.cancel'],
  ['ありがとう、ヘルプ', 'help.show'],
  ['ありがとう、メニュー', 'home.show'],
  ['いつもありがとうございます。次のセミナーに参加します', 'session.register'],
  ['いつもありがとうございます。セッション一覧を見せてください', 'session.list'],
  ['ご連絡ありがとうございます。参加をキャンセルします', 'session.cancel'],
  ['参加登録ありがとうございました。キャンセルできますか', 'session.cancel'],
  ['Thanks for the reminder, please cancel my registration', 'session.cancel'],
  ['Thank you for this. Please register me online', 'session.register'],
  ['cancel thanks', 'session.cancel'],
])('%s thanks and asks for something', (words, action) => {
  expect(understand(words)).toMatchObject({ action });
  expect(understand(words).input).not.toHaveProperty('thanked');
});

test.each(['check-in 123 456', '受付コード 123 456', '受付コードは123-456です', '受付コード 123456'])(
  '%s gives the code whole',
  (words) => {
    expect(understand(words)).toMatchObject({ action: 'session.check-in', input: { code: '123456' } });
  },
);

test.each(['check-in code for the 2024 seminar', '受付コード 2025年のセミナー'])('%s asks for the code', (words) => {
  expect(understand(words).action).toBe('session.check-in-code');
});

test.each(['cancel thanks', 'join, thank you'])('%s names no session', (words) => {
  expect(understand(words).input).not.toHaveProperty('session');
});

/** What keyboards give instead of a hyphen. */
const dashes = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u30fc', '\uff0d', '\uff70'];

test.each(dashes.map((dash) => ({ dash, code: dash.codePointAt(0)?.toString(16) })))(
  'U+$code stands for a hyphen in codes, however it was typed',
  ({ dash }) => {
    expect(understand(`MSM${dash}1 会場で参加`)).toMatchObject({
      action: 'session.register',
      input: { session: 'MSM-1', mode: 'onsite' },
    });
    expect(understand(`register MSM${dash}1 online`)).toMatchObject({
      action: 'session.register',
      input: { session: 'MSM-1', mode: 'online' },
    });
    expect(understand(`ＭＳＭ${dash}１は欠席します`)).toMatchObject({
      action: 'session.decline',
      input: { session: 'MSM-1' },
    });
    expect(understand(`受付コード 123${dash}456`)).toMatchObject({
      action: 'session.check-in',
      input: { code: '123456' },
    });
  },
);

test('who may call a session off means that by cancelling it, and everybody else their own place in it', () => {
  const participant = (action: Action) => action.who === 'anyone' || action.who.includes('participant');
  const secretariat = (action: Action) => action.who === 'anyone' || action.who.includes('secretariat');
  for (const say of ['Cancel the session WLT-2.', 'please cancel the whole seminar MSM-1'])
    expect([understand(say, secretariat).action, understand(say, participant).action]).toEqual([
      'session.call-off',
      'session.cancel',
    ]);
  for (const say of ['cancel my registration for the session MSM-1', 'cancel his place in the seminar MSM-1'])
    expect(understand(say, secretariat).action).toBe('session.cancel');
});
