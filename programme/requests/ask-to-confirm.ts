/** The step that shows what would be done and asks for agreement. */
import { randomUUID } from 'node:crypto';
import { type Button, elements, type Message } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Preview } from './action.js';
import { askForInput } from './ask-for-input.js';
import type { PermittedAction } from './authorise-request.js';
import type { Language } from './context.js';
import { confirmPreviewName, dismissPreviewName, VALID_MINUTES } from './previews.js';
import { storePreview } from './previews.sql.js';
import { isRefusal, refuse } from './refusal.js';
import type { Request } from './request.js';
import { readResult, refusedResult, type StepResult } from './step-result.js';
import type { CheckedInput } from './validate-input.js';

/** Whether the person has yet to agree: to what words alone proposed, and to what is always agreed to first. */
export function mustConfirm({ confirm }: PermittedAction, { submitted, origin }: Request): boolean {
  if (submitted) return false;
  return confirm === 'always' || (confirm === 'words' && origin === 'words');
}

/** What words say whole is shown at once; otherwise the action's own form asks, which can hold more than a preview. */
export async function askToConfirm(
  permitted: PermittedAction,
  request: Request,
  { input, valid }: CheckedInput,
): Promise<StepResult> {
  const { context, confirm, ask } = permitted;
  const askInForm = () => askForInput(permitted, request, { input, issues: [] });
  if (valid.show === null || (confirm === 'always' && ask !== null && request.origin !== 'words')) {
    return await askInForm();
  }
  // Before it is shown: a change in between then counts as one, and is not confirmed by mistake.
  const state = await valid.state();
  const shown = await valid.show();
  if (isRefusal(shown)) {
    // Whose place it is may be asked: the form is for that, and refuses by itself where it cannot help.
    const asks = ask !== null && (confirm === 'always' || shown.refused === 'field');
    return asks ? await askInForm() : refusedResult(context, shown);
  }
  const { actor, transaction, now } = context;
  if (state === null) return refusedResult(context, refuse('preview_outdated', {}));
  if (actor.person === null) throw new Error('a preview needs a person who can confirm it');
  const id = randomUUID();
  const message = previewMessage(context.language, id, shown);
  const expiresAt = new Date(now.getTime() + VALID_MINUTES * 60_000);
  const about = { accountId: actor.accountId, personId: actor.person.id, action: permitted.name, input };
  await storePreview(transaction, { id, ...about, words: shown.does, state, now, expiresAt });
  const reply = { kind: 'message', outcome: 'preview', message, refreshes: false, replaces: false } as const;
  return { ...readResult(reply), about: input };
}

function previewMessage(language: Language, id: string, shown: Preview): Message {
  const chat = chatTexts[language];
  const input = { preview: id };
  const { open, labels = chat } = shown;
  const confirm: Button = { label: labels.confirm, action: confirmPreviewName, input, emphasis: 'primary' };
  const dismiss: Button = { label: labels.dismiss, action: dismissPreviewName, input };
  return {
    summary: shown.does,
    elements: elements(
      { kind: 'text', text: shown.does },
      ...shown.elements,
      { kind: 'text', text: open ?? chat.confirmFirst },
      { kind: 'buttons', buttons: open === undefined ? [confirm, dismiss] : [dismiss] },
    ),
  };
}
