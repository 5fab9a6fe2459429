/** The photographs of a report: where they stand in its document, their list, and which of them lack a caption. */
import type { ReportBlock } from '../../documents/report/report-document.js';
import type { Language } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import type { ImplementationReport } from './read-report.js';
import type { ReportWriting } from './report-words.js';

type Photographed = Pick<ImplementationReport, 'photographs' | 'sessions'>;

function captionOf({ captionJa, captionEn }: Photographed['photographs'][number], language: Language): string {
  return language === 'ja' ? captionJa : captionEn;
}

/** Those of the session, or with null of the programme; numbered through the whole report. */
export function photographBlocks(
  { report, language }: ReportWriting,
  sessionId: string | null,
): readonly ReportBlock[] {
  const { photograph, photographGone: goneWords, missing } = documentTexts[language];
  return report.photographs.flatMap((one, at): ReportBlock[] => {
    if (one.sessionId !== sessionId) return [];
    const { fileId, width, height } = one;
    const words = captionOf(one, language);
    const caption = photograph(at + 1, words || missing);
    return [
      { kind: 'photograph', photograph: fileId, width, height, description: words || caption, caption, goneWords },
    ];
  });
}

/** In the workbook alone; empty where there are none. */
export function photographTable({ report, language }: ReportWriting): readonly ReportBlock[] {
  if (report.photographs.length === 0) return [];
  const { tables, columns, missing, programmeItself } = documentTexts[language];
  return [
    {
      ...{ kind: 'table', ...tables.photographs, sheetOnly: true },
      columns: [
        { title: columns.photograph, kind: 'number', width: 12 },
        { title: columns.subject, kind: 'text', width: 16 },
        { title: columns.caption, kind: 'text', width: 60 },
      ],
      rows: report.photographs.map((one, at) => [
        ...[at + 1, subjectOfPhotograph(report, one.sessionId) ?? programmeItself],
        captionOf(one, language) || missing,
      ]),
    },
  ];
}

function subjectOfPhotograph({ sessions }: Photographed, sessionId: string | null): string | null {
  return sessions.find(({ id }) => id === sessionId)?.code ?? null;
}

/** A photograph of which nobody has said what it shows. */
interface MissingCaption {
  readonly number: number;
  /** The code of its session; null: of the programme. */
  readonly session: string | null;
  readonly language: Language;
}

export function missingCaptions(report: Photographed, languages: readonly Language[]): readonly MissingCaption[] {
  return languages.flatMap((language) =>
    report.photographs.flatMap((one, at) =>
      captionOf(one, language) === ''
        ? [{ number: at + 1, session: subjectOfPhotograph(report, one.sessionId), language }]
        : [],
    ),
  );
}

/** The rows behind the pictures, for programs: numbered as the documents number them. */
export function photographRows(report: Photographed) {
  return report.photographs.map(({ sessionId, captionJa: ja, captionEn: en, width, height }, at) => ({
    ...{ number: at + 1, session: subjectOfPhotograph(report, sessionId), caption: { ja, en }, width, height },
  }));
}
