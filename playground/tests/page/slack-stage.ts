/** A Slack, a real Bolt bot, and seats at the page for the people of the tests, with files handed in as the page does. */
import { expect } from 'vitest';
import type { Done, SlackDeed } from '../../page/deed.js';
import type { SlackMessage, SlackScreen } from '../../page/protocol.js';
import { type HandedIn, NotPossible, type Seat } from '../../page/seats/seat.js';
import { openSlackSeat } from '../../page/seats/slack-seat.js';
import type { SlackOptions } from '../../slack/options.js';
import type { Slack } from '../../slack/start-slack.js';
import { aiko, type BoltApp, ben, slackForTest, startBot, webClient } from '../slack/bot.js';

export interface Seated {
  readonly seat: Seat<SlackDeed>;
  readonly direct: string;
  messages(): readonly SlackMessage[];
  screen(): SlackScreen;
  /** Carries the deed out; the test fails where anything went wrong. */
  does(deed: SlackDeed): Promise<Done>;
  /** The English words in which a deed is refused. */
  refused(deed: SlackDeed): Promise<string>;
  /** The message with this text, once it is there. */
  hears(text: string): Promise<SlackMessage>;
}

export interface Stage {
  readonly slack: Slack;
  readonly client: ReturnType<typeof webClient>;
  readonly aiko: Seated;
  readonly ben: Seated;
  readonly handedIn: Map<string, HandedIn>;
}

export async function slackStage(register: (app: BoltApp) => void, options: SlackOptions = {}): Promise<Stage> {
  const slack = await slackForTest(options);
  await startBot(slack, register);
  const handedIn = new Map<string, HandedIn>();
  const sit = (user: string): Seated => seated(openSlackSeat(slack, user, { handedIn: (id) => handedIn.get(id) }));
  return { slack, client: webClient(slack), aiko: sit(aiko.id), ben: sit(ben.id), handedIn };
}

function seated(seat: Seat<SlackDeed>): Seated {
  const told = () => {
    const look = seat.look(0).told;
    if (look.platform !== 'slack') throw new Error('The seat is not of Slack');
    return look;
  };
  return {
    seat,
    direct: told().screen.conversations[0]?.id ?? '',
    messages: () => told().messages,
    screen: () => told().screen,
    async does(deed) {
      const done = await seat.carryOut(deed);
      expect(done).toMatchObject({ error: null });
      return done;
    },
    async refused(deed) {
      try {
        return `carried out: ${JSON.stringify(await seat.carryOut(deed))}`;
      } catch (error) {
        if (error instanceof NotPossible) return error.words.en;
        throw error;
      }
    },
    async hears(text) {
      const found = () => told().messages.find((message) => message.text === text);
      await expect.poll(found, { interval: 5 }).toBeDefined();
      const message = found();
      if (message === undefined) throw new Error(`No message "${text}"`);
      return message;
    },
  };
}
