/** Turns the markdown that Teams draws into the words that a person reads, and nothing that was escaped into markup. */

/**
 * Links become their label, emphasis loses its marks, and an escaped character is itself again.
 * What people wrote must therefore come out exactly as they wrote it, or the bot forgot to escape it.
 */
export function readMarkdown(text: string): string {
  const kept: string[] = [];
  // Escaped characters are put aside first (U+E000 is for private use, so nobody types it), so that they cannot take part in markup.
  const shielded = text.replaceAll(/\\([\\`*_{}[\]()#+\-.!<>~|&])/g, (_whole, character: string) => {
    kept.push(character);
    return `\uE000${kept.length - 1}\uE000`;
  });
  const read = shielded
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, '$1')
    .replaceAll(/(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/g, '$1')
    .replaceAll(/<at>(.*?)<\/at>/g, '@$1')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/^#{1,6} /gm, '');
  const whole = read.replaceAll(/\uE000(\d+)\uE000/g, (_whole, index: string) => kept[Number(index)] ?? '');
  return whole
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
