/** Checks one plain value of an Adaptive Card (a date, a link, a size) against the rule that its property has. */
import type { Rule } from './card-schema.js';
import { isFields } from './wire.js';

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !datePattern.test(value)) {
    return false;
  }
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

function parses(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol);
}

function isExpression(value: unknown): boolean {
  try {
    new RegExp(String(value), 'u');
    return typeof value === 'string' && value !== '';
  } catch {
    return false;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

const plain: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  text: [isText, 'must be a string'],
  'non-empty text': [(value) => isText(value) && value.trim() !== '', 'must be a string that is not empty'],
  'yes/no': [(value) => typeof value === 'boolean', 'must be true or false'],
  number: [(value) => typeof value === 'number' && Number.isFinite(value), 'must be a number'],
  'whole number': [(value) => Number.isInteger(value) && Number(value) >= 0, 'must be a whole number'],
  anything: [() => true, ''],
  fields: [isFields, 'must be an object'],
  url: [
    (value) => isText(value) && (parses(value, ['https:', 'http:']) || value.startsWith('data:image/')),
    'must be an absolute http(s) address or a data: image',
  ],
  link: [
    (value) => isText(value) && parses(value, ['https:', 'http:', 'mailto:', 'tel:', 'msteams:', 'sms:']),
    'must be an absolute address that a person can open',
  ],
  pixels: [(value) => isText(value) && /^\d+px$/.test(value), 'must be pixels, such as "50px"'],
  'pixels or auto': [
    (value) => isText(value) && /^(\d+px|auto|stretch)$/.test(value),
    'must be "auto", "stretch" or pixels',
  ],
  'column width': [
    (value) =>
      (typeof value === 'number' && value > 0) || (isText(value) && /^(auto|stretch|\d+px|\d+(\.\d+)?)$/.test(value)),
    'must be "auto", "stretch", a weight or pixels',
  ],
  date: [isDate, 'must be a date, YYYY-MM-DD'],
  time: [(value) => isText(value) && timePattern.test(value), 'must be a time, HH:MM'],
  'regular expression': [isExpression, 'must be a regular expression'],
  background: [
    (value) => (isText(value) ? URL.canParse(value) : isFields(value) && isText(value.url) && URL.canParse(value.url)),
    'must be an absolute address or an object with one',
  ],
};

/** What is wrong with the value, or undefined. Rules about structure (elements, actions …) are not for this function and pass. */
export function plainProblem(rule: Rule, value: unknown): string | undefined {
  if (Array.isArray(rule)) {
    const wanted = typeof value === 'string' ? value.toLowerCase() : undefined;
    return rule.some((name: string) => name.toLowerCase() === wanted)
      ? undefined
      : `must be one of ${rule.join(', ')}, not ${JSON.stringify(value)}`;
  }
  const check = typeof rule === 'string' ? plain[rule] : undefined;
  if (!check) {
    return undefined;
  }
  const [holds, problem] = check;
  return holds(value) ? undefined : `${problem}, not ${JSON.stringify(value)?.slice(0, 60)}`;
}
