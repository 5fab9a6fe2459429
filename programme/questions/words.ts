/** Questions in words: who asks whom, since when, and the choices of their forms. */
import { adviserName } from '../advisers/words.js';
import { businessDaysBetween, type OfficeCalendar } from '../calendar/business-days.js';
import { dayIn } from '../deliverables/day-words.js';
import type { Entry } from '../members/queries.js';
import { memberTexts } from '../members/texts.js';
import { type Bilingual, inBoth, pick } from '../messages/bilingual.js';
import { formatDay, localOf } from '../messages/dates.js';
import type { Choice } from '../messages/message.js';
import { inOneLine } from '../messages/shortened.js';
import type { BaseContext } from '../requests/context.js';
import type { AskedQuestion } from './queries.js';
import type { ListedQuestion } from './questions.sql.js';
import { questionTexts } from './texts.js';
import { likelyDay } from './usual-time.js';

type Speaking = Pick<BaseContext, 'language'>;

/** As long as a question is quoted where it stands beside others; a choice of a platform holds 75 characters. */
const LONGEST_QUOTED = 300;
const LONGEST_CHOICE = 60;

/** A question, or what was said with it, in one line. */
export function quoted(text: string): string {
  return inOneLine(text, LONGEST_QUOTED);
}

/** An adviser by name; null: the secretariat. */
export function addressee({ language }: Speaking, adviser: Pick<Entry, 'name'> | null): string {
  return adviser === null ? questionTexts[language].secretariat : adviserName({ language }, adviser.name);
}

/** Who gave an answer: an adviser by name; of the secretariat nobody is named. */
export function answerer(context: Speaking, { by }: NonNullable<AskedQuestion['answer']>): string {
  return addressee(context, by);
}

function askerWords({ language }: Speaking, asker: Bilingual, company: Bilingual | null): string {
  const name = pick(language, asker) || memberTexts[language].roles.participant;
  return questionTexts[language].from({ name, company: company && pick(language, company) });
}

export function askerOf(context: Speaking, { asker, company }: Pick<AskedQuestion, 'asker' | 'company'>): string {
  return askerWords(context, asker, company);
}

export function listedAsker(context: Speaking, { askerJa, askerEn, companyJa, companyEn }: ListedQuestion): string {
  return askerWords(context, inBoth(askerJa, askerEn), companyJa === null ? null : inBoth(companyJa, companyEn ?? ''));
}

/** "Asked on … (2 business days ago)", and a likely day. */
export function waitingLines(
  { language, now }: Pick<BaseContext, 'language' | 'now'>,
  { askedAt }: Pick<ListedQuestion, 'askedAt'>,
  { calendar, days }: { readonly calendar: OfficeCalendar; readonly days: number | null },
): readonly string[] {
  const likely = likelyDay({ askedAt, now }, days, calendar);
  const dayOf = (instant: Date) => localOf(instant, calendar.timeZone).date;
  return questionTexts[language].waiting({
    asked: formatDay(language, askedAt, calendar.timeZone),
    age: businessDaysBetween(dayOf(askedAt), dayOf(now), calendar),
    likely: likely === null ? null : dayIn(language, likely),
  });
}

export function questionChoices(context: Speaking, questions: readonly ListedQuestion[]): readonly Choice[] {
  return questions.map((one) => ({
    value: one.id,
    label: inOneLine(`${listedAsker(context, one)} — ${one.text}`, LONGEST_CHOICE),
  }));
}

export function answeredChoices(context: Speaking, questions: readonly AskedQuestion[]): readonly Choice[] {
  return questions.map((one) => ({
    value: one.id,
    label: inOneLine(`${askerOf(context, one)} — ${one.text}`, LONGEST_CHOICE),
  }));
}
