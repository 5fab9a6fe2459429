/** Shows an adviser or the secretariat what they are asked, the oldest first. */
import { z } from 'zod';
import { type OfficeCalendar, readOfficeCalendar } from '../calendar/business-days.js';
import { inBoth } from '../messages/bilingual.js';
import { type Button, elements, type Item, type Message } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { type ListedQuestion, readWaiting } from './questions.sql.js';
import { inboxRecogniser } from './recognisers.js';
import { questionTexts } from './texts.js';
import { usualDays } from './usual-time.js';
import { addressee, listedAsker, quoted, waitingLines } from './words.js';

const PER_PAGE = 6;
/** As many of the advisers' as stand under the secretariat's own. */
const ADVISERS_SHOWN = 3;

/** Those that wait for this person: an adviser's own, or the secretariat's. */
export function askedHere({ membership, person }: Context) {
  const { programmeId, role } = membership;
  return { programmeId, of: role === 'adviser' ? { adviserId: person.id } : ('secretariat' as const) };
}

export async function readInbox(context: Context, from: number, size: number) {
  return await readWaiting(context.transaction, { ...askedHere(context), from, size });
}

export const inboxAction = memberAction({
  name: 'question.inbox',
  texts: questionTexts,
  command: 'questions',
  recognise: inboxRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    from: pageStart,
    /** Of the secretariat: those that wait for advisers, in place of its own. */
    advisers: z.boolean().default(false),
  }),
  confidential: true,
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from, advisers }) => {
    const isOffice = context.membership.role === 'secretariat';
    return { message: isOffice && advisers ? await advisersPage(context, from) : await ownPage(context, from) };
  },
});

async function ownPage(context: Context, from: number): Promise<Message> {
  const { transaction, membership, person, language } = context;
  const { programmeId, role } = membership;
  const waiting = await readInbox(context, from, PER_PAGE);
  const { total, next } = page(waiting, waiting[0]?.total ?? 0, { from, size: PER_PAGE });
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const adviserId = role === 'adviser' ? person.id : null;
  const days = await usualDays(transaction, { programmeId, adviserId }, calendar);
  const others = role === 'secretariat' ? await readAdvisers(context, 0, ADVISERS_SHOWN) : [];
  const withAdvisers = others[0]?.total ?? 0;
  const texts = questionTexts[language];
  const summary = texts.inbox(total);
  const all = { label: texts.showAdvisers, action: 'question.inbox', input: { advisers: true } };
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: summary },
      {
        kind: 'list',
        items: waiting.map((one) => waitingItem(context, one, waitingLines(context, one, { calendar, days }))),
      },
      { kind: 'buttons', buttons: moreButtons(context, { from: next }) },
      withAdvisers > 0 && { kind: 'note', text: texts.withAdvisers(withAdvisers) },
      { kind: 'list', items: others.map((one) => adviserItem(context, one, calendar)) },
      { kind: 'buttons', buttons: withAdvisers > ADVISERS_SHOWN ? [all] : [] },
    ),
  };
}

async function readAdvisers({ transaction, membership }: Context, from: number, size: number) {
  return await readWaiting(transaction, { programmeId: membership.programmeId, of: 'advisers', from, size });
}

async function advisersPage(context: Context, from: number): Promise<Message> {
  const { transaction, membership, language } = context;
  const waiting = await readAdvisers(context, from, PER_PAGE);
  const { total, next } = page(waiting, waiting[0]?.total ?? 0, { from, size: PER_PAGE });
  const calendar = await readOfficeCalendar(transaction, membership.programmeId);
  const { waitingAtAdvisers, actions } = questionTexts[language];
  const summary = waitingAtAdvisers(total);
  const own = { label: actions['question.inbox'].title, action: 'question.inbox', input: {} };
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: summary },
      { kind: 'list', items: waiting.map((one) => adviserItem(context, one, calendar)) },
      { kind: 'buttons', buttons: [...moreButtons(context, { from: next, advisers: true }), own] },
    ),
  };
}

function moreButtons(
  { language }: Context,
  { from, ...input }: { readonly from: number | null; readonly advisers?: true },
): readonly Button[] {
  const { more } = questionTexts[language];
  return from === null ? [] : [{ label: more, action: 'question.inbox', input: { ...input, from } }];
}

/** Who asked whom and since when: what it says is for the adviser alone. */
function adviserItem(context: Context, one: ListedQuestion, calendar: OfficeCalendar): Item {
  const { adviserJa, adviserEn } = one;
  const adviser = adviserJa === null ? null : { name: inBoth(adviserJa, adviserEn ?? '') };
  return {
    title: listedAsker(context, one),
    lines: [
      questionTexts[context.language].waitsFor(addressee(context, adviser)),
      ...waitingLines(context, one, { calendar, days: null }),
    ],
    buttons: [],
  };
}

function waitingItem(context: Pick<Context, 'language'>, one: ListedQuestion, lines: readonly string[]): Item {
  const { reply, pass, noteOf } = questionTexts[context.language];
  const input = { askedQuestion: one.id };
  return {
    title: listedAsker(context, one),
    lines: [quoted(one.text), ...lines, ...(one.note === '' ? [] : [noteOf(one.note)])],
    buttons: [
      { label: reply, action: 'question.reply', input, form: true, emphasis: 'primary' },
      { label: pass, action: 'question.pass', input, form: true },
    ],
  };
}
