/** Adaptive Cards 1.5 as data: which elements and actions exist, and which properties each may carry. Source: adaptivecards.io/schemas/1.5.0/adaptive-card.json, plus `choices.data`, `msteams` and `metadata`, which Teams documents itself. */

/** What a property must hold. `['a', 'b']` is an enumeration (compared without case, as the schema does). */
export type Rule =
  | 'text'
  | 'non-empty text'
  | 'yes/no'
  | 'number'
  | 'whole number'
  | 'anything'
  | 'fields'
  | 'url'
  | 'link'
  | 'pixels'
  | 'pixels or auto'
  | 'column width'
  | 'date'
  | 'time'
  | 'regular expression'
  | 'background'
  | 'elements'
  | 'element'
  | 'inlines'
  | 'actions'
  | 'action'
  | 'card'
  | 'targets'
  | { readonly listOf: string; readonly atLeast?: number }
  | { readonly part: string }
  | readonly string[];

export interface Kind {
  readonly required?: Readonly<Record<string, Rule>>;
  readonly optional?: Readonly<Record<string, Rule>>;
}

const spacing = ['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'] as const;
const alignment = ['left', 'center', 'right'] as const;
const vertical = ['top', 'center', 'bottom'] as const;
const colors = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const;
const sizes = ['default', 'small', 'medium', 'large', 'extraLarge'] as const;
const weights = ['default', 'lighter', 'bolder'] as const;
const fonts = ['default', 'monospace'] as const;
const containerStyles = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] as const;

const common: Readonly<Record<string, Rule>> = {
  id: 'non-empty text',
  spacing,
  separator: 'yes/no',
  height: ['auto', 'stretch'],
  isVisible: 'yes/no',
  fallback: 'anything',
  requires: 'fields',
};

const boxed: Readonly<Record<string, Rule>> = {
  selectAction: 'action',
  style: containerStyles,
  verticalContentAlignment: vertical,
  bleed: 'yes/no',
  backgroundImage: 'background',
  minHeight: 'pixels',
  rtl: 'yes/no',
};

const input: Kind = {
  required: { id: 'non-empty text' },
  optional: { ...common, errorMessage: 'non-empty text', isRequired: 'yes/no', label: 'non-empty text' },
};

function inputOf(own: Readonly<Record<string, Rule>>, required: Readonly<Record<string, Rule>> = {}): Kind {
  return { required: { ...input.required, ...required }, optional: { ...input.optional, ...own } };
}

const chartOf: Kind = {
  required: { data: { listOf: 'ChartSeries', atLeast: 1 }, fallback: 'anything' },
  optional: { ...common, title: 'text', xAxisTitle: 'text', yAxisTitle: 'text' },
};

export const elements: Readonly<Record<string, Kind>> = {
  TextBlock: {
    required: { text: 'non-empty text' },
    optional: {
      ...common,
      color: colors,
      fontType: fonts,
      horizontalAlignment: alignment,
      isSubtle: 'yes/no',
      maxLines: 'whole number',
      size: sizes,
      weight: weights,
      wrap: 'yes/no',
      style: ['default', 'heading'],
    },
  },
  RichTextBlock: { required: { inlines: 'inlines' }, optional: { ...common, horizontalAlignment: alignment } },
  Image: {
    required: { url: 'url' },
    optional: {
      ...common,
      altText: 'text',
      backgroundColor: 'text',
      height: 'pixels or auto',
      width: 'pixels',
      horizontalAlignment: alignment,
      selectAction: 'action',
      size: ['auto', 'stretch', 'small', 'medium', 'large'],
      style: ['default', 'person'],
    },
  },
  ImageSet: {
    required: { images: { listOf: 'Image', atLeast: 1 } },
    optional: { ...common, imageSize: ['auto', 'stretch', 'small', 'medium', 'large'] },
  },
  Media: {
    required: { sources: { listOf: 'MediaSource', atLeast: 1 } },
    optional: { ...common, poster: 'url', altText: 'text' },
  },
  Container: { required: { items: 'elements' }, optional: { ...common, ...boxed } },
  ColumnSet: {
    required: { columns: { listOf: 'Column', atLeast: 1 } },
    optional: {
      ...common,
      selectAction: 'action',
      style: containerStyles,
      bleed: 'yes/no',
      minHeight: 'pixels',
      horizontalAlignment: alignment,
    },
  },
  FactSet: { required: { facts: { listOf: 'Fact', atLeast: 1 } }, optional: common },
  ActionSet: { required: { actions: 'actions' }, optional: { ...common, horizontalAlignment: alignment } },
  Table: {
    required: { columns: { listOf: 'TableColumnDefinition', atLeast: 1 }, rows: { listOf: 'TableRow', atLeast: 1 } },
    optional: {
      ...common,
      firstRowAsHeader: 'yes/no',
      firstRowAsHeaders: 'yes/no',
      showGridLines: 'yes/no',
      gridStyle: containerStyles,
      horizontalCellContentAlignment: alignment,
      verticalCellContentAlignment: vertical,
    },
  },
  // Not of 1.5: Teams draws them since 2025, and clients that do not show what stands in `fallback`.
  'Chart.VerticalBar.Grouped': chartOf,
  'Chart.Line': chartOf,
  'Input.Text': inputOf({
    isMultiline: 'yes/no',
    maxLength: 'whole number',
    placeholder: 'text',
    regex: 'regular expression',
    style: ['text', 'tel', 'url', 'email', 'password'],
    inlineAction: 'action',
    value: 'text',
  }),
  'Input.Number': inputOf({ max: 'number', min: 'number', placeholder: 'text', value: 'number' }),
  'Input.Date': inputOf({ max: 'date', min: 'date', placeholder: 'text', value: 'date' }),
  'Input.Time': inputOf({ max: 'time', min: 'time', placeholder: 'text', value: 'time' }),
  'Input.Toggle': inputOf(
    { value: 'text', valueOff: 'text', valueOn: 'text', wrap: 'yes/no' },
    { title: 'non-empty text' },
  ),
  'Input.ChoiceSet': inputOf({
    choices: { listOf: 'Input.Choice' },
    'choices.data': { part: 'Data.Query' },
    isMultiSelect: 'yes/no',
    style: ['compact', 'expanded', 'filtered'],
    value: 'text',
    placeholder: 'text',
    wrap: 'yes/no',
  }),
};

/** The version of Adaptive Cards that brought an element or action: a card that declares an older one loses it silently. */
export const since: Readonly<Record<string, number>> = {
  Media: 1.1,
  RichTextBlock: 1.2,
  ActionSet: 1.2,
  'Action.ToggleVisibility': 1.2,
  'Action.Execute': 1.4,
  Table: 1.5,
};

/** What may stand only inside a particular element. Those in `untyped` need not repeat their type. */
export const parts: Readonly<Record<string, Kind>> = {
  Column: {
    optional: { ...common, ...boxed, items: 'elements', width: 'column width' },
  },
  ChartSeries: { required: { legend: 'non-empty text', values: { listOf: 'ChartPoint', atLeast: 1 } } },
  ChartPoint: { required: { x: 'non-empty text', y: 'number' } },
  Fact: { required: { title: 'text', value: 'text' } },
  MediaSource: { required: { mimeType: 'non-empty text', url: 'url' } },
  'Input.Choice': { required: { title: 'non-empty text', value: 'non-empty text' } },
  'Data.Query': {
    required: { dataset: 'non-empty text' },
    optional: { count: 'whole number', skip: 'whole number', associatedInputs: ['auto', 'none'] },
  },
  TextRun: {
    required: { text: 'text' },
    optional: {
      color: colors,
      fontType: fonts,
      highlight: 'yes/no',
      isSubtle: 'yes/no',
      italic: 'yes/no',
      selectAction: 'action',
      size: sizes,
      strikethrough: 'yes/no',
      underline: 'yes/no',
      weight: weights,
    },
  },
  TableColumnDefinition: {
    optional: {
      width: 'column width',
      horizontalCellContentAlignment: alignment,
      verticalCellContentAlignment: vertical,
    },
  },
  TableRow: {
    required: { cells: { listOf: 'TableCell', atLeast: 1 } },
    optional: {
      style: containerStyles,
      horizontalCellContentAlignment: alignment,
      verticalCellContentAlignment: vertical,
    },
  },
  TableCell: { required: { items: 'elements' }, optional: boxed },
  Refresh: {
    required: { action: 'action' },
    optional: { userIds: { listOf: 'user id' }, expires: 'text' },
  },
};

export const untyped: ReadonlySet<string> = new Set([
  'ChartPoint',
  'ChartSeries',
  'Fact',
  'MediaSource',
  'Input.Choice',
  'TableColumnDefinition',
  'Image',
  'Column',
  'Refresh',
]);

const actionCommon: Readonly<Record<string, Rule>> = {
  title: 'non-empty text',
  iconUrl: 'url',
  id: 'non-empty text',
  style: ['default', 'positive', 'destructive'],
  fallback: 'anything',
  tooltip: 'text',
  isEnabled: 'yes/no',
  mode: ['primary', 'secondary'],
  requires: 'fields',
};

export const actions: Readonly<Record<string, Kind>> = {
  'Action.OpenUrl': { required: { url: 'link' }, optional: actionCommon },
  'Action.Submit': { optional: { ...actionCommon, data: 'fields', associatedInputs: ['auto', 'none'] } },
  'Action.Execute': {
    required: { verb: 'non-empty text' },
    optional: { ...actionCommon, data: 'fields', associatedInputs: ['auto', 'none'] },
  },
  'Action.ShowCard': { required: { card: 'card' }, optional: actionCommon },
  'Action.ToggleVisibility': { required: { targetElements: 'targets' }, optional: actionCommon },
};

export const cardItself: Kind = {
  optional: {
    $schema: 'text',
    version: 'text',
    body: 'elements',
    actions: 'actions',
    refresh: { part: 'Refresh' },
    authentication: 'fields',
    selectAction: 'action',
    fallbackText: 'text',
    backgroundImage: 'background',
    metadata: 'fields',
    minHeight: 'pixels',
    rtl: 'yes/no',
    speak: 'text',
    lang: 'text',
    verticalContentAlignment: vertical,
    msteams: 'fields',
  },
};
