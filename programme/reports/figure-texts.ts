/** What each figure is called, what it counts and how, in Japanese and English: the only place where a counting unit is defined. */
import type { Language } from '../requests/context.js';
import type { FigureName } from './figures.js';

interface FigureWords {
  readonly title: string;
  /** What is counted. */
  readonly definition: string;
  /** From which rows. */
  readonly computed: string;
  /** What it counts in, after the number. */
  readonly unit: string;
}

const ja: Readonly<Record<FigureName, FigureWords>> = {
  participatingCompanies: {
    title: '参加企業',
    definition: 'プログラムに参加する企業。ゲストとして参加した企業は含みません。',
    computed: '参加企業の名簿から数えています。',
    unit: '社',
  },
  people: {
    title: '参加者数',
    definition: '開催回に実際に参加した人。1人は1回の開催で1度だけ数えます。申し込んだだけの方は含みません。',
    computed: '有効な「出席」の記録を、人ごとに数えています。講師や事務局も、出席の記録があれば含みます。',
    unit: '人',
  },
  companies: {
    title: '参加企業数',
    definition: '参加者を1人以上出した参加企業。1社は1回の開催で1度だけ数えます。ゲストの企業は含みません。',
    computed: '有効な「出席」の記録を、記録した時点の所属企業ごとに数えています。',
    unit: '社',
  },
  offline: {
    title: '会場参加',
    definition: '参加者のうち、会場で参加した人。',
    computed: '有効な「出席」の記録のうち、会場のものを人ごとに数えています。',
    unit: '人',
  },
  online: {
    title: 'オンライン参加',
    definition: '参加者のうち、オンラインで参加した人。会場参加と合わせると参加者数になります。',
    computed: '有効な「出席」の記録のうち、オンラインのものを人ごとに数えています。',
    unit: '人',
  },
  guests: {
    title: 'ゲスト',
    definition: '参加者のうち、プログラムの参加企業以外から来た人。',
    computed: '有効な「出席」の記録のうち、所属がゲスト企業のものを人ごとに数えています。',
    unit: '人',
  },
  registered: {
    title: '申込者数',
    definition: '現在、席が確定している人。実際に参加したかどうかは問いません。',
    computed: '「参加確定」の回答を人ごとに数えています。キャンセル待ち、取り消し、欠席は含みません。',
    unit: '人',
  },
  consultationsHeld: {
    title: '個別相談の実施回数',
    definition: '実際に行われた個別相談。1回の面談を1回と数え、相談の件数や出席者の人数では数えません。',
    computed: '「実施」とした有効な記録を数えています。記録のないものは数えません。',
    unit: '回',
  },
  consultationCompanies: {
    title: '個別相談を行った企業',
    definition: '個別相談を1回以上行った企業。',
    computed: '「実施」とした有効な記録を、企業ごとに数えています。',
    unit: '社',
  },
  consultationHours: {
    title: '個別相談の時間',
    definition: '実際に行われた個別相談の合計時間。',
    computed: '「実施」とした有効な記録の分数を合計し、時間に直しています(小数第2位まで)。',
    unit: '時間',
  },
  deliverableCompanies: {
    title: '策定の対象企業',
    definition: '成果物を提出することになっている企業。ゲストの企業は含みません。',
    computed: '参加企業の名簿から数えています。',
    unit: '社',
  },
  deliverablesCompleted: {
    title: '策定完了',
    definition: '成果物が社内で承認された企業。公開したかどうかは問いません。',
    computed: '状況が「承認済み」または「公開済み」の企業を数えています。企業の報告によります。',
    unit: '社',
  },
  notificationsPlanned: {
    title: 'お知らせの件数',
    definition: 'プログラムについて送ることになった通知。1人に1通を1件と数えます。',
    computed: '通知の台帳のうち、結果の出たものを数えています。まだ送る時刻でないものは含みません。',
    unit: '件',
  },
  notificationsDelivered: {
    title: '届いたお知らせ',
    definition: '送ることになった通知のうち、届いたもの。読まれたかどうかは問いません。',
    computed: '通知の台帳のうち、送信先が受け付けたものを数えています。',
    unit: '件',
  },
};

const en: Readonly<Record<FigureName, FigureWords>> = {
  participatingCompanies: {
    title: 'Participating companies',
    definition: 'Companies that take part in the programme. Companies of guests are not among them.',
    computed: 'Counted from the list of companies.',
    unit: 'companies',
  },
  people: {
    title: 'People',
    definition: 'People who actually came to the session, each once. Who only registered is not among them.',
    computed:
      'Counted by person from the records of attendance that hold. Speakers and secretariat count where they are recorded.',
    unit: 'people',
  },
  companies: {
    title: 'Companies',
    definition:
      'Participating companies of which at least one person came, each once. Companies of guests are not among them.',
    computed:
      'Counted by company from the records of attendance that hold, as people belonged when they were recorded.',
    unit: 'companies',
  },
  offline: {
    title: 'Offline',
    definition: 'Of the people, those who came to the room.',
    computed: 'Counted by person from the records of attendance on site that hold.',
    unit: 'people',
  },
  online: {
    title: 'Online',
    definition: 'Of the people, those who took part online. With those who came to the room they add up to all people.',
    computed: 'Counted by person from the records of online attendance that hold.',
    unit: 'people',
  },
  guests: {
    title: 'Guests',
    definition: 'Of the people, those who came from companies outside the programme.',
    computed: 'Counted by person from the records of attendance of guests that hold.',
    unit: 'people',
  },
  registered: {
    title: 'Registered',
    definition: 'People who hold a place now, whether they came or not.',
    computed: 'Counted from confirmed registrations. Who waits, cancelled or declined is not among them.',
    unit: 'people',
  },
  consultationsHeld: {
    title: 'Consultations held',
    definition:
      'Individual consultations that took place. One meeting counts once, however many subjects or people it had.',
    computed: 'Counted from the records that say "held" and hold. A consultation without a record is not among them.',
    unit: 'consultations',
  },
  consultationCompanies: {
    title: 'Companies in consultations',
    definition: 'Companies that had at least one consultation.',
    computed: 'Counted by company from the records that say "held" and hold.',
    unit: 'companies',
  },
  consultationHours: {
    title: 'Hours of consultation',
    definition: 'The time of all consultations that took place.',
    computed: 'The minutes of the records that say "held" and hold, added up as hours to the hundredth.',
    unit: 'hours',
  },
  deliverableCompanies: {
    title: 'Companies to complete it',
    definition: 'Companies that are to hand the deliverable in. Companies of guests are not among them.',
    computed: 'Counted from the list of companies.',
    unit: 'companies',
  },
  deliverablesCompleted: {
    title: 'Completed',
    definition: 'Companies whose management has approved the deliverable, published or not.',
    computed: 'Counted from the companies at the stage "approved" or "published", as they reported it.',
    unit: 'companies',
  },
  notificationsPlanned: {
    title: 'Notifications',
    definition: 'Messages that were to be sent about the programme. One message to one person counts once.',
    computed: 'Counted from the ledger of notifications that have an outcome. What is not due yet is not among them.',
    unit: 'messages',
  },
  notificationsDelivered: {
    title: 'Notifications delivered',
    definition: 'Of the messages that were to be sent, those that arrived, read or not.',
    computed: 'Counted from the ledger of notifications that their channel took.',
    unit: 'messages',
  },
};

export const figureTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
