/** Adds the app for a person and takes it away again, with the events by which Teams tells the bot. */
import type { Outcome } from '../client.js';
import { installActivity, membersActivity } from './activities.js';
import type { Session } from './client-session.js';
import type { TeamsTeam } from './people.js';

/** Throws where the app cannot be had: in another tenant than its own. */
export async function install(session: Session): Promise<Outcome> {
  const { teams, user } = session;
  const { world, sender } = teams;
  if (user.tenantId !== teams.app.tenantId && !teams.app.multiTenant) {
    throw new Error(`${user.name} is in another tenant than the app, where it cannot be added`);
  }
  session.begin();
  world.setInstalled(user, true);
  const deed = { user, conversation: world.open(user) };
  return session.deliverAll([
    installActivity(sender, deed, 'add'),
    membersActivity(sender, deed, [sender.bot], 'membersAdded'),
  ]);
}

export async function uninstall(session: Session): Promise<Outcome> {
  const { teams, user } = session;
  const { world, sender } = teams;
  session.begin();
  world.setInstalled(user, false);
  return session.deliverAll([installActivity(sender, { user, conversation: world.open(user) }, 'remove')]);
}

/** Adds the app to a team of the person's, so that it can be mentioned in its channels. */
export function installInTeam(session: Session, team: TeamsTeam): Promise<Outcome> {
  return changeTeam(session, team, true);
}

export function uninstallFromTeam(session: Session, team: TeamsTeam): Promise<Outcome> {
  return changeTeam(session, team, false);
}

async function changeTeam(session: Session, team: TeamsTeam, added: boolean): Promise<Outcome> {
  const { world, sender } = session.teams;
  const [general] = team.channels;
  if (!general) {
    throw new Error(`The team ${team.name} has no channels`);
  }
  session.begin();
  world.setInstalled(team, added);
  const deed = { user: session.user, conversation: world.channel(team, general) };
  return session.deliverAll([
    installActivity(sender, deed, added ? 'add' : 'remove'),
    membersActivity(sender, deed, [sender.bot], added ? 'membersAdded' : 'membersRemoved', team),
  ]);
}
