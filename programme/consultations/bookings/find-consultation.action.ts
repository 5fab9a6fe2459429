/** Shows the free hours of the advisers, from which one is booked or to which a booking is moved. */
import { z } from 'zod';
import { findPeople } from '../../members/find-people.js';
import { pick } from '../../messages/bilingual.js';
import { formatDay, isDate } from '../../messages/dates.js';
import { type Button, elements, type Message, type Values } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { pageStart } from '../../requests/page.js';
import { readAvailable } from '../entitlement/ledger.js';
import { adviserName, hourFor } from '../hour-words.js';
import { dayOf } from '../spoken-day.js';
import { watchTexts } from '../watches/texts.js';
import { companyTexts } from './company-texts.js';
import { findRecogniser } from './find-recogniser.js';
import { countAdvisers, type FreeHour, readFreeHours } from './free-hours.js';
import { adviserOf, hourItem } from './hour-choices.js';
import { dayParts, type HourFilter, weeks } from './hour-filter.js';
import { readBooking, readTerms } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { bookingTexts } from './texts.js';

/** As many cards as fit a message on every platform with their buttons. */
const PER_PAGE = 6;

const MOST_NAMESAKES = 5;

const input = z.object({
  week: z.enum(weeks).optional(),
  day: z
    .string()
    .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed), { error: 'not_a_date' })
    .optional(),
  part: z.enum(dayParts).optional(),
  adviser: perhapsChosen,
  mode: z.enum(['onsite', 'online']).optional(),
  everyone: z.boolean().optional(),
  /** The booking that is to be moved to one of them. */
  moving: perhapsChosen,
  /** What was said of an adviser's name. */
  sought: z.string().trim().max(100, { error: 'too_long' }).optional(),
  from: pageStart,
});

type Asked = z.infer<typeof input>;

export const findConsultation = memberAction({
  name: 'consultation.find',
  texts: companyTexts,
  command: 'consult',
  recognise: findRecogniser,
  who: ['participant', 'secretariat'],
  input,
  offered: 'menu',
  confirm: 'read',
  complete: async (context, given) => await withAdviser(context, await withDay(context, given)),
  run: async (context, asked) => {
    const { transaction, membership, language } = context;
    const movingBooking = asked.moving === undefined ? null : await readBooking(transaction, asked.moving);
    const companyId = movingBooking?.company.id ?? membership.companyId;
    if (companyId !== null && movingBooking === null && ((await readAvailable(transaction, companyId)) ?? 0) < 1) {
      return { message: await notEntitled(context) };
    }
    const { items, total, next } = await readFreeHours(context, { companyId, movingId: movingBooking?.id }, asked, {
      from: asked.from,
      size: PER_PAGE,
    });
    const texts = companyTexts[language];
    const own = companyId === null ? 0 : await countAdvisers(transaction, companyId);
    const assigned = own > 0;
    // Where all hours are one adviser's, to see theirs alone is to see the same.
    const isOnly = (own === 1 && asked.everyone !== true) || (next === null && asked.from === 0 && areOfOne(items));
    const summary = total === 0 ? nothingFree(context, asked) : texts.find.summary(total);
    const { contact } = await readTerms(transaction, membership.programmeId);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['consultation.find'].title },
          movingBooking !== null && {
            kind: 'text',
            text: texts.find.forMoving(
              adviserName(language, pick(language, movingBooking.adviser.name)),
              hourFor(context, movingBooking),
            ),
          },
          { kind: 'text', text: summary },
          { kind: 'note', text: await filterNote(context, asked, assigned) },
          total === 0 && { kind: 'text', text: texts.find.nextSteps(pick(language, contact)) },
          {
            kind: 'list',
            items: items.map((hour) => hourItem(context, hour, hourButtons(context, { ...asked, isOnly }, hour))),
          },
          { kind: 'buttons', buttons: await listButtons(context, asked, { next, assigned }) },
        ),
      },
    };
  },
});

/** The day that was said; one that is no day any more finds nothing. */
async function withDay({ transaction, membership, now }: Context, { spokenDay, ...given }: Values): Promise<Values> {
  if (typeof spokenDay !== 'string') return given;
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  const day = dayOf(spokenDay, { now, timeZone });
  return day === null ? given : { ...given, day };
}

/** The adviser whose name was said, where it can be only one. */
async function withAdviser(context: Context, given: Values): Promise<Values> {
  if (typeof given.sought !== 'string' || given.adviser !== undefined) return given;
  const [only, other] = await namesakes(context, given.sought);
  return only === undefined || other !== undefined ? given : { ...given, adviser: only.value, sought: undefined };
}

async function namesakes(context: Context, sought: string) {
  return (await findPeople(context, { typed: sought, roles: ['adviser'] })).slice(0, MOST_NAMESAKES);
}

/** What stands against booking, and what to do next. */
async function notEntitled(context: Context): Promise<Message> {
  const { transaction, membership, language } = context;
  const terms = await readTerms(transaction, membership.programmeId);
  const text = pick(language, refuseBooking('not_entitled', { contact: terms.contact }).words);
  const button = { label: companyTexts[language].mine.list, action: 'consultation.mine', input: {} };
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [button] }),
  };
}

function nothingFree({ language }: Context, { week, day, part, adviser, mode }: Asked): string {
  const { none, noneAtAll } = companyTexts[language].find;
  return [week, day, part, adviser, mode].every((one) => one === undefined) ? noneAtAll : none;
}

async function filterNote(context: Context, asked: Asked, assigned: boolean): Promise<string> {
  const { language } = context;
  const { find } = companyTexts[language];
  const { week, day, part, mode, adviser, sought, everyone } = asked;
  if (sought !== undefined) {
    const found = await namesakes(context, sought);
    return found.length === 0 ? find.noSuchAdviser(sought) : find.whichAdviser(sought);
  }
  const name = adviser === undefined ? null : await context.transaction.person.findUnique({ where: { id: adviser } });
  const filters = [
    ...(day ? [formatDay(language, new Date(day), 'UTC')] : []),
    ...(week && !day ? [find.weeks[week]] : []),
    ...(part ? [find.parts[part]] : []),
    ...(mode ? [bookingTexts[language].modes[mode]] : []),
    ...(name ? [adviserName(language, pick(language, { ja: name.nameJa, en: name.nameEn }))] : []),
  ];
  const own = assigned && adviser === undefined && everyone !== true ? find.ofAssigned : '';
  return [own, filters.length === 0 ? '' : find.filtered(filters)].filter((text) => text !== '').join('\n');
}

function areOfOne(hours: readonly FreeHour[]): boolean {
  return new Set(hours.map(({ adviser }) => adviser.id)).size === 1;
}

function hourButtons(context: Context, asked: Asked & { readonly isOnly: boolean }, hour: FreeHour): readonly Button[] {
  const { find } = companyTexts[context.language];
  const main: Button =
    asked.moving === undefined
      ? { label: find.book, action: 'consultation.book', input: { slot: hour.id }, emphasis: 'primary', form: true }
      : {
          ...{ label: find.move, action: 'consultation.move', emphasis: 'primary', form: true },
          input: { booking: asked.moving, slot: hour.id },
        };
  if (asked.adviser !== undefined || asked.isOnly) return [main];
  const only = { ...filterOf(asked), adviser: hour.adviser.id };
  return [main, { label: find.only(adviserOf(context, hour)), action: 'consultation.find', input: only }];
}

/** What of the input goes on to the next look: all but the page. */
function filterOf({
  week,
  day,
  part,
  adviser,
  mode,
  everyone,
  moving,
}: Asked): HourFilter & { readonly moving?: string } {
  return {
    ...(week && { week }),
    ...(day && { day }),
    ...(part && { part }),
    ...(adviser && { adviser }),
    ...(mode && { mode }),
    ...(everyone && { everyone }),
    ...(moving && { moving }),
  };
}

interface Listed {
  readonly next: number | null;
  readonly assigned: boolean;
}

async function listButtons(context: Context, asked: Asked, { next, assigned }: Listed): Promise<readonly Button[]> {
  const { find } = companyTexts[context.language];
  const filter = filterOf(asked);
  const look = (label: string, input: Values): Button => ({ label, action: 'consultation.find', input });
  const found = asked.sought === undefined ? [] : await namesakes(context, asked.sought);
  const { moving, ...narrowed } = filter;
  const { day, ...anyDay } = filter;
  const isNarrow = Object.keys(narrowed).length > 0;
  return [
    ...found.map(({ value, label }) => look(label, { ...filter, adviser: value })),
    ...(next === null ? [] : [look(find.more, { ...filter, from: next })]),
    ...(asked.from === 0 ? [] : [look(find.back, { ...filter, from: Math.max(0, asked.from - PER_PAGE) })]),
    ...weeks
      .filter((week) => week !== asked.week || day !== undefined)
      .map((week) => look(find.weeks[week], { ...anyDay, week })),
    ...dayParts.filter((part) => part !== asked.part).map((part) => look(find.parts[part], { ...filter, part })),
    ...(['online', 'onsite'] as const)
      .filter((mode) => mode !== asked.mode)
      .map((mode) => look(find.modes[mode], { ...filter, mode })),
    ...(assigned && asked.everyone !== true && asked.adviser === undefined
      ? [look(find.everyone, { ...filter, everyone: true })]
      : []),
    ...(isNarrow ? [look(find.anyTime, moving === undefined ? {} : { moving })] : []),
    ...(context.membership.role === 'participant' ? ownButtons(context, asked) : []),
  ];
}

/** To be told when an hour frees, and what is booked already. */
function ownButtons({ language }: Context, { adviser, moving }: Asked): readonly Button[] {
  const watched = adviser === undefined ? {} : { adviser };
  return [
    ...(moving === undefined
      ? [{ label: watchTexts[language].watch, action: 'consultation.watch', input: watched, form: true }]
      : []),
    { label: companyTexts[language].mine.list, action: 'consultation.mine', input: {} },
  ];
}
