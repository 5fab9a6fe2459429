/** Does what a person does in Teams, as the requests that Teams would send to the bot. */
import type { Outcome } from '../../client.js';
import { searchChoices } from '../../teams/client-fill.js';
import { install, installInTeam, uninstall } from '../../teams/client-install.js';
import { pressButton, refreshCard, refreshOf } from '../../teams/client-press.js';
import { mentionInChannel, writeInChat, writeToPeople } from '../../teams/client-say.js';
import { nothingSent, outcomeOf } from '../../teams/client-session.js';
import type { Conversation } from '../../teams/store.js';
import type { Done, TeamsCommand } from '../command.js';
import type { ClientSessionOptions } from './client-session.js';
import { findAction, findCardButton, findConsent, findMessage, findSearch, type Screen } from './teams-card.js';
import {
  alreadyAdded,
  fileGone,
  filesInChatOnly,
  noSuchPlace,
  notAdded,
  notAddedByPerson,
  nothingToRefresh,
  nothingWritten,
  notInTeam,
  otherTenant,
} from './teams-refusals.js';

type Say = Extract<TeamsCommand, { do: 'say' }>;
type Search = Extract<TeamsCommand, { do: 'search' }>;

function doneWith(outcome: Outcome): Done {
  return {
    // What the client did by itself counts as 200 there; the page speaks of the bot's answers.
    status: outcome === nothingSent ? 0 : outcome.status,
    milliseconds: Math.round(outcome.milliseconds),
    error: outcome.error ?? null,
  };
}

/** @throws NotPossible where the person has no such conversation */
function conversationOf({ session: { teams, user } }: Screen, id: string): Conversation {
  const personal = teams.store.personal(user);
  if (personal.id === id) {
    return personal;
  }
  const place = teams.store.directory.channel(id);
  if (!place?.team.members.some((member) => member.id === user.id)) {
    throw noSuchPlace();
  }
  return teams.store.channel(place.team, place.channel);
}

async function sayInChat(
  { session }: Screen,
  { text, files = [] }: Say,
  options: ClientSessionOptions,
): Promise<Outcome> {
  const { teams, user } = session;
  if (!teams.store.isReachable(user)) {
    throw notAdded();
  }
  const handedIn = files.map((id) => {
    const file = options.handedIn(id);
    if (!file) {
      throw fileGone();
    }
    return file;
  });
  const offered = handedIn.map(({ name, content }) => teams.files.offer(name, content));
  return writeInChat(session, text, offered);
}

async function say(screen: Screen, command: Say, options: ClientSessionOptions): Promise<Outcome> {
  const { session } = screen;
  const conversation = conversationOf(screen, command.conversation);
  const files = command.files ?? [];
  if (command.text.trim() === '' && files.length === 0) {
    throw nothingWritten();
  }
  if (conversation.type === 'personal') {
    return sayInChat(screen, command, options);
  }
  if (files.length > 0) {
    throw filesInChatOnly();
  }
  const thread = command.thread === undefined ? undefined : findMessage(screen, conversation.id, command.thread).thread;
  const mention = `@${session.teams.sender.bot.name}`;
  if (!command.text.startsWith(mention)) {
    writeToPeople(session, conversation, thread, command.text);
    return nothingSent;
  }
  if (!session.teams.store.isInstalled(conversation.team)) {
    throw notInTeam(conversation.team.name);
  }
  return mentionInChannel(session, conversation, thread, command.text.slice(mention.length).trim());
}

async function search(screen: Screen, { place, input, typed, inputs }: Search): Promise<Done> {
  const delivery = await searchChoices(screen.session, findSearch(screen, place, input, inputs), typed);
  const choices = delivery.answer?.kind === 'choices' ? delivery.answer.choices : [];
  return {
    ...doneWith(outcomeOf(delivery)),
    options: choices.map(({ title, value }) => ({ label: title, value })),
  };
}

async function add({ session }: Screen): Promise<Outcome> {
  const { teams, user } = session;
  if (teams.store.isInstalled(user)) {
    throw alreadyAdded();
  }
  if (user.tenantId !== teams.app.tenantId && !teams.app.multiTenant) {
    throw otherTenant();
  }
  return install(session);
}

async function takeAway({ session }: Screen): Promise<Outcome> {
  if (!session.teams.store.isInstalled(session.user)) {
    throw notAddedByPerson();
  }
  return uninstall(session);
}

async function addToTeam({ session }: Screen, id: string): Promise<Outcome> {
  const { directory } = session.teams.store;
  const team = directory.channel(id)?.team;
  if (!team?.members.some((member) => member.id === session.user.id)) {
    throw noSuchPlace();
  }
  if (session.teams.store.isInstalled(team)) {
    throw alreadyAdded();
  }
  return installInTeam(session, team);
}

async function refresh(screen: Screen, conversation: string, id: string): Promise<Outcome> {
  const message = findMessage(screen, conversation, id);
  const action = refreshOf(screen.session, message);
  if (action === undefined) {
    throw nothingToRefresh();
  }
  return refreshCard(screen.session, message, action);
}

async function carryOut(
  screen: Screen,
  command: Exclude<TeamsCommand, { do: 'search' }>,
  options: ClientSessionOptions,
): Promise<Outcome> {
  const { session } = screen;
  switch (command.do) {
    case 'say':
      return say(screen, command, options);
    case 'act': {
      const { button, pressed } = findAction(screen, command.place, command.pointer, command.inputs);
      return pressButton(session, button, pressed);
    }
    case 'card button': {
      const { button, pressed } = findCardButton(screen, command.place, command.pointer);
      return pressButton(session, button, pressed);
    }
    case 'consent': {
      const { button, pressed } = findConsent(screen, command.place, command.accept);
      return pressButton(session, button, pressed);
    }
    case 'refresh':
      return refresh(screen, command.conversation, command.message);
    case 'close dialog':
      // Teams tells the bot nothing when a person closes a dialog.
      session.dialog = undefined;
      session.begin();
      return nothingSent;
    case 'install':
      return add(screen);
    case 'uninstall':
      return takeAway(screen);
    case 'install in team':
      return addToTeam(screen, command.conversation);
    case 'block':
      session.teams.store.setBlocked(session.user, command.blocked);
      return nothingSent;
  }
}

/** @throws NotPossible where the element is gone or Teams would not let the person */
export async function carryOutInTeams(
  screen: Screen,
  command: TeamsCommand,
  options: ClientSessionOptions,
): Promise<Done> {
  return command.do === 'search' ? search(screen, command) : doneWith(await carryOut(screen, command, options));
}
