/** What a language model is handed beside its instructions: the sentence, and what is needed to read it, as data that nothing in it can leave. */

import { localOf } from '../../../programme/messages/dates.js';
import type { ActingPerson, Role } from '../../../programme/requests/context.js';
import type { NamedSession } from '../../../programme/sessions/queries.js';
import type { NearestExample } from './nearest-examples.js';

export interface Handed {
  readonly sentence: string;
  readonly role: Role;
  readonly now: Date;
  readonly person: Pick<ActingPerson, 'timeZone' | 'language'>;
  readonly sessions: readonly NamedSession[];
  readonly examples: readonly NearestExample[];
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** JSON without the sign with which an element ends. */
export function asData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** @param takeOut takes names out of what people wrote */
export function composeMessage(
  { sentence, role, now, person, sessions, examples }: Handed,
  takeOut: (text: string) => string,
): string {
  const { date, time } = localOf(now, person.timeZone);
  const data = {
    now: `${date} ${time} ${weekdays[new Date(date).getUTCDay()]}`,
    timezone: person.timeZone,
    role,
    sessions: sessions.map(({ code, kind, titleJa, titleEn, startsAt }) => {
      const begins = localOf(startsAt, person.timeZone);
      const title = person.language === 'ja' ? titleJa || titleEn : titleEn || titleJa;
      return { code, kind, title: takeOut(title), starts: `${begins.date} ${begins.time}` };
    }),
    examples,
  };
  return `<data>\n${asData(data)}\n</data>\n<sentence>\n${asData(takeOut(sentence))}\n</sentence>`;
}
