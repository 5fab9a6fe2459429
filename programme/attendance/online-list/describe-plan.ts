/** Says what a meeting's list would record, and of whom nothing will be. */
import type { Session } from '../../../prisma/client.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import type { ActionButton, Element, Introduction } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { sessionButton } from '../../sessions/describe.js';
import { attendanceTexts } from '../texts.js';
import { type ListAnswers, MOST_ANSWERS, packAnswers } from './list-answers.js';
import type { ListedParticipant, OnlineListPlan } from './plan-online-list.js';
import { lengthOf, PRESENT_SHARE } from './presence.js';
import type { ListCounts } from './words.js';

/** What a person reads of each kind; the rest is counted. */
const MOST_LINES = 30;

/** Both platforms take this much in one paragraph. */
const LONGEST_PARAGRAPH = 2_000;

type Planned = OnlineListPlan['record'][number];
type Speaking = Pick<Context, 'language'>;

export function countsOf({ record, below, doubtful, unknown, conflicts }: OnlineListPlan): ListCounts {
  return {
    ...{ record: record.length, below: below.length, doubtful: doubtful.length },
    ...{ unknown: unknown.length, conflicts: conflicts.length },
  };
}

/** First what is not recorded, since that is what may have to be put right. */
export function describePlan(context: Speaking, session: Session, plan: OnlineListPlan): readonly Element[] {
  const { doubtful, below, conflicts, unknown, record, missing, apart } = sectionsOf(context, session, plan);
  return [
    ...[doubtful, below, conflicts, unknown, record, missing, apart].flatMap((one): readonly Element[] =>
      one === null
        ? []
        : [
            { kind: 'heading', text: one.heading },
            { kind: 'text', text: one.lines },
          ],
    ),
    ...notesOf(context, session, plan),
  ];
}

/** The same above a form, which has no headings: first who is recorded by sending it; its fields name those who are asked about. */
export function introducePlan(context: Speaking, session: Session, plan: OnlineListPlan): readonly Introduction[] {
  const { unknown, record, missing, apart } = sectionsOf(context, session, plan);
  return [
    ...[record, unknown, missing, apart].flatMap((one): readonly Introduction[] =>
      one === null ? [] : [{ kind: 'text', text: `${one.heading}\n${one.lines}` }],
    ),
    ...notesOf(context, session, plan),
  ];
}

function sectionsOf(context: Speaking, session: Session, plan: OnlineListPlan) {
  const { onlineList } = attendanceTexts[context.language];
  const { doubtful, below, conflicts, unknown, record, missing, apart } = plan;
  const label = (person: ListedParticipant) => personLabel(context, person);
  return {
    doubtful: section(context, onlineList.doubtful, doubtful, ({ listed, candidates }) =>
      onlineList.perhaps(listed.shown, candidates.map(label)),
    ),
    below: section(context, onlineList.below, below, (one) => shortLine(context, session, one)),
    conflicts: section(context, onlineList.conflicts, conflicts, (one) => standsLine(context, one)),
    unknown: section(context, onlineList.unknown, unknown, ({ shown }) => shown),
    record: section(context, onlineList.record, record, ({ person, seconds }) =>
      onlineList.minutes(label(person), minutesOf(seconds)),
    ),
    missing: section(context, onlineList.missing, missing, label),
    apart: section(context, onlineList.apart, apart, ({ shown }) => shown),
  };
}

function notesOf({ language }: Speaking, session: Session, { already }: OnlineListPlan): readonly Introduction[] {
  const { onlineList } = attendanceTexts[language];
  return [
    ...(already.length > 0 ? [{ kind: 'note' as const, text: onlineList.already(already.length) }] : []),
    { kind: 'note', text: onlineList.threshold(Math.ceil((lengthOf(session) * PRESENT_SHARE) / 60)) },
  ];
}

export function shortLine(context: Speaking, session: Session, { person, seconds }: Planned): string {
  const { onlineList } = attendanceTexts[context.language];
  return onlineList.short(personLabel(context, person), minutesOf(seconds), minutesOf(lengthOf(session)));
}

export function standsLine(context: Speaking, { person }: Planned): string {
  const { onlineList, came } = attendanceTexts[context.language];
  return onlineList.stands(personLabel(context, person), person.stands === null ? '' : came[person.stands.came]);
}

export function personLabel({ language }: Speaking, { name, company }: ListedParticipant): string {
  return memberTexts[language].nameOf(pick(language, name), company === null ? '' : pick(language, company));
}

interface Carried {
  readonly files: readonly string[];
  /** What was answered so far, so that the form asks about the next names. */
  readonly answers: ListAnswers;
}

/** Null where nothing is left to decide. */
export function decideButton(
  context: Context,
  session: Session,
  { doubtful, below, conflicts }: OnlineListPlan,
  { files, answers }: Carried,
): ActionButton | null {
  const asked = answers.size < MOST_ANSWERS ? doubtful.length : 0;
  if (asked + below.length + conflicts.length === 0) return null;
  const label = attendanceTexts[context.language].onlineList.decide;
  const carried = answers.size === 0 ? {} : { answers: packAnswers(answers) };
  const input = { files, decide: true, ...carried };
  return sessionButton(context, 'session.online-list', session, { label, form: true, input });
}

function minutesOf(seconds: number): number {
  return Math.floor(seconds / 60);
}

interface PlanSection {
  readonly heading: string;
  readonly lines: string;
}

/** Null where there is nobody in it. */
function section<T>(
  { language }: Speaking,
  title: string,
  all: readonly T[],
  lineOf: (one: T) => string,
): PlanSection | null {
  if (all.length === 0) return null;
  const shown: string[] = [];
  let length = 0;
  for (const one of all.slice(0, MOST_LINES)) {
    const line = `・${lineOf(one)}`;
    length += line.length + 1;
    if (length > LONGEST_PARAGRAPH) break;
    shown.push(line);
  }
  const left = all.length - shown.length;
  const more = left > 0 ? [attendanceTexts[language].onlineList.more(left)] : [];
  return { heading: `${title}: ${all.length}`, lines: [...shown, ...more].join('\n') };
}
