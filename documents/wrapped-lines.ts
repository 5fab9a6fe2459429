/** Puts lines together that only the width of the page broke. */

const counted = '[0-9０-９一二三四五六七八九十百]{1,4}';

/** How an item of a list, an article or a section begins. */
export const startsItem = new RegExp(
  `^(?:${[
    '[•‣・●○■□◆◇▪▶►※§]|[–—*-]\\s|[①-⑳⑴-⒇]|【',
    '[(（][0-9０-９a-zA-Zア-ンｱ-ﾝ一二三四五六七八九十]{1,3}[)）]',
    '[0-9０-９]{1,2}(?:[.．-][0-9０-９]{1,2})*(?:[.．、)）]?\\s|[.．、)）](?=[^\\d０-９]))',
    '[a-zA-Z][.)]\\s|[一二三四五六七八九十]{1,3}[、.．]',
    `第${counted}[条章節項](?:[\\s\\u3000(（【「]|$)`,
    '(?:Article|Section|Chapter)\\s+[0-9IVX]+\\b',
  ].join('|')})`,
  'u',
);

export const endsSentence = /[。．.!?！？:：」』)）]$/u;

/** @param hyphenated words that have a hyphen where no line ends, in small letters */
export function joinLines(lines: readonly string[], hyphenated: ReadonlySet<string>): string {
  return lines.reduce((before, line) => {
    const isBroken = /[a-z]-$/.test(before) && /^[a-z]/.test(line);
    if (isBroken) {
      const word = `${/[a-zA-Z]+-$/.exec(before.slice(-40))?.[0] ?? ''}${/^[a-zA-Z]{1,40}/.exec(line)?.[0] ?? ''}`;
      return (hyphenated.has(word.toLowerCase()) ? before : before.slice(0, -1)) + line;
    }
    const isLatin = /[!-~\u00a0-\u024f\u2010-\u203a]$/.test(before) && /^[!-~\u00a0-\u024f\u2010-\u203a]/.test(line);
    return before + (isLatin ? ' ' : '') + line;
  });
}

export function hyphenatedWords(lines: readonly string[]): ReadonlySet<string> {
  const words = lines.flatMap((line) => line.match(/(?<![a-zA-Z])[a-zA-Z]{1,40}-[a-zA-Z]{1,40}/g) ?? []);
  return new Set(words.map((word) => word.toLowerCase()));
}
