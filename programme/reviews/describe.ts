/** How versions and comments are written in the texts of reviews. */
import { pick } from '../messages/bilingual.js';
import type { BaseContext, Language } from '../requests/context.js';
import type { ReviewedDraft } from './drafts.js';
import { reviewTexts } from './texts.js';

type Named = Pick<ReviewedDraft, 'company' | 'title' | 'number'>;

/** In the reader's language, for the functions of the texts. */
export function draftWords(language: Language, { company, title, number }: Named) {
  return { company: pick(language, company), title: pick(language, title), number };
}

/** 「さくら電子株式会社」の「人権方針」第2版 */
export function versionWords({ language }: Pick<BaseContext, 'language'>, draft: Named): string {
  return reviewTexts[language].version(draftWords(language, draft));
}
