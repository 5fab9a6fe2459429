/** A programme that would be made from another one, in words: what it is and costs, when all of it takes place, what comes along. */
import type { WorkingDay } from '../calendar/business-days.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDay, formatInstantIn, formatSpan } from '../messages/dates.js';
import type { Introduction } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import type { CopiedProgramme } from './copy-programme.js';
import { yearTexts } from './texts.js';

/** More are counted only. */
const MOST_SHOWN = 20;

export function doesOf({ language }: Context, name: string, copied: CopiedProgramme): string {
  const day = (date: string) => formatDay(language, new Date(date), 'UTC');
  const { sessions, types, companies, people } = copied;
  return yearTexts[language].does({
    ...{ name, from: day(copied.startsOn), until: day(copied.endsOn), companies, people },
    ...{ sessions: sessions.length, deliverables: types.length },
  });
}

export function copyElements(context: Context, copied: CopiedProgramme): readonly Introduction[] {
  const { language } = context;
  const texts = yearTexts[language];
  const off = (day: WorkingDay) => (day.working ? '' : texts.dayOff(pick(language, day.name)));
  const sessions = copied.sessions.map(({ session, startsAt, endsAt, deadline, day }) => {
    const title = `${session.code} ${pick(language, inBoth(session.titleJa, session.titleEn))}`;
    const reader = { language, timeZone: session.timeZone };
    const when = formatSpan(reader, startsAt, endsAt, session.timeZone);
    return `${texts.session({ title, when, deadline: formatInstantIn(language, deadline, session.timeZone) })}${off(day)}`;
  });
  const dues = copied.types.map(({ type, dueOn, day }) => {
    const title = pick(language, inBoth(type.titleJa, type.titleEn));
    const due = dueOn === null ? texts.noDue : formatDay(language, new Date(dueOn), 'UTC');
    return `${texts.due(title, due)}${off(day)}`;
  });
  const shown = (lines: readonly string[]) => [
    ...lines.slice(0, MOST_SHOWN),
    ...(lines.length > MOST_SHOWN ? [texts.more(lines.length - MOST_SHOWN)] : []),
  ];
  const { faqEntries, sources, assignments, closures, leftOut } = copied;
  const part = (title: string, lines: readonly string[]): readonly Introduction[] =>
    lines.length === 0 ? [] : [{ kind: 'text', text: [`${title}:`, ...shown(lines)].join('\n') }];
  return [
    ...part(texts.sessions, sessions),
    ...part(texts.dues, dues),
    { kind: 'note', text: texts.notes({ faq: faqEntries, sources, assignments, closures: closures.length, leftOut }) },
  ];
}
