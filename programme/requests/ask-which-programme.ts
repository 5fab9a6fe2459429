/** The step that asks in which programme something is meant that several of a person's programmes have. */
import { readProgrammes } from '../members/queries.js';
import { pick } from '../messages/bilingual.js';
import { elements } from '../messages/message.js';
import type { Ambiguous } from './authorise.js';
import type { OpenContext } from './context.js';
import type { Request } from './request.js';
import { readResult, type StepResult } from './step-result.js';
import { requestTexts } from './texts.js';

/** The same request again, for each of the programmes. */
export async function askWhichProgramme(
  { transaction, language }: OpenContext,
  { action, input, origin }: Pick<Request, 'action' | 'input' | 'origin'>,
  { ambiguous }: Ambiguous,
): Promise<StepResult> {
  const ids = ambiguous.map(({ membership }) => membership.programmeId);
  const programmes = await readProgrammes(transaction, ids);
  const text = requestTexts[language].whichProgramme;
  const buttons = programmes.map(({ id, name }) => ({
    label: pick(language, name),
    action,
    input: { ...input, programme: id },
    proposed: origin === 'words',
  }));
  const message = { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons }) };
  return readResult({ kind: 'message', outcome: 'preview', message, refreshes: false, replaces: false });
}
