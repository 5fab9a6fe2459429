/** How companies report approvals and publications, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

export const approveRecogniser: Recogniser = {
  sayings: [
    /(?:方針|提出物)(?:が|は|を)?(?:[^ ]{0,12}で)?(?:承認|決議|決裁)(?:され|し|を得|を受け|いただ)[^ ]*/,
    /(?:取締役会|経営会議|社長|役員会)(?:が|で|に|の)(?:[^ ]{0,8})(?:承認|決議|決裁)(?:され|し|を得|を受け|いただ)[^ ]*/,
    /\b(?:board|management|president|ceo) (?:has |have )?(?:approved|adopted|signed)\b/,
    /\b(?:policy|it) (?:was|has been|is) (?:approved|adopted) by\b/,
  ],
  examples: [
    { say: '人権方針が取締役会で承認されました' },
    { say: 'The board has approved our policy' },
    { say: 'our policy was approved by the board' },
  ],
};

export const publishRecogniser: Recogniser = {
  sayings: [
    /(?:方針|提出物)(?:が|は|を)?(?:[^ ]{0,16}に)?(?:公開|公表|掲載)(?:され|し|いた)[^ ]*/,
    /\b(?:we|i) (?:have )?(?:published|posted|put up) (?:our |the )?(?:human rights )?policy\b/,
    /\bpolicy (?:is|was|has been) (?:published|online)\b/,
  ],
  examples: [
    { say: '人権方針を公開しました' },
    { say: '方針をホームページに掲載しました' },
    { say: 'We have published our policy' },
  ],
};

export const takeBackRecogniser: Recogniser = {
  sayings: [
    /(?:承認|公開)の報告を(?:取り消|取消|訂正|直)[^ ]*/,
    /\b(?:take back|withdraw|undo|correct) (?:the |our )?report (?:of|about|on) (?:the |our )?(?:approval|publication)\b/,
  ],
  examples: [{ say: '承認の報告を取り消したい' }, { say: 'take back the report of the approval' }],
};
