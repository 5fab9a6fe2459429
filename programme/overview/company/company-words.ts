/** What a company's card says, for everybody who may see it: people, advisers, hours, sessions, consultations, stages, last activity. */
import { adviserName, hourFor } from '../../consultations/hour-words.js';
import { consultationFileTexts } from '../../consultations/oversight/file-texts.js';
import { overviewTexts } from '../../consultations/oversight/texts.js';
import { dayIn } from '../../deliverables/day-words.js';
import { deliverableTexts } from '../../deliverables/texts.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import { formatDeadline } from '../../messages/dates.js';
import { type Element, elements, type Item } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { rosterTexts } from '../../roster/texts.js';
import { sessionTexts } from '../../sessions/texts.js';
import type { CompanyCard } from './read-company.js';
import { companyCardTexts } from './texts.js';

export function cardElements(context: Context, card: CompanyCard): readonly Element[] {
  const { language } = context;
  const texts = companyCardTexts[language];
  const { labels } = texts;
  const { lastAt, timeZone, hours, advisers } = card;
  const names = advisers.map((name) => adviserName(language, pick(language, name)));
  return elements(
    card.company.isGuest && { kind: 'note', text: texts.guest },
    {
      kind: 'facts',
      facts: [
        { label: labels.people, value: peopleWords(context, card) },
        { label: labels.advisers, value: names.length === 0 ? texts.none : names.join(texts.comma) },
        { label: labels.hours, value: hours === null ? texts.none : overviewTexts[language].companyHours(hours) },
        { label: labels.lastActivity, value: lastAt === null ? texts.none : formatDeadline(context, lastAt, timeZone) },
      ],
    },
    ...listOf(labels.deliverables, deliverableItems(context, card)),
    ...listOf(labels.sessions, sessionItems(context, card)),
    beyond(context, card.sessionsTotal - card.sessions.length),
    ...listOf(labels.consultations, consultationItems(context, card)),
    beyond(context, card.consultationsTotal - card.consultations.length),
  );
}

/** What the list above has no room for. */
function beyond({ language }: Context, count: number): Element {
  return { kind: 'note', text: count > 0 ? companyCardTexts[language].earlier(count) : '' };
}

function listOf(title: string, items: readonly Item[]): readonly Element[] {
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: title },
        { kind: 'list', items },
      ];
}

function peopleWords({ language }: Context, { people, peopleTotal }: CompanyCard): string {
  const texts = companyCardTexts[language];
  if (people.length === 0) return texts.none;
  const named = people.map(({ name, level }) => {
    const person = memberTexts[language].personName(pick(language, name));
    return level === null ? person : memberTexts[language].nameOf(person, rosterTexts[language].levels[level]);
  });
  const beyond = peopleTotal - people.length;
  return [...named, ...(beyond > 0 ? [texts.beyond(beyond)] : [])].join(texts.comma);
}

function deliverableItems({ language }: Context, { deliverables }: CompanyCard): readonly Item[] {
  const texts = companyCardTexts[language];
  return deliverables.map(({ title, stage, dueOn }) => ({
    title: pick(language, title),
    lines: [texts.stage(deliverableTexts[language].stages[stage], dueOn === null ? null : dayIn(language, dueOn))],
    buttons: [],
  }));
}

function sessionItems(context: Context, { sessions }: CompanyCard): readonly Item[] {
  const { language } = context;
  return sessions.map(({ code, title, startsAt, timeZone, registered, came }) => ({
    title: sessionTexts[language].titled(code, pick(language, title)),
    lines: [companyCardTexts[language].session({ at: formatDeadline(context, startsAt, timeZone), registered, came })],
    buttons: [],
  }));
}

function consultationItems(context: Context, { consultations, timeZone }: CompanyCard): readonly Item[] {
  const { language } = context;
  return consultations.map(({ adviser, state, ...hour }) => ({
    title: hourFor(context, { ...hour, timeZone }),
    lines: [
      companyCardTexts[language].consultation(
        adviserName(language, pick(language, adviser)),
        consultationFileTexts[language].states[state],
      ),
    ],
    buttons: [],
  }));
}
