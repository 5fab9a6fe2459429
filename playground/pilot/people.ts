/** The people of the replay: which chat clients they have, who uses them at the moment, and where they have come in already. */

import type { PlaygroundPerson } from '../host/directory.js';
import type { Playground } from '../host/playground.js';
import { openSlackClient, type SlackClient } from '../slack/client.js';
import { openTeamsClient, type TeamsClient } from '../teams/client.js';
import { PilotFailed } from './failure.js';
import type { Participant, PilotPlan } from './plan.js';
import type { Actor } from './screen.js';
import { textsFor } from './texts.js';
import type { Truth } from './truth.js';

export interface People {
  /** The person at one of their clients, a different one each time where they have two; null where they have none or the bot does not know them there. */
  actor(email: string): Promise<Actor | null>;
  /** Whether the person can act in chat at all. */
  canAct(email: string): Promise<boolean>;
  /** Runs while nobody else uses these people's clients, which each show one dialog at a time. */
  together<T>(emails: readonly string[], work: () => Promise<T>): Promise<T>;
  personId(email: string): string;
  /** @throws PilotFailed where nobody of the secretariat can act in chat */
  secretariat(turn: number): Promise<{ readonly email: string; readonly actor: Actor }>;
}

type Client = SlackClient | TeamsClient;

/** @param enough once it is aborted nobody begins anything more, and asking for it throws its reason */
export function openPeople(playground: Playground, plan: PilotPlan, truth: Truth, enough?: AbortSignal): People {
  const { slack, teams, directory, assistant } = playground;
  const byEmail = new Map(directory.people.map((person) => [person.email, person]));
  const clients = new Map<string, Promise<readonly Client[]>>();
  const turns = new Map<string, number>();
  const busy = new Map<string, Promise<unknown>>();

  function person(email: string): PlaygroundPerson {
    const found = byEmail.get(email);
    if (found === undefined) throw new PilotFailed(`${email} is on the roster, but not in the database.`);
    return found;
  }

  /** Comes in where the person has an account: opens Home, or adds the app. Who is not recognised there has no use of it. */
  async function comeIn({ email, personId, slackUserId, teamsUserId }: PlaygroundPerson): Promise<readonly Client[]> {
    const found: Client[] = [];
    if (slackUserId !== null) {
      const client = openSlackClient(slack, slackUserId);
      noError(email, await client.openHome());
      if (await truth.isLinked('slack', slackUserId, personId)) found.push(client);
    }
    if (teamsUserId !== null) {
      const client = openTeamsClient(teams, teamsUserId);
      noError(email, await client.install());
      if (await truth.isLinked('teams', teamsUserId, personId)) found.push(client);
    }
    return found;
  }

  function clientsOf(email: string): Promise<readonly Client[]> {
    const known = clients.get(email) ?? comeIn(person(email));
    clients.set(email, known);
    return known;
  }

  async function actor(email: string): Promise<Actor | null> {
    enough?.throwIfAborted();
    const there = await clientsOf(email);
    const turn = turns.get(email) ?? 0;
    turns.set(email, turn + 1);
    const client = there[turn % Math.max(1, there.length)];
    const { language, name } = person(email);
    if (client === undefined) return null;
    return { name, client, language, texts: textsFor(language), answered: assistant.answered };
  }

  return {
    actor,
    async canAct(email) {
      enough?.throwIfAborted();
      return (await clientsOf(email)).length > 0;
    },
    personId: (email) => person(email).personId,
    async together(emails, work) {
      // All queues are joined at once, so that no two can wait for each other.
      const before = emails.map((email) => busy.get(email));
      const run = Promise.allSettled(before).then(async () => {
        enough?.throwIfAborted();
        return await work();
      });
      for (const email of emails) busy.set(email, run);
      return await run;
    },
    async secretariat(turn) {
      for (let offset = 0; offset < plan.secretariat.length; offset += 1) {
        const email = plan.secretariat[(turn + offset) % plan.secretariat.length] ?? '';
        const found = await actor(email);
        if (found !== null) return { email, actor: found };
      }
      throw new PilotFailed(
        'Nobody of the secretariat is in Slack or Teams, so that nobody can look after the sessions: put them on the roster, and bind a workspace or tenant without a company in the programme file.',
      );
    },
  };
}

function noError(email: string, { error }: { readonly error: string | undefined }): void {
  if (error !== undefined) throw new PilotFailed(`${email} could not come in: ${error}`);
}

/** A participant as forms list them: the name, with the company in brackets. */
export function labelOf({ language, texts }: Actor, person: Participant): string {
  const { nameJa, nameEn, companyJa, companyEn } = person;
  return language === 'ja' ? texts.members.nameOf(nameJa, companyJa) : texts.members.nameOf(nameEn, companyEn);
}
