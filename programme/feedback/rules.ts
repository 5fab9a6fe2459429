/** The pure rules of feedback: who may be quoted and how, what is shown of few answers, and what a quote may hold. */
import type { Language, QuotePermission } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';

export const ratings = ['5', '4', '3', '2', '1'] as const;

/** From the least on, as the form offers them. */
export const permissions = ['no', 'anonymous', 'company', 'name'] as const satisfies readonly QuotePermission[];

/** Below it an average would tell more of single people than of the session. */
export const FEWEST_FOR_AVERAGE = 4;

/** Working days after the form was sent, in which nobody is reminded. */
export const REMIND_AFTER = 2;

export const LONGEST_COMMENT = 1_000;
export const LONGEST_NAME = 100;

/** How many gave each rating. */
export type Distribution = Readonly<Record<(typeof ratings)[number], number>>;

export function distributionOf(given: readonly { readonly rating: number; readonly count: number }[]): Distribution {
  const count = (rating: string) => given.find((one) => String(one.rating) === rating)?.count ?? 0;
  return { 5: count('5'), 4: count('4'), 3: count('3'), 2: count('2'), 1: count('1') };
}

export function answersIn(distribution: Distribution): number {
  return ratings.reduce((sum, rating) => sum + distribution[rating], 0);
}

/** To one decimal; null where there are too few answers. */
export function averageOf(distribution: Distribution): string | null {
  const answers = answersIn(distribution);
  if (answers < FEWEST_FOR_AVERAGE) return null;
  const sum = ratings.reduce((all, rating) => all + Number(rating) * distribution[rating], 0);
  return (sum / answers).toFixed(1);
}

/** As texts are compared: neither the width of signs nor white space tells them apart. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Whether these are the person's own words: the comment, or a stretch of it. */
export function isSaidIn(comment: string, words: string): boolean {
  const sought = comparable(words);
  return sought !== '' && comparable(comment).includes(sought);
}

/** In Japanese where it has a kana or a character; a guess that the form shows and the secretariat can change. */
export function languageOf(words: string): Language {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words) ? 'ja' : 'en';
}

interface Permitted {
  readonly permission: QuotePermission;
  readonly shownAs: string;
  readonly company: Bilingual | null;
}

/** Who a quote says that it is of, as far as the person permits it; empty for nobody. */
export function attributionOf({ permission, shownAs, company }: Permitted): Bilingual {
  if (permission === 'no' || permission === 'anonymous') return inBoth('', '');
  const [ja, en] = [company?.ja || company?.en || '', company?.en || company?.ja || ''];
  if (permission === 'company') return inBoth(ja, en);
  return company === null ? inBoth(shownAs, shownAs) : inBoth(`${shownAs}(${ja})`, `${shownAs} (${en})`);
}

interface QuotedAs {
  readonly words: string;
  readonly permission: QuotePermission;
  readonly byJa: string;
  readonly byEn: string;
}

/** Why a quote cannot stand beside what the person says now; null where it can. */
export function outdatedBy(
  quote: QuotedAs,
  { comment, ...permitted }: Permitted & { readonly comment: string },
): 'permission' | 'reworded' | null {
  const by = attributionOf(permitted);
  const isPermitted =
    quote.permission === permitted.permission &&
    (permitted.permission !== 'name' || (quote.byJa === by.ja && quote.byEn === by.en));
  if (!isPermitted) return 'permission';
  return isSaidIn(comment, quote.words) ? null : 'reworded';
}

/** As much as the label of a choice holds of what was said. */
export const LONGEST_LABEL = 70;
