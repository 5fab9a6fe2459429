/** Makes people's plain text safe and short enough for Adaptive Cards, whose TextBlock and Fact read markdown. */
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';

/** Stands where a client would refuse or collapse nothingness: unlike a no-break space, nobody trims it. */
export const INVISIBLE = '\u200b';
const NO_BREAK_SPACE = '\u00a0';
const WORD_JOINER = '\u2060';

/** Control characters but those that end lines, and characters that turn the reading direction and so can disguise a text. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Half of a pair that stands alone, which no JSON parser on the way is bound to take. */
const loneSurrogate = /\p{Surrogate}/gu;

/** The text without what could disguise it. */
export function clean(text: string): string {
  return text.replace(unprintable, '').replace(loneSurrogate, '\uFFFD');
}

/**
 * The text as markdown that shows exactly it: no links, mentions (`<at>`), formatting, lists, headings or
 * date functions (`{{DATE(…)}}`). Line breaks stay: Teams needs two newlines where one is meant.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map(escapeLine)
    .join('\n\n');
}

function escapeLine(line: string): string {
  if (line.trim() === '') return INVISIBLE;
  // Four leading spaces would start a code block, and all of them would be swallowed.
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const shown = escapeStart(escapeInline(line.slice(indent.length)));
  return indent === '' ? shown : `${INVISIBLE}${NO_BREAK_SPACE.repeat(indent.length)}${shown}`;
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replace(/\{\{/g, '{\\{')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
}

/** What would make the line a heading, a list entry or a quotation. */
function escapeStart(line: string): string {
  return line.replace(/^[#>+-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/**
 * A label of an input or choice. Some clients read markdown there and others show it raw, so backslashes are no way
 * out: an invisible character breaks links and tags instead.
 */
export function defuseLabel(text: string): string {
  return clean(text)
    .replace(/\s+/g, ' ')
    .replace(/\](?=[([:])/g, `]${WORD_JOINER}`)
    .replace(/<(?=[a-z/!])/gi, `<${WORD_JOINER}`)
    .trim();
}

/** A run of rich text, of which clients read date functions and nothing else. */
export function defuseRun(text: string): string {
  return clean(text).replace(/\{(?=\{)/g, `{${WORD_JOINER}`);
}

/** The text without disguises, cut to so many characters, visibly. A pair of surrogates is never torn apart. */
export function shorten(whole: string, most: number, language: Language): string {
  const text = clean(whole);
  if (text.length <= most) return text;
  const mark = chatTexts[language].shortened;
  const cut = text.slice(0, Math.max(0, most - mark.length));
  return `${cut.replace(/[\ud800-\udbff]$/, '')}${mark}`;
}
