/** A file as an entry with a link, where it is not sent through the platform itself. */

import { textsFor } from '../programme/locale/texts.js';
import type { FileElement, Item } from '../programme/messages/message.js';
import type { Language } from '../programme/requests/context.js';

export function fileItem({ name, label, link }: FileElement, language: Language): Item {
  const { chat } = textsFor(language);
  if (link === null) return { title: name, lines: [chat.fileOutOfReach], buttons: [] };
  return { title: name, lines: [chat.linkEnds], buttons: [{ label, link }] };
}
