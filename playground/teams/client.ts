/** One person's Teams client: reads what the stand-in holds for them, and does what a person does, as real signed requests. */
import type { SeenDialog, SeenMessage } from '../client.js';
import { reactionActivity } from './activities.js';
import { fillField } from './client-fill.js';
import { deleteTeam, install, installInTeam, renameChannel, uninstall, uninstallFromTeam } from './client-install.js';
import { pressButton, refreshCard, refreshOf } from './client-press.js';
import { forwardToBot, mentionInChannel, writeInChat } from './client-say.js';
import { dialogItems, nothingSent, openSession, outcomeOf, type Session } from './client-session.js';
import type { Pressed, TeamsClient, TeamsClientOptions } from './client-types.js';
import { seenFields } from './fields.js';
import type { TeamsTeam } from './people.js';
import { type Button, buttonBeside, buttonsOf, type Item, readItems } from './screen.js';
import type { Teams } from './server.js';
import type { Message } from './store.js';
import { textOf } from './wire.js';

export type { TeamsClient, TeamsClientOptions } from './client-types.js';

function seeDialog({ dialog }: Session): SeenDialog | undefined {
  if (!dialog) {
    return undefined;
  }
  const items = dialogItems(dialog);
  const buttons = buttonsOf(items).filter(({ enabled }) => enabled);
  const words = items.filter(({ kind }) => kind === 'text');
  return {
    title: dialog.title,
    text: dialog.card === undefined ? dialog.text : readItems(words),
    fields: seenFields(items, dialog.filled),
    buttons: buttons.map(({ label }) => label),
    submitLabel: submitButton(items)?.label,
    payload: dialog.payload,
  };
}

/** The button that a person takes for "send this form": the positive one, or else the first that submits. */
function submitButton(items: readonly Item[]): Button | undefined {
  const submits = buttonsOf(items).filter(({ action, enabled }) => action.type === 'Action.Submit' && enabled);
  return submits.find(({ action }) => textOf(action.style)?.toLowerCase() === 'positive') ?? submits[0];
}

/** The button that a press means: in the dialog if one is open, otherwise on the message given or the newest that has it. */
function locate(
  session: Session,
  label: string,
  on: SeenMessage | undefined,
  pick: (items: readonly Item[]) => Button | undefined,
): { readonly button: Button; readonly pressed: Pressed } {
  const { dialog } = session;
  if (dialog && !on) {
    const items = dialogItems(dialog);
    const button = pick(items);
    if (!button) {
      const labels = buttonsOf(items).map((found) => found.label);
      throw new Error(`The dialog "${dialog.title}" has no button "${label}"; it has: ${labels.join(', ')}`);
    }
    return { button, pressed: { where: 'dialog', dialog } };
  }
  const messages: readonly Message[] = on
    ? [session.find(on)]
    : session.teams.store.visibleTo(session.user).toReversed();
  for (const message of messages) {
    const button = pick(session.itemsOf(message));
    if (button) {
      return { button, pressed: session.pressedOn(message) };
    }
  }
  const labels = messages.flatMap((message) => buttonsOf(session.itemsOf(message)).map((found) => found.label));
  throw new Error(`No button "${label}" is on the screen; there are: ${[...new Set(labels)].join(', ')}`);
}

function matches(message: SeenMessage, text: string | RegExp): boolean {
  return typeof text === 'string' ? message.text.includes(text) : text.test(message.text);
}

/** Opens the client of the person with this id (Teams id, Entra object id, principal name or name). */
export function openTeamsClient(teams: Teams, userId: string, options: TeamsClientOptions = {}): TeamsClient {
  const { store, sender } = teams;
  const found = store.directory.user(userId);
  if (!found) {
    throw new Error(`The tenant has no person ${userId}`);
  }
  const user = found;
  const session = openSession(teams, user, options.universalActions ?? true);

  function ownTeam(name: string): TeamsTeam {
    const team = store.directory.teams.find((known) => known.name === name || known.id === name);
    if (!team?.members.some(({ id }) => id === user.id)) {
      throw new Error(`${user.name} is not in a team ${name}`);
    }
    return team;
  }

  return {
    platform: 'teams',
    user: { id: user.id, name: user.name, email: user.email },
    say: (text) => writeInChat(session, text, []),
    sendFiles: (text, files) =>
      writeInChat(
        session,
        text,
        files.map(({ name, content }) => teams.files.offer(name, content)),
      ),
    forward: (html, words = '') => forwardToBot(session, html, words),
    async mention(channel, text) {
      const place = store.directory.channel(channel);
      if (!place?.team.members.some(({ id }) => id === user.id)) {
        throw new Error(`${user.name} sees no channel ${channel}`);
      }
      return mentionInChannel(session, store.channel(place.team, place.channel), undefined, text);
    },
    async mentionInThread(message, text) {
      const { conversation, thread } = session.find(message);
      return mentionInChannel(session, conversation, thread, text);
    },
    async press(label, on) {
      const pick = (items: readonly Item[]) => buttonsOf(items).find((button) => button.label === label);
      const { button, pressed } = locate(session, label, on, pick);
      return pressButton(session, button, pressed);
    },
    async pressBeside(label, nearText, on) {
      const pick = (items: readonly Item[]) => buttonBeside(items, label, nearText);
      const { button, pressed } = locate(session, `${label}" beside "${nearText}`, on, pick);
      return pressButton(session, button, pressed);
    },
    fill: (label, value) => fillField(session, label, value),
    async submit() {
      const { dialog } = session;
      const button = dialog && submitButton(dialogItems(dialog));
      if (!dialog || !button) {
        throw new Error(dialog ? `The dialog "${dialog.title}" has no button that submits it` : 'No dialog is open');
      }
      return pressButton(session, button, { where: 'dialog', dialog });
    },
    async close() {
      if (!session.dialog) {
        throw new Error('No dialog is open');
      }
      // Teams tells the bot nothing when a person closes a dialog.
      session.dialog = undefined;
      session.begin();
      return nothingSent;
    },
    get dialog() {
      return seeDialog(session);
    },
    messages: () => store.visibleTo(user).map(session.see),
    until(text, { after, milliseconds = 60_000 } = {}) {
      const since = session.lastCommand;
      const order = store.visibleTo(user).map(({ id, conversation }) => `${conversation.id} ${id}`);
      const position = after ? order.indexOf(`${after.conversation} ${after.id}`) : -1;
      const look = () =>
        store
          .visibleTo(user)
          .map((message, index) => ({ message, index }))
          .filter(({ message, index }) =>
            after ? index > position || (index === position && message.edits > after.edits) : message.revision > since,
          )
          .filter(({ message }) => message.from === 'bot')
          .map(({ message }) => session.see(message))
          .find((message) => matches(message, text));
      return new Promise((resolve, reject) => {
        const first = look();
        if (first) {
          resolve(first);
          return;
        }
        const stop = store.onChange(() => {
          const seen = look();
          if (seen) {
            finish();
            resolve(seen);
          }
        });
        const timer = setTimeout(() => {
          finish();
          const all = store.visibleTo(user).map((message) => `- ${session.see(message).text}`);
          reject(new Error(`No message like ${String(text)} within ${milliseconds} ms; there are:\n${all.join('\n')}`));
        }, milliseconds);
        const finish = () => {
          stop();
          clearTimeout(timer);
        };
      });
    },
    install: () => install(session),
    uninstall: () => uninstall(session),
    block: () => store.setBlocked(user, true),
    unblock: () => store.setBlocked(user, false),
    installInTeam: async (name) => await installInTeam(session, ownTeam(name)),
    uninstallFromTeam: async (name) => await uninstallFromTeam(session, ownTeam(name)),
    async renameChannel(channel, name) {
      const place = store.directory.channel(channel);
      if (!place?.team.members.some(({ id }) => id === user.id)) {
        throw new Error(`${user.name} sees no channel ${channel}`);
      }
      return await renameChannel(session, place, name);
    },
    deleteTeam: async (name) => await deleteTeam(session, ownTeam(name)),
    async react(message, reaction) {
      const { conversation, thread, id } = session.find(message);
      session.begin();
      const context = { user, conversation, thread };
      return outcomeOf(await session.deliver(reactionActivity(sender, context, id, reaction, 'reactionsAdded')));
    },
    async refresh(seen) {
      const message = session.find(seen);
      const action = refreshOf(session, message);
      if (action === undefined) {
        throw new Error(`The card does not refresh itself for ${user.name}`);
      }
      return refreshCard(session, message, action);
    },
    get toasts() {
      return [...session.toasts];
    },
    get opened() {
      return [...session.opened];
    },
    get deliveries() {
      return [...session.deliveries];
    },
  };
}
