/** Says what the programme is, and what it asks of this person next. */
import { menuButtons } from '../members/menu.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import type { ActionButton } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { deadline, sessionTitle, standing, when } from '../sessions/describe.js';
import { sessionActionTitle } from '../sessions/session-actions.js';
import { concerning, type FactAnswer, followingButtons } from './answer.js';
import { isToAnswer } from './next-to-answer.js';
import { homeTexts } from './texts.js';

export async function aboutTodo(context: Context): Promise<FactAnswer> {
  const { language, membership, now } = context;
  const answers = homeTexts[language].answers;
  const coming = await concerning(context, 'coming');
  const [next] = coming;
  const list = {
    label: sessionActionTitle(language, 'session.list'),
    action: 'session.list',
    input: {},
  } as const;
  if (membership.role !== 'participant') {
    const isStaff = membership.role === 'secretariat';
    const about =
      next && answers.nextForStaff({ title: sessionTitle(context, next.session), when: when(context, next.session) });
    const parts = [isStaff ? '' : answers.nothingToDo, answers.canDo[membership.role], about ?? ''];
    return { line: sentences(context, parts), buttons: membership.role === 'speaker' ? [list] : ownWork(context) };
  }
  const open = coming.find((shown) => isToAnswer(context, shown));
  if (open !== undefined) {
    const { session } = open;
    const asked = { title: sessionTitle(context, session), deadline: deadline({ ...context, now }, session) };
    return { line: answers.pleaseAnswer(asked), buttons: followingButtons(context, open) };
  }
  if (next === undefined)
    return { line: sentences(context, [answers.nothingToDo, answers.noSession]), buttons: [list] };
  const { session, own } = next;
  const shown = {
    title: sessionTitle(context, session),
    when: when(context, session),
    standing: standing(context, own),
  };
  return {
    line: sentences(context, [answers.nothingToDo, answers.next(shown)]),
    buttons: followingButtons(context, next),
  };
}

/** What the menu offers for the work itself. */
function ownWork(context: Context): readonly ActionButton[] {
  return menuButtons(context).filter(({ action }) => !['help.show', 'member.settings'].includes(action));
}

export async function aboutProgramme(context: Context): Promise<FactAnswer> {
  const { language, membership, transaction } = context;
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
  const day = (date: Date) => formatDay(language, date, 'UTC');
  const line = homeTexts[language].answers.programme({
    name: pick(language, inBoth(programme.nameJa, programme.nameEn)),
    from: day(programme.startsOn),
    to: day(programme.endsOn),
  });
  const todo = await aboutTodo(context);
  return { ...todo, line: sentences(context, [line, todo.line]) };
}

function sentences({ language }: Context, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(language === 'ja' ? '' : ' ');
}
