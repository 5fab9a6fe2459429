/** The form that asks whom doubtful names of a meeting's list mean, and who else is to be recorded. */
import { z } from 'zod';
import type { Session } from '../../../prisma/client.js';
import type { Choice, Field, Form } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { sessionTitle } from '../../sessions/describe.js';
import { titleOf } from '../../sessions/rules.js';
import { refuseAttendance } from '../refuse-attendance.js';
import { attendanceTexts } from '../texts.js';
import { countsOf, personLabel, shortLine, standsLine } from './describe-plan.js';
import type { OnlineListPlan } from './plan-online-list.js';
import type { ListDecisions } from './record-online-list.js';

/** As many names as a form asks about at once; the others follow. */
export const MOST_ASKED = 5;

/** As many as a platform's list of choices can hold. */
const MOST_ALSO = 100;

const NOBODY = 'nobody';

const who = z.string().max(60).optional();

/** One field for each name that is asked about. */
export const whoFields = { who1: who, who2: who, who3: who, who4: who, who5: who };

interface Decided {
  readonly asked: readonly string[];
  readonly people: readonly string[];
  readonly seen?: number | undefined;
  readonly who1?: string | undefined;
  readonly who2?: string | undefined;
  readonly who3?: string | undefined;
  readonly who4?: string | undefined;
  readonly who5?: string | undefined;
}

export function decisionsIn({ asked, people, seen, ...given }: Decided): ListDecisions {
  const whos = [given.who1, given.who2, given.who3, given.who4, given.who5];
  const answers = asked.flatMap((key, index) => {
    const answer = whos[index];
    return answer === undefined ? [] : [[key, answer === NOBODY ? null : answer] as const];
  });
  return { answers: new Map(answers), chosen: new Set(people), seen };
}

interface Deciding {
  readonly session: Session;
  readonly plan: OnlineListPlan;
  readonly files: readonly string[];
  readonly seen: number;
}

/** Refused where there is nothing to decide any more. */
export function decidingForm(context: Context, { session, plan, files, seen }: Deciding): Form | Refusal {
  const { language } = context;
  const { onlineList, actions, record } = attendanceTexts[language];
  const asked = plan.doubtful.slice(0, MOST_ASKED);
  const also = alsoChoices(context, session, plan);
  if (asked.length === 0 && also.length === 0) {
    return refuseAttendance('list_recorded', { title: titleOf(session), count: plan.already.length });
  }
  const later = plan.doubtful.length - asked.length;
  const fields = asked.map(
    ({ listed, candidates }, index): Field => ({
      kind: 'choice',
      name: `who${index + 1}`,
      label: onlineList.who(shortened(listed.shown)),
      choices: [
        ...candidates.map((person) => ({ value: person.personId, label: personLabel(context, person) })),
        { value: NOBODY, label: onlineList.nobody },
      ],
    }),
  );
  return {
    action: 'session.online-list',
    title: actions['session.online-list'].title,
    introduction: [
      { kind: 'text', text: onlineList.does(sessionTitle(context, session), countsOf(plan)) },
      ...(later > 0 ? [{ kind: 'note' as const, text: onlineList.later(later) }] : []),
    ],
    fields: [
      ...fields,
      ...(also.length === 0
        ? []
        : [
            {
              ...{ kind: 'several choices' as const, name: 'people', label: onlineList.also },
              ...{ hint: onlineList.alsoHint, optional: true, choices: also },
            },
          ]),
    ],
    known: {
      ...{ files, session: session.id, decide: true, decided: true, seen },
      asked: asked.map(({ listed }) => listed.key),
    },
    submit: record,
    cancel: chatTexts[language].close,
  };
}

function alsoChoices(context: Context, session: Session, { below, conflicts }: OnlineListPlan): readonly Choice[] {
  return [
    ...conflicts.map((one) => ({ value: one.person.personId, label: standsLine(context, one) })),
    ...below.map((one) => ({ value: one.person.personId, label: shortLine(context, session, one) })),
  ].slice(0, MOST_ALSO);
}

/** A name in a meeting can be a sentence, and a label holds a line. */
function shortened(shown: string): string {
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
