/** What the members' room says, in English. */
import type { Role } from '../../requests/context.js';
import type { Texts } from '../texts.js';

const roles: Record<Role, string> = {
  participant: 'participant',
  adviser: 'adviser',
  secretariat: 'secretariat',
  speaker: 'speaker',
};

/** With the article that the sentence needs. */
const asRole: Record<Role, string> = {
  participant: 'a participant',
  adviser: 'an adviser',
  secretariat: 'a member of the secretariat',
  speaker: 'a speaker',
};

export const members: Texts['members'] = {
  roles,
  thisLanguage: 'English',
  language: 'Language',
  languageChosen: 'From now on I will write to you in English.',
  timeZone: 'Time zone',
  timeZoneHint: 'Search by city, for example Tokyo',
  settingsChanged: (zone) => `Saved. From now on I will write to you in English. Your time zone is ${zone}.`,
  save: 'Save',
  person: 'Person',
  personName: (name) => name,
  nameOf: (name, from) => `${name} (${from})`,
  programme: 'Programme',
  programmeChosen: (name) => `You are now looking at “${name}”.`,
  unknownSummary: 'Hello. You need to be registered to use this assistant.',
  unknown:
    'Hello. This assistant is for registered members, and I do not know yet who you are. If you were given an invitation code, press the button below and enter it.',
  unknownNote:
    'Without a code, please ask the person who invited you. / 招待コードをお持ちでない場合は、ご案内をお送りした担当者までお問い合わせください。',
  code: 'Invitation code',
  codeHint: 'For example ABCD-EFGH-JKMN; capitals and hyphens do not matter',
  codeIntroduction: 'Enter the invitation code that the secretariat gave you.',
  codeExpires: 'Valid until',
  linkButton: 'Register',
  linked: 'You are registered. A welcome follows in a separate message.',
  inviteIntroduction: (days) =>
    `Issues a code that can be used once, within ${days} days. Unused codes issued earlier for the same person stop working.`,
  inviteButton: 'Issue',
  invited: (name) => `An invitation code for ${name} was issued.`,
  inviteNote: 'This code is shown only now. Give it to this person alone.',
  inviteShownOnce:
    'The invitation code was issued already and is shown only once. If you do not have it, issue another.',
  welcome: ({ person, role, programme, company }) =>
    `Welcome to “${programme}”, ${person}${company ? ` (${company})` : ''}. You are registered as ${asRole[role]}. You can look up sessions and arrange everything in this chat. Write “help” to see what I can do.`,
  helpIntroduction: 'This is what you can do here. Press a button or say it in words.',
  notUnderstood: 'Sorry, I did not understand. This is what you can do here; press a button or try other words.',
  thanked: 'You are welcome. Just write to me whenever there is something else.',
  helpEntry: (title, command) => (title.toLowerCase() === command ? title : `${title} (${command})`),
  contact: (contacts) => `Contact: ${contacts.join(', ')}`,
  helpNote: 'For example: “sessions”, “日本語”',
};
