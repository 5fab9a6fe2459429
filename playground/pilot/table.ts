/** Writes the figures of a replay as a table for the terminal. */
import type { NotificationFigures } from '../../programme/notifications/audit.js';
import { type FigureName, figureOf } from '../../programme/reports/figures.js';
import type { ImplementationReport } from '../../programme/reports/read-report.js';

const headings = ['Session', 'Date', 'People/companies', 'Offline', 'Online'];

function valuesOf({ printed }: ImplementationReport, subjectId: string | null = null) {
  return (name: FigureName) => figureOf(printed, name, subjectId).value;
}

/** Columns line up in a font of fixed width; dates are the programme's. */
export function drawTable(report: ImplementationReport): readonly string[] {
  const { timeZone } = report.programme;
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const rows = report.sessions.map(({ id, code, startsAt }) => {
    const value = valuesOf(report, id);
    return [
      code,
      date.format(new Date(startsAt)),
      `${value('people')}/${value('companies')}`,
      String(value('offline')),
      String(value('online')),
    ];
  });
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

export function consultationLine(report: ImplementationReport): string {
  const value = valuesOf(report);
  return `Consultations held: ${value('consultationsHeld')}, companies: ${value('consultationCompanies')}, hours: ${value('consultationHours')}`;
}

/** One line a deliverable. */
export function deliverableLines(report: ImplementationReport): readonly string[] {
  return report.deliverables.map(({ id, code }) => {
    const value = valuesOf(report, id);
    return `${code} completed: ${value('deliverablesCompleted')} of ${value('deliverableCompanies')} companies`;
  });
}

/** One line for all checks, or one for each that fails. */
export function checkLines({ checks }: ImplementationReport): readonly string[] {
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0) return [`All ${checks.length} checks of the figures hold.`];
  return failed.map(
    ({ name, subject, left, right, rows }) =>
      `${name} fails, ${subject ?? 'the programme'}: ${left} and ${right}; ${rows.map(({ en }) => en).join('; ')}`,
  );
}

export function notificationLine({ planned, delivered, suppressed, unreachable }: NotificationFigures): string {
  return `Notifications planned: ${planned}, delivered: ${delivered}, no longer true: ${suppressed}, to nobody's account: ${unreachable}`;
}
