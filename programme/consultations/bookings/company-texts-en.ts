/** What companies read and press about their consultations, in English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import { pick } from '../../messages/bilingual.js';
import { hourIn } from '../hour-words.js';
import type { companyTextsJa } from './company-texts-ja.js';

const ofCompany = (company: string | null) => (company === null ? '' : ` of ${company}`);
const forCompany = (company: string | null) => (company === null ? '' : ` for ${company}`);
const times = (count: number) => (count === 1 ? '1 consultation' : `${count} consultations`);

export const companyTextsEn: typeof companyTextsJa = {
  find: {
    summary: (total) => `Free hours: ${total}`,
    ofAssigned: 'These are the free hours of your company’s adviser.',
    forMoving: (adviser, hour) => `To be moved: the consultation with ${adviser} (${hour})`,
    none: 'No free hour fits.',
    noneAtAll: 'No hour is free at the moment.',
    nextSteps: (contact) =>
      `You can be told when an hour becomes free. If it is urgent, please ask the secretariat (${contact}).`,
    noSuchAdviser: (typed) => `There is no adviser called “${typed}”. These are everyone’s free hours.`,
    whichAdviser: (typed) => `Several advisers fit “${typed}”. Please choose one below.`,
    filtered: (filters) => `Shown: ${filters.join(', ')}`,
    languages: (languages) => `Languages: ${languages}`,
    languageNames: { ja: 'Japanese', en: 'English' },
    how: (how) => `How: ${how}`,
    methods: { in_person: 'in person', online: 'online', mixed: 'in person or online' },
    weeks: { this: 'This week', next: 'Next week', after: 'The week after', two: 'Next two weeks' },
    parts: { morning: 'Mornings', afternoon: 'Afternoons', evening: 'Evenings' },
    modes: { onsite: 'In person', online: 'Online' },
    book: 'Book this hour',
    move: 'Move it here',
    only: (adviser) => `Only ${adviser}`,
    everyone: 'Everyone’s hours',
    assigned: 'Only our adviser',
    anyTime: 'Show all',
    more: 'More',
    back: 'Back',
    others: 'See free hours',
  },
  book: {
    submit: 'Book',
    next: 'Next',
    company: 'Company',
    slot: 'Hour',
    mode: 'How',
    topics: 'Topics',
    questions: 'Questions',
    attendees: 'Who will come',
    files: 'Files',
    filesHint: 'Files can be sent to this chat, before you book (they are kept for 24 hours) or after.',
    filesSent: 'Files that you sent to this chat',
    reason: 'Reason',
    heldUntil: (time) => `This hour is held for you until ${time}.`,
    holdOver: 'It is no longer held for you, but it is still free.',
    does: ({ company, adviser, hour }, left) =>
      `This books a consultation${forCompany(company)} with ${adviser}: ${hour}. After that, ${times(left)} will be left.`,
    done: ({ company, adviser, hour }) => `The consultation${ofCompany(company)} with ${adviser} is booked: ${hour}.`,
  },
  mine: {
    heading: 'Your company’s consultations',
    account: ({ granted, booked, used, left }) =>
      `Of ${times(granted)}, ${booked} booked, ${used} used and ${left} left`,
    next: 'Coming consultations',
    past: 'Past consultations',
    none: 'No consultation is booked.',
    title: ({ adviser, hour }) => `${hour}, ${adviser}`,
    cancelledMark: 'cancelled',
    states: {
      booked: 'no record yet',
      held: 'held',
      company_absent: 'your company did not come',
      adviser_absent: 'the adviser did not come',
      not_held: 'not held',
      cancelled: 'cancelled',
    },
    recorded: (state) => `${state} (recorded)`,
    asked: (hour) => `The adviser has been asked to move it to ${hour}.`,
    show: 'Details',
    move: 'Move',
    cancel: 'Cancel',
    list: 'Our consultations',
    secret: 'Topics, questions and files are shown to the company and its adviser only.',
    late: (hours, contact) =>
      `It begins in less than ${hours} hours. To move or cancel it, please ask the secretariat (${contact}).`,
  },
  move: {
    to: 'Where to',
    tos: { same: 'Another hour of the same adviser', everyone: 'Everyone’s hours', own: 'A time of our own' },
    booking: 'Consultation',
    otherDay: 'No consultation is booked on that day.',
    submit: 'Move',
    next: 'Next',
    does: ({ was, adviser, hour }) =>
      `This moves the consultation: ${was} → ${adviser}, ${hour}. It costs nothing more.`,
    done: ({ was, adviser, hour }) => `The consultation has moved: ${was} → ${adviser}, ${hour}.`,
    now: ({ adviser, hour }) => `Booked now: ${adviser}, ${hour}`,
    freed: 'The hour of now',
    freedTo: { withdrawn: 'Withdraw it (I cannot hold it)', open: 'Keep it as a free hour' },
    withdraws: 'The hour of now is withdrawn, so that no other company is offered it.',
  },
  cancel: {
    submit: 'Cancel it',
    does: ({ company, adviser, hour }) =>
      `This cancels the consultation${ofCompany(company)} with ${adviser}: ${hour}.`,
    givesBack: (left) => `The hour is given back, so that ${times(left)} will be left.`,
    tells: 'The adviser and those who were to come will be told.',
    tellsCompany: 'Those who were to come will be told.',
    done: ({ company, adviser, hour }, left) =>
      `The consultation${ofCompany(company)} with ${adviser} (${hour}) is cancelled. Left: ${times(left)}.`,
    reason: 'Reason',
    reasonNeeded: 'Reason',
  },
  files: {
    add: 'Add files',
    submit: 'Add',
    here: 'Files',
    sent: 'Files that you sent to this chat',
    hint: 'Files can be sent to this chat until the consultation begins.',
    does: ({ adviser, hour }, names) =>
      `This adds ${names.map((name) => `“${name}”`).join(', ')} to the consultation (${hour}, ${adviser}), and ${adviser} will be told.`,
    done: ({ adviser, hour }, names) =>
      `Added to the consultation (${hour}): ${names.map((name) => `“${name}”`).join(', ')}. ${adviser} will be told.`,
  },
  propose: {
    date: 'Day',
    time: 'From',
    reason: 'A word to the adviser',
    submit: 'Ask',
    note: 'It moves once the adviser accepts. Until then the booking stays as it is.',
    does: ({ adviser, hour }) => `This asks ${adviser} to move it to ${hour}. Until then the booking stays as it is.`,
    done: ({ adviser, hour }) =>
      `${adviser} has been asked to move it to ${hour}. You will be told the answer. Until then the booking stays as it is.`,
  },
  home: {
    next: ({ adviser, hour }) => `Next consultation: ${hour}, ${adviser}`,
    nextOf: (company, hour) => `Next consultation: ${hour}, ${company}`,
    left: (left) => `You can book ${left === 1 ? '1 more consultation' : `${left} more consultations`}.`,
    book: 'Book a consultation',
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    none_free: ({ contact }) =>
      `No hour can be booked at the moment. Ask to be told when one becomes free, or ask the secretariat (${pick('en', contact)}).`,
    no_booking: () => 'No consultation is coming up. Companies can book one of the free hours.',
    no_booking_yet: () => 'No consultation has been booked yet. Companies can book one of the free hours.',
    reason_needed: () => 'It begins soon, so the reason is kept. Please enter it.',
    adviser_engaged: (hour) => `The adviser is engaged at ${hourIn('en', hour)}. Please enter another time.`,
    clock_changes: () => 'There is no such time on that day, since the clocks go forward. Please enter another one.',
    beyond_midnight: () => 'A consultation cannot go beyond midnight. Please enter an earlier time.',
    files_full: ({ most }) =>
      `A consultation can have ${most} files. Please put the others into one file, or bring them along.`,
    on_holiday: ({ name, ...hour }) =>
      `${hourIn('en', hour)} is a holiday (${pick('en', name)}). Please enter another time.`,
    on_closure: ({ name, ...hour }) =>
      `At ${hourIn('en', hour)} the office is closed (${pick('en', name)}). Please enter another time.`,
    same_hour: () => 'This is the time that the consultation has already. Please choose another one.',
    same_time: () => 'It is booked for this very time. Please enter another one.',
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.find': action('Book a consultation', 'Shows the advisers’ free hours, to book one', 'free hours'),
    'consultation.book': action('Book this hour', 'Books the hour that you chose'),
    'consultation.mine': action(
      'Our consultations',
      'Shows your company’s consultations, and how many are left',
      'my consultations',
      'booked consultations',
    ),
    'consultation.show': action('Consultation', 'Shows what is known of a consultation'),
    'consultation.move': action('Move a consultation', 'Moves a consultation to another hour', 'move our consultation'),
    'consultation.cancel': action('Cancel a consultation', 'Cancels a consultation', 'cancel our consultation'),
    'consultation.add-files': action(
      'Add files to a consultation',
      'Adds files to a coming consultation and tells the adviser',
      'add files',
    ),
    'consultation.propose': action('Propose a time', 'Asks the adviser for a time of your own'),
  },
};
