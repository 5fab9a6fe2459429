/** Whom a rule reminds from now on, whether it is switched on or not, and when first. */
import type { ReminderKind, Transaction } from '../../prisma/client.js';
import { isAnnounced } from '../members/queries.js';
import type { Rule } from './moments.js';
import { allMoments, readReminded } from './plan-reminders.js';
import { readReminderTerms } from './reminders.sql.js';
import { type RuleReach, readReach } from './telling.sql.js';

/** What is not among the rules yet has no identifier. */
const NEW_RULE = '';

interface Asked {
  readonly kind: ReminderKind;
  readonly before: number;
}

/**
 * As if the asked ones were switched on, beside those that are: two that fall on one moment are one reminder. Nobody is reached
 * in a programme that is not announced.
 */
export async function reachOf(
  transaction: Transaction,
  { programmeId, now }: { readonly programmeId: string; readonly now: Date },
  asked: readonly Asked[],
): Promise<readonly RuleReach[]> {
  if (!(await isAnnounced(transaction, programmeId))) return asked.map(() => ({ people: 0, first: null }));
  const terms = await readReminderTerms(transaction, programmeId);
  const reminded = await readReminded(transaction, programmeId, { terms, now });
  const reaches: RuleReach[] = [];
  for (const { kind, before } of asked) {
    const isAsked = (rule: Rule) => rule.kind === kind && rule.before === before;
    const known = terms.rules.some(isAsked);
    const rules = known ? terms.rules : [...terms.rules, { id: NEW_RULE, kind, before }];
    const id = rules.find(isAsked)?.id ?? NEW_RULE;
    const moments = allMoments(reminded, terms, rules).filter(({ ruleId }) => ruleId === id);
    reaches.push(await readReach(transaction, { programmeId, now }, moments));
  }
  return reaches;
}
