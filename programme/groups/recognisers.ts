/** How people ask about group work without naming an action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

export const showRecogniser: Recogniser = {
  sayings: [
    /(?:私|自分|わたし)の?グループ/,
    /グループ(?:分け)?(?:を)?(?:見せ|表示|確認|教え)/,
    /\b(?:which group am i|my group|show (?:me )?the groups)\b/,
  ],
  asked: [/(?:どの|何番の?)グループ/, /\b(?:which group|my group)\b/],
  possible: true,
  examples: [{ say: '私のグループを教えて' }, { say: 'グループ分けを見せて' }, { say: 'which group am I in?' }],
};

export const makeRecogniser: Recogniser = {
  sayings: [/グループ(?:分け)?を?(?:作っ|作成|作り|作る)/, /\b(?:make|create|form) (?:the )?groups\b/],
  absorbs: ['groups.show'],
  examples: [{ say: 'グループを作りたい' }, { say: 'please make groups' }],
};

export const rebuildRecogniser: Recogniser = {
  sayings: [/グループ(?:分け)?を?(?:組み直|組みなお|作り直)/, /\brebuild (?:the )?groups\b/],
  absorbs: ['groups.show', 'groups.make'],
  examples: [{ say: 'グループを組み直して' }, { say: 'rebuild the groups' }],
};

export const publishRecogniser: Recogniser = {
  sayings: [/グループ(?:分け)?を?(?:お知らせ|知らせ|通知|発表)/, /\b(?:publish|announce) (?:the )?groups\b/],
  absorbs: ['groups.show', 'announcement.compose'],
  examples: [{ say: 'グループをお知らせして' }, { say: 'publish the groups' }],
};

export const moveRecogniser: Recogniser = {
  sayings: [
    /グループを?(?:移し|移す|移動|入れ替え)/,
    /\bswap (?:two )?(?:people|persons) (?:in|between) (?:the )?groups\b/,
  ],
  absorbs: ['groups.show'],
  examples: [{ say: 'グループを入れ替えたい' }, { say: 'swap two people between groups' }],
};

export const facilitateRecogniser: Recogniser = {
  sayings: [
    /グループの?(?:進行役|ファシリテーター)を?(?:決め|変え|変更|替え|登録|設定)/,
    /\b(?:assign|change|set|name) (?:a |the |another )?facilitators?\b/,
  ],
  absorbs: ['groups.show'],
  examples: [{ say: 'グループの進行役を変えたい' }, { say: 'assign a facilitator' }],
};
