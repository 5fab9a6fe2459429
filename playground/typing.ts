/** How a person finds an option by typing, whatever the platform. */

/** What a person types for an option, one after the other until it is offered: its whole name, or the part before the brackets. */
export function typings(wanted: string): readonly string[] {
  const [start = wanted] = wanted.split(/\s*[(（]/);
  return start === '' || start === wanted ? [wanted] : [wanted, start];
}

/** The option that a person takes: the one of that name, or the only one offered if what was typed is part of it. */
export function taken<Option>(
  offered: readonly Option[],
  read: (option: Option) => string,
  wanted: string,
  typed: string,
): Option | undefined {
  const [only, another] = offered;
  const exact = offered.find((option) => read(option) === wanted);
  if (exact !== undefined || only === undefined || another !== undefined) return exact;
  return read(only).includes(typed) ? only : undefined;
}
