/** The port for files that people send to the bot: what a platform's adapter hands over, and why bytes do not come. */

/** A file as its platform announces it. Its bytes are fetched only where an action may take it. */
export interface SentFile {
  /** Empty where it has none, as a pasted picture. */
  readonly name: string;
  /** In bytes, as the platform says; null where it does not. */
  readonly size: number | null;
  /** What the platform takes it for: good enough for words about a file that nobody looks into. */
  readonly looks: Looks;
  /**
   * The bytes as they come in, of which no more than LARGEST_FILE_BYTES need be taken.
   * @throws NotFetched, also while they come in
   */
  readonly fetch: () => Promise<AsyncIterable<Uint8Array>>;
}

export type Looks = 'picture' | 'recording' | 'file';

/** `refused`: the platform's address leads to a host from which nothing is fetched. */
export type FetchProblem = 'refused' | 'too-large' | 'failed';

export class NotFetched extends Error {
  override readonly name = 'NotFetched';

  constructor(
    readonly problem: FetchProblem,
    options?: ErrorOptions,
  ) {
    super(`a file was not fetched: ${problem}`, options);
  }
}

/** By the content type that a platform names. */
export function looksOf(contentType: string): Looks {
  if (contentType.startsWith('image/')) return 'picture';
  return /^(?:audio|video)\//.test(contentType) ? 'recording' : 'file';
}
