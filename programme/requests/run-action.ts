/** The step that does what was asked for, or refuses what has violated a constraint. */
import type { Message, Reply } from '../messages/message.js';
import { askAgain, belongsToForm } from './ask-for-input.js';
import type { PermittedAction } from './authorise-request.js';
import { settleSentDrafts } from './form-drafts.sql.js';
import { isRefusal } from './refusal.js';
import type { Request } from './request.js';
import { refusedResult, type StepResult } from './step-result.js';
import type { CheckedInput } from './validate-input.js';

/** `replaces`: the answer takes the place of the message whose button was pressed. `violated`: the constraint for which an attempt before this one was rolled back. */
export async function runAction(
  permitted: PermittedAction,
  request: Pick<Request, 'submitted'> & { readonly replaces: boolean },
  checked: CheckedInput,
  violated: string | null,
): Promise<StepResult> {
  const { name, confirm, context, keepsDrafts } = permitted;
  const { run, refuseConflict } = checked.valid;
  const done = await (violated === null ? run() : refuseConflict(violated));
  if (isRefusal(done)) {
    return belongsToForm(permitted, request, done)
      ? await askAgain(permitted, checked, done)
      : refusedResult(context, done);
  }
  const { person } = context.actor;
  if (request.submitted && keepsDrafts && person !== null) {
    await settleSentDrafts(
      context.transaction,
      { personId: person.id, action: name, sent: checked.input },
      context.now,
    );
  }
  const reply = (message: Message): Reply => ({
    kind: 'message',
    outcome: 'done',
    message,
    refreshes: confirm !== 'read',
    // A preview has had its day once it is settled; a list or a menu is still of use.
    replaces: request.replaces,
  });
  return {
    reply: reply(done.message),
    undo: false,
    wrote: confirm !== 'read',
    ...(done.remembered && { remembered: reply(done.remembered) }),
    ...(done.language && { language: done.language }),
  };
}
