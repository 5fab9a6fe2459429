/** The step that carries out what a preview showed, in place of the request that confirms it, and refuses what has changed since. */
import type { Transaction } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import type { Action, ValidInput } from './action.js';
import type { PermittedAction } from './authorise-request.js';
import type { OpenContext } from './context.js';
import type { Named } from './identifiers.js';
import { lookUpNamed } from './look-up.js';
import { refuseSettled } from './previews.js';
import { type StoredPreview, settlePreview } from './previews.sql.js';
import { type Refusal, refuse } from './refusal.js';
import type { Actions } from './registry.js';
import type { Request } from './request.js';
import type { StepResult } from './step-result.js';
import { requestTexts } from './texts.js';

/** What is to be carried out: what was asked for or, where a preview was confirmed, what that showed. */
export interface Work {
  readonly action: Action | null;
  readonly request: Request;
  readonly named: readonly Named[];
  /** The preview that the person has seen and agreed to. */
  readonly agreed: StoredPreview | null;
}

/**
 * Takes the preview's one use and hands out what it showed. A preview that cannot be confirmed any more leaves the request as it
 * is: its own action says why.
 */
export async function redeemPreview(
  transaction: Transaction,
  actions: Actions,
  work: Omit<Work, 'agreed'>,
  preview: StoredPreview | null,
  now: Date,
): Promise<Work> {
  const typed = work.request.input.preview === undefined;
  if (preview === null || refuseSettled(preview, typed, now) !== null) return { ...work, agreed: null };
  const action = actions.get(preview.action) ?? null;
  // In the transaction of what it leads to: a refusal gives the use back.
  await settlePreview(transaction, preview.id, 'confirmed', now);
  return {
    action,
    request: { ...work.request, action: preview.action, input: preview.input, origin: 'chosen' },
    named: await lookUpNamed(action, transaction, preview.input),
    agreed: preview,
  };
}

/** The refusal of what no longer stands as it was shown; null where it does. */
export async function refuseOutdated(
  { context, again }: Pick<PermittedAction, 'context' | 'again'>,
  agreed: StoredPreview,
  valid: ValidInput,
): Promise<StepResult | null> {
  const state = await valid.state();
  // What would be refused now is refused by itself, with its reason.
  if (state === null || state === agreed.state) return null;
  return offerAgain(context, { action: agreed.action, input: again(agreed.input) }, refuse('preview_outdated', {}));
}

/** Refuses, with the button that shows what would be done as things stand now. */
function offerAgain(
  { language }: OpenContext,
  preview: Pick<Request, 'action' | 'input'>,
  refusal: Refusal,
): StepResult {
  const text = pick(language, refusal.words);
  const again = { label: requestTexts[language].showAgain, ...preview, emphasis: 'primary', proposed: true } as const;
  const message: Message = {
    summary: text,
    elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [again] }),
  };
  return {
    reply: { kind: 'message', outcome: 'refused', message, refreshes: false, replaces: false },
    undo: true,
    wrote: false,
  };
}
