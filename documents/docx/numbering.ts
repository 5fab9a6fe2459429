/** Counts the lists of a Word document, so that a paragraph has the label that Word shows: "第3条", "(2)", "①". */
import { formatNumber } from './number-format.js';
import type { Docx } from './open-docx.js';
import { type Attributes, isOn, numberOf } from './parse-part.js';
import { bulletOf } from './symbols.js';

/** The lists of a document, counted from its beginning to its end. */
export interface ListCounter {
  /** The label of the next paragraph at this place; null where the list does not exist. */
  next(list: string, level: number): string | null;
  /** The level that a list gives to a style by naming it. */
  levelOf(list: string, style: string): number | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** Of a custom format. */
  readonly pattern: string | null;
  /** With %1 for the number of the first level. */
  readonly text: string;
  readonly font: string;
  /** All numbers of the label in plain digits. */
  readonly isLegal: boolean;
  /** Begins again after this level or one above it; 0 never, null after every one above. */
  readonly restart: number | null;
  readonly style: string | null;
}

interface ListKind {
  readonly levels: Map<number, Level>;
  /** The list whose levels it has, by the name of a numbering style. */
  link: string | null;
  /** The numbering style that it is. */
  style: string | null;
}

interface List {
  kind: string;
  readonly overrides: Map<number, { start: number | null; level: Level | null }>;
}

interface Lists {
  readonly kinds: ReadonlyMap<string, ListKind>;
  readonly lists: ReadonlyMap<string, List>;
}

const DEEPEST_LEVEL = 9;

export async function readNumbering(docx: Docx): Promise<ListCounter> {
  return countLists(await readLists(docx));
}

type Unfinished = { -readonly [Field in keyof Level]: Level[Field] };

async function readLists(docx: Docx): Promise<Lists> {
  const kinds = new Map<string, ListKind>();
  const lists = new Map<string, List>();
  let kind: ListKind | null = null;
  let list: List | null = null;
  let override: { start: number | null; level: Level | null } | null = null;
  let level: Unfinished | null = null;
  await docx.parse(docx.related('numbering'), {
    open(name, attributes) {
      const value = attributes('val') ?? '';
      if (name === 'w:abstractNum') {
        kind = { levels: new Map(), link: null, style: null };
        kinds.set(attributes('abstractNumId') ?? '', kind);
      } else if (name === 'w:num') {
        list = { kind: '', overrides: new Map() };
        lists.set(attributes('numId') ?? '', list);
      } else if (name === 'w:abstractNumId' && list !== null) list.kind = value;
      else if (name === 'w:numStyleLink' && kind !== null) kind.link = value;
      else if (name === 'w:styleLink' && kind !== null) kind.style = value;
      else if (name === 'w:lvlOverride' && list !== null) {
        override = { start: null, level: null };
        list.overrides.set(numberOf(attributes('ilvl')) ?? 0, override);
      } else if (name === 'w:startOverride' && override !== null) override.start = numberOf(value);
      else if (name === 'w:lvl') {
        level = emptyLevel();
        if (override !== null) override.level = level;
        else kind?.levels.set(numberOf(attributes('ilvl')) ?? 0, level);
      } else if (level !== null) readLevel(level, name, attributes);
    },
    close(name) {
      if (name === 'w:abstractNum') kind = null;
      if (name === 'w:num') list = null;
      if (name === 'w:lvlOverride') override = null;
      if (name === 'w:lvl') level = null;
    },
  });
  return { kinds, lists };
}

function emptyLevel(): Unfinished {
  return {
    ...{ start: 0, format: 'decimal', pattern: null, text: '', font: '' },
    ...{ isLegal: false, restart: null, style: null },
  };
}

function readLevel(level: Unfinished, name: string, attributes: Attributes): void {
  const value = attributes('val') ?? '';
  if (name === 'w:start') level.start = numberOf(value) ?? 0;
  if (name === 'w:numFmt' && level.pattern === null) {
    // What follows as the fallback of a custom format says less.
    level.format = value;
    level.pattern = attributes('format') ?? null;
  }
  if (name === 'w:lvlText') level.text = value;
  if (name === 'w:isLgl') level.isLegal = isOn(attributes);
  if (name === 'w:lvlRestart') level.restart = numberOf(value);
  if (name === 'w:pStyle') level.style = value;
  if (name === 'w:rFonts') level.font = attributes('ascii') ?? attributes('hAnsi') ?? '';
}

function countLists({ kinds, lists }: Lists): ListCounter {
  // Lists of one kind count on from each other.
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  const levelsOf = (list: List): ReadonlyMap<number, Level> => {
    const kind = kinds.get(list.kind);
    if (kind === undefined || kind.link === null) return kind?.levels ?? new Map();
    return [...kinds.values()].find(({ style }) => style === kind.link)?.levels ?? kind.levels;
  };
  const levelAt = (list: List, at: number) => list.overrides.get(at)?.level ?? levelsOf(list).get(at) ?? null;
  return {
    levelOf(id, style) {
      const list = lists.get(id);
      if (list === undefined) return null;
      for (let at = 0; at < DEEPEST_LEVEL; at += 1) if (levelAt(list, at)?.style === style) return at;
      return null;
    },
    next(id, at) {
      const list = lists.get(id);
      const level = list === undefined ? null : levelAt(list, at);
      if (list === undefined || level === null) return null;
      const count = counts.get(list.kind) ?? [];
      counts.set(list.kind, count);
      const override = list.overrides.get(at)?.start ?? null;
      // A list that begins at its own number does so once.
      const isFirst = override !== null && !started.has(`${id} ${at}`);
      started.add(`${id} ${at}`);
      const before = count[at];
      count[at] = isFirst ? override : before === undefined ? (override ?? level.start) : before + 1;
      for (let below = at + 1; below < DEEPEST_LEVEL; below += 1) {
        const restart = levelAt(list, below)?.restart ?? null;
        if (restart === null || (restart > 0 && at < restart)) count[below] = undefined;
      }
      return labelOf(level, at, count, (of) => levelAt(list, of));
    },
  };
}

function labelOf(
  level: Level,
  at: number,
  count: readonly (number | undefined)[],
  levelAt: (at: number) => Level | null,
): string {
  if (level.format === 'bullet') return bulletOf(level.text, level.font);
  return level.text
    .replace(/%([1-9])/g, (_all, digit: string) => {
      const of = Number(digit) - 1;
      const named = levelAt(of);
      if (named === null || of > at) return '';
      const format = level.isLegal ? 'decimal' : named.format;
      return formatNumber(count[of] ?? named.start, format, named.pattern);
    })
    .trim();
}
