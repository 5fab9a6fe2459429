/** A file as an entry with a link, where it is not sent through the platform itself. */

import type { FileElement, Item } from '../programme/messages/message.js';
import { chatTexts } from '../programme/messages/texts.js';
import type { Language } from '../programme/requests/context.js';

/** @param offered the platform offers the file itself, below the message */
export function fileItem({ name, label, link }: FileElement, language: Language, offered = false): Item {
  const { fileOutOfReach, fileBelow } = chatTexts[language];
  if (link === null) return { title: name, lines: [offered ? fileBelow : fileOutOfReach], buttons: [] };
  return { title: name, lines: [chatTexts[language].linkEnds], buttons: [{ label, link }] };
}
