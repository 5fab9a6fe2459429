/** How people write of attending and of its ways, in both languages, as parts of patterns. */
import type { Mode } from '../requests/context.js';

export const modeWords: Readonly<Record<Mode, string>> = {
  onsite: 'on[- ]?site|in person|physicall?y|face[- ]to[- ]face|会場|現地|対面|来場',
  online: 'on-?line|remote(?:ly)?|virtually|dial(?:ing)?[- ]in|オンライン|リモート|web参加|zoom',
};

export const attendVerbs = '参加|出席';

/** Between the way that is left and the one that is wanted, as in 「会場→オンライン」. */
export const arrows = '(?:→|⇒|⟶|[-=]>)';
