/** What Slack's client says when something went wrong, in Japanese as well: the stand-in speaks English, as the API does. */
import type { Done } from '../../command.js';
import type { Language } from '../../protocol.js';

const sentences: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [/^Please complete this required field\.$/, () => 'この必須項目を入力してください。'],
  [/^Please enter at least (\d+) characters\.$/, (least) => `${least}文字以上で入力してください。`],
  [/^Please enter at most (\d+) characters\.$/, (most) => `${most}文字以内で入力してください。`],
  [/^Please enter a valid email address\.$/, () => '正しいメールアドレスを入力してください。'],
  [/^Please enter a valid URL\.$/, () => '正しいURLを入力してください。'],
  [/^Please enter a number\.$/, () => '数字を入力してください。'],
  [/^Please enter a whole number\.$/, () => '整数を入力してください。'],
  [/^Please enter at least (\S+)\.$/, (least) => `${least}以上の数を入力してください。`],
  [/^Please enter at most (\S+)\.$/, (most) => `${most}以下の数を入力してください。`],
  [
    /^We had some trouble connecting\. Try again\?(.*)$/s,
    (rest = '') => `接続中に問題が発生しました。もう一度お試しください。${rest}`,
  ],
  [/^operation_timeout$/, () => 'アプリからの応答が時間内にありませんでした(operation_timeout)。'],
  [/^dispatch_failed$/, () => 'アプリに届けられませんでした(dispatch_failed)。'],
  [/^http_service_error$/, () => 'アプリ側でエラーが発生しました(http_service_error)。'],
  [/^http_client_error$/, () => 'アプリが要求を受け付けませんでした(http_client_error)。'],
  [
    /^invalid_command_response(.*)$/s,
    (rest = '') => `アプリの応答の形式が正しくありません(invalid_command_response${rest})。`,
  ],
  [/^(.+) is not a valid command\.$/s, (command) => `${command} は有効なコマンドではありません。`],
  [/^Sending messages to this app has been turned off\.$/, () => 'このアプリへのメッセージ送信はオフになっています。'],
  [/^The bot was not told: (.+)$/s, (reason) => `ボットには伝わっていません(${reason})。`],
  [/^(.+) is not in this channel\.$/s, (app) => `${app} はこのチャンネルに参加していません。`],
];

/** English words that explain the bare code that the API has for a failure. */
const explained: Readonly<Record<string, string>> = {
  operation_timeout: 'The app did not answer in time (operation_timeout).',
  dispatch_failed: 'The app could not be reached (dispatch_failed).',
  http_service_error: 'The app failed while answering (http_service_error).',
  http_client_error: 'The app refused the request (http_client_error).',
};

/** One of the client's sentences; what is not known, such as an error of the bot's own, stays as it is. */
export function translated(sentence: string, language: Language): string {
  if (language === 'en') return explained[sentence] ?? sentence;
  for (const [pattern, inJapanese] of sentences) {
    const match = pattern.exec(sentence);
    if (match !== null) return inJapanese(...match.slice(1));
  }
  return sentence;
}

/** What went wrong with a command; null when nothing did. */
export function errorWords(error: Done['error'], language: Language): string | null {
  if (error === null) return null;
  return typeof error === 'string' ? translated(error, language) : error[language];
}
