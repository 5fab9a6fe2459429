/** One run as the page shows it: the client sessions open in it, its requests and troubles, until a scenario puts another in its place. */
import { type ClientSession, type ClientSessionOptions, NotPossible } from './client-sessions/client-session.js';
import { openSlackSession } from './client-sessions/slack-session.js';
import { openTeamsSession } from './client-sessions/teams-session.js';
import type { SlackCommand, TeamsCommand } from './command.js';
import type { HostedPlayground } from './host.js';
import { openTraffic, type Traffic } from './inspector/traffic.js';
import { openTroubleSwitch, type TroubleSwitch } from './inspector/troubles.js';
import { type LivedIn, openLivedIn } from './lived-in.js';
import { openMail } from './mail.js';
import type { ClientSessionId, MailEvent, Platform, SnapshotEvent } from './protocol.js';

export interface PlaygroundRun {
  /** Rises with every run. */
  readonly number: number;
  readonly playground: HostedPlayground;
  readonly traffic: Traffic;
  readonly troubles: TroubleSwitch;
  /** Whether a scenario would undo what somebody did here by hand. */
  readonly livedIn: LivedIn;
  /** @throws NotPossible where nobody has this client session */
  slackSession(id: ClientSessionId): ClientSession<SlackCommand>;
  teamsSession(id: ClientSessionId): ClientSession<TeamsCommand>;
  clientSession(id: ClientSessionId): Pick<ClientSession<never>, 'look'>;
  snapshot(): Omit<SnapshotEvent, 'scenarios'>;
  /** The bot's messages in each person's direct conversation. */
  mail(): MailEvent['counts'];
  /** Calls back when a mail has come. */
  onMail(listener: () => void): () => void;
  /** Calls back when anybody's screen on this platform may have changed. */
  onScreen(listener: (platform: Platform) => void): () => void;
  close(): void;
}

export function openRun(number: number, playground: HostedPlayground, options: ClientSessionOptions): PlaygroundRun {
  const { slack, teams } = playground;
  const slackSessions = new Map<ClientSessionId, ClientSession<SlackCommand>>();
  const teamsSessions = new Map<ClientSessionId, ClientSession<TeamsCommand>>();
  const listeners = new Set<(platform: Platform) => void>();
  const changed = (platform: Platform) => () => {
    for (const listener of listeners) listener(platform);
  };
  const ends = [slack.onChange(changed('slack')), teams.store.onChange(changed('teams'))];
  const traffic = openTraffic(playground);
  const troubles = openTroubleSwitch(playground, traffic);
  const livedIn = openLivedIn(traffic, playground.livedIn ?? false);

  function opened<Command>(
    clientSessions: Map<ClientSessionId, ClientSession<Command>>,
    id: ClientSessionId,
    platform: Platform,
    open: (userId: string) => ClientSession<Command>,
  ): ClientSession<Command> {
    const known = clientSessions.get(id);
    if (known) return known;
    if (!playground.people.some((person) => person.clientSessions.includes(id)) || !id.startsWith(`${platform}:`))
      throw nobody();
    const clientSession = open(id.slice(platform.length + 1));
    clientSessions.set(id, clientSession);
    ends.push(clientSession.onOwnChange(changed(platform)));
    return clientSession;
  }

  const slackSession = (id: ClientSessionId) =>
    opened(slackSessions, id, 'slack', (user) => openSlackSession(slack, user, options));
  const teamsSession = (id: ClientSessionId) =>
    opened(teamsSessions, id, 'teams', (user) => openTeamsSession(teams, user, options));

  return {
    number,
    playground,
    traffic,
    troubles,
    livedIn,
    slackSession,
    teamsSession,
    clientSession: (id) => (id.startsWith('slack:') ? slackSession(id) : teamsSession(id)),
    snapshot: () => ({
      type: 'snapshot',
      run: number,
      bot: slack.app.name,
      people: playground.people,
      slack: { workspace: slack.workspace.name, ...playground.manifest },
      teams: { tenant: teams.app.tenantId },
    }),
    mail: openMail(playground),
    onMail: (listener) => playground.mail?.onChange(listener) ?? (() => {}),
    onScreen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const end of ends) end();
      traffic.close();
      troubles.close();
    },
  };
}

function nobody(): NotPossible {
  return new NotPossible({
    ja: 'その方は現在のプログラムにいません。',
    en: 'Nobody in the current programme has this screen.',
  });
}
