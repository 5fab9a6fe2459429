/** Fits blocks into the space of a message or view; a line counts those left out, where they would have stood. */
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { type Block, limits } from './block-kit.js';
import type { Drawn, Group } from './elements.js';
import { drawNote } from './elements.js';

interface Surface {
  readonly blocks: number;
  /** In the unit of `measure`. */
  readonly size: number;
  readonly measure: (blocks: readonly Block[]) => number;
}

export const messageSurface: Surface = {
  blocks: limits.messageBlocks,
  size: limits.messageCharacters,
  measure: readableCharacters,
};

export const viewSurface: Surface = {
  blocks: limits.viewBlocks,
  size: limits.viewBytes,
  measure: (blocks) => Buffer.byteLength(JSON.stringify(blocks)),
};

interface Space {
  blocks: number;
  size: number;
}

/**
 * The blocks that fit, in order. Lists give way first, so that what stands after a long list (the buttons of a menu) is
 * still there. `taken` blocks are kept free for what the caller adds.
 */
export function fitBlocks(
  drawn: readonly Drawn[],
  surface: Surface,
  language: Language,
  taken: readonly Block[] = [],
): Block[] {
  const room: Space = { blocks: surface.blocks, size: surface.size };
  spend(room, taken, surface);
  for (const { list, groups } of drawn) {
    if (list) spend(room, more(1, language), surface);
    else for (const group of groups) spend(room, group, surface);
  }
  // Not even the fixed parts fit: then everything is taken in order, as far as it goes.
  if (room.blocks < 0 || room.size < 0) return cutOff(drawn, surface, language, taken);
  return drawn.flatMap((part) => (part.list ? fillList(part.groups, room, surface, language) : part.groups.flat()));
}

function fillList(groups: readonly Group[], room: Space, surface: Surface, language: Language): Block[] {
  const shown = takeWhileFits(groups, room, surface);
  return [...shown.flat(), ...more(groups.length - shown.length, language)];
}

function cutOff(drawn: readonly Drawn[], surface: Surface, language: Language, taken: readonly Block[]): Block[] {
  const room: Space = { blocks: surface.blocks, size: surface.size };
  spend(room, [...taken, ...more(1, language)], surface);
  const groups = drawn.flatMap((part) => part.groups);
  return fillList(groups, room, surface, language);
}

function takeWhileFits(groups: readonly Group[], room: Space, surface: Surface): readonly Group[] {
  const end = groups.findIndex((group) => {
    if (group.length > room.blocks || surface.measure(group) > room.size) return true;
    spend(room, group, surface);
    return false;
  });
  return end === -1 ? groups : groups.slice(0, end);
}

function spend(room: Space, blocks: readonly Block[], surface: Surface): void {
  room.blocks -= blocks.length;
  room.size -= surface.measure(blocks);
}

function more(count: number, language: Language): Block[] {
  return count > 0 ? drawNote(chatTexts[language].moreItems(count), language) : [];
}

/** The characters that a person reads, which is what Slack counts in a message. */
function readableCharacters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + readableCharacters(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, content]) =>
      sum + (key === 'text' && typeof content === 'string' ? content.length : readableCharacters(content)),
    0,
  );
}
