/** Puts entries into a list at a number. */

/** The list with some put in as number `position` from 1 on, or with null last. */
export function putIn<T>(list: readonly T[], added: readonly T[], position: number | null): readonly T[] {
  const at = position === null ? list.length : Math.min(position - 1, list.length);
  return [...list.slice(0, at), ...added, ...list.slice(at)];
}
