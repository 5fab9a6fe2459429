/** The identifiers of files. */

/** Anything else makes the database throw. */
export function isFileId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
