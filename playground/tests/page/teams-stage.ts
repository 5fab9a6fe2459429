/** A person at the page's Teams client, beside the stage on which a real bot answers them. */
import type { TeamsDeed } from '../../page/deed.js';
import type { TeamsMessage, TeamsScreen } from '../../page/protocol.js';
import { type HandedIn, NotPossible, type Seat } from '../../page/seats/seat.js';
import { openTeamsSeat } from '../../page/seats/teams-seat.js';
import type { Stage } from '../teams/stage.js';

export interface Look {
  readonly whole: boolean;
  readonly messages: readonly TeamsMessage[];
  readonly gone: readonly string[];
  readonly screen: TeamsScreen;
  readonly until: number;
}

export interface AtPage {
  readonly seat: Seat<TeamsDeed>;
  look(since?: number): Look;
  /** The newest message of the bot that the person sees. */
  last(): TeamsMessage;
  /** How often the seat has called for changes of its own. */
  ownChanges(): number;
  /** Presses an action of the newest message's card. */
  act(pointer: string, inputs?: Record<string, string>): ReturnType<Seat<TeamsDeed>['carryOut']>;
  /** The same in the open dialog. */
  actInDialog(pointer: string, inputs?: Record<string, string>): ReturnType<Seat<TeamsDeed>['carryOut']>;
  /** Why it cannot be done, in English. */
  refusal(deed: TeamsDeed): Promise<string>;
}

export function sitDown({ teams }: Stage, name: string, files: ReadonlyMap<string, HandedIn> = new Map()): AtPage {
  const seat = openTeamsSeat(teams, name, { handedIn: (id) => files.get(id) });
  let changes = 0;
  seat.onOwnChange(() => {
    changes += 1;
  });

  function look(since = 0): Look {
    const { told, until } = seat.look(since);
    if (told.platform !== 'teams') {
      throw new Error('this is no seat of Teams');
    }
    return { whole: told.whole, messages: told.messages, gone: told.gone, screen: told.screen, until };
  }

  function last(): TeamsMessage {
    const message = look().messages.findLast(({ from }) => from.kind === 'bot');
    if (!message) {
      throw new Error('the bot has said nothing');
    }
    return message;
  }

  return {
    seat,
    look,
    last,
    ownChanges: () => changes,
    async act(pointer, inputs = {}) {
      const { conversation, id } = last();
      return seat.carryOut({ do: 'act', place: { conversation, message: id, attachment: 0 }, pointer, inputs });
    },
    async actInDialog(pointer, inputs = {}) {
      return seat.carryOut({ do: 'act', place: { dialog: look().screen.dialog?.id ?? '' }, pointer, inputs });
    },
    async refusal(deed) {
      try {
        await seat.carryOut(deed);
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
