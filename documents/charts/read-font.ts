/** The font that charts are written in: which signs it has, since a sign that it lacks would vanish without a word. */
import { readFile } from 'node:fs/promises';

/** As the font names itself. */
export const FONT_FAMILY = 'Noto Sans JP';

/** Stands where the font has no sign, as printers have it. */
const MISSING = '〓';

export interface ChartFont {
  readonly bytes: Uint8Array;
  /** The text with a visible mark for each sign that the font lacks. */
  legible(text: string): string;
}

let reading: Promise<ChartFont> | undefined;

/** Read once a process. */
export async function readFont(): Promise<ChartFont> {
  reading ??= readFile(new URL('./font/noto-sans-jp-subset.ttf', import.meta.url)).then((bytes) => {
    const has = signsOf(bytes);
    return {
      bytes,
      legible: (text) => [...text].map((sign) => (has(sign.codePointAt(0) ?? 0) ? sign : MISSING)).join(''),
    };
  });
  return await reading;
}

/** Reads the table 'cmap' in its format 4: https://learn.microsoft.com/typography/opentype/spec/cmap */
function signsOf(font: Buffer): (codePoint: number) => boolean {
  const start = tableAt(font, 'cmap');
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, at) => start + font.readUInt32BE(start + 4 + at * 8 + 4),
  );
  const at = subtables.find((offset) => font.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error('the font has no table of signs of format 4');
  const count = font.readUInt16BE(at + 6) / 2;
  const has = new Set<number>();
  for (let segment = 0; segment < count; segment += 1) {
    const last = font.readUInt16BE(at + 14 + segment * 2);
    const first = font.readUInt16BE(at + 16 + count * 2 + segment * 2);
    for (let code = first; code <= last && code !== 0xffff; code += 1) has.add(code);
  }
  return (codePoint) => has.has(codePoint);
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + table * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}
