/** What makes one input of an Adaptive Card usable: a label, choices that differ, a value within its own bounds. */
import { type Fields, fieldsOf, listOf, type Problem, textOf } from './wire.js';

interface Bounds {
  readonly min?: unknown;
  readonly max?: unknown;
  readonly value?: unknown;
}

function isAfter(left: unknown, right: unknown): boolean {
  return (
    (typeof left === 'number' && typeof right === 'number' && left > right) ||
    (typeof left === 'string' && typeof right === 'string' && left > right)
  );
}

function boundProblems({ min, max, value }: Bounds, at: string): readonly Problem[] {
  return [
    ...(isAfter(min, max) ? [{ at, problem: 'min is after max' }] : []),
    ...(isAfter(min, value) || isAfter(value, max) ? [{ at, problem: 'value lies outside min and max' }] : []),
  ];
}

function choiceProblems(input: Fields, at: string): readonly Problem[] {
  const values = listOf(input.choices).map((choice) => textOf(fieldsOf(choice).value) ?? '');
  const dynamic = input['choices.data'] !== undefined;
  const several = input.isMultiSelect === true;
  const preset = textOf(input.value);
  const chosen = preset === undefined || preset === '' ? [] : several ? preset.split(',') : [preset];
  return [
    ...(values.length === 0 && !dynamic ? [{ at: `${at}.choices`, problem: 'has no choices' }] : []),
    ...(new Set(values).size < values.length ? [{ at: `${at}.choices`, problem: 'two choices share a value' }] : []),
    ...(several && values.some((value) => value.includes(','))
      ? [{ at: `${at}.choices`, problem: 'a value holds a comma, which separates values of a multiple choice' }]
      : []),
    ...(dynamic
      ? []
      : chosen
          .filter((value) => !values.includes(value))
          .map((value) => ({ at: `${at}.value`, problem: `"${value}" is not one of the choices` }))),
  ];
}

/** What is wrong with an input beyond the types of its properties. */
export function inputProblems(input: Fields, at: string): readonly Problem[] {
  const required = input.isRequired === true;
  const tooLong =
    typeof input.maxLength === 'number' && typeof input.value === 'string' && input.value.length > input.maxLength;
  const id = textOf(input.id) ?? '';
  return [
    ...(id === 'msteams' ? [{ at: `${at}.id`, problem: 'would overwrite what Teams reads of a submission' }] : []),
    ...(required && input.label === undefined ? [{ at, problem: 'a required input needs a label' }] : []),
    ...(required && input.errorMessage === undefined
      ? [{ at, problem: 'a required input needs an errorMessage, or the person sees a red frame without words' }]
      : []),
    ...(input.maxLength === 0 ? [{ at: `${at}.maxLength`, problem: 'nothing could be typed' }] : []),
    ...(tooLong ? [{ at: `${at}.value`, problem: 'is longer than maxLength' }] : []),
    ...(input.type === 'Input.ChoiceSet' ? choiceProblems(input, at) : boundProblems(input, at)),
  ];
}
