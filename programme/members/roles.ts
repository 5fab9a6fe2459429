/** Who is meant by "everyone". */
import type { Role } from '../requests/context.js';

export const everyRole: readonly Role[] = ['participant', 'adviser', 'secretariat', 'speaker'];
export const secretariat: readonly Role[] = ['secretariat'];
export const participants: readonly Role[] = ['participant'];
