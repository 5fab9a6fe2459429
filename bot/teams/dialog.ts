/** Makes the answers to a dialog's requests: a card to show in it, a sentence, or nothing, which closes it. Source: learn.microsoft.com, "Invoke and dismiss dialogs". */

import { keepEntered } from '../../programme/messages/keep-entered.js';
import type { Choice, Message, Reply, Values } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { actionTitle } from '../../programme/rooms.js';
import { payloadKey } from './blocks.js';
import type { CardAttachment } from './card.js';
import { closingButton, formToCard } from './form.js';
import { messageToCard } from './render.js';
import { defuseLabel, shorten } from './text.js';

/** Teams shows so many options of a search and drops the rest. */
const MOST_RESULTS = 15;
const LONGEST_TITLE = 60;
const LONGEST_RESULT = 120;

export type DialogAnswer =
  | { readonly task: { readonly type: 'message'; readonly value: string } }
  | {
      readonly task: {
        readonly type: 'continue';
        readonly value: {
          readonly title: string;
          readonly width: 'medium';
          readonly height: 'medium';
          readonly card: CardAttachment;
        };
      };
    };

/**
 * @param entered the values that the form before the reply was sent with
 * @param offer the dialog was opened from a message that only offers it, which its form tells again when it is sent
 */
export function dialogOfReply(
  reply: Reply,
  language: Language,
  entered: Values,
  action: string,
  offer = false,
): DialogAnswer {
  if (reply.kind === 'message') return dialogOfMessage(reply.message, language, action);
  const { errors, problem } = reply;
  const form = keepEntered(reply.form, entered);
  const card = formToCard(form, errors, problem, language);
  return dialog(form.title, offer ? markOffered(card) : card, language);
}

/** Shows a message, with a button that closes the dialog: the words that say so are the way out on every client. */
export function dialogOfMessage(message: Message, language: Language, action: string): DialogAnswer {
  const title = actionTitle(action, language);
  const close = closingButton(chatTexts[language].close, language);
  return dialog(title, messageToCard(message, language, 'dialog', [close]), language);
}

function markOffered(card: CardAttachment): CardAttachment {
  const actions = card.content.actions?.map((action) => {
    const own = action.data?.[payloadKey];
    const marked = typeof own === 'object' && own !== null && 'action' in own;
    return marked ? { ...action, data: { ...action.data, [payloadKey]: { ...own, offer: true } } } : action;
  });
  return { ...card, content: { ...card.content, ...(actions && { actions }) } };
}

export function dialogOfWords(words: string): DialogAnswer {
  return { task: { type: 'message', value: words } };
}

function dialog(title: string, card: CardAttachment, language: Language): DialogAnswer {
  const shown = shorten(title.replace(/\s+/g, ' ').trim(), LONGEST_TITLE, language);
  return { task: { type: 'continue', value: { title: shown, width: 'medium', height: 'medium', card } } };
}

/** Source: learn.microsoft.com, "Typeahead search in Adaptive Cards". */
export function searchAnswer(choices: readonly Choice[]) {
  const results = choices
    .filter(({ value }) => value !== '')
    .slice(0, MOST_RESULTS)
    .map(({ value, label }) => ({ value, title: cut(defuseLabel(label)) || value }));
  return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
}

/** A search tells no language; the ellipsis is the same in all of ours. */
function cut(text: string): string {
  return text.length > LONGEST_RESULT ? `${text.slice(0, LONGEST_RESULT - 1)}…` : text;
}
