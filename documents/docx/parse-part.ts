/** Goes through a part of a Word document from tag to tag while it is unpacked, so that it is never whole in memory. */
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DocumentRefused } from '../document-fault.js';

/** Attributes are found by their name without a prefix. */
export type Attributes = (name: string) => string | undefined;

/** A name begins with `w:`, `m:` or `mc:` where it is one of that vocabulary, whatever prefix the producer chose; with `?:` for all others. */
export interface PartHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Each vocabulary as Word writes it, and as Strict Open XML does: ECMA-376 part 1, annex A, and part 4. */
const vocabularies = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
]);

/** No writer nests deeper; a document that does wants to exhaust its reader. */
const DEEPEST = 1_000;

/** @throws {DocumentRefused} where it is not well-formed, or declares a document type, by which it could fetch or multiply text */
export async function parsePart(pieces: AsyncIterable<Buffer>, handlers: PartHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new DocumentRefused({ kind: 'damaged' });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw new DocumentRefused({ kind: 'damaged' });
    handlers.open?.(nameOf(tag), (name) => attributeOf(tag, name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(nameOf(tag));
  });
  await failingAsDamaged(async () => {
    let decoder: TextDecoder | null = null;
    for await (const piece of pieces) {
      decoder ??= decoderOf(piece);
      parser.write(decoder.decode(piece, { stream: true }));
    }
    parser.write(decoder?.decode() ?? '');
    parser.close();
  });
}

/** The parser and the decoder say what is wrong in errors of no class of their own. */
async function failingAsDamaged(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof DocumentRefused || (cause instanceof Error && cause.name === 'ArchiveError')) throw cause;
    throw new DocumentRefused({ kind: 'damaged' }, { cause });
  }
}

/** Office writes UTF-8; what is not is told by its first bytes. */
function decoderOf([first, second]: Buffer): TextDecoder {
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

function nameOf({ uri, local }: SaxesTagNS): string {
  return (vocabularies.get(uri) ?? '?:') + local;
}

function attributeOf({ attributes }: SaxesTagNS, name: string): string | undefined {
  for (const key in attributes) {
    const attribute = attributes[key];
    if (attribute?.local === name) return attribute.value;
  }
  return undefined;
}

/** ST_OnOff: an element alone says yes. ECMA-376 part 1, 22.9.2.7. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off)$/.test(attributes('val') ?? 'true');
}

export function numberOf(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? null : number;
}
