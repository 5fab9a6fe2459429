/** What each action is called in English: its title, one line on what it does, and the words that ask for it. */
import type { ActionTexts } from '../ja/actions.js';
import type { ActionName } from '../texts.js';

function action(title: string, help: string, ...words: readonly string[]): ActionTexts {
  return { title, help, words: [title, ...words] };
}

export const actions: Record<ActionName, ActionTexts> = {
  'home.show': action('Menu', 'Shows your schedule and the menu', 'home', 'hello', 'hi', 'start'),
  'help.show': action('Help', 'Lists what you can do here', 'what can you do'),
  'member.link': action(
    'Enter invitation code',
    'Registers you with the code from the secretariat',
    'invitation code',
    'code',
  ),
  'member.language': action(
    'Change language',
    'Switches between Japanese and English',
    'language',
    'Japanese',
    'English',
  ),
  'member.settings': action('Settings', 'Changes your language and time zone', 'time zone'),
  'member.invite': action(
    'Issue invitation code',
    'Issues a code to hand to a participant, adviser or colleague',
    'invite',
  ),
  'programme.choose': action('Choose programme', 'Switches the programme you look at', 'programme'),
  'session.list': action('Sessions', 'Shows the sessions that concern you and your answers', 'list', 'schedule'),
  'session.show': action('Details', 'Shows when, where and what a session is', 'show'),
  'session.register': action('Register', 'Registers you or a colleague for a session', 'sign up', 'attend'),
  'session.change-mode': action('Change mode', 'Switches between on site and online', 'switch'),
  'session.cancel': action('Cancel registration', 'Cancels a registration or a place on the waitlist', 'cancel'),
  'session.decline': action('Will not attend', 'Answers that you will not attend', 'decline', 'absent'),
  'session.substitute': action('Send a substitute', 'Registers a colleague in your place', 'substitute'),
  'session.check-in': action('Check in', 'Takes the check-in code shown in the room'),
  'session.join': action('Join online', 'Records your attendance and shows the link', 'join', 'open the meeting'),
  'session.create': action('Create session', 'Creates a new session', 'new session'),
  'session.change': action(
    'Change session',
    'Changes date, venue, capacity and so on, and tells everyone concerned',
    'change',
  ),
  'session.call-off': action('Call off session', 'Calls a session off and tells everyone registered', 'call off'),
  'session.attendees': action(
    'Attendees',
    'Shows who comes, how, from which company, and who has not answered',
    'who comes',
  ),
  'session.attendees-file': action(
    'Attendees as Excel',
    'Hands you who comes, how, from which company, and who has not answered, as an Excel file',
    'attendees file',
    'attendee list as Excel',
    'file of attendees',
  ),
  'session.record': action('Record attendance', 'Records or corrects who came and how', 'record'),
  'session.walk-in': action('Record walk-in', 'Records someone who came without registering', 'walk-in'),
  'session.history': action('Attendance history', 'Shows how attendance records were corrected', 'history'),
  'session.check-in-code': action('Check-in code', 'Shows the code to put up in the room'),
};
