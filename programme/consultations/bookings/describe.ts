/** How a booking is shown: its facts, for those who may read them. */
import { pick } from '../../messages/bilingual.js';
import type { Fact } from '../../messages/message.js';
import type { BaseContext } from '../../requests/context.js';
import { adviserName, hourFor } from '../hour-words.js';
import type { BookingEntry } from './queries.js';
import { bookingTexts } from './texts.js';

interface Viewing {
  readonly isAdviser: boolean;
  /** Somebody who is neither the company's nor its adviser. */
  readonly isStaff?: boolean;
  /** Whether they may read what it is about. */
  readonly mayRead?: boolean;
}

/** To the adviser the company is told, to the company the adviser, to the secretariat both. */
export function bookingFacts(
  context: Pick<BaseContext, 'language' | 'timeZone'>,
  booking: BookingEntry,
  { isAdviser, isStaff = false, mayRead = true }: Viewing,
): readonly Fact[] {
  const { language } = context;
  const { labels, modes } = bookingTexts[language];
  const { adviser, company, mode, place, link, topics, questions, attendees, files } = booking;
  const names = attendees.map(({ name }) => pick(language, name)).join(language === 'ja' ? '、' : ', ');
  const fileNames = files.map(({ name }) => name).join(language === 'ja' ? '、' : ', ');
  const facts: readonly Fact[] = [
    { label: labels.when, value: hourFor(context, booking) },
    { label: labels.company, value: isAdviser || isStaff ? pick(language, company.name) : '' },
    { label: labels.adviser, value: isAdviser ? '' : adviserName(language, pick(language, adviser.name)) },
    { label: labels.how, value: modes[mode] },
    { label: labels.where, value: place },
    { label: labels.link, value: link },
    { label: labels.attendees, value: names },
    { label: labels.topics, value: mayRead ? topics : '' },
    { label: labels.questions, value: mayRead ? questions : '' },
    { label: labels.files, value: mayRead ? fileNames : '' },
  ];
  return facts.filter(({ value }) => value !== '');
}
