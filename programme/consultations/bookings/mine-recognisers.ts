/** How people ask for their consultations, to see, to move or to cancel one. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

export const mineRecogniser: Recogniser = {
  sayings: [
    /(?:個別)?相談(?:は|が|を)?(?:あと|残り)|残り(?:の)?(?:相談)?回数/,
    /予約(?:した|している|済みの)(?:個別)?相談|(?:個別)?相談の予約(?:を|は)?(?:確認|見せて|一覧|教えて)/,
    /\b(?:my|our) (?:booked |coming |next )?consultations?\b|\bhow many consultations\b/,
  ],
  absorbs: ['consultation.find'],
  possible: true,
  examples: [
    { say: '予約した相談を見せて' },
    { say: '相談の予約を確認したい' },
    { say: 'our consultations' },
    { say: 'How many consultations are left?' },
  ],
};

const change = '(?:変更|変え|移|ずら|動か|リスケ)';

export const moveRecogniser: Recogniser = {
  sayings: [
    new RegExp(
      `相談(?:の)?(?:予約|日時|時間|日程)?(?:を|の)?(?:別の(?:日|時間)に)?${change}(?:し|え|せ)?(?:たい|ます|て|られ|もらえ)?`,
    ),
    /\b(?:move|reschedule|postpone|change) (?:my |our |the |a )?consultation\b/,
  ],
  absorbs: ['consultation.find', 'consultation.mine', 'session.change', 'session.change-mode'],
  possible: true,
  examples: [
    { say: '相談の日時を変更したい' },
    { say: '相談を変更したいです' },
    { say: 'reschedule our consultation' },
  ],
};

export const addFilesRecogniser: Recogniser = {
  sayings: [
    /相談(?:の|に)?(?:資料|ファイル)を(?:追加|送|添付|渡)[^ ]*/,
    /(?:資料|ファイル)を(?:追加し|添付し)(?:たい|ます|て)[^ ]*/,
    /\b(?:add|attach|send) (?:some |the |a |our |my |more )?(?:files?|documents?|materials?) (?:to|for) (?:the |our |my |a )?consultation\b/,
  ],
  absorbs: ['consultation.find', 'consultation.mine', 'file.about'],
  possible: true,
  examples: [
    { say: '相談の資料を追加したい' },
    { say: '個別相談に資料を送りたいです' },
    { say: 'I want to add a file to our consultation' },
  ],
  counterExamples: ['資料はどこですか'],
};

const undo = '(?:取り?消|取りやめ|キャンセル|やめ)';

export const cancelBookingRecogniser: Recogniser = {
  sayings: [
    new RegExp(`相談(?:の)?(?:予約)?(?:を|の)?${undo}(?:し)?`),
    /\bcancel (?:my |our |the |a )?(?:booked )?consultation\b/,
  ],
  absorbs: ['consultation.find', 'consultation.mine', 'session.cancel', 'session.register'],
  possible: true,
  examples: [
    { say: '相談の予約を取り消したい' },
    { say: '相談をキャンセルしたい' },
    { say: 'cancel our consultation' },
  ],
};
