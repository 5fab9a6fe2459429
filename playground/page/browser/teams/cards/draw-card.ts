/** Draws one Adaptive Card with Microsoft's library and says what was pressed on it, with what its inputs held. */
import {
  type Action,
  AdaptiveCard,
  type CardElement,
  CardObjectRegistry,
  Container,
  ExecuteAction,
  GlobalRegistry,
  GlobalSettings,
  type Input,
  OpenUrlAction,
  SerializationContext,
  ShowCardAction,
  SubmitAction,
  Table,
  Versions,
} from 'adaptivecards';
import type { Json } from '../../../protocol.js';
import { cardMarkdown } from '../markdown.js';
import { chartOf } from './chart-element.js';
import { hostConfig } from './host-config.js';
import { boxClass, type MendWords, mendCard, mendInput } from './mend-card.js';
import { numberActions } from './number-actions.js';
import { EmptiableNumberInput } from './number-input.js';
import { choiceSetWithSearch, type SearchPort } from './search-input.js';

export interface CardOptions {
  /** Unique on the page. */
  readonly prefix: string;
  readonly words: MendWords;
  /** Whether boxes in the style "attention" are read out when they appear. */
  readonly alarms: boolean;
  /** Action.Submit or Action.Execute, with its JSON pointer in the card as posted and the inputs as Teams submits them. */
  readonly onAct: (pointer: string, inputs: Readonly<Record<string, string>>) => void;
  readonly onOpen: (address: string) => void;
  /** Inputs that hold something wrong but are not in sight, each as `label: error`. */
  readonly onHiddenErrors: (lines: readonly string[]) => void;
}

export interface CardDrawn {
  readonly element: HTMLElement;
  /** Fields for which something of our own is drawn. */
  readonly searches: readonly SearchPort[];
  /** What the inputs hold, by the ids that the bot gave them. */
  inputs(): Readonly<Record<string, string>>;
  /** To be called when those fields stand in their places. */
  mend(): void;
}

GlobalSettings.setTabIndexAtCardRoot = false;
// Labels are labels: a bot's text for a choice is shown as it is.
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

/** Undefined where the library finds nothing to draw. */
export function drawCard(posted: Json, options: CardOptions): CardDrawn | undefined {
  const { card: json, pointers } = numberActions(posted, options.prefix);
  const searches: SearchPort[] = [];
  const registry = new CardObjectRegistry<CardElement>();
  GlobalRegistry.populateWithDefaultElements(registry);
  // By name, or a bundler leaves out what only registers itself.
  registry.register('Table', Table, Versions.v1_5);
  registry.register('Chart.VerticalBar.Grouped', chartOf('Chart.VerticalBar.Grouped', 'bars'));
  registry.register('Chart.Line', chartOf('Chart.Line', 'lines'));
  registry.register('Input.Number', EmptiableNumberInput);
  registry.register(
    'Input.ChoiceSet',
    choiceSetWithSearch((field) => searches.push(field)),
  );
  const actions: Action[] = [];
  const context = new SerializationContext();
  context.setElementRegistry(registry);
  context.onParseAction = (action) => actions.push(action);
  context.onParseElement = (element) => {
    if (element instanceof Container && element.style) element.customCssSelector = boxClass(element.style);
  };

  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(json, context);
  const element = withoutDocumentHandlers(() => {
    const rendered = card.render();
    // Teams submits and checks also what stands in cards that have not been opened.
    for (const action of actions) if (action instanceof ShowCardAction) action.card.render();
    return rendered;
  });
  if (!element) return undefined;
  if (card.lang) element.lang = card.lang;
  for (const inner of actions) {
    if (inner instanceof ShowCardAction && inner.card.renderedElement) {
      mendCard(inner.card.renderedElement, [], options.words);
    }
  }
  mendCard(element, card.getAllInputs(), options.words);
  if (options.alarms) {
    for (const box of element.querySelectorAll(`.${boxClass('attention')}`)) box.setAttribute('role', 'alert');
  }
  card.onInputValueChanged = (input) => mendInput(input, options.words);
  // What is shown or hidden does not itself expand: nothing but a control can say so.
  // The library writes it just after it has told of the change.
  card.onElementVisibilityChanged = ({ renderedElement }) =>
    queueMicrotask(() => renderedElement?.removeAttribute('aria-expanded'));

  const ownId = (input: Input) => (input.id ?? '').slice(options.prefix.length);
  const valuesOf = (inputs: readonly Input[]) =>
    Object.fromEntries(
      inputs.flatMap((input) => {
        const value = submittedValue(input.value);
        return value === '' || !input.id ? [] : [[ownId(input), value]];
      }),
    );

  function check(inputs: readonly Input[]): boolean {
    const wrong = inputs.filter((input) => !input.validateValue());
    for (const input of inputs) mendInput(input, options.words);
    const [first] = wrong;
    if (!first) return true;
    const hidden = wrong.filter((input) => input.renderedElement?.checkVisibility() !== true);
    options.onHiddenErrors(hidden.map((input) => `${input.label ?? ownId(input)}: ${input.errorMessage ?? ''}`));
    const seen = wrong.find((input) => !hidden.includes(input));
    seen?.focus();
    // With its error, which stands below it.
    seen?.renderedElement?.scrollIntoView({ block: 'center' });
    return false;
  }

  for (const action of actions) {
    if (!(action instanceof SubmitAction || action instanceof ExecuteAction)) continue;
    // The library looks only at inputs around the button; Teams at all of the card.
    action.prepareForExecution = () => action.associatedInputs === 'none' || check(card.getAllInputs());
  }
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) options.onOpen(action.url ?? '');
    if (!(action instanceof SubmitAction || action instanceof ExecuteAction)) return;
    const inputs = action.associatedInputs === 'none' ? [] : card.getAllInputs();
    options.onAct(pointers.get(action.id ?? '') ?? '', valuesOf(inputs));
  };

  const ports = searches.map((field) => ({ ...field, id: field.id.slice(options.prefix.length) }));
  return {
    element,
    searches: ports,
    inputs: () => valuesOf(card.getAllInputs()),
    mend() {
      for (const input of card.getAllInputs()) mendInput(input, options.words);
    },
  };
}

/** Always strings, and nothing for what is empty. */
function submittedValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

/** The library takes the document's `onclick` for lists that it does not draw here. */
function withoutDocumentHandlers<Result>(work: () => Result): Result {
  const before = document.onclick;
  try {
    return work();
  } finally {
    document.onclick = before;
  }
}
