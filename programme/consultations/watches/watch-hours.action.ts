/** Asks until when, and with whom, a company wants to be told of hours that become free. */
import { z } from 'zod';
import { dayAfter } from '../../calendar/business-days.js';
import { actingMember } from '../../members/acting-member.js';
import { findPeople } from '../../members/find-people.js';
import { instantOf, isDate } from '../../messages/dates.js';
import type { Form, Values } from '../../messages/message.js';
import { elements } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { companyTexts } from '../bookings/company-texts.js';
import { readFreeHours } from '../bookings/free-hours.js';
import { readTerms } from '../bookings/queries.js';
import { refuseBooking } from '../bookings/refuse-booking.js';
import { readAvailable } from '../entitlement/ledger.js';
import { watchTexts } from './texts.js';
import { watchHours } from './watch-hours.js';
import { watchRecogniser } from './watch-recogniser.js';
import { nextDay, toldOfWatch } from './watch-words.js';

const input = z.object({
  /** The last day. */
  until: z.string().refine(isDate, { error: 'not_a_date' }),
  adviser: perhapsChosen,
  /** What was said of an adviser's name. */
  sought: z.string().trim().max(100, { error: 'too_long' }).optional(),
  /** Whom the words name, as far as it is not an adviser's name already. */
  named: z.string().trim().max(200, { error: 'too_long' }).optional(),
  /** A day of whatever year, as it was said, such as 3-14. */
  monthDay: z.string().max(5, { error: 'too_long' }).optional(),
  /** That day is no longer wanted. */
  before: z.boolean().optional(),
});

type Asked = z.infer<typeof input>;

export const watchHoursAction = memberAction({
  name: 'consultation.watch',
  texts: watchTexts,
  command: 'watch',
  recognise: watchRecogniser,
  who: ['participant'],
  input,
  offered: 'help',
  complete,
  ask: watchForm,
  search: (context, field, typed) =>
    field === 'adviser' ? findPeople(context, { typed, roles: ['adviser'] }) : Promise.resolve([]),
  confirm: { when: 'words', show: preview },
  run: async (context, asked) => {
    const { transaction, membership, language, now } = context;
    const { adviser: adviserId = null, until } = asked;
    const watched = await watchHours(transaction, { adviserId, until, by: actingMember(context), now });
    if (isRefusal(watched)) return watched;
    const watch = await transaction.watch.findUniqueOrThrow({ where: { id: watched.watchId } });
    const texts = watchTexts[language];
    const text = texts.done(await toldOfWatch(context, watch));
    const filter = adviserId === null ? { everyone: true } : { adviser: adviserId };
    const page = { from: 0, size: 1 };
    const free = await readFreeHours(context, { companyId: membership.companyId }, filter, page);
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          { kind: 'note', text: texts.note },
          free.total > 0 && { kind: 'text', text: texts.freeNow },
          {
            kind: 'buttons',
            buttons: [
              { label: companyTexts[language].find.others, action: 'consultation.find', input: filter },
              { label: texts.unwatch, action: 'consultation.unwatch', input: { watch: watch.id } },
            ],
          },
        ),
      },
    };
  },
});

/** The day of the year that is next, and the adviser who alone can be meant. */
async function complete(context: Context, given: Values): Promise<Values> {
  const { transaction, membership, now } = context;
  const { sought: said, named, monthDay, before, ...rest } = given;
  const sought = said ?? named;
  const found =
    typeof sought === 'string' && rest.adviser === undefined
      ? await findPeople(context, { typed: sought, roles: ['adviser'] })
      : [];
  const [only, other] = found;
  const adviser = only !== undefined && other === undefined ? { adviser: only.value } : {};
  if (typeof monthDay !== 'string' || rest.until !== undefined) return { ...rest, ...adviser };
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  const day = nextDay(monthDay, now, timeZone);
  if (day === null || !isDate(day)) return { ...rest, ...adviser };
  return { ...rest, ...adviser, until: before === true ? dayAfter(day, -1) : day };
}

async function preview(context: Context, { adviser, until: day }: Asked): Promise<Preview | Refusal> {
  const { transaction, membership, language } = context;
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  const until = instantOf(dayAfter(day), '00:00', timeZone);
  if (until === null || until <= context.now) return refuse('field', { problem: 'in_the_past' }, { field: 'until' });
  const texts = watchTexts[language];
  return {
    does: texts.does(await toldOfWatch(context, { adviserId: adviser ?? null, until })),
    elements: [{ kind: 'note', text: texts.note }],
  };
}

async function watchForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId, companyId } = membership;
  if (companyId === null) return refuse('not_found', {});
  const terms = await readTerms(transaction, programmeId);
  if (((await readAvailable(transaction, companyId)) ?? 0) < 1) {
    return refuseBooking('not_entitled', { contact: terms.contact });
  }
  const { endsOn } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { endsOn: true },
  });
  const texts = watchTexts[language];
  const choices = await findPeople(context, { typed: '', roles: ['adviser'] });
  const until =
    typeof given.until === 'string' && isDate(given.until) ? given.until : endsOn.toISOString().slice(0, 10);
  return {
    action: 'consultation.watch',
    title: texts.actions['consultation.watch'].title,
    introduction: [{ kind: 'note', text: texts.note }],
    fields: [
      { kind: 'date', name: 'until', label: texts.until, initial: until },
      {
        ...{ kind: 'person', name: 'adviser', label: texts.adviser, optional: true, search: true, choices },
        ...(isId(given.adviser) && { initial: given.adviser }),
      },
    ],
    known: {},
    submit: texts.submit,
    cancel: chatTexts[language].close,
  };
}
