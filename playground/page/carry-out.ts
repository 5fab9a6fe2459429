/** Does what the page asks for and words what came of it. */

import type { Ahead } from './ahead.js';
import { NotPossible } from './client-sessions/client-session.js';
import type { Command, Done, JumpTo } from './command.js';
import type { PlaygroundRun } from './playground-run.js';

const nothingSent: Done = { status: 0, milliseconds: 0, error: null };

/** Scenarios are not among the commands of a run: they replace it. */
export type CommandInRun = Exclude<Command, { scenario: string }>;

/** Never throws what a person can be told: that is in `error`. */
export async function carryOut(run: PlaygroundRun, command: CommandInRun): Promise<Done> {
  try {
    if ('slack' in command) return await run.slackSession(command.clientSession).carryOut(command.slack);
    if ('teams' in command) return await run.teamsSession(command.clientSession).carryOut(command.teams);
    if ('jump' in command) return { ...nothingSent, passed: await jump(run, command.jump) };
    if ('trouble' in command) run.troubles.set(command.trouble.platform, command.trouble.kind, command.trouble.on);
    else if ('redeliver' in command) return await run.troubles.redeliver(command.redeliver, command.anew);
    else if ('withModel' in command) await run.playground.admin.understanding.setModel(command.withModel);
    else if (command.worker === 'kill') await run.playground.admin.killWorker();
    else await run.playground.admin.startWorker();
    return nothingSent;
  } catch (error) {
    if (error instanceof NotPossible) return { ...nothingSent, error: error.words };
    throw error;
  }
}

const lengths = { hour: 3_600_000, day: 86_400_000 } as const;

/** Beyond, nothing of a programme is left to be seen, and dates become too long to be written. */
const lastYear = 2100;

/** @returns what lay between */
async function jump({ playground: { clock, admin } }: PlaygroundRun, to: JumpTo): Promise<readonly Ahead[]> {
  const instant = await target();
  if (instant.getUTCFullYear() > lastYear) {
    throw new NotPossible({
      ja: `${lastYear}年までの日時を指定してください。`,
      en: `Please stay before ${lastYear + 1}.`,
    });
  }
  if (instant < clock.now()) {
    throw new NotPossible({
      ja: '時計は先へしか進められません。今より後の日時を指定してください。',
      en: 'The clock only goes forward: please choose a time that is still to come.',
    });
  }
  const passed = await admin.aheadUntil(instant);
  clock.jumpTo(new Date(Math.max(instant.getTime(), clock.now().getTime())));
  admin.wake();
  return passed;

  async function target(): Promise<Date> {
    if ('at' in to) return new Date(to.at);
    if (to.by !== 'next') return new Date(clock.now().getTime() + lengths[to.by]);
    const [next] = await admin.ahead();
    if (next === undefined) {
      throw new NotPossible({ ja: 'この先の予定はありません。', en: 'Nothing more is going to happen.' });
    }
    // It may have come about while it was looked up; a little later, as time goes on while it is compared.
    return new Date(Math.max(Date.parse(next.at), clock.now().getTime() + 100));
  }
}
