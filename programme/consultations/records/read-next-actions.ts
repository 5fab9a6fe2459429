/** Reads next actions as people write them: one a line, with who does it and until when behind strokes. */
import { isDate } from '../../messages/dates.js';

export interface WrittenAction {
  readonly text: string;
  /** As it was written; empty where nobody was named. */
  readonly owner: string;
  /** '2025-03-14'; null where no day was given. */
  readonly dueOn: string | null;
}

/** A line that cannot be read. */
export interface UnreadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly why: 'no_text' | 'no_date' | 'too_long' | 'too_many';
}

export const MOST_ACTIONS = 20;
const LONGEST_TEXT = 300;
const LONGEST_OWNER = 100;

/** A stroke between spaces, or one that no date holds. */
const strokes = /\s+[/／]\s+|\s*[|｜／]\s*/;
const bullet = /^\s*(?:[-*・•●○]|\d{1,2}[.)．、])\s*/;
const withYear = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const withoutYear = /^(\d{1,2})[-/.月](\d{1,2})日?$/;
/** What people put around a day: until, by, due. */
const around = /^(?:by|until|due|期限|期日)[:：\s]*|(?:\s*\([日月火水木金土]\))?(?:まで(?:に)?)?$/giu;

/** `from`: the day of the consultation ('2025-02-04'); a day without a year is the next one after it. */
export function readNextActions(written: string, from: string): readonly WrittenAction[] | UnreadLine {
  const actions: WrittenAction[] = [];
  for (const [index, line] of written.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, from);
    if (typeof read === 'string') return { line: index + 1, text: line.trim(), why: read };
    actions.push(read);
    if (actions.length > MOST_ACTIONS) return { line: index + 1, text: line.trim(), why: 'too_many' };
  }
  return actions;
}

function readLine(line: string, from: string): WrittenAction | UnreadLine['why'] {
  const parts = line
    .replace(bullet, '')
    .split(strokes)
    .map((part) => part.trim());
  const [text = '', second = '', third] = parts;
  if (text === '') return 'no_text';
  if (text.length > LONGEST_TEXT || second.length > LONGEST_OWNER || parts.length > 3) return 'too_long';
  if (third !== undefined) {
    const dueOn = third === '' ? null : readDay(third, from);
    return third !== '' && dueOn === null ? 'no_date' : { text, owner: second, dueOn };
  }
  const dueOn = readDay(second, from);
  return dueOn === null ? { text, owner: second, dueOn } : { text, owner: '', dueOn };
}

/** Null: it is no day. */
function readDay(written: string, from: string): string | null {
  const day = written.normalize('NFKC').replaceAll(around, '').trim();
  const whole = withYear.exec(day);
  if (whole) return dayOf(whole[1], whole[2], whole[3]);
  const short = withoutYear.exec(day);
  if (!short) return null;
  const year = Number(from.slice(0, 4));
  const candidates = [year, year + 1].map((one) => dayOf(String(one), short[1], short[2]));
  return candidates.find((one) => one !== null && one >= from) ?? null;
}

function dayOf(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** The same as one would write it, to be shown in a form again. */
export function writeNextActions(actions: readonly WrittenAction[]): string {
  return actions
    .map(({ text, owner, dueOn }) => [
      text,
      ...(owner === '' && dueOn === null ? [] : [owner]),
      ...(dueOn === null ? [] : [dueOn]),
    ])
    .map((parts) => parts.join(' | '))
    .join('\n');
}
