/** Keeps the file of what a company presented at a session, in its order; a company has one a session, which another takes the place of. */
import type { Transaction } from '../../../prisma/client.js';
import { forgetReadings } from '../../files/keep-files.js';
import { findReceivedFiles, type ReceivedFile } from '../../files/received-file.js';
import type { ActingMember } from '../../members/acting-member.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { refuseFrozen } from '../freeze-report.js';
import { putIn } from '../put-in.js';
import { lockReport } from '../reports.sql.js';
import { type PresentationEntry, readPresentations } from './presentations.js';
import { refusePresentation } from './refuse-presentation.js';

interface KeepPresentation {
  readonly sessionId: string;
  readonly companyId: string;
  /** Null: that which is there stays. */
  readonly file: ReceivedFile | null;
  /** Null: where it is, or last. */
  readonly position: number | null;
  readonly titleJa: string;
  readonly titleEn: string;
  /** What is empty is meant so; otherwise titles that are there already stay. */
  readonly isWhole: boolean;
  readonly by: ActingMember;
  readonly now: Date;
}

/** What somebody sent as a presentation; null where nothing was. */
export async function sentPresentation(
  transaction: Transaction,
  personId: string,
  ids: readonly string[],
): Promise<ReceivedFile | null | Refusal> {
  if (ids.length > 1) return refusePresentation('one_presentation', {}, { field: 'files' });
  const found = await findReceivedFiles(transaction, personId, ids);
  if (found === null) return refuse('file_not_found', {}, { field: 'files' });
  const [file] = found;
  if (file === undefined) return null;
  const isOne = file.type === 'pptx' || file.type === 'pdf';
  return isOne ? file : refusePresentation('presentation_refused', { file: file.name }, { field: 'files' });
}

type Where = Pick<KeepPresentation, 'sessionId' | 'companyId'> & { readonly programmeId: string };

/** What is there of this company at this session, or why nothing can be kept. */
export async function findKept(
  transaction: Transaction,
  { programmeId, sessionId, companyId }: Where,
): Promise<PresentationEntry | null | Refusal> {
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  const ofProgramme = { programmeId };
  if ((await transaction.session.count({ where: { id: sessionId, ...ofProgramme } })) === 0)
    return refuse('not_found', {}, { field: 'session' });
  if ((await transaction.company.count({ where: { id: companyId, ...ofProgramme } })) === 0)
    return refuse('not_found', {}, { field: 'company' });
  return (await readPresentations(transaction, { programmeId, sessionId, companyId }))[0] ?? null;
}

/** The presentation as it stands now. */
export async function keepPresentation(
  transaction: Transaction,
  { sessionId, companyId, file, position, titleJa, titleEn, isWhole, by, now }: KeepPresentation,
): Promise<PresentationEntry | Refusal> {
  const { programmeId, personId: addedById } = by;
  await lockReport(transaction, programmeId);
  const before = await findKept(transaction, { programmeId, sessionId, companyId });
  if (before !== null && isRefusal(before)) return before;
  if (before === null && file === null) return refusePresentation('no_presentations', {}, { field: 'files' });
  if (file !== null) await keepFile(transaction, programmeId, file);
  const others = (await readPresentations(transaction, { programmeId, sessionId })).filter(
    (one) => one.companyId !== companyId,
  );
  const titles = {
    titleJa: titleJa || (isWhole ? '' : (before?.titleJa ?? '')),
    titleEn: titleEn || (isWhole ? '' : (before?.titleEn ?? '')),
  };
  const fileId = file?.id ?? before?.fileId ?? '';
  const data = { ...titles, fileId, addedById, addedAt: now };
  const { id } = await transaction.reportPresentation.upsert({
    where: { sessionId_companyId: { sessionId, companyId } },
    create: { programmeId, sessionId, companyId, position: others.length + 1, ...data },
    update: data,
    select: { id: true },
  });
  if (file !== null && before !== null) await transaction.file.delete({ where: { id: before.fileId } });
  const order = putIn(
    others.map((one) => one.id),
    [id],
    position ?? before?.position ?? null,
  );
  await numberThem(transaction, order);
  return (await readPresentations(transaction, { programmeId, id }))[0] ?? refuse('not_found', {});
}

/** It is the report's from now on, beyond its day, and no longer its sender's alone. */
async function keepFile(transaction: Transaction, programmeId: string, { id }: ReceivedFile): Promise<void> {
  await forgetReadings(transaction, [id]);
  const data = { kind: 'report-presentation', programmeId, personId: null, expiresAt: null };
  await transaction.file.updateMany({ where: { id, kind: 'received' }, data });
}

async function numberThem(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const where = { id, position: { not: at + 1 } };
    await transaction.reportPresentation.updateMany({ where, data: { position: at + 1 } });
  }
}

/** Also once the report is final: the file is the company's. The presentation as it stood. */
export async function removePresentation(
  transaction: Transaction,
  { id, by: { programmeId } }: { readonly id: string; readonly by: ActingMember },
): Promise<PresentationEntry | Refusal> {
  await lockReport(transaction, programmeId);
  const [found] = await readPresentations(transaction, { programmeId, id });
  if (found === undefined) return refuse('not_found', {});
  // Its row goes with it.
  await transaction.file.delete({ where: { id: found.fileId } });
  const left = await readPresentations(transaction, { programmeId, sessionId: found.sessionId });
  await numberThem(
    transaction,
    left.map((one) => one.id),
  );
  return found;
}
