/** Reading JSON of unknown shape, as it arrives over the wire, without believing anything about it. */

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one where it is something else. */
export function asJson(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The objects of a list; whatever is no object is left out. */
export function asList(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The parsed text, or undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
