/** Makes proposals of the tools that a language model called: what it may not propose, or what its action would not take, is no part of them. */
import { z } from 'zod';
import type { Value, Values } from '../../../programme/messages/message.js';
import type { Action } from '../../../programme/requests/action.js';
import type { FieldShape } from '../../../programme/requests/input-shape.js';
import type { Interpretation, Proposal } from '../../../programme/requests/interpreter.js';
import type { ModelAnswered } from './call-model.js';
import type { ModelTools } from './tools.js';

const called = z.record(z.string(), z.unknown());

/** As many as a question offers. */
const MOST_CHOICES = 5;

interface Called extends Proposal {
  readonly confirm: Action['confirm'];
}

/**
 * What the model understood; null where it called no tool, one that there is not, or several that change something: then the answer
 * without a model counts. What would be done without being shown first is offered as a button, and done by nobody but who presses it.
 */
export function interpretationOf(
  { calls }: Pick<ModelAnswered, 'calls'>,
  tools: ModelTools,
  putBack: (input: Values) => Values,
): Interpretation | null {
  if (calls === null || calls.length === 0) return null;
  const read = calls.map(({ name, input }): Called | null => {
    const tool = tools.get(name);
    const given = called.safeParse(input ?? {});
    if (tool === undefined || !given.success) return null;
    const { action, fields } = tool;
    const { name: actionName, confirm } = action;
    return { action: actionName, confirm, input: withoutWrong(action, putBack(valuesIn(given.data, fields))) };
  });
  const whole = read.filter((one) => one !== null);
  if (whole.length < read.length) return null;
  const distinct = [...new Map(whole.map((one) => [JSON.stringify(one), one])).values()];
  if (distinct.length > MOST_CHOICES || distinct.filter(({ confirm }) => confirm !== 'read').length > 1) return null;
  const [only, other] = distinct;
  if (only === undefined) return null;
  const asked = { action: 'help.show', input: {}, explicit: false } as const;
  const choices = distinct.map(({ action, input }): Proposal => ({ action, input }));
  if (other !== undefined) return { ...asked, choices };
  if (only.confirm === 'never') return { ...asked, choices, guessed: true };
  return { action: only.action, input: only.input, explicit: false };
}

function valuesIn(given: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, FieldShape>>): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, shape]): (readonly [string, Value])[] => {
      const value = fittingValue(given[field], shape);
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
}

/** Undefined where it is nothing that the field holds. */
function fittingValue(value: unknown, shape: FieldShape): Value {
  switch (shape.type) {
    case 'string': {
      if (typeof value !== 'string') return undefined;
      const { enum: choices } = shape;
      return choices === undefined ? value : choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'array': {
      const list = z.array(z.string()).safeParse(value);
      const { enum: choices } = shape.items;
      if (!list.success) return undefined;
      const taken = choices === undefined ? list.data : list.data.filter((one) => choices.includes(one));
      return taken.length === 0 ? undefined : taken;
    }
  }
}

/** Field by field, until the action finds nothing wrong with what is left; what is missing it asks for. A session is still a code here. */
function withoutWrong(action: Action, input: Values): Values {
  let left = input;
  for (;;) {
    const parsed = action.parse(left);
    if (!('issues' in parsed)) return left;
    const wrong = new Set(parsed.issues.map(({ field }) => field).filter((field) => field !== 'session'));
    const kept = Object.entries(left).filter(([field]) => !wrong.has(field));
    if (kept.length === Object.keys(left).length) return left;
    left = Object.fromEntries(kept);
  }
}
