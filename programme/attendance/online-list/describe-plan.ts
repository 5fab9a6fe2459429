/** Says what a meeting's list would record, and of whom nothing will be. */
import type { Session } from '../../../prisma/client.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import type { ActionButton, Element } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { sessionButton } from '../../sessions/describe.js';
import { attendanceTexts } from '../texts.js';
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

export function describePlan(context: Speaking, session: Session, plan: OnlineListPlan): readonly Element[] {
  const { onlineList } = attendanceTexts[context.language];
  const { already } = plan;
  return [
    ...section(context, onlineList.doubtful, plan.doubtful, ({ listed, candidates }) =>
      onlineList.perhaps(
        listed.shown,
        candidates.map((person) => personLabel(context, person)),
      ),
    ),
    ...section(context, onlineList.below, plan.below, (one) => shortLine(context, session, one)),
    ...section(context, onlineList.conflicts, plan.conflicts, (one) => standsLine(context, one)),
    ...section(context, onlineList.unknown, plan.unknown, ({ shown }) => shown),
    ...section(context, onlineList.record, plan.record, (one) =>
      onlineList.minutes(personLabel(context, one.person), minutesOf(one.seconds)),
    ),
    ...section(context, onlineList.missing, plan.missing, (person) => personLabel(context, person)),
    ...section(context, onlineList.apart, plan.apart, ({ shown }) => shown),
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

/** Null where nothing is left to decide. */
export function decideButton(
  context: Context,
  session: Session,
  { doubtful, below, conflicts }: OnlineListPlan,
  files: readonly string[],
): ActionButton | null {
  if (doubtful.length + below.length + conflicts.length === 0) return null;
  const label = attendanceTexts[context.language].onlineList.decide;
  return sessionButton(context, 'session.online-list', session, { label, form: true, input: { files, decide: true } });
}

function minutesOf(seconds: number): number {
  return Math.floor(seconds / 60);
}

function section<T>(
  { language }: Speaking,
  title: string,
  all: readonly T[],
  lineOf: (one: T) => string,
): readonly Element[] {
  if (all.length === 0) return [];
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
  return [
    { kind: 'heading', text: `${title}: ${all.length}` },
    { kind: 'text', text: [...shown, ...more].join('\n') },
  ];
}
