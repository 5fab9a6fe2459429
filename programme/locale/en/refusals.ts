/** Why something cannot be done, and what is wrong with a field, in English. */

import { pick } from '../../messages/bilingual.js';
import { formatInstantIn } from '../../messages/dates.js';
import type { Problem } from '../../requests/problems.js';
import type { Texts } from '../texts.js';

const title = (session: { title: { ja: string; en: string } }) => `“${pick('en', session.title)}”`;

export const problems: Record<Problem, string> = {
  required: 'Please fill this in.',
  invalid: 'Please check this.',
  too_long: 'This is too long.',
  too_small: 'This is too small.',
  not_a_choice: 'Please choose from the list.',
  not_a_date: 'Please check the date.',
  not_a_time: 'Please check the time.',
  not_a_number: 'Please enter a whole number of 0 or more.',
  not_a_link: 'Please enter an address that begins with https://',
  not_six_digits: 'A check-in code has six digits. Please look at the sign in the room.',
  ends_before_start: 'The end must be after the start.',
  in_the_past: 'This is in the past.',
  deadline_after_start: 'The deadline cannot be after the start.',
  not_a_time_zone: 'Please choose a time zone from the list.',
};

export const refusals: Texts['refusals'] = {
  not_found: () => 'Nothing like that was found.',
  not_allowed: () => 'Sorry, only those in charge can do this.',
  unknown_action: () => 'Sorry, this cannot be done here. Please try the menu.',
  not_linked: () => 'You need to be registered to use this.',
  key_reused: () => 'This could not be accepted. Please start again.',
  busy: () => 'I am very busy right now, and nothing was done. Please try again in a moment.',
  code_wrong: ({ triesLeft }) =>
    `This invitation code is not right. You have ${triesLeft === 1 ? '1 more try' : `${triesLeft} more tries`}.`,
  code_expired: () => 'This invitation code has expired. Please ask the secretariat for a new one.',
  codes_locked: ({ minutes }) =>
    `There were too many wrong codes. Please try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
  already_linked: () => 'You are registered already. Just go ahead.',
  no_programme: () => 'You take part in no programme at the moment. Please ask the secretariat.',
  session_started: (about) => `${title(about)} has already started, so this can no longer be done.`,
  session_over: (about) => `${title(about)} is over.`,
  session_called_off: (about) => `${title(about)} was called off.`,
  deadline_passed: (about) =>
    `Registration for ${title(about)} closed on ${formatInstantIn('en', about.deadline, about.timeZone)}. Please contact the secretariat.`,
  not_open_yet: (about) =>
    `Check-in for ${title(about)} opens on ${formatInstantIn('en', about.opensAt, about.timeZone)}.`,
  not_your_audience: (about) =>
    `${title(about)} is for ${about.audience === 'management' ? 'management' : 'working-level staff'}.`,
  mode_not_offered: (about) =>
    `${title(about)} does not offer attendance ${about.mode === 'onsite' ? 'on site' : 'online'}.`,
  not_registered: (about) => `There is no registration for ${title(about)}.`,
  not_registered_online: (about) => `The link of ${title(about)} is only for those registered online.`,
  substitute_is_registered: (about) => `This person is registered for ${title(about)} already.`,
  substitute_of_other_company: () => 'A substitute must be of the same company as the person in whose place they come.',
  field: ({ problem }) => problems[problem],
  no_open_session: () => 'There is no session for which this can be done now.',
  nobody_registered: () => 'Nobody is registered yet. For someone who came without registering, use “Record walk-in”.',
  session_code_taken: () => 'Another session has this code already.',
  capacity_below_confirmed: ({ confirmed }) => `${confirmed} places are confirmed already; it cannot be fewer.`,
  check_in_code_wrong: () =>
    'This code is not right, or it is not the time to check in. Please look at the sign in the room.',
  nothing_changed: () => 'Nothing was changed.',
  changed_meanwhile: (about) => `Nothing was saved: ${title(about)} was changed in the meantime.`,
  company_unknown: () => 'No such company. Please choose one from the list.',
};
