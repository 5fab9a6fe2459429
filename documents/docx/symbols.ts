/** What signs of symbol fonts look like, which a document names by their place in the font. */

/** By the last byte of the place, as Word writes F0xx for what these fonts have at xx. */
const looks: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: { 183: '•', 168: '♦', 176: '°', 177: '±', 180: '×', 215: '⋅', 222: '⇒', 174: '→', 163: '≤', 179: '≥' },
  wingdings: {
    ...{ 108: '●', 109: '○', 110: '■', 111: '□', 112: '□', 113: '□', 114: '□', 116: '◆', 117: '◆', 118: '❖' },
    ...{ 119: '◆', 158: '·', 159: '•', 160: '▪', 161: '○', 167: '▪', 168: '□', 216: '➢', 224: '→', 232: '➔' },
    ...{ 240: '⇨', 251: '✗', 252: '✓', 253: '☒', 254: '☑' },
  },
  'wingdings 2': { 80: '✓', 82: '☑', 84: '☒', 151: '●', 163: '□' },
};

/** The sign at that place of that font; '' where nobody can tell without the font. */
export function symbolAt(code: number, font: string): string {
  const known = looks[font.toLowerCase()]?.[code & 0xff];
  if (known !== undefined) return known;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  if (!isPrivate) return code > 0x1f && code <= 0xffff ? String.fromCharCode(code) : '';
  // Fonts of letters have letters there.
  const place = code & 0xff;
  return /symbol|dings|webdings/i.test(font) || place < 0x20 || place > 0x7e ? '' : String.fromCharCode(place);
}

/** How a list's bullet looks, whatever font it is drawn in. */
export function bulletOf(text: string, font: string): string {
  const [sign] = text.trim();
  if (sign === undefined) return '';
  const code = sign.codePointAt(0) ?? 0;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  const isSymbolFont = /symbol|dings/i.test(font);
  if (isPrivate || (isSymbolFont && code < 0x100)) return symbolAt(code, font) || '•';
  // Word's second level is the letter o of a typewriter.
  return text.trim() === 'o' ? '○' : text.trim();
}
