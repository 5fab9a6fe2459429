/**
 * `npm run bench [-- transaction interaction start page difference groups P3 people drafts report overview scenarios P12]`: how fast and how small it is, one JSON line a goal with its floor, our
 * figure and the ratio. Without names each runs in few rounds, minutes in all; a named one runs in full. P3 to P10, memory,
 * people, drafts, report, overview, scenarios and P12 run only by their names, since they fill a database or take minutes; P4 to P10 and memory run on both queue backends, P4 half
 * an hour.
 */
import { inspect } from 'node:util';
import { benchBeside, benchFanOut, benchManyPlanned, benchPlatformPace, benchResume } from './announcement.js';
import { benchDifference } from './difference.js';
import { benchDrafts } from './drafts.js';
import { benchGroups } from './groups.js';
import { benchHotSlot } from './hot-slot.js';
import { benchInteractions } from './interaction.js';
import { benchBesideAnnouncement, benchOutbox, benchReminders } from './outbox.js';
import { benchOverview } from './overview.js';
import { benchPage } from './page.js';
import { benchPeople } from './people.js';
import { benchReplay, benchScenarios } from './replay.js';
import { benchReport } from './report.js';
import { benchStart } from './start.js';
import { benchTransaction } from './transaction.js';

const always = {
  transaction: benchTransaction,
  interaction: benchInteractions,
  start: benchStart,
  page: benchPage,
  difference: benchDifference,
  groups: benchGroups,
};
const announcing = {
  P4: async () => await benchPlatformPace(),
  P5: async () => await benchBeside(),
  P6: async () => await benchFanOut(),
  P7: async () => await benchReminders(),
  P8: async () => await benchResume(),
  P9: benchOutbox,
  P10: async () => await benchBesideAnnouncement(),
  memory: async () => {
    for (const planned of [10_000, 100_000]) await benchManyPlanned(planned);
  },
};
const benches = {
  ...always,
  P3: benchHotSlot,
  people: benchPeople,
  drafts: benchDrafts,
  report: benchReport,
  scenarios: benchScenarios,
  P12: benchReplay,
  overview: benchOverview,
  ...announcing,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`No bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.`);
for (const [name, bench] of Object.entries(benches)) {
  const full = wanted.includes(name);
  if (!full && !(wanted.length === 0 && name in always)) continue;
  try {
    await bench({ full });
  } catch (error) {
    // On a machine with much else to do one may not come about; the others are measured all the same.
    process.stderr.write(`${name}: ${inspect(error)}\n`);
    process.exitCode = 1;
  }
}
