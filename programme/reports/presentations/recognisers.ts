/** How the secretariat asks for the presentations of companies without naming the actions. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const absorbs = ['report.make', 'report.session', 'report.narrative'];

export const keepPresentationRecogniser: Recogniser = {
  sayings: [
    /(?:発表|プレゼン)の?(?:資料|スライド|ファイル)を?(?:報告書に|報告書へ)?(?:載せ|入れ|追加|保存|登録|差し替え)/,
    /\b(?:keep|add|save|store|replace) (?:the |a |this )?(?:file of (?:the |a )?presentation|presentation file|slides|presentation slides)\b/,
  ],
  absorbs,
  examples: [{ say: '発表資料を載せたい' }, { say: 'add a presentation file' }],
};

export const listPresentationsRecogniser: Recogniser = {
  sayings: [
    /(?:発表|プレゼン)の?(?:資料|スライド|ファイル)の?(?:一覧)?を?(?:見せ|表示|確認|一覧|見たい)/,
    /\b(?:show|list|see|view)(?: me)? (?:all )?(?:the )?(?:presentation files|presentations of (?:the )?companies|companies['’] presentations)\b/,
  ],
  asked: [/(?:発表|プレゼン)の?(?:資料|スライド)/, /\bpresentation files\b/],
  absorbs,
  possible: true,
  examples: [{ say: '発表資料の一覧を見せて' }, { say: 'show the presentation files' }],
};

export const removePresentationRecogniser: Recogniser = {
  sayings: [
    /(?:発表|プレゼン)の?(?:資料|スライド|ファイル)を?(?:報告書から)?(?:外|削除|取り下げ|消|除)/,
    /\b(?:take out|remove|delete) (?:a |the |this )?(?:presentation file|file of (?:the |a )?presentation|slides)\b/,
  ],
  absorbs: [...absorbs, 'report.presentations'],
  examples: [{ say: '発表資料を外したい' }, { say: 'remove a presentation file' }],
};
