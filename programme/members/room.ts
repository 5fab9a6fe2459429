/** What members offer. */
import type { Room } from '../requests/registry.js';
import { changeSettingsAction } from './change-settings.action.js';
import { chooseLanguageAction } from './choose-language.action.js';
import { chooseProgrammeAction } from './choose-programme.action.js';
import { invitePersonAction } from './invite-person.action.js';
import { linkByCodeAction } from './link-by-code.action.js';
import { memberLinked, memberObjected } from './notifications.js';
import { objectToAccountAction } from './object-to-account.action.js';
import { memberWelcome } from './welcome.js';

export const membersRoom: Room = {
  name: 'members',
  actions: [
    invitePersonAction,
    chooseProgrammeAction,
    chooseLanguageAction,
    changeSettingsAction,
    linkByCodeAction,
    objectToAccountAction,
  ],
  notificationKinds: [memberWelcome, memberLinked, memberObjected],
};
