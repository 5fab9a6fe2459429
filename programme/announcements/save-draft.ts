/** Writes an announcement that was entered, or changes one of which nothing was sent; it waits as a draft until it is sent. */
import type { Transaction } from '../../prisma/client.js';
import { forgetReadings } from '../files/keep-files.js';
import { findReceivedFiles, type ReceivedFile } from '../files/received-file.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import type { AnnouncementDefinition } from './announcement-input.js';
import { lockAnnouncement, writePreviewed } from './announcements.sql.js';
import type { Audience } from './audience.js';
import type { AudienceAt } from './audience.sql.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { refuseStep } from './rules.js';

interface SaveDraft {
  /** Null: a new one. */
  readonly id: string | null;
  readonly definition: AnnouncementDefinition;
  readonly files: readonly string[];
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

export interface SavedDraft {
  readonly id: string;
  /** It was scheduled or waited for approval, and does not any more. */
  readonly wasScheduled: boolean;
}

/** A change needs to be sent, and where many are concerned approved, anew. */
export async function saveDraft(transaction: Transaction, asked: SaveDraft): Promise<SavedDraft | Refusal> {
  const { id: known, by, now } = asked;
  const before = known === null ? null : await lockAnnouncement(transaction, known);
  if (known !== null && before === null) return refuse('not_found', {});
  const refused = before && refuseStep('edit', before.state);
  if (refused) return refused;
  const fileId = await readFile(transaction, asked);
  if (typeof fileId === 'object' && fileId !== null) return fileId;
  const { textJa, textEn, link, buttons, asks, audience, placeId, sendAt, latestAt } = asked.definition;
  const about = {
    ...{ state: 'draft' as const, asks: [...asks], placeId, sendAt, latestAt, proposedById: null, approvedById: null },
    ...{ audience, beganAt: null, endedAt: null },
  };
  const data = { programmeId: by.programmeId, createdById: by.personId, createdAt: now };
  const { id } =
    before === null
      ? await transaction.announcement.create({ data: { ...about, ...data } })
      : await transaction.announcement.update({ where: { id: before.id }, data: about });
  await transaction.announcementVersion.create({
    data: {
      ...{ announcementId: id, version: (before?.version ?? 0) + 1, textJa, textEn, link },
      ...{ fileId, buttons: [...buttons], madeById: by.personId, madeAt: now },
    },
  });
  if (placeId !== null) await transaction.announcementPerson.deleteMany({ where: { announcementId: id } });
  else if (!(await preview(transaction, { id, programmeId: by.programmeId, audience, now }))) {
    return refuseAnnouncement('audience_empty', {}, { field: 'roles' });
  }
  return { id, wasScheduled: before?.state === 'scheduled' || before?.state === 'proposed' };
}

/** Whether there is anybody. */
async function preview(transaction: Transaction, about: AudienceAt & { readonly id: string }): Promise<boolean> {
  await writePreviewed(transaction, about);
  return (await transaction.announcementPerson.count({ where: { announcementId: about.id } })) > 0;
}

/** Changes the audience of one of which nothing was sent. */
export async function saveAudience(
  transaction: Transaction,
  {
    id,
    audience,
    by: { programmeId, personId },
    now,
  }: Pick<SaveDraft, 'by' | 'now'> & { readonly id: string; readonly audience: Audience },
): Promise<SavedDraft | Refusal> {
  const before = await lockAnnouncement(transaction, id);
  if (before === null) return refuse('not_found', {});
  const refused = refuseStep('edit', before.state);
  if (refused) return refused;
  await transaction.announcement.update({
    where: { id },
    data: { state: 'draft', audience, placeId: null, proposedById: null, approvedById: null },
  });
  const { version, ...said } = await transaction.announcementVersion.findUniqueOrThrow({
    where: { announcementId_version: { announcementId: id, version: before.version } },
  });
  const { textJa, textEn, link, fileId, buttons } = said;
  await transaction.announcementVersion.create({
    data: {
      ...{ announcementId: id, version: version + 1, textJa, textEn, link, fileId, buttons: buttons ?? [] },
      ...{ madeById: personId, madeAt: now },
    },
  });
  if (!(await preview(transaction, { id, programmeId, audience, now }))) {
    return refuseAnnouncement('audience_empty', {}, { field: 'roles' });
  }
  return { id, wasScheduled: before.state === 'scheduled' || before.state === 'proposed' };
}

/** Kinds by content that the platforms or their virus scanners turn away. */
const turnedAway: ReadonlySet<ReceivedFile['type']> = new Set(['macros', 'other', 'ole']);

/** The file to attach, kept from now on; otherwise the one it had before; null for none. */
async function readFile(
  transaction: Transaction,
  { id, files, by: { programmeId, personId } }: SaveDraft,
): Promise<string | null | Refusal> {
  if (files.length > 1) return refuseAnnouncement('one_file', {}, { field: 'files' });
  const [chosen] = files;
  if (chosen === undefined) {
    if (id === null) return null;
    const before = await transaction.announcementVersion.findFirst({
      where: { announcementId: id },
      orderBy: { version: 'desc' },
    });
    return before?.fileId ?? null;
  }
  const [file] = (await findReceivedFiles(transaction, personId, [chosen])) ?? [];
  if (file === undefined) return refuse('file_not_found', {}, { field: 'files' });
  if (turnedAway.has(file.type) || file.size === 0) {
    return refuseAnnouncement('file_refused', { name: file.name }, { field: 'files' });
  }
  await forgetReadings(transaction, [file.id]);
  await transaction.file.updateMany({
    where: { id: file.id, kind: 'received' },
    data: { kind: 'announcement', programmeId, personId: null, expiresAt: null },
  });
  return file.id;
}
