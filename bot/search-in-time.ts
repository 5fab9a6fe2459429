/** Finds the options of a menu while a person types, within the time that the platform waits for them. */
import type { Choice } from '../programme/messages/message.js';
import { type Search, searchChoices } from '../programme/requests/search.js';
import type { Services } from '../programme/requests/services.js';

/**
 * None where the search fails or takes longer: a menu has no place for an apology, and shows that it found nothing. Its form stays,
 * and the next letter typed searches again. Never throws.
 * @param where the platform, for the log
 */
export async function searchInTime(
  services: Services,
  search: Search,
  milliseconds: number,
  where: string,
): Promise<readonly Choice[]> {
  // Caught here, also where it fails after its time.
  const work = searchChoices(services, search).catch((error: unknown): readonly Choice[] => {
    services.log.error({ error, where }, 'a request failed');
    return [];
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  const found = await Promise.race([work, late]);
  clearTimeout(timer);
  if (found === null) services.log.warn({ where }, 'a search took too long and was answered without options');
  return found ?? [];
}
