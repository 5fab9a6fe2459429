/** All words of feedback, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

const ja = {
  /** What the notifications are called. */
  kinds: {
    asked: 'アンケートのお願い',
    reminder: 'アンケートの再度のご案内',
    askedAgain: '事務局からのアンケートの再度のご案内',
    quoteEnded: '引用についての変更',
  },
  notices: {
    asked: (title: string) =>
      `「${title}」にご参加いただき、ありがとうございました。ご感想をお聞かせください(1分ほどで終わります)。`,
    reminder: (title: string) => `再度のご案内です。「${title}」のご感想を、よろしければお聞かせください。`,
    quoteEnded: {
      reworded: (title: string) =>
        `「${title}」のご感想が書き直されたため、報告書への次の引用を取りやめました。よろしければ選び直してください。`,
      permission: (title: string) =>
        `「${title}」のご感想の引用の許可が変わったため、報告書への次の引用を取りやめました。`,
    },
    permissionAfterFreeze: (title: string) =>
      `「${title}」のご感想の引用の許可が取り消されました。報告書は確定済みのため、次の引用は報告書に残っています。今後の配布や転載では、お使いにならないでください。`,
  },
  whoReads: 'お名前とともにお読みするのは事務局だけです。報告書への引用は、お選びいただいた範囲で行います。',
  replaces: 'すでにお寄せいただいたご感想は、今回の内容に置き換わります。',
  afterFreeze: '報告書は確定済みのため、ご感想は変えられません。引用の許可の取り消しだけを承ります。',
  answer: '感想を送る',
  send: '送る',
  next: '次へ',
  show: '結果を見る',
  more: '続きを見る',
  allSessions: 'すべての回',
  quote: '報告書に引用',
  choose: '引用する',
  drop: '引用を取りやめる',
  ratings: {
    5: '5 とても役に立った',
    4: '4 役に立った',
    3: '3 どちらとも言えない',
    2: '2 あまり役に立たなかった',
    1: '1 役に立たなかった',
  },
  permissions: {
    no: '引用しないでほしい',
    anonymous: '匿名なら引用してよい',
    company: '企業名を添えて引用してよい',
    name: '氏名と企業名を添えて引用してよい',
  },
  labels: {
    session: '開催回',
    rating: '評価',
    comment: 'ご感想',
    permission: '報告書への引用',
    shownAs: '載せるお名前',
    asked: '出席された方',
    answered: '回答',
    average: '評価の平均',
    distribution: '評価の内訳',
    feedback: '引用する感想',
    quote: '取りやめる引用',
    words: '引用する言葉',
    said: '引用する言葉の言語',
    translation: 'もう一方の言語への訳',
  },
  hints: {
    permission: '実施報告書に載せる場合があります。あとから変えることもできます',
    shownAs: '氏名を添えてよい場合だけ使います',
    words: '感想の全文か、続いた一部分。言葉は変えられません',
    translation: '事務局の訳として載ります。空欄の場合は「(未入力)」の一覧に入ります',
  },
  languages: { ja: '日本語', en: '英語' },
  answeredBefore: (title: string) => `${title}(回答済み)`,
  answerDoes: (title: string) => `「${title}」のご感想をお送りします。`,
  answered: {
    first: (title: string) => `「${title}」のご感想をありがとうございました。同じ操作で、あとから書き直せます。`,
    replaced: (title: string) => `「${title}」のご感想を、今回の内容に置き換えました。`,
    withdrawn: (title: string) =>
      `「${title}」のご感想の引用の許可を取り消し、事務局に伝えました。確定済みの報告書は変わりません。`,
  },
  people: (count: number) => `${count}名`,
  tooFew: (fewest: number) => `回答が${fewest}件以上になると表示します`,
  rated: (rating: string, count: number) => `${rating}: ${count}名`,
  line: ({ label, value }: Line) => `${label}: ${value}`,
  resultsOf: (title: string) => `「${title}」のアンケート結果`,
  noSessions: '終わった回は、まだありません。',
  unanswered: (names: readonly string[], more: number) =>
    `まだ回答のない方: ${names.join('、')}${more > 0 ? ` ほか${more}名` : ''}`,
  comments: (count: number) => `ご感想: ${count}件`,
  noComments: 'ご感想は、まだありません。',
  commentBy: (who: string, rating: number) => `${who} 評価${rating}`,
  permitted: (permission: string, as: string) => (as === '' ? permission : `${permission}(${as})`),
  quoted: {
    stands: (words: string) => `報告書に引用: ${words}`,
    reworded: (words: string) => `書き直されたため取りやめた引用: ${words}`,
    permission: (words: string) => `引用の許可が変わったため取りやめた引用: ${words}`,
    dropped: (words: string) => `事務局が取りやめた引用: ${words}`,
  },
  translated: (words: string) => `訳: ${words}`,
  takenBackAfterFreeze: '報告書の確定後に、引用の許可が取り消されました。',
  remind: (count: number) => `未回答の${count}名に再度案内`,
  remindThem: '再度案内する',
  remindDoes: (title: string, count: number) => `「${title}」のアンケートを、未回答の${count}名に再度ご案内します。`,
  reminded: (count: number) => `${count}名に再度ご案内します。`,
  quotable: (code: string, who: string, comment: string) => `${code} ${who}: ${comment}`,
  onlyPermitted: '引用してよいとされ、まだ引用していない感想だけが並びます。',
  quoteDoes: (title: string) => `「${title}」の次の言葉を、報告書に引用します。`,
  quoteChosen: (by: string) =>
    by === '' ? '次の言葉を、匿名で報告書に引用します。' : `次の言葉を、「${by}」として報告書に引用します。`,
  quoteKept: '報告書に引用します。',
  quoteFrozen: '言葉と引用の許可は、今の内容で残します。',
  noTranslation: '言葉と引用の許可は、今の内容で残します。訳がまだないため、もう一方の言語の報告書には原文が載ります。',
  dropDoes: '次の引用を取りやめます。報告書には載りません。',
  dropped: '引用を取りやめました。',
  refusals: {
    not_over: (_facts: Readonly<Record<string, never>>) => 'この回はまだ終わっていません。終了後にお試しください。',
    did_not_come: (_facts: Readonly<Record<string, never>>) =>
      'この回の出席の記録がないため、ご感想をお受けできません。出席された場合は、事務局にお知らせください。',
    nothing_to_answer: (_facts: Readonly<Record<string, never>>) =>
      '出席の記録がある回がありません。出席された場合は、事務局にお知らせください。',
    name_missing: (_facts: Readonly<Record<string, never>>) =>
      '載せるお名前をご入力ください。お名前を載せない場合は、ほかの選択肢をお選びください。',
    report_final: (_facts: Readonly<Record<string, never>>) =>
      '報告書は確定済みのため、ご感想は変えられません。引用の許可を取り消す場合は「引用しないでほしい」をお選びください。',
    final_for_quotes: (_facts: Readonly<Record<string, never>>) =>
      '報告書は確定済みのため、引用は変えられません。「実施報告書」で確定した内容をお渡しできます。',
    not_permitted: (_facts: Readonly<Record<string, never>>) =>
      'この感想は、引用しないでほしいとのことです。ほかの感想をお選びください。',
    nothing_said: (_facts: Readonly<Record<string, never>>) =>
      'この回答には感想の言葉がありません。ほかの感想をお選びください。',
    quoted_already: (_facts: Readonly<Record<string, never>>) =>
      'この感想はすでに引用しています。選び直す場合は、先に「引用を取りやめる」を押してください。',
    not_their_words: (_facts: Readonly<Record<string, never>>) =>
      '感想にない言葉が入っています。感想の全文か、続いた一部分を、そのままご入力ください。',
    nothing_to_quote: (_facts: Readonly<Record<string, never>>) =>
      '引用できる感想がありません。引用してよいとされた感想が届くと、ここに並びます。',
    no_quotes: (_facts: Readonly<Record<string, never>>) => '引用はありません。「アンケート結果」から感想を選べます。',
    quote_over: (_facts: Readonly<Record<string, never>>) =>
      'この引用はすでに取りやめています。「アンケート結果」をご確認ください。',
    all_answered: (_facts: Readonly<Record<string, never>>) =>
      '未回答の方はいません。「アンケート結果」をご確認ください。',
    reminded_today: (_facts: Readonly<Record<string, never>>) =>
      '未回答の方には、本日すでに再度ご案内しています。明日以降にお試しください。',
  },
  actions: {
    'feedback.answer': action('アンケートに回答', '出席された回のご感想をお寄せいただけます', 'アンケート'),
    'feedback.results': action('アンケート結果', '回ごとの回答数、評価、ご感想を表示します'),
    'feedback.remind': action('アンケートの再度のご案内', 'まだ回答のない方に、アンケートを再度ご案内します'),
    'feedback.quote': action('感想を報告書に引用', '引用してよいとされた感想を、報告書のために選びます'),
    'feedback.drop-quote': action('引用の取りやめ', '報告書のために選んだ感想の引用を取りやめます'),
  },
};

interface Line {
  readonly label: string;
  readonly value: string;
}

const en: typeof ja = {
  kinds: {
    asked: 'feedback form',
    reminder: 'reminder to give feedback',
    askedAgain: 'reminder to give feedback, from the secretariat',
    quoteEnded: 'change about a quotation',
  },
  notices: {
    asked: (title) => `Thank you for coming to “${title}”. Please tell us what you think of it: it takes a minute.`,
    reminder: (title) => `A reminder: we would be glad to hear what you think of “${title}”.`,
    quoteEnded: {
      reworded: (title) =>
        `A comment on “${title}” was reworded, so the report no longer quotes what follows. You can choose anew.`,
      permission: (title) =>
        `The permission to quote a comment on “${title}” has changed, so the report no longer quotes what follows.`,
    },
    permissionAfterFreeze: (title) =>
      `The permission to quote a comment on “${title}” was taken back. The report is final and keeps what follows. Please do not use it anywhere else.`,
  },
  whoReads: 'Only the secretariat reads it with your name. The report quotes you only as far as you choose.',
  replaces: 'This takes the place of what you said before.',
  afterFreeze: 'The report is final, so your comment stays. You can only take back the permission to quote it.',
  answer: 'Give feedback',
  send: 'Send',
  next: 'Next',
  show: 'Show the results',
  more: 'Show more',
  allSessions: 'All sessions',
  quote: 'Quote in the report',
  choose: 'Quote it',
  drop: 'Stop quoting',
  ratings: { 5: '5 Very useful', 4: '4 Useful', 3: '3 Neither', 2: '2 Not very useful', 1: '1 Not useful' },
  permissions: {
    no: 'Please do not quote me',
    anonymous: 'You may quote me without a name',
    company: 'You may quote me with my company’s name',
    name: 'You may quote me with my name and company',
  },
  labels: {
    session: 'Session',
    rating: 'Rating',
    comment: 'What you think of it',
    permission: 'Quoting you in the report',
    shownAs: 'Name to print',
    asked: 'Came to it',
    answered: 'Answered',
    average: 'Average rating',
    distribution: 'Ratings',
    feedback: 'Comment to quote',
    quote: 'Quotation to drop',
    words: 'Words to quote',
    said: 'Language of these words',
    translation: 'Translation into the other language',
  },
  hints: {
    permission: 'The implementation report may print it. You can change this later',
    shownAs: 'Only used if you may be quoted with your name',
    words: 'The comment or one stretch of it, unchanged',
    translation: 'Printed as the secretariat’s. Left empty, it is listed as not entered',
  },
  languages: { ja: 'Japanese', en: 'English' },
  answeredBefore: (title) => `${title} (answered)`,
  answerDoes: (title) => `Your feedback on “${title}” will be sent.`,
  answered: {
    first: (title) => `Thank you for your feedback on “${title}”. You can change it later in the same way.`,
    replaced: (title) => `Your feedback on “${title}” was replaced.`,
    withdrawn: (title) =>
      `You are no longer to be quoted on “${title}”, and the secretariat is told. The report is final and stays as it is.`,
  },
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  tooFew: (fewest) => `Shown from ${fewest} answers on`,
  rated: (rating, count) => `${rating}: ${count}`,
  line: ({ label, value }) => `${label}: ${value}`,
  resultsOf: (title) => `Feedback on “${title}”`,
  noSessions: 'No session is over yet.',
  unanswered: (names, more) => `Not answered yet: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  comments: (count) => `Comments: ${count}`,
  noComments: 'There are no comments yet.',
  commentBy: (who, rating) => `${who}, rating ${rating}`,
  permitted: (permission, as) => (as === '' ? permission : `${permission} (${as})`),
  quoted: {
    stands: (words) => `Quoted in the report: ${words}`,
    reworded: (words) => `No longer quoted, as it was reworded: ${words}`,
    permission: (words) => `No longer quoted, as the permission changed: ${words}`,
    dropped: (words) => `No longer quoted, dropped by the secretariat: ${words}`,
  },
  translated: (words) => `Translation: ${words}`,
  takenBackAfterFreeze: 'The permission was taken back after the report became final.',
  remind: (count) => `Remind ${count} without an answer`,
  remindThem: 'Remind them',
  remindDoes: (title, count) =>
    `${count === 1 ? 'One person who has' : `${count} people who have`} not answered will be reminded of the feedback on “${title}”.`,
  reminded: (count) => (count === 1 ? 'One person is reminded.' : `${count} people are reminded.`),
  quotable: (code, who, comment) => `${code} ${who}: ${comment}`,
  onlyPermitted: 'Only comments that may be quoted and are not yet quoted are listed.',
  quoteDoes: (title) => `The report will quote these words about “${title}”.`,
  quoteChosen: (by) =>
    by === ''
      ? 'The report will quote these words without a name.'
      : `The report will quote these words as said by ${by}.`,
  quoteKept: 'The report will quote it.',
  quoteFrozen: 'The words and the permission are kept as they are now.',
  noTranslation:
    'The words and the permission are kept as they are now. Without a translation the report in the other language prints the original.',
  dropDoes: 'The report will no longer quote these words.',
  dropped: 'The report no longer quotes it.',
  refusals: {
    not_over: () => 'This session is not over yet. Please try again after its end.',
    did_not_come: () => 'It is not recorded that you came to this session. If you did, please tell the secretariat.',
    nothing_to_answer: () =>
      'It is not recorded that you came to a session that is over. If you did, please tell the secretariat.',
    name_missing: () => 'Please enter the name to print, or choose to be quoted without it.',
    report_final: () =>
      'The report is final, so your comment stays as it is. To take back the permission, choose “Please do not quote me”.',
    final_for_quotes: () =>
      'The report is final, so its quotations stay as they are. “Implementation report” hands it out.',
    not_permitted: () => 'This person does not want to be quoted. Please choose another comment.',
    nothing_said: () => 'This answer has no words to quote. Please choose another comment.',
    quoted_already: () => 'This comment is quoted already. To choose anew, press “Stop quoting” first.',
    not_their_words: () =>
      'Some of these words are not in the comment. Please enter the comment or one stretch of it, unchanged.',
    nothing_to_quote: () => 'There is no comment that may be quoted. Those that may will be listed here.',
    no_quotes: () => 'Nothing is quoted. You can choose a comment in “Feedback results”.',
    quote_over: () => 'This is no longer quoted. Please look at “Feedback results”.',
    all_answered: () => 'Everyone has answered. Please look at “Feedback results”.',
    reminded_today: () => 'Those who have not answered were reminded today. Please try again tomorrow.',
  },
  actions: {
    'feedback.answer': action('Give feedback', 'Takes what you think of a session that you came to'),
    'feedback.results': action('Feedback results', 'Shows the answers, ratings and comments of each session'),
    'feedback.remind': action('Remind of the feedback', 'Reminds those who have not given feedback'),
    'feedback.quote': action('Quote feedback', 'Chooses a comment that may be quoted for the report'),
    'feedback.drop-quote': action('Drop a quotation', 'Takes a chosen quotation out of the report'),
  },
};

export const feedbackTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
