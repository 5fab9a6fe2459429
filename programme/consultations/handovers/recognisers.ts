/** How people ask for the actions about handing over without naming them. */
import type { Recogniser } from '../../requests/recogniser.js';

export const handOverRecogniser: Recogniser = {
  sayings: [
    /(?:相談|予約|担当)を(?:ほかの|他の|別の)?(?:人|方|先生|アドバイザー)?[へに]?(?:引き?継|代わって|交代)[^ ]*/,
    /\bhand (?:over )?(?:a|my|the|this) (?:consultation|booking)\b/,
  ],
  examples: [{ say: '相談を引き継いでほしい' }, { say: 'I want to hand over my consultation' }],
};

export const awayRecogniser: Recogniser = {
  sayings: [
    /(?:体調不良|体調が悪|熱が出|病気)[^ ]*(?:相談|休)[^ ]*/,
    /相談を(?:全部|すべて|まとめて)?(?:休み|休む|休ませ)[^ ]*/,
    /\bi(?: am|'m) (?:ill|sick)(?: today| tomorrow)?\b.*\bconsultations?\b|\bmove all (?:my )?consultations\b/,
  ],
  examples: [{ say: '体調不良のため相談を休みます' }, { say: 'Please move all my consultations' }],
};
