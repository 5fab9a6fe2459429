/** Reads from a workbook's styles how each cell shows its number. */
import { parseXml } from './parse-xml.js';

/** How a cell's number is shown: by ECMA-376 part 1, 18.8.30 (numFmt). */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  /** A format such as "P"000: `digits` at least, between two texts. */
  | { readonly kind: 'padded'; readonly before: string; readonly digits: number; readonly after: string }
  /** The number looks different from what it is in a way that is not read. */
  | { readonly kind: 'other' };

const plain: NumberFormat = { kind: 'plain' };
const date: NumberFormat = { kind: 'date' };

/** By the number of a cell's style. */
export async function readStyles(xml: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await parseXml(xml, {
    open(name, attributes) {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') codes.set(id, attributes.get('formatCode') ?? '');
      if (name === 'xf' && inCells) styles.push(id);
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtIn(id) : understand(code);
  });
}

/** The formats that a file need not spell out; 27–36 and 50–58 are the dates of East Asian editions. */
function builtIn(id: number): NumberFormat {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  if (isDate) return date;
  return id === 0 || id === 1 || id === 49 ? plain : { kind: 'other' };
}

function understand(code: string): NumberFormat {
  const literals: string[] = [];
  // Quoted and escaped letters are no placeholders; colours, conditions and widths in brackets show nothing.
  const bare = (code.split(';')[0] ?? '')
    .replace(/"([^"]*)"|\\(.)/g, (_all, quoted: string | undefined, escaped: string | undefined) => {
      literals.push(quoted ?? escaped ?? '');
      return '\u0001';
    })
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, (_all, sign: string) => {
      literals.push(sign);
      return '\u0001';
    })
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, '')
    .trim();
  if (/^(?:general|@|0|#)?$/i.test(bare) && literals.length === 0) return plain;
  if (/[ymdhsge]/i.test(bare.replace(/general|e[+-]/gi, ''))) return date;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it marks where a literal stood.
  const parts = /^([\u0001-]*)(0+)([\u0001-]*)$/.exec(bare);
  if (parts === null) return { kind: 'other' };
  const [, before = '', zeros = '', after = ''] = parts;
  const put = (marks: string) => [...marks].map((mark) => (mark === '-' ? '-' : (literals.shift() ?? ''))).join('');
  return { kind: 'padded', before: put(before), digits: zeros.length, after: put(after) };
}
