/** Shows the secretariat who comes, in which mode, from which company, who has not answered, and who actually came. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { attendanceTexts } from '../attendance/texts.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { type Button, elements, type Fact, type Item, type Message } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { recordButtons, sessionButton, standing } from '../sessions/describe.js';
import { refuseSession } from '../sessions/refuse-session.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { sessionTexts } from '../sessions/texts.js';
import { type AttendeeFilter, attendeeFilters, attendeeGroups, offeredFilters } from './attendee-filter.js';
import { attendeesTitle } from './attendee-words.js';
import {
  type AttendeeList,
  type AttendingCompany,
  attendeeList,
  type Counted,
  type ListedAttendee,
} from './queries.js';
import { attendeesRecogniser } from './recognisers.js';
import { registrationTexts } from './texts.js';

/** As many companies as fit a message on every platform. */
const PER_PAGE = 10;

/** As many people as the line of one company names; more are counted. */
const NAMED = 20;

/** Who is recorded as absent is shown by their line; the head counts what was answered, and who came. */
const headGroups = attendeeGroups.filter((group) => group !== 'absent');

export const showAttendees = memberAction({
  name: 'session.attendees',
  texts: registrationTexts,
  command: 'attendees',
  who: secretariat,
  input: z.object({
    session: chosen,
    show: z.enum(attendeeFilters).optional(),
    from: pageStart,
  }),
  recognise: attendeesRecogniser,
  offered: 'menu',
  confirm: 'read',
  ask: async (context, { show }) => {
    const choices = await sessionChoices(context, {});
    if (choices.length === 0) return refuseSession('no_open_session', {});
    return {
      action: 'session.attendees',
      title: registrationTexts[context.language].actions['session.attendees'].title,
      introduction: [],
      fields: [sessionField(context, choices)],
      known: show === undefined ? {} : { show },
      submit: sessionTexts[context.language].next,
      cancel: chatTexts[context.language].close,
    };
  },
  run: async (context, { session: id, show, from }) => {
    const { transaction } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const list = await attendeeList(transaction, id, { from, size: PER_PAGE, named: NAMED, filter: show ?? null });
    return { message: attendeesMessage(context, session, { list, show: show ?? null, from }) };
  },
});

interface Listed {
  readonly list: AttendeeList;
  /** Null: everyone. */
  readonly show: AttendeeFilter | null;
  readonly from: number;
}

function attendeesMessage(context: Context, session: Session, listed: Listed): Message {
  const { attendees } = registrationTexts[context.language];
  const title = attendeesTitle(context, session, listed.show);
  const { items, total } = listed.list.companies;
  const facts = listed.show === null ? totals(context, listed.list) : shownFacts(context, listed.list, listed.show);
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      facts.length > 0 && { kind: 'facts', facts },
      total === 0 && { kind: 'text', text: attendees.none },
      { kind: 'list', items: items.map((company) => companyItem(context, company)) },
      { kind: 'buttons', buttons: listButtons(context, session, listed) },
    ),
  };
}

function listButtons(context: Context, session: Session, { list, show, from }: Listed): readonly Button[] {
  const { attendees } = registrationTexts[context.language];
  const { more, back } = sessionTexts[context.language];
  const shown = show === null ? {} : { show };
  const page = (label: string, start: number) =>
    sessionButton(context, 'session.attendees', session, { label, input: { ...shown, from: start } });
  const { next } = list.companies;
  const filters = offeredFilters.filter((filter) => filter !== show && countOf(list, filter) > 0);
  return [
    ...(next === null ? [] : [page(more, next)]),
    ...(from === 0 ? [] : [page(back, Math.max(0, from - PER_PAGE))]),
    ...(show === null ? [] : [sessionButton(context, 'session.attendees', session, { label: attendees.everyone })]),
    ...filters.map((filter) =>
      sessionButton(context, 'session.attendees', session, {
        label: attendees.labels[filter],
        input: { show: filter },
      }),
    ),
    sessionButton(context, 'session.attendees-file', session, { input: shown }),
    ...recordButtons(context, session),
    sessionButton(context, 'session.show', session),
  ];
}

function countOf({ groups }: AttendeeList, filter: AttendeeFilter): number {
  return filter === 'registered' ? groups.onsite.people + groups.online.people : groups[filter].people;
}

/** The groups that anybody is in. */
function totals(context: Context, { groups }: AttendeeList): readonly Fact[] {
  const { attendees } = registrationTexts[context.language];
  return headGroups.flatMap((group) => {
    const counted = groups[group];
    return counted.people === 0 ? [] : [{ label: attendees.labels[group], value: attendees.confirmed(counted) }];
  });
}

function shownFacts(context: Context, { shown, unreached }: AttendeeList, show: AttendeeFilter): readonly Fact[] {
  const { attendees } = registrationTexts[context.language];
  const fact = (label: string, counted: Counted) =>
    counted.people === 0 ? [] : [{ label, value: attendees.confirmed(counted) }];
  return [...fact(attendees.labels[show], shown), ...fact(attendees.unreached, unreached)];
}

function companyItem(context: Context, company: AttendingCompany): Item {
  const { attendees } = registrationTexts[context.language];
  const plainName = pick(context.language, company.name);
  const name = company.isGuest ? attendees.guestCompany(plainName) : plainName;
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
