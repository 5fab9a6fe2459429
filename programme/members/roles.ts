/** The sets of roles that actions are for. */
import type { Role } from '../requests/context.js';

export const everyRole: readonly Role[] = ['participant', 'adviser', 'secretariat', 'speaker'];
export const secretariat: readonly Role[] = ['secretariat'];
