/** What people may do beside the plan: a scenario adds it so that there is more to see and to try. */
import type { Mode } from '../../programme/requests/context.js';
import { PilotFailed } from './failure.js';
import { inParallel } from './parallel.js';
import { isMeantFor, type Participant, type PilotSession, planned } from './plan.js';
import type { PilotContext, PilotStep } from './play.js';
import { changeMode, register } from './register.js';
import { ask } from './screen.js';
import { changeRoom } from './secretariat.js';
import { registerAll } from './timeline.js';

/** The secretariat and the advisers come in wherever they have an account, and greet the assistant there. */
export function staffComesIn(at: Date): PilotStep {
  return {
    at,
    async play({ playground, people, tell }) {
      const staff = playground.directory.people.filter(({ role }) => role !== 'participant');
      const told = { does: 'greet', session: null, people: staff.length } as const;
      tell({ ...told, state: 'begins' });
      await inParallel(staff, async ({ email }) => {
        const greeted = new Set<unknown>();
        // Those with two clients are given the other one each time.
        for (let actor = await people.actor(email); actor !== null && !greeted.has(actor.client); ) {
          await ask(actor, actor.language === 'ja' ? 'こんにちは' : 'Hello');
          greeted.add(actor.client);
          actor = await people.actor(email);
        }
      });
      tell({ ...told, state: 'done' });
    },
  };
}

/** One in so many of those who are planned to come registers before the others. */
export function someRegister(at: Date, session: PilotSession, number: number, oneIn: number): PilotStep {
  return { at, play: (pilot) => registerAll(pilot, session, number, (_part, position) => position % oneIn === 0) };
}

/** The secretariat has to make do with a smaller room: it holds just those who have a place in it. */
export function roomBecomesFull(at: Date, session: PilotSession, number: number): PilotStep {
  return {
    at,
    async play(pilot) {
      const { people, truth, tell } = pilot;
      const sessionId = truth.sessionId(session);
      const places = await truth.database.registration.count({
        where: { sessionId, state: 'confirmed', mode: 'onsite' },
      });
      const told = { does: 'prepare', session, people: places } as const;
      tell({ ...told, state: 'begins' });
      const { email, actor } = await people.secretariat(number);
      await people.together([email], () => changeRoom(actor, session, places));
      const { roomCapacity } = await truth.database.session.findUniqueOrThrow({ where: { id: sessionId } });
      if (roomCapacity !== places) throw new PilotFailed(`The room of ${session.code} could not be changed in chat.`);
      tell({ ...told, state: 'done' });
    },
  };
}

/**
 * Two people ask for a place in the full room: first one who holds a place online, then one who has none. The first is in
 * Slack and the other in Teams alone, where there are such people.
 */
export function twoWait(at: Date, session: PilotSession): PilotStep {
  return {
    at,
    async play(pilot) {
      const chosen = await chooseTwo(pilot, session);
      const told = { does: 'wait', session, people: chosen.length } as const;
      pilot.tell({ ...told, state: 'begins' });
      // One after the other, so that the same one is always the first in the waitlist.
      for (const { person, holds } of chosen) {
        const { email, nameEn } = person;
        await pilot.people.together([email], async () => {
          const actor = await pilot.people.actor(email);
          if (actor === null) return;
          if (holds === 'online') await changeMode(actor, session, 'onsite', 'button');
          else await register(actor, session, 'onsite', 'details');
        });
        const { waitingFor } = await pilot.truth.standing(session, pilot.people.personId(email));
        if (waitingFor !== 'onsite') throw new PilotFailed(`${nameEn} does not wait for a place at ${session.code}.`);
      }
      pilot.tell({ ...told, state: 'done' });
    },
  };
}

interface Chosen {
  readonly person: Participant;
  readonly holds: Mode | undefined;
}

async function chooseTwo(pilot: PilotContext, session: PilotSession): Promise<readonly Chosen[]> {
  const { plan, playground, truth, people } = pilot;
  const byEmail = new Map(playground.directory.people.map((person) => [person.email, person]));
  const registrations = await truth.database.registration.findMany({
    where: { sessionId: truth.sessionId(session) },
    select: { personId: true, state: true, mode: true },
  });
  const heldBy = new Map(registrations.map(({ personId, state, mode }) => [personId, state === 'confirmed' && mode]));
  const first = (holds: Mode | undefined, preferred: 'slack' | 'teams'): readonly Chosen[] => {
    const found = plan.participants.flatMap((person) => {
      const { slackUserId = null, teamsUserId = null } = byEmail.get(person.email) ?? {};
      const isIn = slackUserId !== null ? 'slack' : teamsUserId !== null ? 'teams' : null;
      const suits =
        isMeantFor(session, person) &&
        planned(person, session) === holds &&
        heldBy.get(people.personId(person.email)) === holds;
      return isIn !== null && suits ? [{ person, isIn }] : [];
    });
    const chosen = found.find(({ isIn }) => isIn === preferred) ?? found[0];
    return chosen === undefined ? [] : [{ person: chosen.person, holds }];
  };
  return [...first('online', 'slack'), ...first(undefined, 'teams')];
}
