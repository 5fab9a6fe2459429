/** The chapters of a report that hold its charts and tables, and what each figure counts, how it was checked and corrected. */
import type { ReportBlock, ReportColumn, ReportTable } from '../../documents/report/report-document.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import { checkNames, type ReportCheck } from './checks.js';
import { documentTexts } from './document-texts.js';
import { figureTexts } from './figure-texts.js';
import { type Correction, figureNames, figureOf } from './figures.js';
import { missingCaptions } from './photograph-blocks.js';
import { dayOfInstant, onTheWall, type ReportWriting, subjectOf, titleIn } from './report-words.js';
import { missingTexts } from './sections.js';

const heading = (level: 1 | 2, text: string): ReportBlock => ({ kind: 'heading', level, text });
const words = (title: string, width: number): ReportColumn => ({ title, kind: 'text', width });
const number = (title: string, width = 10): ReportColumn => ({ title, kind: 'number', width });
const dayCell = (day: string) => new Date(`${day}T00:00:00Z`);

export function chartBlocks(writing: ReportWriting): readonly ReportBlock[] {
  const { report, language } = writing;
  const { chapters } = documentTexts[language];
  return [
    heading(1, chapters.charts),
    ...(report.sessions.length === 0 ? [] : attendance(writing)),
    ...(report.deliverables.length === 0 ? [] : progress(writing)),
    months(writing),
    ...(report.deliverables.length === 0 ? [] : [deliverables(writing)]),
    notifications(writing),
  ];
}

function attendance({ report, language }: ReportWriting): readonly ReportBlock[] {
  const { charts, tables, methods } = documentTexts[language];
  const value = (name: 'people' | 'companies' | 'offline' | 'online' | 'guests' | 'registered', id: string) =>
    figureOf(report.printed, name, id).value;
  const bars = report.sessions.map(({ id, code }) => ({
    label: code,
    values: [value('offline', id), value('online', id)] as const,
  }));
  const rows = report.sessions.map((session) => [
    ...[session.code, titleIn(language, session)],
    ...[onTheWall(session.startsAt, session.timeZone), onTheWall(session.endsAt, session.timeZone)],
    ...[methods[session.method], pick(language, inBoth(session.venueJa, session.venueEn)) || null],
    ...(['people', 'companies', 'offline', 'online', 'guests', 'registered'] as const).map((name) =>
      value(name, session.id),
    ),
  ]);
  return [
    heading(2, charts.attendance),
    {
      kind: 'chart',
      chart: {
        ...{ kind: 'stacked bars', title: charts.attendance, unit: charts.people, bars },
        parts: [charts.offline, charts.online],
      },
      description: charts.attendanceDescription(
        bars.map(({ label, values: [offline, online] }) => charts.bar(label, offline, online)),
      ),
    },
    {
      ...{ kind: 'table', ...tables.sessions, rows },
      columns: columnsOf(language, { code: 14, title: 34, starts: 18, count: 12, long: 12 }),
      // A page breaks a word of a heading for which its column is too narrow.
      onPage: { columns: columnsOf(language, { code: 15, title: 24, starts: 19, count: 13, long: 19 }), rows },
    },
  ];
}

interface SessionWidths {
  readonly code: number;
  readonly title: number;
  readonly starts: number;
  readonly count: number;
  /** Of a count whose title is a long word. */
  readonly long: number;
}

function columnsOf(
  language: ReportWriting['language'],
  { code, title, starts, count, long }: SessionWidths,
): readonly ReportColumn[] {
  const { columns } = documentTexts[language];
  const atTime = (words: string) => ({ title: words, kind: 'instant' as const, width: starts });
  return [
    ...[words(columns.code, code), words(columns.title, title)],
    ...[atTime(columns.starts), { ...atTime(columns.ends), sheetOnly: true }],
    ...[columns.method, columns.venue].map((one) => ({ ...words(one, 26), sheetOnly: true })),
    ...[number(columns.people, count), number(columns.companies, long), number(columns.offline, count)],
    ...[number(columns.online, count), number(columns.guests, count), number(columns.registered, long)],
  ];
}

function progress({ report, language }: ReportWriting): readonly ReportBlock[] {
  const { charts, tables, columns } = documentTexts[language];
  const companies = figureOf(report.printed, 'participatingCompanies').value;
  const lines = report.deliverables.map((one) => ({
    name: titleIn(language, one),
    points: report.progress
      .filter(({ typeId }) => typeId === one.id)
      .map(({ day, completed }) => ({ day, value: completed })),
  }));
  const asOf = localOf(new Date(report.asOf), report.programme.timeZone).date;
  const { startsOn, endsOn } = report.programme;
  const steps = lines.flatMap(({ name, points }) => points.map(({ day, value }) => charts.step(name, day, value)));
  return [
    heading(2, charts.progress),
    {
      kind: 'chart',
      chart: {
        ...{ kind: 'steps', title: charts.progress, unit: charts.companies, lines, from: startsOn },
        ...{
          to: asOf < endsOn && asOf > startsOn ? asOf : endsOn,
          limit: companies,
          limitLabel: charts.limit(companies),
        },
      },
      description: charts.progressDescription(steps.length === 0 ? [charts.noProgress] : steps),
    },
    {
      ...{ kind: 'table', ...tables.progress },
      columns: [
        { title: columns.day, kind: 'day', width: 14 },
        words(columns.deliverable, 40),
        number(columns.completed, 14),
      ],
      rows: report.progress.map(({ typeId, day, completed }) => {
        const type = report.deliverables.find(({ id }) => id === typeId);
        return [dayCell(day), type === undefined ? null : titleIn(language, type), completed];
      }),
    },
  ];
}

function months({ report, language }: ReportWriting): ReportBlock {
  const { tables, columns } = documentTexts[language];
  return {
    ...{ kind: 'table', ...tables.months, columns: [words(columns.month, 14), number(columns.held, 14)] },
    rows: report.months.map(({ month, held }) => [month, held]),
  };
}

function deliverables({ report, language }: ReportWriting): ReportBlock {
  const { tables, columns } = documentTexts[language];
  return {
    ...{ kind: 'table', ...tables.deliverables },
    columns: [
      ...[words(columns.deliverable, 40), { title: columns.due, kind: 'day' as const, width: 14 }],
      ...[number(columns.target, 14), number(columns.completed, 14)],
    ],
    rows: report.deliverables.map((one) => [
      titleIn(language, one),
      one.dueOn === null ? null : dayCell(one.dueOn),
      figureOf(report.printed, 'deliverableCompanies', one.id).value,
      figureOf(report.printed, 'deliverablesCompleted', one.id).value,
    ]),
  };
}

function notifications({ report, language }: ReportWriting): ReportBlock {
  const { tables, columns, outcomes } = documentTexts[language];
  const kinds = ['planned', 'delivered', 'suppressed', 'missed', 'unreachable', 'unknown', 'failed'] as const;
  return {
    ...{ kind: 'table', ...tables.notifications, columns: [words(columns.outcome, 40), number(columns.count, 12)] },
    rows: kinds.map((kind) => [outcomes[kind], report.notifications[kind]]),
  };
}

export function definitionBlocks(writing: ReportWriting): readonly ReportBlock[] {
  const { report, language } = writing;
  const { chapters, tables, columns } = documentTexts[language];
  return [
    heading(1, chapters.figures),
    {
      ...{ kind: 'table', ...tables.definitions },
      columns: [words(columns.figure, 22), words(columns.definition, 50), words(columns.computed, 50)],
      rows: figureNames.map((name) => {
        const { title, definition, computed } = figureTexts[language][name];
        return [title, definition, computed];
      }),
    },
    checkTable(writing),
    ...corrections(writing, tables.corrections, report.corrections),
    missing(writing),
    // The last one, since it is there only once the report is final: the numbers of the tables have no gap.
    ...(report.frozenAt === null ? [] : corrections(writing, tables.errata, report.errata)),
  ];
}

/** All of them in the workbook; on a page one row for each kind, and those that fail. */
function checkTable({ report, language }: ReportWriting): ReportTable {
  const { tables, columns, checks, ok, failed, holds, programmeItself } = documentTexts[language];
  const rowOf = (check: ReportCheck) => [
    ...[checks[check.name], check.subject ?? programmeItself, check.left, check.right],
    ...[check.ok ? ok : failed, check.rows.map((row) => pick(language, row)).join('\n') || null],
  ];
  const [check, subject, result, rows] = [columns.check, columns.subject, columns.result, columns.rows];
  return {
    ...{ kind: 'table', ...tables.checks, rows: report.checks.map(rowOf) },
    columns: [
      ...[words(check, 34), words(subject, 16), number(columns.left), number(columns.right)],
      ...[words(result, 12), words(rows, 40)],
    ],
    onPage: {
      columns: [words(check, 34), words(subject, 24), words(result, 16), words(rows, 40)],
      rows: checkNames.flatMap((name) => {
        const of = report.checks.filter((one) => one.name === name);
        const failing = of.filter((one) => !one.ok);
        return [
          [checks[name], holds(of.length - failing.length, of.length), failing.length === 0 ? ok : failed, null],
          ...failing.map((one) => {
            const [title, about, left, right, outcome, named] = rowOf(one);
            return [title ?? null, `${about}: ${left}, ${right}`, outcome ?? null, named ?? null];
          }),
        ];
      }),
    },
  };
}

function corrections(
  writing: ReportWriting,
  table: { readonly sheet: string; readonly caption: string },
  made: readonly Correction[],
): readonly ReportBlock[] {
  const { report, language } = writing;
  const { columns, programmeItself, noCorrections } = documentTexts[language];
  if (made.length === 0) return [{ kind: 'note', text: `${table.caption}: ${noCorrections}` }];
  return [
    {
      ...{ kind: 'table', ...table },
      columns: [
        ...[words(columns.figure, 22), words(columns.subject, 16), number(columns.old), number(columns.new)],
        ...[words(columns.by, 18), { title: columns.day, kind: 'text' as const, width: 18 }, words(columns.why, 36)],
      ],
      rows: made.map(({ figure, subjectId, old, new: value, byJa, byEn, at, why }) => [
        figureTexts[language][figure].title,
        subjectOf(report, { subjectId }) || programmeItself,
        ...[old, value, pick(language, inBoth(byJa, byEn)), dayOfInstant(writing, at), why],
      ]),
    },
  ];
}

/** Each part once, with all that it is missing for. */
function missing({ report, language }: ReportWriting): ReportBlock {
  const { tables, columns, sections, programmeItself, languages, nothingMissing } = documentTexts[language];
  const { captionPart, photographOf } = documentTexts[language];
  const parts = new Map<string, { readonly row: readonly [string, string]; readonly of: string[] }>();
  for (const { section, session, language: written } of missingTexts(report, ['ja', 'en'])) {
    const key = `${section} ${written}`;
    const part = parts.get(key) ?? { row: [sections[section], languages[written]] as const, of: [] };
    part.of.push(session ?? programmeItself);
    parts.set(key, part);
  }
  for (const { number, session, language: written } of missingCaptions(report, ['ja', 'en'])) {
    const key = `photographs ${written}`;
    const part = parts.get(key) ?? { row: [captionPart, languages[written]] as const, of: [] };
    part.of.push(photographOf(session ?? programmeItself, number));
    parts.set(key, part);
  }
  if (parts.size === 0) return { kind: 'note', text: `${tables.missing.caption}: ${nothingMissing}` };
  return {
    ...{ kind: 'table', ...tables.missing, rows: [...parts.values()].map(({ row, of }) => [...row, of.join(', ')]) },
    columns: [words(columns.item, 30), words(columns.language, 14), words(columns.subject, 40)],
  };
}
