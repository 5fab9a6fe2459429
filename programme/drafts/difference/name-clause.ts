/** Names clauses for people by their numbers, titles and place, and says what became of them. */
import type { Language } from '../../requests/context.js';
import type { DraftClause } from './clauses.js';
import type { ClauseChange } from './compare-drafts.js';
import { type ChangeWord, differenceTexts } from './texts.js';

/** A longer title is shortened in a name. */
const LONGEST_TITLE = 30;

/** 第3条 (2), 第3条「目的」, “Scope”, paragraph 2. */
export function clauseName(clause: DraftClause, language: Language): string {
  const texts = differenceTexts[language];
  const { path, text, isTitle, under, ordinal, position } = clause;
  const numbers = path.join(' ');
  if (isTitle) {
    const title = shortTitle(text);
    if (title === '') return numbers;
    return numbers === '' ? texts.titled(title) : texts.named(numbers, title);
  }
  const place = [numbers, ordinal === null ? '' : texts.paragraph(ordinal)].filter((one) => one !== '').join(' ');
  if (under !== null) return place === '' ? texts.titled(shortTitle(under)) : texts.within(shortTitle(under), place);
  return numbers === '' ? texts.inAll(ordinal ?? position + 1) : place;
}

/** By the newer version, by the older one where it was removed; of several clauses the first. */
export function changeName({ older, newer }: ClauseChange, language: Language): string {
  const clause = newer[0] ?? older[0];
  return clause === undefined ? '' : clauseName(clause, language);
}

export function changeWord({ kind, moved, renumbered }: ClauseChange): ChangeWord {
  if (kind === 'unchanged') return moved ? 'moved' : renumbered ? 'renumbered' : 'unchanged';
  return moved && kind === 'changed' ? 'movedAndChanged' : kind;
}

/** Without the brackets of 第1条(目的), which stand in the name's own. */
function shortTitle(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  const inner = /^[（(【「［[](.+)[）)】」］\]]$/u.exec(plain)?.[1] ?? plain;
  const letters = [...inner];
  return letters.length <= LONGEST_TITLE ? inner : `${letters.slice(0, LONGEST_TITLE).join('')}…`;
}
