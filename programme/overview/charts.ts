/** The two charts of the overview: who came to the sessions, and how many companies had completed by which day, as the report counts and prints both. */
import { inBoth, pick } from '../messages/bilingual.js';
import type { ChartElement } from '../messages/message.js';
import { figureOf } from '../reports/figures.js';
import { type ChartedReport, readChartedReport } from '../reports/read-report.js';
import type { Context } from '../requests/context.js';
import type { OverviewScope } from './overview-scope.js';
import { programmeOverviewTexts } from './texts.js';

/** As many sessions and days as a narrow chart shows side by side. */
const MOST_LABELS = 8;
/** As many lines as can be told apart. */
const MOST_LINES = 5;

/** Those for which there is something to draw. */
export async function readCharts(
  context: Context,
  { programmeId, now }: OverviewScope,
): Promise<readonly ChartElement[]> {
  const report = await readChartedReport(context.transaction, programmeId);
  return [attendanceChart(context, report, now), progressChart(context, report)].filter((chart) => chart !== null);
}

/** Of the last sessions that have begun, the earliest first. */
function attendanceChart({ language }: Context, { sessions, printed }: ChartedReport, now: Date): ChartElement | null {
  const begun = sessions
    .filter(({ isCalledOff, startsAt }) => !isCalledOff && new Date(startsAt) <= now)
    .slice(-MOST_LABELS);
  const values = (name: 'offline' | 'online') => begun.map(({ id }) => figureOf(printed, name, id).value);
  const [offline, online] = [values('offline'), values('online')];
  if ([...offline, ...online].every((people) => people === 0)) return null;
  const texts = programmeOverviewTexts[language].charts;
  return {
    ...{ kind: 'chart', form: 'bars', title: texts.attendance, unit: texts.people },
    labels: begun.map(({ code }) => code),
    series: [
      { name: texts.onsite, values: offline },
      { name: texts.online, values: online },
    ],
  };
}

/** A line for each deliverable that some company has completed. */
function progressChart({ language }: Context, { deliverables, progress }: ChartedReport): ChartElement | null {
  const days = someOf([...new Set(progress.map(({ day }) => day))]);
  if (days.length === 0) return null;
  const texts = programmeOverviewTexts[language].charts;
  const upTo = (id: string, until: string) =>
    progress.findLast(({ typeId, day }) => typeId === id && day <= until)?.completed ?? 0;
  return {
    ...{ kind: 'chart', form: 'lines', title: texts.progress, unit: texts.companies, labels: days },
    series: deliverables
      .filter(({ id }) => progress.some(({ typeId }) => typeId === id))
      .slice(0, MOST_LINES)
      .map(({ id, titleJa, titleEn }) => ({
        name: pick(language, inBoth(titleJa, titleEn)),
        values: days.map((day) => upTo(id, day)),
      })),
  };
}

/** The last one and as many others as there is room for, evenly among them. */
function someOf(days: readonly string[]): readonly string[] {
  if (days.length <= MOST_LABELS) return days;
  const step = (days.length - 1) / (MOST_LABELS - 1);
  return Array.from({ length: MOST_LABELS }, (_, at) => days[Math.round(at * step)] ?? '');
}
