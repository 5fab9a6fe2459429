/** How an hour and an adviser are written in the texts of consultations. */
import { memberTexts } from '../members/texts.js';
import { formatSpan } from '../messages/dates.js';
import type { BaseContext, Language } from '../requests/context.js';

/** An hour, and the zone in which it was set. */
export interface Hour {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
}

/** 2025年2月4日(火) 13:00〜14:00, in the programme's zone alone: for refusals, which know no reader. */
export function hourIn(language: Language, { startsAt, endsAt, timeZone }: Hour): string {
  return formatSpan({ language, timeZone }, startsAt, endsAt, timeZone);
}

/** The same for a reader: in another zone theirs follows in brackets. */
export function hourFor(
  context: Pick<BaseContext, 'language' | 'timeZone'>,
  { startsAt, endsAt, timeZone }: Hour,
): string {
  return formatSpan(context, startsAt, endsAt, timeZone);
}

/** 佐伯先生, as Japanese companies address an adviser. */
export function adviserName(language: Language, name: string): string {
  return memberTexts[language].adviserName(name);
}
