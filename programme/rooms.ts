/** Lists the rooms, and collects what they offer for the parts that know no room. */

import { advisersRoom } from './advisers/room.js';
import { announcementsRoom } from './announcements/room.js';
import { attendanceRoom } from './attendance/room.js';
import { consultationsRoom } from './consultations/room.js';
import { deliverablesRoom } from './deliverables/room.js';
import { deliveriesRoom } from './deliveries/room.js';
import { draftsRoom } from './drafts/room.js';
import { feedbackRoom } from './feedback/room.js';
import { filesRoom } from './files/room.js';
import { groupsRoom } from './groups/room.js';
import { helpRoom, homeRoom } from './home/room.js';
import { showHome } from './home/show-home.action.js';
import { importRoom } from './import/room.js';
import { knowledgeRoom } from './knowledge/room.js';
import { membersRoom } from './members/room.js';
import { modelUseRoom } from './model-use/room.js';
import { collectKinds, type NotificationKinds } from './notifications/kind.js';
import { overviewRoom } from './overview/room.js';
import { questionsRoom } from './questions/room.js';
import { registrationsRoom } from './registrations/room.js';
import { notificationsRoom, remindersRoom } from './reminders/room.js';
import { reportsRoom } from './reports/room.js';
import type { Action } from './requests/action.js';
import type { Language } from './requests/context.js';
import { type Actions, assertAllListed, collectActions, type Room } from './requests/registry.js';
import { requestsRoom } from './requests/room.js';
import { reviewsRoom } from './reviews/room.js';
import { rosterRoom } from './roster/room.js';
import { sessionsRoom } from './sessions/room.js';
import { yearsRoom } from './years/room.js';

/** What people come for, in the order of the menu; after it what is about the person alone. */
const rooms: readonly Room[] = [
  homeRoom,
  overviewRoom,
  sessionsRoom,
  registrationsRoom,
  attendanceRoom,
  feedbackRoom,
  groupsRoom,
  // Before the consultations, so that a draft that is dropped is taken for one.
  draftsRoom,
  consultationsRoom,
  deliverablesRoom,
  reviewsRoom,
  advisersRoom,
  questionsRoom,
  knowledgeRoom,
  remindersRoom,
  announcementsRoom,
  rosterRoom,
  reportsRoom,
  importRoom,
  yearsRoom,
  modelUseRoom,
  deliveriesRoom,
];
const personalRooms: readonly Room[] = [membersRoom, notificationsRoom, helpRoom, filesRoom, requestsRoom];

/** Every action there is, for parts that have no services at hand. What is not here cannot be done. */
export const actions: readonly Action[] = inMenuOrder();

/** What participants can do comes first, then what only the staff can. */
function inMenuOrder(): readonly Action[] {
  const [all, personal] = [rooms.flatMap((room) => room.actions), personalRooms.flatMap((room) => room.actions)];
  const isForParticipants = ({ who }: Action) => who === 'anyone' || who.includes('participant');
  return [...all.filter(isForParticipants), ...all.filter((action) => !isForParticipants(action)), ...personal];
}

/** What an action is called, where only its name is known; the menu's title where no action is called so. */
export function actionTitle(action: string, language: Language): string {
  const found = actions.find(({ name }) => name === action);
  return (found?.texts ?? showHome.texts)[language].title;
}

/**
 * To be called once at start-up, when everything is loaded.
 * @throws where an action or a kind of notification is listed by no room, or two share a name
 */
export function collectRooms(): { readonly actions: Actions; readonly notificationKinds: NotificationKinds } {
  assertAllListed(actions);
  const kinds = [...rooms, ...personalRooms].flatMap((room) => room.notificationKinds);
  return { actions: collectActions(actions), notificationKinds: collectKinds(kinds) };
}
