/** The two charts of the overview as data: who came to the sessions, and how far companies have come over time. */
import { deliverableTexts } from '../deliverables/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { ChartElement } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { countAttended, countReached, reachedStages } from './charts.sql.js';
import type { OverviewScope } from './overview-scope.js';
import { programmeOverviewTexts } from './texts.js';

/** As many sessions and days as a narrow chart shows side by side. */
const MOST_LABELS = 8;

/** Those for which there is something to draw. */
export async function readCharts(context: Context, scope: OverviewScope): Promise<readonly ChartElement[]> {
  const [attendance, progress] = [await attendanceChart(context, scope), await progressChart(context, scope)];
  return [attendance, progress].filter((chart) => chart !== null);
}

async function attendanceChart({ transaction, language }: Context, scope: OverviewScope): Promise<ChartElement | null> {
  const sessions = await countAttended(transaction, scope, MOST_LABELS);
  if (sessions.every(({ onsite, online }) => onsite + online === 0)) return null;
  const { attendance, people, onsite, online } = programmeOverviewTexts[language].charts;
  return {
    ...{ kind: 'chart', form: 'bars', title: attendance, unit: people },
    labels: sessions.map(({ code }) => code),
    series: [
      { name: onsite, values: sessions.map((session) => session.onsite) },
      { name: online, values: sessions.map((session) => session.online) },
    ],
  };
}

async function progressChart({ transaction, language }: Context, scope: OverviewScope): Promise<ChartElement | null> {
  const reached = await countReached(transaction, scope);
  const [first] = reached;
  if (first === undefined) return null;
  const { progress, companies } = programmeOverviewTexts[language].charts;
  const days = someOf([...new Set(reached.map(({ day }) => day))]);
  const upTo = (stage: string, until: string) =>
    reached.findLast((one) => one.stage === stage && one.day <= until)?.companies ?? 0;
  return {
    ...{ kind: 'chart', form: 'lines', unit: companies, labels: days },
    title: progress(pick(language, inBoth(first.titleJa, first.titleEn))),
    series: reachedStages
      .filter((stage) => reached.some((one) => one.stage === stage))
      .map((stage) => ({
        name: deliverableTexts[language].stages[stage],
        values: days.map((day) => upTo(stage, day)),
      })),
  };
}

/** The last one and as many others as there is room for, evenly among them. */
function someOf(days: readonly string[]): readonly string[] {
  if (days.length <= MOST_LABELS) return days;
  const step = (days.length - 1) / (MOST_LABELS - 1);
  return Array.from({ length: MOST_LABELS }, (_, at) => days[Math.round(at * step)] ?? '');
}
