/** The state of one person's client: what they see, what they have filled in, which dialog is open, what they sent. */
import type { Outcome, SeenMessage } from '../client.js';
import type { OpenDialog, Pressed, Surface } from './client-types.js';
import type { Delivery } from './delivery.js';
import { emptyForm, seenFields } from './fields.js';
import type { TeamsUser } from './people.js';
import { buttonsOf, cardItems, type Item, messageItems, nothingChanged, readItems } from './screen.js';
import type { Teams } from './server.js';
import { type Message, reaches } from './store.js';
import { type Activity, adaptiveCardType, type Fields } from './wire.js';

export interface Session {
  readonly teams: Teams;
  readonly user: TeamsUser;
  readonly universalActions: boolean;
  readonly toasts: string[];
  readonly opened: string[];
  readonly deliveries: Delivery[];
  dialog: OpenDialog | undefined;
  /** The revision of the store when the person last did something: what is newer may be the answer. */
  lastCommand: number;
  begin(): void;
  deliver(activity: Activity): Promise<Delivery>;
  deliverAll(activities: readonly Activity[]): Promise<Outcome>;
  payloadFor(message: Message): Fields;
  surfaceOf(message: Message): Surface;
  /** For a button of this message, as the person sees it. */
  pressedOn(message: Message): Extract<Pressed, { where: 'message' }>;
  itemsOf(message: Message): readonly Item[];
  see(message: Message): SeenMessage;
  find(seen: SeenMessage): Message;
}

export const nothingSent: Outcome = { status: 200, milliseconds: 0, error: undefined };
const somethingWrong = 'Something went wrong. Please try again.';
const unreachable = 'Unable to reach app. Please try again.';

/** What the client shows of how the bot took it: status 0 stands for no answer at all. */
export function outcomeOf({ status, milliseconds, answer }: Delivery): Outcome {
  const failed = status === undefined || status >= 300 || answer?.kind === 'invalid';
  const error = failed ? (status === undefined ? unreachable : somethingWrong) : undefined;
  return { status: status ?? 0, milliseconds, error };
}

export function dialogItems(open: OpenDialog): readonly Item[] {
  return open.card === undefined ? [] : cardItems(open.card, [], 0, open.shown);
}

export function openSession(teams: Teams, user: TeamsUser, universalActions: boolean): Session {
  const { store } = teams;
  const surfaces = new Map<string, Surface>();

  /** What the person sees of a message: their own card where Action.Execute gave them one. */
  function payloadFor(message: Message): Fields {
    const card = message.views.get(user.id);
    return card === undefined
      ? message.payload
      : { ...message.payload, attachments: [{ contentType: adaptiveCardType, content: card }] };
  }

  function surfaceOf(message: Message): Surface {
    // A changed card is a new card: what was filled in before is gone.
    const key = `${message.conversation.id} ${message.id} ${message.revision}`;
    const existing = surfaces.get(key);
    const surface = existing ?? { filled: emptyForm(), shown: nothingChanged };
    surfaces.set(key, surface);
    return surface;
  }

  const itemsOf = (message: Message) => messageItems(payloadFor(message), surfaceOf(message).shown);

  function see(message: Message): SeenMessage {
    const items = itemsOf(message);
    const buttons = buttonsOf(items).filter(({ enabled }) => enabled);
    return {
      id: message.id,
      conversation: message.conversation.id,
      from: message.from === 'bot' ? 'bot' : 'person',
      text: readItems(items),
      buttons: buttons.map(({ label }) => label),
      fields: seenFields(items, surfaceOf(message).filled),
      ephemeral: false,
      edits: message.edits,
      payload: payloadFor(message),
    };
  }

  function find(seen: SeenMessage): Message {
    const found = store.message({ id: seen.conversation }, seen.id);
    if (!found || !reaches(found, user)) {
      throw new Error(`${user.name} no longer sees the message "${seen.text.slice(0, 60)}"`);
    }
    return found;
  }

  const session: Session = {
    teams,
    user,
    universalActions,
    toasts: [],
    opened: [],
    deliveries: [],
    dialog: undefined,
    lastCommand: store.revision(),
    begin() {
      session.lastCommand = store.revision();
    },
    async deliver(activity) {
      const delivery = await teams.deliver(activity);
      session.deliveries.push(delivery);
      return delivery;
    },
    async deliverAll(activities) {
      let worst = nothingSent;
      for (const activity of activities) {
        const outcome = outcomeOf(await session.deliver(activity));
        worst = {
          status: worst.error === undefined ? outcome.status : worst.status,
          milliseconds: worst.milliseconds + outcome.milliseconds,
          error: worst.error ?? outcome.error,
        };
      }
      return worst;
    },
    payloadFor,
    surfaceOf,
    pressedOn: (message) => ({
      where: 'message',
      message,
      payload: payloadFor(message),
      surface: surfaceOf(message),
    }),
    itemsOf,
    see,
    find,
  };
  return session;
}
