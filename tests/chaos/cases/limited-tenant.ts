/** R11: one workspace asks for a pause: nothing calls it before that is over, and the other tenant keeps its rate. */
import { announce, settled } from '../../crowd/announce.js';
import { type Crowd, openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { until } from '../../crowd/wait.js';
import { type CaseOptions, type Found, halves, LIMIT_SECONDS } from './case.js';

const RETRY_AFTER_SECONDS = 8;
/** What a call that was under way when the first answer came may take. */
const UNDER_WAY_MILLISECONDS = 500;
const KEPT = 0.95;

/** So slow that neither the machine nor the people run out within the pause. */
const rate = { perSecond: 10, burst: 4 } as const;
const rates = { slack: rate, teams: rate, email: rate } as const;

export async function limitTenant(options: CaseOptions): Promise<Found> {
  const { apps, people, control } = options;
  const crowd = await openCrowd(halves(options));
  try {
    const { slack, database } = crowd;
    if (control) await sabotage(database, 'no pause');
    const calls: number[] = [];
    let limitedAt = 0;
    slack.onActivity(({ method, status }) => {
      if (method !== 'chat.postMessage') return;
      if (status === 429 && limitedAt === 0) limitedAt = performance.now();
      else if (limitedAt > 0) calls.push(performance.now() - limitedAt);
    });
    const settings = crowd.settings(['worker'], { rates });
    await Promise.all([apps.start(settings), apps.start(settings)]);
    await announce(crowd);
    await until('both platforms are written to', () => onTeams(crowd) >= 10 && crowd.arrived() - onTeams(crowd) >= 10);
    const usual = await teamsPerSecond(crowd);
    slack.trouble({
      kind: 'rate limited',
      method: 'chat.postMessage',
      times: 1,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
    await until('Slack asked for a pause', () => limitedAt > 0);
    const meanwhile = await teamsPerSecond(crowd);
    const end = await settled(crowd, people, LIMIT_SECONDS);
    const early = calls.filter((after) => after > UNDER_WAY_MILLISECONDS && after < RETRY_AFTER_SECONDS * 1000).length;
    const underWay = calls.filter((after) => after <= UNDER_WAY_MILLISECONDS).length;
    const { unadmitted, ...verdict } = judge(await crowd.ledger());
    const kept = meanwhile / usual;
    const figures = { early, underWay, othersKept: Math.round(kept * 1000) / 1000, unadmitted };
    const first = Math.min(...calls.filter((after) => after >= RETRY_AFTER_SECONDS * 1000));
    return {
      ...{ ...verdict, figures, secondsToRecover: Math.round(first) / 1000 - RETRY_AFTER_SECONDS },
      met: end !== null && early === 0 && kept >= KEPT && verdict.lost === 0 && verdict.duplicated === 0,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}

/** Over as long as the pause. */
async function teamsPerSecond(crowd: Crowd): Promise<number> {
  const [before, began] = [onTeams(crowd), performance.now()];
  const seconds = () => (performance.now() - began) / 1000;
  await until('a while has passed', () => seconds() >= RETRY_AFTER_SECONDS);
  return (onTeams(crowd) - before) / seconds();
}

function onTeams({ teams }: Crowd): number {
  return teams?.store.messages().length ?? 0;
}
