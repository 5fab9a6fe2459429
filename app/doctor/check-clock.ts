/** Compares this machine's clock with another's: Slack's signatures and Microsoft's tokens hold for five minutes. */
import { type Finding, fail, ok, warn } from './finding.js';

/** Slack refuses nothing before this, and the bot everything after it (docs.slack.dev/authentication/verifying-requests-from-slack). */
const REFUSED_SECONDS = 300;
/** A machine whose clock is kept is never so far off; the Date header alone is a second coarse. */
const DRIFTING_SECONDS = 30;

/** @param other what the other clock says, read at `here` */
export function checkClock(whose: string, other: Date, here: Date): Finding {
  const seconds = Math.round((here.getTime() - other.getTime()) / 1_000);
  const off = `This machine is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} ${whose}.`;
  const mend = 'Let a time service such as chrony or systemd-timesyncd keep the clock.';
  if (Math.abs(seconds) >= REFUSED_SECONDS) {
    return fail('Clock', `${off} Signed requests are refused from five minutes on. ${mend}`);
  }
  if (Math.abs(seconds) >= DRIFTING_SECONDS) return warn('Clock', `${off} ${mend}`);
  return ok('Clock', `It agrees with ${whose}.`);
}
