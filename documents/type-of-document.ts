/** Tells of which kind a document is by its bytes, and whether that is what its name says. */
import { decodeText } from './decode-text.js';
import { DocumentRefused } from './document-fault.js';
import { looksLikeMarkdown } from './read-markdown.js';
import { typeByContent } from './type-by-content.js';

export type DocumentKind = 'docx' | 'pdf' | 'markdown' | 'plain';

/** What was told, with the text where it is one. */
export type TypedDocument =
  | { readonly kind: 'docx' | 'pdf' }
  | { readonly kind: 'markdown' | 'plain'; readonly text: string };

const kindsByEnding: Readonly<Record<string, DocumentKind>> = {
  docx: 'docx',
  pdf: 'pdf',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'plain',
  text: 'plain',
};

/** Endings of what is not read. Any other is a part of the name: 「人権方針.第2版」. */
const otherEndings =
  /^(?:doc|docm|dot|dotx|dotm|rtf|odt|pages|wpd|xls|xlsx|xlsm|ods|numbers|ppt|pptx|odp|key|csv|tsv|json|xml|html?|css|ya?ml|[cm]?js|ts|py|sh|bat|cmd|ps1|vbs|exe|dll|msi|scr|lnk|zip|7z|rar|gz|tar|png|jpe?g|gif|webp|heic|svg|tiff?|bmp|mp[34]|mov|wav|eml|msg|ics|log)$/;

/** @param name as its sender has it @throws {DocumentRefused} also where the bytes are of another kind than the name says */
export async function typeOfDocument(content: Uint8Array, name: string | undefined): Promise<TypedDocument> {
  const typed = await typeOfBytes(content);
  const ending = /\.([^./\\]{1,10})$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const named = kindsByEnding[ending];
  if (otherEndings.test(ending)) return refuse('wrong_type');
  if (named === undefined || named === typed.kind) return typed;
  // Both are text, and only the name tells which.
  const areTexts = 'text' in typed && (named === 'markdown' || named === 'plain');
  return areTexts ? { kind: named, text: typed.text } : refuse('wrong_type');
}

async function typeOfBytes(content: Uint8Array): Promise<TypedDocument> {
  const type = await typeByContent(content);
  if (type === 'ole') return refuse(faultOfOle(content));
  if (type === 'macros') return refuse('macros');
  if (type === 'docx' || type === 'pdf') return { kind: type };
  if (type === 'zip' && isBrokenDocx(content)) return refuse('damaged');
  if (type !== 'text' && type !== 'csv' && type !== 'json' && type !== 'other') return refuse('wrong_type');
  const text = decodeText(content);
  if (text === null || isMarkup(text)) return refuse('wrong_type');
  return { kind: looksLikeMarkdown(text) ? 'markdown' : 'plain', text };
}

function refuse(kind: 'wrong_type' | 'macros' | 'old_word' | 'encrypted' | 'damaged'): never {
  throw new DocumentRefused({ kind });
}

/** Office encrypts into the container that its old formats are. Names of streams: [MS-OFFCRYPTO] 2.3.4.4, [MS-DOC] 2.1. */
function faultOfOle(content: Uint8Array): 'encrypted' | 'old_word' | 'wrong_type' {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  return has('WordDocument') ? 'old_word' : 'wrong_type';
}

/** The names of the parts stand in front of each, also where the list at the end is lost. */
function isBrokenDocx(content: Uint8Array): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('word/document.xml');
}

/** Formats that are written in letters and are no text to read: RTF, web pages, XML, PostScript. */
function isMarkup(text: string): boolean {
  return /^\ufeff?\s*(?:\{\\rtf|<!doctype\s|<html[\s>]|<\?xml\s|%!PS)/i.test(text.slice(0, 1000));
}
