/** Shows the secretariat the report's figures, and of each the people, companies or consultations that it counts. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDay, formatInstant } from '../messages/dates.js';
import { type Button, elements, type Item, type Message } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { refuse } from '../requests/refusal.js';
import { isCorrectable } from './correct-figure.js';
import { figureTexts } from './figure-texts.js';
import { definitionOf, type Figure, figureNames } from './figures.js';
import { type ImplementationReport, readReport } from './read-report.js';
import { figuresRecogniser } from './recognisers.js';
import { correctionWords, participationOf, subjectOf, titleIn } from './report-words.js';
import { type FigureRow, readFigureRows } from './rows.sql.js';
import { reportTexts } from './texts.js';

const PER_PAGE = 8;

export const showFigures = memberAction({
  name: 'report.figures',
  texts: reportTexts,
  command: 'report-figures',
  recognise: figuresRecogniser,
  who: secretariat,
  /** `figure`: what it counts, from its entry number `from` on; `session` alone: the figures of that session. */
  input: z.object({
    figure: z.enum(figureNames).optional(),
    session: perhapsChosen,
    deliverableType: perhapsChosen,
    from: pageStart,
  }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { figure: name, session, deliverableType, from }) => {
    const { transaction, membership, now } = context;
    const report = await readReport(transaction, membership.programmeId, now);
    if (name === undefined) return { message: listMessage(context, report, { session: session ?? null, from }) };
    const { per } = definitionOf(name);
    const ids = { session, deliverable: deliverableType ?? onlyType(report), programme: undefined };
    const subjectId = ids[per] ?? null;
    const figure = report.printed.find((one) => one.name === name && one.subjectId === subjectId);
    if (figure === undefined) return refuse('not_found', {});
    return { message: await rowsMessage(context, report, { figure, from }) };
  },
});

/** Where there is one only, it is meant. */
function onlyType({ deliverables }: ImplementationReport): string | undefined {
  const [only, ...others] = deliverables;
  return others.length === 0 ? only?.id : undefined;
}

function stateWords({ language }: Context, { frozenAt, asOf, programme }: ImplementationReport): string {
  const texts = reportTexts[language];
  const day = formatDay(language, new Date(frozenAt ?? asOf), programme.timeZone);
  return frozenAt === null ? texts.asOf(day) : texts.frozenNow(day);
}

function inputOf({ name, subjectId }: Figure) {
  const { per } = definitionOf(name);
  return {
    figure: name,
    ...(per === 'session' && { session: subjectId }),
    ...(per === 'deliverable' && { deliverableType: subjectId }),
  };
}

function figureItem(context: Context, report: ImplementationReport, figure: Figure): Item {
  const { language } = context;
  const texts = reportTexts[language];
  const { title, definition, computed, unit } = figureTexts[language][figure.name];
  const isOfType = definitionOf(figure.name).per === 'deliverable';
  const subject = isOfType ? subjectOf(report, figure) : '';
  const input = inputOf(figure);
  return {
    title: texts.figure(texts.ofSubject(subject, title), figure.value, unit),
    lines: [
      definition,
      texts.computed(computed),
      ...(figure.correction === null
        ? []
        : [texts.corrected(correctionWords({ report, language }, figure.correction))]),
    ],
    buttons: [
      { label: texts.rows, action: 'report.figures', input },
      ...(isCorrectable(figure.name)
        ? [{ label: texts.correct, action: 'report.correct', input, form: true as const }]
        : []),
    ],
  };
}

interface Shown {
  /** The figures of that session; null: all others, and a line on each session. */
  readonly session: string | null;
  readonly from: number;
}

function listMessage(context: Context, report: ImplementationReport, { session, from }: Shown): Message {
  const { language } = context;
  const texts = reportTexts[language];
  const of = (id: string | null) =>
    report.printed.filter(({ name, subjectId }) =>
      definitionOf(name).per === 'session' ? subjectId === id : id === null,
    );
  const items = [
    ...(session === null ? report.sessions.map((one) => sessionItem(context, report, one)) : []),
    ...of(session).map((figure) => figureItem(context, report, figure)),
  ];
  const { items: shown, next } = page(items.slice(from, from + PER_PAGE), items.length, { from, size: PER_PAGE });
  const code = report.sessions.find(({ id }) => id === session)?.code ?? '';
  const title = texts.ofSubject(code, texts.actions['report.figures'].title);
  const about = { action: 'report.figures' };
  const buttons: readonly Button[] = [
    ...(next === null ? [] : [{ ...about, label: texts.showMore, input: { ...(session && { session }), from: next } }]),
    ...(session === null ? [] : [{ ...about, label: texts.back, input: {} }]),
    { label: texts.actions['report.make'].title, action: 'report.make', input: {} },
  ];
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      { kind: 'text', text: stateWords(context, report) },
      { kind: 'list', items: shown },
      { kind: 'buttons', buttons },
    ),
  };
}

function sessionItem(
  { language }: Context,
  report: ImplementationReport,
  session: ImplementationReport['sessions'][number],
): Item {
  const texts = reportTexts[language];
  return {
    title: texts.ofSubject(session.code, titleIn(language, session)),
    lines: [participationOf({ report, language }, session)],
    buttons: [{ label: texts.showSession, action: 'report.figures', input: { session: session.id } }],
  };
}

async function rowsMessage(
  context: Context,
  report: ImplementationReport,
  { figure, from }: { readonly figure: Figure; readonly from: number },
): Promise<Message> {
  const { transaction, membership, language } = context;
  const texts = reportTexts[language];
  const { programmeId } = membership;
  const { name, subjectId } = figure;
  const { total, rows } = await readFigureRows(transaction, { programmeId, name, subjectId, from, size: PER_PAGE });
  const { next } = page(rows, total, { from, size: PER_PAGE });
  const title = texts.rowsOf(texts.ofSubject(subjectOf(report, figure), figureTexts[language][name].title), total);
  const about = { action: 'report.figures' };
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      { kind: 'text', text: figureTexts[language][name].definition },
      { kind: 'list', items: rows.map((row) => rowItem(context, row)) },
      {
        kind: 'buttons',
        buttons: [
          ...(next === null ? [] : [{ ...about, label: texts.showMore, input: { ...inputOf(figure), from: next } }]),
          { ...about, label: texts.back, input: {} },
        ],
      },
    ),
  };
}

function rowItem(context: Context, row: FigureRow): Item {
  const { language } = context;
  const texts = reportTexts[language];
  const isKind = row.at === null && row.amount !== null && row.companyJa === '';
  const name = isKind ? pick(language, context.nameOfKind(row.nameJa)) : pick(language, inBoth(row.nameJa, row.nameEn));
  const company = pick(language, inBoth(row.companyJa, row.companyEn));
  return {
    title: name || company,
    lines: [
      ...(name === '' || company === '' ? [] : [company]),
      ...(row.mode === null ? [] : [texts.modes[row.mode]]),
      ...(row.at === null ? [] : [formatInstant(context, row.at)]),
      ...(row.amount === null ? [] : [row.at === null ? texts.counted(row.amount) : texts.minutes(row.amount)]),
    ],
    buttons: [],
  };
}
