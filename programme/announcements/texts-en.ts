/** All words of announcements in English, without those that refuse. */

import { deliverableTexts } from '../deliverables/texts.js';
import { actionTexts as action } from '../messages/action-texts.js';
import { answersFileEn } from './answers-file-texts.js';
import { placesEn } from './places/place-texts.js';
import type { ja } from './texts-ja.js';
import type { PreviewedReach, UnreachedNames } from './words.js';

const count = (number: number, one: string, several = `${one}s`) => `${number} ${number === 1 ? one : several}`;
const people = (number: number) => count(number, 'person', 'people');
const companiesOf = (number: number) => count(number, 'company', 'companies');

const nearestEn = (times: readonly string[]) =>
  times.length === 0 ? '' : ` Nearest times within the hours: ${times.join(' or ')}.`;

const answers: (typeof ja)['answers'] = { read: 'read', attend: 'will attend', help: 'needs help' };

const drops: (typeof ja)['drops'] = {
  added: 'added',
  left: 'dropped: left the programme',
  cancelled: 'dropped: cancelled since',
  answered: 'dropped: answered since',
  other: 'dropped: no longer in the audience',
};

const reach = ({ people: all, companies, chatCompanies, mailCompanies, silent, muted, none }: PreviewedReach) => {
  const reached = `${all - none - muted} of ${people(all)}`;
  return [
    companies === 0
      ? `${reached} reachable.`
      : `${chatCompanies + mailCompanies} of ${companiesOf(companies)} reachable${mailCompanies > 0 ? `, ${mailCompanies} of them only by e-mail` : ''}; ${reached}.`,
    ...(silent.length > 0 ? [`Nobody at: ${silent.join(', ')}.`] : []),
    ...(muted > 0 ? [`${people(muted)} muted announcements and will not get it.`] : []),
  ].join(' ');
};

const whys = {
  never: 'has not opened the app, no e-mail',
  blocked: 'the app cannot write to them, no e-mail',
  bounced: 'mails come back',
};
const unreached = ({ names, more }: UnreachedNames) =>
  `${names.map(({ name, why }) => `${name} (${whys[why]})`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;

export const en: typeof ja = {
  ...placesEn,
  ...answersFileEn,
  roles: { participant: 'participants', adviser: 'advisers', secretariat: 'secretariat', speaker: 'speakers' },
  levels: { management: 'management', working: 'working level' },
  states: {
    draft: 'draft (not sent)',
    proposed: 'waits for approval',
    scheduled: 'scheduled',
    sending: 'being sent',
    stopped: 'stopped',
    sent: 'sent',
    cancelled: 'cancelled',
    withdrawn: 'withdrawn',
    missed: 'missed (not sent)',
  },
  replies: { read: 'I have read it', attend: 'I will attend', help: 'I need help' },
  answers,
  drops,
  offers: {
    'home.show': 'Open my page',
    'session.list': 'Sessions',
    'session.show': 'Details of the session',
    'session.register': 'Register',
    'consultation.find': 'Book a consultation',
    'consultation.mine': 'Our consultations',
  },
  everyParticipant: 'all participants',
  either: (names) => names.join(' or '),
  and: (parts) => parts.join('; '),
  inSession: (session, groups) => `${session}: ${groups}`,
  quiet: 'quiet companies',
  named: (names) => names.join(', '),
  answerGroups: {
    registered: 'registered',
    onsite: 'on site',
    online: 'online',
    waiting: 'on the waitlist',
    unanswered: 'has not answered',
  },
  consultationGroups: { booked: 'has booked a consultation', not_booked: 'has not booked a consultation' },
  stageGroups: { not_submitted: 'Not handed in yet', ...deliverableTexts.en.stages },
  labels: {
    textJa: 'Text in Japanese',
    textEn: 'Text in English',
    roles: 'Roles',
    levels: 'Level of participants',
    session: 'Session',
    answers: 'Answer to that session',
    keptAudience: 'Kept audience',
    companies: 'Companies',
    consultation: 'Consultations',
    deliverableType: 'Deliverable',
    stages: 'Stage of that deliverable',
    names: 'Named people',
    saveAs: 'Keep this audience under a name',
    postTo: 'Channel or team to post to',
    asks: 'Answer buttons',
    buttons: 'Buttons that lead on',
    link: 'Link',
    files: 'Attached file',
    date: 'Date',
    time: 'Time',
    latestDate: 'Of use until (last day)',
    number: 'Number of people',
    approve: 'Approval',
    announcement: 'Announcement',
    answer: 'Answer',
  },
  hints: {
    text: 'One language is enough: readers of the other one get the same text.',
    roles: 'Left empty, it goes to participants.',
    session: 'To narrow the audience, or for buttons that lead to a session.',
    names: 'One name or e-mail address per line.',
    saveAs: 'You can then choose it by this name.',
    when: 'Left empty, it is sent as soon as you have confirmed it.',
    latest: 'Left empty: 7 days, or until the session starts. What is late is not sent.',
    place: 'It is posted there and not sent to the audience. Nothing personal is shown.',
    files: 'Files that you have sent to this chat.',
  },
  forwarded:
    'Announce this? The message that you forwarded is a draft now. Press “Change” for its text, its audience and its time.',
  introduction: 'You will see it before it is sent. Nothing is sent yet.',
  audienceIntroduction: 'It goes to those for whom all of this is true.',
  next: 'Preview',
  does: ({ people: all, companies, when }) =>
    `This announcement will be sent to ${people(all)}${companies === 0 ? '' : ` of ${companiesOf(companies)}`}${when === null ? ' now' : ` on ${when}`}. Nothing has been sent yet.`,
  facts: {
    audience: 'Audience',
    reach: 'Reach',
    unreached: 'Not reached',
    over: 'Sent by',
    latest: 'Of use until',
    asks: 'Answer buttons',
    buttons: 'Buttons that lead on',
    state: 'State',
    by: 'Written by',
    sendAt: 'Sending time',
    messages: 'Messages',
    answers: 'Answers',
    attachment: 'Attached',
    place: 'Posted to',
    readers: 'Read by',
    post: 'Post',
  },
  reach,
  unreached,
  over: (at) => `about ${at}`,
  soon: 'within a minute',
  none: 'none',
  toReaders: {
    ja: 'What readers of Japanese get',
    en: 'What readers of English get',
    both: 'What everyone gets',
    place: 'What is posted',
  },
  attachment: (name) => `Attached: ${name}`,
  buttonsOf: (labels) => `Buttons: ${labels.map((label) => `[${label}]`).join(' ')}`,
  warnings: {
    holiday: (name, nearest) =>
      `That day is no working day (${name}).${nearestEn(nearest)} You can send it all the same.`,
    outside: (windows, nearest) =>
      `That time is outside the hours in which messages are sent (${windows}).${nearestEn(nearest)} You can send it all the same.`,
    unannounced: 'This programme has not been announced yet. This can be sent once it has.',
    edited: 'It is not scheduled any more: nothing is sent until you press the button again.',
    approval: 'So many people need the approval of another member of the secretariat: pressing the button asks for it.',
    approvalPost:
      'What is posted to a channel needs the approval of another member of the secretariat: pressing the button asks for it.',
    named: (names) => `The text names participants: ${names.join(', ')}. Everyone in the channel reads it.`,
    number: 'For so many people you will be asked to type their number.',
  },
  send: 'Send now',
  schedule: 'Schedule',
  edit: 'Change',
  editAudience: 'Change the audience',
  discard: 'Discard',
  status: 'Status',
  stop: 'Stop',
  resume: 'Resume',
  correct: 'Correct',
  withdraw: 'Withdraw',
  cancel: 'Cancel',
  remind: 'Remind the rest',
  more: 'More',
  numberIntroduction: (all) => `This goes to ${people(all)}. To confirm, please type that number.`,
  sent: ({ people: all, differences }) =>
    `Sending to ${people(all)} has begun.${differences === null ? '' : ` Since the preview: ${differences}.`}`,
  scheduled: (when) => `It will be sent on ${when}. Until then you can change or cancel it.`,
  proposed: (names) => `Asked for approval: ${names.join(', ')}. Nothing is sent until then.`,
  nobodyLeft: 'Nobody is left in the audience, so nothing was sent.',
  differences: (entries) => entries.map(({ why, people: some }) => `${some} ${drops[why]}`).join(', '),
  stopped: (left) => `Stopped. ${people(left)} to whom it was not sent yet will not get it. You can resume.`,
  resumed: (left) => `Resumed. ${people(left)} will still get it, and nobody gets it twice.`,
  cancelled: 'Cancelled. Nobody has got it.',
  discarded: 'The draft was discarded. Nobody has got it.',
  correctIntroduction:
    'The message of those who have it is edited, and by e-mail they get a correction. Those who have not get the new text.',
  corrected: (all) => `Corrected. The message of ${people(all)} who may have it is edited.`,
  withdrawIntroduction: (gist) =>
    `This withdraws “${gist}”: those who have it see that it was withdrawn, and nobody else gets it. It cannot be undone.`,
  withdrawn: (all) => `Withdrawn. The message of ${people(all)} who may have it is edited.`,
  reminded: (all) => `${people(all)} who have not answered will get it again.`,
  approveYes: 'Approve',
  approveNo: 'Do not approve',
  approved: 'Approved.',
  declined: 'Not approved. It will not be sent.',
  answered: (answer) => `Recorded: ${answers[answer]}. Press another button to change it.`,
  helpPassedOn: 'The secretariat was told and will get in touch with you.',
  chooseIntroduction: 'Please choose an announcement.',
  listTitle: 'Announcements',
  listEmpty: 'There are no announcements yet.',
  write: 'Write an announcement',
  audienceKept: (name) => `This audience is kept as “${name}”.`,
  statusTitle: (gist) => `Status of the announcement: ${gist}`,
  messages: ({ planned, delivered, underWay, stopped, unreachable, unknown, missed, failed, suppressed }) =>
    [
      `${planned} in all`,
      `${delivered} delivered`,
      ...(underWay > 0 ? [`${underWay} under way`] : []),
      ...(stopped > 0 ? [`${stopped} stopped`] : []),
      ...(unreachable > 0 ? [`${unreachable} unreachable`] : []),
      ...(unknown > 0 ? [`${unknown} unknown whether delivered`] : []),
      ...(missed > 0 ? [`${missed} missed`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(suppressed > 0 ? [`${suppressed} muted or no longer concerned`] : []),
    ].join(', '),
  answersLine: ({ read, attend, help, unanswered }) =>
    [
      ...(read > 0 ? [`${read} read`] : []),
      ...(attend > 0 ? [`${attend} will attend`] : []),
      ...(help > 0 ? [`${help} ${help === 1 ? 'needs' : 'need'} help`] : []),
      ...(unanswered > 0 ? [`${unanswered} not answered`] : []),
    ].join(', '),
  missingNames: (names, more) => `Not answered: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  withoutCompany: 'Without a company',
  correction: '[Correction]',
  again: '[Reminder]',
  otherLanguageOnly: 'This announcement is in Japanese only.',
  withdrawnNotice: 'This announcement was withdrawn.',
  open: 'Open the link',
  openFile: 'Open the file',
  notices: {
    approval: (by) => `${by} asks for your approval to send this announcement.`,
    approved: (gist) => `The announcement “${gist}” was approved.`,
    declined: (gist) => `The announcement “${gist}” was not approved and will not be sent.`,
    changed: (gist, differences) => `Sending of “${gist}” has begun. Since the preview: ${differences}.`,
    missed: (gist) => `The announcement “${gist}” could not begin while it was of use, and was not sent.`,
    nobody: (gist) => `Nobody is left in the audience of “${gist}”, so nothing was sent.`,
    ended: (gist, counts) => `Sending of “${gist}” is over: ${counts}.`,
    post: (gist, { place, state, isEdit }) =>
      `${isEdit ? 'Correcting' : 'Posting'} “${gist}” in “${place}”: ${(isEdit ? placesEn.editStates : placesEn.postStates)[state]}.`,
    help: (name, gist) => `${name} answered “I need help” to the announcement “${gist}”.`,
  },
  kinds: {
    message: 'announcement',
    reminder: 'announcement sent again',
    correction: 'announcement corrected or withdrawn',
    report: 'report on an announcement',
  },
  actions: {
    'announcement.compose': action(
      'Announce',
      'Writes an announcement, chooses whom it is for and when, and shows it before it is sent',
      'write an announcement',
      'new announcement',
    ),
    'announcement.audience': action(
      'Change the audience of an announcement',
      'Narrows the audience of an announcement that was not sent yet, by company, consultations or name',
    ),
    'announcement.send': action(
      'Send the announcement',
      'Sends or schedules an announcement that was shown',
      'schedule the announcement',
    ),
    'announcement.approve': action(
      'Approve the announcement',
      'Approves, as a second member of the secretariat, what goes to many people',
    ),
    'announcement.list': action(
      'Announcements',
      'Lists announcements: scheduled, being sent and sent',
      'scheduled announcements',
    ),
    'announcement.status': action(
      'Status of an announcement',
      'Shows whom an announcement reached and whom not, and the answers by company',
    ),
    'announcement.answers-file': action(
      'File of the answers to an announcement',
      'Gives the answers to an announcement, by company and person, as a file for Excel',
    ),
    'announcement.stop': action(
      'Stop the announcement',
      'Stops an announcement while it is being sent',
      'stop sending',
    ),
    'announcement.resume': action(
      'Resume the announcement',
      'Sends a stopped announcement to those who are left',
      'resume sending',
    ),
    'announcement.post-arrived': action('It is there', 'Records that an announcement is in its channel after all'),
    'announcement.post-again': action('Post again', 'Posts an announcement once more that may not be in its channel'),
    'announcement.cancel': action('Cancel the announcement', 'Cancels a scheduled announcement before it is sent'),
    'announcement.correct': action('Correct the announcement', 'Edits the message of those who have it'),
    'announcement.withdraw': action(
      'Withdraw the announcement',
      'Takes an announcement back, and sends it to nobody else',
    ),
    'announcement.remind': action(
      'Remind those who have not answered',
      'Sends an announcement again to those who have not answered it',
    ),
    'announcement.answer': action('Answer an announcement', 'Answers an announcement: read, will attend, or need help'),
  },
};
