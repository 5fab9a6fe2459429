/** The shell's words in Japanese, which the English ones follow. */
import type { Ahead } from '../../protocol.js';
import type { CastKind } from './people.js';

const what: Readonly<Record<Ahead['what'], string>> = {
  'registration deadline': '申込締切',
  'session starts': '開始',
  'session ends': '終了',
  notification: '通知',
};

const passed: Readonly<Record<Ahead['what'], (subject: string) => string>> = {
  'registration deadline': (subject) => `「${subject}」の申込が締め切られました。`,
  'session starts': (subject) => `「${subject}」が始まりました。`,
  'session ends': (subject) => `「${subject}」が終わりました。`,
  notification: (subject) => `通知の予定時刻になりました: ${subject}`,
};

const cast: Readonly<Record<CastKind, string>> = {
  'participant on Slack': 'Slack の参加者',
  'participant on Teams': 'Teams の参加者',
  'on both': '両方を使う参加者',
  adviser: 'アドバイザー',
  secretariat: '事務局',
};

const roles: Readonly<Record<string, string>> = {
  participant: '参加者',
  adviser: 'アドバイザー',
  secretariat: '事務局',
  speaker: '講師',
};

const levels: Readonly<Record<string, string>> = { management: '経営層', working: '実務担当者' };

export const ja = {
  page: 'SPP プレイグラウンド',
  pageShort: 'SPP',
  title: (who: string) => (who === '' ? 'SPP プレイグラウンド' : `${who} | SPP プレイグラウンド`),
  skip: '本文へ移動',
  close: '閉じる',
  dismiss: 'この知らせを閉じる',
  platforms: { slack: 'Slack', teams: 'Teams' },
  roles,
  levels,
  languageChoice: 'ページの言語',
  connecting: 'プレイグラウンドに接続しています…',
  lost: 'プレイグラウンドとの接続が切れました。自動的につなぎ直しています。続く場合は、ターミナルで動いているかご確認ください。',
  people: {
    heading: '登場人物',
    open: '登場人物',
    search: '名前・会社・メールで検索',
    clear: '検索を消す',
    found: (count: number) => `${count} 人が見つかりました。`,
    none: '該当する人がいません。別の言葉でお試しください。',
    first: 'まずはこの人から',
    groups: { secretariat: '事務局', advisers: 'アドバイザー', others: 'そのほか' },
    as: (name: string, platform: string) => `${name}さんの ${platform} を開く`,
    unread: (count: number) => `新着 ${count} 件`,
    noSeat: 'メールのみ',
    english: '英語',
    count: (count: number) => `${count} 人`,
  },
  cast,
  clock: {
    label: 'プログラムの時計',
    zone: '日本時間',
    open: '時計を進める',
    hour: '1 時間進める',
    day: '1 日進める',
    next: '次の予定まで進める',
    ahead: 'この先の予定',
    nothingAhead: 'この先の予定はありません。',
    jump: 'ここへ',
    jumpTo: (subject: string, time: string) => `ここへ進める: ${subject} ${time}`,
    what,
    to: '日時を指定して進める',
    toLabel: '日時 (日本時間)',
    go: 'この日時へ進める',
    jumping: '時計を進めています…',
    arrived: (time: string) => `${time} になりました。`,
    passed,
    passedMore: (count: number) => `ほか ${count} 件`,
    passedNothing: 'この間に予定されていたことはありません。',
    sent: (count: number) => `ボットが ${count} 件のメッセージを送りました。`,
    past: '時計は先へしか進められません。今より後の日時を指定してください。',
    unreadable: '日時を入力してください。',
  },
  scenarios: {
    open: 'シナリオ',
    heading: 'シナリオを選ぶ',
    lead: 'プログラムのある時点へ、ワンクリックで移れます。すでに何か操作した場合だけ、消してよいかを先にお尋ねします。',
    load: '読み込む',
    loadOf: (title: string) => `「${title}」を読み込む`,
    confirm: 'ここまでの操作の結果は消えます。このシナリオを読み込みますか?',
    yes: '置き換える',
    no: 'やめる',
    none: 'シナリオはありません。',
    loading: (title: string) => `「${title}」を準備しています`,
    loadingHint: '数秒から十数秒かかります。',
    loaded: (title: string) => `「${title}」を読み込みました。`,
    failed: (title: string) => `「${title}」を読み込めませんでした。`,
  },
  curtain: {
    open: '舞台裏',
    heading: '舞台裏',
    height: '舞台裏の高さ',
    close: '舞台裏を閉じる',
  },
  about: {
    open: 'このページについて',
    heading: 'このページについて',
    what: 'SPP (サステナブル調達パートナーシップ) の事務局を助けるボットを、Slack や Teams を用意しなくても試せるページです。画面は本物の Slack・Teams に似せた代役ですが、ボットは本番と同じもので、すべての操作は本物と同じ通信でボットに届きます。',
    stepsHeading: '使い方',
    steps: [
      '「登場人物」から誰かを選ぶと、その人の Slack や Teams が開きます。',
      '「並べて表示」で 2 人を同時に開き、やりとりを両側から見られます。',
      '上の時計を進めると、申込締切やセッションの時刻がその通りにやってきます。',
      '「舞台裏」では、通信と通知の記録を見たり、わざと障害を起こしたりできます。',
    ],
    safetyHeading: '安全について',
    safety: [
      'このコンピューターの中 (127.0.0.1) だけで動きます。',
      '何も外部へ送りません。',
      '登場人物と会社はすべて架空です。',
      '本番用のビルドには決して含まれません。',
    ],
  },
  welcome: {
    heading: 'ようこそ',
    lead: [
      'ここは、企業の人権方針づくりを支援するプログラムを、架空の参加者やアドバイザー、事務局になって体験できる場所です。',
      'ボットは本番と同じもので、Slack と Teams の画面だけが、このコンピューターの中の代役です。',
      '誰かを選んで話しかけ、時計を進めて、何が起きるかをご覧ください。',
    ],
    begin: '誰かになってみる',
    both: 'Slack の参加者と Teams の参加者を並べて開く',
    scenario: (title: string) => `シナリオ「${title}」から始める`,
    safety: '127.0.0.1 だけで動き、外部には何も送りません。本番用のビルドには含まれません。',
  },
  panes: {
    main: '登場人物の画面',
    pane: (number: number) => `画面 ${number}`,
    sideBySide: '並べて表示',
    second: '2 人目を開く',
    active: '選択中',
    activate: 'この画面を選ぶ',
    close: (name: string) => `${name}の画面を閉じる`,
    closeEmpty: '空の画面を閉じる',
    platform: 'どちらで見るか',
    empty: 'もう 1 人を選んでください',
    emptyHint: '登場人物から選んだ人の画面が、ここに開きます。',
    choose: '登場人物を開く',
    tabs: '開いている画面',
    tabEmpty: '未選択',
    gone: 'この方は今の世界にいません',
    goneHint: 'リンクが古いか、別のプログラムのものです。登場人物から選び直してください。',
    loading: '読み込んでいます…',
    broken: 'この画面を表示できませんでした。',
    reload: 'ページを再読み込み',
  },
};

export type ShellWords = typeof ja;
