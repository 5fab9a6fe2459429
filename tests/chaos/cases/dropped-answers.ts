/** R8: platforms that take a message and lose the answer: none is sent again by itself, and each is said to be unknown. */
import { announce, settled } from '../../crowd/announce.js';
import { openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { type CaseOptions, type Found, fastRates, halves, LIMIT_SECONDS } from './case.js';

/** Of the messages on a platform, as many lose their answer; on Teams as many more fail as Microsoft asks to be sent again. */
const SHARE = 5;

export async function dropAnswers(options: CaseOptions): Promise<Found> {
  const { apps, people, control } = options;
  const crowd = await openCrowd(halves(options));
  try {
    const { slack, teams, database } = crowd;
    if (control) await sabotage(database, 'unknown is sent again');
    const each = Math.floor(people / 2 / SHARE);
    slack.trouble({ kind: 'drop after accepting', method: 'chat.postMessage', times: each });
    teams?.trouble({ fault: 'drop', on: ['send', 'reply'], times: each });
    // One row may meet both, which is sent three times more at most.
    teams?.trouble({ fault: 'status', status: 502, on: ['send', 'reply'], times: Math.ceil(each / 2) });
    await apps.start(crowd.settings(['worker'], { rates: fastRates }));
    await announce(crowd);
    const end = await settled(crowd, people, LIMIT_SECONDS);
    const ledger = await crowd.ledger();
    const { unadmitted, ...verdict } = judge(ledger);
    const repeated = ledger.filter(({ mayRepeat }) => mayRepeat).length;
    const dropped = 2 * each;
    return {
      ...{ ...verdict, secondsToRecover: null, figures: { dropped, mayRepeat: repeated, unadmitted } },
      met: end !== null && verdict.lost === 0 && verdict.duplicated === 0 && verdict.unknown === dropped,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}
