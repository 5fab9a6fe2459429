/** The parts of a report that people write, and how those are read that hold one thing a line. */
import type { Language, ReportSection } from '../../prisma/client.js';
import type { ReportedQuote, WrittenText } from './report-data.js';

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
}

/** In the order in which they were given. One a line, as "company | title | file". */
export function presentationsIn(
  texts: readonly WrittenText[],
  language: Language,
  sessionId: string,
): readonly Presentation[] {
  return linesOf(textIn(texts, language, { section: 'presentations', sessionId })).map((line) => {
    const [company = '', title = '', file = ''] = partsOf(line);
    return { company, title, file };
  });
}

/** A part that nobody has written yet. */
export interface MissingText {
  readonly section: ReportSection;
  /** Of the session; null: of the programme. */
  readonly session: string | null;
  readonly language: Language;
}

interface Looked extends Heard {
  readonly sessions: readonly { readonly id: string; readonly code: string; readonly isClosing: boolean }[];
}

/** What is missing in these languages. Presentations are asked for of a closing session alone, voices of every one. */
export function missingTexts(
  { texts, quotes, sessions }: Looked,
  languages: readonly Language[],
): readonly MissingText[] {
  return languages.flatMap((language) => [
    ...programmeSections
      .filter((section) => textIn(texts, language, { section }) === '')
      .map((section) => ({ section, session: null, language })),
    ...sessions.flatMap(({ id, code, isClosing }) =>
      sessionSections
        .filter((section) => isClosing || section !== 'presentations')
        .filter((section) =>
          section === 'voices'
            ? !isWhole(voicesIn({ texts, quotes }, language, id))
            : textIn(texts, language, { section, sessionId: id }) === '',
        )
        .map((section) => ({ section, session: code, language })),
    ),
  ]);
}

function isWhole(voices: readonly Voice[]): boolean {
  return voices.length > 0 && voices.every(({ translation }) => translation !== 'missing');
}
