/** Shows the secretariat at which stage each company is, what is stuck, and who asks for more time. Nothing of a draft stands here. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { inBoth, pick } from '../../messages/bilingual.js';
import { formatDay } from '../../messages/dates.js';
import { type Button, elements, type Item, type Message, plain } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { page, pageStart } from '../../requests/page.js';
import { dayIn, todayIn } from '../day-words.js';
import { extensionWords } from '../extensions/notifications.js';
import { askedExtensions } from '../extensions/queries.js';
import { extensionTexts } from '../extensions/texts.js';
import { seenWords } from '../publication/seen-words.js';
import { publicationTexts } from '../publication/texts.js';
import { deliverableTexts } from '../texts.js';
import {
  type CompanyStanding,
  type DeliverableOverview,
  readDeliverableOverview,
  STUCK_DAYS,
  stuckSince,
} from './oversight.sql.js';
import { deliverableOverviewRecogniser } from './recognisers.js';
import { deliverableOverviewTexts } from './texts.js';

/** Of a list that is shown by itself, and of its beginning. */
const PER_PAGE = 8;
const MOST = 5;

const lists = ['stuck', 'all'] as const;
type List = (typeof lists)[number];

export const deliverableOverview = memberAction({
  name: 'deliverable.overview',
  texts: deliverableOverviewTexts,
  command: 'deliverable-overview',
  recognise: deliverableOverviewRecogniser,
  who: secretariat,
  /** `list`: that list alone, from its entry number `from` on; without it the beginnings. */
  input: z.object({ list: z.enum(lists).optional(), from: pageStart }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { list, from }) => ({
    message: list === undefined ? await wholeMessage(context) : await listMessage(context, list, from),
  }),
});

interface Looked extends DeliverableOverview {
  readonly timeZone: string;
}

/** One page of a list, as of now. */
async function lookOver(
  { transaction, membership, now }: Pick<Context, 'transaction' | 'membership' | 'now'>,
  { list, from, size }: { readonly list: List; readonly from: number; readonly size: number },
): Promise<Looked> {
  const { programmeId } = membership;
  const { timeZone } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  });
  const about = {
    programmeId,
    today: todayIn(now, timeZone),
    quietSince: stuckSince(now),
    onlyStuck: list === 'stuck',
  };
  return { ...(await readDeliverableOverview(transaction, { ...about, from, size })), timeZone };
}

function standingItem({ language }: Context, standing: CompanyStanding, timeZone: string): Item {
  const texts = deliverableOverviewTexts[language];
  const { stage, stageAt, dueOn, isExtended, isOverdue, lastAt, typeId, companyId, seen } = standing;
  const day = (instant: Date | null) => instant && formatDay(language, instant, timeZone);
  const input = { deliverableType: typeId, company: companyId };
  const isDone = stage === 'approved' || stage === 'published';
  return {
    title: texts.item(
      pick(language, inBoth(standing.companyJa, standing.companyEn)),
      pick(language, inBoth(standing.titleJa, standing.titleEn)),
    ),
    lines: [
      ...texts.lines({
        ...{ stage: deliverableTexts[language].stages[stage], since: day(stageAt), isOverdue, isExtended },
        ...{ due: dueOn === null ? null : dayIn(language, dueOn), last: day(lastAt) },
      }),
      ...(seen === null ? [] : [`${publicationTexts[language].label}: ${seenWords(language, seen, timeZone)}`]),
    ],
    buttons: isDone ? [] : [{ label: extensionTexts[language].grant, action: 'deliverable.extend', input, form: true }],
  };
}

async function listMessage(context: Context, list: List, from: number): Promise<Message> {
  const { language } = context;
  const texts = deliverableOverviewTexts[language];
  const looked = await lookOver(context, { list, from, size: PER_PAGE });
  const { next } = page(looked.items, looked.total, { from, size: PER_PAGE });
  const title = list === 'stuck' ? texts.stuck(looked.total, STUCK_DAYS) : texts.all(looked.total);
  const about = { action: 'deliverable.overview' };
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      { kind: 'list', items: looked.items.map((one) => standingItem(context, one, looked.timeZone)) },
      {
        kind: 'buttons',
        buttons: [
          ...(next === null ? [] : [{ ...about, label: texts.more, input: { list, from: next } }]),
          { ...about, label: texts.actions['deliverable.overview'].title, input: {} },
        ],
      },
    ),
  };
}

async function wholeMessage(context: Context): Promise<Message> {
  const { transaction, membership, language } = context;
  const texts = deliverableOverviewTexts[language];
  const looked = await lookOver(context, { list: 'stuck', from: 0, size: MOST });
  if (looked.counts.length === 0) return plain(texts.none);
  const asked = await askedExtensions(transaction, membership.programmeId, MOST);
  const about = { action: 'deliverable.overview' };
  const buttons: readonly Button[] = [
    ...(looked.stuck > MOST ? [{ ...about, label: texts.showStuck, input: { list: 'stuck' } }] : []),
    { ...about, label: texts.showAll, input: { list: 'all' } },
    { label: texts.actions['deliverable.export'].title, action: 'deliverable.export', input: {} },
  ];
  const summary = texts.stuck(looked.stuck, STUCK_DAYS);
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: texts.actions['deliverable.overview'].title },
      { kind: 'text', text: stageLines(context, looked).join('\n') },
      { kind: 'text', text: summary },
      { kind: 'list', items: looked.items.map((one) => standingItem(context, one, looked.timeZone)) },
      asked.length > 0 && { kind: 'text', text: texts.asked(asked.length) },
      {
        kind: 'list',
        items: asked.map((one): Item => {
          const { choice, because, decide } = extensionTexts[language];
          const input = { extension: one.id };
          return {
            title: choice(extensionWords(language, one)),
            lines: one.reason === '' ? [] : [because(one.reason)],
            buttons: [{ label: decide, action: 'deliverable.decide-extension', input, form: true }],
          };
        }),
      },
      { kind: 'buttons', buttons },
    ),
  };
}

/** A line for each type: how many companies are at which stage. */
function stageLines({ language }: Context, { counts }: Looked): readonly string[] {
  const byTitle = new Map<string, { stage: string; companies: number }[]>();
  for (const { titleJa, titleEn, stage, companies } of counts) {
    const title = pick(language, inBoth(titleJa, titleEn));
    const stages = byTitle.get(title) ?? [];
    stages.push({ stage: deliverableTexts[language].stages[stage], companies });
    byTitle.set(title, stages);
  }
  return [...byTitle].map(([title, stages]) => deliverableOverviewTexts[language].counts({ title, stages }));
}
