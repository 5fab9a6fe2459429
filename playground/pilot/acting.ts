/** What every step does alike: it says that it begins and ends, and acts as an adviser or as one of a company's people. */
import { PilotFailed } from './failure.js';
import { inParallel } from './parallel.js';
import type { PilotContext, Progress } from './play.js';
import type { Actor } from './screen.js';

export async function telling(pilot: PilotContext, does: Progress['does'], people: number, work: () => Promise<void>) {
  const told = { does, session: null, people } as const;
  pilot.tell({ ...told, state: 'begins' });
  await work();
  pilot.tell({ ...told, state: 'done' });
}

/**
 * Does it in chat.
 * @throws PilotFailed with the sentence where it did not come about
 */
export async function bringAbout({
  work,
  isDone,
  sentence,
}: {
  work(): Promise<void>;
  isDone(): Promise<boolean>;
  readonly sentence: string;
}): Promise<void> {
  await work();
  if (!(await isDone())) throw new PilotFailed(sentence);
}

export async function asAdviser(
  pilot: PilotContext,
  email: string,
  work: (actor: Actor) => Promise<void>,
): Promise<void> {
  await pilot.people.together([email], async () => {
    const actor = await pilot.people.actor(email);
    if (actor === null) throw new PilotFailed(`${email}, an adviser, is in neither Slack nor Teams.`);
    await work(actor);
  });
}

/** One of the company's people who can act in chat, or the secretariat where none of them can. */
export async function asCompany(
  pilot: PilotContext,
  { company }: { readonly company: string },
  number: number,
  work: (actor: Actor, email: string) => Promise<void>,
): Promise<void> {
  const { plan, people } = pilot;
  const own = plan.participants.filter(({ companyCode }) => companyCode === company);
  const able = new Set<string>();
  await inParallel(own, async ({ email }) => {
    if (await people.canAct(email)) able.add(email);
  });
  const acting = own.filter(({ email }) => able.has(email));
  const email = acting[number % Math.max(1, acting.length)]?.email ?? (await people.secretariat(number)).email;
  await people.together([email], async () => {
    const actor = await people.actor(email);
    if (actor !== null) await work(actor, email);
  });
}
