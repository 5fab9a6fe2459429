/** One person's Slack client as the page shows it: each command travels to the bot as Slack's real signed request. */
import type { Outcome } from '../../client.js';
import { keepValue, putIn } from '../../slack/acting.js';
import { holdsValue } from '../../slack/element-state.js';
import type { Person } from '../../slack/entering.js';
import { homeOpenedEvent } from '../../slack/events.js';
import { act, runCommand, runShortcut, suggest } from '../../slack/interactions.js';
import { closeView, submitView } from '../../slack/modal-interactions.js';
import { openDirect } from '../../slack/people.js';
import { readText } from '../../slack/reading.js';
import { tell } from '../../slack/saying.js';
import { pressesOf } from '../../slack/screen.js';
import type { Slack } from '../../slack/start-slack.js';
import type { Done, SlackCommand } from '../command.js';
import { type ClientSession, type ClientSessionOptions, type HandedIn, NotPossible } from './client-session.js';
import { createEnterMemory, stateFor } from './slack-enter.js';
import { findConversation, findElement, findMessage, findPlaced, findView, gone } from './slack-find.js';
import { drawScreen, lookAtMessages } from './slack-look.js';
import { say } from './slack-say.js';

/** How much must be typed before a menu asks the bot, where the bot does not say (docs.slack.dev/reference/block-kit/block-elements/select-menu-element). */
const usualQueryLength = 3;

const nothingSent: Done = { status: 0, milliseconds: 0, error: null };

/**
 * Opens the client of one person, found by id over all workspaces.
 * @throws NotPossible for unknown and deactivated people
 */
export function openSlackSession(
  slack: Slack,
  userId: string,
  options: ClientSessionOptions,
): ClientSession<SlackCommand> {
  const person = findPerson(slack, userId);
  const { store, workspace, user } = person;
  const direct = openDirect(workspace, user.id);
  const memory = createEnterMemory(person, options);
  const listeners = new Set<() => void>();
  /** Views whose form is on its way: a client lets nobody send it twice. */
  const underWay = new Set<string>();

  async function carryOut(command: SlackCommand): Promise<Done> {
    switch (command.do) {
      case 'say':
        return done(await say(person, memory, command));
      case 'slash command': {
        const where = findConversation(person, command.conversation);
        return done(await runCommand(store, workspace, user, where, command.line.trim()));
      }
      case 'shortcut': {
        const on = command.on === undefined ? undefined : findMessage(person, command.on);
        return done(await runShortcut(store, workspace, user, command.callbackId, on));
      }
      case 'press':
        return press(command);
      case 'enter':
        return enter(command);
      case 'suggest':
        return suggestOptions(command);
      case 'submit':
        return submit(command);
      case 'close':
        return close(command);
      case 'open home':
        if (!store.app.homeTab)
          throw new NotPossible({ ja: 'このアプリにホームタブはありません。', en: 'This app has no Home tab.' });
        return done(await tell(store, workspace, homeOpenedEvent(store, workspace, direct, 'home')));
      case 'open messages':
        return done(await tell(store, workspace, homeOpenedEvent(store, workspace, direct, 'messages')));
    }
  }

  async function press({ place: at, option = 0, ...named }: Extract<SlackCommand, { do: 'press' }>): Promise<Done> {
    const { place, placed } = findElement(person, at, named);
    const pressed = pressesOf(placed.element)[option];
    if (pressed === undefined) throw gone();
    return done(await act(store, workspace, user, place, placed, pressed.chosen));
  }

  async function enter({ place: at, value, ...named }: Extract<SlackCommand, { do: 'enter' }>): Promise<Done> {
    const found = findElement(person, at, named);
    if (!holdsValue(found.placed.element)) throw gone();
    const shown = await putIn(person, found.place, found.placed, stateFor(person, memory, found, value));
    return shown === undefined ? nothingSent : done(shown);
  }

  async function suggestOptions({
    place: at,
    typed,
    ...named
  }: Extract<SlackCommand, { do: 'suggest' }>): Promise<Done> {
    const found = findElement(person, at, named);
    const { type, min_query_length: shortest } = found.placed.element;
    if (type !== 'external_select' && type !== 'multi_external_select') throw gone();
    if (typed.length < (typeof shortest === 'number' ? shortest : usualQueryLength))
      return { ...nothingSent, options: [] };
    const answer = await suggest(store, workspace, user, found.place, found.placed, typed);
    memory.offer(found, answer.options);
    return {
      ...done(answer),
      options: answer.options.map((option) => ({
        label: readText(workspace, option.text),
        value: String(option.value),
        ...(option.description === undefined ? {} : { description: readText(workspace, option.description) }),
      })),
    };
  }

  async function submit({ view: id, entered }: Extract<SlackCommand, { do: 'submit' }>): Promise<Done> {
    const view = findView(person, id);
    if (view.type !== 'modal' || view.definition.submit === undefined || view.definition.submit === null) throw gone();
    if (underWay.has(id)) return nothingSent;
    const place = { kind: 'view', view } as const;
    const states = entered.map(({ block, action, value }) => {
      const placed = findPlaced(place, block, action);
      return { placed, state: stateFor(person, memory, { place, placed }, value) };
    });
    for (const { placed, state } of states) keepValue(person, place, placed, state);
    underWay.add(id);
    try {
      const shown = await submitView(store, workspace, user, view);
      // What the client itself complains of stands at the fields and nowhere else.
      return shown.status === 0 && Object.keys(view.errors).length > 0 ? nothingSent : done(shown);
    } finally {
      underWay.delete(id);
    }
  }

  async function close({ view: id, all }: Extract<SlackCommand, { do: 'close' }>): Promise<Done> {
    // Closing what the bot has just closed is no fault.
    if (!workspace.views.has(id)) return nothingSent;
    const view = findView(person, id);
    if (view.type !== 'modal') throw gone();
    return done(await closeView(store, workspace, user, view, all));
  }

  return {
    id: `slack:${user.id}`,
    look(since) {
      const { until, ...changes } = lookAtMessages(person, since);
      const screen = drawScreen(person, direct);
      return {
        event: { type: 'client session', clientSession: `slack:${user.id}`, platform: 'slack', ...changes, screen },
        until,
      };
    },
    carryOut,
    onOwnChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function done({ status, milliseconds, error }: Outcome): Done {
  return { status, milliseconds, error: error ?? null };
}

function findPerson(slack: Slack, userId: string): Person {
  for (const workspace of slack.workspaces.values()) {
    const user = workspace.users.get(userId);
    if (user !== undefined && !user.deleted && !user.isBot) return { store: slack.store, workspace, user };
  }
  throw new NotPossible({ ja: 'その方はこのSlackにいません。', en: 'Nobody of that name is in this Slack.' });
}

/** A file that this person may see: their own, or of a conversation that they are in; undefined where there is none. */
export function slackFile(slack: Slack, userId: string, fileId: string): HandedIn | undefined {
  for (const { users, files, conversations } of slack.workspaces.values()) {
    const file = users.has(userId) ? files.get(fileId) : undefined;
    if (file === undefined) continue;
    const shared = [...file.channels].some((channel) => conversations.get(channel)?.members.has(userId));
    if (file.user === userId || shared) return { name: file.name, content: file.content };
  }
  return undefined;
}
