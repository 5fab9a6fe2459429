/** Keeps text in a roster from being run as a formula when somebody opens the file, so that an import reads back what was written. */

/** What spreadsheets take for the beginning of a formula, whatever width it was typed in (OWASP, "CSV Injection"). */
const dangerous = /^'*[=+\-@\t\r＝＋－＠]/;

/** With an apostrophe before it where a spreadsheet might run it, or where `unguardedCell` would take one off. */
export function guardedCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** What was guarded; everything else is as it stands. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell;
}
