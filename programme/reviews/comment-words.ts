/** How comments are shown: as lines of a list, whoever reads them. */
import { checklistNamed } from '../drafts/checklists/by-name.js';
import { pick } from '../messages/bilingual.js';
import type { ActionButton, Item } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import type { Language } from '../requests/context.js';
import { answerTexts } from './answer-texts.js';
import { commentTexts } from './comment-texts.js';
import type { CommentEntry } from './queries.js';
import { holdsQuotation } from './quotation.js';

/** Of a quotation, and of a comment where many are listed, so that a page of them fits every platform. */
const LONGEST_QUOTED = 200;
const LONGEST_LISTED = 600;

interface Listing {
  readonly language: Language;
  /** Of the deliverable, for the names of its elements. */
  readonly checklist: string | null;
  /** The newest version as `quotable` makes it; null where it has no text, or nobody is to be told what is gone from it. */
  readonly latest: string | null;
}

export function elementName(language: Language, checklist: string | null, element: string): string {
  return checklistNamed(checklist)?.elements.find(({ id }) => id === element)?.name[language] ?? element;
}

export function commentItem(
  { language, checklist, latest }: Listing,
  comment: CommentEntry,
  buttons: readonly ActionButton[],
): Item {
  const texts = commentTexts[language];
  const { number, draftNumber, element, quotation, words, writtenBy, corrections } = comment;
  const name = element === null ? null : elementName(language, checklist, element);
  const isGone = quotation !== '' && latest !== null && !holdsQuotation(latest, quotation);
  return {
    title: texts.number({ number, version: draftNumber }),
    lines: [
      texts.place({ element: name, quotation: shortened(quotation, LONGEST_QUOTED) }),
      ...(isGone ? [texts.quotationGone] : []),
      shortened(words, LONGEST_LISTED),
      ...(writtenBy === '' ? [] : [texts.writtenBy(writtenBy)]),
      ...(corrections === 0 ? [] : [texts.corrected(corrections)]),
      ...answerLines(language, comment),
    ],
    buttons,
  };
}

function answerLines(language: Language, { answer }: CommentEntry): readonly string[] {
  if (answer === null) return [];
  const { ticked, answered, inVersion } = answerTexts[language];
  const { words, by, draftNumber } = answer;
  const version = draftNumber === null ? [] : [inVersion(draftNumber)];
  return words === ''
    ? [version[0] ?? ticked]
    : [answered({ by: pick(language, by), words: shortened(words, LONGEST_LISTED) }), ...version];
}
