/** How people ask to be told when an hour frees. The tests hold to the examples. */
import type { Values } from '../../messages/message.js';
import type { Recogniser } from '../../requests/recogniser.js';
import { hoursIn } from '../bookings/find-recogniser.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(${months.join('|')})[a-z]*`;

/** `before`: the day itself is no longer wanted. */
function untilIn(said: string): Values {
  const [, m, d, word] = /(\d{1,2})月 ?(\d{1,2})日(より前|まで|までに)?/.exec(said) ?? [];
  if (m !== undefined) return { monthDay: `${m}-${d}`, ...(word === 'より前' && { before: true }) };
  const dayFirst = new RegExp(`\\b(before|by|until) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}`).exec(said);
  const monthFirst = new RegExp(`\\b(before|by|until) ${month} (\\d{1,2})`).exec(said);
  const [kind, day, name] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[1], monthFirst?.[3], monthFirst?.[2]];
  if (name === undefined) return {};
  return { monthDay: `${months.indexOf(name) + 1}-${day}`, ...(kind === 'before' && { before: true }) };
}

function read(said: string): Values {
  const { sought } = hoursIn(said);
  return { ...untilIn(said), ...(sought !== undefined && { sought }) };
}

const wishes = [
  /(?:相談(?:の)?)?(?:キャンセル|空き|枠)が(?:出|でき)(?:た|まし|次第)[^ ]*(?:教え|知らせ|お知らせ|連絡|通知).*/,
  /[^ ]*(?:空い|空き(?:が)?(?:出|でき))た(?:ら|とき|時)(?:は|に)?(?:教え|知らせ|お知らせ|連絡|通知).*/,
  /\b(?:tell|let|notify|alert|inform) (?:me|us) (?:know )?(?:when|if|as soon as) .*\b(?:frees?|free|opens?|available)\b.*/,
  /\bwatch for (?:a )?(?:free )?(?:hours?|slots?)\b.*/,
];

export const watchRecogniser: Recogniser = {
  sayings: wishes,
  // 「教えて」 asks for information, too: here for the time when there is any.
  asked: wishes,
  absorbs: ['consultation.find', 'session.register'],
  possible: true,
  read: ({ said }) => read(said),
  examples: [
    { say: '3月14日までに空いたら教えて', input: { monthDay: '3-14' } },
    { say: '佐伯先生の時間が空いたら知らせてください', input: { named: '佐伯', sought: '佐伯' } },
    { say: 'tell me when an hour frees before 14 March', input: { monthDay: '3-14', before: true } },
    {
      say: 'Tell me when an hour frees before 14 March with Saeki',
      input: { monthDay: '3-14', before: true, named: 'Saeki', sought: 'saeki' },
    },
  ],
};
