/** Reads JSON as people write it by hand, and says of every fault in which line it is. */
import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type Fault, fault, type InputFile } from './findings.js';
import { decodeText } from './read-csv.js';
import { isArchive, refuseFile } from './refuse-file.js';
import type { ImportTexts } from './texts-ja.js';

export interface ReadJson {
  readonly json: unknown;
  /** The line of a place such as `sessions[2].startsAt`: of the nearest part around it that is there. */
  lineOf(path: string): number;
}

export type JsonReading =
  | { readonly ok: true; readonly read: ReadJson }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A programme needs six levels; the parser calls itself for each one, so that very many would end in a fault of ours. */
const DEEPEST = 50;

export function readJson(file: InputFile): JsonReading {
  const tooBad = refuseFile(file);
  if (tooBad !== null) return { ok: false, faults: [tooBad] };
  const text = isArchive(file.content) ? null : (decodeText(file.content)?.text ?? null);
  if (text === null) return { ok: false, faults: [fault(file.name, null, (faults) => faults.notAProgramme())] };
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const deep = tooDeepAt(text);
  if (deep !== null) return { ok: false, faults: [fault(file.name, lineAt(deep), (faults) => faults.jsonDeep())] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const at = error?.offset ?? 0;
    // What follows the first fault is mostly its consequence.
    return { ok: false, faults: [fault(file.name, lineAt(at), wordsFor(text, error))] };
  }
  const twice = doubled(root).map(({ key, offset }) =>
    fault(file.name, lineAt(offset), (faults) => faults.keyTwice(key)),
  );
  if (twice.length > 0) return { ok: false, faults: twice };
  return {
    ok: true,
    read: { json: JSON.parse(text), lineOf: (path) => lineAt(offsetOf(root, stepsOf(path))) },
  };
}

/** Where the first bracket is opened within too many others; null where none is. */
function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    // Of one letter: a bracket within a text has its quotation marks.
    const sign = scanner.getTokenLength() === 1 ? text.charAt(scanner.getTokenOffset()) : '';
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return null;
}

function wordsFor(text: string, error: ParseError | undefined): (faults: ImportTexts['faults']) => string {
  if (error === undefined) return (faults) => faults.jsonEnds();
  const rest = text.slice(error.offset).trimStart();
  const [letter = ''] = rest;
  const before = text.slice(0, error.offset).trimEnd();
  const right = plainSigns.get(letter);
  if (right !== undefined) return (faults) => faults.jsonLetter(letter, right);
  if (/[\u00A0\u2000-\u200B\u3000]/.test(text.slice(error.offset, error.offset + 1))) {
    return (faults) => faults.jsonSpace();
  }
  if (printParseErrorCode(error.error) === 'InvalidCommentToken') return (faults) => faults.jsonComment();
  if (rest === '') return (faults) => faults.jsonEnds();
  if (/[}\]]/.test(letter) && before.endsWith(',')) return (faults) => faults.jsonComma();
  const found = rest.split(/\s/)[0]?.slice(0, 30) ?? '';
  return (faults) => faults.notJson(found);
}

/** What word processors and Japanese keyboards write in place of JSON's signs. */
const plainSigns = new Map([
  ...[...'“”„‟＂「」『』‘’＇'].map((sign) => [sign, '"'] as const),
  ...[...'，、'].map((sign) => [sign, ','] as const),
  ['：', ':'],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
]);

/** JSON.parse takes the last of two keys without a word. */
function doubled(node: Node): { readonly key: string; readonly offset: number }[] {
  const children = node.children ?? [];
  const seen = new Set<unknown>();
  const here = children.flatMap(({ type, children: [key] = [] }) => {
    if (node.type !== 'object' || type !== 'property' || key === undefined) return [];
    const isTwice = seen.has(key.value);
    seen.add(key.value);
    return isTwice ? [{ key: String(key.value), offset: key.offset }] : [];
  });
  return [...here, ...children.flatMap(doubled)];
}

function offsetOf(root: Node, steps: readonly (string | number)[]): number {
  for (let length = steps.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, steps.slice(0, length));
    // The line of a key is where people look, and an object's value begins in the same one or the next.
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return root.offset;
}

/** sessions[2].startsAt → sessions, 2, startsAt */
function stepsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
}
