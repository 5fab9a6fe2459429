/** R12: workers that die in the middle of the same sends ten times: nothing is dropped in silence, and what no platform takes is counted and logged. */
import { announce, settled } from '../../crowd/announce.js';
import { type Crowd, openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { secondsUntil, until } from '../../crowd/wait.js';
import { type CaseOptions, type Found, fastRates, LIMIT_SECONDS } from './case.js';

const CRASHES = 10;
/** To so many people Slack never takes the message. */
const REFUSED = 5;
/** Several times as long as the app takes to take back what a dead sender held. */
const CONTROL_SECONDS = 45;

export async function crashAgain(options: CaseOptions): Promise<Found> {
  const { apps, databaseUrl, backend, people, control } = options;
  const crowd = await openCrowd({ databaseUrl, backend, onSlack: people, onTeams: 0 });
  try {
    const { slack, database } = crowd;
    if (control) await sabotage(database, 'dead senders hold on');
    const start = async () => await apps.start(crowd.settings(['worker'], { rates: fastRates }));
    const direct = ({ userId }: Crowd['members'][number]) => slack.workspace.directs.get(userId)?.id ?? '';
    const refusing = new Set(crowd.members.slice(0, REFUSED).map(direct));
    const hanging = new AbortController();
    const stopHanging = slack.trouble({ kind: 'hang', method: 'chat.postMessage', until: hanging.signal });
    await announce(crowd);
    const crashes = control ? 1 : CRASHES;
    for (let crash = 1; crash <= crashes; crash += 1) {
      const worker = await start();
      const sending = () => database.notification.count({ where: { state: 'sending' } });
      await until('some are being sent', async () => (await sending()) > 0, LIMIT_SECONDS);
      await worker.kill();
    }
    stopHanging();
    hanging.abort();
    const isRefused = (channel: unknown) => typeof channel === 'string' && refusing.has(channel);
    const refusal = { kind: 'refuse', error: 'msg_blocks_too_long', method: 'chat.postMessage' } as const;
    slack.trouble({ ...refusal, when: ({ channel }) => isRefused(channel) });
    const refusedBefore = apps.errors.get(REFUSAL) ?? 0;
    const last = await start();
    const seconds = await settled(crowd, people, control ? CONTROL_SECONDS : LIMIT_SECONDS);
    const alerts = () => (apps.errors.get(REFUSAL) ?? 0) - refusedBefore;
    await secondsUntil(() => alerts() >= REFUSED, 5);
    const deadLetters = await failedIn(last.url);
    const { unadmitted, ...verdict } = judge(await crowd.ledger());
    return {
      ...{ ...verdict, secondsToRecover: seconds, figures: { crashes, deadLetters, alerts: alerts(), unadmitted } },
      met: seconds !== null && verdict.lost + unadmitted === 0 && deadLetters === REFUSED && alerts() === REFUSED,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}

const REFUSAL = 'a platform refused a notification';

/** The dead letters, as an operator sees them. */
async function failedIn(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^spp_notifications\{state="failed"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}
