/** R6: what was rolled back is never sent, and what was committed is, though every process that knew of it is killed before the queue does. */
import { randomUUID } from 'node:crypto';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { memberWelcome } from '../../../programme/members/welcome.js';
import { plan } from '../../../programme/notifications/plan.js';
import { settled } from '../../crowd/announce.js';
import { type Crowd, type Member, openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { until } from '../../crowd/wait.js';
import { type CaseOptions, type Found, fastRates, halves, LIMIT_SECONDS } from './case.js';

/** Three times as long as the app takes to ask the queue after a row. */
const CONTROL_SECONDS = 40;

export async function killBetween(options: CaseOptions): Promise<Found> {
  const { apps, people, control } = options;
  const crowd = await openCrowd(halves(options));
  try {
    if (control) await sabotage(crowd.database, 'the queue is never asked');
    const start = async () => await apps.start(crowd.settings(['worker'], { rates: fastRates }));
    // Once, so that the queue is there and may be held up.
    const first = await start();
    const release = await crowd.queues.hold();
    const half = Math.floor(people / 2);
    await planAll(crowd, crowd.members.slice(0, half), true);
    const undone = await planAll(crowd, crowd.members.slice(half), false);
    await until(
      'all are claimed and none is in the queue',
      async () => (await crowd.database.notification.count({ where: { state: 'queued' } })) === half,
      LIMIT_SECONDS,
    );
    await first.kill();
    await release();
    const sentBefore = crowd.arrived();
    await start();
    const seconds = await settled(crowd, half, control ? CONTROL_SECONDS : LIMIT_SECONDS);
    const ledger = await crowd.ledger();
    const { unadmitted, ...verdict } = judge(ledger);
    const untrue = crowd.arrived() - verdict.done - verdict.duplicated;
    return {
      ...{ ...verdict, secondsToRecover: seconds, figures: { committed: half, undone, untrue, sentBefore } },
      met: seconds !== null && verdict.done === half && verdict.lost + unadmitted + untrue + sentBefore === 0,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}

class TakenBack extends Error {}

/** Each in a transaction of its own, which ends as told; returns for how many. */
async function planAll({ database, programme }: Crowd, members: readonly Member[], commits: boolean): Promise<number> {
  const work = async (transaction: Transaction, { personId }: Member) => {
    const now = new Date();
    const key = `member.welcome ${personId} ${randomUUID()}`;
    const about = { programmeId: programme.id, personId, subjectId: null, dueAt: now };
    await plan(transaction, now, [{ key, kind: memberWelcome, ...about }]);
    if (!commits) throw new TakenBack();
  };
  for (const member of members) {
    await inTransaction(database, (transaction) => work(transaction, member)).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  }
  return members.length;
}
