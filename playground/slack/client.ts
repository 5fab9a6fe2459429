/** One person's Slack client: what is on the screen and what can be done there, for tests and the pilot. */
import type { ChatClient, FieldValue, Outcome, SeenDialog, SeenMessage } from '../client.js';
import { fillIn, placeOf, pressIn, requireField } from './acting.js';
import type { Person } from './entering.js';
import { homeOpenedEvent, mentionEvent, messageEvent } from './events.js';
import { runCommand, runShortcut } from './interactions.js';
import { postMessage } from './messages.js';
import { storeFile } from './methods/files.js';
import { closeView, submitView } from './modal-interactions.js';
import { openDirect } from './people.js';
import { escapeText, sharedAttachment, tell, writeMessage } from './saying.js';
import { findFillable, findPressable, pressables, seenView } from './screen.js';
import { findByText, findSeen, roomNamed, seenMessages } from './seen-messages.js';
import type { Slack } from './start-slack.js';
import type { Conversation, StoredMessage, View, Workspace } from './store.js';
import { visibleView } from './views.js';
import { waitFor, whatThereIs } from './waiting.js';

export interface SlackClient extends ChatClient {
  readonly platform: 'slack';
  /** Writes a slash command, in the conversation with the bot or in the channel named. */
  command(line: string, channel?: string): Promise<Outcome>;
  /** Opens the app's Home tab. */
  openHome(): Promise<Outcome>;
  /** Opens the app's Messages tab, where the conversation with it is. */
  openMessages(): Promise<Outcome>;
  /** What the bot suggests to write in the Messages tab. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
  /** What the bot says that it is doing with what was written last; undefined where it says nothing. */
  readonly status: string | undefined;
  /** The Home tab as published; undefined before the bot has. */
  readonly home: SeenDialog | undefined;
  pressHome(label: string, beside?: string): Promise<Outcome>;
  fillHome(label: string, value: FieldValue): Promise<void>;
  /** Presses the button with this label that stands nearest at or below this text: in the dialog, else in the newest message that has both. */
  pressBeside(label: string, near: string): Promise<Outcome>;
  /** Sends a file, with words if wished, in the conversation with the bot or in the channel named. */
  upload(
    file: { readonly name: string; readonly content: Uint8Array },
    words?: string,
    channel?: string,
  ): Promise<Outcome>;
  /** Sends several files in one message to the bot. */
  uploadAll(
    files: readonly { readonly name: string; readonly content: Uint8Array }[],
    words?: string,
  ): Promise<Outcome>;
  /** Shares a message of a channel with the bot, with words of one's own if wished. */
  share(message: SeenMessage, words?: string): Promise<Outcome>;
  /** Runs a global shortcut, or with a message one on that message. */
  shortcut(callbackId: string, on?: SeenMessage): Promise<Outcome>;
  /** Closes all dialogs at once (the cross in the corner). */
  dismiss(): Promise<Outcome>;
}

/** Opens the client of one person, found by id over all workspaces. Throws for unknown and deactivated people. */
export function openSlackClient(slack: Slack, userId: string): SlackClient {
  const person = findPerson(slack, userId);
  const { store, workspace, user } = person;
  let lastCommand = 0;
  const direct = (): Conversation => openDirect(workspace, user.id);
  const noteCommand = (): void => {
    lastCommand = store.tick();
  };
  const dialogView = (): View | undefined => visibleView(workspace, user.id);

  const client: SlackClient = {
    platform: 'slack',
    user: { id: user.id, name: user.realName, email: user.email },
    async say(text) {
      noteCommand();
      if (!store.app.messagesTab)
        return { status: 0, milliseconds: 0, error: 'Sending messages to this app has been turned off.' };
      const message = writeMessage(person, direct(), text);
      return tell(store, workspace, messageEvent(store, workspace, direct(), message));
    },
    async mention(channel, text) {
      noteCommand();
      const room = roomNamed(workspace, user.id, channel);
      const message = postMessage(store, room, { user: user.id, text: `<@${workspace.botUser}> ${escapeText(text)}` });
      if (!room.members.has(workspace.botUser))
        return { status: 0, milliseconds: 0, error: `${store.app.name} is not in this channel.` };
      return tell(store, workspace, mentionEvent(store, workspace, room, message));
    },
    async press(label, on) {
      noteCommand();
      const view = on === undefined ? dialogView() : undefined;
      if (view !== undefined) {
        const dialog = seenView(workspace, view);
        if (!dialog.buttons.includes(label) && label === dialog.submitLabel)
          return submitView(store, workspace, user, view);
        if (dialog.buttons.includes(label)) return pressIn(person, { kind: 'view', view }, view.blocks, label);
      }
      const shown =
        on === undefined ? findByText(person, (one) => hasButton(workspace, one, label)) : findSeen(person, on);
      if (shown === undefined) throw new Error(`No button "${label}" is on the screen; ${whatThereIs(client)}`);
      return pressIn(person, placeOf(shown), shown.message.blocks, label);
    },
    async pressBeside(label, near) {
      noteCommand();
      const view = dialogView();
      if (view !== undefined && findPressable(workspace, view.blocks, label, near) !== undefined)
        return pressIn(person, { kind: 'view', view }, view.blocks, label, near);
      const shown = findByText(person, (one) => findPressable(workspace, one.blocks, label, near) !== undefined);
      if (shown === undefined) throw new Error(`No button "${label}" stands beside "${near}"; ${whatThereIs(client)}`);
      return pressIn(person, placeOf(shown), shown.message.blocks, label, near);
    },
    async fill(label, value) {
      const view = dialogView();
      if (view !== undefined)
        return fillIn(person, { kind: 'view', view }, requireField(workspace, view.blocks, label), value);
      const shown = findByText(person, (one) => findFillable(workspace, one.blocks, label) !== undefined);
      if (shown === undefined) throw new Error(`No field "${label}" is on the screen; ${whatThereIs(client)}`);
      return fillIn(person, placeOf(shown), requireField(workspace, shown.message.blocks, label), value);
    },
    async submit() {
      noteCommand();
      const view = dialogView();
      if (view === undefined) throw new Error(`No dialog is open; ${whatThereIs(client)}`);
      if (view.definition.submit === undefined)
        throw new Error(`The dialog "${seenView(workspace, view).title}" has no button to submit it`);
      return submitView(store, workspace, user, view);
    },
    close: () => closeDialog(false),
    dismiss: () => closeDialog(true),
    get dialog() {
      const view = dialogView();
      return view === undefined ? undefined : seenView(workspace, view);
    },
    get home() {
      const view = workspace.homes.get(user.id);
      return view === undefined ? undefined : seenView(workspace, view);
    },
    messages: () => seenMessages(person),
    until: (text, options = {}) =>
      waitFor(slack, person, client, text, options.after, lastCommand, options.milliseconds ?? 60_000),
    async command(line, channel) {
      noteCommand();
      return runCommand(
        store,
        workspace,
        user,
        channel === undefined ? direct() : roomNamed(workspace, user.id, channel),
        line,
      );
    },
    async openHome() {
      noteCommand();
      if (!store.app.homeTab) throw new Error('The app has no Home tab');
      return tell(store, workspace, homeOpenedEvent(store, workspace, direct(), 'home'));
    },
    async openMessages() {
      noteCommand();
      return tell(store, workspace, homeOpenedEvent(store, workspace, direct(), 'messages'));
    },
    get prompts() {
      return workspace.prompts.get(direct().id)?.prompts ?? [];
    },
    get status() {
      return workspace.statuses.get(direct().id);
    },
    async pressHome(label, beside) {
      noteCommand();
      const view = requireHome();
      return pressIn(person, { kind: 'view', view }, view.blocks, label, beside);
    },
    async fillHome(label, value) {
      const view = requireHome();
      return fillIn(person, { kind: 'view', view }, requireField(workspace, view.blocks, label), value);
    },
    async upload(file, words = '', channel) {
      noteCommand();
      const where = channel === undefined ? direct() : roomNamed(workspace, user.id, channel);
      return shareIn(where, [file], words);
    },
    async uploadAll(files, words = '') {
      noteCommand();
      return shareIn(direct(), files, words);
    },
    async share(seen, words = '') {
      noteCommand();
      const attachment = sharedAttachment(store, workspace, findSeen(person, seen).message);
      const message = writeMessage(person, direct(), words, { attachments: [attachment] });
      return tell(store, workspace, messageEvent(store, workspace, direct(), message));
    },
    async shortcut(callbackId, on) {
      noteCommand();
      return runShortcut(store, workspace, user, callbackId, on === undefined ? undefined : findSeen(person, on));
    },
  };
  return client;

  async function shareIn(
    where: Conversation,
    files: readonly { readonly name: string; readonly content: Uint8Array }[],
    words: string,
  ): Promise<Outcome> {
    const stored = files.map((file) => storeFile(store, workspace, { ...file, user: user.id }));
    for (const file of stored) file.channels.add(where.id);
    const message = writeMessage(person, where, words, { files: stored });
    return tell(store, workspace, messageEvent(store, workspace, where, message));
  }

  function requireHome(): View {
    const view = workspace.homes.get(user.id);
    if (view === undefined) throw new Error('The bot has not published a Home tab for this person');
    return view;
  }

  async function closeDialog(everything: boolean): Promise<Outcome> {
    noteCommand();
    const view = dialogView();
    if (view === undefined) throw new Error('No dialog is open');
    return closeView(store, workspace, user, view, everything);
  }
}

function findPerson(slack: Slack, userId: string): Person {
  for (const workspace of slack.workspaces.values()) {
    const user = workspace.users.get(userId);
    if (user?.deleted) throw new Error(`${userId} is deactivated and cannot sign in`);
    if (user !== undefined) return { store: slack.store, workspace, user };
  }
  throw new Error(`No person ${userId} in any workspace`);
}

function hasButton(workspace: Workspace, message: StoredMessage, label: string): boolean {
  return pressables(workspace, message.blocks).some((one) => one.label === label);
}
