/** The rich_text block and its parts (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
import { boolean, type Check, integer, list, object, oneOf, string, typed } from './check.js';
import { link } from './objects.js';

const style = object({
  optional: {
    bold: boolean,
    code: boolean,
    italic: boolean,
    strike: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
});

function piece(type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): [string, Check] {
  return [type, object({ required: { type: oneOf(type), ...required }, optional: { style, ...optional } })];
}

const pieces = typed(
  new Map([
    piece('text', { text: string(40_000, 1) }),
    piece('link', { url: link }, { text: string(40_000), unsafe: boolean }),
    piece('emoji', { name: string(255, 1) }, { unicode: string(255), url: link }),
    piece('user', { user_id: string(255, 1) }),
    piece('usergroup', { usergroup_id: string(255, 1) }),
    piece('channel', { channel_id: string(255, 1) }),
    piece('team', { team_id: string(255, 1) }),
    piece('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
    piece('color', { value: string(255, 1) }),
    piece(
      'date',
      { timestamp: integer(0, Number.MAX_SAFE_INTEGER), format: string(255, 1) },
      { url: link, fallback: string(255) },
    ),
  ]),
  'rich text element',
);

const border = integer(0, 1);
const section = object({ required: { type: oneOf('rich_text_section'), elements: list(pieces, 0, 1000) } });

export const richText: Check = object({
  required: {
    type: oneOf('rich_text'),
    elements: list(
      typed(
        new Map([
          ['rich_text_section', section],
          [
            'rich_text_list',
            object({
              required: {
                type: oneOf('rich_text_list'),
                style: oneOf('bullet', 'ordered'),
                elements: list(section, 1, 1000),
              },
              optional: { indent: integer(0, 8), offset: integer(0, 10_000), border },
            }),
          ],
          [
            'rich_text_preformatted',
            object({
              required: { type: oneOf('rich_text_preformatted'), elements: list(pieces, 1, 1000) },
              optional: { border, language: string(50) },
            }),
          ],
          [
            'rich_text_quote',
            object({
              required: { type: oneOf('rich_text_quote'), elements: list(pieces, 1, 1000) },
              optional: { border },
            }),
          ],
        ]),
        'rich text block element',
      ),
      1,
      1000,
    ),
  },
  optional: { block_id: string(255, 1) },
});
