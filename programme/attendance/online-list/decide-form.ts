/** The form that asks whom doubtful names of a meeting's list mean, and who else is to be recorded. */
import { z } from 'zod';
import type { Session } from '../../../prisma/client.js';
import type { Choice, Field, Form, Introduction } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { sessionTitle } from '../../sessions/describe.js';
import { attendanceTexts } from '../texts.js';
import { countsOf, introducePlan, personLabel, shortLine, standsLine } from './describe-plan.js';
import { type ListAnswers, MOST_ANSWERS, packAnswers, unpackAnswers } from './list-answers.js';
import type { OnlineListPlan } from './plan-online-list.js';
import { type ListDecisions, refuseNobody, refuseRecorded } from './record-online-list.js';

/** As many names as a form asks about at once; the others follow. */
export const MOST_ASKED = 5;

/** As many as a platform's list of choices can hold. */
const MOST_ALSO = 100;

const NOBODY = 'nobody';

const who = z.string().max(60).optional();

/** One field for each name that is asked about. */
export const whoFields = { who1: who, who2: who, who3: who, who4: who, who5: who };

/** What was answered in earlier forms, packed. */
export const answersField = z.string().max(4_000).default('');

interface Decided {
  readonly answers: string;
  readonly asked: readonly string[];
  readonly people: readonly string[];
  readonly seen?: number | undefined;
  readonly who1?: string | undefined;
  readonly who2?: string | undefined;
  readonly who3?: string | undefined;
  readonly who4?: string | undefined;
  readonly who5?: string | undefined;
}

export function decisionsIn({ answers: packed, asked, people, seen, ...given }: Decided): ListDecisions {
  const whos = [given.who1, given.who2, given.who3, given.who4, given.who5];
  const now = asked.flatMap((key, index) => {
    const answer = whos[index];
    return answer ? [[key, answer === NOBODY ? null : answer] as const] : [];
  });
  return { answers: new Map([...unpackAnswers(packed), ...now]), chosen: new Set(people), seen };
}

interface Deciding {
  readonly session: Session;
  readonly plan: OnlineListPlan;
  /** The list's times were taken for UTC. */
  readonly isUtc: boolean;
  readonly files: readonly string[];
  /** In earlier forms. */
  readonly answers: ListAnswers;
  /** What this form was sent with, where it is shown anew; null where it is opened. */
  readonly sent: ListDecisions | null;
  readonly seen: number;
}

/** Says what is recorded by sending it, and asks about the rest. Refused where there is nothing to record or to decide. */
export function decidingForm(context: Context, deciding: Deciding): Form | Refusal {
  const { session, plan, files, answers, sent, seen } = deciding;
  const { language } = context;
  const { onlineList, actions, record } = attendanceTexts[language];
  const asked = plan.doubtful.slice(0, Math.min(MOST_ASKED, Math.max(0, MOST_ANSWERS - answers.size)));
  const choices = alsoChoices(context, session, plan);
  const also = choices.slice(0, MOST_ALSO);
  const chosen = also.map(({ value }) => value).filter((one) => sent?.chosen.has(one));
  if (asked.length + also.length + plan.record.length === 0) {
    return refuseRecorded(session, plan) ?? refuseNobody(session, plan);
  }
  const later = plan.doubtful.length - asked.length;
  const goesOn = answers.size + asked.length < MOST_ANSWERS;
  const byHand = choices.length - also.length + (goesOn ? 0 : later);
  return {
    action: 'session.online-list',
    title: actions['session.online-list'].title,
    introduction: introductions(
      { kind: 'text', text: onlineList.does(sessionTitle(context, session), countsOf(plan)) },
      ...introducePlan(context, session, plan),
      deciding.isUtc && { kind: 'note', text: onlineList.utc },
      goesOn && later > 0 && { kind: 'note', text: onlineList.later(later) },
      byHand > 0 && { kind: 'note', text: onlineList.byHand(byHand) },
    ),
    fields: [
      ...whoAsked(context, asked, sent),
      ...(also.length === 0
        ? []
        : [
            {
              ...{ kind: 'several choices' as const, name: 'people', label: onlineList.also },
              ...{ hint: onlineList.alsoHint, optional: true, choices: also },
              ...(chosen.length > 0 && { initial: chosen }),
            },
          ]),
    ],
    known: {
      ...{ files, session: session.id, decide: true, decided: true, seen, answers: packAnswers(answers) },
      asked: asked.map(({ listed }) => listed.key),
      // Who has become known or was recorded meanwhile is seen before the form records.
      agreed: true,
    },
    submit: record,
    cancel: chatTexts[language].close,
  };
}

function introductions(...parts: readonly (Introduction | false)[]): readonly Introduction[] {
  return parts.filter((part) => part !== false);
}

function whoAsked(context: Context, asked: OnlineListPlan['doubtful'], sent: ListDecisions | null): readonly Field[] {
  const { onlineList } = attendanceTexts[context.language];
  return asked.map(({ listed, candidates }, index): Field => {
    const choices = [
      ...candidates.map((person) => ({ value: person.personId, label: personLabel(context, person) })),
      { value: NOBODY, label: onlineList.nobody },
    ];
    const answer = sent?.answers.get(listed.key);
    const initial = answer === null ? NOBODY : answer;
    return {
      ...{ kind: 'choice', name: `who${index + 1}`, label: onlineList.who(shortened(listed.shown)), choices },
      ...(initial !== undefined && choices.some(({ value }) => value === initial) && { initial }),
    };
  });
}

function alsoChoices(context: Context, session: Session, { below, conflicts }: OnlineListPlan): readonly Choice[] {
  return [
    ...conflicts.map((one) => ({ value: one.person.personId, label: standsLine(context, one) })),
    ...below.map((one) => ({ value: one.person.personId, label: shortLine(context, session, one) })),
  ];
}

/** A name in a meeting can be a sentence, and a label holds a line. */
function shortened(shown: string): string {
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
