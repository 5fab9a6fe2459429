/** Block Kit's elements, each with the limits of its reference page (docs.slack.dev/reference/block-kit/block-elements). */
import { asList, type Json } from '../json.js';
import {
  boolean,
  type Check,
  complain,
  integer,
  list,
  matching,
  object,
  oneOf,
  type Shape,
  string,
  type Walk,
} from './check.js';
import {
  confirmation,
  dispatchConfiguration,
  link,
  menuOption,
  menuOptionGroup,
  overflowOption,
  plainText,
  slackFile,
  tickOption,
} from './objects.js';
import { richText } from './rich-text.js';

const placeholder = plainText(150);
const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 10, 'must be a valid date (YYYY-MM-DD)');
const realDate: Check = (value, at, walk) => {
  date(value, at, walk);
  const parsed = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : undefined;
  const stands = parsed && !Number.isNaN(parsed.valueOf()) && parsed.toISOString().slice(0, 10) === value;
  if (!stands) complain(walk, at, 'must be a date that exists');
};
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 5, 'must be a valid time (HH:mm)');
const numeral = matching(/^-?\d+(\.\d+)?$/, 50, 'must be a number in a string');
const timeZone: Check = (value, at, walk) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) });
  } catch {
    complain(walk, at, 'must be an IANA time zone');
  }
};

/** An element with an action_id, which must be unique in its block, and at most one focused element on the surface. */
function interactive(type: string, shape: Shape): Check {
  const fields = object({
    required: { type: oneOf(type), ...shape.required },
    optional: { action_id: string(255, 1), ...shape.optional },
    also: shape.also,
  });
  return (value, at, walk) => {
    fields(value, at, walk);
    claimActionId(value, at, walk);
  };
}

function claimActionId(value: unknown, at: string, walk: Walk): void {
  const element: Json = typeof value === 'object' && value !== null ? { ...value } : {};
  if (typeof element.action_id === 'string') {
    if (walk.actionIds.has(element.action_id))
      complain(walk, `${at}/action_id`, `action_id already exists: ${element.action_id}`);
    walk.actionIds.add(element.action_id);
  }
  if (element.focus_on_load === true) {
    walk.counts.focused += 1;
    if (walk.counts.focused > 1) complain(walk, `${at}/focus_on_load`, 'only one element may have focus_on_load');
  }
}

/** Slack wants initial options that "exactly match" one of the options. */
function initialAmong(value: Json, at: string, walk: Walk): void {
  const options = [...asList(value.options), ...asList(value.option_groups).flatMap((group) => asList(group.options))];
  const known = new Set(options.map((option) => JSON.stringify(sorted(option))));
  const initial = value.initial_option === undefined ? [] : [value.initial_option];
  const several = Array.isArray(value.initial_options) ? value.initial_options : [];
  for (const option of [...initial, ...several]) {
    if (!known.has(JSON.stringify(sorted(option)))) {
      complain(
        walk,
        `${at}/${initial.length > 0 ? 'initial_option' : 'initial_options'}`,
        'initial option must be among the options',
      );
    }
  }
  const values = options.map((option) => option.value);
  if (new Set(values).size < values.length) complain(walk, `${at}/options`, 'option values must be unique');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

function eitherOptionsOrGroups(value: Json, at: string, walk: Walk): void {
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    complain(walk, at, 'must provide either options or option_groups');
  }
  initialAmong(value, at, walk);
}

const menu = { placeholder, confirm: confirmation, focus_on_load: boolean };
const several = { ...menu, max_selected_items: integer(1, 1000) };
const typing = { placeholder, focus_on_load: boolean, dispatch_action_config: dispatchConfiguration };
const staticOptions = { options: list(menuOption, 1, 100), option_groups: list(menuOptionGroup, 1, 100) };

const button: Check = interactive('button', {
  required: { text: plainText(75) },
  optional: {
    value: string(2000, 1),
    url: link,
    style: oneOf('primary', 'danger'),
    confirm: confirmation,
    accessibility_label: string(75, 1),
  },
});

export const image: Check = object({
  required: { type: oneOf('image'), alt_text: string(2000, 1) },
  optional: { image_url: link, slack_file: slackFile },
  also: eitherUrlOrFile,
});

export function eitherUrlOrFile(value: Json, at: string, walk: Walk): void {
  if ((value.image_url === undefined) === (value.slack_file === undefined)) {
    complain(walk, at, 'must provide either image_url or slack_file');
  }
}

/** Buttons, menus and pickers: what a section's accessory and an actions block share. */
const common: readonly (readonly [string, Check])[] = [
  ['button', button],
  [
    'overflow',
    interactive('overflow', { required: { options: list(overflowOption, 1, 5) }, optional: { confirm: confirmation } }),
  ],
  [
    'static_select',
    interactive('static_select', {
      optional: { ...menu, ...staticOptions, initial_option: menuOption },
      also: eitherOptionsOrGroups,
    }),
  ],
  [
    'multi_static_select',
    interactive('multi_static_select', {
      optional: { ...several, ...staticOptions, initial_options: list(menuOption, 1, 100) },
      also: eitherOptionsOrGroups,
    }),
  ],
  [
    'external_select',
    interactive('external_select', {
      optional: { ...menu, initial_option: menuOption, min_query_length: integer(0, 100) },
    }),
  ],
  [
    'multi_external_select',
    interactive('multi_external_select', {
      optional: { ...several, initial_options: list(menuOption, 1, 100), min_query_length: integer(0, 100) },
    }),
  ],
  ['datepicker', interactive('datepicker', { optional: { ...menu, initial_date: realDate } })],
  ['timepicker', interactive('timepicker', { optional: { ...menu, initial_time: time, timezone: timeZone } })],
  [
    'checkboxes',
    interactive('checkboxes', {
      required: { options: list(tickOption, 1, 10) },
      optional: { initial_options: list(tickOption, 1, 10), confirm: confirmation, focus_on_load: boolean },
      also: initialAmong,
    }),
  ],
  [
    'radio_buttons',
    interactive('radio_buttons', {
      required: { options: list(tickOption, 1, 10) },
      optional: { initial_option: tickOption, confirm: confirmation, focus_on_load: boolean },
      also: initialAmong,
    }),
  ],
];

const dateAndTime = [
  'datetimepicker',
  interactive('datetimepicker', {
    optional: {
      initial_date_time: integer(1_000_000_000, 9_999_999_999),
      confirm: confirmation,
      focus_on_load: boolean,
    },
  }),
] as const;

const plainTextInput = interactive('plain_text_input', {
  optional: {
    ...typing,
    initial_value: string(3000),
    multiline: boolean,
    min_length: integer(0, 3000),
    max_length: integer(1, 3000),
  },
  also: (value, at, walk) => {
    const { min_length: min, max_length: max, initial_value: initial } = value;
    if (typeof min === 'number' && typeof max === 'number' && min > max)
      complain(walk, at, 'min_length must not exceed max_length');
    if (typeof initial === 'string' && typeof max === 'number' && initial.length > max)
      complain(walk, `${at}/initial_value`, `must be less than ${max + 1} characters`);
  },
});

const numberInput = interactive('number_input', {
  required: { is_decimal_allowed: boolean },
  optional: { ...typing, initial_value: numeral, min_value: numeral, max_value: numeral },
  also: (value, at, walk) => {
    const [min, max, initial] = [value.min_value, value.max_value, value.initial_value].map((one) =>
      one === undefined ? Number.NaN : Number(one),
    );
    if (min !== undefined && max !== undefined && min > max) complain(walk, at, 'min_value must not exceed max_value');
    if (initial !== undefined && ((min !== undefined && initial < min) || (max !== undefined && initial > max))) {
      complain(walk, `${at}/initial_value`, 'must lie between min_value and max_value');
    }
  },
});

export const sectionAccessories: ReadonlyMap<string, Check> = new Map([...common, ['image', image]]);

export const actionElements: ReadonlyMap<string, Check> = new Map([...common, dateAndTime]);

/** What an input block takes: everything that holds a value. File inputs exist in modals only. */
export const inputElements: ReadonlyMap<string, Check> = new Map([
  ...common.filter(([type]) => type !== 'button' && type !== 'overflow'),
  dateAndTime,
  ['plain_text_input', plainTextInput],
  ['number_input', numberInput],
  ['email_text_input', interactive('email_text_input', { optional: { ...typing, initial_value: string(3000) } })],
  ['url_text_input', interactive('url_text_input', { optional: { ...typing, initial_value: string(3000) } })],
  [
    'rich_text_input',
    interactive('rich_text_input', {
      optional: { ...typing, initial_value: richText, min_lines: integer(1, 100), max_lines: integer(1, 100) },
    }),
  ],
  ['file_input', fileInput()],
]);

function fileInput(): Check {
  const check = interactive('file_input', {
    optional: {
      filetypes: list(matching(/^[a-z0-9]+$/i, 20, 'must be a file type without a dot'), 1, 100),
      max_files: integer(1, 10),
    },
  });
  return (value, at, walk) => {
    check(value, at, walk);
    if (walk.surface !== 'modal') complain(walk, at, 'file_input is only allowed in modals');
  };
}
