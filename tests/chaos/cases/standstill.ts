/** R15: nothing runs for five minutes, two hours, a day: each reminder is sent late or marked as missed, and none after what it reminds of has begun. */
import { inTransaction } from '../../../prisma/client.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { noDetails } from '../../../programme/sessions/details.js';
import { type Crowd, type Entry, openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { secondsUntil } from '../../crowd/wait.js';
import { type CaseOptions, type Found, fastRates, LIMIT_SECONDS } from './case.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STANDSTILLS = [5 * MINUTE, 2 * HOUR, 24 * HOUR];

/** A Tuesday on which nothing is closed, by the clock of the programme. */
const BEGINS = new Date('2024-11-12T10:00:00+09:00');

/** Sessions every so often, until a while after the last standstill. */
const EVERY = 20 * MINUTE;
const SESSIONS = 90;
/** Each person has registered for every so many-th of them. */
const STRIDE = 15;

export async function standStill(options: CaseOptions): Promise<Found> {
  const { apps, databaseUrl, backend, people, control } = options;
  const crowd = await openCrowd({ databaseUrl, backend, onSlack: people, onTeams: 0 });
  try {
    if (control) await sabotage(crowd.database, 'no latest time');
    await register(crowd);
    let now = BEGINS;
    let worst = 0;
    const start = async () =>
      await apps.start(crowd.settings(['worker'], { ahead: now.getTime() - Date.now(), rates: fastRates }));
    let isSettled = true;
    for (const standstill of STANDSTILLS) {
      const worker = await start();
      await secondsUntil(async () => (await dueNow(crowd, now)) === 0, LIMIT_SECONDS);
      await worker.kill();
      now = new Date(now.getTime() + standstill);
      const again = await start();
      const seconds = await secondsUntil(async () => (await dueNow(crowd, now)) === 0, LIMIT_SECONDS);
      if (seconds === null) isSettled = false;
      worst = Math.max(worst, seconds ?? 0);
      await again.kill();
    }
    const ledger = (await crowd.ledger()).filter(({ dueAt }) => dueAt <= now);
    const { unadmitted, ...verdict } = judge(ledger);
    const count = (which: (entry: Entry) => boolean) => ledger.filter(which).length;
    const late = count(({ state, settledAt, dueAt }) => state === 'delivered' && delay(settledAt, dueAt) > MINUTE);
    const missed = count(({ state }) => state === 'missed');
    const afterStart = count((entry) => entry.arrived > 0 && delay(entry.settledAt, startOf(entry)) > 0);
    const unexplained = count(({ state }) => state !== 'delivered' && state !== 'missed');
    return {
      ...{ ...verdict, secondsToRecover: worst },
      figures: { due: ledger.length, late, missed, afterStart, unexplained, unadmitted },
      met: isSettled && late > 0 && missed > 0 && afterStart + unexplained + verdict.lost + verdict.duplicated === 0,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}

function delay(at: Date | null, after: Date): number {
  return (at?.getTime() ?? 0) - after.getTime();
}

const AT_NO_TIME = new Date('9999-01-01');

/** The start that a reminder to the minute names in its key; of one for a day, until when it was of use. */
function startOf({ key, latestAt }: Entry): Date {
  const [kind, , , occursAt] = key.split(':');
  return kind === 'reminder.soon' ? new Date(Number(occursAt)) : (latestAt ?? AT_NO_TIME);
}

async function dueNow({ database }: Crowd, now: Date): Promise<number> {
  return await database.notification.count({
    where: { dueAt: { lte: now }, state: { in: ['pending', 'queued', 'sending'] } },
  });
}

async function register({ database, programme, members }: Crowd): Promise<void> {
  const sessions = Array.from({ length: SESSIONS }, (_, number) => {
    const startsAt = new Date(BEGINS.getTime() + HOUR + number * EVERY);
    const names = {
      code: `S-${number}`,
      titleJa: '研修',
      titleEn: 'Session',
      kind: 'seminar',
      audience: 'all',
    } as const;
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + EVERY), timeZone: 'Asia/Tokyo', deadline: BEGINS };
    const place = { method: 'online', link: 'https://meet.example/x', details: noDetails } as const;
    return { ...names, ...times, ...place, programmeId: programme.id, checkInCode: String(number).padStart(6, '0') };
  });
  const made = await database.session.createManyAndReturn({ data: sessions });
  const registrations = members.flatMap(({ personId }, place) =>
    made
      .filter((_, number) => number % STRIDE === place % STRIDE)
      .map(({ id: sessionId }) => ({ sessionId, personId, registeredById: personId })),
  );
  const held = { state: 'confirmed', mode: 'online', createdAt: BEGINS, changedAt: BEGINS } as const;
  await database.registration.createMany({ data: registrations.map((one) => ({ ...one, ...held })) });
  const before = new Date(BEGINS.getTime() - 10 * 24 * HOUR);
  await inTransaction(database, async (transaction) => {
    await addRules(transaction, programme.id, before);
    await planReminders(transaction, { programmeId: programme.id, now: before });
  });
}
