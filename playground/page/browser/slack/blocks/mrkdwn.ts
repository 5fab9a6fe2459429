/**
 * Turns Slack's own markup into rich text, which leaves nothing to be guessed when it is drawn. The library that draws reads
 * markup as Markdown and plain text as markup; people's asterisks would become bold, and `[x](y)` a link.
 */
import type { Json } from '../../../protocol.js';
import { asJson, asText, unescapeText } from '../json.js';

export interface TextStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly style?: TextStyle }
  | { readonly type: 'link'; readonly url: string; readonly text: string; readonly style?: TextStyle }
  | { readonly type: 'user'; readonly user_id: string }
  | { readonly type: 'channel'; readonly channel_id: string }
  | { readonly type: 'broadcast'; readonly range: 'here' | 'channel' | 'everyone' }
  | { readonly type: 'emoji'; readonly name: string };

export type Piece = {
  readonly type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted';
  readonly elements: readonly Inline[];
};

export interface MrkdwnOptions {
  /** A moment in the words that Slack's date format asks for. */
  readonly moment: (seconds: number, format: string) => string;
  /** Whether bare addresses stay text. */
  readonly verbatim?: boolean;
}

/** The pieces of a text object, plain or in markup. */
export function readTextObject(object: unknown, options: MrkdwnOptions): readonly Piece[] {
  const { type, text, verbatim, emoji } = asJson(object);
  const words = asText(text) ?? '';
  if (type === 'mrkdwn') return readMrkdwn(words, { ...options, verbatim: verbatim === true });
  const plain = unescapeText(words);
  return [{ type: 'rich_text_section', elements: emoji === false ? literal(plain) : withEmoji(plain, undefined) }];
}

/** Markup as drawn (docs.slack.dev/messaging/formatting-message-text). */
export function readMrkdwn(text: string, options: MrkdwnOptions): readonly Piece[] {
  const pieces: Piece[] = [];
  const parts = text.split(/```/);
  parts.forEach((part, index) => {
    // Without its other end, what opens a block of code is only three characters.
    const unclosed = index % 2 === 1 && index === parts.length - 1;
    if (index % 2 === 1 && !unclosed) {
      pieces.push({ type: 'rich_text_preformatted', elements: literal(unescapeText(part.replace(/^\n|\n$/g, ''))) });
    } else pieces.push(...readLines(unclosed ? `\`\`\`${part}` : part, options, index > 0, index < parts.length - 1));
  });
  return pieces;
}

/** Lines up to a block of code, quotations apart. */
function readLines(part: string, options: MrkdwnOptions, afterCode: boolean, beforeCode: boolean): readonly Piece[] {
  let text = part;
  if (afterCode) text = text.replace(/^\n/, '');
  if (beforeCode) text = text.replace(/\n$/, '');
  if (text === '') return [];
  const runs: { readonly quoted: boolean; readonly lines: string[] }[] = [];
  let restIsQuoted = false;
  for (const line of text.split('\n')) {
    const whole = /^(?:&gt;|>){3} ?/.exec(line);
    const mark = restIsQuoted ? null : (whole ?? /^(?:&gt;|>) ?/.exec(line));
    const quoted = restIsQuoted || mark !== null;
    restIsQuoted ||= whole !== null;
    const words = mark === null ? line : line.slice(mark[0].length);
    const run = runs.at(-1);
    if (run?.quoted === quoted) run.lines.push(words);
    else runs.push({ quoted, lines: [words] });
  }
  return runs.map(({ quoted, lines }) => ({
    type: quoted ? 'rich_text_quote' : 'rich_text_section',
    elements: readInline(lines.join('\n'), options),
  }));
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' } as const;

/** A mark opens after anything but a letter or digit and closes before anything but these: 日本語*太字* stays as it is. */
const marked = /(?<![\p{L}\p{N}*_~`])([*_~`])(?=\S)((?:(?!\1)[^\n])*?(?!\1)\S)\1(?![\p{L}\p{N}])/u;
const angle = /<([^<>\n]+)>/;
const address = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]}'"、。」)]/;

function readInline(text: string, options: MrkdwnOptions, style: TextStyle = {}): readonly Inline[] {
  if (text === '') return [];
  const found = [marked.exec(hideAngles(text)), angle.exec(text), options.verbatim ? null : address.exec(text)]
    .filter((match) => match !== null)
    .reduce<RegExpExecArray | null>(
      (first, match) => (first === null || match.index < first.index ? match : first),
      null,
    );
  if (found === null) return withEmoji(unescapeText(text), style);
  const before = withEmoji(unescapeText(text.slice(0, found.index)), style);
  const end = found.index + found[0].length;
  const after = readInline(text.slice(end), options, style);
  const whole = text.slice(found.index, end);
  return [...before, ...readFound(whole, options, style), ...after];
}

/** What stands between < and > may hold underscores and asterisks that mean nothing. */
function hideAngles(text: string): string {
  return text.replace(/<[^<>\n]+>/g, (inside) => '\u0001'.repeat(inside.length));
}

function readFound(whole: string, options: MrkdwnOptions, style: TextStyle): readonly Inline[] {
  if (whole.startsWith('<')) return [readAngle(whole.slice(1, -1), options, style)];
  if (/^https?:/.test(whole)) return [link(unescapeText(whole), unescapeText(whole), style)];
  const mark = whole[0];
  const inside = whole.slice(1, -1);
  if (mark === '`') return literal(unescapeText(inside), { ...style, code: true });
  if (mark !== '*' && mark !== '_' && mark !== '~') return literal(unescapeText(whole), style);
  return readInline(inside, options, { ...style, [marks[mark]]: true });
}

/** A mention, a date, or a link with or without words. */
function readAngle(inside: string, { moment }: MrkdwnOptions, style: TextStyle): Inline {
  const [target = '', label] = inside.split('|');
  const words = label === undefined ? undefined : unescapeText(label);
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = '', url] = target.split('^');
    const at = Number(seconds);
    const said = Number.isFinite(at) && seconds !== '' ? moment(at, unescapeText(format)) : (words ?? target);
    return url === undefined ? text(said, style) : link(unescapeText(url), said, style);
  }
  const range = target.slice(1);
  if (target.startsWith('!') && (range === 'here' || range === 'channel' || range === 'everyone'))
    return { type: 'broadcast', range };
  if (target.startsWith('!')) return text(words ?? `@${range}`, style);
  const url = unescapeText(target);
  // Anything else a browser would run or refuse.
  if (!/^(https?|mailto|tel):/i.test(url)) return text(words ?? url, style);
  return link(url, words ?? url.replace(/^(mailto|tel):/, ''), style);
}

function withEmoji(words: string, style: TextStyle | undefined): readonly Inline[] {
  return words
    .split(/(:[a-z0-9_+-]*[a-z_+-][a-z0-9_+-]*:)/)
    .flatMap((part, index): readonly Inline[] =>
      index % 2 === 1 ? [{ type: 'emoji', name: part.slice(1, -1) }] : literal(part, style),
    );
}

function literal(words: string, style?: TextStyle): readonly Inline[] {
  return words === '' ? [] : [text(words, style)];
}

function text(words: string, style: TextStyle = {}): Inline {
  return { type: 'text', text: words, ...(Object.keys(style).length > 0 ? { style } : {}) };
}

function link(url: string, words: string, style: TextStyle): Inline {
  return { type: 'link', url, text: words, ...(Object.keys(style).length > 0 ? { style } : {}) };
}

/** Pieces as a block. */
export function richText(pieces: readonly Piece[]): Json {
  return { type: 'rich_text', elements: pieces };
}
