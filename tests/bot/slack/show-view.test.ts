/** A form that asks for files opens also where the app was installed without the scope to read them. */
import { WebAPIPlatformError } from '@slack/web-api';
import { expect, it } from 'vitest';
import type { Modal } from '../../../bot/slack/block-kit.js';
import { formToModal } from '../../../bot/slack/form.js';
import { showView } from '../../../bot/slack/show-view.js';
import type { Form } from '../../../programme/messages/message.js';

const form: Form = {
  ...{
    action: 'consultation.add-files',
    title: 'Add files',
    introduction: [],
    known: {},
    submit: 'Add',
    cancel: 'Close',
  },
  fields: [
    { kind: 'text', name: 'topic', label: 'Topic' },
    { kind: 'file', name: 'files', label: 'Files', hint: 'Send them to this chat.', endings: ['pdf'], maximum: 10 },
  ],
};

function refusing(error: string) {
  const shown: Modal[] = [];
  const call = async (view: Modal) => {
    shown.push(view);
    if (shown.length === 1) throw new WebAPIPlatformError({ ok: false, error });
    return 'shown';
  };
  return { shown, answer: showView(formToModal(form, {}, null, 'en'), call) };
}

it('says how to send them in the place of the field', async () => {
  const { shown, answer } = refusing('missing_scope');
  expect(await answer).toBe('shown');
  const [first, second] = shown.map((view) => JSON.stringify(view));
  expect(first).toContain('"max_files":10');
  expect(second).not.toContain('file_input');
  expect(second).toContain('Send them to this chat.');
  expect(second).toContain('"plain_text_input"');
});

it('takes every other refusal for one', async () => {
  await expect(refusing('invalid_arguments').answer).rejects.toThrow(WebAPIPlatformError);
});
