/** One note of the secretariat as an entry of a list. */
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import { formatInstant } from '../../messages/dates.js';
import type { Item } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import type { CompanyNoteEntry } from './notes.js';
import { companyCardTexts } from './texts.js';

/** A card has room for so much of one in an entry's line; the rest goes on in further lines, of which it shows twelve. */
const LINE = 300;

export function noteItem(context: Context, { text, by, at }: CompanyNoteEntry): Item {
  const { language } = context;
  const name = memberTexts[language].personName(pick(language, by));
  return {
    title: companyCardTexts[language].noteOf(formatInstant(context, at), name),
    lines: text.match(new RegExp(`.{1,${LINE}}`, 'gsu')) ?? [],
    buttons: [],
  };
}
