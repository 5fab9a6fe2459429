/** How people ask for the actions about hours without naming them, and the days and times that they say. */
import type { Recogniser } from '../../requests/recogniser.js';
import { aboutOwn } from '../bookings/mine-recognisers.js';
import { hourWords, spokenHours } from './spoken-hours.js';

/** An hour that people speak of: 枠 alone is one. */
const hour = '(?:相談)?(?:の)?(?:枠|コマ)';

export const offerRecogniser: Recogniser = {
  sayings: [
    new RegExp(`${hour}[をが](?:出し|出す|だし|作り|作成|設け|開け|開き|登録|追加|入れ)[^ ]*`),
    /相談(?:を|は)?(?:受けられます|受け付けます|対応できます)/,
    /\boffer\b(?! (?:me|us|to)\b)/,
    // A pattern that says how long one takes is one of hours.
    /\b(?:one|an|half an) hour each\b|\b(?:min(?:ute)?s?) (?:each|between)\b|(?:1時間|\d+分)ずつ|\bi can do\b.*\d/,
    /\bi(?: am|'m) (?:free|available) (?:on|for consultations)\b/,
  ],
  absorbs: ['session.list'],
  read: ({ text }) => spokenHours(text),
  uses: hourWords,
  readsDates: true,
  examples: [
    { say: 'offer hours' },
    {
      say: 'I can do 4 February 13:00-14:00 online',
      input: { spokenDay: '2-4', from: '13:00', to: '14:00', method: 'online' },
    },
    {
      say: '2月の火曜、13:00〜17:00、1時間ずつ、10分あけて',
      input: { spokenMonth: 2, weekdays: ['2'], from: '13:00', to: '17:00', length: '60', between: '10' },
    },
    {
      say: 'offer-hours every tuesday 10:00-12:00 online',
      input: { weekdays: ['2'], from: '10:00', to: '12:00', method: 'online' },
    },
    {
      say: 'offer 4 February 13:00-14:00 online',
      input: { spokenDay: '2-4', from: '13:00', to: '14:00', method: 'online' },
    },
    {
      say: '2月4日 13時から14時で枠を出したい',
      input: { spokenDay: '2-4', from: '13:00', to: '14:00' },
    },
    {
      say: 'Offer Tuesdays and Thursdays in February, 13:00–17:00, one hour each, ten minutes between, online',
      input: {
        ...{ spokenMonth: 2, weekdays: ['2', '4'], from: '13:00', to: '17:00', length: '60', between: '10' },
        method: 'online',
      },
    },
    {
      say: '2月の火曜と木曜、13:00〜17:00、60分ずつ、間隔10分で相談枠を登録したい',
      input: { spokenMonth: 2, weekdays: ['2', '4'], from: '13:00', to: '17:00', length: '60', between: '10' },
    },
  ],
  counterExamples: ['What do you offer me?', '枠は空いていますか'],
};

export const withdrawRecogniser: Recogniser = {
  sayings: [
    new RegExp(`${hour}を(?:取り?下げ|取り?消し|引っ込め|消し|削除|なくし)[^ ]*`),
    /\b(?:withdraw|take back|remove) (?:some |an? |the |my )?(?:free )?(?:hours?|slots?)\b.*/,
  ],
  absorbs: ['session.cancel'],
  examples: [
    { say: '枠を取り下げたい' },
    { say: '3月4日 13:00の枠を取り消したい' },
    { say: 'I would like to withdraw some hours' },
  ],
};

/** What companies and the secretariat ask for in the same words. */
const elsewhere: ReadonlySet<string> = new Set(['consultation.find', 'consultation.mine', 'consultation.overview']);

/** What the person does today or this week; of others it is the overview. */
const ownDays = /^(?:今日|本日|今週)の(?:私の|自分の)?予定/;

export const agendaRecogniser: Recogniser = {
  sayings: [
    /(?:今日|本日|今週|次)の(?:個別)?(?:相談|予約)|^(?:私|自分)の(?:相談)?枠(?:を|は)?(?:見せて|見たい|一覧|$| )/,
    /\bmy (?:next )?bookings?\b|\bwho do i (?:see|meet) next\b|\bwhich company is next\b/,
    /\bmy (?:next )?(?:consultations?|hours|slots)\b.*(?:today|this week|$)/,
  ],
  asked: [
    ...aboutOwn,
    /記録が(?:まだ|ない|未記入)|\brecords (?:are|is) (?:still )?missing\b/,
    /\b(?:which|what) (?:are|is) my (?:next )?consultations?\b.*/,
  ],
  // To those who look for no hour and book none, the same words mean what they offer and hold.
  insteadOf: ({ action, mayTake }, { said }) =>
    (action === 'home.show' && ownDays.test(said)) || (elsewhere.has(action) && !mayTake),
  possible: true,
  examples: [
    { say: '今日の予定' },
    { say: '今週の相談は?' },
    { say: '本日の相談を見せて' },
    { say: 'my hours' },
    { say: '私の枠' },
    { say: 'who do I see next?' },
    { say: 'Which are my consultations today?' },
  ],
};
