/** R9: the queue store loses everything in the middle of an announcement: nothing is lost, and the queue is rebuilt. */
import { announce, settled } from '../../crowd/announce.js';
import { openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { secondsUntil, until } from '../../crowd/wait.js';
import { type CaseOptions, type Found, fastRates, halves, LIMIT_SECONDS } from './case.js';

const MOST_SECONDS = 60;

export async function wipeQueueStore(options: CaseOptions): Promise<Found> {
  const { apps, people, control } = options;
  const crowd = await openCrowd(halves(options));
  try {
    const { database, queues } = crowd;
    if (control) await sabotage(database, 'the queue is never asked');
    const settings = crowd.settings(['worker'], { rates: fastRates, concurrency: 5 });
    await Promise.all([apps.start(settings), apps.start(settings)]);
    // Slow enough that many wait in the queue.
    const end = crowd.slack.trouble({ kind: 'slow', milliseconds: 300 });
    await announce(crowd);
    await until('a quarter is sent', () => crowd.arrived() >= people / 4, LIMIT_SECONDS);
    await until('some wait in the queue', async () => (await waiting(crowd)).length > 0, LIMIT_SECONDS);
    await queues.wipe();
    const lostJobs = await waiting(crowd);
    end();
    const rounds = new Map(lostJobs.map(({ id, round }) => [id, round]));
    const recovered = await secondsUntil(
      async () => (await waiting(crowd)).every(({ id, round }) => rounds.get(id) !== round),
      MOST_SECONDS,
    );
    const done = recovered === null ? null : await settled(crowd, people, LIMIT_SECONDS);
    const { unadmitted, ...verdict } = judge(await crowd.ledger());
    return {
      ...{ ...verdict, secondsToRecover: recovered, figures: { lostJobs: lostJobs.length, unadmitted } },
      met: done !== null && recovered !== null && verdict.lost === 0 && verdict.duplicated === 0,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}

async function waiting({ database }: Awaited<ReturnType<typeof openCrowd>>) {
  return await database.notification.findMany({ where: { state: 'queued' }, select: { id: true, round: true } });
}
