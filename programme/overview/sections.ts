/** The sections of the overview, each given by a function: what stands above its numbers, and each number as a button to its list. */
import { readFreeHours } from '../consultations/bookings/free-hours.js';
import { hasConsultations } from '../consultations/oversight/queries.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { ActionButton } from '../messages/message.js';
import { countWaitingFor } from '../questions/queries.js';
import type { Context } from '../requests/context.js';
import type { OverviewCounts } from './overview.sql.js';
import { listValues, type NamedList } from './overview-lists.js';
import { programmeOverviewTexts } from './texts.js';

export interface OverviewSection {
  readonly title: string;
  /** Each is a number that leads to what it counts. */
  readonly numbers: readonly ActionButton[];
}

/** None, one, or one for each of several things. */
type SectionsOf = (context: Context, counts: OverviewCounts) => Promise<readonly OverviewSection[]>;

/** In the order in which they are shown. What another room counts is one more function here. */
const sections: readonly SectionsOf[] = [days, answers, consultations, stages, people];

export async function readSections(context: Context, counts: OverviewCounts): Promise<readonly OverviewSection[]> {
  const found: OverviewSection[] = [];
  // One after another: they share a transaction.
  for (const section of sections) found.push(...(await section(context, counts)));
  return found;
}

type Counted = Exclude<NamedList['list'], 'stage'>;

function number({ language }: Context, list: Counted, count: number): ActionButton {
  const label = programmeOverviewTexts[language].numbers[list](count);
  return { label, action: 'overview.list', input: listValues({ list }) };
}

async function days(context: Context, { today, week }: OverviewCounts): Promise<readonly OverviewSection[]> {
  return [
    {
      title: programmeOverviewTexts[context.language].sections.days,
      numbers: [number(context, 'today', today), number(context, 'week', week)],
    },
  ];
}

async function answers(
  context: Context,
  { unanswered, quiet, seats }: OverviewCounts,
): Promise<readonly OverviewSection[]> {
  return [
    {
      title: programmeOverviewTexts[context.language].sections.answers,
      numbers: [
        number(context, 'unanswered', unanswered),
        number(context, 'quiet', quiet),
        number(context, 'seats', seats),
      ],
    },
  ];
}

/** Nothing where no hour was ever offered: such a programme has no consultations. */
async function consultations(
  context: Context,
  { booked, unbooked }: OverviewCounts,
): Promise<readonly OverviewSection[]> {
  if (!(await hasConsultations(context.transaction, context.membership.programmeId))) return [];
  const free = await readFreeHours(context, { companyId: null }, {}, { from: 0, size: 1 });
  return [
    {
      title: programmeOverviewTexts[context.language].sections.consultations,
      numbers: [
        number(context, 'booked', booked),
        number(context, 'free', free.total),
        number(context, 'unbooked', unbooked),
      ],
    },
  ];
}

/** One for each deliverable, of the stages in which there is a company. */
async function stages({ language }: Context, counts: OverviewCounts): Promise<readonly OverviewSection[]> {
  const texts = programmeOverviewTexts[language];
  const types = [...new Set(counts.stages.map(({ typeId }) => typeId))];
  return types.map((deliverableType) => {
    const of = counts.stages.filter(({ typeId }) => typeId === deliverableType);
    const [first] = of;
    return {
      title: texts.sections.stages(first === undefined ? '' : pick(language, inBoth(first.titleJa, first.titleEn))),
      numbers: of.map(({ stage, companies }) => ({
        label: texts.numbers.stage(companies, deliverableTexts[language].stages[stage]),
        action: 'overview.list',
        input: listValues({ list: 'stage', deliverableType, stage }),
      })),
    };
  });
}

async function people(
  context: Context,
  { undeliverable, decisions, stuck, unhelpful, stages: of }: OverviewCounts,
): Promise<readonly OverviewSection[]> {
  const waiting = number(context, 'decisions', decisions);
  const { secretariat, advisers } = await countWaitingFor(context.transaction, context.membership.programmeId);
  const label = programmeOverviewTexts[context.language].numbers.questions(secretariat, advisers);
  return [
    {
      title: programmeOverviewTexts[context.language].sections.people,
      numbers: [
        ...(of.length === 0 ? [] : [number(context, 'stuck', stuck)]),
        number(context, 'undeliverable', undeliverable),
        { label, action: 'question.inbox', input: {} },
        number(context, 'unhelpful', unhelpful),
        decisions === 0 ? waiting : { ...waiting, emphasis: 'primary' },
      ],
    },
  ];
}
