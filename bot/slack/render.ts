/** Draws a message for Slack's three surfaces: a message in a conversation, a modal that only shows, and the Home tab. */
import type { Message } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { type Block, type HomeTab, limits, type Modal } from './block-kit.js';
import { type BlockChoice, drawElements, drawText } from './elements.js';
import { fitBlocks, messageSurface, viewSurface } from './fit.js';
import { clean, cut, escapeMrkdwn, narrowText } from './text.js';

/** A message as chat.postMessage and response_url take it. */
export interface DrawnMessage {
  /** What notifications and screen readers get. Slack reads it as mrkdwn, so it is escaped. */
  readonly text: string;
  readonly blocks: Block[];
}

/** The message for a conversation; with young blocks only where a refusal of them is looked after (young-blocks.ts). */
export function messageToBlocks(message: Message, language: Language, choice: BlockChoice = 'settled'): DrawnMessage {
  return {
    text: notificationText(message.summary, language),
    blocks: neverEmpty(
      fitBlocks(drawElements(message.elements, language, choice), messageSurface, language),
      message,
      language,
    ),
  };
}

/** The message as a modal without a submit button. `title` is repeated in the body where it is too long for Slack. */
export function messageToModal(message: Message, title: string, language: Language): Modal {
  const heading = wholeTitle(title, language);
  const body = fitBlocks(drawElements(message.elements, language), viewSurface, language, heading);
  return {
    type: 'modal',
    title: narrowText(title, limits.viewTitle),
    close: narrowText(chatTexts[language].close, limits.viewTitle),
    // What lies under it was drawn before this reply and may no longer be true.
    clear_on_close: true,
    blocks: [...heading, ...neverEmpty(body, message, language)],
  };
}

/** The message as the person's Home tab. */
export function messageToHome(message: Message, language: Language): HomeTab {
  const body = fitBlocks(drawElements(message.elements, language), viewSurface, language);
  return { type: 'home', blocks: neverEmpty(body, message, language) };
}

/** The title for the body of a modal whose title bar cannot hold it; nothing otherwise. */
export function wholeTitle(title: string, language: Language): Block[] {
  return clean(title).length > limits.viewTitle ? drawText(title, language) : [];
}

/** Slack refuses a surface without blocks. */
function neverEmpty(blocks: Block[], message: Message, language: Language): Block[] {
  return blocks.length > 0 ? blocks : drawText(message.summary || '–', language);
}

function notificationText(summary: string, language: Language): string {
  // Cut before it is escaped, so that no escape is cut in half; an escape takes at most five characters.
  return escapeMrkdwn(cut(clean(summary), limits.notification / 5, language)) || '–';
}
