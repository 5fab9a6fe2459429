/** Makes the apology for a fault of ours: a sentence with a short reference for the person; the log gets the cause under it. */
import { randomInt } from 'node:crypto';
import { type Message, plain } from '../programme/messages/message.js';
import { chatTexts } from '../programme/messages/texts.js';
import type { Language } from '../programme/requests/context.js';
import type { Services } from '../programme/requests/services.js';

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Logs the error under a fresh reference and returns the apology. Never throws. */
export function apologise(services: Services, error: unknown, language: Language, where: string): Message {
  const reference = Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
  services.log.error({ error, reference, where }, 'a request failed');
  return plain(chatTexts[language].apology(reference));
}
