/** Shows the secretariat who comes, in which mode, from which company, who has not answered, and who actually came. */
import { z } from 'zod';
import { memberAction } from '../action.js';
import { chosen } from '../chosen.js';
import { type Context, refuse } from '../context.js';
import { inBoth, pick } from '../locale/bilingual.js';
import { secretariat } from '../members/roles.js';
import { elements, type Fact, type Item } from '../message.js';
import { cameAs } from './attendance.js';
import { recordButtons, sessionButton, sessionTitle, standing } from './describe.js';
import { subjectOfSession } from './find-session.js';
import { isFor } from './rules.js';
import { sessionChoices, sessionField } from './session-choices.js';

/** As many companies as fit a message on every platform. */
const PER_PAGE = 10;

/** As many people as the line of one company names; more are counted. */
const NAMED = 20;

export const showAttendees = memberAction({
  name: 'session.attendees',
  command: 'attendees',
  who: secretariat,
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  input: z.object({
    session: chosen,
    from: z.coerce.number().int().min(0).default(0),
  }),
  offered: 'menu',
  confirm: 'read',
  ask: async (context) => {
    const choices = await sessionChoices(context, {});
    if (choices.length === 0) return refuse('no_open_session', {});
    return {
      action: 'session.attendees',
      title: context.texts.actions['session.attendees'].title,
      introduction: [],
      fields: [sessionField(context, choices)],
      known: {},
      submit: context.texts.sessions.next,
      cancel: context.texts.chat.close,
    };
  },
  run: async (context, { session: id, from }) => {
    const { texts, transaction } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const people = await everyoneConcerned(context, id, (level) => isFor(session, level));
    const title = texts.sessions.attendees.title(sessionTitle(context, session));
    const companies = byCompany(people);
    const shown = companies.slice(from, from + PER_PAGE);
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'facts', facts: totals(context, people) },
          companies.length === 0 && { kind: 'text', text: texts.sessions.attendees.none },
          { kind: 'list', items: shown.map((company) => companyItem(context, company)) },
          {
            kind: 'buttons',
            buttons: [
              ...(from + PER_PAGE < companies.length
                ? [
                    sessionButton(context, 'session.attendees', session, {
                      label: texts.sessions.more,
                      input: { from: from + PER_PAGE },
                    }),
                  ]
                : []),
              sessionButton(context, 'session.attendees-file', session),
              ...recordButtons(context, session),
              sessionButton(context, 'session.show', session),
            ],
          },
        ),
      },
    };
  },
});

interface Concerned {
  readonly personId: string;
  readonly name: string;
  readonly companyId: string | null;
  readonly company: string;
  readonly answer: 'onsite' | 'online' | 'waiting' | 'declined' | 'cancelled' | 'substituted' | 'unanswered';
  readonly standing: string;
  readonly came: 'onsite' | 'online' | 'absent' | null;
}

/** Everyone the session is meant for, and whoever is registered or came besides; sorted by company and reading. */
async function everyoneConcerned(
  context: Context,
  sessionId: string,
  isMeant: (level: 'management' | 'working' | null) => boolean,
): Promise<readonly Concerned[]> {
  const { transaction, membership, language, texts } = context;
  const members = await transaction.membership.findMany({
    where: { programmeId: membership.programmeId, role: 'participant' },
    include: {
      company: true,
      person: {
        include: {
          registrations: { where: { sessionId } },
          registrationsSubstitute: { where: { sessionId, state: { in: ['confirmed', 'waiting'] } }, take: 1 },
          attendances: { where: { sessionId, supersededAt: null } },
        },
      },
    },
    orderBy: [{ company: { kana: 'asc' } }, { companyId: 'asc' }, { person: { furigana: 'asc' } }],
  });
  return members.flatMap(({ person, company, companyId, level, endedAt }) => {
    const registration = person.registrations[0] ?? null;
    const attendance = person.attendances[0] ?? null;
    const active = registration !== null && registration.state !== 'cancelled';
    if (!active && attendance === null && (endedAt !== null || !isMeant(level))) return [];
    const answer = answerOf(registration, person.registrationsSubstitute.length > 0);
    const concerned: Concerned = {
      personId: person.id,
      name: pick(language, inBoth(person.nameJa, person.nameEn)),
      companyId,
      company: company ? pick(language, inBoth(company.nameJa, company.nameEn)) : texts.members.roles.participant,
      answer,
      standing: answer === 'substituted' ? texts.sessions.standing.substituted : standing(context, registration),
      came: attendance === null ? null : cameAs(attendance),
    };
    return [concerned];
  });
}

function answerOf(
  registration: { state: string; mode: 'onsite' | 'online' | null } | null,
  sentSubstitute: boolean,
): Concerned['answer'] {
  switch (registration?.state) {
    case 'confirmed':
      return registration.mode ?? 'unanswered';
    case 'waiting':
      return 'waiting';
    case 'declined':
      return 'declined';
    case 'cancelled':
      return sentSubstitute ? 'substituted' : 'cancelled';
    default:
      return 'unanswered';
  }
}

const answersInOrder = [
  'onsite',
  'online',
  'waiting',
  'declined',
  'cancelled',
  'substituted',
  'unanswered',
] as const satisfies readonly Concerned['answer'][];

function totals(context: Context, people: readonly Concerned[]): readonly Fact[] {
  const { attendees } = context.texts.sessions;
  const count = (some: readonly Concerned[]) =>
    attendees.confirmed(some.length, new Set(some.map(({ companyId }) => companyId)).size);
  const answers = answersInOrder.map((answer) => ({
    label: attendees.labels[answer],
    value: count(people.filter((person) => person.answer === answer)),
  }));
  const came = people.filter((person) => person.came !== null && person.came !== 'absent');
  return came.length === 0 ? answers : [...answers, { label: attendees.labels.came, value: count(came) }];
}

interface CompanyOf {
  readonly name: string;
  readonly people: readonly Concerned[];
}

function byCompany(people: readonly Concerned[]): readonly CompanyOf[] {
  const companies = new Map<string | null, { name: string; people: Concerned[] }>();
  for (const person of people) {
    const company = companies.get(person.companyId) ?? { name: person.company, people: [] };
    company.people.push(person);
    companies.set(person.companyId, company);
  }
  return [...companies.values()];
}

function companyItem(context: Context, company: CompanyOf): Item {
  const { attendees, came } = context.texts.sessions;
  const silent = company.people.every(({ answer, came: actually }) => answer === 'unanswered' && actually === null);
  const lines = company.people.slice(0, NAMED).map((person) => {
    const line = attendees.line(person.name, person.standing);
    return person.came === null ? line : `${line} / ${attendees.actual(came[person.came])}`;
  });
  const more = company.people.length - NAMED;
  return {
    title: silent ? attendees.companyUnanswered(company.name) : company.name,
    lines: more > 0 ? [...lines, context.texts.chat.moreItems(more)] : lines,
    buttons: [],
  };
}
