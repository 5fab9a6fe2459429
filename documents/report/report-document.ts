/** A report as a document: blocks with all their words, for the writers of each kind of file. */
import type { Chart } from '../charts/chart.js';
import type { Cell } from '../write-xlsx.js';

/** What a column holds; a day is its UTC date, an instant what the clock on the wall shows as its UTC fields. */
type ColumnKind = 'text' | 'number' | 'day' | 'instant';

export interface ReportColumn {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters of the standard font, of which a Japanese one takes two. */
  readonly width: number;
  /** Only in the workbook: a page is too narrow for it. */
  readonly sheetOnly?: boolean;
}

export interface ReportTable {
  readonly kind: 'table';
  /** The name of its sheet: at most 31 characters, none of []/\:*? among them, each once in a document. */
  readonly sheet: string;
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Only in the workbook: the pages say the same otherwise. */
  readonly sheetOnly?: boolean;
  /** Shorter, where a page would be filled by what the workbook holds in full. */
  readonly onPage?: Pick<ReportTable, 'columns' | 'rows'>;
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly level: 0 | 1 | 2 }[] }
  | ReportTable
  /** `description`: what it shows, for who does not see it. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly description: string }
  | ReportPhotograph;

export interface ReportPhotograph {
  readonly kind: 'photograph';
  /** What names it to who reads its bytes. */
  readonly photograph: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for who does not see it. */
  readonly description: string;
  /** Beneath it. */
  readonly caption: string;
  /** What stands in its place where it is not there any more. */
  readonly goneWords: string;
}

/** The bytes of a photograph (JPEG); null where it is not there any more. */
export type PhotographReader = (photograph: string) => Promise<Uint8Array | null>;

export interface ReportDocument {
  readonly language: 'ja' | 'en';
  readonly title: string;
  /** Under the title. */
  readonly facts: readonly string[];
  /** The heading of the list of headings. */
  readonly contents: string;
  readonly blocks: readonly ReportBlock[];
}

export function isTable(block: ReportBlock): block is ReportTable {
  return block.kind === 'table';
}

/** A cell as a text shows it; null: there is nothing. */
export function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '–';
  if (!(cell instanceof Date)) return String(cell);
  const written = cell.toISOString();
  return kind === 'day' ? written.slice(0, 10) : written.slice(0, 16).replace('T', ' ');
}

/** What a page has room for. */
export function shownInText(table: ReportTable): Pick<ReportTable, 'columns' | 'rows'> {
  const { columns, rows } = table.onPage ?? table;
  const kept = columns.flatMap(({ sheetOnly }, at) => (sheetOnly ? [] : [at]));
  return {
    columns: columns.filter(({ sheetOnly }) => !sheetOnly),
    rows: rows.map((row) => kept.map((at) => row[at] ?? null)),
  };
}
