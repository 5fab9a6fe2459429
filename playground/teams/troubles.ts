/** Faults that can be switched on: Teams answering with an error, slowly, never, or carrying the call out and losing the answer. */

/** A route that a trouble can befall; 'connector' is everything that carries the bot's bearer token. */
export type Route =
  | 'create'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'member'
  | 'paged members'
  | 'upload'
  | 'attachment'
  | 'team'
  | 'channels'
  | 'token'
  | 'openid'
  | 'download'
  | 'file upload'
  | 'unknown';

export type Fault =
  /** Answered with an error and not done. `retryAfter` (whole seconds) only where Teams gives one. */
  | { readonly fault: 'status'; readonly status: 412 | 429 | 500 | 502 | 503 | 504; readonly retryAfter?: number }
  /** Accepted, never done, never answered: the connection stays open, and is cut when `until` says so. */
  | { readonly fault: 'hang'; readonly until?: AbortSignal }
  /** Done (the message is stored and shown), then the connection is cut without an answer. */
  | { readonly fault: 'drop' }
  /** Done after so many real milliseconds. */
  | { readonly fault: 'slow'; readonly milliseconds: number };

export type Trouble = Fault & {
  /** Which routes; all of the Connector's when left out. */
  readonly on?: readonly Route[];
  /** Only requests about this conversation. */
  readonly conversation?: string;
  /** How many requests it befalls; every one when left out. */
  readonly times?: number;
};

export interface Troubles {
  /** Switches a trouble on and returns what switches it off again. */
  add(trouble: Trouble): () => void;
  clear(): void;
  /** The trouble that befalls this request, counted as used. */
  befalling(route: Route, conversation: string | undefined): Fault | undefined;
}

const notConnector: readonly Route[] = ['token', 'openid', 'download', 'file upload'];

export function openTroubles(): Troubles {
  const active = new Map<Trouble, number>();
  return {
    add(trouble) {
      const own = { ...trouble };
      active.set(own, trouble.times ?? Number.POSITIVE_INFINITY);
      return () => active.delete(own);
    },
    clear: () => active.clear(),
    befalling(route, conversation) {
      for (const [trouble, left] of active) {
        const here = trouble.on ? trouble.on.includes(route) : !notConnector.includes(route);
        if (left > 0 && here && (trouble.conversation === undefined || trouble.conversation === conversation)) {
          active.set(trouble, left - 1);
          return trouble;
        }
      }
      return undefined;
    },
  };
}
