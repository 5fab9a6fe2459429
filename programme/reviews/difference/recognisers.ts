/** How people ask what changed between versions, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const changed: readonly RegExp[] = [
  /(?:版|原稿|方針|ドラフト)の(?:変更点|違い|差分|比較)[^ ]*|(?:前|前回)の(?:版|原稿)(?:と|から)の?(?:違い|変更点|差|比較)[^ ]*/,
  /(?:原稿|方針)の?(?:どこ|何)が変わ[^ ]*/,
  /\bwhat (?:has |have )?changed (?:in|since|between) (?:the |our |my )?(?:last |previous |earlier )?(?:draft|version)s?\b/,
  /\b(?:difference|changes) between (?:the |our )?(?:two |last )?(?:drafts|versions)\b|\bcompare (?:the |our |two )?(?:drafts|versions)\b/,
];

export const differenceRecogniser: Recogniser = {
  sayings: changed,
  asked: changed,
  absorbs: ['session.changes'],
  possible: true,
  examples: [
    { say: '前の版との違いを見たい' },
    { say: '原稿の変更点は?' },
    { say: 'what changed since the last version?' },
    { say: 'compare the versions' },
  ],
};
