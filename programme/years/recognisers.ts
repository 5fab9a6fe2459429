/** How the secretariat asks for a further year of its programme without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

export const copyRecogniser: Recogniser = {
  sayings: [
    /(?:来年度|来期|次年度|次期|来年|翌年度)の?(?:新しい)?プログラム(?:を|の)?.*(?:作|複製|コピー|準備)[^ ]*/,
    /プログラムを?(?:複製|コピー)[^ ]*/,
    /(?:今年度|今期|このプログラム)(?:から|をもとに|を元に).*(?:来年度|来期|次年度|新しいプログラム).*(?:作|準備)[^ ]*/,
    /\b(?:copy|duplicate|clone) (?:this|the|our) programme\b.*/,
    /\b(?:make|create|start|prepare) (?:a|the|our) (?:new )?programme (?:from this one|for next year|for the next year)\b/,
    /\bnext year['’]?s programme\b.*/,
  ],
  // “Programme” alone chooses one.
  absorbs: ['programme.choose', 'programme.export'],
  possible: true,
  examples: [
    { say: '来年度のプログラムを今年度から作りたい' },
    { say: 'このプログラムをコピーして' },
    { say: 'copy this programme for next year' },
    { say: 'please make the programme for next year' },
  ],
  counterExamples: ['プログラムを切り替えたい', 'show me the programme'],
};

export const openRecogniser: Recogniser = {
  sayings: [
    /(?:新しい|来年度の|次年度の)?プログラムの?開始を?(?:案内|知らせ|通知|告知)[^ ]*/,
    /\bannounce (?:the|our) (?:new )?programme\b/,
  ],
  absorbs: ['programme.choose', 'announcement.create'],
  examples: [{ say: '新しいプログラムの開始を案内して' }, { say: 'announce the new programme' }],
};
