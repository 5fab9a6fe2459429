/** Keeps what a person has put into inputs for as long as the bot's side does not know it, across redrawn views. */
import type { SlackValue } from '../../command.js';
import { type Draft, sameValue } from './values.js';

export interface Drafts {
  readonly get: (key: string) => Draft | undefined;
  readonly set: (key: string, draft: Draft | undefined) => void;
  /** Marks a value as told; soon afterwards what the bot's side holds takes its place. */
  readonly told: (key: string, value: SlackValue) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Forgets everything whose key begins with none of these. */
  readonly keepOnly: (prefixes: readonly string[]) => void;
}

/** Milliseconds within which the bot's side shows what it was told: that comes over another wire than the answer does. */
const untilShown = 1_000;

export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const set: Drafts['set'] = (key, draft) => {
    if (draft === undefined) drafts.delete(key);
    else drafts.set(key, draft);
    changed();
  };
  return {
    get: (key) => drafts.get(key),
    set,
    told(key, value) {
      const draft = drafts.get(key);
      if (draft === undefined || !sameValue(draft.value, value)) return;
      const told = { ...draft, told: true };
      set(key, told);
      setTimeout(() => {
        if (drafts.get(key) === told) set(key, undefined);
      }, untilShown);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keepOnly(prefixes) {
      for (const key of [...drafts.keys()]) if (!prefixes.some((prefix) => key.startsWith(prefix))) drafts.delete(key);
    },
  };
}
