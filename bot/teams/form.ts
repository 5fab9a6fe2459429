/** Draws a Form as an Adaptive Card: in a dialog, or in the chat where there is no button to open a dialog from. */
import type { Form } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { formPayload } from '../payload.js';
import { type CardPlace, label, payloadKey, textBlock } from './blocks.js';
import { bytesOf, type CardAction, type CardAttachment, LARGEST_CARD, type Piece } from './card.js';
import { drawField, type InputKind, inputKindOf, LONGEST_REMARK } from './fields.js';
import { attach, draw, piece } from './render.js';

/** The bytes left for titles, hints and errors once values and choices have their room. */
const BYTES_OF_WORDS = 9000;
const FEWEST_BYTES_OF_CHOICES = 1000;

/** The data of a button that ends a form or dialog without doing anything. */
const cancelled = { cancelled: true } as const;

/** A button that only closes what it stands in; Teams does not check the inputs for it. `told`: the form whose action is told. */
export function closingButton(title: string, language: Language, told: Form | null = null): CardAction {
  if (told === null) return closing(title, language, cancelled);
  const data = { ...formPayload(told), ...cancelled };
  // What was put into a long form goes along to be kept; none of its inputs is required, or Teams would hold the button back.
  if (!told.keepsDraft) return closing(title, language, data);
  const { associatedInputs: _none, ...takingAlong } = closing(title, language, { ...data, asked: askedOf(told) });
  return takingAlong;
}

function closing(title: string, language: Language, own: object): CardAction {
  return {
    type: 'Action.Submit',
    title: label(title, language),
    data: { [payloadKey]: own },
    associatedInputs: 'none',
  };
}

/**
 * Draws a form with the errors at their fields and the problem on top. In the chat its title stands above it;
 * a dialog has a title of its own.
 */
export function formToCard(
  form: Form,
  errors: Readonly<Record<string, string>>,
  problem: string | null,
  language: Language,
  place: CardPlace = 'dialog',
): CardAttachment {
  // In a box of its own, so that nobody takes it for the error of the field that happens to stand below.
  const warn = (text: string) => {
    const words = textBlock(text, language, { color: 'attention', weight: 'bolder' }, LONGEST_REMARK);
    return piece({ type: 'Container', style: 'attention', items: [words] }, 1, true);
  };
  // An error nobody sees would leave the person in front of a form that refuses without a word.
  const astray = Object.entries(errors).filter(([name]) => !form.fields.some((field) => field.name === name));
  const choiceFields = form.fields.filter((field) => 'choices' in field).length;
  const values = form.fields.map((field) => ('initial' in field ? field.initial : null) ?? null);
  const forChoices = LARGEST_CARD - BYTES_OF_WORDS - bytesOf(values) - bytesOf(formPayload(form));
  const context = {
    action: form.action,
    known: form.known,
    language,
    requires: form.keepsDraft !== true,
    room: Math.max(FEWEST_BYTES_OF_CHOICES, Math.floor(forChoices / Math.max(1, choiceFields))),
  };
  const pieces: readonly Piece[] = [
    ...(place === 'chat'
      ? [piece(textBlock(form.title, language, { style: 'heading', size: 'medium', weight: 'bolder' }))]
      : []),
    ...(problem === null ? [] : [warn(problem)]),
    ...astray.map(([, words]) => warn(words)),
    ...form.introduction.flatMap((element) => draw(element, language, place)),
    ...form.fields.flatMap((field) =>
      drawField(field, errors[field.name], context).map((element) => piece(element, 1, true)),
    ),
  ];
  const summary = place === 'chat' ? chatTexts[language].fillInAbove(form.title) : form.title;
  const actions: readonly CardAction[] = [
    {
      type: 'Action.Submit',
      title: label(form.submit, language),
      data: { [payloadKey]: { ...formPayload(form), asked: askedOf(form) } },
      style: 'positive',
    },
    closingButton(form.cancel, language, form.tellsClosing || form.keepsDraft ? form : null),
  ];
  return attach(pieces, summary, actions, language);
}

/** How the text of each input is read back. */
function askedOf(form: Form): Readonly<Record<string, InputKind>> {
  return Object.fromEntries(
    form.fields.flatMap((field): [string, InputKind][] => {
      const as = inputKindOf(field);
      return as === null ? [] : [[field.name, as]];
    }),
  );
}
