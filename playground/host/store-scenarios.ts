/** `npm run scenarios`: plays the scenarios of the playground's page and stores what they become. Needed after a migration, and where what people see has changed. */
import { say } from '../../app/say.js';
import { startClock } from '../clock.js';
import { listeningLog } from '../pilot/listening-log.js';
import { startPrivateDatabase } from '../pilot/private-database.js';
import { fillWithSample } from './fill-with-sample.js';
import { openPlayground, teamsAppId } from './playground.js';
import { playedScenarios, playScenario, scenarioStart } from './scenarios.js';
import { storeScenario } from './stored-scenario.js';

const wanted = process.argv.slice(2);
for (const id of playedScenarios) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const began = performance.now();
  await playAndStore(id);
  say(`${id}: ${Math.round((performance.now() - began) / 1000)} s`);
}

async function playAndStore(id: string): Promise<void> {
  const { url, close } = await startPrivateDatabase();
  try {
    const clock = startClock(scenarioStart(id));
    await fillWithSample(url, clock);
    const { log, faults } = listeningLog();
    const ports = { bot: 0, slack: 0, teams: 0 };
    const playground = await openPlayground({
      ...{ databaseUrl: url, redisUrl: null, log, clock, ports, teamsAppId, withMail: true },
    });
    try {
      await playground.worker.started;
      await playScenario({ id, playground, databaseUrl: url, faults });
      // What is due has been sent, and nothing changes the chats while they are read.
      await playground.worker.idle();
      await storeScenario(id, playground, url);
    } finally {
      await playground.close();
    }
  } finally {
    await close();
  }
}
