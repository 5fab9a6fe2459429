/** Finds in a worksheet's XML what the spreadsheet reader hides: formulas, errors, merged cells, and how far the cells reach. */

export interface SheetScan {
  /** Cells such as 'C7' that hold a formula or an error. */
  readonly computed: readonly string[];
  /** Ranges such as 'A2:A4'. */
  readonly merged: readonly string[];
  /** The farthest cell; a single one at the end of the sheet would make the reader fill in millions. */
  readonly lastLine: number;
  readonly lastColumn: number;
}

export function scanSheet(xml: string): SheetScan {
  const computed = new Set<string>();
  const merged: string[] = [];
  let cell = '';
  let lastLine = 0;
  let lastColumn = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c|f|mergeCell)(?=[\s/>])([^>]*)>/g)) {
    if (tag === 'row') lastLine = Math.max(lastLine, Number(attributeOf(attributes, 'r') ?? 0));
    else if (tag === 'f') computed.add(cell);
    else if (tag === 'mergeCell') merged.push(attributeOf(attributes, 'ref') ?? '?');
    else {
      cell = attributeOf(attributes, 'r') ?? '';
      if (attributeOf(attributes, 't') === 'e') computed.add(cell);
      const { line, column } = positionOf(cell);
      lastLine = Math.max(lastLine, line);
      lastColumn = Math.max(lastColumn, column);
    }
  }
  return { computed: [...computed], merged, lastLine, lastColumn };
}

/** Both counted from 1; 0 for what is not a cell's name. */
export function positionOf(cell: string): { readonly line: number; readonly column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)/.exec(cell) ?? [];
  if (letters === undefined || digits === undefined) return { line: 0, column: 0 };
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(digits), column };
}

/** The path of the first worksheet inside the archive, as the workbook and its relations name it; null without one. */
export function firstSheetPath(workbook: string, relations: string): string | null {
  const [, sheet = ''] = /<(?:\w+:)?sheet(?=\s)([^>]*)>/.exec(workbook) ?? [];
  const id = attributeOf(sheet, 'id');
  for (const [, relation = ''] of relations.matchAll(/<(?:\w+:)?Relationship(?=\s)([^>]*)>/g)) {
    const target = attributeOf(relation, 'Target');
    if (id !== null && attributeOf(relation, 'Id') === id && target !== null) {
      return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    }
  }
  return null;
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? null;
}
