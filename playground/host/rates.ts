/** How fast the playground writes: the stand-ins set no ceiling, and nobody wants to watch a minute of Slack's. */
import type { Rates } from '../../programme/notifications/pace.js';

const brisk = { perSecond: 200, burst: 200 } as const;

export const playgroundRates: Rates = { slack: brisk, teams: brisk, email: brisk };
