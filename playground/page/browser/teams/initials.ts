/** What stands in a round picture where there is no photograph. */

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** `SA` for SPP Assistant; the family name's first character for 鈴木 健. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s・]+/);
  const [first = '', ...others] = words;
  if (japanese.test(name)) return [...first][0] ?? '';
  return `${[...first][0] ?? ''}${[...(others.at(-1) ?? '')][0] ?? ''}`.toUpperCase();
}

const hues = 8;

/** The same of eight colours for the same name, every time. */
export function hueOf(name: string): number {
  return [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % hues;
}
