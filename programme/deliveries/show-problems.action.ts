/** Shows the secretariat which notifications did not simply arrive, and what can be done about each. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { type Button, elements, type Item, plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { readProblems, type UnsettledNotification } from './queries.js';
import { deliveryTexts } from './texts.js';

const PER_PAGE = 8;

export const showProblems = memberAction({
  name: 'delivery.problems',
  texts: deliveryTexts,
  command: 'delivery-problems',
  who: secretariat,
  input: z.object({ from: pageStart }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, language } = context;
    const texts = deliveryTexts[language];
    const { items, total, next } = await readProblems(transaction, membership.programmeId, { from, size: PER_PAGE });
    if (total === 0) return { message: plain(texts.none) };
    const more: readonly Button[] =
      next === null ? [] : [{ label: texts.more, action: 'delivery.problems', input: { from: next } }];
    return {
      message: {
        summary: texts.heading(total),
        elements: elements(
          { kind: 'heading', text: texts.heading(total) },
          { kind: 'list', items: items.map((problem) => itemOf(context, problem)) },
          ...(more.length === 0 ? [] : [{ kind: 'buttons', buttons: more } as const]),
        ),
      },
    };
  },
});

function itemOf(context: Context, { id, kind, state, person, company, dueAt, latestAt }: UnsettledNotification): Item {
  const { language, now } = context;
  const texts = deliveryTexts[language];
  const { nameOf, personName } = memberTexts[language];
  const name = pick(language, person);
  const input = { notification: id };
  const again = { label: texts.sendAgain, action: 'delivery.again', input };
  const arrived = { label: texts.arrived, action: 'delivery.arrived', input };
  return {
    title: pick(language, context.nameOfKind(kind)),
    lines: [
      company === null ? personName(name) : nameOf(name, pick(language, company)),
      texts.became[state](formatInstant(context, dueAt)),
    ],
    buttons: [
      ...(state === 'unknown' ? [arrived] : []),
      ...(state !== 'missed' && (latestAt === null || latestAt > now) ? [again] : []),
    ],
  };
}
