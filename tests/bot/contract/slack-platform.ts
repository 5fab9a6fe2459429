/** Slack as the contract suite sees it: its three surfaces, its limits, and the state its client keeps of a modal. */
import { limits } from '../../../bot/slack/block-kit.js';
import { optionsOf } from '../../../bot/slack/fields.js';
import { formToModal } from '../../../bot/slack/form.js';
import { unpackPayload } from '../../../bot/slack/payload-text.js';
import { readView } from '../../../bot/slack/read-view.js';
import { messageToBlocks, messageToHome, messageToModal } from '../../../bot/slack/render.js';
import { checkMessageBlocks, checkView } from '../../../playground/slack/blocks/surfaces.js';
import { keyOf, placedElements, stateOf, stateValues } from '../../../playground/slack/element-state.js';
import { asList, type Json } from '../../../playground/slack/json.js';
import { createStore } from '../../../playground/slack/options.js';
import { readMrkdwn } from '../../../playground/slack/reading.js';
import type { Workspace } from '../../../playground/slack/store.js';
import type { Field, Value } from '../../../programme/messages/message.js';
import { LONGEST_REVISION } from '../../../programme/messages/revision-lines.js';
import type { Language } from '../../../programme/requests/context.js';
import { type Drawing, disguises, objectsIn, type Platform } from './platform.js';

const workspace = aWorkspace();

function aWorkspace(): Workspace {
  for (const one of createStore({}).workspaces.values()) return one;
  throw new Error('the stand-in has no workspace');
}

export const slack: Platform = {
  name: 'slack',
  room: {
    heading: limits.header,
    text: limits.sectionText,
    note: limits.contextText,
    // A label of five characters and the line's end stand before it.
    fact: limits.sectionField - 6,
    itemTitle: limits.sectionText,
    revision: LONGEST_REVISION,
    revisionLabel: limits.revisionLabel,
    cell: limits.tableCell,
    button: limits.buttonLabel,
    fieldLabel: limits.inputLabel,
    hint: limits.inputHint,
    choice: limits.optionLabel,
    // The warning sign and a space stand before it.
    problem: limits.sectionText - 3,
  },
  drawMessage(message, language) {
    const posted = messageToBlocks(message, language, 'young');
    const again = messageToBlocks(message, language);
    const modal = messageToModal(message, 'Title', language);
    const home = messageToHome(message, language);
    return [
      drawing('slack message', checkMessageBlocks(posted.blocks), posted.blocks, [posted.text]),
      drawing('slack message without young blocks', checkMessageBlocks(again.blocks), again.blocks, [again.text]),
      drawing('slack modal', checkView(modal, 'modal'), modal),
      drawing('slack home', checkView(home, 'home'), home),
    ];
  },
  drawForm(form, language, errors = {}, problem = null) {
    const modal = formToModal(form, errors, problem, language);
    return [drawing('slack form', checkView(modal, 'modal'), modal)];
  },
  submit(form, language, entered) {
    const modal = formToModal(form, {}, null, language);
    const blocks = asList(modal.blocks);
    const state = stateOf(blocks, new Map());
    for (const placed of placedElements(blocks)) {
      const field = form.fields.find(({ name }) => placed.blockId === `field:${name}`);
      if (field === undefined || entered[field.name] === undefined) continue;
      state.set(keyOf(placed), stateWith(placed.element, field, entered[field.name], language));
    }
    return [readView({ private_metadata: modal.private_metadata, state: { values: stateValues(blocks, state) } })];
  },
};

/** docs.slack.dev/reference/views, `state.values`. */
function stateWith(element: Json, field: Field, value: Value, language: Language): Json {
  const type = String(element.type);
  const options = 'choices' in field ? optionsOf(field.choices, language) : asList(element.options);
  const option = (wanted: unknown) => options.find((one) => one.value === wanted) ?? null;
  switch (type) {
    case 'plain_text_input':
      return { type, value };
    case 'datepicker':
      return { type, selected_date: value };
    case 'timepicker':
      return { type, selected_time: value };
    case 'radio_buttons':
      return { type, selected_option: value === null ? null : (options[value === true ? 0 : 1] ?? null) };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: Array.isArray(value) ? value.map(option) : [] };
    case 'static_select':
    case 'external_select':
      return { type, selected_option: option(value) };
    case 'file_input':
      return { type, files: value === null ? [] : [{ id: value, name: 'a.pdf' }] };
    default:
      throw new Error(`an input that the contract does not know: ${type}`);
  }
}

function drawing(
  surface: string,
  problems: readonly string[],
  drawn: unknown,
  mrkdwn: readonly string[] = [],
): Drawing {
  const objects = objectsIn(drawn);
  const texts = objects.flatMap((one) => [
    ...(one.type === 'plain_text' ? [String(one.text)] : []),
    ...(one.type === 'mrkdwn' ? [readMrkdwn(workspace, String(one.text))] : []),
    ...(one.type === 'rich_text_section' ? [richText(one.elements)] : []),
    ...(one.type === 'raw_text' ? [String(one.text)] : []),
    ...(one.type === 'data_table' ? [String(one.caption)] : []),
    ...(typeof one.alt_text === 'string' ? [one.alt_text] : []),
    ...(typeof one.initial_value === 'string' ? [one.initial_value] : []),
  ]);
  const marked = [...mrkdwn, ...objects.flatMap((one) => (one.type === 'mrkdwn' ? [String(one.text)] : []))];
  return {
    surface,
    problems,
    texts: [...texts, ...mrkdwn.map((text) => readMrkdwn(workspace, text))],
    live: [
      ...marked.filter((text) => isLive(text, mrkdwn.includes(text))),
      ...objects.flatMap((one) => (one.type === 'plain_text' && one.emoji !== false ? [`emoji: ${one.text}`] : [])),
      // Any other piece of a rich text is a mention, a link or an emoji.
      ...objects.flatMap((one) =>
        one.type === 'rich_text_section'
          ? objectsIn(one.elements)
              .filter(({ type }) => type !== 'text' && type !== undefined)
              .map(({ type }) => `rich text: ${type}`)
          : [],
      ),
      ...texts.filter((text) => disguises.test(text) || !text.isWellFormed()),
    ],
    carried: objects.flatMap((one) => {
      if (one.type !== 'button') return [];
      return [typeof one.url === 'string' ? one.url : unpackPayload(one.value)];
    }),
  };
}

function richText(pieces: unknown): string {
  return asList(pieces)
    .map(({ text }) => String(text))
    .join('');
}

/**
 * Whether mrkdwn says more than its own title's bold. A notification is shown as plain text, where only mentions and
 * links would come alive.
 */
function isLive(text: string, notification: boolean): boolean {
  if (/<|>|&(?!(amp|lt|gt);)/.test(text)) return true;
  return !notification && /[*_~`]|:[\p{L}\p{N}_+'-]+:|^\s*&gt;/mu.test(text.replace(/^\*[^*\n]*\*/, ''));
}
