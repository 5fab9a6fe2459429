/** Reads a programme's JSON file: its shape, then its times and what has to fit together within each session. */
import type { ModelUse } from '../../prisma/client.js';
import { type ClosedDays, clockMinutes } from '../calendar/business-days.js';
import type { ConcernContact } from '../members/concern-contacts.js';
import { inBoth } from '../messages/bilingual.js';
import type { NewSession } from '../sessions/add-sessions.js';
import { type Fault, fault, type InputFile, withLines } from './findings.js';
import { programmeSchema, type WrittenProgramme, type WrittenSession } from './programme-schema.js';
import { type PlannedConsultation, readConsultationPlan } from './read-consultation-plan.js';
import { type ImportedDeliverable, readDeliverables } from './read-deliverables.js';
import { type PlannedDrafts, readDraftPlan } from './read-draft-plan.js';
import { type ReadJson, readJson } from './read-json.js';
import { type ImportedReportText, readReportTexts } from './read-report-texts.js';
import { type ImportedSending, readSending } from './read-sending.js';
import { dayOf, timeOf } from './read-times.js';
import { pathText, schemaFaults } from './schema-faults.js';

export interface ImportedBinding {
  /** Null: the organiser's. */
  readonly companyCode: string | null;
  readonly slack: readonly string[];
  readonly teams: readonly string[];
}

/** What a programme says of its consultations and announcements; what is left out stays as it is. */
export interface ImportedTerms {
  readonly consultations?: number | undefined;
  readonly longest?: number | undefined;
  readonly guardHours?: number | undefined;
  readonly absenceUses?: boolean | undefined;
  readonly openRecords?: boolean | undefined;
  readonly openDrafts?: boolean | undefined;
  readonly modelUse?: ModelUse | undefined;
  readonly concernContacts?: ConcernContact[] | undefined;
  /** In minutes after midnight. */
  readonly opensAt?: number | undefined;
  readonly closesAt?: number | undefined;
  /** From how many people on the number is typed before an announcement is sent. */
  readonly askNumberFrom?: number | undefined;
  readonly quietDays?: number | undefined;
  /** From how many people on somebody else approves it; null: never. */
  readonly approvalFrom?: number | null | undefined;
}

export interface ImportedProgramme {
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly timeZone: string;
  /** Midnight in UTC of the first and last day, as the database keeps dates. */
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly contact: string;
  /** Empty: the same as in Japanese. */
  readonly contactEn: string;
  readonly terms: ImportedTerms;
  /** Null: left out, so that they stay as they are. */
  readonly closures: readonly ClosedDays[] | null;
  readonly sending: ImportedSending;
  /** Null: left out, so that they stay as they are. */
  readonly deliverables: readonly ImportedDeliverable[] | null;
  readonly bindings: readonly ImportedBinding[];
  readonly sessions: readonly NewSession[];
  /** Only a rehearsal reads it; importing stores nothing of it. */
  readonly consultationPlan: readonly PlannedConsultation[];
  readonly draftPlan: readonly PlannedDrafts[];
  /** Of the implementation report. Null: left out, so that it stays as it is. */
  readonly reportTexts: readonly ImportedReportText[] | null;
}

export type ProgrammeReading =
  | { readonly ok: true; readonly programme: ImportedProgramme; readonly lineOf: ReadJson['lineOf'] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The programme of a JSON file (documented in docs/import.md), or every fault of it with its line and path. */
export function readProgramme(file: InputFile): ProgrammeReading {
  const reading = readJson(file);
  if (!reading.ok) return reading;
  const { json, lineOf } = reading.read;
  const refused = (faults: readonly Fault[]) => ({ ok: false, faults: withLines(faults, file.name, lineOf) }) as const;
  const written = programmeSchema.safeParse(json, { reportInput: true });
  if (!written.success) return refused(schemaFaults(file.name, written.error));
  const faults: Fault[] = [];
  const programme = understand(file.name, written.data, faults);
  return faults.length === 0 ? { ok: true, programme, lineOf } : refused(faults);
}

function understand(file: string, written: WrittenProgramme, faults: Fault[]): ImportedProgramme {
  const { programme } = written;
  const startsOn = dayOf(file, 'programme.startsOn', programme.startsOn, faults);
  const endsOn = dayOf(file, 'programme.endsOn', programme.endsOn, faults);
  if (endsOn < startsOn) faults.push(fault(file, 'programme.endsOn', (texts) => texts.endsBeforeStart()));
  const seen = new Map<string, string>();
  const sessions = written.sessions.map((session, index) => {
    const same = seen.get(session.code.toLowerCase());
    const path = `sessions[${index}].code`;
    if (same === session.code) faults.push(fault(file, path, (texts) => texts.sessionTwice(same)));
    else if (same !== undefined) faults.push(fault(file, path, (texts) => texts.codesDifferInCase(session.code, same)));
    seen.set(session.code.toLowerCase(), session.code);
    return understandSession(file, index, session, programme.timeZone, faults);
  });
  const { code, nameJa, nameEn, timeZone, contact, contactEn } = programme;
  return {
    ...{ code, nameJa, nameEn, timeZone, contact, contactEn, startsOn, endsOn },
    terms: understandTerms(file, programme, faults),
    closures: understandClosures(file, programme, faults),
    sending: readSending(file, programme, faults),
    deliverables: readDeliverables(file, programme, faults),
    bindings: written.bindings.map(({ company, slack, teams }) => ({ companyCode: company, slack, teams })),
    sessions,
    consultationPlan: readConsultationPlan(file, written, faults),
    draftPlan: readDraftPlan(file, written, faults),
    reportTexts: readReportTexts(file, written, faults),
  };
}

type WrittenTerms = WrittenProgramme['programme'];

function understandTerms(file: string, written: WrittenTerms, faults: Fault[]): ImportedTerms {
  const { consultations, longest, guardHours, absenceUses, openRecords, openDrafts, modelUse } = written;
  const { askNumberFrom, approvalFrom, quietDays, concernContacts } = written;
  const opensAt = written.opensAt === undefined ? undefined : clockMinutes(written.opensAt);
  const closesAt = written.closesAt === undefined ? undefined : clockMinutes(written.closesAt);
  // One alone would be held against what the database happens to have.
  if (opensAt === undefined && closesAt !== undefined) {
    faults.push(fault(file, 'programme.opensAt', (texts) => texts.required()));
  } else if (closesAt === undefined && opensAt !== undefined) {
    faults.push(fault(file, 'programme.closesAt', (texts) => texts.required()));
  } else if (opensAt !== undefined && closesAt !== undefined && closesAt <= opensAt) {
    faults.push(fault(file, 'programme.closesAt', (texts) => texts.endsBeforeStart()));
  }
  return {
    consultations,
    longest,
    guardHours,
    absenceUses,
    openRecords,
    openDrafts,
    modelUse,
    concernContacts,
    opensAt,
    closesAt,
    askNumberFrom,
    approvalFrom,
    quietDays,
  };
}

function understandClosures(file: string, { closures }: WrittenTerms, faults: Fault[]): readonly ClosedDays[] | null {
  if (closures === undefined) return null;
  const seen = new Set<string>();
  return closures.map(({ firstDay, lastDay, nameJa, nameEn }, index) => {
    const at = (field: string) => pathText(['programme', 'closures', index, field]);
    const from = dayOf(file, at('firstDay') ?? '', firstDay, faults);
    const to = dayOf(file, at('lastDay') ?? '', lastDay, faults);
    if (to < from) faults.push(fault(file, at('lastDay'), (texts) => texts.endsBeforeStart()));
    if (seen.has(`${firstDay} ${lastDay}`)) {
      faults.push(fault(file, at('firstDay'), (texts) => texts.closureTwice(firstDay, lastDay)));
    }
    seen.add(`${firstDay} ${lastDay}`);
    return { firstDay, lastDay, name: inBoth(nameJa, nameEn) };
  });
}

function understandSession(
  file: string,
  index: number,
  written: WrittenSession,
  programmeTimeZone: string,
  faults: Fault[],
): NewSession {
  const { agenda, materials, groupWork, groupSize, ...session } = written;
  const timeZone = session.timeZone ?? programmeTimeZone;
  const at = (field: keyof WrittenSession) => pathText(['sessions', index, field]);
  const startsAt = timeOf(file, at('startsAt'), session.startsAt, timeZone, faults);
  const endsAt = timeOf(file, at('endsAt'), session.endsAt, timeZone, faults);
  const deadline = timeOf(file, at('deadline'), session.deadline, timeZone, faults);
  if (endsAt <= startsAt) faults.push(fault(file, at('endsAt'), (texts) => texts.endsBeforeStart()));
  if (deadline > startsAt) faults.push(fault(file, at('deadline'), (texts) => texts.deadlineAfterStart()));
  if (session.method === 'online') {
    const given = (['venueJa', 'venueEn', 'roomCapacity'] as const).filter((field) => session[field]);
    for (const field of given) faults.push(fault(file, at(field), (texts) => texts.roomNotOffered()));
  }
  if (session.method === 'in_person') {
    const given = (['link', 'lineCapacity'] as const).filter((field) => session[field]);
    for (const field of given) faults.push(fault(file, at(field), (texts) => texts.lineNotOffered()));
  }
  if (groupSize !== null && !groupWork) {
    faults.push(fault(file, at('groupSize'), (texts) => texts.groupSizeWithoutGroups()));
  }
  // The file's name for the places online is older than ours, and files are kept.
  const { lineCapacity: onlineCapacity, ...named } = session;
  const details = { agenda, materials, groupWork, groupSize };
  return { ...named, onlineCapacity, timeZone, startsAt, endsAt, deadline, details };
}
