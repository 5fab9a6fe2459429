/** Why sending fails, in words for each of the codes that the bot, the network, Slack and Teams have for it. */
import type { Language } from '../../protocol.js';

interface KnownReason extends Readonly<Record<Language, string>> {
  readonly codes: readonly string[];
}

const ours: readonly KnownReason[] = [
  { codes: ['no longer true'], ja: '事実ではなくなったため', en: 'no longer true' },
  { codes: ['no account can be written to'], ja: '書き込めるアカウントがありません', en: 'no account to write to' },
  { codes: ['a fault of ours'], ja: 'アシスタント側の不具合', en: 'a fault of the assistant' },
  {
    codes: ['no conversation is known', 'no conversation was opened'],
    ja: '会話がまだ開かれていません',
    en: 'no conversation is open yet',
  },
  {
    codes: ['the service address is not Microsoft’s'],
    ja: '送信先のアドレスが Microsoft のものではありません',
    en: 'the service address is not Microsoft’s',
  },
  {
    codes: ['the message could not be drawn'],
    ja: 'メッセージを組み立てられませんでした',
    en: 'the message could not be drawn',
  },
  {
    codes: ['sent before Retry-After was over'],
    ja: '指定された待ち時間 (Retry-After) の前に送られました',
    en: 'sent before Retry-After was over',
  },
];

const network: readonly KnownReason[] = [
  {
    codes: [
      ...['timeout', 'request_timeout', 'ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
      'The operation was aborted due to timeout',
    ],
    ja: '時間内に応答がありませんでした',
    en: 'no answer in time',
  },
  {
    codes: ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'ABORT_ERR', 'AbortError', 'REQUEST_ABORTED_ERROR'],
    ja: '応答の前に接続が切れました',
    en: 'the connection broke before an answer came',
  },
  {
    codes: [
      ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
      ...['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ],
    ja: '接続できませんでした',
    en: 'no connection could be made',
  },
  {
    codes: ['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ja: '相手の証明書を信頼できません',
    en: 'the other side’s certificate cannot be trusted',
  },
  {
    codes: ['request_failed', 'fetch failed', 'REQUEST_SEND_ERROR'],
    ja: '通信に失敗しました',
    en: 'the request failed on the way',
  },
  { codes: ['unreadable_answer'], ja: '応答を読み取れませんでした', en: 'the answer could not be read' },
  { codes: ['unknown'], ja: '原因不明', en: 'the cause is not known' },
];

const platforms: readonly KnownReason[] = [
  {
    codes: ['rate limited', 'ratelimited', 'rate_limited', 'Throttled'],
    ja: '送信制限に達しました',
    en: 'rate limit reached',
  },
  {
    codes: ['internal_error', 'fatal_error', 'ServiceError', 'BadGateway'],
    ja: 'プラットフォーム側のエラーです',
    en: 'the platform itself failed',
  },
  {
    codes: ['service_unavailable', 'accesslimited', 'team_added_to_org', 'PreconditionFailed'],
    ja: 'プラットフォームが一時的に受け付けませんでした',
    en: 'the platform did not take it for the moment',
  },
  {
    codes: ['not_authed', 'invalid_auth', 'account_inactive', 'token_expired', 'token_revoked'],
    ja: 'ボットのトークンがないか、無効です',
    en: 'the bot’s token is missing or not valid',
  },
  {
    codes: ['missing_scope', 'team_access_not_granted', 'ForbiddenOperationException'],
    ja: 'ボットに権限がありません',
    en: 'the bot lacks the permission',
  },
  {
    codes: [
      ...['access_denied', 'ekm_access_denied', 'enterprise_is_restricted', 'no_permission', 'restricted_action'],
      ...['org_login_required', 'two_factor_setup_required', 'messages_tab_disabled', 'cannot_dm_bot'],
    ],
    ja: '送信が許可されていません',
    en: 'sending is not allowed there',
  },
  {
    codes: ['user_not_found', 'users_not_found', 'user_not_visible', 'invalid_user_combination'],
    ja: '相手が見つかりません',
    en: 'the person was not found',
  },
  { codes: ['user_disabled'], ja: '相手のアカウントは停止されています', en: 'the person’s account is deactivated' },
  {
    codes: ['ConversationBlockedByUser'],
    ja: '相手がボットをブロックしています',
    en: 'the person has blocked the bot',
  },
  {
    codes: ['channel_not_found', 'ConversationNotFound'],
    ja: '会話が見つかりません',
    en: 'the conversation was not found',
  },
  { codes: ['is_archived'], ja: '会話はアーカイブされています', en: 'the conversation is archived' },
  {
    codes: ['not_in_channel', 'BotNotInConversationRoster'],
    ja: 'ボットはこの会話に参加していません',
    en: 'the bot is not in the conversation',
  },
  {
    codes: ['message_not_found', 'ActivityNotFoundInConversation'],
    ja: 'メッセージが見つかりません',
    en: 'the message was not found',
  },
  {
    codes: ['expired_trigger_id', 'trigger_expired'],
    ja: 'フォームを開ける時間が過ぎました',
    en: 'it was too late to open a form',
  },
  { codes: ['hash_conflict'], ja: '画面がその間に更新されていました', en: 'the view had changed in the meantime' },
  { codes: ['msg_too_long', 'MessageSizeTooBig'], ja: 'メッセージが長すぎます', en: 'the message is too long' },
  {
    codes: ['invalid_blocks', 'invalid_arguments', 'BadSyntax'],
    ja: '内容の形式が正しくありません',
    en: 'the content is not well formed',
  },
];

export const knownReasons = [...ours, ...network, ...platforms];
