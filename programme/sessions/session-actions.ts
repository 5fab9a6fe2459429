/** What the actions on a session are called, for buttons and forms that several rooms share. */
import { attendanceTexts } from '../attendance/texts.js';
import { registrationTexts } from '../registrations/texts.js';
import type { Language } from '../requests/context.js';
import { sessionCalendarTexts } from './calendar-texts.js';
import { sessionTexts } from './texts.js';

const titles = {
  ja: {
    ...sessionTexts.ja.actions,
    ...registrationTexts.ja.actions,
    ...attendanceTexts.ja.actions,
    ...sessionCalendarTexts.ja.actions,
  },
  en: {
    ...sessionTexts.en.actions,
    ...registrationTexts.en.actions,
    ...attendanceTexts.en.actions,
    ...sessionCalendarTexts.en.actions,
  },
};

export type SessionActionName = keyof (typeof titles)['ja'];

export function sessionActionTitle(language: Language, action: SessionActionName): string {
  return titles[language][action].title;
}
