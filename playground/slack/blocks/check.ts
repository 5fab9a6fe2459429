/** Small checks that are put together into the shapes of Block Kit; every complaint carries Slack's JSON pointer. */
import { isJson, type Json } from '../json.js';

/** Where blocks stand: what may stand there differs. */
export type Surface = 'message' | 'modal' | 'home';

/** What one validation gathers while it walks. */
export interface Walk {
  readonly surface: Surface;
  readonly complaints: string[];
  readonly blockIds: Set<string>;
  /** action_ids of the block being walked. */
  readonly actionIds: Set<string>;
  readonly counts: { focused: number; tables: number; charts: number; markdown: number; inputs: number };
}

export type Check = (value: unknown, at: string, walk: Walk) => void;

export function newWalk(surface: Surface): Walk {
  return {
    surface,
    complaints: [],
    blockIds: new Set(),
    actionIds: new Set(),
    counts: { focused: 0, tables: 0, charts: 0, markdown: 0, inputs: 0 },
  };
}

/** Words a complaint the way Slack does: `must be less than 76 characters [json-pointer:/blocks/0/text]`. */
export function complain(walk: Walk, at: string, words: string): void {
  walk.complaints.push(`${words} [json-pointer:${at}]`);
}

/**
 * A string of `min` to `max` UTF-16 units. Slack counts code points; units are never fewer, so this is the stricter
 * of the two and agrees with `String.length`.
 */
export function string(max: number, min = 0): Check {
  return (value, at, walk) => {
    if (typeof value !== 'string') return complain(walk, at, 'must be a string');
    if (value.length < min) complain(walk, at, `must be more than ${min - 1} characters`);
    if (value.length > max) complain(walk, at, `must be less than ${max + 1} characters`);
  };
}

export function matching(pattern: RegExp, max: number, words: string): Check {
  return (value, at, walk) => {
    if (typeof value !== 'string' || value.length > max || !pattern.test(value)) complain(walk, at, words);
  };
}

export const boolean: Check = (value, at, walk) => {
  if (typeof value !== 'boolean') complain(walk, at, 'must be a boolean');
};

export function integer(min: number, max: number): Check {
  return (value, at, walk) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return complain(walk, at, 'must be an integer');
    if (value < min) complain(walk, at, `must be greater than or equal to ${min}`);
    if (value > max) complain(walk, at, `must be less than or equal to ${max}`);
  };
}

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, at, walk) => {
    if (!allowed.includes(value)) complain(walk, at, `must be a valid enum value (${allowed.join(', ')})`);
  };
}

export function list(item: Check, min: number, max: number): Check {
  return (value, at, walk) => {
    if (!Array.isArray(value)) return complain(walk, at, 'must be an array');
    if (value.length < min) complain(walk, at, `no less than ${min} items allowed`);
    if (value.length > max) complain(walk, at, `no more than ${max} items allowed`);
    for (const [index, element] of value.entries()) item(element, `${at}/${index}`, walk);
  };
}

export interface Shape {
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** What no single field can tell: one of two needed, a value among others. */
  readonly also?: (value: Json, at: string, walk: Walk) => void;
}

/** An object with these fields and no others. */
export function object(shape: Shape): Check {
  const required = shape.required ?? {};
  const known = { ...required, ...shape.optional };
  return (value, at, walk) => {
    if (!isJson(value)) return complain(walk, at, 'must provide an object');
    for (const key of Object.keys(required)) {
      if (value[key] === undefined || value[key] === null) complain(walk, at, `missing required field: ${key}`);
    }
    for (const [key, content] of Object.entries(value)) {
      const check = known[key];
      if (check === undefined) complain(walk, at, `no more keys allowed: ${key}`);
      else if (content !== undefined && content !== null) check(content, `${at}/${key}`, walk);
    }
    shape.also?.(value, at, walk);
  };
}

/** One of several objects, told apart by `type`. */
export function typed(kinds: ReadonlyMap<string, Check>, what: string): Check {
  return (value, at, walk) => {
    if (!isJson(value)) return complain(walk, at, 'must provide an object');
    const check = typeof value.type === 'string' ? kinds.get(value.type) : undefined;
    if (check === undefined) return complain(walk, `${at}/type`, `unsupported type: ${String(value.type)} (${what})`);
    check(value, at, walk);
  };
}
