/** Adds the app for a person and takes it away again, with the events by which Teams tells the bot. */
import type { Outcome } from '../client.js';
import { installActivity, membersActivity, teamActivity } from './activities.js';
import type { Session } from './client-session.js';
import type { TeamsChannel, TeamsTeam } from './people.js';

/** Throws where the app cannot be had: in another tenant than its own. */
export async function install(session: Session): Promise<Outcome> {
  const { teams, user } = session;
  const { store, sender } = teams;
  if (user.tenantId !== teams.app.tenantId && !teams.app.multiTenant) {
    throw new Error(`${user.name} is in another tenant than the app, where it cannot be added`);
  }
  session.begin();
  store.setInstalled(user, true);
  const context = { user, conversation: store.open(user) };
  return session.deliverAll([
    installActivity(sender, context, 'add'),
    membersActivity(sender, context, [sender.bot], 'membersAdded'),
  ]);
}

export async function uninstall(session: Session): Promise<Outcome> {
  const { teams, user } = session;
  const { store, sender } = teams;
  session.begin();
  store.setInstalled(user, false);
  return session.deliverAll([installActivity(sender, { user, conversation: store.open(user) }, 'remove')]);
}

/** Adds the app to a team of the person's, so that it can be mentioned in its channels. */
export function installInTeam(session: Session, team: TeamsTeam): Promise<Outcome> {
  return changeTeam(session, team, true);
}

export function uninstallFromTeam(session: Session, team: TeamsTeam): Promise<Outcome> {
  return changeTeam(session, team, false);
}

/** Gives a channel of the team another name. */
export async function renameChannel(
  session: Session,
  { team, channel }: { readonly team: TeamsTeam; readonly channel: TeamsChannel },
  name: string,
): Promise<Outcome> {
  const { store, sender } = session.teams;
  session.begin();
  channel.name = name;
  const context = { user: session.user, conversation: store.channel(team, channel) };
  return session.deliverAll(store.isInstalled(team) ? [teamActivity(sender, context, 'channelRenamed', team)] : []);
}

/** Ends a team, and what was installed in it. */
export async function deleteTeam(session: Session, team: TeamsTeam): Promise<Outcome> {
  const { store, sender } = session.teams;
  const [general] = team.channels;
  if (!general) {
    throw new Error(`The team ${team.name} has no channels`);
  }
  session.begin();
  const wasInstalled = store.isInstalled(team);
  store.setInstalled(team, false);
  const context = { user: session.user, conversation: store.channel(team, general) };
  return session.deliverAll(wasInstalled ? [teamActivity(sender, context, 'teamDeleted', team)] : []);
}

async function changeTeam(session: Session, team: TeamsTeam, added: boolean): Promise<Outcome> {
  const { store, sender } = session.teams;
  const [general] = team.channels;
  if (!general) {
    throw new Error(`The team ${team.name} has no channels`);
  }
  session.begin();
  store.setInstalled(team, added);
  const context = { user: session.user, conversation: store.channel(team, general) };
  return session.deliverAll([
    installActivity(sender, context, added ? 'add' : 'remove'),
    membersActivity(sender, context, [sender.bot], added ? 'membersAdded' : 'membersRemoved', team),
  ]);
}
