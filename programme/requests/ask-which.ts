/** The step that asks which of several things was meant, with a button for each. */
import { type Button, elements, type Message } from '../messages/message.js';
import type { OpenContext } from './context.js';
import type { Proposal } from './interpreter.js';
import { supersedePreviews } from './previews.sql.js';
import type { Actions } from './registry.js';
import { readResult, type StepResult } from './step-result.js';
import { requestTexts } from './texts.js';

/** A button shows what would be done, and does nothing yet. A "yes" after this no longer means what was shown before. */
export async function askWhich(
  context: OpenContext,
  actions: Actions,
  choices: readonly Proposal[],
): Promise<StepResult> {
  const { language, transaction, actor, now } = context;
  await supersedePreviews(transaction, actor.accountId, now);
  const text = requestTexts[language].whichOne;
  const buttons = choices.flatMap(({ action: name, input }): Button[] => {
    const action = actions.get(name);
    if (action === undefined) return [];
    const about = typeof input.session === 'string' ? `: ${input.session}` : '';
    return [{ label: `${action.texts[language].title}${about}`, action: name, input, proposed: true }];
  });
  const message: Message = { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons }) };
  return readResult({ kind: 'message', outcome: 'preview', message, refreshes: false, replaces: false });
}
