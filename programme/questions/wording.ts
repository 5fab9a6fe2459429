/** What a question, an answer and a note may say: no call for everybody, which here calls nobody. */
import { mentionOfEverybody } from '../announcements/mentions.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseQuestion } from './refuse-question.js';

/** Null where the text can be sent. */
export function refuseText(text: string, field: string): Refusal | null {
  const mention = mentionOfEverybody(text);
  return mention === null ? null : refuseQuestion('calls_everybody', { mention }, { field });
}
