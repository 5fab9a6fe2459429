/** Draws one field of a form as an input block. */
import type { Choice, Field, Form } from '../../programme/messages/message.js';
import { shortenMiddle } from '../../programme/messages/session-choice.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { type Block, type InputElement, limits } from './block-kit.js';
import { inRows } from './buttons.js';
import { drawNote } from './elements.js';
import { clean, cut, isBlank, plainText } from './text.js';

/** The action_id of an input, and of one whose options are searched for while the person types. */
export const valueId = 'value';
export const searchId = 'search';

/** A view may have 250 kB and an option takes up to 350 bytes, so this is what all menus of a form may hold beyond 100 each. */
const OPTIONS_OF_A_FORM = 500;

const yesValue = 'yes';
const noValue = 'no';

/** The value of a submitted yes/no; null where neither was chosen. */
export function readYesNo(value: string | undefined): boolean | null {
  return value === yesValue ? true : value === noValue ? false : null;
}

/** A field's block_id, under which Slack also expects its error. */
export function fieldBlockId(name: string): string {
  return `field:${name}`;
}

/** The field's name, or null where the block is no field. */
export function fieldName(blockId: string): string | null {
  return blockId.startsWith(fieldBlockId('')) ? blockId.slice(fieldBlockId('').length) : null;
}

/** How many options each menu of the form may have. */
export function optionsEach(form: Form): number {
  const menus = form.fields.filter((field) => {
    const searched = 'search' in field && field.search;
    return 'choices' in field && !searched && field.choices.length > limits.selectOptions;
  });
  return Math.max(limits.selectOptions, Math.floor(OPTIONS_OF_A_FORM / Math.max(menus.length, 1)));
}

export function namesOf(form: Form): ReadonlySet<string> {
  return new Set(form.fields.map((field) => field.name));
}

/** Marks what went wrong, for eyes and for screen readers. */
export function mark(words: string): string {
  return `⚠️ ${words}`;
}

interface FieldOptions {
  readonly mostOptions: number;
  /** Slack tells what is put into it at once. */
  readonly dispatches: boolean;
}

/** The input; a choice without any option to choose becomes a note, since Slack takes no empty menu. */
export function drawField(field: Field, { mostOptions, dispatches }: FieldOptions, language: Language): Block[] {
  if (fieldBlockId(field.name).length > limits.identifier)
    throw new Error(`the field's name is too long: ${field.name}`);
  const drawn = drawInput(field, mostOptions, language);
  if (drawn === null) return drawNote(`${field.label}: –`, language);
  const hints = [
    ...(field.hint ? [field.hint] : []),
    ...(drawn.left > 0 ? [chatTexts[language].moreItems(drawn.left)] : []),
  ];
  return [
    {
      type: 'input',
      block_id: fieldBlockId(field.name),
      label: plainText(field.label, limits.inputLabel, language),
      ...(hints.length > 0 ? { hint: plainText(hints.join('\n'), limits.inputHint, language) } : {}),
      optional: field.optional ?? false,
      // Slack refuses it for files.
      ...(dispatches && field.kind !== 'file' && { dispatch_action: true }),
      element: dispatches ? dispatching(drawn.element) : drawn.element,
    },
  ];
}

/** Of a text Slack would tell only when Enter is pressed, and say so below it. */
function dispatching(element: InputElement): InputElement {
  return element.type === 'plain_text_input'
    ? { ...element, dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
    : element;
}

interface DrawnInput {
  readonly element: InputElement;
  /** Options that could not be shown. */
  readonly left: number;
}

function drawInput(field: Field, mostOptions: number, language: Language): DrawnInput | null {
  switch (field.kind) {
    case 'text':
    case 'long text':
      return alone(drawTyping(field, language));
    case 'choice':
    case 'person':
      return drawChoice(field, mostOptions, language);
    case 'several choices':
      return drawSeveral(field, mostOptions, language);
    case 'date':
      return alone({ type: 'datepicker', action_id: valueId, ...initially('initial_date', realDate(field.initial)) });
    case 'time':
      return alone({ type: 'timepicker', action_id: valueId, ...initially('initial_time', realTime(field.initial)) });
    case 'yes/no': {
      const options = [
        option({ value: yesValue, label: field.yes }, language),
        option({ value: noValue, label: field.no }, language),
      ];
      const initial = field.initial === undefined ? undefined : options[field.initial ? 0 : 1];
      return alone({ type: 'radio_buttons', action_id: valueId, options, ...initially('initial_option', initial) });
    }
    case 'file': {
      const filetypes = field.endings.map((ending) => ending.replace(/^\./, ''));
      return alone({
        type: 'file_input',
        action_id: valueId,
        max_files: Math.min(Math.max(field.maximum ?? 1, 1), limits.files),
        ...(filetypes.length > 0 ? { filetypes } : {}),
      });
    }
    default:
      return unknownField(field);
  }
}

function unknownField(field: never): never {
  throw new Error(`a field that Slack's renderer does not know: ${JSON.stringify(field)}`);
}

function alone(element: InputElement): DrawnInput {
  return { element, left: 0 };
}

function drawTyping(field: Extract<Field, { kind: 'text' | 'long text' }>, language: Language): InputElement {
  const maximum = Math.min(Math.max(field.maximum ?? limits.inputText, 1), limits.inputText);
  const initial =
    field.initial === undefined || isBlank(field.initial) ? undefined : cut(clean(field.initial), maximum, language);
  return {
    type: 'plain_text_input',
    action_id: valueId,
    multiline: field.kind === 'long text',
    max_length: maximum,
    ...initially('initial_value', initial),
  };
}

function drawChoice(
  field: Extract<Field, { kind: 'choice' | 'person' }>,
  mostOptions: number,
  language: Language,
): DrawnInput | null {
  const options = optionsOf(field.choices, language);
  const initial = options.find((candidate) => candidate.value === field.initial);
  if (field.search) {
    const placeholder = plainText(chatTexts[language].typeToSearch, limits.placeholder, language);
    return alone({
      type: 'external_select',
      action_id: searchId,
      min_query_length: 0,
      placeholder,
      ...initially('initial_option', initial),
    });
  }
  if (options.length === 0) return null;
  const placeholder = plainText(chatTexts[language].choose, limits.placeholder, language);
  const { menu, left } = menuOf(options, initial === undefined ? [] : [initial], mostOptions, language);
  return {
    left,
    element: {
      type: 'static_select',
      action_id: valueId,
      placeholder,
      ...menu,
      ...initially('initial_option', initial),
    },
  };
}

function drawSeveral(
  field: Extract<Field, { kind: 'several choices' }>,
  mostOptions: number,
  language: Language,
): DrawnInput | null {
  const options = optionsOf(field.choices, language);
  if (options.length === 0) return null;
  const chosen = options.filter((candidate) => field.initial?.includes(candidate.value));
  // Slack takes no empty list of initial options.
  const initial = chosen.length > 0 ? { initial_options: chosen } : {};
  if (options.length <= limits.checkboxes)
    return alone({ type: 'checkboxes', action_id: valueId, options, ...initial });
  const placeholder = plainText(chatTexts[language].choose, limits.placeholder, language);
  const { menu, left } = menuOf(options, chosen, mostOptions, language);
  return { left, element: { type: 'multi_static_select', action_id: valueId, placeholder, ...menu, ...initial } };
}

type DrawnOption = ReturnType<typeof option>;

/** One menu of up to 100 options, or groups of 100 named after their first and last. Options that are chosen already are always among them. */
function menuOf(options: readonly DrawnOption[], chosen: readonly DrawnOption[], most: number, language: Language) {
  if (options.length <= limits.selectOptions) return { menu: { options: [...options] }, left: 0 };
  const first = options.filter((one) => !chosen.includes(one)).slice(0, Math.max(most - chosen.length, 0));
  const kept = new Set([...chosen, ...first]);
  const shown = options.filter((one) => kept.has(one));
  const groups = inRows(shown, limits.selectOptions).map((row) => ({
    label: plainText(`${row.at(0)?.text.text ?? ''} – ${row.at(-1)?.text.text ?? ''}`, limits.optionLabel, language),
    options: row,
  }));
  return { menu: { option_groups: groups }, left: options.length - shown.length };
}

/** Options as Slack takes them; a value that stands twice is offered once. */
export function optionsOf(choices: readonly Choice[], language: Language): DrawnOption[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return [...byValue.values()].map((choice) => option(choice, language));
}

function option(choice: Choice, language: Language) {
  if (choice.value === '' || choice.value.length > limits.optionValue) {
    throw new Error(`a choice's value must have 1 to ${limits.optionValue} characters: ${choice.value}`);
  }
  // Ends tell apart what begins alike, such as people of one name.
  const label = shortenMiddle(clean(choice.label), limits.optionLabel);
  return { text: plainText(label, limits.optionLabel, language), value: choice.value };
}

function initially<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  const given: { [key in K]?: V } = {};
  if (value !== undefined) given[key] = value;
  return given;
}

function realDate(date: string | undefined): string | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(date) ? date : undefined;
}

function realTime(time: string | undefined): string | undefined {
  return time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}
