/** How people ask to write a record, or to look at what is to be done, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

/** 「録: …」 and "record: …": what follows is the advice, as it was typed. */
const asText = /^\s*(?:録|記録|rec(?:ord)?)\s*[:：]\s*(\S[\s\S]*)$/iu;
const noteText = /^\s*(?:メモ|自分(?:用の?)?メモ|(?:private )?note|memo)\s*[:：]\s*(\S[\s\S]*)$/iu;

/** Of a consultation: nobody of the company was there. */
const nobodyCame =
  /(?:企業|会社|相手|先方)(?:の方|の皆さん)?(?:が|は)(?:誰も)?(?:来|お見え|現れ|いらっしゃ|参加)[^ ]{0,4}(?:ません|なか)|\b(?:company|they|nobody|no one) (?:did not|didn't|never|has not|hasn't) (?:come|came|show|join|appear|turn)|\b(?:nobody|no one) (?:came|showed|joined)/;

export const recordRecogniser: Recogniser = {
  alone: ({ text }) => {
    const advice = asText.exec(text)?.[1];
    return advice === undefined ? null : { outcome: 'held', advice: advice.trim() };
  },
  sayings: [
    /(?:相談|面談)(?:の)?記録を(?:書|入力|付け|つけ|残)/,
    /記録を(?:書き|入力し|付け|つけ|残し)(?:たい|ます)|^記録(?:を)?したい/,
    /記録(?:を|の)(?:直|訂正|修正|書き直)[^ ]*/,
    /\b(?:write|enter|add) (?:the |a |my )?(?:consultation )?record\b/,
  ],
  refusals: [nobodyCame],
  // Attendance is the secretariat's to record.
  insteadOf: ({ action, mayTake }) => action === 'session.record' && !mayTake,
  read: ({ said }) => (nobodyCame.test(said) ? { outcome: 'company_absent' } : {}),
  examples: [
    { say: '企業の方が来ませんでした', input: { outcome: 'company_absent' } },
    { say: 'The company did not come', input: { outcome: 'company_absent' } },
    { say: '相談の記録を書きたい' },
    {
      say: '録: 苦情処理の条文を見直し、次回までに案を作る',
      input: { outcome: 'held', advice: '苦情処理の条文を見直し、次回までに案を作る' },
    },
    { say: 'Record: went through the draft', input: { outcome: 'held', advice: 'went through the draft' } },
    { say: 'I want to write the record' },
    { say: '記録を訂正したい' },
  ],
  counterExamples: ['録', '記録を見せて'],
};

export const noteRecogniser: Recogniser = {
  // “note” is a word of many sentences.
  onlyAlone: true,
  alone: ({ text }) => {
    const written = noteText.exec(text)?.[1];
    return written === undefined ? null : { text: written.trim() };
  },
  sayings: [
    // The form shows the earlier ones.
    /(?:自分(?:用)?の|相談の)?メモを(?:書|残|見|読)/,
    /\b(?:write|add) (?:a |my )?(?:private )?note\b|\b(?:show|see|read) (?:me )?my (?:private )?notes?\b/,
  ],
  absorbs: ['session.show'],
  examples: [
    { say: 'メモを書きたい' },
    { say: 'メモ: 社長は慎重', input: { text: '社長は慎重' } },
    { say: 'note: the president hesitates', input: { text: 'the president hesitates' } },
    { say: 'Write a private note' },
    { say: 'private note: the president hesitates', input: { text: 'the president hesitates' } },
    { say: '自分のメモを見たい' },
    { say: 'show my notes' },
  ],
};

export const tickOffRecogniser: Recogniser = {
  onlyAlone: true,
  sayings: [
    /(?:次に行うこと|やること|宿題|課題)(?:を|が)?(?:終え|終わ|済|完了|でき)[^ ]*|宿題(?:は|って|を)?(?:何|見|教|一覧)[^ ]*/,
    /\b(?:our|my|the|open) (?:next actions?|to-?dos?|homework)\b|\b(?:tick off|mark) .{1,40} (?:as )?done\b/,
  ],
  asked: [/宿題(?:は|って|を)?(?:何|なん)[^ ]*|\bwhat (?:are|is) (?:our|my|the) (?:next actions?|to-?dos?|homework)\b/],
  examples: [{ say: 'やることを終えました' }, { say: '宿題は何でしたっけ' }, { say: 'our next actions' }],
};
