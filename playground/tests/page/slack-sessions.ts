/** A Slack, a real Bolt bot, and client sessions at the page for the people of the tests, with files handed in as the page does. */
import { expect } from 'vitest';
import { type ClientSession, type HandedIn, NotPossible } from '../../page/client-sessions/client-session.js';
import { openSlackSession } from '../../page/client-sessions/slack-session.js';
import type { Done, SlackCommand } from '../../page/command.js';
import type { SlackMessage, SlackScreen } from '../../page/protocol.js';
import type { SlackOptions } from '../../slack/options.js';
import type { Slack } from '../../slack/start-slack.js';
import { aiko, type BoltApp, ben, slackForTest, startBot, webClient } from '../slack/bot.js';

export interface SlackPageSession {
  readonly clientSession: ClientSession<SlackCommand>;
  readonly direct: string;
  messages(): readonly SlackMessage[];
  screen(): SlackScreen;
  /** Carries the command out; the test fails where anything went wrong. */
  does(command: SlackCommand): Promise<Done>;
  /** The English words in which a command is refused. */
  refused(command: SlackCommand): Promise<string>;
  /** The message with this text, once it is there. */
  hears(text: string): Promise<SlackMessage>;
}

export interface SlackSessions {
  readonly slack: Slack;
  readonly client: ReturnType<typeof webClient>;
  readonly aiko: SlackPageSession;
  readonly ben: SlackPageSession;
  readonly handedIn: Map<string, HandedIn>;
}

export async function openSlackSessions(
  register: (app: BoltApp) => void,
  options: SlackOptions = {},
): Promise<SlackSessions> {
  const slack = await slackForTest(options);
  await startBot(slack, register);
  const handedIn = new Map<string, HandedIn>();
  const open = (user: string): SlackPageSession =>
    pageSessionOf(openSlackSession(slack, user, { handedIn: (id) => handedIn.get(id) }));
  return { slack, client: webClient(slack), aiko: open(aiko.id), ben: open(ben.id), handedIn };
}

function pageSessionOf(clientSession: ClientSession<SlackCommand>): SlackPageSession {
  const look = () => {
    const { event } = clientSession.look(0);
    if (event.platform !== 'slack') throw new Error('The client session is not of Slack');
    return event;
  };
  return {
    clientSession,
    direct: look().screen.conversations[0]?.id ?? '',
    messages: () => look().messages,
    screen: () => look().screen,
    async does(command) {
      const done = await clientSession.carryOut(command);
      expect(done).toMatchObject({ error: null });
      return done;
    },
    async refused(command) {
      try {
        return `carried out: ${JSON.stringify(await clientSession.carryOut(command))}`;
      } catch (error) {
        if (error instanceof NotPossible) return error.words.en;
        throw error;
      }
    },
    async hears(text) {
      const found = () => look().messages.find((message) => message.text === text);
      await expect.poll(found, { interval: 5 }).toBeDefined();
      const message = found();
      if (message === undefined) throw new Error(`No message "${text}"`);
      return message;
    },
  };
}
