/** All English texts, by room. */
import type { Texts } from '../texts.js';
import { actions } from './actions.js';
import { chat } from './chat.js';
import { members } from './members.js';
import { problems, refusals } from './refusals.js';
import { sessions } from './sessions.js';

export const en: Texts = { actions, chat, members, problems, refusals, sessions };
