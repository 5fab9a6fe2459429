/** Codes and English words of the bot and the platforms are worded in the page's language, and what is not known stays as it is. */
import { expect, test } from 'vitest';
import { knownReasons } from '../../../../page/browser/curtain/known-reasons.js';
import { reasonIn } from '../../../../page/browser/curtain/reasons.js';

test.each([
  ['UND_ERR_SOCKET', '応答の前に接続が切れました', 'the connection broke before an answer came', 'UND_ERR_SOCKET'],
  ['timeout', '時間内に応答がありませんでした', 'no answer in time', 'timeout'],
  ['rate limited', '送信制限に達しました', 'rate limit reached', null],
  ['no longer true', '事実ではなくなったため', 'no longer true', null],
  ['channel_not_found', '会話が見つかりません', 'the conversation was not found', 'channel_not_found'],
  ['http_503', 'HTTP 503 が返されました', 'answered with HTTP 503', null],
  ['503 ServiceError', 'プラットフォーム側のエラーです', 'the platform itself failed', '503 ServiceError'],
  [
    'ConversationNotFound: Conversation not found.',
    '会話が見つかりません',
    'the conversation was not found',
    'ConversationNotFound: Conversation not found.',
  ],
  [
    'event team_join was not sent: the app has not subscribed to team_join',
    'アプリが team_join を購読していないため、送られませんでした',
    'not sent, as the app has not subscribed to team_join',
    null,
  ],
  ['some_new_code', 'some_new_code', 'some_new_code', null],
])('%s', (raw, ja, en, code) => {
  expect(reasonIn('ja', raw)).toEqual({ words: ja, code });
  expect(reasonIn('en', raw)).toEqual({ words: en, code });
});

test('each code has one meaning', () => {
  const codes = knownReasons.flatMap((reason) => reason.codes);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
