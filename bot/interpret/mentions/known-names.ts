/** What a sentence may speak of by name: as much of it as the person who writes may see. */
import type { Role } from '../../../programme/requests/context.js';

export interface KnownName {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  /** In either kana. */
  readonly reading: string;
  /** What else it is called. */
  readonly also?: readonly string[];
}

export interface KnownMember extends KnownName {
  readonly role: Role;
}

export interface KnownNames {
  readonly companies: readonly KnownName[];
  /** Without the person who writes. */
  readonly members: readonly KnownMember[];
  /** What companies hand in; where there is one, it need not be named. */
  readonly deliverableTypes: readonly Omit<KnownName, 'reading'>[];
  /** IANA name, by which days are reckoned. */
  readonly timeZone: string;
}

/** For those who may speak of none. */
export const noNames: KnownNames = { companies: [], members: [], deliverableTypes: [], timeZone: 'Asia/Tokyo' };
