/** Shows an adviser or the secretariat what they are asked, the oldest first. */
import { z } from 'zod';
import { readOfficeCalendar } from '../calendar/business-days.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { waitingQuestions } from './queries.js';
import { type ListedQuestion, readWaiting } from './questions.sql.js';
import { inboxRecogniser } from './recognisers.js';
import { questionTexts } from './texts.js';
import { usualDays } from './usual-time.js';
import { listedAsker, shortened, waitingLines } from './words.js';

const PER_PAGE = 6;

/** The questions that wait for this person: an adviser's own, or the secretariat's. */
export async function readInbox({ transaction, membership, person }: Context, from: number, size: number) {
  const { programmeId, role } = membership;
  const of = role === 'adviser' ? { adviserId: person.id } : ('secretariat' as const);
  return await readWaiting(transaction, { programmeId, of, from, size });
}

export const inboxAction = memberAction({
  name: 'question.inbox',
  texts: questionTexts,
  command: 'questions',
  recognise: inboxRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({ from: pageStart }),
  confidential: true,
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, person, language } = context;
    const { programmeId, role } = membership;
    const waiting = await readInbox(context, from, PER_PAGE);
    const { total, next } = page(waiting, waiting[0]?.total ?? 0, { from, size: PER_PAGE });
    const calendar = await readOfficeCalendar(transaction, programmeId);
    const days = await usualDays(
      transaction,
      { programmeId, adviserId: role === 'adviser' ? person.id : null },
      calendar,
    );
    const withAdvisers = role === 'secretariat' ? (await waitingQuestions(transaction, programmeId)).advisers : 0;
    const texts = questionTexts[language];
    const summary = texts.inbox(total);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: summary },
          withAdvisers > 0 && { kind: 'note', text: texts.withAdvisers(withAdvisers) },
          {
            kind: 'list',
            items: waiting.map((one) => waitingItem(context, one, waitingLines(context, one, { calendar, days }))),
          },
          {
            kind: 'buttons',
            buttons: next === null ? [] : [{ label: texts.more, action: 'question.inbox', input: { from: next } }],
          },
        ),
      },
    };
  },
});

function waitingItem(context: Pick<Context, 'language'>, one: ListedQuestion, lines: readonly string[]): Item {
  const { reply, pass, noteOf } = questionTexts[context.language];
  const input = { askedQuestion: one.id };
  return {
    title: listedAsker(context, one),
    lines: [shortened(one.text), ...lines, ...(one.note === '' ? [] : [noteOf(one.note)])],
    buttons: [
      { label: reply, action: 'question.reply', input, form: true, emphasis: 'primary' },
      { label: pass, action: 'question.pass', input, form: true },
    ],
  };
}
