/** How people ask for a company's card and for notes about it. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

/** No name of a company: one's own, or a company in general. */
const own = /^(?:企業|会社)の|当社|弊社|自社|うちの会社|\b(?:our|my)\b/;

const ofOwn = [
  /(?:当社|弊社|自社|うちの会社)の?(?:企業の)?台帳/,
  /\bcard of (?:our|my) company\b|\b(?:our|my) company['’]s card\b/,
];

const ofNamed = [/^\S{1,60}?の(?:企業の)?台帳/, /\bcompany card (?:of|for) \S/];

/** A company's name, without what asks for its card. */
function soughtIn(said: string, rest: string): string {
  if (own.test(said)) return '';
  const named = /^(\S{1,60}?)の(?:企業の)?台帳/.exec(said)?.[1] ?? /\bcompany card (?:of|for) (.+)$/.exec(said)?.[1];
  return (named ?? rest)
    .replace(/^[:：、,\s]+|を?(?:見せて|見たい|表示|開いて|教えて).*$|[。.\s]+$|\bplease$/g, '')
    .trim();
}

export const companyRecogniser: Recogniser = {
  sayings: [...ofOwn, ...ofNamed],
  asked: ofOwn,
  possible: true,
  read: ({ said }, rest) => {
    const sought = soughtIn(said, rest);
    return sought === '' ? {} : { sought };
  },
  examples: [
    { say: '当社の台帳を見せて' },
    { say: "show our company's card" },
    { say: 'みらい電子の台帳を見せて', input: { sought: 'みらい電子' } },
    { say: 'show the company card of Mirai Electronics', input: { sought: 'mirai electronics' } },
  ],
};

export const noteRecogniser: Recogniser = {
  sayings: [
    /(?:企業|会社)(?:について)?の?メモを?(?:書|残|追加|記録)/,
    /\b(?:write|add|take) a note (?:about|on) (?:a|the|this) company\b/,
  ],
  examples: [{ say: '企業のメモを残したい' }, { say: 'add a note about a company' }],
};

export const notesRecogniser: Recogniser = {
  sayings: [
    /(?:企業|会社)の?メモ(?:の一覧)?を?(?:見|表示|読)/,
    /\b(?:show|read|list) (?:me )?(?:the )?notes (?:about|on) (?:a|the|this) company\b/,
  ],
  possible: true,
  examples: [{ say: '企業のメモを見せて' }, { say: 'show the notes about a company' }],
};
