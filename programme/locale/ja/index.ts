/** All Japanese texts, by room. */
import { actions } from './actions.js';
import { chat } from './chat.js';
import { members } from './members.js';
import { problems, refusals } from './refusals.js';
import { sessions } from './sessions.js';

export const ja = { actions, chat, members, problems, refusals, sessions };
