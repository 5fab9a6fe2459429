/** What the overview and the help offer. They read every room; no room reads them. */
import type { Room } from '../requests/registry.js';
import { answerQuestion } from './answer-question.action.js';
import { showHelp } from './show-help.action.js';
import { showHome } from './show-home.action.js';

export const homeRoom: Room = { name: 'home', actions: [showHome, answerQuestion], notificationKinds: [] };

/** Stands at the end of the menu. */
export const helpRoom: Room = { name: 'help', actions: [showHelp], notificationKinds: [] };
