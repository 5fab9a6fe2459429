/** Writes which rules a programme has; its reminders are to be planned anew afterwards. */
import type { ReminderKind, Transaction } from '../../prisma/client.js';
import { defaultRules, reminderKinds } from './rules.js';

/** By kind, in minutes before what is reminded of. */
export type RuleSet = Readonly<Record<ReminderKind, readonly number[]>>;

/** What a new programme begins with, unless it says itself which. */
export async function addRules(
  transaction: Transaction,
  programmeId: string,
  now: Date,
  set: RuleSet = defaultRules,
): Promise<void> {
  await transaction.reminderRule.createMany({
    data: reminderKinds.flatMap((kind) => set[kind].map((before) => ({ programmeId, kind, before, createdAt: now }))),
  });
}

/** Makes these the rules that are switched on. Others stay and are switched off, so that what they have told is known. */
export async function replaceRules(
  transaction: Transaction,
  programmeId: string,
  now: Date,
  set: RuleSet,
): Promise<void> {
  await transaction.reminderRule.updateMany({ where: { programmeId }, data: { enabled: false } });
  for (const kind of reminderKinds) {
    for (const before of set[kind]) await switchRule(transaction, { programmeId, kind, before, enabled: true, now });
  }
}

interface SwitchRule {
  readonly programmeId: string;
  readonly kind: ReminderKind;
  readonly before: number;
  readonly enabled: boolean;
  readonly now: Date;
}

export async function switchRule(transaction: Transaction, rule: SwitchRule): Promise<void> {
  const { programmeId, kind, before, enabled, now } = rule;
  await transaction.reminderRule.upsert({
    where: { programmeId_kind_before: { programmeId, kind, before } },
    create: { programmeId, kind, before, enabled, createdAt: now },
    update: { enabled },
  });
}

/** By kind, those that are switched on, the earliest first. */
export async function readRules(transaction: Transaction, programmeId: string): Promise<RuleSet> {
  const rows = await transaction.reminderRule.findMany({
    where: { programmeId, enabled: true },
    orderBy: { before: 'desc' },
  });
  const of = (kind: ReminderKind) => rows.filter((row) => row.kind === kind).map(({ before }) => before);
  return {
    ...{ session: of('session'), consultation: of('consultation') },
    ...{ invitation: of('invitation'), deadline: of('deadline') },
  };
}
