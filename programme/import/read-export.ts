/** Reads a programme and its people from the database in the shape of an import's files, so that importing them changes nothing. */
import type { z } from 'zod';
import type { Prisma, Programme, Session, Transaction } from '../../prisma/client.js';
import { clockTime, dayText, readOfficeCalendar } from '../calendar/business-days.js';
import { windowsOf, writeWindows } from '../calendar/windows.js';
import { readConcernContacts } from '../members/concern-contacts.js';
import { readRules } from '../reminders/set-rules.js';
import { readDetails } from '../sessions/details.js';
import type { programmeSchema } from './programme-schema.js';
import { compareTexts, type ExportedPerson, readExportedPeople } from './read-exported-people.js';
import { beforeText } from './read-sending.js';
import { timeText } from './read-times.js';

type ExportedProgramme = z.input<typeof programmeSchema>;

export interface ProgrammeExport {
  readonly code: string;
  readonly programme: ExportedProgramme;
  /** In the order of the roster's lines. */
  readonly people: readonly ExportedPerson[];
  /** Japanese names of those whom a roster cannot name, since they left no e-mail address or are of no company. */
  readonly unnamed: readonly string[];
}

/** In an order that rests on what the rows say alone: the same programme in another database gives the same files. */
export async function readExport(transaction: Transaction, programmeId: string): Promise<ProgrammeExport> {
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const { people, unnamed } = await readExportedPeople(transaction, programmeId);
  return {
    code: programme.code,
    programme: {
      programme: await readTerms(transaction, programme),
      bindings: await readOrganiserBindings(transaction, programmeId),
      sessions: await readSessions(transaction, programme),
      report: await readTexts(transaction, programmeId),
    },
    people,
    unnamed,
  };
}

async function readTerms(transaction: Transaction, programme: Programme): Promise<ExportedProgramme['programme']> {
  const { code, nameJa, nameEn, timeZone, contact, contactEn } = programme;
  const { consultations, longest, guardHours, absenceUses, openRecords, openDrafts, modelUse } = programme;
  const { askNumberFrom, approvalFrom, quietDays, windows } = programme;
  const concernContacts = readConcernContacts(programme.concernContacts);
  const { closures } = await readOfficeCalendar(transaction, programme.id);
  const rules = await readRules(transaction, programme.id);
  return {
    ...{ code, nameJa, nameEn, timeZone },
    ...{ startsOn: dayText(programme.startsOn), endsOn: dayText(programme.endsOn), contact, contactEn },
    concernContacts,
    ...{ consultations, longest, guardHours, absenceUses, openRecords, openDrafts, modelUse },
    ...{ opensAt: clockTime(programme.opensAt), closesAt: clockTime(programme.closesAt) },
    closures: closures
      .map(({ firstDay, lastDay, name }) => ({ firstDay, lastDay, nameJa: name.ja, nameEn: name.en }))
      .toSorted((one, other) => compareTexts(`${one.firstDay} ${one.lastDay}`, `${other.firstDay} ${other.lastDay}`)),
    windows: windows.length === 0 ? [] : writeWindows(windowsOf({ windows, opensAt: 0, closesAt: 0 })).split(', '),
    ...{ askNumberFrom, approvalFrom, quietDays },
    reminders: {
      session: rules.session.map(beforeText),
      consultation: rules.consultation.map(beforeText),
      invitation: rules.invitation.map(beforeText),
      deadline: rules.deadline.map(beforeText),
    },
    deliverables: await readDeliverableTypes(transaction, programme.id),
  };
}

async function readDeliverableTypes(transaction: Transaction, programmeId: string) {
  const types = await transaction.deliverableType.findMany({
    where: { programmeId },
    include: { dependsOn: { select: { code: true } } },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
  return types.map(({ code, titleJa, titleEn, checklist, dueOn, dependsOn, reviewDays }) => ({
    ...{ code, titleJa, titleEn, checklist, reviewDays },
    ...{ dueOn: dueOn === null ? null : dayText(dueOn), dependsOn: dependsOn?.code ?? null },
  }));
}

/** Those of companies stand in the roster. */
async function readOrganiserBindings(transaction: Transaction, programmeId: string) {
  const bindings = await transaction.binding.findMany({
    where: { programmeId, companyId: null },
    orderBy: { tenant: 'asc' },
  });
  const of = (platform: 'slack' | 'teams') =>
    bindings.filter((one) => one.platform === platform).map(({ tenant }) => tenant);
  return bindings.length === 0 ? [] : [{ company: null, slack: of('slack'), teams: of('teams') }];
}

async function readSessions(transaction: Transaction, programme: Programme): Promise<ExportedProgramme['sessions']> {
  const sessions = await transaction.session.findMany({
    where: { programmeId: programme.id },
    orderBy: [{ startsAt: 'asc' }, { code: 'asc' }],
  });
  return sessions.map((session) => sessionOf(session, programme.timeZone));
}

function sessionOf(session: Session, programmeZone: string): ExportedProgramme['sessions'][number] {
  const { code, kind, titleJa, titleEn, audience, timeZone, method, venueJa, venueEn, link, roomCapacity } = session;
  return {
    ...{ code, kind, titleJa, titleEn, audience },
    ...{ startsAt: timeText(session.startsAt, timeZone), endsAt: timeText(session.endsAt, timeZone) },
    ...(timeZone !== programmeZone && { timeZone }),
    ...{ method, venueJa, venueEn, link, roomCapacity, lineCapacity: session.onlineCapacity },
    deadline: timeText(session.deadline, timeZone),
    ...(session.state === 'called_off' && { calledOff: session.calledOffWhy }),
    ...readDetails(session.details),
  };
}

type ReportTextRow = Prisma.ReportTextGetPayload<{ include: { session: true } }>;

/** Of the programme first, then session by session. */
async function readTexts(transaction: Transaction, programmeId: string) {
  const texts = await transaction.reportText.findMany({
    where: { programmeId },
    include: { session: true },
    orderBy: { section: 'asc' },
  });
  const placeOf = ({ session }: ReportTextRow) =>
    session === null ? '' : `${session.startsAt.toISOString()} ${session.code}`;
  return texts
    .toSorted((one, other) => compareTexts(placeOf(one), placeOf(other)))
    .map(({ session, section, ja, en, said }) => ({
      ...(session !== null && { session: session.code }),
      ...{ section, ja, en },
      ...(said !== null && { said }),
    }));
}
