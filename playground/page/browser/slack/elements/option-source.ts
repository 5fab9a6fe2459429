/** Where the options of a searched menu come from: a list that is there already, or the bot's answer to what was typed. */
import type { Done } from '../../../command.js';

export interface Offered {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly group?: string | undefined;
}

export interface Source {
  /** How much must be typed before anything is offered. */
  readonly least: number;
  /** Milliseconds to wait for the next letter before asking. */
  readonly wait: number;
  readonly find: (typed: string) => Promise<{ readonly offered: readonly Offered[]; readonly error: Done['error'] }>;
}

export function fixedSource(options: readonly Offered[]): Source {
  return {
    least: 0,
    wait: 0,
    find: async (typed) => ({ offered: matching(options, typed), error: null }),
  };
}

export function searchedSource(suggest: (typed: string) => Promise<Done>, least: number): Source {
  return {
    least,
    wait: 250,
    async find(typed) {
      const { options = [], error } = await suggest(typed);
      return { offered: options, error };
    },
  };
}

/** Options whose words hold all that was typed, whatever the width and case of the letters. */
export function matching(options: readonly Offered[], typed: string): readonly Offered[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return options;
  return options.filter(({ label, description = '', group = '' }) => {
    const words = folded(`${label} ${description} ${group}`);
    return wanted.every((part) => words.includes(part));
  });
}

function folded(words: string): string {
  return words.normalize('NFKC').toLowerCase();
}
