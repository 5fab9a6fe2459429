/** What of the report is not entered yet, as a list whose buttons lead to where it is entered, and what is said once something was. */
import type { ReportSection } from '../../prisma/client.js';
import { type ActionButton, type Element, elements, type Item } from '../messages/message.js';
import type { ActionResult } from '../requests/action.js';
import type { Context, Language } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { missingCaptions } from './photograph-blocks.js';
import { photographTexts } from './photographs/texts.js';
import { type ImplementationReport, readReport } from './read-report.js';
import type { ReportedSession } from './report-data.js';
import { titleIn } from './report-words.js';
import { type MissingText, missingTexts } from './sections.js';
import { bothLanguages } from './text-fields.js';
import { reportTexts } from './texts.js';

/** More entries are counted only. */
const MOST_LISTED = 10;

/** Entries: the programme, and each session that lacks something. */
export function missingElements(
  language: Language,
  report: ImplementationReport,
  languages: readonly Language[],
): readonly Element[] {
  const texts = reportTexts[language];
  const missing = missingTexts(report, languages);
  const captions = missingCaptions(report, languages);
  const items = [
    ...programmeItem(language, missing),
    ...report.sessions.flatMap((session) => sessionItem(language, session, missing)),
    ...captionItem(language, captions),
  ];
  if (items.length === 0) return [{ kind: 'note', text: texts.nothingMissing }];
  const rest = items.length - MOST_LISTED;
  const count = missing.length + captions.length;
  const said = count === 0 ? texts.factsMissing : texts.missing(count);
  return elements(
    { kind: 'text', text: said },
    { kind: 'list', items: items.slice(0, MOST_LISTED) },
    rest > 0 && { kind: 'note', text: texts.more(rest) },
  );
}

/** One line for each language. */
function captionItem(language: Language, captions: ReturnType<typeof missingCaptions>): readonly Item[] {
  if (captions.length === 0) return [];
  const texts = reportTexts[language];
  const { captionPart, languages: names, photographOf, programmeItself } = documentTexts[language];
  const { title: list } = photographTexts[language].actions['report.photographs'];
  const lines = bothLanguages.flatMap((of) => {
    const own = captions.filter((one) => one.language === of);
    const named = own.slice(0, MOST_LISTED).map((one) => photographOf(one.session ?? programmeItself, one.number));
    const rest = own.length - named.length;
    return own.length === 0 ? [] : [texts.lacks(names[of], [...named, ...(rest > 0 ? [texts.more(rest)] : [])])];
  });
  return [{ title: captionPart, lines, buttons: [{ label: list, action: 'report.photographs', input: {} }] }];
}

/** One line for each part, with the languages that it lacks. */
function linesOf(language: Language, missing: readonly MissingText[]): readonly string[] {
  const texts = reportTexts[language];
  const { sections, languages: names } = documentTexts[language];
  const parts = [...new Set(missing.map(({ section }) => section))];
  return parts.map((part) =>
    texts.lacks(
      sections[part],
      missing.filter(({ section }) => section === part).map(({ language: of }) => names[of]),
    ),
  );
}

function programmeItem(language: Language, missing: readonly MissingText[]): readonly Item[] {
  const own = missing.filter(({ session }) => session === null);
  if (own.length === 0) return [];
  const { enter } = reportTexts[language];
  const title = documentTexts[language].programmeItself;
  const button = { label: enter(title), action: 'report.programme', input: {}, form: true };
  return [{ title, lines: linesOf(language, own), buttons: [button] }];
}

function sessionItem(language: Language, session: ReportedSession, missing: readonly MissingText[]): readonly Item[] {
  const texts = reportTexts[language];
  const { labels } = documentTexts[language];
  const own = missing.filter(({ session: code }) => code === session.code);
  const facts = [
    ...(session.agenda.length === 0 ? [labels.programme] : []),
    ...(session.method !== 'online' && (session.venueJa === '' || session.venueEn === '') ? [labels.venue] : []),
  ];
  const lacks = session.isCalledOff ? [] : facts;
  if (own.length === 0 && lacks.length === 0) return [];
  const about = { input: { session: session.id }, form: true };
  const buttons: readonly ActionButton[] = [
    ...(own.length === 0 ? [] : [{ label: texts.enter(session.code), action: 'report.session', ...about }]),
    ...(lacks.length === 0 ? [] : [{ label: texts.enterFacts(session.code), action: 'session.change', ...about }]),
  ];
  return [
    {
      title: texts.ofSubject(session.code, titleIn(language, session)),
      lines: [...linesOf(language, own), ...lacks],
      buttons,
    },
  ];
}

/** To where the first part that is still missing is entered. */
function nextButtons(language: Language, report: ImplementationReport): readonly ActionButton[] {
  const [next] = missingTexts(report, bothLanguages);
  if (next === undefined) return [];
  const { enter } = reportTexts[language];
  const session = report.sessions.find(({ code }) => code === next.session);
  const about = session === undefined ? {} : { session: session.id };
  const subject = session?.code ?? documentTexts[language].programmeItself;
  const action = session === undefined ? 'report.programme' : 'report.session';
  return [{ label: enter(subject), action, input: about, form: true }];
}

/** Which parts were written anew, and what is missing next. */
export async function savedMessage(
  { transaction, membership, now, language }: Context,
  changed: readonly ReportSection[],
  sessionId: string | null,
): Promise<ActionResult> {
  const texts = reportTexts[language];
  const report = await readReport(transaction, membership.programmeId, now);
  const session = report.sessions.find(({ id }) => id === sessionId);
  const names = changed.map((section) => documentTexts[language].sections[section]);
  const subject = session?.code ?? '';
  const summary = changed.length === 0 ? texts.nothingNew : texts.savedParts(subject, names);
  const about = session === undefined ? {} : { session: session.id };
  return {
    message: {
      summary,
      elements: elements(
        { kind: 'text', text: summary },
        {
          kind: 'buttons',
          buttons: [
            ...nextButtons(language, report),
            { label: texts.actions['report.history'].title, action: 'report.history', input: about },
            { label: texts.actions['report.make'].title, action: 'report.make', input: {} },
          ],
        },
      ),
    },
  };
}
