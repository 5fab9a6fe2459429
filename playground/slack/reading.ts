/** Block Kit as a person reads it: markup gone, escapes undone, mentions by name. */
import { asJson, asList, asText, type Json } from './json.js';
import type { StoredMessage, Workspace } from './store.js';

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Mrkdwn as it is drawn (docs.slack.dev/messaging/formatting-message-text). */
export function readMrkdwn(workspace: Workspace, text: string): string {
  const linked = text.replaceAll(/<([^<>\n]+)>/g, (_whole, inside: string) => readAngle(workspace, inside));
  const plain = ['\\*', '_', '~', '`'].reduce(
    (shorter, mark) =>
      shorter.replaceAll(
        new RegExp(
          `(?<![\\p{L}\\p{N}${mark}])${mark}(\\S(?:[^${mark}\\n]*\\S)?)${mark}(?![\\p{L}\\p{N}${mark}])`,
          'gu',
        ),
        '$1',
      ),
    linked.replaceAll(/^&gt; ?/gm, ''),
  );
  return unescapeText(plain);
}

/** What stands between < and >: a mention, a date, or a link with or without words. */
function readAngle(workspace: Workspace, inside: string): string {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) return `@${workspace.users.get(target.slice(1))?.realName ?? label ?? target.slice(1)}`;
  if (target.startsWith('#'))
    return `#${workspace.conversations.get(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (target.startsWith('!date^')) return label ?? target;
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  return label ?? target.replace(/^mailto:/, '');
}

/** A text object, or nothing. */
export function readText(workspace: Workspace, value: unknown): string {
  const object = asJson(value);
  const text = asText(object.text) ?? '';
  return object.type === 'mrkdwn' ? readMrkdwn(workspace, text) : unescapeText(text);
}

/** The text of one block without its fields and buttons. */
export function readBlock(workspace: Workspace, block: Json): string {
  const lines = (values: unknown): string[] =>
    (Array.isArray(values) ? values : []).map((value) => readText(workspace, value));
  switch (block.type) {
    case 'section': {
      const image = asJson(block.accessory).type === 'image' ? [asText(asJson(block.accessory).alt_text) ?? ''] : [];
      return joined([readText(workspace, block.text), ...lines(block.fields), ...image]);
    }
    case 'header':
      return readText(workspace, block.text);
    case 'context':
      return asList(block.elements)
        .map((element) => (element.type === 'image' ? (asText(element.alt_text) ?? '') : readText(workspace, element)))
        .join(' ');
    case 'image':
      return joined([readText(workspace, block.title), asText(block.alt_text) ?? '']);
    case 'markdown':
      return unescapeText(
        (asText(block.text) ?? '').replaceAll(/\*\*|__|^#+ /gm, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
      );
    case 'rich_text':
      return readRichText(workspace, block);
    case 'data_visualization':
      return asText(block.title) ?? '';
    case 'data_table':
    case 'table':
      return (Array.isArray(block.rows) ? block.rows : [])
        .map((row: unknown) =>
          asList(row)
            .map((cell) => (cell.type === 'rich_text' ? readRichText(workspace, cell) : (asText(cell.text) ?? '')))
            .join(' | '),
        )
        .join('\n');
    default:
      return '';
  }
}

function joined(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}

function readRichText(workspace: Workspace, node: Json): string {
  const inline = (piece: Json): string => {
    switch (piece.type) {
      case 'user':
        return `@${workspace.users.get(asText(piece.user_id) ?? '')?.realName ?? asText(piece.user_id)}`;
      case 'channel':
        return `#${workspace.conversations.get(asText(piece.channel_id) ?? '')?.name ?? asText(piece.channel_id)}`;
      case 'link':
        return asText(piece.text) ?? asText(piece.url) ?? '';
      case 'emoji':
        return `:${asText(piece.name)}:`;
      case 'broadcast':
        return `@${asText(piece.range)}`;
      case 'date':
        return asText(piece.fallback) ?? '';
      default:
        return asText(piece.text) ?? asList(piece.elements).map(inline).join('');
    }
  };
  return asList(node.elements)
    .flatMap((part) => (part.type === 'rich_text_list' ? asList(part.elements).map(inline) : [inline(part)]))
    .join('\n');
}

/** All text of a message: its blocks, or where it has none its text; then attachments and names of files. */
export function readMessage(workspace: Workspace, message: StoredMessage): string {
  const body = message.blocks.length > 0 ? readBlocks(workspace, message.blocks) : readMrkdwn(workspace, message.text);
  const attached = message.attachments.flatMap((attachment) => [
    ...['pretext', 'title', 'text', 'footer'].map((key) => readMrkdwn(workspace, asText(attachment[key]) ?? '')),
    readBlocks(workspace, asList(attachment.blocks)),
  ]);
  return joined([body, ...attached, ...message.files.map((file) => file.name)]);
}

export function readBlocks(workspace: Workspace, blocks: readonly Json[]): string {
  return joined(blocks.map((block) => readBlock(workspace, block)));
}
