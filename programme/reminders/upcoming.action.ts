/** Shows the secretariat which reminders will be sent, when and to how many. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { type Button, elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { sessionTitle } from '../sessions/describe.js';
import { heldBack } from './held-back.js';
import { reminderName } from './rule-words.js';
import { readUpcoming } from './telling.sql.js';
import { reminderTexts } from './texts.js';

const PER_PAGE = 8;

export const upcomingReminders = memberAction({
  name: 'reminder.upcoming',
  texts: reminderTexts,
  command: 'upcoming',
  who: secretariat,
  input: z.object({ from: pageStart }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, language, now } = context;
    const { programmeId } = membership;
    const paging = { from, size: PER_PAGE };
    const rows = await readUpcoming(transaction, { programmeId, now }, paging);
    const { items, total, next } = page(rows, rows[0]?.total ?? 0, paging);
    const titles = await readTitles(
      context,
      transaction,
      items.map(({ subjectId }) => subjectId),
    );
    const held = await heldBack(context);
    const texts = reminderTexts[language];
    const summary = texts.upcomingSummary(total);
    const more: Button[] =
      next === null ? [] : [{ label: texts.more, action: 'reminder.upcoming', input: { from: next } }];
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['reminder.upcoming'].title },
          { kind: 'text', text: summary },
          held?.note,
          {
            kind: 'list',
            items: items.map(({ subjectId, kind, before, dueAt, people }) => ({
              title: titles.get(subjectId) ?? '',
              lines: texts.due({
                at: formatInstant(context, dueAt),
                people,
                rule: reminderName(language, { kind, before }),
              }),
              buttons: [],
            })),
          },
          { kind: 'buttons', buttons: [...(held === null ? [] : [held.announce]), ...more] },
        ),
      },
    };
  },
});

/** What the reminders are about, by its identifier. */
async function readTitles(
  context: Context,
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...ids] } };
  const sessions = await transaction.session.findMany({ where });
  const bookings = await transaction.booking.findMany({ where, select: { id: true, company: true } });
  const types = await transaction.deliverableType.findMany({ where });
  const own = await transaction.deliverable.findMany({ where, select: { id: true, type: true, company: true } });
  const titleOf = ({ titleJa, titleEn }: (typeof types)[number]) => pick(context.language, inBoth(titleJa, titleEn));
  return new Map([
    ...types.map((type) => [type.id, titleOf(type)] as const),
    ...own.map(({ id, type, company }) => {
      const name = pick(context.language, nameIn(company));
      return [id, reminderTexts[context.language].ofCompany(titleOf(type), name)] as const;
    }),
    ...sessions.map((session) => [session.id, sessionTitle(context, session)] as const),
    ...bookings.map(({ id, company }) => {
      const name = pick(context.language, nameIn(company));
      return [id, reminderTexts[context.language].ofConsultation(name)] as const;
    }),
  ]);
}
