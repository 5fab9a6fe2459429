/** Troubles that a test switches on: what the network and Slack's own servers do on a bad day. */
import type { Json } from './json.js';

export type TroubleKind =
  /** 429 with Retry-After. */
  | { readonly kind: 'rate limited'; readonly retryAfterSeconds: number }
  /** The connection stays open and nothing ever comes; it is cut when `until` says so. */
  | { readonly kind: 'hang'; readonly until?: AbortSignal }
  /** The connection is cut before anything is done. */
  | { readonly kind: 'drop' }
  /** The call is carried out (the message stands), then the connection is cut: the caller cannot know. */
  | { readonly kind: 'drop after accepting' }
  | { readonly kind: 'server error'; readonly status?: number }
  /** Answered correctly, but so many milliseconds late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Slack's own failure words with status 200, such as `internal_error` or `fatal_error`. */
  | { readonly kind: 'refuse'; readonly error: string };

export type Trouble = TroubleKind & {
  /** A Web API method, `response_url`, or `*` for all (the default). */
  readonly method?: string;
  readonly team?: string;
  /** How many calls it hits; without it, all until it is switched off. */
  readonly times?: number;
  /** Lets the first so many calls pass. */
  readonly after?: number;
  /** Hits only calls whose arguments satisfy this. */
  readonly when?: (args: Json) => boolean;
};

export interface Troubles {
  /** Switches a trouble on; the returned function switches it off. */
  readonly add: (trouble: Trouble) => () => void;
  /** The trouble that this call meets, if any; counts it as met. */
  readonly meet: (method: string, team: string | undefined, args: Json) => Trouble | undefined;
  readonly clear: () => void;
}

export function createTroubles(): Troubles {
  const active = new Set<{ readonly trouble: Trouble; met: number; passed: number }>();
  return {
    add(trouble) {
      const entry = { trouble, met: 0, passed: 0 };
      active.add(entry);
      return () => active.delete(entry);
    },
    meet(method, team, args) {
      for (const entry of active) {
        const { trouble } = entry;
        if (trouble.method !== undefined && trouble.method !== '*' && trouble.method !== method) continue;
        if (trouble.team !== undefined && trouble.team !== team) continue;
        if (trouble.when !== undefined && !trouble.when(args)) continue;
        if (entry.passed < (trouble.after ?? 0)) {
          entry.passed += 1;
          continue;
        }
        entry.met += 1;
        if (trouble.times !== undefined && entry.met >= trouble.times) active.delete(entry);
        return trouble;
      }
      return undefined;
    },
    clear: () => active.clear(),
  };
}
