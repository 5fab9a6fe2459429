/** The scenarios of the playground's page: in which instant of the sample programme each one stands, and what its card says. */
import type { ScenarioCard } from '../page/protocol.js';
import type * as besidePlan from '../pilot/beside-plan.js';
import type { PilotPlan, PilotSession } from '../pilot/plan.js';
import type { PilotStep } from '../pilot/play.js';

export interface ScenarioDefinition {
  readonly card: ScenarioCard;
  /** Where the clock stands in the end. */
  readonly until: Date;
  /** Colleagues who are not planned to come have not opened the assistant yet; it is also loaded in half of the time. */
  readonly onlyThosePlanned?: boolean;
  /** What is played beside the plan, by what the pilot offers for it. */
  readonly more: (plan: PilotPlan, offered: typeof besidePlan) => readonly PilotStep[];
}

/** Monday of the week in which registration for the first session closes. */
export const firstMorning = new Date('2024-10-28T10:00:00+09:00');

export const scenarioDefinitions: readonly ScenarioDefinition[] = [
  {
    card: {
      id: 'first-morning',
      title: { ja: '最初の朝', en: 'The first morning' },
      description: {
        ja: '2024年10月28日(月) 10:00。サンプルのプログラムを取り込んだばかりで、まだ誰もアシスタントを開いておらず、参加登録もありません。はじめからやり直したいときに選んでください。',
        en: 'Monday, 28 October 2024, 10:00: the sample programme has just been imported. Nobody has opened the assistant yet, and nobody has registered. Choose this to begin again from the beginning.',
      },
    },
    until: firstMorning,
    more: () => [],
  },
  {
    card: {
      id: 'registration-week',
      title: { ja: '参加登録の週', en: 'Registration week' },
      description: {
        ja: '2024年10月30日(水) 10:00。第1回セミナーの登録締切まであと2日です。22名が登録済みで会場は満席、2名がキャンセル待ちをしています。登録・変更・キャンセル、同僚の代理登録を試せます。会場の席を1つ取り消すと、待っている方が繰り上がります。',
        en: 'Wednesday, 30 October 2024, 10:00: two days before registration for the first seminar closes. 22 people have registered, the room is full and two people wait. Register, change, cancel, or act for a colleague; cancel one place in the room, and the first who waits moves up.',
      },
    },
    until: new Date('2024-10-30T10:00:00+09:00'),
    onlyThosePlanned: true,
    more(plan, { roomBecomesFull, twoWait, someRegister }) {
      const [seminar, seminarNumber] = sessionOf(plan, 'MSM-1');
      const [workshop, workshopNumber] = sessionOf(plan, 'MSM-2');
      return [
        roomBecomesFull(new Date('2024-10-30T09:00:00+09:00'), seminar, seminarNumber),
        twoWait(new Date('2024-10-30T09:20:00+09:00'), seminar),
        someRegister(new Date('2024-10-30T09:40:00+09:00'), workshop, workshopNumber, 4),
      ];
    },
  },
  {
    card: {
      id: 'consultation-season',
      title: { ja: '個別相談の時期', en: 'Consultation season' },
      description: {
        ja: '2025年2月17日(月) 10:00。アドバイザー3名が2月と3月の相談枠を登録し、個別相談9件が終わって記録され、4件が予約されています。参加者になって「相談を予約」と送り、空いている時間を予約してみてください。アドバイザーを隣に開いておくと、すぐに知らせが届きます。アドバイザーの「相談の予定表」からは引き継ぎができ、時計を2月18日 15:00に進めると、終わった相談を記録できます。',
        en: 'Monday, 17 February 2025, 10:00: three advisers offer hours in February and March; nine consultations have been held and recorded, and four are booked. Be a participant, say "Book a consultation" and book a free hour; with the adviser open beside you, see how they are told at once. From "My agenda" advisers hand consultations over; move the clock to 18 February, 15:00, to record one that is over.',
      },
    },
    until: new Date('2025-02-17T10:00:00+09:00'),
    more: () => [],
  },
  {
    card: {
      id: 'week-before-deadline',
      title: { ja: '締切の1週間前', en: 'A week before the deadline' },
      description: {
        ja: '2025年3月24日(月) 17:00。人権方針の提出期限(3月31日)のちょうど1週間前で、未着手から公開済みまで、すべての段階の企業があります。アドバイザーになって「確認待ちの原稿」と送ると、まだ開いていない原稿と確認中の原稿が並びます。開いてコメントし、「要修正」または「確認済み」で終えてみてください。参加者になると、原稿のファイルをチャットに送るだけで提出できます。事務局は、企業ごとの状況を一覧でご覧になれます。',
        en: 'Monday, 24 March 2025, 17:00: exactly a week before the human rights policies are due, with companies in every stage, from not started to published. Be an adviser and say "reviews": drafts that wait and one that is open. Open one, comment on it, and end with "to be revised" or "confirmed". As a participant, send a file to the chat to hand it in. The secretariat sees in a list how far each company is.',
      },
    },
    until: new Date('2025-03-24T17:00:00+09:00'),
    more(plan, { someRegister }) {
      const [closing, number] = sessionOf(plan, 'CLS-1');
      return [someRegister(new Date('2025-03-24T10:30:00+09:00'), closing, number, 2)];
    },
  },
  {
    card: {
      id: 'closing-meeting',
      title: { ja: 'クロージング・セッション', en: 'The closing meeting' },
      description: {
        ja: '2025年4月22日(火) 12:50。開始10分前、オンラインの受付中です。15社35名が登録を終えています。「オンラインで出席」を押すと出席が記録され、事務局の一覧に反映されます。',
        en: 'Tuesday, 22 April 2025, 12:50: ten minutes before the start, and the doors are open. 35 people of 15 companies have registered. Press "Join online", and the attendance is recorded, for the secretariat to see.',
      },
    },
    until: new Date('2025-04-22T12:50:00+09:00'),
    more: () => [],
  },
];

/** @returns the session and its number in the plan */
function sessionOf({ sessions }: PilotPlan, code: string): readonly [PilotSession, number] {
  const number = sessions.findIndex((session) => session.code === code);
  const session = sessions[number];
  if (session === undefined) throw new Error(`The sample programme has no session ${code}.`);
  return [session, number];
}
