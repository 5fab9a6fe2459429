/** What members offer. */
import type { Room } from '../requests/registry.js';
import { changeSettings, chooseLanguage } from './choose-language.js';
import { chooseProgramme } from './choose-programme.js';
import { invitePerson } from './invite-person.js';
import { linkByCode } from './link-by-code.js';
import { showHelp } from './show-help.js';
import { memberWelcome } from './welcome.js';

export const membersRoom: Room = {
  name: 'members',
  actions: [invitePerson, chooseProgramme, chooseLanguage, changeSettings, showHelp, linkByCode],
  notificationKinds: [memberWelcome],
};
