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

const MOST_TRIES = 2;

/**
 * Does it in chat; where it did not come about, once more, and says so: a form may expire before it opens, and a person presses again.
 * @throws PilotFailed with the sentence and what was seen last where it did not come about the second time either
 */
export async function bringAbout(
  pilot: PilotContext,
  {
    work,
    isDone,
    sentence,
  }: {
    /** @returns at which client it was done last */
    work(): Promise<Actor | null>;
    isDone(): Promise<boolean>;
    readonly sentence: string;
  },
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const actor = await work();
    if (await isDone()) return;
    if (tries === MOST_TRIES) throw new PilotFailed(sentence, ...seenLast(actor));
    pilot.tell({ does: 'try again', state: 'done', session: null, people: 1 });
  }
}

function seenLast(actor: Actor | null): readonly string[] {
  if (actor === null) return [];
  const { client, name } = actor;
  const message = client.messages().findLast(({ from }) => from === 'bot');
  const dialog = client.dialog === undefined ? [] : [client.dialog.title, client.dialog.text];
  return [`${name} saw last in ${client.platform}: ${[...dialog, message?.text ?? 'nothing'].join(' / ')}`];
}

export async function asAdviser(
  pilot: PilotContext,
  email: string,
  work: (actor: Actor) => Promise<void>,
): Promise<Actor> {
  return await pilot.people.together([email], async () => {
    const actor = await pilot.people.actor(email);
    if (actor === null) throw new PilotFailed(`${email}, an adviser, is in neither Slack nor Teams.`);
    await work(actor);
    return actor;
  });
}

/** One of the company's people who can act in chat, or the secretariat where none of them can. */
export async function asCompany(
  pilot: PilotContext,
  { company }: { readonly company: string },
  number: number,
  work: (actor: Actor, email: string) => Promise<void>,
): Promise<Actor | null> {
  const { plan, people } = pilot;
  const own = plan.participants.filter(({ companyCode }) => companyCode === company);
  const able = new Set<string>();
  await inParallel(own, async ({ email }) => {
    if (await people.canAct(email)) able.add(email);
  });
  const acting = own.filter(({ email }) => able.has(email));
  const email = acting[number % Math.max(1, acting.length)]?.email ?? (await people.secretariat(number)).email;
  return await people.together([email], async () => {
    const actor = await people.actor(email);
    if (actor !== null) await work(actor, email);
    return actor;
  });
}
