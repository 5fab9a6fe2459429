/** Reads the bytes of a text file in the encodings that Japanese editors write. */

/** More characters that no text has than this share of it: the bytes are something else that happens to decode. */
const MOST_STRANGE = 0.01;

/**
 * UTF-8, UTF-16, Shift_JIS (with Windows' own signs, cp932), EUC-JP or ISO-2022-JP, by which of them the bytes are valid in.
 * @returns null for what is no text
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = byMark(bytes);
  if (marked !== null) return readable(bytes, marked);
  const inWideUnits = unmarkedUtf16(bytes);
  if (inWideUnits !== null) return readable(bytes, inWideUnits);
  // Its escapes are plain ASCII to every other encoding.
  if (bytes.includes(0x1b)) return readable(bytes, 'iso-2022-jp');
  const utf8 = readable(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const [shiftJis, eucJp] = [readable(bytes, 'shift_jis'), readable(bytes, 'euc-jp')];
  if (shiftJis === null || eucJp === null) return shiftJis ?? eucJp;
  return strangeness(eucJp) < strangeness(shiftJis) ? eucJp : shiftJis;
}

function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Every text has spaces, digits or line breaks, one byte of which is zero; no other encoding of text has a zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : null;
}

function readable(bytes: Uint8Array, encoding: string): string | null {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (text.includes('\0')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const strange = text.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/g)?.length ?? 0;
  return strange > text.length * MOST_STRANGE ? null : text;
}

/** Half-width katakana and rare characters: what each of the two Japanese encodings makes of the other's bytes. */
function strangeness(text: string): number {
  return text.match(/[\uff61-\uff9f\ue000-\uf8ff]/g)?.length ?? 0;
}
