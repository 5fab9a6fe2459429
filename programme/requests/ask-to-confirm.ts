/** The step that shows what would be done and asks for agreement. */

import { elements, type Message } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { askForInput } from './ask-for-input.js';
import type { PermittedAction } from './authorise-request.js';
import { isRefusal } from './refusal.js';
import type { Request } from './request.js';
import { readResult, refusedResult, type StepResult } from './step-result.js';
import type { CheckedInput } from './validate-input.js';

/** Whether the person has yet to agree: to what words alone proposed, and to what is always agreed to first. */
export function mustConfirm({ confirm }: PermittedAction, { confirmed, submitted, origin }: Request): boolean {
  if (confirmed || submitted) return false;
  return confirm === 'always' || (confirm === 'words' && origin === 'words');
}

export async function askToConfirm(
  permitted: PermittedAction,
  request: Request,
  { input, valid }: CheckedInput,
): Promise<StepResult> {
  const { context, confirm, ask, name } = permitted;
  // What should be agreed to is asked in the action's own form where it has one, which can hold more than a preview.
  if (confirm === 'always' && ask !== null) return await askForInput(permitted, request, { input, issues: [] });
  const shown = await valid.show();
  if (isRefusal(shown)) return refusedResult(context, shown);
  const chat = chatTexts[context.language];
  const button = { label: chat.confirm, action: name, input, confirmed: true, emphasis: 'primary' } as const;
  const message: Message = {
    summary: chat.confirmFirst,
    elements: elements({ kind: 'text', text: chat.confirmFirst }, ...shown, { kind: 'buttons', buttons: [button] }),
  };
  return readResult({ kind: 'message', outcome: 'preview', message, refreshes: false, replaces: false });
}
