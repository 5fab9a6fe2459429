/** Block Kit's blocks: which may stand on which surface, and their limits (docs.slack.dev/reference/block-kit/blocks). */
import { asList, isJson, type Json } from '../json.js';
import {
  boolean,
  type Check,
  complain,
  integer,
  list,
  object,
  oneOf,
  type Shape,
  type Surface,
  string,
  typed,
  type Walk,
} from './check.js';
import { actionElements, eitherUrlOrFile, image, inputElements, sectionAccessories } from './elements.js';
import { anyText, link, mrkdwn, plainText, slackFile } from './objects.js';
import { richText } from './rich-text.js';

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const messagesOnly: readonly Surface[] = ['message'];

function block(type: string, surfaces: readonly Surface[], shape: Shape): [string, Check] {
  const fields = object({
    required: { type: oneOf(type), ...shape.required },
    optional: { block_id: string(255, 1), ...shape.optional },
    also: shape.also,
  });
  return [
    type,
    (value, at, walk) => {
      if (!surfaces.includes(walk.surface))
        return complain(walk, `${at}/type`, `${type} is not allowed on this surface: ${walk.surface}`);
      walk.actionIds.clear();
      fields(value, at, walk);
    },
  ];
}

function claimBlockId(value: unknown, at: string, walk: Walk): void {
  if (!isJson(value) || typeof value.block_id !== 'string') return;
  if (walk.blockIds.has(value.block_id)) complain(walk, `${at}/block_id`, `block_id already exists: ${value.block_id}`);
  walk.blockIds.add(value.block_id);
}

function textOrFields(value: Json, at: string, walk: Walk): void {
  if (value.text === undefined && value.fields === undefined) complain(walk, at, 'must provide text or fields');
}

/** Slack shows one table a message, and adds up the markdown of all blocks. */
function countTable(_value: Json, at: string, walk: Walk): void {
  walk.counts.tables += 1;
  if (walk.counts.tables > 1) complain(walk, at, 'only_one_table_allowed');
}

/** docs.slack.dev/reference/block-kit/blocks/data-table-block: the first row is the header, and all are as long. */
function equalRows(value: Json, at: string, walk: Walk): void {
  const rows = Array.isArray(value.rows) ? value.rows : [];
  const [header] = rows;
  const uneven = rows.findIndex((row) => !Array.isArray(row) || !Array.isArray(header) || row.length !== header.length);
  if (uneven !== -1) complain(walk, `${at}/rows/${uneven}`, 'all rows must have the same number of cells');
}

const series = object({
  required: {
    name: string(20, 1),
    data: list(object({ required: { label: string(20, 1), value: number } }), 1, 20),
  },
});

/** docs.slack.dev/reference/block-kit/blocks/data-visualization-block; of its four forms the two that have axes. */
const chart: Check = (value, at, walk) => {
  object({
    required: {
      type: oneOf('bar', 'line'),
      series: list(series, 1, 6),
      axis_config: object({
        required: { categories: list(string(20, 1), 1, 20) },
        optional: { x_label: string(50, 1), y_label: string(50, 1) },
      }),
    },
  })(value, at, walk);
  if (!isJson(value) || !isJson(value.axis_config)) return;
  const categories = JSON.stringify(value.axis_config.categories);
  const names = asList(value.series).map(({ name }) => name);
  if (new Set(names).size < names.length) complain(walk, `${at}/series`, 'names of series must be unique');
  for (const [index, { data }] of asList(value.series).entries()) {
    const labels = JSON.stringify(asList(data).map(({ label }) => label));
    if (labels !== categories)
      complain(walk, `${at}/series/${index}/data`, 'labels must match the categories of the axis');
  }
};

function number(value: unknown, at: string, walk: Walk): void {
  if (typeof value !== 'number') complain(walk, at, 'must be a number');
}

/** Two a message. */
function countChart(_value: Json, at: string, walk: Walk): void {
  walk.counts.charts += 1;
  if (walk.counts.charts > 2) complain(walk, at, 'no more than two charts in a message');
}

function countMarkdown(value: Json, at: string, walk: Walk): void {
  walk.counts.markdown += typeof value.text === 'string' ? value.text.length : 0;
  if (walk.counts.markdown > 12_000)
    complain(walk, `${at}/text`, 'markdown of all blocks must be less than 12001 characters');
}

function inputRules(value: Json, at: string, walk: Walk): void {
  walk.counts.inputs += 1;
  const type = isJson(value.element) ? value.element.type : undefined;
  if (value.dispatch_action === true && type === 'file_input')
    complain(walk, `${at}/dispatch_action`, 'file_input cannot dispatch');
}

const cell = typed(
  new Map([
    ['raw_text', object({ required: { type: oneOf('raw_text'), text: string(10_000, 1) } })],
    [
      'raw_number',
      object({
        required: {
          type: oneOf('raw_number'),
          value: (value, at, walk) => {
            if (typeof value !== 'number') complain(walk, at, 'must be a number');
          },
          text: string(255, 1),
        },
      }),
    ],
    ['rich_text', richText],
  ]),
  'table cell',
);

/**
 * The blocks that every client of every workspace draws. Video needs an unfurl domain, and file blocks cannot be
 * posted at all; alert, card, carousel, container, plan and task_card are too young to be relied on: all these are refused.
 * Tables to be sorted (data_table) and charts (data_visualization) are taken in messages, as in workspaces that have them; a test that wants one without them
 * lets the call be refused with `invalid_blocks`.
 */
const blocks: ReadonlyMap<string, Check> = new Map([
  block('section', everywhere, {
    optional: {
      text: anyText(3000),
      fields: list(anyText(2000), 1, 10),
      accessory: typed(sectionAccessories, 'accessory of a section'),
      expand: boolean,
    },
    also: textOrFields,
  }),
  block('actions', everywhere, {
    required: { elements: list(typed(actionElements, 'element of an actions block'), 1, 25) },
  }),
  block('context', everywhere, {
    required: {
      elements: list(
        typed(
          new Map([
            ['image', image],
            ['plain_text', plainText(2000)],
            ['mrkdwn', mrkdwn(2000)],
          ]),
          'element of a context block',
        ),
        1,
        10,
      ),
    },
  }),
  block('divider', everywhere, {}),
  block('header', everywhere, { required: { text: plainText(150) } }),
  block('image', everywhere, {
    required: { alt_text: string(2000, 1) },
    optional: { title: plainText(2000), image_url: link, slack_file: slackFile },
    also: eitherUrlOrFile,
  }),
  block('input', everywhere, {
    required: { label: plainText(2000), element: typed(inputElements, 'element of an input block') },
    optional: { hint: plainText(2000), optional: boolean, dispatch_action: boolean },
    also: inputRules,
  }),
  block('markdown', messagesOnly, { required: { text: string(12_000, 1) }, also: countMarkdown }),
  ['rich_text', richText],
  block('data_table', messagesOnly, {
    required: { caption: string(255, 1), rows: list(list(cell, 1, 20), 2, 101) },
    optional: { page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
    also: equalRows,
  }),
  block('data_visualization', messagesOnly, {
    required: { title: string(50, 1), chart },
    also: countChart,
  }),
  block('table', messagesOnly, {
    required: { rows: list(list(cell, 1, 20), 1, 100) },
    optional: {
      column_settings: list(
        object({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean } }),
        0,
        20,
      ),
    },
    also: countTable,
  }),
]);

const oneBlock = typed(blocks, 'block');

/** All blocks of a surface; block_ids must be unique among them. */
export function blockList(max: number): Check {
  return list(
    (value, at, walk) => {
      claimBlockId(value, at, walk);
      oneBlock(value, at, walk);
    },
    0,
    max,
  );
}

/** Whether there are input blocks among these. */
export function hasInputs(value: unknown): boolean {
  return asList(value).some((one) => one.type === 'input');
}
