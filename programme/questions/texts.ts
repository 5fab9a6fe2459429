/** All words of questions and their answers, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

/** Somebody with the company they are of; null for who is of none. */
interface Asker {
  readonly name: string;
  readonly company: string | null;
}

interface Waiting {
  readonly asked: string;
  /** For how many business days. */
  readonly age: number;
  /** A day by which an answer is likely; null where nothing tells. */
  readonly likely: string | null;
}

interface Notice {
  readonly to: string;
  readonly question: string;
}

const ofJa = ({ name, company }: Asker) => (company === null ? `${name}様` : `${company} ${name}様`);

const ja = {
  secretariat: '事務局',
  labels: { to: '宛先', question: 'ご質問', answer: '回答', note: '引き継ぎのメモ', which: '質問' },
  hints: {
    question: '例: 方針の承認は取締役会でなければいけませんか。',
    answer: 'お尋ねの方に、ご質問と一緒にお届けします。',
    note: 'お尋ねの方には表示しません。',
  },
  onlyYou:
    'ご質問と回答は、ご本人とお尋ねの相手だけが見ます。同じ会社の方にも表示しません。アドバイザーが担当を外れたときは、事務局が引き継ぎます。',
  noReports: '人権侵害や事故などの通報は、ここでは受け付けていません。貴社の窓口や公的な相談窓口をご利用ください。',
  next: '次へ',
  askAllTheSame: 'それでも質問する',
  solved: '解決しました',
  sends: (to: string) => `${to}へ次の質問を送ります。`,
  usually: (days: number) =>
    days === 0 ? '通常は当日中に回答があります。' : `通常${days}営業日以内に回答があります。`,
  perhapsAnswered: (count: number) => `すでに答えがあるかもしれません(${count}件)。`,
  entry: (question: string, answer: string) => `質問: ${question}\n回答: ${answer}`,
  entryGoesOn: '長いため途中までです。全文は「よくある質問」でご覧ください。',
  sent: (to: string) => `${to}へ質問を送りました。`,
  withdrawable: '回答があるまでは、取り下げることができます。',
  withdraw: '取り下げる',
  withdraws: (question: string) => `この質問を取り下げます: 「${question}」`,
  erased: '内容は消去され、元に戻せません。すでに届いたメッセージは、チャットに残ります。',
  withdrawn: '質問を取り下げ、内容を消去しました。すでに届いたメッセージは、チャットに残ります。',
  mine: (count: number) => (count === 0 ? '送られた質問はありません。' : `送られた質問: ${count}件`),
  askSomething: '質問する',
  ownTitle: (to: string, asked: string) => `${to}へ — ${asked}`,
  ownWaits: (likely: string | null) => (likely === null ? '回答をお待ちください。' : `回答の目安: ${likely}`),
  answer: (by: string, text: string) => `回答(${by}): ${text}`,
  inbox: (count: number) => (count === 0 ? '回答をお待ちの質問はありません。' : `回答をお待ちの質問: ${count}件`),
  withAdvisers: (count: number) =>
    `このほか、アドバイザーの回答をお待ちの質問が${count}件あります(内容は表示しません)。`,
  waitingAtAdvisers: (count: number) =>
    count === 0
      ? 'アドバイザーの回答をお待ちの質問はありません。'
      : `アドバイザーの回答をお待ちの質問: ${count}件(内容は表示しません)`,
  waitsFor: (to: string) => `宛先: ${to}`,
  showAdvisers: 'すべて見る',
  waiting: ({ asked, age, likely }: Waiting) => [
    `受付: ${asked}(${age === 0 ? '本日' : `${age}営業日前`})`,
    ...(likely === null ? [] : [`回答の目安: ${likely}`]),
  ],
  from: ofJa,
  noteOf: (note: string) => `引き継ぎのメモ: ${note}`,
  more: '続きを見る',
  someOf: ({ shown, of }: { readonly shown: number; readonly of: number }) =>
    `${of}件のうち${shown}件を表示しています。ほかの質問は一覧からお選びください。`,
  reply: '回答する',
  pass: '引き継ぐ',
  correct: '回答を訂正する',
  toFaq: 'よくある質問に加える',
  sendAnswer: '回答を送る',
  sendsAnswer: (asker: string) => `${asker}へ次の回答を送ります。`,
  answered: (asker: string) => `${asker}へ回答を送りました。`,
  correctedDone: (asker: string) => `回答を訂正し、${asker}にお知らせします。`,
  asks: (asker: string, question: string) => `${asker}からのご質問: 「${question}」`,
  passesTo: 'お尋ねの方には、どなたに引き継がれたかをお知らせします。',
  passed: (to: string) => `${to}へ引き継ぎました。`,
  notices: {
    waiting: (count: number) => `回答をお待ちの質問が${count}件あります。`,
    answered: ({ to, question }: Notice) => `${to}からご質問への回答が届きました。\nご質問: 「${question}」`,
    corrected: ({ to, question }: Notice) => `ご質問への回答が訂正されました(${to})。\nご質問: 「${question}」`,
    passed: ({ to, question }: Notice) => `ご質問は${to}へ引き継がれました。\nご質問: 「${question}」`,
    open: '質問を見る',
  },
  home: (count: number) => `回答をお待ちの質問: ${count}件`,
  refusals: {
    no_adviser: () => '貴社の担当アドバイザーはまだ決まっていません。宛先を事務局にしてお送りください。',
    not_your_adviser: () => 'このアドバイザーは、いま貴社の担当ではありません。宛先を選び直してください。',
    perhaps_answered: () =>
      'よくある質問に近いものがあります。解決しない場合は、そのまま「それでも質問する」を押してください。',
    calls_everybody: ({ mention }: { readonly mention: string }) =>
      `「${mention}」と書いても、ほかの方には届きません。この部分を消してからお送りください。`,
    already_answered: () => 'この質問には、すでに回答があります。直すときは「回答の訂正」をお使いください。',
    question_withdrawn: () => 'この質問は取り下げられました。ほかの質問は「届いた質問」でご覧ください。',
    not_answered: () => 'この質問にはまだ回答がありません。「質問への回答」から回答してください。',
    answer_changed: () =>
      '開かれたあとに、ほかの方が回答を訂正しました。いまの回答をご確認のうえ、もう一度お送りください。',
    same_answer: () => 'いまの回答と同じ内容です。訂正する箇所を直してからお送りください。',
    there_already: () => 'この質問は、すでにそちらにあります。ほかの宛先をお選びください。',
    not_their_adviser: () => 'お尋ねの方の会社を担当しているアドバイザーだけに引き継げます。宛先を選び直してください。',
    no_adviser_there: () =>
      'お尋ねの方の会社には担当アドバイザーがいません。「質問への回答」から事務局としてご回答ください。',
    nothing_waits: () => '回答をお待ちの質問はありません。届いたものは「届いた質問」でご覧いただけます。',
    nothing_answered: () => '回答した質問はまだありません。届いたものは「届いた質問」でご覧ください。',
    nothing_to_withdraw: () => '取り下げられる質問はありません。送られたものは「自分の質問」でご覧いただけます。',
  },
  actions: {
    'question.ask': action('質問を送る', '事務局または担当のアドバイザーに質問します', '事務局に質問'),
    'question.mine': action('自分の質問', '送った質問と回答をご覧いただけます', '質問の一覧'),
    'question.withdraw': action('質問の取り下げ', '回答される前の質問を取り下げ、内容を消去します', '質問を取り下げ'),
    'question.inbox': action('届いた質問', '回答をお待ちの質問を、古いものから表示します', '未回答の質問'),
    'question.reply': action('質問への回答', '届いた質問に回答します', '質問に回答'),
    'question.correct': action('回答の訂正', '質問への回答を訂正し、お尋ねの方に知らせます', '回答を訂正'),
    'question.pass': action('質問の引き継ぎ', '質問を事務局またはアドバイザーに引き継ぎます', '質問を引き継ぐ'),
  },
};

const ofEn = ({ name, company }: Asker) => (company === null ? name : `${name} (${company})`);
const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

const en: typeof ja = {
  secretariat: 'the secretariat',
  labels: { to: 'To', question: 'Your question', answer: 'Answer', note: 'Note on handing over', which: 'Question' },
  hints: {
    question: 'E.g. Must the board of directors approve the policy?',
    answer: 'It is sent to who asked, together with the question.',
    note: 'Who asked does not see it.',
  },
  onlyYou:
    'Only you and whom you ask see the question and its answer; your colleagues do not. Should your adviser change, the secretariat takes it over.',
  noReports:
    'Please do not report abuse or accidents here. Turn to the helpline of your company or to a public one instead.',
  next: 'Next',
  askAllTheSame: 'Ask all the same',
  solved: 'This answers it',
  sends: (to) => `Sends this question to ${to}.`,
  usually: (days) =>
    days === 0
      ? 'An answer usually comes the same day.'
      : `An answer usually comes within ${counted(days, 'business day', 'business days')}.`,
  perhapsAnswered: (count) => `There may be an answer already (${counted(count, 'entry', 'entries')}).`,
  entry: (question, answer) => `Question: ${question}\nAnswer: ${answer}`,
  entryGoesOn: 'It goes on; all of it is under “FAQ”.',
  sent: (to) => `The question was sent to ${to}.`,
  withdrawable: 'You can withdraw it until it is answered.',
  withdraw: 'Withdraw',
  withdraws: (question) => `Withdraws this question: “${question}”`,
  erased: 'What it says is erased and does not come back. Messages that were delivered already stay in the chat.',
  withdrawn:
    'The question was withdrawn and what it said erased. Messages that were delivered already stay in the chat.',
  mine: (count) => (count === 0 ? 'You have asked nothing yet.' : `Your questions: ${count}`),
  askSomething: 'Ask a question',
  ownTitle: (to, asked) => `To ${to} — ${asked}`,
  ownWaits: (likely) => (likely === null ? 'It waits for an answer.' : `An answer is likely by ${likely}.`),
  answer: (by, text) => `Answer (${by}): ${text}`,
  inbox: (count) => (count === 0 ? 'No question waits for an answer.' : `Questions that wait for an answer: ${count}`),
  withAdvisers: (count) =>
    `Besides, ${counted(count, 'question waits', 'questions wait')} for an adviser; what they say is not shown.`,
  waitingAtAdvisers: (count) =>
    count === 0
      ? 'No question waits for an adviser.'
      : `Questions that wait for an adviser: ${count}. What they say is not shown.`,
  waitsFor: (to) => `To: ${to}`,
  showAdvisers: 'Show all of these',
  waiting: ({ asked, age, likely }) => [
    `Asked on ${asked} (${age === 0 ? 'today' : `${counted(age, 'business day', 'business days')} ago`})`,
    ...(likely === null ? [] : [`An answer is likely by ${likely}.`]),
  ],
  from: ofEn,
  noteOf: (note) => `Note on handing over: ${note}`,
  more: 'Show more',
  someOf: ({ shown, of }) => `These are ${shown} of ${of}. Choose the others in the list of questions.`,
  reply: 'Answer',
  pass: 'Hand over',
  correct: 'Correct the answer',
  toFaq: 'Add to the FAQ',
  sendAnswer: 'Send the answer',
  sendsAnswer: (asker) => `Sends this answer to ${asker}.`,
  answered: (asker) => `The answer was sent to ${asker}.`,
  correctedDone: (asker) => `The answer was corrected; ${asker} is told.`,
  asks: (asker, question) => `${asker} asks: “${question}”`,
  passesTo: 'Who asked is told to whom it was handed over.',
  passed: (to) => `The question was handed over to ${to}.`,
  notices: {
    waiting: (count) => `${counted(count, 'question waits', 'questions wait')} for your answer.`,
    answered: ({ to, question }) => `Your question was answered by ${to}.\nYour question: “${question}”`,
    corrected: ({ to, question }) => `The answer to your question was corrected (${to}).\nYour question: “${question}”`,
    passed: ({ to, question }) => `Your question was handed over to ${to}.\nYour question: “${question}”`,
    open: 'Show the questions',
  },
  home: (count) => `Questions that wait for an answer: ${count}`,
  refusals: {
    no_adviser: () => 'Your company has no adviser yet. Please send the question to the secretariat instead.',
    not_your_adviser: () => 'This adviser does not look after your company now. Please choose again whom to ask.',
    perhaps_answered: () => 'The FAQ has something close to it. If that is no answer, please press “Ask all the same”.',
    calls_everybody: ({ mention }) =>
      `“${mention}” reaches nobody else here. Please take it out and send the text again.`,
    already_answered: () => 'This question has been answered already. To change the answer, use “Correct an answer”.',
    question_withdrawn: () => 'This question was withdrawn. The others are under “Questions to answer”.',
    not_answered: () => 'This question has no answer yet. Please answer it with “Answer a question”.',
    answer_changed: () => 'Somebody corrected the answer after you opened it. Please look at it and send yours again.',
    same_answer: () => 'This is what the answer says already. Please change it and send it again.',
    there_already: () => 'The question is there already. Please choose somebody else.',
    not_their_adviser: () => 'It can be handed only to an adviser who looks after the company. Please choose again.',
    no_adviser_there: () =>
      'No adviser looks after the company of who asked. Please answer it with “Answer a question”.',
    nothing_waits: () => 'No question waits for an answer. What comes is under “Questions to answer”.',
    nothing_answered: () => 'There is no answered question yet. What came is under “Questions to answer”.',
    nothing_to_withdraw: () => 'There is no question to withdraw. What you asked is under “My questions”.',
  },
  actions: {
    'question.ask': action('Ask a question', 'Asks the secretariat or your adviser', 'ask the secretariat'),
    'question.mine': action('My questions', 'Shows what you asked and the answers'),
    'question.withdraw': action(
      'Withdraw a question',
      'Withdraws a question before its answer and erases it',
      'withdraw my question',
    ),
    'question.inbox': action(
      'Questions to answer',
      'Shows what waits for an answer, the oldest first',
      'unanswered questions',
    ),
    'question.reply': action('Answer a question', 'Answers a question that came to you', 'answer the question'),
    'question.correct': action('Correct an answer', 'Corrects an answer and tells who asked', 'correct my answer'),
    'question.pass': action(
      'Hand over a question',
      'Hands a question to the secretariat or to an adviser',
      'hand over the question',
    ),
  },
};

export const questionTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
