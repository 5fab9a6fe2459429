/** Shows what a person asked and what was answered. */
import { z } from 'zod';
import { type OfficeCalendar, readOfficeCalendar } from '../calendar/business-days.js';
import { dayIn } from '../deliverables/day-words.js';
import { formatDay } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { type AskedQuestion, readOwnQuestions } from './queries.js';
import { mineRecogniser } from './recognisers.js';
import { questionTexts } from './texts.js';
import { likelyDay, readUsualDays, type UsualDays } from './usual-time.js';
import { addressee, answerer, quoted } from './words.js';

const PER_PAGE = 5;

export const mineAction = memberAction({
  name: 'question.mine',
  texts: questionTexts,
  command: 'my-questions',
  recognise: mineRecogniser,
  who: ['participant', 'adviser', 'speaker'],
  input: z.object({ from: pageStart }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, person, language } = context;
    const own = { programmeId: membership.programmeId, personId: person.id };
    const { items, total, next } = await readOwnQuestions(transaction, own, { from, size: PER_PAGE });
    const calendar = await readOfficeCalendar(transaction, membership.programmeId);
    const days = await readUsualDays(transaction, items, calendar);
    const texts = questionTexts[language];
    const summary = texts.mine(total);
    const ask = { label: texts.askSomething, action: 'question.ask', input: {}, form: true };
    const more = { label: texts.more, action: 'question.mine', input: { from: next } };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['question.mine'].title },
          { kind: 'text', text: summary },
          { kind: 'list', items: items.map((one) => ownItem(context, one, { calendar, days })) },
          { kind: 'buttons', buttons: [ask, ...(next === null ? [] : [more])] },
        ),
      },
    };
  },
});

function ownItem(
  context: Pick<Context, 'language' | 'now'>,
  question: AskedQuestion,
  { calendar, days: usual }: { readonly calendar: OfficeCalendar; readonly days: UsualDays },
): Item {
  const { language, now } = context;
  const texts = questionTexts[language];
  const { id, adviser, askedAt, answer } = question;
  const likely = likelyDay({ askedAt, now }, usual.get(adviser?.id ?? null) ?? null, calendar);
  const waits = texts.ownWaits(likely === null ? null : dayIn(language, likely));
  const withdraw = { label: texts.withdraw, action: 'question.withdraw', input: { ownQuestion: id }, form: true };
  return {
    title: texts.ownTitle(addressee(context, adviser), formatDay(language, askedAt, calendar.timeZone)),
    lines: [quoted(question.text), answer === null ? waits : texts.answer(answerer(context, answer), answer.text)],
    buttons: answer === null ? [withdraw] : [],
  };
}
