/** How versions, days, people and comments are written in the texts of drafts. */
import type { AssignmentEntry } from '../advisers/queries.js';
import { memberTexts } from '../members/texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import { inOneLine } from '../messages/shortened.js';
import type { Language } from '../requests/context.js';
import type { CommentEntry } from '../reviews/queries.js';
import { checklistNamed } from './checklists/by-name.js';
import type { SubmittedDraft } from './queries.js';
import { draftTexts } from './texts.js';
import type { DraftName } from './texts-ja.js';

/** As many characters of a comment as a list shows. */
const SHOWN_OF_COMMENT = 120;

/** As many comments as a message lists before it counts the rest. */
const SHOWN_COMMENTS = 10;

export function draftName(language: Language, { title, number }: Pick<SubmittedDraft, 'title' | 'number'>): DraftName {
  return { title: pick(language, title), number };
}

/** 2025年3月31日(月) for 2025-03-31; empty for none. */
export function dayWords(language: Language, day: string | null): string {
  return day === null ? '' : formatDay(language, new Date(`${day}T12:00:00Z`), 'UTC');
}

export function personWords(language: Language, name: Bilingual): string {
  return memberTexts[language].personName(pick(language, name));
}

/** 佐伯先生, as Japanese companies address an adviser. */
export function adviserNames(language: Language, advisers: readonly AssignmentEntry[]): readonly string[] {
  return advisers.map(({ adviser }) => memberTexts[language].adviserName(pick(language, adviser.name)));
}

type Commented = Pick<CommentEntry, 'number' | 'element' | 'words'>;

/** A comment in one line, for a list and for a choice. */
export function commentWords(language: Language, comment: Commented, checklist: string | null): string {
  const { number, element, words } = comment;
  const named = checklistNamed(checklist)?.elements.find(({ id }) => id === element)?.name[language] ?? null;
  return draftTexts[language].comment({ number, element: named, words: inOneLine(words, SHOWN_OF_COMMENT) });
}

/** What waits for an answer: how many, and the first of them; empty where nothing does. */
export function openCommentsWords(
  language: Language,
  comments: readonly Commented[],
  checklist: string | null,
): string {
  if (comments.length === 0) return '';
  const texts = draftTexts[language];
  const left = comments.length - SHOWN_COMMENTS;
  return [
    texts.openComments(comments.length),
    ...comments.slice(0, SHOWN_COMMENTS).map((comment) => commentWords(language, comment, checklist)),
    ...(left > 0 ? [texts.moreComments(left)] : []),
  ].join('\n');
}
