/** What the overview offers. */
import type { Room } from '../requests/registry.js';
import { showHome } from './show-home.action.js';

export const homeRoom: Room = { name: 'home', actions: [showHome], notificationKinds: [] };
