/** The chapters of a report that tell what took place: its outline, summaries, and what came of each session and of the consultations. */
import type { ReportBlock } from '../../documents/report/report-document.js';
import type { ReportSection } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import { namesOfSpeaker } from '../sessions/details.js';
import { documentTexts } from './document-texts.js';
import { figureOf } from './figures.js';
import { photographBlocks } from './photograph-blocks.js';
import type { ReportedSession } from './report-data.js';
import {
  correctionWords,
  dayOfInstant,
  monthIn,
  participationOf,
  type ReportWriting,
  spanOf,
  titleIn,
} from './report-words.js';
import { linesOf, presentationsIn, textIn, voicesIn } from './sections.js';
import { sheetName } from './sheet-name.js';

const heading = (level: 1 | 2 | 3, text: string): ReportBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });

/** What was written, or that nothing was. */
function written(
  { report, language }: ReportWriting,
  section: ReportSection,
  sessionId: string | null = null,
): ReportBlock {
  const text = textIn(report.texts, language, { section, sessionId });
  return paragraph(text || documentTexts[language].missing);
}

export function outlineBlocks(writing: ReportWriting): readonly ReportBlock[] {
  const { report, language } = writing;
  const { chapters, structure, participants, period, completed, missing } = documentTexts[language];
  const { startsOn, endsOn } = report.programme;
  const members = linesOf(textIn(report.texts, language, { section: 'members' }));
  const day = dayOfInstant(writing, report.asOf);
  return [
    heading(1, chapters.outline),
    heading(2, chapters.background),
    written(writing, 'purpose'),
    heading(2, chapters.structure),
    heading(3, structure.organiser),
    written(writing, 'organiser'),
    heading(3, structure.members),
    members.length === 0
      ? paragraph(missing)
      : { kind: 'list', items: members.map((text) => ({ text, level: 0 as const })) },
    heading(3, structure.cooperating),
    written(writing, 'cooperating'),
    heading(3, structure.participants),
    written(writing, 'participants'),
    paragraph(participants(figureOf(report.printed, 'participatingCompanies').value)),
    heading(3, structure.period),
    paragraph(period(monthIn(language, startsOn), monthIn(language, endsOn))),
    heading(2, chapters.activities),
    written(writing, 'activities'),
    ...photographBlocks(writing, null),
    heading(2, chapters.results),
    written(writing, 'results'),
    ...report.deliverables.map((one) =>
      paragraph(
        completed({
          ...{ title: titleIn(language, one), day },
          completed: figureOf(report.printed, 'deliverablesCompleted', one.id).value,
          companies: figureOf(report.printed, 'deliverableCompanies', one.id).value,
        }),
      ),
    ),
    written(writing, 'plans'),
  ];
}

/** Sessions in the order of their starts, and the consultations before the first session that came after they had begun. */
function events(writing: ReportWriting): readonly (ReportedSession | 'consultations')[] {
  const { sessions, months, programme } = writing.report;
  const first = months[0]?.month;
  if (first === undefined && programme.consultations === 0) return sessions;
  const later = sessions.findIndex(({ startsAt }) => first !== undefined && startsAt.slice(0, 7) > first);
  const at = later === -1 ? sessions.length : later;
  return [...sessions.slice(0, at), 'consultations', ...sessions.slice(at)];
}

export function summaryBlocks(writing: ReportWriting): readonly ReportBlock[] {
  const { language } = writing;
  const { chapters, numbered, consultations } = documentTexts[language];
  return [
    heading(1, chapters.summary),
    ...events(writing).flatMap((event, at) =>
      event === 'consultations'
        ? [heading(2, numbered(at + 1, consultations)), written(writing, 'consultations')]
        : [
            heading(2, numbered(at + 1, titleIn(language, event))),
            written(writing, 'summary', event.id),
            ...voiceBlocks(writing, event),
          ],
    ),
  ];
}

function voiceBlocks({ report, language }: ReportWriting, { id }: ReportedSession): readonly ReportBlock[] {
  const { voices: title, voice, translated, untranslated, missing } = documentTexts[language];
  const voices = voicesIn(report, language, id);
  const marks = { none: '', ours: ` ${translated}`, missing: ` ${untranslated}` } as const;
  return [
    heading(3, title),
    voices.length === 0
      ? paragraph(missing)
      : {
          kind: 'list',
          items: voices.map(({ words, by, translation }) => ({
            text: `${voice(words, by)}${marks[translation]}`,
            level: 0 as const,
          })),
        },
  ];
}

export function eventBlocks(writing: ReportWriting): readonly ReportBlock[] {
  const { language } = writing;
  const { chapters, numbered, consultations } = documentTexts[language];
  return [
    heading(1, chapters.outcome),
    ...events(writing).flatMap((event, at) =>
      event === 'consultations'
        ? [heading(2, numbered(at + 1, consultations)), ...consultationBlocks(writing)]
        : [heading(2, numbered(at + 1, titleIn(language, event))), ...sessionBlocks(writing, event)],
    ),
  ];
}

function sessionBlocks(writing: ReportWriting, session: ReportedSession): readonly ReportBlock[] {
  const { language, report } = writing;
  const { labels, methods, calledOff, missing } = documentTexts[language];
  const photographs = photographBlocks(writing, session.id);
  if (session.isCalledOff) return [paragraph(calledOff), ...photographs];
  const { venueJa, venueEn, method, agenda, id } = session;
  const venue = pick(language, { ja: venueJa, en: venueEn });
  const corrections = report.printed.flatMap(({ subjectId, correction }) =>
    subjectId === id && correction !== null ? [correction] : [],
  );
  return [
    {
      kind: 'facts',
      facts: [
        { label: labels.date, value: spanOf(language, session) },
        { label: labels.method, value: methods[method] },
        ...(method === 'online' ? [] : [{ label: labels.venue, value: venue || missing }]),
        { label: labels.participants, value: participationOf(writing, session) },
        ...corrections.map((one) => ({ label: labels.correction, value: correctionWords(writing, one) })),
        { label: labels.programme, value: agenda.length === 0 ? missing : '' },
      ],
    },
    { kind: 'list', items: agenda.flatMap((item) => agendaItems(language, item)) },
    ...presentationBlocks(writing, session),
    ...photographs,
  ];
}

function agendaItems(
  language: Language,
  { titleJa, titleEn, speakers }: ReportedSession['agenda'][number],
): readonly { readonly text: string; readonly level: 1 | 2 }[] {
  return [
    { text: pick(language, { ja: titleJa, en: titleEn }), level: 1 },
    ...speakers.map((speaker) => ({ text: pick(language, namesOfSpeaker(speaker)), level: 2 as const })),
  ];
}

function presentationBlocks({ report, language }: ReportWriting, session: ReportedSession): readonly ReportBlock[] {
  const { columns, tables, presentations, missing } = documentTexts[language];
  const given = presentationsIn(report, language, session.id);
  if (given.length === 0) return session.isClosing ? [heading(3, presentations), paragraph(missing)] : [];
  return [
    {
      kind: 'table',
      sheet: sheetName(tables.presentationsSheet(session.code)),
      caption: tables.presentationsCaption(session.code),
      columns: [
        { title: columns.order, kind: 'number', width: 8 },
        { title: columns.company, kind: 'text', width: 26 },
        { title: columns.title, kind: 'text', width: 36 },
        { title: columns.file, kind: 'text', width: 20 },
      ],
      rows: given.map(({ company, title, file, lacksTitle }, at) => [
        ...[at + 1, company, title || (lacksTitle ? missing : null), file || null],
      ]),
    },
  ];
}

function consultationBlocks(writing: ReportWriting): readonly ReportBlock[] {
  const { report, language } = writing;
  const { labels, period, consultationsOutline, noConsultations } = documentTexts[language];
  const [first, last] = [report.months[0], report.months.at(-1)];
  if (first === undefined || last === undefined) return [paragraph(noConsultations)];
  const value = (name: 'consultationsHeld' | 'consultationHours' | 'consultationCompanies') =>
    figureOf(report.printed, name).value;
  const { consultations: each, longest } = report.programme;
  return [
    {
      kind: 'facts',
      facts: [
        { label: labels.period, value: period(monthIn(language, first.month), monthIn(language, last.month)) },
        {
          label: labels.outline,
          value: consultationsOutline({
            ...{ held: value('consultationsHeld'), hours: value('consultationHours') },
            ...{ companies: value('consultationCompanies'), each, longest },
          }),
        },
      ],
    },
  ];
}
