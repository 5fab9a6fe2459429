/** Goes through an XML document from tag to tag, without holding up the process while it is long. */
import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** Names of tags and attributes come without their prefix, since every producer chooses its own. */
export interface XmlHandlers {
  open?(name: string, attributes: ReadonlyMap<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked between pieces of the document: true where the rest need not be read. */
  isDone?(): boolean;
}

/** Characters that are parsed before other work gets its turn: some 5 ms. */
const PIECE = 100_000;

/** Character references above U+FFFF are one letter. Throws where the document is not well-formed; entities of its own are unknown. */
export async function parseXml(xml: string, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const byName = Object.entries(attributes).map(([key, value]) => [local(key), value] as const);
    handlers.open?.(local(name), new Map(byName));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  for (let at = 0; at < xml.length; at += PIECE) {
    if (at > 0) await setImmediate();
    parser.write(xml.slice(at, at + PIECE));
    if (handlers.isDone?.() === true) return;
  }
  parser.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
