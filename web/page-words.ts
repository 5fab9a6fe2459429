/** What a web page says: its bytes as text, and of HTML what stands between the tags. */

import { TextDecoder } from 'node:util';

/** Where a page may say how its characters are written. */
const BEGINNING = 2_048;

export function decodePage(content: Uint8Array, contentType: string): string {
  const beginning = Buffer.from(content.subarray(0, BEGINNING)).toString('latin1');
  const said = /charset\s*=\s*["']?([\w.:-]+)/i;
  const label = said.exec(contentType)?.[1] ?? said.exec(beginning)?.[1] ?? 'utf-8';
  return decoderFor(label).decode(content);
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('utf-8');
    throw error;
  }
}

/** What these hold is not shown. */
const hidden = /<(script|style|template|noscript)\b/iy;

/** Reads to the end once, whatever is open and never closed. */
export function visibleWords(html: string): string {
  const shown: string[] = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      shown.push(html.slice(at));
      break;
    }
    shown.push(html.slice(at, open));
    at = afterTag(html, open);
  }
  return withCharacters(shown.join(' '));
}

function afterTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const end = after(html, '>', open);
  hidden.lastIndex = open;
  const name = hidden.exec(html)?.[1];
  if (name === undefined) return end;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = end;
  const closed = closing.exec(html);
  return closed === null ? html.length : after(html, '>', closed.index);
}

function after(html: string, sought: string, from: number): number {
  const found = html.indexOf(sought, from);
  return found < 0 ? html.length : found + sought.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const LAST_CHARACTER = 0x10_ff_ff;

function withCharacters(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi, (written, hexadecimal, decimal, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? written;
    const code = typeof hexadecimal === 'string' ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= LAST_CHARACTER ? String.fromCodePoint(code) : written;
  });
}
