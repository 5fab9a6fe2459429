/** What the secretariat's own overview says of deliverables: one line on what is stuck and asked for, and the way to the rest. */
import type { Element } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { lookOver } from './overview.action.js';
import { deliverableOverviewTexts } from './texts.js';

/** Nothing where the programme has no deliverables, and to nobody but the secretariat. */
export async function deliverableStaffElements(context: Context): Promise<readonly Element[]> {
  const { transaction, membership, language } = context;
  const { programmeId, role } = membership;
  if (role !== 'secretariat') return [];
  const { counts, stuck } = await lookOver(context, { list: 'stuck', from: 0, size: 0 });
  if (counts.length === 0) return [];
  const asked = await transaction.dueExtension.count({ where: { programmeId, state: 'asked' } });
  const { home, actions } = deliverableOverviewTexts[language];
  const text = home(stuck, asked);
  const label = actions['deliverable.overview'].title;
  return [
    ...(text === '' ? [] : [{ kind: 'text' as const, text }]),
    { kind: 'buttons', buttons: [{ label, action: 'deliverable.overview', input: {} }] },
  ];
}
