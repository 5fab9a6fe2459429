/** Which deliverable a participant reports about: the one named, the only one for which it can be, or one of a list. */
import { pick } from '../../messages/bilingual.js';
import { initialChoice } from '../../messages/initial.js';
import type { Field, Values } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import type { Refusal } from '../../requests/refusal.js';
import type { DeliverableEntry } from '../queries.js';
import { begunDeliverables, type ReportableDeliverable, readReportable } from './queries.js';
import { completionTexts } from './texts.js';

type Rule = (entry: Pick<DeliverableEntry, 'stage'>) => Refusal | null;

async function possible({ transaction, membership }: Context, rule: Rule) {
  const { programmeId, companyId } = membership;
  if (companyId === null) return [];
  const all = await begunDeliverables(transaction, { programmeId, companyId });
  return all.filter((entry) => rule(entry) === null);
}

/** With the only one that can be meant, of the type that words spoke of. */
export async function withDeliverable(context: Context, given: Values, rule: Rule): Promise<Values> {
  if (given.deliverable !== undefined) return given;
  const { spokenDeliverableType } = given;
  const all = await possible(context, rule);
  const [only, ...others] = all.filter(
    ({ typeId }) => !isId(spokenDeliverableType) || typeId === spokenDeliverableType,
  );
  return only === undefined || others.length > 0 ? given : { ...given, deliverable: only.id };
}

export async function namedDeliverable({ transaction }: Context, given: Values): Promise<ReportableDeliverable | null> {
  return isId(given.deliverable) ? await readReportable(transaction, given.deliverable) : null;
}

/** Null where there is none to choose from. */
export async function deliverableField(context: Context, given: Values, rule: Rule): Promise<Field | null> {
  const { language } = context;
  const choices = (await possible(context, rule)).map(({ id, title }) => ({ value: id, label: pick(language, title) }));
  if (choices.length === 0) return null;
  const { labels } = completionTexts[language];
  const initial = initialChoice(given.deliverable, choices);
  return { kind: 'choice', name: 'deliverable', label: labels.deliverable, choices, ...initial };
}
