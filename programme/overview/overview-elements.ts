/** The overview's numbers as elements of a message: at the head of the secretariat's Home, and on a card of their own. */
import { dayIn } from '../deliverables/day-words.js';
import type { Element } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { readOverviewCounts } from './overview.sql.js';
import { type OverviewScope, readScope } from './overview-scope.js';
import { readSections } from './sections.js';
import { programmeOverviewTexts } from './texts.js';

interface ReadOverview {
  readonly scope: OverviewScope;
  /** In words: Thu, 7 Nov 2024. */
  readonly day: string;
  readonly elements: readonly Element[];
}

export async function readOverview(context: Context): Promise<ReadOverview> {
  const { transaction, language } = context;
  const scope = await readScope(context);
  const counts = await readOverviewCounts(transaction, scope);
  const sections = await readSections(context, counts);
  return {
    scope,
    day: dayIn(language, scope.day),
    elements: sections.flatMap(({ title, numbers }): readonly Element[] => [
      { kind: 'text', text: title },
      { kind: 'buttons', buttons: numbers },
    ]),
  };
}

/** For the head of the person's own overview; to nobody but the secretariat. */
export async function overviewHomeElements(context: Context): Promise<readonly Element[]> {
  if (context.membership.role !== 'secretariat') return [];
  const { day, elements } = await readOverview(context);
  const texts = programmeOverviewTexts[context.language];
  const whole = { label: texts.whole, action: 'overview.show', input: {} };
  return [
    { kind: 'heading', text: texts.actions['overview.show'].title },
    { kind: 'text', text: texts.asOf(day) },
    ...elements,
    { kind: 'buttons', buttons: [whole] },
  ];
}
