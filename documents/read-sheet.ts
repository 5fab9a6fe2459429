/** Reads the cells of one worksheet as text, and notes what cannot be read as it looks. */
import { parseXml } from './parse-xml.js';
import type { NumberFormat } from './read-styles.js';
import { type RichText, richText, unescaped } from './rich-text.js';

export interface SheetLimits {
  /** Beyond this line or column nothing is kept; that something stands there is noted. */
  readonly mostLines: number;
  readonly mostColumns: number;
  /** Only as many lines that hold something are wanted. */
  readonly lines?: number;
  /** Dates and times are read as 2024-11-07 15:30:00, and times of less than a day as 01:30:00, for who knows what was typed. */
  readonly readsDates?: boolean;
}

/** A cell by its line and column, from 1. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

export interface SheetContent {
  /** By line, from 1: what its cells show, by column from 0. Lines that hold nothing are absent. */
  readonly lines: ReadonlyMap<number, readonly string[]>;
  /** A cell with something in it lies beyond the limits. */
  readonly beyond: 'lines' | 'columns' | null;
  /** Cells with a formula or an error. */
  readonly computed: readonly CellPlace[];
  /** Cells that Excel turned into dates; what was typed cannot be got back. */
  readonly dates: readonly CellPlace[];
  /** Numbers that a format shows in a way that is not read. */
  readonly formatted: readonly CellPlace[];
  /** Merged ranges such as A2:A4, with their first line. */
  readonly merged: readonly { readonly range: string; readonly line: number }[];
  /** Lines that hold something and are hidden, by hand or by a filter. */
  readonly hiddenLines: readonly number[];
}

export interface SheetParts {
  readonly shared: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Its days are counted from 1904, as Excel for the Mac long did. */
  readonly from1904?: boolean;
}

/** Throws where the XML is damaged. */
export async function readSheetXml(xml: string, parts: SheetParts, limits: SheetLimits): Promise<SheetContent> {
  const collector = new SheetCollector(parts, limits);
  await parseXml(xml, collector);
  return collector;
}

class SheetCollector implements SheetContent {
  readonly lines = new Map<number, string[]>();
  beyond: SheetContent['beyond'] = null;
  readonly computed: CellPlace[] = [];
  readonly dates: CellPlace[] = [];
  readonly formatted: CellPlace[] = [];
  readonly merged: { range: string; line: number }[] = [];
  readonly hiddenLines: number[] = [];
  private readonly string: RichText = richText();
  private line = 0;
  private lineIsHidden = false;
  private column = 0;
  private type = '';
  private style = 0;
  private value: string | null = null;

  constructor(
    private readonly parts: SheetParts,
    private readonly limits: SheetLimits,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'row') {
      // Some programs leave out where a line or cell stands: it follows the one before.
      this.line = Number(attributes.get('r') ?? this.line + 1);
      this.lineIsHidden = isTrue(attributes.get('hidden'));
      this.column = 0;
    } else if (name === 'c') {
      this.column = columnOf(attributes.get('r')) ?? this.column + 1;
      this.type = attributes.get('t') ?? 'n';
      this.style = Number(attributes.get('s') ?? 0);
      this.string.take();
      this.value = null;
    } else if (name === 'v') this.value = '';
    else if (name === 'f' || name === 'is') this.value = null;
    if (name === 'f') this.note(this.computed);
    if (name === 'mergeCell') {
      const range = attributes.get('ref') ?? '?';
      this.merged.push({ range, line: Number(/\d+/.exec(range)?.[0] ?? 1) });
    }
    this.string.open(name);
  }

  text(text: string): void {
    if (this.value !== null) this.value += text;
    this.string.add(text);
  }

  close(name: string): void {
    this.string.close(name);
    if (name === 'v') {
      const shown = this.shown(this.value ?? '');
      this.value = null;
      if (shown !== null) this.keep(shown);
    } else if (name === 'is') this.keep(this.string.take());
  }

  isDone(): boolean {
    return this.limits.lines !== undefined && this.lines.size >= this.limits.lines;
  }

  /** Null where the cell was noted instead. */
  private shown(value: string): string | null {
    switch (this.type) {
      case 's': {
        const shared = this.parts.shared[Number(value)];
        if (shared === undefined) throw new Error(`There is no shared string ${value}.`);
        return shared;
      }
      case 'e':
        this.note(this.computed);
        return null;
      case 'd':
        if (this.limits.readsDates) return value.replace('T', ' ').replace(/Z$/, '');
        this.note(this.dates);
        return null;
      case 'b':
        return isTrue(value) ? 'TRUE' : 'FALSE';
      case 'str':
        return unescaped(value);
      default:
        return value.trim() === '' ? null : this.number(String(Number(value)));
    }
  }

  private number(written: string): string | null {
    const format = this.parts.formats[this.style] ?? { kind: 'plain' };
    if (format.kind === 'date') {
      if (this.limits.readsDates) return dateText(Number(written), this.parts.from1904 === true);
      this.note(this.dates);
      return null;
    }
    if (format.kind === 'other') this.note(this.formatted);
    if (format.kind !== 'padded' || !/^\d+$/.test(written)) return written;
    return format.before + written.padStart(format.digits, '0') + format.after;
  }

  private keep(text: string): void {
    if (text.trim() === '' || this.isBeyond()) return;
    const cells = this.lines.get(this.line) ?? [];
    if (cells.length === 0) {
      this.lines.set(this.line, cells);
      if (this.lineIsHidden) this.hiddenLines.push(this.line);
    }
    while (cells.length < this.column) cells.push('');
    cells[this.column - 1] = text;
  }

  /** What stands there counts as something, so that a line of nothing else is not blank. */
  private note(places: CellPlace[]): void {
    if (this.isBeyond()) return;
    const { line, column } = this;
    const last = places.at(-1);
    if (last?.line !== line || last.column !== column) places.push({ line, column });
    this.keep('?');
  }

  private isBeyond(): boolean {
    if (this.line > this.limits.mostLines) this.beyond ??= 'lines';
    else if (this.column > this.limits.mostColumns) this.beyond ??= 'columns';
    else return false;
    return true;
  }
}

const DAY_MILLISECONDS = 86_400_000;

/** Days since the end of 1899, with a day in 1900 that never was (ECMA-376 part 1, 18.17.4.1), or since 1904; to the second. */
function dateText(serial: number, from1904: boolean): string {
  const milliseconds = Math.round(serial * 86_400) * 1000;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const instant = new Date(first + milliseconds);
  if (Number.isNaN(instant.getTime())) return String(serial);
  const [day = '', time = ''] = instant.toISOString().split(/[T.]/);
  return milliseconds >= 0 && milliseconds < DAY_MILLISECONDS ? time : `${day} ${time}`;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** AB12 → 28; null where a cell does not say where it stands. */
function columnOf(cell: string | undefined): number | null {
  if (cell === undefined) return null;
  const letters = /^[A-Z]{1,3}(?=\d+$)/.exec(cell)?.[0];
  if (letters === undefined) throw new Error(`There is no cell ${cell}.`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 28 → AB */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
