/** Reads what a programme's file says that every company is to hand in. */
import { checklistNames } from '../drafts/checklists/by-name.js';
import { type Fault, fault } from './findings.js';
import type { WrittenProgramme } from './programme-schema.js';
import { dayOf } from './read-times.js';

export interface ImportedDeliverable {
  readonly code: string;
  readonly titleJa: string;
  readonly titleEn: string;
  /** A name of programme/drafts/checklists; null: its drafts are not checked. */
  readonly checklist: string | null;
  /** Midnight in UTC, as the database keeps dates; null: whenever it is ready. */
  readonly dueOn: Date | null;
  /** The code of the one that comes before it. */
  readonly dependsOn: string | null;
  readonly reviewDays: number;
}

type Written = NonNullable<WrittenProgramme['programme']['deliverables']>;

/** In the order of the file; null where it says nothing of them, so that they stay as they are. */
export function readDeliverables(
  file: string,
  { deliverables, startsOn, endsOn }: WrittenProgramme['programme'],
  faults: Fault[],
): readonly ImportedDeliverable[] | null {
  if (deliverables === undefined) return null;
  const read = deliverables.map(({ dueOn, ...rest }, index) => {
    const at = `programme.deliverables[${index}].dueOn`;
    const day = dueOn === null ? null : dayOf(file, at, dueOn, faults);
    const isOutside = dueOn !== null && (dueOn < startsOn || dueOn > endsOn);
    if (isOutside) faults.push(fault(file, at, (texts) => texts.dueOutside(startsOn, endsOn)));
    return { ...rest, dueOn: day };
  });
  faults.push(...findTwice(file, deliverables), ...findUnknown(file, deliverables), ...findCircles(file, deliverables));
  return read;
}

function findTwice(file: string, written: Written): readonly Fault[] {
  return written.flatMap(({ code }, index) =>
    written.findIndex((other) => other.code.toLowerCase() === code.toLowerCase()) === index
      ? []
      : [fault(file, `programme.deliverables[${index}].code`, (texts) => texts.deliverableTwice(code))],
  );
}

function findUnknown(file: string, written: Written): readonly Fault[] {
  return written.flatMap(({ checklist, dependsOn }, index) => {
    const at = (field: string) => `programme.deliverables[${index}].${field}`;
    const isKnown = checklist === null || checklistNames.includes(checklist);
    const missing = dependsOn !== null && !written.some(({ code }) => code === dependsOn) ? dependsOn : null;
    return [
      ...(isKnown ? [] : [fault(file, at('checklist'), (texts) => texts.notOneOf(checklistNames))]),
      ...(missing === null ? [] : [fault(file, at('dependsOn'), (texts) => texts.deliverableUnknown(missing))]),
    ];
  });
}

/** Each circle once, at the first of its deliverables. */
function findCircles(file: string, written: Written): readonly Fault[] {
  const before = new Map(written.map(({ code, dependsOn }) => [code, dependsOn]));
  const told = new Set<string>();
  return written.flatMap(({ code }, index) => {
    const way = [code];
    for (let next = before.get(code); next != null && !way.includes(next); next = before.get(next)) way.push(next);
    const closes = before.get(way.at(-1) ?? '') === code;
    if (!closes || told.has(code)) return [];
    for (const one of way) told.add(one);
    const at = `programme.deliverables[${index}].dependsOn`;
    return [fault(file, at, (texts) => texts.deliverableCircle([...way, code]))];
  });
}
