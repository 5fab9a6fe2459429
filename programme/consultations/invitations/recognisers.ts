/** How people ask for the calendar file of a consultation. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

export const calendarRecogniser: Recogniser = {
  sayings: [
    /相談(?:の予定)?(?:を|の)(?:カレンダー|招待|予定表に)[^ ]*/,
    /\b(?:consultation|booking)\b.*\bcalendar\b|\b(?:calendar (?:file|entry)|invitation) (?:of|for) (?:my|our|the) (?:next )?(?:consultation|booking)\b/,
  ],
  absorbs: ['session.calendar', 'file.about', 'member.invite', 'consultation.mine'],
  possible: true,
  examples: [
    { say: '相談のカレンダーファイルをください' },
    { say: '相談の招待を送って' },
    { say: 'the invitation for our consultation' },
    { say: 'put our consultation into my calendar' },
  ],
};
