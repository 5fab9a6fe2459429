/** The day of a session: the secretariat prepares, people come, and those who could not record themselves are recorded. */
import type { Mode } from '../../programme/requests/context.js';
import { checkIn, checkInWays, joinOnline } from './attend.js';
import type { Part } from './cast.js';
import { PilotFailed } from './failure.js';
import { inParallel } from './parallel.js';
import type { SessionContext } from './registration.js';
import type { Actor } from './screen.js';
import { lookAtAttendees, readCheckInCode, readHistory, record, recordWalkIn } from './secretariat.js';

/** @returns the check-in code */
export async function prepareSession(context: SessionContext): Promise<string> {
  return await asSecretariat(context, async (actor) => {
    await lookAtAttendees(actor, context.session);
    return await readCheckInCode(actor, context.session);
  });
}

/** People come. Who holds no place in the mode in which they come is recorded by the secretariat as having walked in. */
export async function holdSession(context: SessionContext, parts: readonly Part[], code: string): Promise<void> {
  const { people, truth, session } = context;
  await inParallel(parts, async ({ person, mode, turn }) => {
    const { confirmed } = await truth.standing(session, people.personId(person.email));
    if (confirmed !== mode) return;
    await people.together([person.email], async () => {
      const actor = await people.actor(person.email);
      if (actor === null) return;
      const way = checkInWays[turn % checkInWays.length] ?? 'words';
      if (mode === 'onsite') await checkIn(actor, session, code, way);
      else await joinOnline(actor, session, turn % 3 === 0 ? 'words' : 'button');
    });
  });
  await recordTheRest(context, parts);
}

async function recordTheRest(context: SessionContext, parts: readonly Part[]): Promise<void> {
  const { people, truth, session } = context;
  const came = await truth.came(session);
  const missing = parts.filter(({ person, mode }) => came.get(people.personId(person.email)) !== mode);
  if (missing.length === 0) return;
  await asSecretariat(context, async (actor) => {
    for (const mode of ['onsite', 'online'] as const) {
      const expected: Part[] = [];
      for (const part of missing.filter((one) => one.mode === mode)) {
        const { confirmed } = await truth.standing(session, people.personId(part.person.email));
        if (confirmed === mode) expected.push(part);
        else await recordWalkIn(actor, session, part.person, mode);
      }
      for (const together of chunks(expected)) {
        const persons = together.map(({ person }) => person);
        await record(actor, session, persons, mode);
      }
    }
  });
}

/** As many as the form takes at once, with room to spare. */
const AT_ONCE = 50;

function chunks(parts: readonly Part[]): readonly (readonly Part[])[] {
  return Array.from({ length: Math.ceil(parts.length / AT_ONCE) }, (_, index) =>
    parts.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}

/** A slip of the pen: somebody who came is recorded as absent and, when that is seen, as they came; the history keeps both. */
export async function correctOnce(context: SessionContext, { person, mode }: Part): Promise<void> {
  const { people, truth, session } = context;
  const recorded = async (as: Mode | undefined) =>
    (await truth.came(session)).get(people.personId(person.email)) === as;
  await asSecretariat(context, async (actor) => {
    await record(actor, session, [person], 'absent');
    if (!(await recorded(undefined))) {
      throw new PilotFailed(`The secretariat could not correct the attendance of ${person.nameEn} at ${session.code}.`);
    }
    await record(actor, session, [person], mode);
    const corrected = actor.texts.sessions.history.ended.corrected('').trim();
    const pages = await readHistory(actor, session);
    if (!pages.some((page) => page.includes(corrected))) {
      throw new PilotFailed(`The history of ${session.code} does not show that an attendance was corrected.`);
    }
  });
}

async function asSecretariat<T>({ people, number }: SessionContext, work: (actor: Actor) => Promise<T>): Promise<T> {
  const { email, actor } = await people.secretariat(number);
  return await people.together([email], () => work(actor));
}
