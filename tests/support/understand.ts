/** What the interpreter without a language model makes of words, no matter who says them. */
import { wordMatcher } from '../../bot/interpret/match-words.js';
import { actions } from '../../programme/rooms.js';

export const understand = wordMatcher(actions);
