/** The figures of a programme: each is defined once, here, and read by chat, documents and JSON. */
import type { NotificationFigures } from '../notifications/audit.js';
import type { AttendanceFigures, ConsultationFigures, DeliverableFigures } from './reports.sql.js';

/** Everything that was counted, before corrections. */
export interface CountedProgramme {
  /** Without guests. */
  readonly companies: number;
  readonly sessions: readonly AttendanceFigures[];
  readonly consultations: ConsultationFigures;
  readonly deliverables: readonly DeliverableFigures[];
  readonly notifications: NotificationFigures;
}

/** `per`: whether there is one for each session, one for each deliverable, or one in all. What it counts, its words say. */
export type FigureDefinition =
  | { readonly per: 'session'; readonly read: (session: AttendanceFigures) => number }
  | { readonly per: 'deliverable'; readonly read: (deliverable: DeliverableFigures) => number }
  | { readonly per: 'programme'; readonly read: (counted: CountedProgramme) => number; readonly fixed?: true };

/** `fixed`: what the app itself has recorded of its own messages, which nobody corrects. */
export const figureDefinitions = {
  participatingCompanies: { per: 'programme', read: ({ companies }) => companies },
  people: { per: 'session', read: ({ people }) => people },
  companies: { per: 'session', read: ({ companies }) => companies },
  offline: { per: 'session', read: ({ offline }) => offline },
  online: { per: 'session', read: ({ online }) => online },
  guests: { per: 'session', read: ({ guests }) => guests },
  registered: { per: 'session', read: ({ registered }) => registered },
  consultationsHeld: { per: 'programme', read: ({ consultations }) => consultations.held },
  consultationCompanies: { per: 'programme', read: ({ consultations }) => consultations.companies },
  consultationHours: { per: 'programme', read: ({ consultations }) => consultations.hours },
  deliverableCompanies: { per: 'deliverable', read: ({ companies }) => companies },
  deliverablesCompleted: { per: 'deliverable', read: ({ completed }) => completed },
  notificationsPlanned: { per: 'programme', read: ({ notifications }) => notifications.planned, fixed: true },
  notificationsDelivered: { per: 'programme', read: ({ notifications }) => notifications.delivered, fixed: true },
} as const satisfies Readonly<Record<string, FigureDefinition>>;

export type FigureName = keyof typeof figureDefinitions;

export const figureNames = Object.keys(figureDefinitions).filter(isFigureName);

export function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureDefinitions, name);
}

/** By its name, so that all definitions are of one type. */
export function definitionOf(name: FigureName): FigureDefinition {
  return figureDefinitions[name];
}

/** One number as it was counted. */
export interface CountedFigure {
  readonly name: FigureName;
  /** The session's or the deliverable type's; null: the whole programme's. */
  readonly subjectId: string | null;
  readonly counted: number;
}

/** Every figure there is, of each session and each deliverable, in the order of the definitions. */
export function countFigures(counted: CountedProgramme): readonly CountedFigure[] {
  return figureNames.flatMap((name) => countFigure(counted, name));
}

/** The figures of sessions alone, for those who show no others. */
export function countSessionFigures(sessions: readonly AttendanceFigures[]): readonly CountedFigure[] {
  return figureNames.flatMap((name) => {
    const definition = definitionOf(name);
    return definition.per === 'session' ? ofSessions(name, definition.read, sessions) : [];
  });
}

function ofSessions(
  name: FigureName,
  read: (session: AttendanceFigures) => number,
  sessions: readonly AttendanceFigures[],
): readonly CountedFigure[] {
  return sessions.map((one) => ({ name, subjectId: one.sessionId, counted: read(one) }));
}

function countFigure(counted: CountedProgramme, name: FigureName): readonly CountedFigure[] {
  const definition = definitionOf(name);
  switch (definition.per) {
    case 'session':
      return ofSessions(name, definition.read, counted.sessions);
    case 'deliverable':
      return counted.deliverables.map((one) => ({ name, subjectId: one.typeId, counted: definition.read(one) }));
    case 'programme':
      return [{ name, subjectId: null, counted: definition.read(counted) }];
  }
}

/** What stands in place of what was counted, and why. */
export interface Correction {
  readonly figure: FigureName;
  readonly subjectId: string | null;
  readonly old: number;
  readonly new: number;
  readonly why: string;
  readonly byJa: string;
  readonly byEn: string;
  /** As an ISO instant. */
  readonly at: string;
  /** Made after the report was frozen. */
  readonly erratum: boolean;
}

/** A figure as the report prints it. */
export interface Figure extends CountedFigure {
  /** The last correction's, or what was counted. */
  readonly value: number;
  readonly correction: Correction | null;
}

/** @param corrections in the order in which they were made: the last one of a figure holds */
export function correctFigures(
  counted: readonly CountedFigure[],
  corrections: readonly Correction[],
): readonly Figure[] {
  const last = new Map(corrections.map((one) => [keyOf({ name: one.figure, subjectId: one.subjectId }), one]));
  return counted.map((figure) => {
    const correction = last.get(keyOf(figure)) ?? null;
    return { ...figure, value: correction?.new ?? figure.counted, correction };
  });
}

function keyOf({ name, subjectId }: Pick<CountedFigure, 'name' | 'subjectId'>): string {
  return `${name}@${subjectId ?? ''}`;
}

/** Figures by what they are, looked up hundreds of times for one document. */
const indexes = new WeakMap<readonly Figure[], ReadonlyMap<string, Figure>>();

/** @throws where there is no such figure, which no caller asks for */
export function figureOf(figures: readonly Figure[], name: FigureName, subjectId: string | null = null): Figure {
  const index = indexes.get(figures) ?? new Map(figures.map((one) => [keyOf(one), one]));
  indexes.set(figures, index);
  const found = index.get(keyOf({ name, subjectId }));
  if (found === undefined) throw new Error(`there is no figure ${name} of ${subjectId ?? 'the programme'}`);
  return found;
}
