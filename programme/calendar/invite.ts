/** Gives a person the file that puts an event into their calendar, brings it up to date or takes it out, with words on what to do. */
import { createHash } from 'node:crypto';
import { type CalendarParty, calendarType, makeCalendar } from '../../documents/make-calendar.js';
import type { Transaction } from '../../prisma/client.js';
import { oneByOne } from '../files/file-bytes.js';
import { linkLifetimes } from '../files/file-links.js';
import { fileNameOf } from '../files/file-name.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import type { Element, FileElement } from '../messages/message.js';
import type { Language, OpenContext } from '../requests/context.js';
import { type LockedEvent, lockEvent, writeCancel, writeRequest } from './calendar.sql.js';
import { organiserAddress, personAddress } from './party-address.js';
import { calendarTexts } from './texts.js';

/** What a calendar shows, in the words of the one person who gets it. */
export interface CalendarEntry {
  /** The session's or booking's identifier. */
  readonly subjectId: string;
  readonly programmeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** In which it was set. */
  readonly timeZone: string;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  /** Only for those who may know it. */
  readonly link: string;
}

type Inviting = Pick<OpenContext, 'transaction' | 'now' | 'language' | 'timeZone' | 'files' | 'fileLinks'>;

interface Invite {
  readonly personId: string;
  readonly entry: CalendarEntry;
  /** Whether it takes place for this person; otherwise the file takes it out. */
  readonly stands: boolean;
  /** Only those whose calendar has it by now. */
  readonly onlyUpdates?: boolean;
}

/**
 * Words and file, for a reply or a notice; recorded as given in the same transaction. A withdrawal goes only to those who were
 * ever given the entry: nothing for everybody else.
 */
export async function invitationElements(
  context: Inviting,
  { personId, entry, stands, onlyUpdates = false }: Invite,
): Promise<readonly Element[]> {
  const { transaction, language, now } = context;
  const { subjectId } = entry;
  const { organiser, attendee } = await readParties(transaction, entry.programmeId, { personId, language });
  const event = await lockEvent(transaction, { subjectId, personId, organiser: organiser.address });
  const isGiven = event.givenSequence !== null;
  const isThere = isGiven && event.cancelledAt === null;
  if (stands ? onlyUpdates && !isThere : !isGiven) return [];
  const content = contentOf(entry);
  const sequence = nextSequence(event, { stands, content });
  const wasStartsAt = earlierStart(event, entry);
  if (stands) {
    await writeRequest(transaction, {
      ...{ subjectId, personId, sequence, content, wasStartsAt, now },
      startsAt: entry.startsAt,
    });
  } else await writeCancel(transaction, { subjectId, personId, sequence, now });
  const bytes = makeCalendar({
    ...{ ...entry, method: stands ? 'request' : 'cancel', uid: event.uid, sequence, stamp: now, attendee },
    organiser: { ...organiser, address: event.organiser },
  });
  const file = await storeFile(context, { personId, entry, stands, isUpdate: isThere }, bytes);
  return [{ kind: 'note', text: wordsOf(context, { event, entry, stands, wasStartsAt }) }, file];
}

/** Higher than what the person has, wherever the file says anything else; calendars ignore a change that does not raise it. */
function nextSequence(
  { sequence, givenSequence, content: given, cancelledAt }: LockedEvent,
  { stands, content }: { readonly stands: boolean; readonly content: string },
): number {
  if (givenSequence === null) return sequence;
  const isSame = stands ? cancelledAt === null && given === content : cancelledAt !== null;
  return Math.max(sequence, isSame ? givenSequence : givenSequence + 1);
}

/** Kept while later files say the same time, so that a notice that has to be made anew still names it. */
function earlierStart({ startsAt, wasStartsAt, cancelledAt }: LockedEvent, entry: CalendarEntry): Date | null {
  if (cancelledAt !== null) return null;
  if (startsAt === null || startsAt.getTime() === entry.startsAt.getTime()) return wasStartsAt;
  return startsAt;
}

function contentOf({ startsAt, endsAt, title, place, description, link }: CalendarEntry): string {
  const shown = JSON.stringify([startsAt, endsAt, title, place, description, link]);
  return createHash('sha256').update(shown).digest('hex');
}

interface Said {
  readonly event: LockedEvent;
  readonly entry: CalendarEntry;
  readonly stands: boolean;
  readonly wasStartsAt: Date | null;
}

function wordsOf(context: Inviting, { event, entry, stands, wasStartsAt }: Said): string {
  const texts = calendarTexts[context.language];
  const at = (instant: Date) => formatDeadline(context, instant, entry.timeZone);
  if (!stands) return texts.removed(at(event.startsAt ?? entry.startsAt));
  if (event.givenSequence === null || event.cancelledAt !== null) return texts.first;
  return wasStartsAt === null ? texts.updated : texts.moved(at(wasStartsAt));
}

interface Parties {
  readonly organiser: CalendarParty;
  readonly attendee: CalendarParty;
}

async function readParties(
  transaction: Transaction,
  programmeId: string,
  { personId, language }: { readonly personId: string; readonly language: Language },
): Promise<Parties> {
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const person = await transaction.person.findUniqueOrThrow({ where: { id: personId } });
  const name = ({ nameJa, nameEn }: { readonly nameJa: string; readonly nameEn: string }) =>
    pick(language, inBoth(nameJa, nameEn));
  return {
    organiser: { name: name(programme), address: organiserAddress(programme.contact) },
    attendee: { name: name(person), address: personAddress(person) },
  };
}

interface Stored {
  readonly personId: string;
  readonly entry: CalendarEntry;
  readonly stands: boolean;
  readonly isUpdate: boolean;
}

async function storeFile(
  { transaction, files, fileLinks, language, now }: Inviting,
  { personId, entry, stands, isUpdate }: Stored,
  bytes: Uint8Array,
): Promise<FileElement> {
  const { add, update, remove } = calendarTexts[language];
  const about = {
    kind: 'calendar',
    ...{ personId, programmeId: entry.programmeId, name: fileNameOf(entry.title.replaceAll(': ', ' '), '.ics') },
    ...{ contentType: calendarType(stands ? 'request' : 'cancel'), now },
    expiresAt: new Date(now.getTime() + linkLifetimes.invitation),
  } as const;
  const file = await files.write(about, oneByOne(bytes), transaction);
  const link = fileLinks.linkTo(file.id, 'invitation');
  return { kind: 'file', file: file.id, name: file.name, label: stands ? (isUpdate ? update : add) : remove, link };
}
