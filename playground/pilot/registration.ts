/** The days before a deadline: everyone who is planned to come registers, each in their own manner. */
import type { Part } from './cast.js';
import type { People } from './people.js';
import type { Participant, PilotSession } from './plan.js';
import {
  cancel,
  changeMode,
  register,
  registerByForm,
  registerColleague,
  sendSubstitute,
  type Way,
  waysOf,
} from './register.js';
import type { Actor } from './screen.js';
import { registerFor } from './secretariat.js';
import type { Truth } from './truth.js';

export interface SessionContext {
  readonly people: People;
  readonly truth: Truth;
  readonly session: PilotSession;
  /** Which session of the replay this is, from 0. */
  readonly number: number;
}

/** Plays one person's part. Whether a place came of it is for the day itself to see: the room may be full, or the session not meant for them. */
export async function playRegistration(context: SessionContext, part: Part): Promise<void> {
  const { people, truth, session, number } = context;
  const { person, mode, manner, turn } = part;
  // Some may have registered before the others.
  if (await truth.asksFor(session, people.personId(person.email), mode)) return;
  switch (manner.kind) {
    case 'secretariat': {
      const { email, actor } = await people.secretariat(number);
      return await people.together([email], () => registerFor(actor, session, person, mode));
    }
    case 'colleague':
      await act(context, manner.by, [person], (actor) => registerColleague(actor, session, person, mode));
      break;
    case 'substitute':
      await act(context, manner.from, [person], async (actor) => {
        await seat(context, actor, manner.from, mode, turn);
        await sendSubstitute(actor, session, person);
      });
      break;
    case 'change':
      await act(context, person, [], async (actor) => {
        await seat(context, actor, person, manner.first, turn);
        await changeMode(actor, session, mode, turn % 2 === 0 ? 'button' : 'words');
      });
      break;
    case 'return':
      await act(context, person, [], async (actor) => {
        await seat(context, actor, person, mode, turn);
        await cancel(actor, session);
      });
      break;
    case 'plain':
  }
  // People without a place yet, for whatever reason, ask for it.
  await act(context, person, [], (actor) => seat(context, actor, person, mode, turn + number));
}

async function seat(
  { people, truth, session }: SessionContext,
  actor: Actor,
  person: Participant,
  mode: 'onsite' | 'online',
  turn: number,
): Promise<void> {
  const asks = () => truth.asksFor(session, people.personId(person.email), mode);
  const offered = waysOf[actor.client.platform];
  const way: Way = offered[turn % offered.length] ?? 'words';
  if (await asks()) return;
  await register(actor, session, mode, way);
  if (await asks()) return;
  await registerByForm(actor, session, mode);
}

async function act(
  { people }: SessionContext,
  person: Participant,
  others: readonly Participant[],
  work: (actor: Actor) => Promise<unknown>,
): Promise<void> {
  await people.together(
    [person, ...others].map(({ email }) => email),
    async () => {
      const actor = await people.actor(person.email);
      if (actor !== null) await work(actor);
    },
  );
}
