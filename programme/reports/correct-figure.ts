/** Corrects a figure as the report prints it; the records that it was counted from stay as they are. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { definitionOf, type Figure, type FigureName } from './figures.js';
import { readReport } from './read-report.js';
import { refuseReport } from './refuse-report.js';
import { lockReport } from './reports.sql.js';

export interface CorrectFigure {
  readonly figure: FigureName;
  /** The session's or the deliverable type's; null: the whole programme's. */
  readonly subjectId: string | null;
  readonly value: number;
  readonly why: string;
  readonly by: ActingMember;
  readonly now: Date;
}

interface Correctable {
  readonly found: Figure;
  readonly isFrozen: boolean;
}

/** What would be corrected, or why it cannot be. */
export async function findCorrectable(
  transaction: Transaction,
  { figure, subjectId, value, by, now }: Omit<CorrectFigure, 'why'>,
): Promise<Correctable | Refusal> {
  const definition = definitionOf(figure);
  if (definition.per === 'session' && subjectId === null)
    return refuseReport('needs_session', {}, { field: 'session' });
  const report = await readReport(transaction, by.programmeId, now);
  const found = report.printed.find((one) => one.name === figure && one.subjectId === subjectId);
  if (found === undefined || !isCorrectable(figure)) return refuse('not_found', {});
  if (figure !== 'consultationHours' && !Number.isInteger(value))
    return refuseReport('not_whole', {}, { field: 'value' });
  if (found.value === value) return refuseReport('same_value', { value }, { field: 'value' });
  return { found, isFrozen: report.frozenAt !== null };
}

/** What the app has recorded of its own messages nobody corrects. */
export function isCorrectable(name: FigureName): boolean {
  const definition = definitionOf(name);
  return definition.per !== 'programme' || definition.fixed !== true;
}

/** An erratum where the report is frozen by then. */
export async function correctFigure(transaction: Transaction, asked: CorrectFigure): Promise<Correctable | Refusal> {
  await lockReport(transaction, asked.by.programmeId);
  const correctable = await findCorrectable(transaction, asked);
  if (isRefusal(correctable)) return correctable;
  const { figure, subjectId, value, why, by, now } = asked;
  await transaction.figureCorrection.create({
    data: {
      ...{ programmeId: by.programmeId, figure, subjectId, old: correctable.found.value, new: value, why },
      ...{ byId: by.personId, at: now, erratum: correctable.isFrozen },
    },
  });
  return correctable;
}
