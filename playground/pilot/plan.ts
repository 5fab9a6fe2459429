/** Reads what is to be replayed: the sessions of a programme, and who attends which of them how. */
import type { ClosedDays } from '../../programme/calendar/business-days.js';
import { checkPlans } from '../../programme/import/check-together.js';
import { type InputFile, withLines, wordFault } from '../../programme/import/findings.js';
import type { PlannedConsultation } from '../../programme/import/read-consultation-plan.js';
import type { PlannedDrafts } from '../../programme/import/read-draft-plan.js';
import { readProgramme } from '../../programme/import/read-programme.js';
import { readRoster } from '../../programme/import/read-roster.js';
import { advisersByName } from '../../programme/import/resolve-advisers.js';
import type { RosterPerson } from '../../programme/import/roster.js';
import type { Level, Mode } from '../../programme/requests/context.js';
import { modesOf } from '../../programme/sessions/rules.js';
import { PilotFailed } from './failure.js';

export interface PilotSession {
  readonly code: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly deadline: Date;
  readonly modes: readonly Mode[];
  readonly audience: 'management' | 'working' | 'all';
}

export interface Participant {
  readonly email: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly companyCode: string;
  readonly companyJa: string;
  readonly companyEn: string;
  readonly level: Level | null;
  /** By session code. */
  readonly attendance: ReadonlyMap<string, Mode>;
}

export interface PilotPlan {
  readonly timeZone: string;
  readonly programmeCode: string;
  /** In the order of their starts. */
  readonly sessions: readonly PilotSession[];
  readonly participants: readonly Participant[];
  /** In the order of their starts; advisers by their e-mails. */
  readonly consultations: readonly PlannedConsultation[];
  readonly drafts: readonly PlannedDrafts[];
  /** Companies book by themselves until so many hours before. */
  readonly guardHours: number;
  readonly closures: readonly ClosedDays[];
  /** E-mails of the secretariat. */
  readonly secretariat: readonly string[];
  /** What of the roster's plan cannot be replayed, in sentences. */
  readonly remarks: readonly string[];
}

/** What the database has of a programme whose file does not say it. */
const USUAL_GUARD_HOURS = 48;

/** @throws PilotFailed with every fault of the files in a sentence */
export async function readPlan(programmeFile: InputFile, rosterFile: InputFile): Promise<PilotPlan> {
  const [read, listed] = [readProgramme(programmeFile), await readRoster(rosterFile)];
  if (!read.ok || !listed.ok) {
    const faults = [...(read.ok ? [] : read.faults), ...(listed.ok ? [] : listed.faults)];
    throw new PilotFailed(...faults.map((fault) => wordFault(fault, 'en')));
  }
  const { programme } = read;
  const { people, companies } = listed.roster;
  const names = { programme: programmeFile.name, roster: rosterFile.name };
  const unknown = withLines(checkPlans(names, programme, listed.roster), programmeFile.name, read.lineOf);
  if (unknown.length > 0) throw new PilotFailed(...unknown.map((fault) => wordFault(fault, 'en')));
  const companyNames = new Map(companies.map((company) => [company.code, company]));
  const participants = people.flatMap((person): Participant[] => {
    const company = person.companyCode === null ? undefined : companyNames.get(person.companyCode);
    if (person.role !== 'participant' || company === undefined) return [];
    const { email, nameJa, nameEn, level } = person;
    const attendance = new Map(
      people.filter((other) => other.email === email).flatMap((other) => [...other.attendance]),
    );
    const names = { companyCode: company.code, companyJa: company.nameJa, companyEn: company.nameEn };
    return [{ email, nameJa, nameEn, level, attendance, ...names }];
  });
  const replayed = new Set(participants.map(({ email }) => email));
  return {
    timeZone: programme.timeZone,
    programmeCode: programme.code,
    sessions: programme.sessions
      .map((session) => ({ ...session, modes: modesOf(session) }))
      .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime()),
    participants,
    consultations: resolved(programme.consultationPlan, advisersByName(people)),
    drafts: programme.draftPlan,
    guardHours: programme.terms.guardHours ?? USUAL_GUARD_HOURS,
    closures: programme.closures ?? [],
    secretariat: [...new Set(people.filter(({ role }) => role === 'secretariat').map(({ email }) => email))],
    remarks: people.filter(({ email, attendance }) => attendance.size > 0 && !replayed.has(email)).map(notReplayed),
  };
}

function resolved(plan: readonly PlannedConsultation[], emails: ReadonlyMap<string, string>) {
  const emailOf = (named: string) => emails.get(named) ?? named;
  return plan
    .map(({ adviser, takenOverFrom, ...rest }): PlannedConsultation => {
      return { ...rest, adviser: emailOf(adviser), takenOverFrom: takenOverFrom && emailOf(takenOverFrom) };
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function notReplayed({ nameEn, attendance }: RosterPerson): string {
  return `Not replayed: ${nameEn} (${[...attendance.keys()].join(', ')}), since only participants' attendance is recorded.`;
}

/** How a person is planned to attend a session; undefined where they are not. */
export function planned({ attendance }: Participant, { code }: PilotSession): Mode | undefined {
  return attendance.get(code);
}

export function isMeantFor({ audience }: PilotSession, { level }: Participant): boolean {
  return audience === 'all' || level === null || audience === level;
}

/** Whether a form that lists names can tell the person from everyone else of the company. */
export function hasOwnName(person: Participant, participants: readonly Participant[]): boolean {
  return participants.every(
    (other) =>
      other === person ||
      other.companyCode !== person.companyCode ||
      (other.nameJa !== person.nameJa && other.nameEn !== person.nameEn),
  );
}
