/** Reads the consultations that a programme's file plans for a rehearsal, and what stands against holding them. */
import { localOf } from '../messages/dates.js';
import { type Fault, fault } from './findings.js';
import type { WrittenConsultation, WrittenProgramme } from './programme-schema.js';
import { timeOf } from './read-times.js';

const MINUTE = 60_000;

/** What the database has of a programme whose file does not say it. */
const DEFAULTS = { consultations: 2, longest: 60, absenceUses: true };

export interface PlannedConsultation {
  /** Its code. */
  readonly company: string;
  /** An e-mail address or person code, in lower case, as is `takenOverFrom`. */
  readonly adviser: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly method: WrittenConsultation['method'];
  readonly outcome: WrittenConsultation['outcome'];
  /** When it begins as it is booked at first; null where it is not moved. */
  readonly movedFrom: Date | null;
  /** With whom it is booked at first; null where nobody takes it over. */
  readonly takenOverFrom: string | null;
}

/** The plan in the order of the file; faults are added with their paths. */
export function readConsultationPlan(
  file: string,
  { programme, consultationPlan }: Pick<WrittenProgramme, 'programme' | 'consultationPlan'>,
  faults: Fault[],
): readonly PlannedConsultation[] {
  const longest = programme.longest ?? DEFAULTS.longest;
  const plan = consultationPlan.map((written, index) => {
    const at = (field: keyof WrittenConsultation) => `consultationPlan[${index}].${field}`;
    const { company, adviser, method, outcome, takenOverFrom = null, minutes = Math.min(60, longest) } = written;
    const startsAt = timeOf(file, at('startsAt'), written.startsAt, programme.timeZone, faults);
    const movedFrom =
      written.movedFrom === undefined
        ? null
        : timeOf(file, at('movedFrom'), written.movedFrom, programme.timeZone, faults);
    if (minutes > longest) faults.push(fault(file, at('minutes'), (texts) => texts.planTooLong(longest)));
    if (takenOverFrom === adviser) faults.push(fault(file, at('takenOverFrom'), (texts) => texts.planSameAdviser()));
    const length = minutes * MINUTE;
    const times = { startsAt, ...(movedFrom !== null && { movedFrom }) };
    for (const [field, time] of Object.entries(times)) {
      faults.push(...refuseTime(file, `consultationPlan[${index}].${field}`, { time, length }, programme));
    }
    if (movedFrom !== null && Math.abs(movedFrom.getTime() - startsAt.getTime()) < length) {
      faults.push(fault(file, at('movedFrom'), (texts) => texts.planMovesWithin()));
    }
    const endsAt = new Date(startsAt.getTime() + length);
    return { company, adviser, startsAt, endsAt, method, outcome, movedFrom, takenOverFrom };
  });
  faults.push(...findOverlaps(file, plan), ...findTooMany(file, plan, programme));
  return plan;
}

type Terms = WrittenProgramme['programme'];

/** Hours outside the programme or over midnight cannot be offered. A time that could not be read has its fault already. */
function refuseTime(
  file: string,
  path: string,
  { time, length }: { readonly time: Date; readonly length: number },
  { startsOn, endsOn, timeZone }: Terms,
): readonly Fault[] {
  if (Number.isNaN(time.getTime())) return [];
  const { date } = localOf(time, timeZone);
  if (date < startsOn || date > endsOn) return [fault(file, path, (texts) => texts.planOutside(startsOn, endsOn))];
  const ends = localOf(new Date(time.getTime() + length), timeZone).date;
  return ends === date ? [] : [fault(file, path, (texts) => texts.planOverMidnight())];
}

interface Occupied {
  readonly index: number;
  readonly from: number;
  readonly until: number;
  readonly company: string;
  readonly advisers: readonly string[];
}

/** Where it is booked at first counts too: it is an hour of the adviser that somebody else cannot book meanwhile. */
function occupiedBy(planned: PlannedConsultation, index: number): readonly Occupied[] {
  const { company, adviser, startsAt, endsAt, movedFrom, takenOverFrom } = planned;
  const from = startsAt.getTime();
  const length = endsAt.getTime() - from;
  const first = takenOverFrom ?? adviser;
  return [
    { index, company, from, until: from + length, advisers: first === adviser ? [adviser] : [adviser, first] },
    ...(movedFrom === null
      ? []
      : [{ index, company, from: movedFrom.getTime(), until: movedFrom.getTime() + length, advisers: [first] }]),
  ];
}

/** Each that overlaps with an earlier one of the same company or adviser; once, however many there are. */
function findOverlaps(file: string, plan: readonly PlannedConsultation[]): readonly Fault[] {
  const all = plan.flatMap(occupiedBy);
  return plan.flatMap((planned, index) => {
    const own = occupiedBy(planned, index);
    const other = all.find(
      (one) =>
        one.index < index &&
        own.some(
          ({ from, until, company, advisers }) =>
            one.from < until &&
            one.until > from &&
            (one.company === company || one.advisers.some((adviser) => advisers.includes(adviser))),
        ),
    );
    if (other === undefined) return [];
    return [
      fault(file, `consultationPlan[${index}].startsAt`, (texts) =>
        texts.planOverlap(`consultationPlan[${other.index}]`),
      ),
    ];
  });
}

/** Those that the company uses up, beyond what it has. */
function findTooMany(file: string, plan: readonly PlannedConsultation[], programme: Terms): readonly Fault[] {
  const most = programme.consultations ?? DEFAULTS.consultations;
  const absenceUses = programme.absenceUses ?? DEFAULTS.absenceUses;
  const used = new Map<string, number>();
  return plan.flatMap(({ company, outcome }, index) => {
    const uses = outcome === 'held' || (outcome === 'company_absent' && absenceUses);
    const count = (used.get(company) ?? 0) + (uses ? 1 : 0);
    used.set(company, count);
    if (!uses || count !== most + 1) return [];
    return [fault(file, `consultationPlan[${index}].company`, (texts) => texts.planTooMany(company, most))];
  });
}
