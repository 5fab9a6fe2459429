/** Makes the list of a session's attendees as a file for Excel, which is kept for as long as a link to it opens. */
import { writeXlsx, xlsxContentType } from '../../documents/write-xlsx.js';
import type { Session, Transaction } from '../../prisma/client.js';
import { oneByOne } from '../files/file-bytes.js';
import { linkLifetimes } from '../files/file-links.js';
import { fileNameOf } from '../files/file-name.js';
import type { FileStore, StoredFile } from '../files/file-store.js';
import { localOf } from '../messages/dates.js';
import type { Language } from '../requests/context.js';
import { attendeeFileTexts } from './attendee-file-texts.js';
import type { AttendeeFilter } from './attendee-filter.js';
import { findEveryAttendee } from './attendee-list.queries.js';
import { attendeeSheets } from './attendee-sheets.js';
import { registrationTexts } from './texts.js';

interface ExportAttendees {
  readonly session: Session;
  readonly language: Language;
  /** Whom it lists; null: everyone. */
  readonly filter: AttendeeFilter | null;
  /** For whom it is made: the file goes when they go. */
  readonly personId: string;
  readonly now: Date;
}

interface ExportedAttendees {
  readonly file: StoredFile;
  /** How many people it lists. */
  readonly people: number;
}

/** Written in the transaction, so that a request that fails leaves no file. */
export async function exportAttendees(
  transaction: Transaction,
  files: FileStore,
  { session, language, filter, personId, now }: ExportAttendees,
): Promise<ExportedAttendees> {
  const attendees = await findEveryAttendee(transaction, session.id, filter);
  const { date } = localOf(now, session.timeZone);
  const { fileName, fileNameOf: fileNameOfSome } = attendeeFileTexts[language];
  const name =
    filter === null
      ? fileName(session.code, date)
      : fileNameOfSome(session.code, registrationTexts[language].attendees.labels[filter], date);
  const file = await files.write(
    {
      ...{ kind: 'attendee-list', programmeId: session.programmeId, personId, now, contentType: xlsxContentType },
      name: fileNameOf(name, '.xlsx'),
      expiresAt: new Date(now.getTime() + linkLifetimes.list),
    },
    oneByOne(await writeXlsx(attendeeSheets(session, attendees, { language, filter, now }))),
    transaction,
  );
  return { file, people: attendees.length };
}
