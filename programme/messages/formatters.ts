/** Date formatters by language, zone and purpose, made once: making one costs as much as a hundred uses. */

const made = new Map<string, Intl.DateTimeFormat>();

/** The formatter for these options; `purpose` names them, so that it can be found again. */
export function formatter(
  purpose: string,
  language: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${purpose}|${language}|${timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(language, { ...options, timeZone });
  made.set(key, fresh);
  return fresh;
}
