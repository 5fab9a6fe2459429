/** How people ask who looks after whom without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

const without = /(?:担当|アドバイザー)(?:者)?の?(?:が)?(?:いない|ない|なし)|\bwithout (?:an )?advis[eo]r/;

const ofCompany = /^(.{1,60}?)の(?:企業の)?担当(?:者|アドバイザー)?(?:は|を)?(?:誰|だれ|どなた)?/;
const whoAdvises = /\bwho (?:advises|looks after|is the advis[eo]r (?:of|for))(?: the company)? (.{1,60})$/;

/** Words that are no name of a company. */
const noName = /^(?:企業|会社|各社|各企業|うち|弊社|当社|わたし|私|us|me|whom|which company|my company|our company)$/;

function soughtIn(said: string): string {
  const found = (ofCompany.exec(said)?.[1] ?? whoAdvises.exec(said)?.[1] ?? '').trim();
  return noName.test(found) ? '' : found;
}

export const listRecogniser: Recogniser = {
  sayings: [
    /担当(?:者|アドバイザー|の(?:先生|方|人|アドバイザー))(?:は|を|の)?(?:誰|だれ|どなた|一覧|教えて|見せて|$| )/,
    /担当(?:は|を)(?:誰|だれ|どなた)/,
    without,
    /\bwho (?:advises|looks after|is (?:the|our|my) advis[eo]r)\b/,
  ],
  possible: true,
  read: ({ said }) => {
    if (without.test(said)) return { unadvised: true };
    const sought = soughtIn(said);
    return sought === '' ? {} : { sought };
  },
  examples: [
    { say: '企業の担当者は' },
    { say: '担当アドバイザーは誰ですか' },
    { say: 'Who advises us?' },
    { say: '担当のいない企業', input: { unadvised: true } },
    { say: 'Which companies are without an adviser?', input: { unadvised: true } },
    { say: 'Who advises Momotaro?', input: { sought: 'momotaro' } },
  ],
};

export const companiesRecogniser: Recogniser = {
  sayings: [
    /担当(?:して(?:い)?る)?(?:の)?企業(?:を|は)?(?:見せて|教えて|どこ|一覧|$| )/,
    /\bcompanies (?:that |do )?i (?:advise|look after)\b/,
  ],
  asked: [
    /担当(?:して(?:い)?る)?(?:の)?(?:企業|会社).{0,12}(?:回答|登録|申し?込)/,
    /\b(?:registered|answered|answers?|attends?|coming)\b.{0,30}\bmy companies\b/,
    /\bmy companies\b.{0,30}\b(?:registered|answered|answers?|attend(?:s|ing)?|coming)\b/,
  ],
  possible: true,
  examples: [
    { say: '担当企業を見せて' },
    { say: 'my companies' },
    { say: 'Which companies do I look after?' },
    { say: 'Who has registered from my companies?' },
    { say: 'Have my companies answered?' },
    { say: '担当企業の登録状況はどうですか' },
  ],
};

export const assignRecogniser: Recogniser = {
  sayings: [
    /担当(?:者|アドバイザー)?を(?:決め|割り?当て)(?:たい|ます|て)|[^ ]{2,}の担当(?:者|アドバイザー)?を[^ ]{0,20}(?:にし|に変え|に変更し|変え|変更し)(?:たい|ます|て)/,
    /\bassign (?:an? )?advis[eo]r|\bassign (?!me\b|my\b|an?\b)[a-z][a-z' -]{0,40} to\b.*/,
  ],
  examples: [
    { say: 'ミナト精密の担当を変えたい' },
    { say: 'Assign Majima to Minato' },
    { say: '担当を決めたい' },
    { say: 'assign an adviser' },
  ],
};

export const withdrawRecogniser: Recogniser = {
  sayings: [
    /担当(?:から)?(?:(?:[^ 、。]{1,20})?を)?(?:外し|はずし|解除し)(?:たい|ます|て)/,
    /\b(?:withdraw|remove) (?:an? |the )?advis[eo]r|\b(?:withdraw|take) (?!my\b|the\b|an?\b|some\b|free\b|me\b)[a-z][a-z' -]{0,40} (?:from|off) (?!the (?:list|session))[a-z].*|\bmust not advise\b.*/,
  ],
  examples: [
    { say: '担当から外したい' },
    { say: '桃太郎電子の担当から三浦先生を外したい' },
    { say: 'Withdraw Makino from Minato' },
    { say: 'withdraw an adviser' },
  ],
};
