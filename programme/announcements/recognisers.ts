/** How the secretariat asks for announcements without naming the action. The tests hold to the examples. */
import type { Values } from '../messages/message.js';
import type { Recogniser, Sentence } from '../requests/recogniser.js';
import { spokenAudience } from './spoken-audience.js';

/** "announce to everyone who has not answered MSM-1: Please …": whom before the colon, and what after it. */
const whole = /^\s*(?:please\s+)?(?:announce(?:ment)?\b|お知らせ)([^:：\n]{0,200})[:：]\s*(\S[\s\S]*)$/iu;

function readWhole({ text }: Sentence): Values | null {
  const [, whom, said] = whole.exec(text) ?? [];
  if (whom === undefined || said === undefined) return null;
  const { input, isClear } = spokenAudience(whom);
  // Whom it cannot tell is asked about, not guessed.
  return { ...input, said: said.trim(), ...(!isClear && { unclear: true }) };
}

export const composeRecogniser: Recogniser = {
  // 「お知らせ」 within a sentence speaks of one that came.
  onlyAlone: true,
  alone: readWhole,
  sayings: [
    // 「お知らせ」, without the polite お.
    /お?知らせ(?:を|の)(?:一斉)?(?:作成|配信|送信|送り|送っ|出し|出す|書き|書い)(?!を?(?:停止|止|取り?消|やめ))[^ ]*/,
    /一斉(?:配信|送信|連絡)[^ ]*/,
    /\b(?:make|write|send|post|publish) (?:an? |the )?announcement\b/,
  ],
  examples: [
    {
      say: 'announce to everyone who has not answered MSM-1: Please answer by Friday.',
      input: { session: 'MSM-1', answers: ['unanswered'], said: 'Please answer by Friday.' },
    },
    {
      say: 'お知らせ MSM-1に未回答の方へ: 金曜日までにご回答ください。',
      input: { session: 'MSM-1', answers: ['unanswered'], said: '金曜日までにご回答ください。' },
    },
    {
      say: 'announce to companies that have not submitted their human rights policy yet: It is due on Friday.',
      input: { stages: ['not_submitted'], said: 'It is due on Friday.' },
    },
    {
      say: 'お知らせ 人権方針が未提出の企業の皆様へ: 期限は金曜日です。',
      input: { stages: ['not_submitted'], said: '期限は金曜日です。' },
    },
    {
      say: 'お知らせ 要修正の企業へ: ご相談ください。',
      input: { stages: ['to_be_revised'], said: 'ご相談ください。' },
    },
    {
      say: 'announce to companies whose policy is in review: Please wait.',
      input: { stages: ['in_review'], said: 'Please wait.' },
    },
    { say: 'announce to all advisers: Thank you.', input: { roles: ['adviser'], said: 'Thank you.' } },
    { say: 'announce to Mr Tanaka: Thank you.', input: { said: 'Thank you.', unclear: true } },
    { say: 'お知らせを配信したい' },
    { say: 'I would like to make an announcement' },
  ],
};
