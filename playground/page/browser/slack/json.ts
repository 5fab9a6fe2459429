/** Reading Block Kit as it comes: JSON of which nothing but its being JSON is certain. */
import type { Json } from '../../protocol.js';

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asJson(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The objects of a list; anything else in it is left out. */
export function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Undoes Slack's escaping (docs.slack.dev/messaging/formatting-message-text#escaping). */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The words of a text object where no formatting can be drawn: labels, options, placeholders. */
export function plainWords(object: unknown): string {
  return unescapeText(asText(asJson(object).text) ?? '');
}
