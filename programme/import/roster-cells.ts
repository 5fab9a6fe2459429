/** Understands the cells of one line of a roster, noting each that cannot be understood. */
import { z } from 'zod';
import { canonicalText, identifierText, katakana } from '../messages/canonical.js';
import { canonicalTimeZone } from '../messages/dates.js';
import type { Language, Level, Mode, Role } from '../requests/context.js';
import { type Findings, fault, vocabulary } from './findings.js';
import type { Column } from './headings.js';
import type { TableLine } from './read-table.js';
import type { ImportTexts } from './texts-ja.js';

const LONGEST_CELL = 200;
/** An e-mail address alone may have 254 characters, and a company several tenants and advisers. */
const longestCells: Partial<Record<Column, number>> = { email: 254, slack: 10_000, teams: 10_000, advisers: 10_000 };

const roles = vocabulary<Role>((texts) => texts.role, ['participant', 'adviser', 'secretariat', 'speaker']);
const levels = vocabulary<Level>((texts) => texts.level, ['management', 'working']);
const languages = vocabulary<Language>((texts) => texts.language, ['ja', 'en']);
const modes = vocabulary<Mode>((texts) => texts.mode, ['onsite', 'online']);

const email = z.email().max(254);

/** A line whose cells are read one by one; every problem goes to `faults` with the line's number. */
export interface LineReader {
  /** A name as people write it: nothing about it is changed but white space around it. */
  name(column: Column): string | null;
  /** A reading, for sorting: katakana of full width. */
  kana(column: Column): string | null;
  code(column: Column): string | null;
  email(): string | null;
  role(): Role | null;
  level(): Level | null;
  language(): Language | null;
  timeZone(): string | null;
  workspaces(column: 'slack' | 'teams'): readonly string[];
  /** E-mail addresses or person codes, in lower case. */
  advisers(): readonly string[];
  attendance(): ReadonlyMap<string, Mode>;
}

/** Which file the line is in, and whether letters may have been lost when it was saved. */
interface From {
  readonly file: string;
  readonly lossy: boolean;
}

/** What every reading of a cell begins with: text, an identifier or one of several words, or null and a fault. */
function cellReader({ file }: From, { line, cells }: TableLine, { faults, warnings }: Findings) {
  function warn(say: (texts: ImportTexts['warnings'], all: ImportTexts) => string): void {
    warnings.push(fault(file, line, (_faults, all) => say(all.warnings, all)));
  }

  function complain(say: (texts: ImportTexts['faults'], all: ImportTexts) => string): null {
    faults.push(fault(file, line, say));
    return null;
  }

  /** Null when it is missing or no text that anything can be made of. */
  function text(column: Column, { optional = false } = {}): string | null {
    const value = cells[column];
    const heading = ({ columns }: ImportTexts) => headingOf(columns, column);
    if (value === '') return optional ? null : complain((words, all) => words.missing(heading(all)));
    const longest = longestCells[column] ?? LONGEST_CELL;
    if (value.length > longest) return complain((words, all) => words.tooLong(heading(all), longest));
    if (/\p{Cc}/u.test(value)) return complain((words, all) => words.lineBreak(heading(all)));
    // Private use: a character that somebody drew for their own computer (外字), or that code page 932 keeps for them.
    if (/\p{Co}/u.test(value)) return complain((words, all) => words.gaiji(heading(all)));
    return value;
  }

  /** An identifier: full-width letters, digits and signs are the same as ordinary ones. */
  function identifier(column: Column, options?: { optional: boolean }): string | null {
    const value = text(column, options);
    return value === null ? null : identifierText(value);
  }

  function choice<Meaning extends string>(
    column: Column,
    words: ReadonlyMap<string, Meaning>,
    choose: (texts: ImportTexts) => Readonly<Record<Meaning, readonly string[]>>,
    options?: { optional: boolean },
  ): Meaning | null {
    const value = text(column, options);
    if (value === null) return null;
    const meaning = words.get(canonicalText(value));
    if (meaning !== undefined) return meaning;
    return complain((faults, all) => faults.notAChoice(headingOf(all.columns, column), value, firstWords(choose(all))));
  }

  return { complain, warn, text, identifier, choice };
}

export function lineReader(from: From, line: TableLine, findings: Findings): LineReader {
  const { complain, warn, text, identifier, choice } = cellReader(from, line, findings);
  return {
    name(column) {
      const value = text(column);
      if (value === null) return null;
      if (line.cleaned.has(column)) warn((words, { columns }) => words.invisible(headingOf(columns, column)));
      // Excel writes what code page 932 lacks as a question mark, other programs as a replacement character.
      if (/[\uFFFD〓\p{Cs}]/u.test(value) || (from.lossy && /[?？]/.test(value))) {
        return complain((words, { columns }) => words.lostCharacter(headingOf(columns, column), value));
      }
      if (besideIdeograph.test(value)) {
        warn((words, { columns }) => words.perhapsLost(headingOf(columns, column), value));
      }
      return value;
    },
    kana(column) {
      const value = text(column);
      if (value === null) return null;
      const reading = kanaReading(value);
      if (/^[\p{Script=Katakana}ー・･゠.,&'A-Z0-9 -]+$/iu.test(reading) && /\p{Script=Katakana}/u.test(reading))
        return reading;
      return complain((words, { columns }) => words.notKana(headingOf(columns, column), value));
    },
    code(column) {
      const value = identifier(column);
      if (value === null || isCode(value)) return value;
      return complain((words, { columns }) => words.codeMalformed(headingOf(columns, column), value));
    },
    email() {
      const value = identifier('email')?.toLowerCase() ?? null;
      if (value === null || email.safeParse(value).success) return value;
      return complain((words) => words.emailMalformed(value));
    },
    role: () => choice('role', roles, (texts) => texts.role),
    level: () => choice('level', levels, (texts) => texts.level, { optional: true }),
    language: () => choice('language', languages, (texts) => texts.language, { optional: true }),
    timeZone() {
      const value = identifier('timeZone', { optional: true });
      if (value === null) return null;
      return canonicalTimeZone(value) ?? complain((words) => words.notATimeZone(value));
    },
    workspaces(column) {
      const found = (identifier(column, { optional: true }) ?? '').split(/[\s,;、]+/).filter((value) => value !== '');
      return found.flatMap((value) => {
        const identity = column === 'slack' ? slackWorkspace(value) : teamsTenant(value);
        if (identity === null) {
          complain((words) => (column === 'slack' ? words.slackMalformed(value) : words.teamsMalformed(value)));
        }
        return identity ?? [];
      });
    },
    advisers: () =>
      (identifier('advisers', { optional: true }) ?? '')
        .toLowerCase()
        .split(/[\s,;、]+/)
        .filter((value) => value !== ''),
    attendance() {
      const plan = new Map<string, Mode>();
      for (const [session, value] of line.attendance) {
        const mode = modes.get(canonicalText(value));
        if (mode !== undefined) plan.set(session, mode);
        else complain((words, { mode: names }) => words.notAChoice(session, value, firstWords(names)));
      }
      return plan;
    },
  };
}

/** A reading as a roster has it, however it was typed. */
export function kanaReading(text: string): string {
  return katakana(text).replace(/\s+/g, ' ').trim();
}

export function headingOf(columns: ImportTexts['columns'], column: Column): string {
  return columns[column][0] ?? column;
}

/** Codes of programmes, companies and sessions. */
export function isCode(text: string): boolean {
  return /^[A-Z0-9][A-Z0-9._-]{0,31}$/i.test(text);
}

/** https://docs.slack.dev names workspaces T… and organisations E…; null for anything else. */
export function slackWorkspace(text: string): string | null {
  const identity = identifierText(text).toUpperCase();
  return /^[TE][A-Z0-9]{2,20}$/.test(identity) ? identity : null;
}

/** A Microsoft Entra tenant's GUID in lower case; null for anything else. */
export function teamsTenant(text: string): string | null {
  const identity = identifierText(text).toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(identity) ? identity : null;
}

/** A file may have been in code page 932 before it was in Unicode. */
const besideIdeograph =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\?|\?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function firstWords(words: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(words).flatMap(([first]) => first ?? []);
}
