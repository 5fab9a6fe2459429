/** How a report writes days, spans and what belongs to a session, in the language of the document. */
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDay, formatSpan, localOf } from '../messages/dates.js';
import type { Language } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { figureTexts } from './figure-texts.js';
import { type Correction, type Figure, figureOf } from './figures.js';
import type { ImplementationReport } from './read-report.js';
import type { ReportedSession } from './report-data.js';

/** A report that is written in one language. */
export interface ReportWriting {
  readonly report: ImplementationReport;
  readonly language: Language;
}

export function titleIn(
  language: Language,
  { titleJa, titleEn }: { readonly titleJa: string; readonly titleEn: string },
) {
  return pick(language, inBoth(titleJa, titleEn));
}

/** The day of an ISO instant on the programme's calendar. */
export function dayOfInstant({ report, language }: ReportWriting, instant: string): string {
  return formatDay(language, new Date(instant), report.programme.timeZone);
}

/** 2025-04-30 there, which reads the same in both languages. */
export function dayInZone(instant: Date, timeZone: string): string {
  return localOf(instant, timeZone).date;
}

/** 2024年11月 / November 2024, of 2024-11-01 or 2024-11. */
export function monthIn(language: Language, day: string): string {
  const [year = '', month = ''] = day.split('-');
  if (language === 'ja') return `${year}年${Number(month)}月`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${name.format(new Date(`${year}-${month}-15T00:00:00Z`))} ${year}`;
}

export function spanOf(language: Language, { startsAt, endsAt, timeZone }: ReportedSession): string {
  return formatSpan({ language, timeZone }, new Date(startsAt), new Date(endsAt), timeZone);
}

/** As the programme's clock shows it: a workbook knows no zones. */
export function onTheWall(instant: string, timeZone: string): Date {
  const { date, time } = localOf(new Date(instant), timeZone);
  return new Date(`${date}T${time}:00Z`);
}

/** The five numbers of a session as they are printed. */
export function participationOf({ report, language }: ReportWriting, { id, method }: ReportedSession): string {
  const value = (name: 'people' | 'companies' | 'offline' | 'online' | 'guests') =>
    figureOf(report.printed, name, id).value;
  const [people, offline, online] = [value('people'), value('offline'), value('online')];
  // Where everybody was where the session took place, the two numbers say nothing more.
  const isPlain = (method === 'online' && offline === 0) || (method === 'in_person' && online === 0);
  return documentTexts[language].participation({
    ...{ people, companies: value('companies'), guests: value('guests') },
    split: isPlain ? null : { offline, online },
  });
}

/** The code of the session or deliverable that a figure is of; empty where it is the whole programme's. */
export function subjectOf({ sessions, deliverables }: ImplementationReport, { subjectId }: Pick<Figure, 'subjectId'>) {
  return [...sessions, ...deliverables].find(({ id }) => id === subjectId)?.code ?? '';
}

export function correctionWords(writing: ReportWriting, correction: Correction): string {
  const { report, language } = writing;
  const { figure, subjectId, old, new: value, why, byJa, byEn, at } = correction;
  return documentTexts[language].correction({
    ...{ title: figureTexts[language][figure].title, subject: subjectOf(report, { subjectId }) },
    ...{ old, value, why, by: pick(language, inBoth(byJa, byEn)), day: dayOfInstant(writing, at) },
  });
}
