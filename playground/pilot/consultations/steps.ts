/** What of a plan of consultations happens when: advisers offer hours, companies book and move, colleagues take over, records are written. */
import { adviserName, hourFor } from '../../../programme/consultations/hour-words.js';
import type { PlannedConsultation } from '../../../programme/import/read-consultation-plan.js';
import { asAdviser, asCompany, bringAbout, telling } from '../acting.js';
import { PilotFailed } from '../failure.js';
import type { PilotPlan } from '../plan.js';
import type { PilotContext, PilotStep } from '../play.js';
import type { Actor } from '../screen.js';
import { acceptRequest, askToTakeOver, offerHours, writeRecord } from './adviser.js';
import { bookHour, confirmRecord, type HourSeen, moveBooking } from './company.js';
import { type HoursOffered, hoursToOffer } from './offers.js';
import { adviceFor, moveReason, topicsFor } from './words.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Between booking and the first hour booked, beyond the guard time. */
const BOOKED_BEFORE = 5 * DAY;
const OFFERED_BEFORE_BOOKING = 14 * DAY;
const MOVED_AFTER_BOOKING = DAY;
const TAKEN_OVER_BEFORE = 2 * DAY;
const RECORDED_AFTER = HOUR / 6;

/** All of it, in no order. */
export function consultationSteps(plan: PilotPlan): readonly PilotStep[] {
  const ahead = BOOKED_BEFORE + plan.guardHours * HOUR;
  const before = (instant: Date, milliseconds: number) => new Date(instant.getTime() - milliseconds);
  const offers = hoursToOffer(plan.consultations, plan).map(
    (offered): PilotStep => ({
      at: before(offered.neededFrom, ahead + OFFERED_BEFORE_BOOKING),
      play: (pilot) => offer(pilot, offered),
    }),
  );
  const ofEach = plan.consultations.flatMap((planned, number): readonly PilotStep[] => {
    const { startsAt, endsAt, movedFrom, takenOverFrom } = planned;
    const first = movedFrom !== null && movedFrom < startsAt ? movedFrom : startsAt;
    const bookedAt = before(first, ahead);
    return [
      { at: bookedAt, play: (pilot) => book(pilot, planned, number) },
      ...(movedFrom === null
        ? []
        : [{ at: before(bookedAt, -MOVED_AFTER_BOOKING), play: (pilot: PilotContext) => move(pilot, planned) }]),
      ...(takenOverFrom === null
        ? []
        : [{ at: before(startsAt, TAKEN_OVER_BEFORE), play: (pilot: PilotContext) => takeOver(pilot, planned) }]),
      { at: before(endsAt, -RECORDED_AFTER), play: (pilot) => record(pilot, planned, number) },
    ];
  });
  return [...offers, ...ofEach];
}

async function offer(pilot: PilotContext, offered: HoursOffered): Promise<void> {
  const { adviser, neededFrom } = offered;
  await telling(pilot, 'offer', 1, async () => {
    await bringAbout(pilot, {
      work: () => asAdviser(pilot, adviser, (actor) => offerHours(actor, offered)),
      isDone: () => pilot.truth.isOffered(pilot.people.personId(adviser), neededFrom),
      sentence: `${adviser} could not offer the hours from ${neededFrom.toISOString()} on in chat.`,
    });
  });
}

/** What is booked at first: by the adviser of before, at the time before the move. */
function firstOf(planned: PlannedConsultation): PlannedConsultation {
  const { movedFrom, takenOverFrom, startsAt, endsAt, adviser } = planned;
  const begins = movedFrom ?? startsAt;
  const ends = new Date(begins.getTime() + endsAt.getTime() - startsAt.getTime());
  return { ...planned, startsAt: begins, endsAt: ends, adviser: takenOverFrom ?? adviser };
}

async function book(pilot: PilotContext, planned: PlannedConsultation, number: number): Promise<void> {
  const first = firstOf(planned);
  await telling(pilot, 'book', 1, async () => {
    await bringAbout(pilot, {
      work: () =>
        asCompany(pilot, planned, number, (actor, email) =>
          bookHour(actor, seenBy(pilot, email, first), topicsFor(actor.language, number)),
        ),
      ...booked(pilot, first, 'booked'),
    });
  });
}

async function move(pilot: PilotContext, planned: PlannedConsultation): Promise<void> {
  const from = firstOf(planned);
  const to = { ...planned, adviser: from.adviser };
  await telling(pilot, 'move', 1, async () => {
    await bringAbout(pilot, {
      work: () =>
        asCompany(pilot, planned, 0, (actor, email) =>
          moveBooking(actor, seenBy(pilot, email, from), seenBy(pilot, email, to), moveReason[actor.language]),
        ),
      ...booked(pilot, to, 'moved'),
    });
  });
}

async function takeOver(pilot: PilotContext, planned: PlannedConsultation): Promise<void> {
  const { adviser, takenOverFrom } = planned;
  if (takenOverFrom === null) return;
  await telling(pilot, 'take over', 2, async () => {
    const held = { ...planned, adviser: takenOverFrom };
    await bringAbout(pilot, {
      async work() {
        await asAdviser(pilot, takenOverFrom, (actor) =>
          askToTakeOver(actor, seenBy(pilot, takenOverFrom, held), nameOf(pilot, adviser, actor)),
        );
        await pilot.playground.worker.idle();
        return await asAdviser(pilot, adviser, (actor) => acceptRequest(actor, seenBy(pilot, adviser, held)));
      },
      ...booked(pilot, planned, 'taken over'),
    });
  });
}

/** The adviser writes what came of it; every other company confirms that it is right. */
async function record(pilot: PilotContext, planned: PlannedConsultation, number: number): Promise<void> {
  const { adviser, outcome, startsAt } = planned;
  const { people, playground, truth } = pilot;
  await telling(pilot, 'record', 1, async () => {
    await asAdviser(pilot, adviser, async (actor) => {
      const written = adviceFor(actor.language, number);
      const asText = outcome === 'held' && number % 3 === 2;
      await writeRecord(actor, seenBy(pilot, adviser, planned), { outcome, written, asText });
    });
    const standing = await truth.consultation(planned);
    if (standing?.recorded !== outcome || standing.adviserId !== people.personId(adviser)) {
      throw new PilotFailed(
        `The consultation of ${planned.company} at ${startsAt.toISOString()} could not be recorded.`,
      );
    }
    await playground.worker.idle();
    if (outcome === 'held' && number % 2 === 0) await confirm(pilot, planned, number);
    await playground.worker.idle();
    await pilot.watching.inspect();
  });
}

/** Those with two clients are given the other one the second time. */
async function confirm(pilot: PilotContext, planned: PlannedConsultation, number: number): Promise<void> {
  let isConfirmed = false;
  const attempt = async (actor: Actor, email: string) => {
    isConfirmed ||= await confirmRecord(actor, seenBy(pilot, email, planned));
  };
  await asCompany(pilot, planned, number, attempt);
  if (!isConfirmed) await asCompany(pilot, planned, number, attempt);
}

function booked({ truth, people }: PilotContext, planned: PlannedConsultation, what: string) {
  const { company, adviser, startsAt } = planned;
  return {
    async isDone() {
      const standing = await truth.consultation(planned);
      return standing?.state === 'booked' && standing.adviserId === people.personId(adviser);
    },
    sentence: `The consultation of ${company} with ${adviser} at ${startsAt.toISOString()} could not be ${what} in chat.`,
  };
}

/** The consultation in the words of this person's screen. */
function seenBy({ playground, plan }: PilotContext, email: string, planned: PlannedConsultation): HourSeen {
  const person = playground.directory.people.find((one) => one.email === email);
  const adviser = playground.directory.people.find((one) => one.email === planned.adviser);
  const company = plan.participants.find(({ companyCode }) => companyCode === planned.company);
  const { language = 'ja', timeZone = plan.timeZone } = person ?? {};
  const { startsAt, endsAt, method } = planned;
  return {
    hour: hourFor({ language, timeZone }, { startsAt, endsAt, timeZone: plan.timeZone }),
    adviser: adviserName(language, (language === 'ja' ? adviser?.name : adviser?.nameEn) ?? ''),
    company: (language === 'ja' ? company?.companyJa : company?.companyEn) ?? '',
    method,
  };
}

function nameOf({ playground }: PilotContext, email: string, { language }: Actor): string {
  const person = playground.directory.people.find((one) => one.email === email);
  return adviserName(language, (language === 'ja' ? person?.name : person?.nameEn) ?? '');
}
