/** The words of all rooms in one language. */
import type { Language } from '../../prisma/client.js';
import { attendanceTexts } from '../attendance/texts.js';
import { homeTexts } from '../home/texts.js';
import { memberTexts } from '../members/texts.js';
import { chatTexts } from '../messages/texts.js';
import { registrationTexts } from '../registrations/texts.js';
import { requestTexts } from '../requests/texts.js';
import { sessionTexts } from '../sessions/texts.js';

/** What a room says beside the names of its actions and its refusals, which stand together. */
function ownWords<T extends { readonly actions: unknown; readonly refusals?: unknown }>({
  actions: _actions,
  refusals: _refusals,
  ...own
}: T): Omit<T, 'actions' | 'refusals'> {
  return own;
}

const together = (language: Language) => {
  const session = sessionTexts[language];
  const registration = registrationTexts[language];
  const attendance = attendanceTexts[language];
  const home = homeTexts[language];
  const member = memberTexts[language];
  const request = requestTexts[language];
  const refusals: { readonly [R in RefusalReason]: (facts: RefusalFacts[R]) => string } = {
    ...request.refusals,
    ...session.refusals,
    ...registration.refusals,
    ...attendance.refusals,
    ...member.refusals,
  };
  return {
    actions: { ...home.actions, ...session.actions, ...registration.actions, ...attendance.actions, ...member.actions },
    chat: chatTexts[language],
    members: ownWords(member),
    problems: request.problems,
    refusals,
    sessions: {
      ...ownWords(session),
      ...ownWords(registration),
      ...ownWords(attendance),
      ...ownWords(home),
      notices: { ...session.notices, ...registration.notices },
    },
  };
};

export type Texts = ReturnType<typeof together>;
export type ActionName = keyof Texts['actions'];

const byLanguage: Record<Language, Texts> = { ja: together('ja'), en: together('en') };

export function textsFor(language: Language): Texts {
  return byLanguage[language];
}
