/** Reads the report of a programme: as it is now, or as it was when it was frozen, with the errata since then. */
import type { Transaction } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { readStandingQuotes } from '../feedback/queries.js';
import { sumStates } from '../notifications/audit.js';
import { readDetails } from '../sessions/details.js';
import { checkReport, type ReportCheck } from './checks.js';
import {
  type Correction,
  correctFigures,
  countFigures,
  countSessionFigures,
  type Figure,
  isFigureName,
} from './figures.js';
import { readPhotographs } from './photographs/photographs.js';
import { readPresentations } from './presentations/presentations.js';
import { type ReportData, type ReportedSession, reportDataSchema, type WrittenText } from './report-data.js';
import {
  countAttendance,
  countConsultations,
  countConsultationsByMonth,
  countDeliverables,
  countNotificationStates,
  countProgress,
} from './reports.sql.js';
import { readDoubles, readSameCompanies } from './rows.sql.js';

/** A report with everything that follows from its data. */
export interface ImplementationReport extends ReportData {
  /** Null while it still changes. */
  readonly frozenAt: string | null;
  /** After the freeze, in their order; they count in `printed`, too. */
  readonly errata: readonly Correction[];
  /** The figures as they are printed. */
  readonly printed: readonly Figure[];
  readonly checks: readonly ReportCheck[];
}

/** The viewer must see the stages of the programme's companies. */
export async function readReport(
  transaction: Transaction,
  programmeId: string,
  now: Date,
): Promise<ImplementationReport> {
  const frozen = await transaction.reportFreeze.findUnique({ where: { programmeId } });
  const corrections = await readCorrections(transaction, programmeId);
  const data =
    frozen === null ? await readReportData(transaction, programmeId, now) : reportDataSchema.parse(frozen.content);
  const errata = corrections.filter(({ erratum }) => erratum);
  const printed = correctFigures(data.figures, [...data.corrections, ...errata]);
  const frozenAt = frozen?.at.toISOString() ?? null;
  return { ...data, frozenAt, errata, printed, checks: checkReport(data, printed) };
}

/** What charts show of a report, without the rest of it; `printed` has the figures of sessions. */
export interface ChartedReport extends Pick<ReportData, 'sessions' | 'deliverables' | 'progress'> {
  readonly printed: readonly Figure[];
}

/** As `readReport` prints it, at a fraction of the cost. The viewer must see the stages of the programme's companies. */
export async function readChartedReport(transaction: Transaction, programmeId: string): Promise<ChartedReport> {
  const frozen = await transaction.reportFreeze.findUnique({ where: { programmeId } });
  const corrections = await readCorrections(transaction, programmeId);
  if (frozen !== null) {
    const data = reportDataSchema.parse(frozen.content);
    const errata = corrections.filter(({ erratum }) => erratum);
    return { ...data, printed: correctFigures(data.figures, [...data.corrections, ...errata]) };
  }
  const counted = countSessionFigures(await countAttendance(transaction, programmeId));
  return {
    sessions: await readSessions(transaction, programmeId),
    deliverables: await readDeliverables(transaction, programmeId),
    progress: [...(await countProgress(transaction, programmeId))],
    printed: correctFigures(counted, corrections),
  };
}

async function readDeliverables(transaction: Transaction, programmeId: string): Promise<ReportData['deliverables']> {
  const types = await transaction.deliverableType.findMany({
    where: { programmeId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return types.map((type) => ({
    ...{ id: type.id, code: type.code, titleJa: type.titleJa, titleEn: type.titleEn },
    dueOn: type.dueOn && dayText(type.dueOn),
  }));
}

/** As it is at this moment, whether an earlier state was frozen or not. */
export async function readReportData(transaction: Transaction, programmeId: string, now: Date): Promise<ReportData> {
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const { code, nameJa, nameEn, timeZone, startsOn, endsOn, consultations, longest } = programme;
  const counted = {
    companies: await transaction.company.count({ where: { programmeId, guest: false } }),
    sessions: await countAttendance(transaction, programmeId),
    consultations: await countConsultations(transaction, programmeId),
    deliverables: await countDeliverables(transaction, programmeId),
    notifications: sumStates(await countNotificationStates(transaction, programmeId)),
  };
  return {
    asOf: now.toISOString(),
    programme: {
      ...{ code, nameJa, nameEn, timeZone, startsOn: dayText(startsOn), endsOn: dayText(endsOn) },
      ...{ consultations, longest },
    },
    sessions: await readSessions(transaction, programmeId),
    deliverables: await readDeliverables(transaction, programmeId),
    figures: [...countFigures(counted)],
    months: [...(await countConsultationsByMonth(transaction, programmeId))],
    progress: [...(await countProgress(transaction, programmeId))],
    notifications: counted.notifications,
    doubles: [...(await readDoubles(transaction, programmeId))],
    sameCompanies: [...(await readSameCompanies(transaction, programmeId))],
    texts: await readTexts(transaction, programmeId),
    quotes: (await readStandingQuotes(transaction, programmeId)).map(({ id: _id, ...quote }) => quote),
    photographs: await readPhotographed(transaction, programmeId),
    presentations: await readPresented(transaction, programmeId),
    corrections: (await readCorrections(transaction, programmeId)).filter(({ erratum }) => !erratum),
  };
}

async function readSessions(transaction: Transaction, programmeId: string): Promise<ReportedSession[]> {
  const rows = await transaction.session.findMany({
    where: { programmeId },
    orderBy: [{ startsAt: 'asc' }, { code: 'asc' }],
  });
  return rows.map(({ id, code, titleJa, titleEn, startsAt, endsAt, timeZone, method, venueJa, venueEn, ...rest }) => ({
    ...{ id, code, titleJa, titleEn, timeZone, method, venueJa, venueEn },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), isCalledOff: rest.state === 'called_off' },
    isClosing: rest.kind === 'closing',
    agenda: readDetails(rest.details).agenda,
  }));
}

async function readTexts(transaction: Transaction, programmeId: string): Promise<WrittenText[]> {
  return await transaction.reportText.findMany({
    where: { programmeId },
    select: { sessionId: true, section: true, ja: true, en: true, said: true },
    orderBy: [{ section: 'asc' }, { sessionId: 'asc' }],
  });
}

async function readPhotographed(transaction: Transaction, programmeId: string): Promise<ReportData['photographs']> {
  const rows = await readPhotographs(transaction, { programmeId });
  return rows.map(({ fileId, sessionId, captionJa, captionEn, width, height }) => ({
    ...{ fileId, sessionId, captionJa, captionEn, width, height },
  }));
}

async function readPresented(transaction: Transaction, programmeId: string): Promise<ReportData['presentations']> {
  const rows = await readPresentations(transaction, { programmeId });
  return rows.map(({ sessionId, company, titleJa, titleEn, file, position }) => ({
    ...{ sessionId, companyJa: company.nameJa, companyEn: company.nameEn, titleJa, titleEn, file: file.name, position },
  }));
}

async function readCorrections(transaction: Transaction, programmeId: string): Promise<Correction[]> {
  const rows = await transaction.figureCorrection.findMany({
    where: { programmeId },
    include: { by: { select: { nameJa: true, nameEn: true } } },
    orderBy: { number: 'asc' },
  });
  return rows.flatMap(({ figure, subjectId, old, new: value, why, by, at, erratum }) =>
    // A figure that only a newer version of the app knows.
    isFigureName(figure)
      ? [{ figure, subjectId, old, new: value, why, byJa: by.nameJa, byEn: by.nameEn, at: at.toISOString(), erratum }]
      : [],
  );
}
