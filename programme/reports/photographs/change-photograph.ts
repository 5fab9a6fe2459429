/** Changes what the report says of a photograph and where it stands, or takes one out for good. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { refuseFrozen } from '../freeze-report.js';
import { putIn } from '../put-in.js';
import { lockReport } from '../reports.sql.js';
import { numberPhotographs, type PhotographEntry, readPhotographs } from './photographs.js';

interface ChangePhotograph {
  readonly photographId: string;
  /** Null: with the programme. */
  readonly sessionId: string | null;
  readonly captionJa: string;
  readonly captionEn: string;
  /** Its number among those of its place; null: where it is, or last where the place is another. */
  readonly position: number | null;
  readonly by: ActingMember;
}

/** The photograph as it stands now. */
export async function changePhotograph(
  transaction: Transaction,
  { photographId, sessionId, captionJa, captionEn, position, by: { programmeId } }: ChangePhotograph,
): Promise<PhotographEntry | Refusal> {
  await lockReport(transaction, programmeId);
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  const photograph = await findPhotograph(transaction, programmeId, photographId);
  if (photograph === null) return refuse('not_found', {});
  if (sessionId !== null && (await transaction.session.count({ where: { id: sessionId, programmeId } })) === 0)
    return refuse('not_found', {}, { field: 'session' });
  const place = { programmeId, sessionId };
  const isElsewhere = photograph.sessionId !== sessionId;
  await transaction.reportPhotograph.update({ where: { id: photographId }, data: { sessionId, captionJa, captionEn } });
  const others = (await idsOf(transaction, place)).filter((id) => id !== photographId);
  const at = position ?? (isElsewhere ? null : photograph.position);
  await numberPhotographs(transaction, place, putIn(others, [photographId], at));
  if (isElsewhere) {
    const left = { programmeId, sessionId: photograph.sessionId };
    await numberPhotographs(transaction, left, await idsOf(transaction, left));
  }
  return (await findPhotograph(transaction, programmeId, photographId)) ?? refuse('not_found', {});
}

/** Also once the report is final: who is to be seen on it may ask for that. The photograph as it stood. */
export async function removePhotograph(
  transaction: Transaction,
  { photographId, by: { programmeId } }: Pick<ChangePhotograph, 'photographId' | 'by'>,
): Promise<PhotographEntry | Refusal> {
  await lockReport(transaction, programmeId);
  const photograph = await findPhotograph(transaction, programmeId, photographId);
  if (photograph === null) return refuse('not_found', {});
  // Its row goes with it.
  await transaction.file.delete({ where: { id: photograph.fileId } });
  const place = { programmeId, sessionId: photograph.sessionId };
  await numberPhotographs(transaction, place, await idsOf(transaction, place));
  return photograph;
}

export async function findPhotograph(
  transaction: Transaction,
  programmeId: string,
  id: string,
): Promise<PhotographEntry | null> {
  return (await readPhotographs(transaction, { programmeId, id }))[0] ?? null;
}

async function idsOf(
  transaction: Transaction,
  place: { readonly programmeId: string; readonly sessionId: string | null },
): Promise<readonly string[]> {
  return (await readPhotographs(transaction, place)).map(({ id }) => id);
}
