/** What a person is offered to write as a first sentence, in Japanese and English. */
import type { Language, Mode } from '../requests/context.js';

/** A suggestion: what it is about, and the sentence that is written once it is chosen. */
export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}

const prompt = (title: string, message: string): SuggestedPrompt => ({ title, message });

const ja = {
  heading: 'このようにお書きください',
  register: (code: string, mode: Mode) =>
    prompt(`${code}に登録`, mode === 'online' ? `${code}にオンラインで参加します` : `${code}に会場で参加します`),
  next: prompt('次にすること', '次に何をすればよいですか?'),
  sessions: prompt('セッション一覧', 'セッションの一覧を見せてください'),
  book: prompt('個別相談を予約', '個別相談を予約したいです'),
  submit: (title: string) => prompt(`${title}を提出`, `${title}の原稿を提出したいです`),
  ask: prompt('事務局に質問', '事務局に質問したいです'),
  agenda: prompt('個別相談の予定', '担当の個別相談の予定を見せてください'),
  offer: prompt('相談の時間を登録', '個別相談の空き時間を登録したいです'),
  reviews: prompt('レビュー待ち', 'レビュー待ちの原稿を見せてください'),
  record: prompt('実施を記録', '個別相談の実施記録を書きたいです'),
  overview: prompt('概況', '概況を見せてください'),
  announce: prompt('お知らせを送る', 'お知らせを作成したいです'),
  inbox: prompt('届いた質問', '届いた質問を見せてください'),
  report: prompt('実施報告書', '実施報告書を作成してください'),
  link: prompt('招待コードを入力', '招待コードを入力したいです'),
  help: prompt('できること', 'このアシスタントで何ができますか?'),
};

const en: typeof ja = {
  heading: 'You can write, for example',
  register: (code, mode) =>
    prompt(`Register for ${code}`, `Register me for ${code} ${mode === 'online' ? 'online' : 'on site'}`),
  next: prompt('What is next', 'What do I have to do next?'),
  sessions: prompt('List of sessions', 'Show me the list of sessions'),
  book: prompt('Book a consultation', 'I would like to book a consultation'),
  submit: (title) => prompt(`Submit: ${title}`, `I would like to submit our draft of the ${title}`),
  ask: prompt('Ask the secretariat', 'I have a question for the secretariat'),
  agenda: prompt('My consultations', 'Show me my consultations'),
  offer: prompt('Offer hours', 'I would like to offer hours for consultations'),
  reviews: prompt('Drafts to review', 'Which drafts are waiting for my review?'),
  record: prompt('Record a consultation', 'I would like to record a consultation'),
  overview: prompt('Overview', 'Show me the overview'),
  announce: prompt('Send an announcement', 'I would like to send an announcement'),
  inbox: prompt('Questions received', 'Show me the questions that came in'),
  report: prompt('Implementation report', 'Please make the implementation report'),
  link: prompt('Enter invitation code', 'I would like to enter my invitation code'),
  help: prompt('What I can do here', 'What can you do?'),
};

export const promptTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
