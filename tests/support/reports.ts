/** Reports for tests of what is made of one: the pilot of 2024, in numbers, without a database. */
import { checkReport } from '../../programme/reports/checks.js';
import { type Correction, correctFigures, countFigures } from '../../programme/reports/figures.js';
import type { ImplementationReport } from '../../programme/reports/read-report.js';
import type { ReportData, ReportedSession, WrittenText } from '../../programme/reports/report-data.js';

/** People, companies, offline, online, as the published report tells them; and when and how. */
const sessions = [
  ['MSM-1', '2024-11-07T06:30', '2024-11-07T08:00', 'mixed', 22, 16, 13, 9],
  ['MSM-2', '2024-11-15T06:00', '2024-11-15T08:00', 'mixed', 16, 15, 14, 2],
  ['WLT-1', '2024-12-04T04:00', '2024-12-04T07:00', 'online', 18, 16, 0, 18],
  ['WLT-2', '2024-12-18T04:00', '2024-12-18T07:30', 'mixed', 19, 16, 10, 9],
  ['CLS-1', '2025-04-22T04:00', '2025-04-22T05:30', 'online', 35, 15, 0, 35],
] as const;

/** The identifier of the nth session. */
export function sessionId(number: number): string {
  return `00000000-0000-4000-8000-00000000000${number}`;
}

const typeId = '00000000-0000-4000-9000-000000000001';

const reported: ReportedSession[] = sessions.map(([code, startsAt, endsAt, method], at) => ({
  ...{ id: sessionId(at + 1), code, titleJa: `第${at + 1}回`, titleEn: `Session ${at + 1}`, method },
  ...{ startsAt: `${startsAt}:00.000Z`, endsAt: `${endsAt}:00.000Z`, timeZone: 'Asia/Tokyo' },
  ...{ isClosing: code === 'CLS-1', isCalledOff: false },
  ...{ venueJa: method === 'online' ? '' : 'AP東京丸の内', venueEn: method === 'online' ? '' : 'AP Tokyo Marunouchi' },
  agenda: [
    {
      ...{ titleJa: '企業の取組', titleEn: 'Efforts of companies', kind: 'lecture' },
      speakers: [{ nameJa: 'オガワ氏', nameEn: 'Ms. Ogawa' }],
    },
  ],
}));

const notifications = {
  ...{ planned: 900, delivered: 890, suppressed: 10, missed: 0, unreachable: 0, unknown: 0, failed: 0, open: 0 },
};

export interface BuildReport {
  readonly texts?: readonly WrittenText[];
  readonly corrections?: readonly Correction[];
  readonly errata?: readonly Correction[];
  readonly frozenAt?: string;
  readonly doubles?: ReportData['doubles'];
  readonly photographs?: ReportData['photographs'];
  readonly presentations?: ReportData['presentations'];
}

export function pilotReport({
  texts = [],
  corrections = [],
  errata = [],
  frozenAt,
  doubles = [],
  photographs = [],
  presentations = [],
}: BuildReport = {}): ImplementationReport {
  const figures = countFigures({
    companies: 16,
    sessions: reported.map(({ id, code, titleJa, titleEn, startsAt, endsAt }, at) => {
      const [, , , , people = 0, companies = 0, offline = 0, online = 0] = sessions[at] ?? [];
      return {
        ...{ sessionId: id, code, titleJa, titleEn, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
        ...{ people, companies, offline, online, guests: 0, registered: people },
      };
    }),
    consultations: { held: 28, companies: 16, hours: 28 },
    deliverables: [{ typeId, code: 'policy', companies: 16, completed: 13 }],
    notifications,
  });
  const data: ReportData = {
    asOf: '2025-04-30T03:00:00.000Z',
    programme: {
      ...{ code: 'spp-pilot-2024', nameJa: 'SPPパイロット2024', nameEn: 'SPP Pilot 2024', timeZone: 'Asia/Tokyo' },
      ...{ startsOn: '2024-11-01', endsOn: '2025-04-30', consultations: 2, longest: 60 },
    },
    sessions: reported,
    deliverables: [
      { id: typeId, code: 'policy', titleJa: '人権方針', titleEn: 'Human rights policy', dueOn: '2025-03-31' },
    ],
    figures: [...figures],
    months: [
      { month: '2025-02', held: 12 },
      { month: '2025-03', held: 16 },
    ],
    progress: [
      { typeId, day: '2025-03-20', completed: 9 },
      { typeId, day: '2025-04-10', completed: 13 },
    ],
    ...{ notifications, doubles, sameCompanies: [], texts: [...texts], quotes: [] },
    ...{ photographs: [...photographs], presentations: [...presentations], corrections: [...corrections] },
  };
  const printed = correctFigures(data.figures, [...corrections, ...errata]);
  return { ...data, frozenAt: frozenAt ?? null, errata, printed, checks: checkReport(data, printed) };
}
