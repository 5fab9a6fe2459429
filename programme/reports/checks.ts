/** The self-checks of a report: what must be so whatever was counted, and the rows that break it. */
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import { type Figure, figureOf } from './figures.js';
import type { ReportData } from './report-data.js';
import type { DoubleRow } from './rows.sql.js';

/**
 * `offlineAndOnline`: offline + online = people. `companiesBelong`: no session has more companies than the programme.
 * `companiesDistinct`: no company is there under two codes. `nobodyTwice`: nobody is counted twice in a session.
 * `completedAtMost`: no more have completed than are to.
 */
export const checkNames = [
  'offlineAndOnline',
  'companiesBelong',
  'nobodyTwice',
  'companiesDistinct',
  'completedAtMost',
] as const;

export interface ReportCheck {
  readonly name: (typeof checkNames)[number];
  /** The code of the session or deliverable; null: of the programme. */
  readonly subject: string | null;
  /** What is compared, and with what. */
  readonly left: number;
  readonly right: number;
  readonly ok: boolean;
  /** What breaks it, named; empty where it holds. */
  readonly rows: readonly Bilingual[];
}

type Checked = Pick<ReportData, 'sessions' | 'deliverables' | 'doubles' | 'sameCompanies'>;

/** @param figures as they are printed, since a correction may break what held */
export function checkReport(data: Checked, figures: readonly Figure[]): readonly ReportCheck[] {
  const companies = figureOf(figures, 'participatingCompanies');
  return [
    ...data.sessions.flatMap(({ id, code }) => {
      const [people, offline, online] = [
        figureOf(figures, 'people', id),
        figureOf(figures, 'offline', id),
        figureOf(figures, 'online', id),
      ];
      const present = figureOf(figures, 'companies', id);
      const double = data.doubles.filter(({ sessionId }) => sessionId === id);
      return [
        equal('offlineAndOnline', code, offline.value + online.value, people.value, [people, offline, online], double),
        atMost('companiesBelong', code, present, companies),
        none('nobodyTwice', code, double),
      ];
    }),
    none('companiesDistinct', null, data.sameCompanies),
    ...data.deliverables.map(({ id, code }) =>
      atMost(
        'completedAtMost',
        code,
        figureOf(figures, 'deliverablesCompleted', id),
        figureOf(figures, 'deliverableCompanies', id),
      ),
    ),
  ];
}

function equal(
  name: ReportCheck['name'],
  subject: string,
  left: number,
  right: number,
  figures: readonly Figure[],
  doubles: readonly DoubleRow[],
): ReportCheck {
  const ok = left === right;
  return { name, subject, left, right, ok, rows: ok ? [] : [...doubles.map(named), ...figures.flatMap(corrected)] };
}

function atMost(name: ReportCheck['name'], subject: string, left: Figure, right: Figure): ReportCheck {
  const ok = left.value <= right.value;
  return {
    ...{ name, subject, left: left.value, right: right.value, ok },
    rows: ok ? [] : [left, right].flatMap(corrected),
  };
}

function none(name: ReportCheck['name'], subject: string | null, rows: readonly DoubleRow[]): ReportCheck {
  return { name, subject, left: rows.length, right: 0, ok: rows.length === 0, rows: rows.map(named) };
}

function named({ nameJa, nameEn, companyJa, companyEn }: DoubleRow): Bilingual {
  const together = (name: string, company: string) => [name, company].filter((part) => part !== '').join(', ');
  return inBoth(together(nameJa, companyJa), together(nameEn || nameJa, companyEn || companyJa));
}

/** A correction is what can break what was counted right. */
function corrected({ name, correction }: Figure): readonly Bilingual[] {
  if (correction === null) return [];
  const { old, new: value, why } = correction;
  return [
    inBoth(
      `${name} ${old} → ${value} (${correction.byJa}: ${why})`,
      `${name} ${old} → ${value} (${correction.byEn}: ${why})`,
    ),
  ];
}
