/** What each action is called: its title on buttons and in the help, one line on what it does, and the words that ask for it. */

/** `words`: what a sentence begins with or consists of; compared without regard to width and case. */
export interface ActionTexts {
  readonly title: string;
  readonly help: string;
  readonly words: readonly string[];
}

function action(title: string, help: string, ...words: readonly string[]): ActionTexts {
  return { title, help, words: [title, ...words] };
}

export const actions = {
  'home.show': action('メニュー', 'ご自身の予定とメニューを表示します', 'ホーム', 'こんにちは', 'はじめる', '予定'),
  'help.show': action('ヘルプ', 'できることの一覧を表示します', '使い方', '助けて', 'できること'),
  'member.link': action('招待コードを入力', '事務局からお渡しした招待コードで登録します', '招待コード', 'コード'),
  'member.language': action('言語を変更', '日本語と英語を切り替えます', '言語', '日本語', '英語'),
  'member.settings': action('設定', '言語とタイムゾーンを変更します', 'タイムゾーン'),
  'member.invite': action('招待コードを発行', '参加者の方などにお渡しする招待コードを発行します', '招待'),
  'programme.choose': action('プログラムを選択', '表示するプログラムを切り替えます', 'プログラム'),
  'session.list': action('セッション一覧', '対象のセッションと申込状況を表示します', 'セッション', '一覧', '日程'),
  'session.show': action('詳細', 'セッションの日時・会場・内容を表示します', '詳しく'),
  'session.register': action(
    '参加登録',
    'ご自身または同じ会社の方の参加を登録します',
    '申し込み',
    '申込',
    '登録',
    '参加',
  ),
  'session.change-mode': action('参加方法を変更', '会場とオンラインを切り替えます', '方法変更'),
  'session.cancel': action(
    '参加を取り消す',
    '参加登録またはキャンセル待ちを取り消します',
    'キャンセル',
    '取消',
    '取り消し',
    '取り消す',
  ),
  'session.decline': action('欠席', '欠席のご回答を登録します', '不参加'),
  'session.substitute': action('代理の方が出席', '代わりに出席される同じ会社の方を登録します', '代理', '代理出席'),
  'session.check-in': action('会場で受付', '会場に掲示された受付コードを入力します', '受付', 'チェックイン'),
  'session.join': action('オンラインで出席', '出席を記録し、接続先を表示します', '接続', '接続先'),
  'session.create': action('セッションを作成', '新しいセッションを作成します', '新規セッション'),
  'session.change': action('セッションを変更', '日時・会場・定員などを変更し、対象者にお知らせします', '変更'),
  'session.call-off': action('セッションを中止', '中止にし、申込者にお知らせします', '中止'),
  'session.attendees': action(
    '参加者一覧',
    '申込者・参加方法・会社・未回答を表示します',
    '参加者',
    '出席者',
    '名簿',
    '申込状況',
  ),
  'session.attendees-file': action(
    '参加者一覧(Excel)',
    '申込者・参加方法・会社・未回答をExcelのファイルでお渡しします',
    '参加者一覧のファイル',
    '参加者一覧のエクセル',
    '参加者のファイル',
    '参加者のエクセル',
    '名簿のファイル',
    '名簿のエクセル',
  ),
  'session.record': action('出欠を記録', '実際の出欠と参加方法を記録・訂正します', '出欠', '出席記録'),
  'session.walk-in': action('当日参加を記録', '登録のない方の当日の参加を記録します', '当日参加'),
  'session.history': action('出欠の履歴', '出欠記録の訂正の履歴を表示します', '履歴'),
  'session.check-in-code': action('受付コード', '会場で掲示する受付コードを表示します', '受付コードを表示'),
};
