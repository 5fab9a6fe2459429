/** What the words about announcements are made from: counts and names, without words. */

/** Why sending decided otherwise than the preview. */
export type Drop = 'added' | 'left' | 'cancelled' | 'answered' | 'other';

/** Whom a message would reach. */
export interface PreviewedReach {
  readonly people: number;
  readonly companies: number;
  /** Companies of which somebody is reached in chat, and those of which somebody is, by e-mail alone. */
  readonly chatCompanies: number;
  readonly mailCompanies: number;
  /** The names of companies of which nobody is. */
  readonly silent: readonly string[];
  /** People who do not want announcements, and people to whom there is no way. */
  readonly muted: number;
  readonly none: number;
}

export interface UnreachedNames {
  readonly names: readonly { readonly name: string; readonly why: 'never' | 'blocked' | 'bounced' }[];
  readonly more: number;
}

/** What became of the messages; `planned` is the sum of the others. */
export interface CountedMessages {
  readonly planned: number;
  readonly delivered: number;
  readonly underWay: number;
  readonly stopped: number;
  readonly unreachable: number;
  readonly unknown: number;
  readonly missed: number;
  readonly failed: number;
  readonly suppressed: number;
}
