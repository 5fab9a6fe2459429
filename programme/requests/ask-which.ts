/** The step that asks which of several things was meant, with a button for each. */
import { type Button, elements, type Reply } from '../messages/message.js';
import type { OpenContext } from './context.js';
import type { Proposal } from './interpreter.js';
import { supersedePreviews } from './previews.sql.js';
import type { Actions } from './registry.js';
import { readResult, type StepResult } from './step-result.js';
import { requestTexts } from './texts.js';

interface Asked {
  readonly choices: readonly Proposal[];
  /** The words were not understood, and the choices are guesses. */
  readonly guessed: boolean;
  /** They are what the files that came may be for. */
  readonly ofFiles: boolean;
}

/** A button shows what would be done, and does nothing yet. A "yes" after this no longer means what was shown before. */
export async function askWhich(
  context: OpenContext,
  actions: Actions,
  { choices, guessed, ofFiles }: Asked,
): Promise<StepResult> {
  const { language, transaction, actor, now } = context;
  await supersedePreviews(transaction, actor.accountId, now);
  const { perhaps, whatFor, whichOne } = requestTexts[language];
  const text = ofFiles ? whatFor : guessed ? perhaps : whichOne;
  const replied = (keepsWords: boolean): Reply => {
    const buttons = choices.flatMap(({ action: name, input }): Button[] => {
      const action = actions.get(name);
      if (action === undefined) return [];
      const about = typeof input.session === 'string' ? `: ${input.session}` : '';
      const label = `${action.texts[language].title}${about}`;
      return [{ label, action: name, input: action.confidential && !keepsWords ? {} : input, proposed: true }];
    });
    const message = { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons }) };
    return { kind: 'message', outcome: 'preview', message, refreshes: false, replaces: false };
  };
  // What somebody wrote in confidence is not stored with the reply, for a repeated delivery.
  return { ...readResult(replied(true)), remembered: replied(false) };
}
