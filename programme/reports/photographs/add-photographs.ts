/** Puts photographs into the report: their prepared pictures are kept, and what was sent goes. */
import { randomUUID } from 'node:crypto';
import { contentTypes } from '../../../documents/type-by-content.js';
import type { Transaction } from '../../../prisma/client.js';
import { oneByOne } from '../../files/file-bytes.js';
import type { FileStore } from '../../files/file-store.js';
import { forgetReadings } from '../../files/keep-files.js';
import type { ActingMember } from '../../members/acting-member.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { refuseFrozen } from '../freeze-report.js';
import { putIn } from '../put-in.js';
import { lockReport } from '../reports.sql.js';
import { numberPhotographs, readPhotographs, sizeOfPhotographs } from './photographs.js';
import type { SentPhotograph } from './prepare-photographs.js';
import { refusePhotograph } from './refuse-photograph.js';

/** The document holds them all and is a file like every other (LARGEST_FILE_BYTES); what else stands in it takes less than two megabytes. */
const MOST_MEGABYTES = 8;
export const MOST_PHOTOGRAPH_BYTES = MOST_MEGABYTES * 1024 * 1024;

interface NewPhotographs {
  /** Null: with the programme. */
  readonly sessionId: string | null;
  readonly sent: readonly SentPhotograph[];
  /** Of each in its order, empty where there is none. */
  readonly captions: readonly { readonly ja: string; readonly en: string }[];
  /** Before which they are put; null: last. */
  readonly position: number | null;
}

interface AddPhotographs extends NewPhotographs {
  readonly files: FileStore;
  readonly by: ActingMember;
  readonly now: Date;
}

/** What stands against it. */
export async function refuseAdding(
  transaction: Transaction,
  programmeId: string,
  { sessionId, sent }: Pick<NewPhotographs, 'sessionId' | 'sent'>,
): Promise<Refusal | null> {
  const frozen = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (frozen) return frozen;
  if (sessionId !== null && (await transaction.session.count({ where: { id: sessionId, programmeId } })) === 0)
    return refuse('not_found', {}, { field: 'session' });
  const more = sent.reduce((sum, { picture }) => sum + picture.jpeg.byteLength, 0);
  const isFull = (await sizeOfPhotographs(transaction, programmeId)) + more > MOST_PHOTOGRAPH_BYTES;
  return isFull ? refusePhotograph('photographs_full', { megabytes: MOST_MEGABYTES }, { field: 'files' }) : null;
}

/** Their identifiers, in their order. */
export async function addPhotographs(
  transaction: Transaction,
  { sessionId, sent, captions, position, files, by, now }: AddPhotographs,
): Promise<readonly string[] | Refusal> {
  const { programmeId, personId: addedById } = by;
  await lockReport(transaction, programmeId);
  const refused = await refuseAdding(transaction, programmeId, { sessionId, sent });
  if (refused) return refused;
  const place = { programmeId, sessionId };
  const before = await readPhotographs(transaction, place);
  const added: string[] = [];
  for (const [at, { file, picture }] of sent.entries()) {
    const about = { kind: 'report-photograph', programmeId, contentType: contentTypes.jpeg, now } as const;
    const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
    const { id: fileId } = await files.write({ ...about, name }, oneByOne(picture.jpeg), transaction);
    const caption = captions[at] ?? { ja: '', en: '' };
    const id = randomUUID();
    await transaction.reportPhotograph.create({
      data: {
        ...{ id, ...place, fileId, position: before.length + at + 1, captionJa: caption.ja, captionEn: caption.en },
        ...{ width: picture.width, height: picture.height, addedById, addedAt: now },
      },
    });
    added.push(id);
  }
  await numberPhotographs(
    transaction,
    place,
    putIn(
      before.map(({ id }) => id),
      added,
      position,
    ),
  );
  await forgetSent(
    transaction,
    sent.map(({ file }) => file.id),
  );
  return added;
}

/** What was sent says where and when it was taken. */
async function forgetSent(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await forgetReadings(transaction, ids);
  await transaction.file.deleteMany({ where: { id: { in: [...ids] }, kind: 'received' } });
}
