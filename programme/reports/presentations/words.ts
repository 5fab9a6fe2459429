/** How the chat names a presentation, and the titles of it that are there. */
import { inBoth, pick } from '../../messages/bilingual.js';
import type { Language } from '../../requests/context.js';
import { documentTexts } from '../document-texts.js';
import { reportTexts } from '../texts.js';
import type { PresentationEntry } from './presentations.js';
import { presentationTexts } from './texts.js';

/** Which it is, in words. */
export function presentedAs(
  language: Language,
  { company, session, position }: Pick<PresentationEntry, 'company' | 'session' | 'position'>,
) {
  const where = reportTexts[language].ofSubject(session.code, pick(language, inBoth(session.titleJa, session.titleEn)));
  return { company: pick(language, inBoth(company.nameJa, company.nameEn)), where, number: position };
}

/** The file and both titles, with what is missing. */
export function presentationLines(
  language: Language,
  { file, titleJa, titleEn }: { readonly file: string; readonly titleJa: string; readonly titleEn: string },
): readonly string[] {
  const { fileOf, titleIn } = presentationTexts[language];
  const { languages } = reportTexts[language];
  const { missing } = documentTexts[language];
  return [fileOf(file), titleIn(languages.ja, titleJa || missing), titleIn(languages.en, titleEn || missing)];
}
