/** Shows the secretariat who comes, in which mode, from which company, who has not answered, and who actually came. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { attendanceTexts } from '../attendance/texts.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Fact, type Item, type Message } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { recordButtons, sessionButton, sessionTitle, standing } from '../sessions/describe.js';
import { refuseSession } from '../sessions/refuse-session.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { sessionTexts } from '../sessions/texts.js';
import { type AttendeeList, type AttendingCompany, attendeeList, type ListedAttendee } from './queries.js';
import { answers } from './registrations.sql.js';
import { registrationTexts } from './texts.js';

/** As many companies as fit a message on every platform. */
const PER_PAGE = 10;

/** As many people as the line of one company names; more are counted. */
const NAMED = 20;

export const showAttendees = memberAction({
  name: 'session.attendees',
  texts: registrationTexts,
  command: 'attendees',
  who: secretariat,
  input: z.object({
    session: chosen,
    from: pageStart,
  }),
  offered: 'menu',
  confirm: 'read',
  ask: async (context) => {
    const choices = await sessionChoices(context, {});
    if (choices.length === 0) return refuseSession('no_open_session', {});
    return {
      action: 'session.attendees',
      title: registrationTexts[context.language].actions['session.attendees'].title,
      introduction: [],
      fields: [sessionField(context, choices)],
      known: {},
      submit: sessionTexts[context.language].next,
      cancel: chatTexts[context.language].close,
    };
  },
  run: async (context, { session: id, from }) => {
    const { transaction } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const list = await attendeeList(transaction, id, { from, size: PER_PAGE, named: NAMED });
    return { message: attendeesMessage(context, session, list) };
  },
});

function attendeesMessage(context: Context, session: Session, list: AttendeeList): Message {
  const { attendees } = registrationTexts[context.language];
  const { more } = sessionTexts[context.language];
  const title = attendees.title(sessionTitle(context, session));
  const { items, total, next } = list.companies;
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      { kind: 'facts', facts: totals(context, list) },
      total === 0 && { kind: 'text', text: attendees.none },
      { kind: 'list', items: items.map((company) => companyItem(context, company)) },
      {
        kind: 'buttons',
        buttons: [
          ...(next === null
            ? []
            : [sessionButton(context, 'session.attendees', session, { label: more, input: { from: next } })]),
          sessionButton(context, 'session.attendees-file', session),
          ...recordButtons(context, session),
          sessionButton(context, 'session.show', session),
        ],
      },
    ),
  };
}

function totals(context: Context, { byAnswer, came }: AttendeeList): readonly Fact[] {
  const { attendees } = registrationTexts[context.language];
  const facts = answers.map((answer) => {
    const { people, companies } = byAnswer[answer] ?? { people: 0, companies: 0 };
    return { label: attendees.labels[answer], value: attendees.confirmed(people, companies) };
  });
  if (came.people === 0) return facts;
  return [...facts, { label: attendees.labels.came, value: attendees.confirmed(came.people, came.companies) }];
}

function companyItem(context: Context, company: AttendingCompany): Item {
  const { attendees } = registrationTexts[context.language];
  const name = pick(context.language, company.name);
  const lines = company.attendees.map((attendee) => attendeeLine(context, attendee));
  const more = company.total - lines.length;
  return {
    title: company.isSilent ? attendees.companyUnanswered(name) : name,
    lines: more > 0 ? [...lines, chatTexts[context.language].moreItems(more)] : lines,
    buttons: [],
  };
}

function attendeeLine(context: Context, { name, answer, registration, came, isReachable }: ListedAttendee): string {
  const { attendees } = registrationTexts[context.language];
  const answered =
    answer === 'substituted'
      ? registrationTexts[context.language].standing.substituted
      : standing(context, registration);
  return [
    attendees.line(pick(context.language, name), answered),
    ...(came === null ? [] : [attendees.actual(attendanceTexts[context.language].came[came])]),
    ...(isReachable ? [] : [attendees.notReached]),
  ].join(' / ');
}
