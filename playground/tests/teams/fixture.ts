/** A stand-in with its sample people, a real bot connected to it, and one person who has added the app. */
import type { Activity } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { SeenMessage } from '../../client.js';
import { openTeamsClient, type TeamsClient } from '../../teams/client.js';
import { startTeams, type Teams } from '../../teams/server.js';
import { startBot, type TestBot } from './bot.js';

export interface TeamsFixture {
  teams: Teams;
  bot: TestBot;
  haruka: TeamsClient;
  /** What the bot has received since the test began, or since `receive`. */
  heard: Activity[];
  /** Makes the bot send this and returns it as the person sees it; throws with the reason when the stand-in refuses it. */
  receive(message: object, who?: TeamsClient): Promise<SeenMessage>;
}

async function receive(fixture: TeamsFixture, message: object, who: TeamsClient): Promise<SeenMessage> {
  fixture.bot.onTurn = async (context) => {
    fixture.heard.push(context.activity);
    if (context.activity.text === 'go') {
      await context.sendActivity(message);
    }
  };
  await who.say('go');
  fixture.heard.length = 0;
  const last = who.messages().at(-1);
  if (last?.from !== 'bot') {
    throw new Error(`refused: ${fixture.teams.refusals().at(-1)?.problem}`);
  }
  return last;
}

/** Starts one stand-in and one bot for the whole test file; `prepare` gives the bot its routes. */
export async function openTeamsFixture(
  prepare: (fixture: TeamsFixture) => void = () => undefined,
): Promise<TeamsFixture> {
  const teams = await startTeams();
  const fixture: TeamsFixture = {
    teams,
    bot: await startBot(teams),
    haruka: openTeamsClient(teams, 'Haruka Sato'),
    heard: [],
    receive: (message, who = fixture.haruka) => receive(fixture, message, who),
  };
  teams.connect(fixture.bot.url);
  prepare(fixture);

  beforeAll(() => {
    // The library prints every error that a turn throws; tests that provoke one would fill the screen.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterAll(async () => {
    await fixture.bot.close();
    await teams.close();
    vi.restoreAllMocks();
  });

  beforeEach(async () => {
    fixture.bot.onTurn = async (context) => {
      fixture.heard.push(context.activity);
    };
    fixture.haruka = openTeamsClient(teams, 'Haruka Sato');
    await fixture.haruka.install();
    fixture.heard.length = 0;
  });

  return fixture;
}
