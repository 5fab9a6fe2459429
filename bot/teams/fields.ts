/** Draws one field of a form as an input of an Adaptive Card. */
import type { Choice, Field, Values } from '../../programme/messages/message.js';
import { shortenMiddle } from '../../programme/messages/session-choice.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { requestTexts } from '../../programme/requests/texts.js';
import { label, moreItems, note, textBlock } from './blocks.js';
import { bytesOf, type CardChoice, type CardElement, type Input } from './card.js';
import { clean, defuseLabel, shorten } from './text.js';

/** The kind of an input, which is needed to read its text back into a value. */
export type InputKind = 'text' | 'several' | 'yes/no';

/** The form of a field. `room`: bytes of JSON for the choices of each field. */
interface FieldContext {
  readonly action: string;
  readonly known: Values;
  readonly language: Language;
  readonly room: number;
  /** Teams itself refuses to send the form, by whichever button takes the inputs along, while something is missing. */
  readonly requires: boolean;
}

/** The most characters of a search's dataset. Teams names no limit; it travels with every letter typed. */
const LONGEST_DATASET = 1000;
const LONGEST_CHOICE = 120;
/** Of an error or hint: they must not take the room of the inputs. */
export const LONGEST_REMARK = 300;

export const yes = 'true';
const no = 'false';

export function inputKindOf(field: Field): InputKind | null {
  switch (field.kind) {
    case 'several choices':
      return 'several';
    case 'yes/no':
      return 'yes/no';
    case 'text':
    case 'long text':
    case 'choice':
    case 'person':
    case 'date':
    case 'time':
      return 'text';
    case 'file':
      return null;
    default: {
      const never: never = field;
      throw new Error(`no reading for ${JSON.stringify(never)}`);
    }
  }
}

/** The input, its error directly under it, and its hint. */
export function drawField(field: Field, error: string | undefined, context: FieldContext): readonly CardElement[] {
  const { language } = context;
  return [
    ...drawInput(field, context),
    ...(error === undefined
      ? []
      : [textBlock(error, language, { color: 'attention', spacing: 'none' }, LONGEST_REMARK)]),
    ...(field.hint ? [note(shorten(field.hint, LONGEST_REMARK, language), language)] : []),
  ];
}

function drawInput(field: Field, context: FieldContext): readonly CardElement[] {
  const { language } = context;
  switch (field.kind) {
    case 'text':
    case 'long text':
      return [
        {
          type: 'Input.Text',
          ...common(field, context),
          isMultiline: field.kind === 'long text',
          // A value from before may be longer than is allowed now; Teams would refuse the card.
          ...(field.maximum && { maxLength: Math.max(field.maximum, field.initial?.length ?? 0) }),
          ...(field.initial && { value: clean(field.initial) }),
        },
      ];
    case 'date':
    case 'time':
      return [
        {
          type: field.kind === 'date' ? 'Input.Date' : 'Input.Time',
          ...common(field, context),
          ...(field.initial && { value: field.initial }),
        },
      ];
    case 'yes/no':
      return [
        {
          type: 'Input.ChoiceSet',
          ...common(field, context),
          style: 'expanded',
          wrap: true,
          choices: [
            { title: label(field.yes, language), value: yes },
            { title: label(field.no, language), value: no },
          ],
          ...(field.initial !== undefined && { value: field.initial ? yes : no }),
        },
      ];
    case 'choice':
    case 'person':
      return drawChoice(field, context);
    case 'several choices':
      return drawSeveral(field, context);
    case 'file':
      // Cards have no input for files.
      return [
        textBlock(field.label, language, { weight: 'bolder' }),
        note(chatTexts[language].filesInChat(field.endings.join(', ')), language),
      ];
    default: {
      const never: never = field;
      throw new Error(`no input for ${JSON.stringify(never)}`);
    }
  }
}

function common(
  field: Field,
  { language, requires }: FieldContext,
): Pick<Input, 'id' | 'label' | 'isRequired' | 'errorMessage'> {
  const named = label(field.label, language);
  if (field.optional) return { id: field.name, label: chatTexts[language].optional(named) };
  if (!requires) return { id: field.name, label: named };
  const chosen = field.kind !== 'text' && field.kind !== 'long text';
  return {
    id: field.name,
    label: named,
    isRequired: true,
    errorMessage: chosen ? chatTexts[language].choose : requestTexts[language].problems.required,
  };
}

function drawChoice(
  field: Extract<Field, { kind: 'choice' | 'person' }>,
  context: FieldContext,
): readonly CardElement[] {
  const { choices, lost } = offer(field.choices, field.initial === undefined ? [] : [field.initial], context);
  const input = { type: 'Input.ChoiceSet', ...common(field, context), choices } as const;
  if (field.search) {
    return [
      {
        ...input,
        style: 'filtered',
        placeholder: chatTexts[context.language].typeToSearch,
        'choices.data': { type: 'Data.Query', dataset: writeDataset(context.action, field.name, context.known) },
        ...(field.initial && { value: field.initial }),
      },
    ];
  }
  if (choices.length === 0) return [textBlock(field.label, context.language, { weight: 'bolder' })];
  return [
    { ...input, style: 'compact', placeholder: chatTexts[context.language].choose, ...initial(choices, field.initial) },
    ...(lost > 0 ? [moreItems(lost, context.language)] : []),
  ];
}

function initial(choices: readonly CardChoice[], value: string | undefined): { readonly value?: string } {
  return value !== undefined && choices.some((choice) => choice.value === value) ? { value } : {};
}

function drawSeveral(
  field: Extract<Field, { kind: 'several choices' }>,
  context: FieldContext,
): readonly CardElement[] {
  const { choices, lost } = offer(field.choices, field.initial ?? [], context);
  if (choices.length === 0) return [textBlock(field.label, context.language, { weight: 'bolder' })];
  // Teams joins what was chosen with commas, so none may stand in a value.
  const coded = choices.map((choice) => ({ ...choice, value: encodeURIComponent(choice.value) }));
  const chosen = (field.initial ?? []).map(encodeURIComponent).filter((value) => coded.some((c) => c.value === value));
  return [
    {
      type: 'Input.ChoiceSet',
      ...common(field, context),
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: coded,
      ...(chosen.length > 0 && { value: chosen.join(',') }),
    },
    ...(lost > 0 ? [moreItems(lost, context.language)] : []),
  ];
}

/** As many choices as there is room for, those already chosen first in line for it; no value twice, for Teams refuses that. */
function offer(
  choices: readonly Choice[],
  chosen: readonly string[],
  { room }: FieldContext,
): { readonly choices: readonly CardChoice[]; readonly lost: number } {
  const unique = [...new Map(choices.map((choice) => [choice.value, choice])).values()].filter(
    ({ value }) => value !== '',
  );
  const drawn = unique.map(({ value, label: words }) => ({
    title: defuseLabel(shortenMiddle(clean(words), LONGEST_CHOICE)) || value,
    value,
  }));
  const first = [
    ...drawn.filter(({ value }) => chosen.includes(value)),
    ...drawn.filter(({ value }) => !chosen.includes(value)),
  ];
  const kept = new Set<CardChoice>();
  let left = room;
  for (const choice of first) {
    // Encoding may lengthen a value threefold.
    left -= bytesOf(choice) + 2 * choice.value.length;
    if (left < 0) break;
    kept.add(choice);
  }
  return { choices: drawn.filter((choice) => kept.has(choice)), lost: drawn.length - kept.size };
}

/** Serialises as much of the known input as fits into the dataset string of a search, shortest values first. */
function writeDataset(action: string, field: string, known: Values): string {
  const entries = Object.entries(known).sort(([, one], [, other]) => bytesOf(one ?? null) - bytesOf(other ?? null));
  let dataset = JSON.stringify({ action, field, known: {} });
  const kept: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    kept[name] = value;
    const longer = JSON.stringify({ action, field, known: kept });
    if (longer.length > LONGEST_DATASET) break;
    dataset = longer;
  }
  return dataset;
}
