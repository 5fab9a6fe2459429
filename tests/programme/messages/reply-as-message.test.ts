/** A form that cannot open by itself becomes a button, with what was wrong above it. */
import { expect, test } from 'vitest';
import type { Form } from '../../../programme/messages/message.js';
import { replyAsMessage } from '../../../programme/messages/reply-as-message.js';
import { messageWords } from '../../support/factories.js';

const form: Form = {
  action: 'session.check-in',
  title: '会場で受付',
  introduction: [],
  fields: [{ kind: 'text', name: 'code', label: '受付コード' }],
  known: {},
  submit: '受付する',
  cancel: '閉じる',
};

test('of a form that nothing was wrong with', () => {
  const said = messageWords(replyAsMessage({ kind: 'form', form, errors: {}, problem: null }, 'ja'));
  expect(said.split('\n').at(-1)).toBe('[入力フォームを開く]');
});

test('of a form for what was said wrongly', () => {
  const errors = { code: '受付コードは6桁の数字です。' };
  const message = replyAsMessage({ kind: 'form', form, errors, problem: '別の問題です。' }, 'ja');
  expect(message.elements.slice(0, 2)).toEqual([
    { kind: 'text', text: '受付コードは6桁の数字です。' },
    { kind: 'text', text: '別の問題です。' },
  ]);
  expect(message.summary).toContain('受付コードは6桁の数字です。 別の問題です。');
});

test('of a form of whose fields something was said, which the button carries as far as it fits', () => {
  const offered = (code: string) =>
    replyAsMessage(
      { kind: 'form', form: { ...form, known: { a: 1 }, said: { code } }, errors: {}, problem: null },
      'ja',
    );
  expect(JSON.stringify(offered('123456'))).toContain('"input":{"code":"123456","a":1}');
  const long = offered('長'.repeat(601));
  expect(JSON.stringify(long)).toContain('"input":{"a":1}');
  expect(messageWords(long)).toContain('フォームに貼り付けてください');
});
