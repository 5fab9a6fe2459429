/** Writes one part of what the secretariat tells in the report, in both languages. */
import type { Language, ReportSection, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseFrozen } from './freeze-report.js';
import { lockReport } from './reports.sql.js';

interface WriteText {
  readonly section: ReportSection;
  /** Null: of the programme. */
  readonly sessionId: string | null;
  readonly ja: string;
  readonly en: string;
  readonly said: Language | null;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Refused once the report is frozen. */
export async function writeText(
  transaction: Transaction,
  { section, sessionId, ja, en, said, by, now }: WriteText,
): Promise<{ readonly written: true } | Refusal> {
  const { programmeId, personId: changedById } = by;
  await lockReport(transaction, programmeId);
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  if (sessionId !== null && (await transaction.session.count({ where: { id: sessionId, programmeId } })) === 0)
    return refuse('not_found', {});
  const data = { ja, en, said, changedById, changedAt: now };
  const known = await transaction.reportText.findFirst({ where: { programmeId, sessionId, section } });
  if (known === null) await transaction.reportText.create({ data: { programmeId, sessionId, section, ...data } });
  else await transaction.reportText.update({ where: { id: known.id }, data });
  return { written: true };
}
