/** A person at the page's Teams client, whom a real bot answers. */
import { type ClientSession, type HandedIn, NotPossible } from '../../page/client-sessions/client-session.js';
import { openTeamsSession } from '../../page/client-sessions/teams-session.js';
import type { TeamsCommand } from '../../page/command.js';
import type { TeamsMessage, TeamsScreen } from '../../page/protocol.js';
import type { TeamsFixture } from '../teams/fixture.js';

export interface Look {
  readonly whole: boolean;
  readonly messages: readonly TeamsMessage[];
  readonly gone: readonly string[];
  readonly screen: TeamsScreen;
  readonly until: number;
}

export interface TeamsPageSession {
  readonly clientSession: ClientSession<TeamsCommand>;
  look(since?: number): Look;
  /** The newest message of the bot that the person sees. */
  last(): TeamsMessage;
  /** How often the client session has called for changes of its own. */
  ownChanges(): number;
  /** Presses an action of the newest message's card. */
  act(pointer: string, inputs?: Record<string, string>): ReturnType<ClientSession<TeamsCommand>['carryOut']>;
  /** The same in the open dialog. */
  actInDialog(pointer: string, inputs?: Record<string, string>): ReturnType<ClientSession<TeamsCommand>['carryOut']>;
  /** Why it cannot be done, in English. */
  refusal(command: TeamsCommand): Promise<string>;
}

export function openTeamsPageSession(
  { teams }: TeamsFixture,
  name: string,
  files: ReadonlyMap<string, HandedIn> = new Map(),
): TeamsPageSession {
  const clientSession = openTeamsSession(teams, name, { handedIn: (id) => files.get(id) });
  let changes = 0;
  clientSession.onOwnChange(() => {
    changes += 1;
  });

  function look(since = 0): Look {
    const { event, until } = clientSession.look(since);
    if (event.platform !== 'teams') {
      throw new Error('this is no client session of Teams');
    }
    return { whole: event.whole, messages: event.messages, gone: event.gone, screen: event.screen, until };
  }

  function last(): TeamsMessage {
    const message = look().messages.findLast(({ from }) => from.kind === 'bot');
    if (!message) {
      throw new Error('the bot has said nothing');
    }
    return message;
  }

  return {
    clientSession,
    look,
    last,
    ownChanges: () => changes,
    async act(pointer, inputs = {}) {
      const { conversation, id } = last();
      return clientSession.carryOut({
        do: 'act',
        place: { conversation, message: id, attachment: 0 },
        pointer,
        inputs,
      });
    },
    async actInDialog(pointer, inputs = {}) {
      return clientSession.carryOut({ do: 'act', place: { dialog: look().screen.dialog?.id ?? '' }, pointer, inputs });
    },
    async refusal(command) {
      try {
        await clientSession.carryOut(command);
      } catch (error) {
        if (error instanceof NotPossible) {
          return error.words.en;
        }
        throw error;
      }
      throw new Error('it was done');
    },
  };
}

/** The place of the first attachment of a message. */
export const placeOf = ({ conversation, id }: TeamsMessage, attachment = 0) => ({
  conversation,
  message: id,
  attachment,
});
