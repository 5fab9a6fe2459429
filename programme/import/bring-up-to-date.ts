/** Brings the database to what the files of an import say: all or nothing, and only what changed. */
import { type Programme, type Transaction, workFor } from '../../prisma/client.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { type Change, type Fault, fault } from './findings.js';
import { lockImport } from './import.sql.js';
import type { Answers, Question } from './match-people.js';
import { planAssignments } from './plan-assignments.js';
import { planBindings, planCompanies } from './plan-companies.js';
import { planDeliverables } from './plan-deliverables.js';
import { planPeople } from './plan-people.js';
import { planProgramme } from './plan-programme.js';
import { planReportTexts } from './plan-report-texts.js';
import { planSessions } from './plan-sessions.js';
import type { ReadFiles } from './read-files.js';

export type ImportResult =
  | ({ readonly ok: true } & Imported)
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly questions: readonly Question[] };

export interface Imported {
  readonly changes: readonly Change[];
  /** What is imported all the same, but should be looked at. */
  readonly warnings: readonly Fault[];
  /** Of a workbook the sheet that was read. */
  readonly sheet: ReadSheet | null;
  /** Of a dry run: what has to be answered before anything is written. What hangs on an answer is not in `changes`. */
  readonly questions: readonly Question[];
}

interface ReadSheet {
  readonly file: string;
  readonly name: string;
}

interface ImportScope {
  readonly now: Date;
  readonly answers: Answers;
  /** Each person who is still asked about is the one candidate that there is. */
  readonly restIsSame: boolean;
  readonly dryRun: boolean;
  /** The programme that its secretariat imports into, and no other; null for the operator, who may import any. */
  readonly into: Pick<Programme, 'id' | 'code' | 'timeZone'> | null;
}

/** What is not `ok`, and a dry run, is to be taken back by the caller. */
export async function bringUpToDate(
  transaction: Transaction,
  { names, programme, roster, warnings, withLines }: ReadFiles,
  { now, answers, restIsSame, dryRun, into }: ImportScope,
): Promise<ImportResult> {
  await lockImport(transaction);
  if (into !== null && programme !== null && programme.code !== into.code) {
    const other = fault(names.programme, 'programme.code', (texts) => texts.otherProgramme(programme.code, into.code));
    return { ok: false, faults: withLines([other]), questions: [] };
  }
  const planned = programme === null ? null : await planProgramme(transaction, programme, now);
  const programmeId = planned?.programmeId ?? into?.id;
  const timeZone = programme?.timeZone ?? into?.timeZone;
  if (programmeId === undefined || timeZone === undefined) throw new Error('A roster alone belongs to no programme.');
  // In chat it works for the member of the secretariat who imports.
  if (into === null) workFor(transaction, { kind: 'programme', programmeId });
  const wanted = roster?.companies ?? [];
  const companies = await planCompanies(transaction, programmeId, wanted);
  const unknown = (programme?.bindings ?? []).flatMap(({ companyCode }, index) =>
    companyCode === null || companies.idByCode.has(companyCode)
      ? []
      : [fault(names.programme, `bindings[${index}].company`, (texts) => texts.companyUnknown(companyCode))],
  );
  const asked = { file: names.roster, answers, restIsSame, mayMove: into === null };
  const scope = { programmeId, timeZone, companies, now, ...asked };
  const people = roster === null ? null : await planPeople(transaction, roster.people, scope);
  const questions = people?.questions ?? [];
  const standing = [...unknown, ...(people?.faults ?? [])];
  if (standing.length > 0 || (questions.length > 0 && !dryRun)) {
    return { ok: false, faults: withLines(standing), questions };
  }
  const trusted = { companies: wanted, bindings: programme?.bindings ?? [] };
  // Either file may name a workspace or tenant: one alone says nothing about those that the other names.
  const complete = programme !== null && roster !== null;
  const bindings = await planBindings(transaction, programmeId, trusted, companies, complete);
  const assignments =
    roster && people && (await planAssignments(transaction, roster, { programmeId, companies, people, now }));
  const deliverables = await planDeliverables(transaction, programmeId, programme?.deliverables ?? null);
  const plans = [planned, companies, bindings, people, assignments, deliverables].filter((plan) => plan !== null);
  for (const { apply } of plans) await apply(transaction);
  const changes = plans.flatMap((plan) => plan.changes);
  if (programme !== null) {
    // Sessions come last, since people who register meanwhile wait for their locks.
    const sessions = await planSessions(transaction, programmeId, programme.sessions, { now, file: names.programme });
    const faults = await sessions.apply(transaction);
    if (faults.length > 0) return { ok: false, faults: withLines(faults), questions };
    const texts = await planReportTexts(transaction, programme.reportTexts, { programmeId, now });
    await texts.apply(transaction);
    changes.push(...sessions.changes, ...texts.changes);
  }
  if (changes.length > 0) await planReminders(transaction, { programmeId, now });
  const sheet = roster?.sheet == null ? null : { file: names.roster, name: roster.sheet };
  return { ok: true, changes, questions, warnings, sheet };
}
