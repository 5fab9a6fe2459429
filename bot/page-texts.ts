/** The words of the privacy statement and the terms of use, in both languages; they say what this app does, and who answers for it. */

/** Who operates this installation, as the operator has set it. */
export interface Operator {
  readonly name: string;
  /** An e-mail address, a telephone number or a web page. */
  readonly contact: string;
}

interface PageText {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface PageTexts {
  readonly ja: PageText;
  readonly en: PageText;
}

const privacy: PageTexts = {
  ja: {
    title: 'SPPアシスタントのプライバシーについて',
    paragraphs: [
      'SPPアシスタントは、プログラムの参加者・アドバイザー・事務局の連絡と手続きのためのチャットボットです。',
      '次の情報を保存します。氏名とふりがな、メールアドレス、会社名と役割、言語とタイムゾーン、Slack・Teamsのアカウントの識別子、セッションの登録と出席、送ったお知らせとその結果、受け取ったファイル。',
      'チャットに書かれた文は、手続きを読み取るためにだけ使います。同じ操作を二度行わないために、返答を二日間保存します。',
      '運営者が言語モデルをつないでいて、プログラムの事務局が止めていないときは、定型の言葉ではわからなかった文を、役割・日時・開催回のコードと題名・例文とともに、そのモデルに送ります。登録されている人と会社の名前は、事務局が許していないかぎり伏せて送ります。原稿・記録・メモ・質問・ファイルは送りません。',
      'これらの情報は、プログラムの運営のためにだけ使います。参加者の登録と出席は、同じ会社の担当者と事務局が見ることができます。広告や、外部の言語モデルの学習には使いません。',
      '情報は運営者のデータベースに保存され、SlackまたはMicrosoft Teamsを通じて送られます。両社での取り扱いは、それぞれの規約によります。',
      'ご自身の情報の確認・訂正・削除は、下記の運営者にお申し出ください。',
    ],
  },
  en: {
    title: 'Privacy in the SPP assistant',
    paragraphs: [
      'The SPP assistant is a chat-bot through which participants, advisers and the secretariat of a programme stay in touch and settle what has to be settled.',
      'It stores: names and their readings, e-mail addresses, company and role, language and time zone, the identifiers of Slack and Teams accounts, registrations for sessions and attendance, the notices that were sent and what became of them, and files that were received.',
      'What is written in the chat is used only to find out what is asked for. Answers are kept for two days, so that nothing is done twice.',
      'Where the operator has connected a language model, and the secretariat of the programme has not switched it off, a sentence that fixed words do not explain is sent to that model, with role and time, codes and titles of sessions, and example sentences. The names of the programme’s people and companies are taken out before, unless the secretariat has allowed them. Drafts, records, notes, questions and files are not sent.',
      'The data is used to run the programme and for nothing else. Registrations and attendance can be seen by those responsible in the same company and by the secretariat. It is not used for advertising, nor to train language models of others.',
      'The data is kept in the operator’s database and travels through Slack or Microsoft Teams, whose own terms say how they treat it.',
      'To see, correct or delete your data, please turn to the operator named below.',
    ],
  },
};

const terms: PageTexts = {
  ja: {
    title: 'SPPアシスタントの利用規約',
    paragraphs: [
      'SPPアシスタントは、プログラムに登録された方と、その事務局・アドバイザーのためのものです。',
      '招待コードやチェックインコードを、ほかの方に渡さないでください。ほかの方になりすまして手続きをしないでください。',
      '表示される日時・会場・締切は事務局が登録したものです。お急ぎのときや、表示に疑問があるときは、事務局に直接お問い合わせください。',
      'SlackやMicrosoft Teamsの障害などで、返答やお知らせが遅れることがあります。',
      'ご利用を終えるときは、下記の運営者にお申し出ください。',
    ],
  },
  en: {
    title: 'Terms of use of the SPP assistant',
    paragraphs: [
      'The SPP assistant is for people who are enrolled in a programme, and for its secretariat and advisers.',
      'Please pass no invitation or check-in code on to others, and settle nothing in the name of somebody else without their consent.',
      'Dates, places and deadlines are shown as the secretariat has entered them. In urgent cases, or where something looks wrong, please ask the secretariat directly.',
      'Answers and notices may be late, for instance while Slack or Microsoft Teams is out of order.',
      'To stop using it, please turn to the operator named below.',
    ],
  },
};

export const pageTexts = {
  privacy,
  terms,
  operator: {
    ja: (operator: Operator | null) =>
      operator === null
        ? '運営者: まだ設定されていません。プログラムの事務局にお問い合わせください。'
        : `運営者: ${operator.name}(連絡先: ${operator.contact})`,
    en: (operator: Operator | null) =>
      operator === null
        ? 'Operator: not set yet. Please ask the secretariat of your programme.'
        : `Operator: ${operator.name} (contact: ${operator.contact})`,
  },
} as const;
