/** Free hours as cards of a list and as the choices of a form. */
import { pick } from '../../messages/bilingual.js';
import { initialChoice } from '../../messages/initial.js';
import type { Choice, Field, Item, Value } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { adviserName, hourFor } from '../hour-words.js';
import { companyTexts } from './company-texts.js';
import { type FreeHour, type HoursFor, readFreeHours } from './free-hours.js';
import type { HourFilter } from './hour-filter.js';
import { bookingTexts } from './texts.js';

/** As many hours as a form offers. */
const MOST = 25;

/** So many are offered in the place of one that was lost. */
export const INSTEAD = 3;

export function adviserOf({ language }: Pick<Context, 'language'>, { adviser }: Pick<FreeHour, 'adviser'>): string {
  return adviserName(language, pick(language, adviser.name));
}

/** The lines of a card: the adviser with their languages, and how and where. */
export function hourItem(context: Context, hour: FreeHour, buttons: Item['buttons']): Item {
  const { find } = companyTexts[context.language];
  const languages = hour.adviser.languages.map((one) => find.languageNames[one]).join(' / ');
  const method = find.methods[hour.method];
  return {
    title: hourFor(context, hour),
    lines: [
      adviserOf(context, hour),
      find.languages(languages),
      find.how(hour.place === '' || hour.method === 'online' ? method : `${method} / ${hour.place}`),
    ],
    buttons,
  };
}

export async function hourChoices(
  context: Context,
  asked: HoursFor,
  filter: HourFilter = {},
  most = MOST,
): Promise<readonly Choice[]> {
  const { items } = await readFreeHours(context, asked, filter, { from: 0, size: most });
  return items.map((hour) => ({ value: hour.id, label: `${hourFor(context, hour)} ${adviserOf(context, hour)}` }));
}

export function slotField({ language }: Pick<Context, 'language'>, choices: readonly Choice[]): Field {
  return { kind: 'choice', name: 'slot', label: companyTexts[language].book.slot, choices };
}

/** How it is to be held, where that is open. */
export function modeField({ language }: Pick<Context, 'language'>, initial: Value, optional = false): Field {
  const { modes } = bookingTexts[language];
  const choices = [
    { value: 'online', label: modes.online },
    { value: 'onsite', label: modes.onsite },
  ];
  return {
    ...{ kind: 'choice', name: 'mode', label: companyTexts[language].book.mode, ...(optional && { optional }) },
    choices,
    ...initialChoice(initial, choices),
  };
}
