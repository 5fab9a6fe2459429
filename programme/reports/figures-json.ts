/** The figures of a report as JSON, for programs that compute with them: `id` is the code of the session or deliverable. */

import { figureTexts } from './figure-texts.js';
import { type FigureName, figureNames, figureOf } from './figures.js';
import { missingCaptions, photographRows } from './photograph-blocks.js';
import type { ImplementationReport } from './read-report.js';
import { subjectOf } from './report-words.js';
import { missingTexts, presentationsIn } from './sections.js';

/** As they are printed; `figures` also says what was counted and what was corrected. */
export function figuresJson(report: ImplementationReport): string {
  const { programme, asOf, frozenAt, printed, checks, notifications } = report;
  const value = (name: FigureName, subjectId: string | null = null) => figureOf(printed, name, subjectId).value;
  const { planned, delivered, suppressed, missed, unreachable, unknown, failed } = notifications;
  const written = {
    ...{ programme: programme.code, asOf, frozenAt, companies: value('participatingCompanies') },
    sessions: report.sessions.map(({ id, code, startsAt, method }) => ({
      ...{ id: code, startsAt, method, people: value('people', id), companies: value('companies', id) },
      ...{ offline: value('offline', id), online: value('online', id), guests: value('guests', id) },
      registered: value('registered', id),
    })),
    consultations: {
      held: value('consultationsHeld'),
      companies: value('consultationCompanies'),
      hours: value('consultationHours'),
      months: report.months,
    },
    deliverables: report.deliverables.map(({ id, code }) => ({
      id: code,
      companies: value('deliverableCompanies', id),
      completed: value('deliverablesCompleted', id),
    })),
    notifications: { planned, delivered, suppressed, missed, unreachable, unknown, failed },
    checks: checks.map(({ name, subject, left, right, ok, rows }) => ({ name, subject, left, right, ok, rows })),
    figures: printed.map((figure) => ({
      ...{ name: figure.name, of: subjectOf(report, figure) || null, counted: figure.counted, value: figure.value },
      correction: figure.correction && told(figure.correction),
    })),
    errata: report.errata.map((one) => ({ name: one.figure, of: subjectOf(report, one) || null, ...told(one) })),
    definitions: Object.fromEntries(
      figureNames.map((name) => [name, { ja: figureTexts.ja[name], en: figureTexts.en[name] }]),
    ),
    photographs: photographRows(report),
    presentations: report.sessions.flatMap(({ id, code }) =>
      presentationsIn(report, 'ja', id).map(({ company, title, file }, at) => {
        const en = presentationsIn(report, 'en', id)[at];
        return {
          ...{ session: code, order: at + 1, company: { ja: company, en: en?.company ?? '' } },
          ...{ title: { ja: title, en: en?.title ?? '' }, file },
        };
      }),
    ),
    missing: missingTexts(report, ['ja', 'en']),
    missingCaptions: missingCaptions(report, ['ja', 'en']),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

function told({ old, new: value, why, byJa, byEn, at }: ImplementationReport['errata'][number]) {
  return { old, new: value, why, by: { ja: byJa, en: byEn }, at };
}
