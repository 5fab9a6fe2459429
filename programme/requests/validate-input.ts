/** The step that fills in what follows from the rest of the input, and checks the whole. */
import type { Values } from '../messages/message.js';
import type { Issue, ValidInput } from './action.js';
import type { PermittedAction } from './authorise-request.js';

export interface InvalidInput {
  readonly input: Values;
  readonly issues: readonly Issue[];
}

export interface CheckedInput {
  /** As it was given and completed. */
  readonly input: Values;
  readonly valid: ValidInput;
}

export async function validateInput(permitted: PermittedAction): Promise<CheckedInput | InvalidInput> {
  const input = await permitted.complete(permitted.input);
  return { input, ...permitted.parse(input) };
}
