/** The form of an entry of the FAQ, for a new one and for a change. */
import { initialText } from '../../messages/initial.js';
import type { Form, Value, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import { namesIn } from './names-in-text.js';
import { type EntryTexts, entryFields } from './save-entry.js';
import { faqTexts } from './texts.js';

export const LONGEST = { questionJa: 300, answerJa: 2_000, questionEn: 300, answerEn: 2_000 } as const;

interface About extends Pick<Form, 'action' | 'title' | 'submit' | 'known'> {
  /** What it says already. */
  readonly texts: Partial<EntryTexts>;
}

/** Where the texts name somebody, it also asks whether the names are to stay. */
export async function entryForm(context: Context, given: Values, { texts, ...frame }: About): Promise<Form> {
  const { transaction, membership, language } = context;
  const { labels, hints, keep, takeOut, cut } = faqTexts[language];
  const isCut = entryFields.some(
    (field) => isLonger(texts[field], LONGEST[field]) || isLonger(given[field], LONGEST[field]),
  );
  const written = entryFields.map((field) => given[field] ?? texts[field]).filter((text) => typeof text === 'string');
  const names = await namesIn(transaction, membership.programmeId, written);
  return {
    ...frame,
    introduction: [
      { kind: 'text', text: hints.both },
      { kind: 'note', text: hints.noNames },
      ...(isCut ? [{ kind: 'note' as const, text: cut }] : []),
    ],
    fields: [
      ...entryFields.map((name) => ({
        ...{ kind: 'long text' as const, name, label: labels[name], optional: true, maximum: LONGEST[name] },
        ...initialText(texts[name], LONGEST[name]),
        ...initialText(given[name], LONGEST[name]),
      })),
      ...(names.length === 0
        ? []
        : [
            {
              kind: 'yes/no' as const,
              name: 'keepNames',
              label: labels.keepNames,
              yes: keep,
              no: takeOut,
              initial: false,
            },
          ]),
    ],
    cancel: chatTexts[language].close,
  };
}

/** Of what a form is opened with, more would not go into its field. */
function isLonger(text: Value, most: number): boolean {
  return typeof text === 'string' && text.length > most;
}
