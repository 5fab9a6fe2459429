/** Writes the figures of a replay as a table for the terminal, and as JSON for comparing. */
import type { NotificationFigures } from '../../programme/notifications/audit.js';
import type {
  AttendanceFigures,
  ConsultationFigures,
  DeliverableFigures,
} from '../../programme/reports/reports.sql.js';

interface Counted {
  readonly consultations: ConsultationFigures;
  readonly deliverables: readonly DeliverableFigures[];
}

const headings = ['Session', 'Date', 'People/companies', 'Offline', 'Online'];

/** Columns line up in a font of fixed width; dates are the programme's. */
export function drawTable(figures: readonly AttendanceFigures[], timeZone: string): readonly string[] {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const rows = figures.map(({ code, startsAt, people, companies, offline, online }) => [
    code,
    date.format(startsAt),
    `${people}/${companies}`,
    String(offline),
    String(online),
  ]);
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

export function consultationLine({ held, companies, hours }: ConsultationFigures): string {
  return `Consultations held: ${held}, companies: ${companies}, hours: ${hours}`;
}

/** One line a deliverable. */
export function deliverableLines(deliverables: readonly DeliverableFigures[]): readonly string[] {
  return deliverables.map(
    ({ code, companies, completed }) => `${code} completed: ${completed} of ${companies} companies`,
  );
}

export function notificationLine({ planned, delivered, suppressed, unreachable }: NotificationFigures): string {
  return `Notifications planned: ${planned}, delivered: ${delivered}, no longer true: ${suppressed}, to nobody's account: ${unreachable}`;
}

/** `id` is the code of the session or deliverable. */
export function figuresJson(
  figures: readonly AttendanceFigures[],
  { consultations, deliverables }: Counted,
  { planned, delivered, suppressed, missed, unreachable, unknown, failed }: NotificationFigures,
): string {
  const sessions = figures.map(({ code, people, companies, offline, online }) => ({
    id: code,
    people,
    companies,
    offline,
    online,
  }));
  const { held, companies, hours } = consultations;
  const handedIn = deliverables.map(({ code, ...counts }) => ({ id: code, ...counts }));
  const notifications = { planned, delivered, suppressed, missed, unreachable, unknown, failed };
  const counted = { sessions, consultations: { held, companies, hours }, deliverables: handedIn, notifications };
  return `${JSON.stringify(counted, null, 2)}\n`;
}
