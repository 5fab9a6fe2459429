/** Collects the actions of all rooms, so that nothing that runs an action needs to know a room. */
import type { NotificationKind } from '../notifications/kind.js';
import { type Action, declaredActions } from './action.js';

/** What a room of the programme offers; `programme/rooms.ts` lists the rooms. */
export interface Room {
  readonly name: string;
  /** In the order in which menus and the help show them. */
  readonly actions: readonly Action[];
  readonly notificationKinds: readonly NotificationKind[];
}

/** Every action that can be taken, by its name, in the order in which menus and the help show them. */
export type Actions = ReadonlyMap<string, Action>;

/** @throws where two actions share a name or a command */
export function collectActions(listed: readonly Action[]): Actions {
  const byName = new Map<string, Action>(listed.map((action) => [action.name, action]));
  const named = listed.find((action) => byName.get(action.name) !== action);
  if (named !== undefined) throw new Error(`Two actions are called ${named.name}.`);
  const byCommand = new Map(listed.map((action) => [action.command, action]));
  const commanded = listed.find((action) => byCommand.get(action.command) !== action);
  if (commanded !== undefined) throw new Error(`Two actions have the command ${commanded.command}.`);
  return byName;
}

/** @throws where a loaded file declares an action that is not listed: nobody could ever take it */
export function assertAllListed(listed: readonly Action[]): void {
  const missing = declaredActions().find((action) => !listed.includes(action));
  if (missing !== undefined) throw new Error(`The action ${missing.name} is declared and listed by no room.`);
}
