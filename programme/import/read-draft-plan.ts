/** Reads the drafts that a programme's file plans for a rehearsal: what each company hands in when, and how far it comes. */
import { isDate, localOf } from '../messages/dates.js';
import { type Fault, fault } from './findings.js';
import type { WrittenDrafts, WrittenProgramme } from './programme-schema.js';
import { timeOf } from './read-times.js';

/** Of one company and one deliverable. */
export interface PlannedDrafts {
  /** Its code, as is `deliverable`. */
  readonly company: string;
  readonly deliverable: string;
  /** When it tells that it has begun; null where its first version tells so. */
  readonly begunAt: Date | null;
  /** When it hands in each version. */
  readonly submittedAt: readonly Date[];
  /** What the adviser says of the last version; before it every one is to be revised. */
  readonly last: WrittenDrafts['last'];
  /** Days in the programme's zone, such as 2025-03-05; null where it does not come so far. */
  readonly approvedOn: string | null;
  readonly publishedOn: string | null;
}

/** The plan in the order of the file; faults are added with their paths. */
export function readDraftPlan(
  file: string,
  { programme, draftPlan }: Pick<WrittenProgramme, 'programme' | 'draftPlan'>,
  faults: Fault[],
): readonly PlannedDrafts[] {
  const { timeZone, startsOn, endsOn } = programme;
  const outside = (path: string) => fault(file, path, (texts) => texts.planOutside(startsOn, endsOn));
  const timeAt = (path: string, written: string): Date => {
    const time = timeOf(file, path, written, timeZone, faults);
    const date = Number.isNaN(time.getTime()) ? startsOn : localOf(time, timeZone).date;
    if (date < startsOn || date > endsOn) faults.push(outside(path));
    return time;
  };
  return draftPlan.map((written, index) => {
    const at = (field: string) => `draftPlan[${index}].${field}`;
    const { company, deliverable, begun, submitted, last, approvedOn = null, publishedOn = null } = written;
    const begunAt = begun === undefined ? null : timeAt(at('begun'), begun);
    const submittedAt = submitted.map((time, number) => timeAt(at(`submitted[${number}]`), time));
    for (const [field, day] of Object.entries({ approvedOn, publishedOn })) {
      if (day === null) continue;
      if (!isDate(day)) faults.push(fault(file, at(field), (texts) => texts.notADate()));
      else if (day < startsOn || day > endsOn) faults.push(outside(at(field)));
    }
    const times = [...(begunAt === null ? [] : [begunAt]), ...submittedAt];
    const days = [...(approvedOn === null ? [] : [approvedOn]), ...(publishedOn === null ? [] : [publishedOn])];
    const reaches = last === 'confirmed' && submitted.length > 0 && (publishedOn === null || approvedOn !== null);
    if (!isAscending(times) || !isAscending(days)) {
      faults.push(fault(file, at('submitted'), (texts) => texts.draftPlanOutOfOrder()));
    } else if (days.length > 0 && !reaches) {
      faults.push(fault(file, at('approvedOn'), (texts) => texts.draftPlanTooFar()));
    }
    return { company, deliverable, begunAt, submittedAt, last, approvedOn, publishedOn };
  });
}

function isAscending(values: readonly (Date | string)[]): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || before <= value;
  });
}
