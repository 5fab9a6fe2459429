/** Draws what is only looked at, through slack-blocks-to-jsx: rich text, tables, images, Markdown and the like. */

import { type ComponentProps, memo, useMemo } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import type { Json, Language } from '../../../protocol.js';
import { useLanguage } from '../../language.js';
import { isJson } from '../json.js';
import { usePane } from '../pane-context.js';
import { momentWords } from '../times.js';
import { type MrkdwnOptions, type Piece, readMrkdwn, readTextObject, richText } from './mrkdwn.js';
import 'slack-blocks-to-jsx/dist/style.css';

type Hooks = ComponentProps<typeof Message>['hooks'];

const hooks: Hooks = {
  // The page must stay where it is, and nobody needs to learn of it.
  link: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer" className="slack-link">
      {children}
    </a>
  ),
};

const drawnByLibrary = new Set(['rich_text', 'markdown', 'table', 'data_table', 'image']);

/** The library draws tables that cannot be sorted; the rows of both are written alike. */
function asKnown({ block_id: _id, ...block }: Json): Json {
  return block.type === 'data_table' ? { type: 'table', rows: block.rows } : block;
}

function isDrawable(block: unknown): block is Block {
  return isJson(block) && drawnByLibrary.has(String(block.type));
}

/** Whether the library draws this block as it is. */
export function isShown(block: Json): boolean {
  return isDrawable(block);
}

/** Blocks as the library draws them. */
export const Drawn = memo(function Drawn({ blocks }: { readonly blocks: readonly Json[] }) {
  const { users, channels } = usePane();
  const data = useMemo(() => ({ users: [...users], channels: [...channels] }), [users, channels]);
  // The library makes a block's id the id of its element, and the same id may stand in many messages.
  const drawable = blocks.map(asKnown).filter(isDrawable);
  return <Message blocks={drawable} withoutWrapper theme="light" logo="" name="" data={data} hooks={hooks} />;
});

function optionsIn(language: Language): MrkdwnOptions {
  return { moment: (seconds, format) => momentWords(seconds, format, language) };
}

/** A text object, plain or in Slack's markup. */
export const TextObject = memo(function TextObject({ text }: { readonly text: unknown }) {
  const { language } = useLanguage();
  const pieces = useMemo(() => readTextObject(text, optionsIn(language)), [text, language]);
  return <Pieces pieces={pieces} />;
});

/** Slack's markup, as in the text of a message. */
export const Mrkdwn = memo(function Mrkdwn({ text }: { readonly text: string }) {
  const { language } = useLanguage();
  const pieces = useMemo(() => readMrkdwn(text, optionsIn(language)), [text, language]);
  return <Pieces pieces={pieces} />;
});

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const blocks = useMemo(() => [richText(pieces)], [pieces]);
  return (
    <div className="slack-text">
      <Drawn blocks={blocks} />
    </div>
  );
}
