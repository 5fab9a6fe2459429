/** One person's Teams client behind the page: what has changed on their screen, and what they do there. */
import { openSession } from '../../teams/client-session.js';
import type { OpenDialog } from '../../teams/client-types.js';
import type { Teams } from '../../teams/server.js';
import { reaches } from '../../teams/store.js';
import type { TeamsCommand } from '../command.js';
import type { ClientSessionId, PageConversation, TeamsScreen } from '../protocol.js';
import type { ClientSession, ClientSessionOptions } from './client-session.js';
import type { Screen } from './teams-card.js';
import { carryOutInTeams } from './teams-commands.js';
import { keyOf, seeMessage } from './teams-message.js';

export { teamsFile } from './teams-message.js';

/**
 * Opens the client of the person with this id (Teams id, Entra object id, principal name or name).
 * Throws where the tenant has nobody of that id.
 */
export function openTeamsSession(
  teams: Teams,
  userId: string,
  options: ClientSessionOptions,
): ClientSession<TeamsCommand> {
  const { store, sender } = teams;
  const found = store.directory.user(userId);
  if (!found) {
    throw new Error(`The tenant has no person ${userId}`);
  }
  const user = found;
  const id: ClientSessionId = `teams:${user.aadObjectId}`;
  const session = openSession(teams, user, true);
  const listeners = new Set<() => void>();
  const numbers = new WeakMap<OpenDialog, number>();
  let dialogs = 0;

  function dialog(): ReturnType<Screen['dialog']> {
    const open = session.dialog;
    if (!open) {
      return undefined;
    }
    // The client draws each dialog as another object, also one that takes the place of another.
    const number = numbers.get(open) ?? ++dialogs;
    numbers.set(open, number);
    return { id: `dialog-${number}`, open };
  }

  function conversations(): readonly PageConversation[] {
    const teamsOfUser = store.directory.teams.filter(({ members }) => members.some((member) => member.id === user.id));
    return [
      { id: store.personal(user).id, kind: 'direct', name: sender.bot.name ?? teams.app.name },
      ...teamsOfUser.flatMap((team) =>
        team.channels.map(
          (channel): PageConversation => ({
            id: channel.id,
            kind: 'channel',
            name: `${team.name} › ${channel.name}`,
            installed: store.isInstalled(team),
          }),
        ),
      ),
    ];
  }

  function seeScreen(): TeamsScreen {
    const shown = dialog();
    return {
      platform: 'teams',
      self: { id: user.id, name: user.name },
      conversations: conversations(),
      installed: store.isReachable(user),
      blocked: store.isBlocked(user),
      dialog: shown
        ? { id: shown.id, title: shown.open.title, card: shown.open.card ?? null, text: shown.open.text }
        : null,
      toasts: [...session.toasts],
    };
  }

  return {
    id,
    look(since) {
      const changed = store.changedSince(since).filter((message) => reaches(message, user));
      const whole = since === 0;
      return {
        event: {
          type: 'client session',
          clientSession: id,
          whole,
          platform: 'teams',
          messages: changed.filter(({ deleted }) => !deleted).map((message) => seeMessage(session, message)),
          gone: whole ? [] : changed.filter(({ deleted }) => deleted).map(keyOf),
          screen: seeScreen(),
        },
        until: store.revision(),
      };
    },
    async carryOut(command) {
      const before = { dialog: session.dialog, toasts: session.toasts.length };
      try {
        return await carryOutInTeams({ session, dialog }, command, options);
      } finally {
        if (session.dialog !== before.dialog || session.toasts.length !== before.toasts) {
          for (const listener of listeners) {
            listener();
          }
        }
      }
    },
    onOwnChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
