/** P12: the whole pilot of 2024 replayed through both platforms, and how long the page's scenarios take to load. */
import { startClock } from '../../playground/clock.js';
import { fillWithSample } from '../../playground/host/fill-with-sample.js';
import { openHost } from '../../playground/host/open-host.js';
import { teamsAppId } from '../../playground/host/playground.js';
import { sampleFile } from '../../playground/host/sample.js';
import { playedScenarios, scenarioStart } from '../../playground/host/scenarios.js';
import { listeningLog } from '../../playground/pilot/listening-log.js';
import { startPrivateDatabase } from '../../playground/pilot/private-database.js';
import { replay } from '../../playground/pilot/replay.js';
import { report } from './measure.js';

const MOST_SECONDS_A_REPLAY = 60;
const MOST_SECONDS_A_SCENARIO = 8;

export async function benchReplay(): Promise<void> {
  const { url, close } = await startPrivateDatabase();
  try {
    const [programmeFile, rosterFile] = await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')]);
    const began = performance.now();
    await replay({ databaseUrl: url, redisUrl: null, programmeFile, rosterFile });
    tell('P12: the pilot of 2024 replayed', MOST_SECONDS_A_REPLAY, began);
  } finally {
    await close();
  }
}

export async function benchScenarios(): Promise<void> {
  const { url, close } = await startPrivateDatabase();
  try {
    const clock = startClock(scenarioStart('first-morning'));
    await fillWithSample(url, clock);
    const { log } = listeningLog();
    const ports = { bot: 0, slack: 0, teams: 0 };
    const host = await openHost({
      ...{ databaseUrl: url, redisUrl: null, log, clock, ports, teamsAppId, ownDatabase: true, withMail: true },
    });
    try {
      for (const id of playedScenarios) {
        // Of the run before: it still loads, and would be ended in the middle of that.
        await host.playground.worker.started;
        const began = performance.now();
        await host.loadScenario(id, { leave: () => {}, tell: () => {} });
        tell(`scenario: ${id} loaded`, MOST_SECONDS_A_SCENARIO, began);
      }
    } finally {
      await host.close();
    }
  } finally {
    await close();
  }
}

/** @param began as `performance.now()` said */
function tell(goal: string, most: number, began: number): void {
  const ours = (performance.now() - began) / 1000;
  report({ goal, unit: 's', floor: most, ours, rounds: 1, limit: `<= ${most}`, met: ours <= most });
}
