/** What makes up a message wherever it comes from (chat.postMessage, a response_url, the answer to a command), checked in one place. */
import { checkMessageBlocks } from './blocks/surfaces.js';
import { asText, isJson, type Json, parseJson } from './json.js';
import { invalid, type Refusal, refusal } from './refusal.js';

export interface Content {
  readonly text: string | undefined;
  /** Whether the text is Markdown. */
  readonly markdown: boolean;
  readonly blocks: readonly Json[] | undefined;
  readonly attachments: readonly Json[] | undefined;
  readonly metadata: Json | undefined;
}

/** Reads and checks text, markdown_text, blocks, attachments and metadata; `longest` is the most characters of text. */
export function readContent(args: Json, longest: number): Content | Refusal {
  const blocks = readList(args.blocks);
  const attachments = readList(args.attachments);
  const metadata = readObject(args.metadata);
  if (blocks === 'malformed') return refusal('invalid_blocks_format');
  if (attachments === 'malformed') return refusal('invalid_attachments');
  if (metadata === 'malformed' || (metadata !== undefined && !isMetadata(metadata)))
    return refusal('invalid_metadata_format');
  const markdown = asText(args.markdown_text);
  if (markdown !== undefined && (args.text !== undefined || blocks !== undefined))
    return refusal('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > 12_000) return refusal('msg_too_long');
  const text = args.text === undefined ? markdown : String(args.text);
  if (text !== undefined && text.length > longest) return refusal('msg_too_long');
  const complaints = blocks === undefined ? [] : checkMessageBlocks(blocks);
  if (complaints.length > 0) return invalid('invalid_blocks', complaints);
  const attached = attachmentRefusal(attachments);
  return (
    attached ?? { text, markdown: args.text === undefined && markdown !== undefined, blocks, attachments, metadata }
  );
}

/** A message without text, blocks, attachments or files is nothing. */
export function isEmptyContent(content: Content): boolean {
  return (
    (content.text ?? '').trim() === '' &&
    (content.blocks ?? []).length === 0 &&
    (content.attachments ?? []).length === 0
  );
}

const attachmentKeys = new Set([
  'author_icon',
  'author_link',
  'author_name',
  'blocks',
  'color',
  'fallback',
  'fields',
  'footer',
  'footer_icon',
  'image_url',
  'mrkdwn_in',
  'pretext',
  'text',
  'thumb_url',
  'title',
  'title_link',
  'ts',
]);

function attachmentRefusal(attachments: readonly Json[] | undefined): Refusal | undefined {
  if (attachments === undefined) return undefined;
  if (attachments.length > 100) return refusal('too_many_attachments');
  for (const [index, attachment] of attachments.entries()) {
    const unknown = Object.keys(attachment).filter((key) => !attachmentKeys.has(key));
    if (unknown.length > 0)
      return invalid('invalid_attachments', [
        `invalid_keys: ${unknown.join(', ')} [json-pointer:/attachments/${index}]`,
      ]);
    const complaints =
      attachment.blocks === undefined ? [] : checkMessageBlocks(attachment.blocks, `/attachments/${index}/blocks`);
    if (complaints.length > 0) return invalid('invalid_attachments', complaints);
  }
  return undefined;
}

function isMetadata(value: Json): boolean {
  return typeof value.event_type === 'string' && isJson(value.event_payload);
}

/** A list of objects, given as JSON or as a string of it; null means "not given". */
export function readList(value: unknown): readonly Json[] | undefined | 'malformed' {
  if (value === undefined || value === null || value === '') return undefined;
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  return Array.isArray(parsed) && parsed.every(isJson) ? parsed : 'malformed';
}

export function readObject(value: unknown): Json | undefined | 'malformed' {
  if (value === undefined || value === null || value === '') return undefined;
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  return isJson(parsed) ? parsed : 'malformed';
}
