/** The name of a sheet, as Excel takes it. */

/** support.microsoft.com, "Rename a worksheet" */
const LONGEST = 31;

export function sheetName(name: string): string {
  return name.replace(/[[\]/\\:*?]/g, '_').slice(0, LONGEST);
}
