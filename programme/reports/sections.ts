/** The parts of a report that people write, and how those are read that hold one thing a line. */
import type { Language, ReportSection } from '../../prisma/client.js';
import { canonicalText } from '../messages/canonical.js';
import type { ReportedPresentation, ReportedQuote, WrittenText } from './report-data.js';

export const programmeSections = [
  'purpose',
  'organiser',
  'members',
  'cooperating',
  'participants',
  'activities',
  'results',
  'consultations',
  'plans',
] as const satisfies readonly ReportSection[];

export const sessionSections = ['summary', 'voices', 'presentations'] as const satisfies readonly ReportSection[];

const ofSessions: readonly ReportSection[] = sessionSections;

export function isOfSession(section: ReportSection): boolean {
  return ofSessions.includes(section);
}

/** In one language; empty while it is missing. */
export function textIn(
  texts: readonly WrittenText[],
  language: Language,
  { section, sessionId = null }: { readonly section: ReportSection; readonly sessionId?: string | null },
): string {
  const found = texts.find((one) => one.section === section && one.sessionId === sessionId);
  return (found?.[language] ?? '').trim();
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The parts of a line that vertical strokes part, also full-width ones. */
function partsOf(line: string): readonly string[] {
  return line.split(/[|｜]/).map((part) => part.trim());
}

/** What somebody said. */
interface Voice {
  readonly words: string;
  /** Empty where it is not said who. */
  readonly by: string;
  /** 'missing': there is no translation yet, and the words are the original's. */
  readonly translation: 'none' | 'ours' | 'missing';
}

interface Heard {
  readonly texts: readonly WrittenText[];
  readonly quotes: readonly ReportedQuote[];
}

/** In this language: what the secretariat has written, and then what it has chosen of the feedback. */
export function voicesIn({ texts, quotes }: Heard, language: Language, sessionId: string): readonly Voice[] {
  const ofSession = quotes.filter((quote) => quote.sessionId === sessionId);
  return [...writtenVoices(texts, language, sessionId), ...ofSession.map((quote) => quotedVoice(quote, language))];
}

function quotedVoice({ said, words, translation, byJa, byEn }: ReportedQuote, language: Language): Voice {
  const by = language === 'ja' ? byJa : byEn;
  if (said === language) return { words: oneLine(words), by, translation: 'none' };
  const isMissing = translation.trim() === '';
  return { words: oneLine(isMissing ? words : translation), by, translation: isMissing ? 'missing' : 'ours' };
}

/** An entry of a list is one paragraph. */
function oneLine(words: string): string {
  return linesOf(words).join(' ');
}

/** As they were spoken, or as the secretariat has translated them. One a line, as "words | speaker". */
function writtenVoices(texts: readonly WrittenText[], language: Language, sessionId: string): readonly Voice[] {
  const found = texts.find((one) => one.section === 'voices' && one.sessionId === sessionId);
  if (found === undefined) return [];
  const said = found.said ?? language;
  const original = linesOf(found[said]);
  const translated = linesOf(found[language]);
  const lines = original.length === 0 ? translated : original;
  return lines.map((line, at): Voice => {
    const ours = translated[at];
    const [words = '', by = ''] = partsOf(said === language ? line : (ours ?? line));
    const translation = said === language ? 'none' : ours === undefined ? 'missing' : 'ours';
    return { words, by, translation };
  });
}

interface Presentation {
  readonly company: string;
  readonly title: string;
  /** The name of its file; empty where there is none. */
  readonly file: string;
  /** Its file is there, and nobody has said in this language what it is called. */
  readonly lacksTitle: boolean;
}

interface Presented {
  readonly texts: readonly WrittenText[];
  readonly presentations: readonly ReportedPresentation[];
}

/**
 * In the order in which they were given: those that were written, one a line as "company | title | file", and those whose files are
 * there. A file takes the place of the line with its company's name, whose title it keeps where it has none of its own.
 */
export function presentationsIn(
  { texts, presentations }: Presented,
  language: Language,
  sessionId: string,
): readonly Presentation[] {
  const written = linesOf(textIn(texts, language, { section: 'presentations', sessionId })).map((line, at) => {
    const [company = '', title = '', file = ''] = partsOf(line);
    return { company, title, file, lacksTitle: false, order: at + 1 };
  });
  const taken = new Set<number>();
  const kept = presentations
    .filter((one) => one.sessionId === sessionId)
    .map(({ companyJa, companyEn, titleJa, titleEn, file, position }) => {
      const names = [companyJa, companyEn].filter((name) => name !== '').map(canonicalText);
      const line = written.find(({ company, order }) => names.includes(canonicalText(company)) && !taken.has(order));
      if (line !== undefined) taken.add(line.order);
      const title = (language === 'ja' ? titleJa : titleEn) || (line?.title ?? '');
      const company = line?.company ?? ((language === 'ja' ? companyJa : companyEn) || companyJa || companyEn);
      return { company, title, file, lacksTitle: title === '', order: position };
    });
  // Of two with one number the one whose order somebody has chosen comes first.
  const all = [...kept, ...written.filter(({ order }) => !taken.has(order))];
  return all
    .toSorted((one, other) => one.order - other.order)
    .map(({ order: _order, ...presentation }) => presentation);
}

function isPresented(presentations: readonly Presentation[]): boolean {
  return presentations.length > 0 && presentations.every(({ lacksTitle }) => !lacksTitle);
}

/** A part that nobody has written yet. */
export interface MissingText {
  readonly section: ReportSection;
  /** Of the session; null: of the programme. */
  readonly session: string | null;
  readonly language: Language;
}

interface Looked extends Heard, Presented {
  readonly sessions: readonly { readonly id: string; readonly code: string; readonly isClosing: boolean }[];
}

/** What is missing in these languages. Presentations are asked for of a closing session alone, voices of every one. */
export function missingTexts(
  { texts, quotes, presentations, sessions }: Looked,
  languages: readonly Language[],
): readonly MissingText[] {
  return languages.flatMap((language) => [
    ...programmeSections
      .filter((section) => textIn(texts, language, { section }) === '')
      .map((section) => ({ section, session: null, language })),
    ...sessions.flatMap(({ id, code, isClosing }) =>
      sessionSections
        .filter((section) => isClosing || section !== 'presentations')
        .filter((section) => {
          if (section === 'voices') return !isWhole(voicesIn({ texts, quotes }, language, id));
          if (section === 'presentations') return !isPresented(presentationsIn({ texts, presentations }, language, id));
          return textIn(texts, language, { section, sessionId: id }) === '';
        })
        .map((section) => ({ section, session: code, language })),
    ),
  ]);
}

function isWhole(voices: readonly Voice[]): boolean {
  return voices.length > 0 && voices.every(({ translation }) => translation !== 'missing');
}
