/** What kinds of notification there are, in Japanese, for whoever looks through the ledger. */
import type { NotificationKind } from '../../notifications/kinds.js';

const kinds: Readonly<Record<NotificationKind, string>> = {
  'member.welcome': 'はじめのご案内',
  'session.registered': 'ほかの方による登録・変更',
  'session.cancelled': 'ほかの方による取り消し',
  'session.promoted': 'キャンセル待ちからの繰り上げ',
  'session.changed': 'セッションの変更',
  'session.called-off': 'セッションの中止',
  'request.answer': '後から届ける返事',
};

export const notifications = { kinds };
