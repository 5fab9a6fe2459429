/** How the secretariat asks for the report's photographs without naming the actions. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const absorbs = ['report.make', 'report.session', 'report.narrative'];

export const addPhotographsRecogniser: Recogniser = {
  sayings: [
    /(?:報告書(?:に|へ|の|用の?)|開催回の|当日の).{0,12}(?:写真|画像)(?:を|も)?(?:載せ|入れ|追加|掲載|貼|添え|使)/,
    /(?:写真|画像)を?(?:実施)?報告書(?:に|へ|用に)(?:載せ|入れ|追加|掲載|貼|添え|使)/,
    /\b(?:add|put|include|use|insert) (?:a |an |the |these |this |some |my )?(?:photos?|photographs?|pictures?)\b.{0,30}\b(?:in(?:to)?|to|for) (?:the |our )?(?:implementation |final )?report\b/,
    /\b(?:photos?|photographs?|pictures?) (?:for|of .{1,30} for) (?:the |our )?(?:implementation |final )?report\b/,
  ],
  absorbs,
  examples: [
    { say: '報告書に写真を載せたい' },
    { say: '写真を報告書に追加してください' },
    { say: 'put these photos into the report' },
    { say: 'photographs for the report' },
  ],
  counterExamples: ['show the photographs of the report', '報告書の写真を見せて'],
};

export const listPhotographsRecogniser: Recogniser = {
  sayings: [
    /報告書の(?:写真|画像)(?:の?一覧)?(?:を|は)?(?:見|表示|確認|一覧|どれ|どんな)/,
    /\b(?:show|list|see|view)(?: me)? (?:all )?(?:the )?(?:photos?|photographs?|pictures?) (?:of|in) the (?:implementation |final )?report\b/,
  ],
  asked: [
    /報告書の(?:写真|画像)/,
    /\b(?:photos?|photographs?|pictures?) (?:are )?in the (?:implementation |final )?report\b/,
  ],
  absorbs,
  possible: true,
  examples: [{ say: '報告書の写真を見せて' }, { say: 'show the photographs of the report' }],
};

export const changePhotographRecogniser: Recogniser = {
  sayings: [
    /報告書の(?:写真|画像)の?(?:説明|キャプション|順番|順序|並び)(?:文)?(?:を|の)?(?:書|入力|編集|変|直|修正|入れ)/,
    /\b(?:write|edit|enter|change|correct) (?:a |the )?(?:captions?|order) of (?:a |the )?(?:report['’]s? )?(?:photos?|photographs?|pictures?)\b/,
  ],
  absorbs: [...absorbs, 'report.photographs'],
  examples: [{ say: '報告書の写真の説明を直したい' }, { say: 'change the caption of a photograph' }],
};

export const removePhotographRecogniser: Recogniser = {
  sayings: [
    /報告書(?:の|から)(?:写真|画像)を?.{0,8}(?:外|削除|取り下げ|消|除)/,
    /(?:写真|画像)を(?:実施)?報告書から(?:外|削除|取り下げ|消|除)/,
    /\b(?:take|remove|delete)(?: out)? (?:a |the |this |that )?(?:photos?|photographs?|pictures?)(?: out)? (?:of|from|in) the (?:implementation |final )?report\b/,
  ],
  absorbs: [...absorbs, 'report.photographs'],
  examples: [{ say: '報告書から写真を外したい' }, { say: 'remove a photograph from the report' }],
};
