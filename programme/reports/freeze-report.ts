/** Declares the report final: it is kept as it is at this moment, and only errata come after it. */
import type { Transaction } from '../../prisma/client.js';
import { lockFeedback } from '../feedback/feedback.sql.js';
import type { ActingMember } from '../members/acting-member.js';
import type { Refusal } from '../requests/refusal.js';
import { readReportData } from './read-report.js';
import { refuseReport } from './refuse-report.js';
import { dayInZone } from './report-words.js';
import { lockReport } from './reports.sql.js';

interface FreezeReport {
  readonly by: ActingMember;
  readonly now: Date;
}

/** Null where it is not frozen. */
export async function refuseFrozen(
  transaction: Transaction,
  programmeId: string,
  reason: 'report_frozen' | 'frozen_already',
): Promise<Refusal | null> {
  const frozen = await transaction.reportFreeze.findUnique({
    where: { programmeId },
    select: { at: true, programme: { select: { timeZone: true } } },
  });
  return frozen && refuseReport(reason, { day: dayInZone(frozen.at, frozen.programme.timeZone) });
}

export async function freezeReport(transaction: Transaction, { by, now }: FreezeReport): Promise<Refusal | null> {
  const { programmeId, personId } = by;
  await lockReport(transaction, programmeId);
  await lockFeedback(transaction, programmeId);
  const refused = await refuseFrozen(transaction, programmeId, 'frozen_already');
  if (refused) return refused;
  const content = await readReportData(transaction, programmeId, now);
  await transaction.reportFreeze.create({ data: { programmeId, content, byId: personId, at: now } });
  return null;
}
