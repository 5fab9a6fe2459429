/** Reads parts out of what a bot has posted, which may hold anything. */
import type { Json } from '../../protocol.js';

export function isFields(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where it is none. */
export function fieldsOf(value: unknown): Json {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string, or an empty one where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether a link may be opened in a tab: nothing that would run a script or start another program. */
export function isOpenable(address: string): boolean {
  return URL.canParse(address) && ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(address).protocol);
}

/** `data:` images are all that the page's content security policy lets through; others are shown by their description. */
export function isDrawable(address: string): boolean {
  return address.startsWith('data:image/');
}
