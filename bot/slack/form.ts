/** Draws a form as a modal: its introduction, its fields, and the errors of the last submission. */
import type { Form } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import { formPayload } from '../payload.js';
import { type Block, limits, type Modal } from './block-kit.js';
import { drawElements, drawText } from './elements.js';
import { drawField, fieldBlockId, mark, namesOf, optionsEach } from './fields.js';
import { fitBlocks, viewSurface } from './fit.js';
import { packPayload } from './payload-text.js';
import { wholeTitle } from './render.js';
import { narrowText } from './text.js';

/** How a submitted form is recognised. */
export const formCallback = 'form';

/**
 * The form as a modal. Errors stand above their fields, and a problem of no field on top; an error whose field the
 * form does not have is shown on top as well.
 */
export function formToModal(
  form: Form,
  errors: Readonly<Record<string, string>>,
  problem: string | null,
  language: Language,
): Modal {
  const names = namesOf(form);
  const elsewhere = Object.entries(errors).flatMap(([name, words]) => (names.has(name) ? [] : [words]));
  const above = [
    ...wholeTitle(form.title, language),
    ...[...(problem === null ? [] : [problem]), ...elsewhere].flatMap((words) => drawText(mark(words), language)),
  ];
  const most = optionsEach(form);
  const fields = form.fields.flatMap((field) => [
    ...drawError(errors[field.name], language),
    ...drawField(field, { mostOptions: most, dispatches: form.keepsDraft === true }, language),
  ]);
  const introduction = fitBlocks(drawElements(form.introduction, language), viewSurface, language, [
    ...above,
    ...fields,
  ]);
  const blocks = [...above, ...introduction, ...fields];
  return {
    type: 'modal',
    callback_id: formCallback,
    title: narrowText(form.title, limits.viewTitle),
    submit: narrowText(form.submit, limits.viewTitle),
    close: narrowText(form.cancel, limits.viewTitle),
    private_metadata: packPayload(formPayload(form), limits.privateMetadata),
    ...((form.tellsClosing || form.keepsDraft) && { notify_on_close: true }),
    // A form without fields and introduction asks only whether to go on: its title is the question.
    blocks: blocks.length > 0 ? blocks : drawText(form.title, language),
  };
}

/**
 * The errors as Slack shows them inside the open view, without redrawing it; null where that is not enough: nothing to
 * show, a problem without a field, or fields that the open view does not have.
 */
export function errorsInView(
  form: Form,
  errors: Readonly<Record<string, string>>,
  problem: string | null,
  shownBlockIds: ReadonlySet<string>,
): Record<string, string> | null {
  const entries = Object.entries(errors);
  const sameFields =
    form.fields.every((field) => shownBlockIds.has(fieldBlockId(field.name))) &&
    [...shownBlockIds].filter((id) => id.startsWith(fieldBlockId(''))).length === form.fields.length;
  const names = namesOf(form);
  if (problem !== null || entries.length === 0 || !sameFields || entries.some(([name]) => !names.has(name)))
    return null;
  return Object.fromEntries(entries.map(([name, words]) => [fieldBlockId(name), words]));
}

function drawError(error: string | undefined, language: Language): Block[] {
  return error === undefined ? [] : drawText(mark(error), language);
}
