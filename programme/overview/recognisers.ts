/** How people ask for the overview and its lists without naming the actions. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

const whole = [
  /(?:プログラム|全体|現在|今)の?(?:状況|概況|様子)(?:を|は|が|の概要)/,
  /\b(?:overview|state|status) of (?:the |our |this )?programme\b|\bhow (?:is|does) (?:the|our) programme (?:going|stand)\b/,
];

export const overviewRecogniser: Recogniser = {
  sayings: whole,
  asked: whole,
  possible: true,
  examples: [
    { say: '概況を見せて' },
    { say: 'プログラムの状況を教えて' },
    { say: 'show the overview of the programme' },
    { say: 'how is the programme going?' },
  ],
};
