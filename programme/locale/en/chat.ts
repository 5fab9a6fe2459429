/** What the chat clients need around every message and form, in English. */
import type { Texts } from '../texts.js';

export const chat: Texts['chat'] = {
  fillIn: 'Open the form',
  fillInAbove: (title) => `To continue with “${title}”, please open the form.`,
  close: 'Close',
  choose: 'Please choose',
  typeToSearch: 'Type to search',
  optional: 'optional',
  confirm: 'Confirm',
  confirmFirst: 'If this is right, please confirm.',
  working: 'Working…',
  shortened: '… (shortened)',
  moreItems: (count) => `${count} more could not be shown.`,
  apology: (reference) =>
    `Sorry, something went wrong on our side. Please try again in a moment. (Reference: ${reference})`,
  formExpired: 'This form can no longer be used. Please open it again.',
  answeredLate: 'This is my answer to what you asked before. It could not be delivered at once.',
  linkEnds: 'The link opens the file for a limited time. Make a new one when it is over.',
  fileOutOfReach: 'The file cannot be handed over here. Please try it in a direct message.',
  linkOver: 'This link can no longer be used. Back in the chat, a button makes a new one.',
  sentPrivately: 'I have answered you in a direct message.',
  openPersonalChat:
    'I could not send you a direct message. Please add this app (or unblock it), open its personal chat and try again.',
};
