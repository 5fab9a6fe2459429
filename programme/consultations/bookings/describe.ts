/** How a booking is shown: its facts, for those who may read them. */
import { pick } from '../../messages/bilingual.js';
import type { Fact } from '../../messages/message.js';
import type { BaseContext } from '../../requests/context.js';
import { adviserName, hourFor } from '../hour-words.js';
import type { BookingEntry } from './queries.js';
import { bookingTexts } from './texts.js';

/** To the adviser the company is told, to the company the adviser. */
export function bookingFacts(
  context: Pick<BaseContext, 'language' | 'timeZone'>,
  booking: BookingEntry,
  { isAdviser }: { readonly isAdviser: boolean },
): readonly Fact[] {
  const { language } = context;
  const { labels, modes } = bookingTexts[language];
  const { adviser, company, mode, place, link, topics, questions, attendees, files } = booking;
  const names = attendees.map(({ name }) => pick(language, name)).join(language === 'ja' ? '、' : ', ');
  const fileNames = files.map(({ name }) => name).join(language === 'ja' ? '、' : ', ');
  const facts: readonly Fact[] = [
    { label: labels.when, value: hourFor(context, booking) },
    isAdviser
      ? { label: labels.company, value: pick(language, company.name) }
      : { label: labels.adviser, value: adviserName(language, pick(language, adviser.name)) },
    { label: labels.how, value: modes[mode] },
    { label: labels.where, value: place },
    { label: labels.link, value: link },
    { label: labels.attendees, value: names },
    { label: labels.topics, value: topics },
    { label: labels.questions, value: questions },
    { label: labels.files, value: fileNames },
  ];
  return facts.filter(({ value }) => value !== '');
}
