/** The words of the secretariat's overview in Japanese. */
import { actionTexts as action } from '../messages/action-texts.js';

export const ja = {
  summary: (day: string) => `${day}の概況`,
  asOf: (day: string) => `${day}の状況です。数字を押すと、一覧を表示します。`,
  whole: '概況を表示',
  /** What stands above a row of numbers. */
  sections: {
    days: '予定',
    answers: 'ご回答と席',
    consultations: '個別相談',
    people: '連絡とご判断',
    stages: (title: string) => `${title}の段階`,
  },
  /** A number, on the button that leads to what it counts. */
  numbers: {
    today: (count: number) => `本日: ${count}件`,
    week: (count: number) => `今週: ${count}件`,
    unanswered: (count: number) => `未回答: ${count}件`,
    quiet: (count: number) => `動きのない企業: ${count}社`,
    seats: (count: number) => `席の状況: ${count}件`,
    booked: (count: number) => `予約済み: ${count}件`,
    free: (count: number) => `空き時間: ${count}件`,
    unbooked: (count: number) => `未予約の企業: ${count}社`,
    stuck: (count: number) => `止まっている提出物: ${count}件`,
    undeliverable: (count: number) => `連絡が届かない方: ${count}名`,
    /** @param advisers those that wait for an adviser */
    questions: (own: number, advisers: number) =>
      `回答待ちの質問: ${own}件${advisers === 0 ? '' : `(ほかに先生宛 ${advisers}件)`}`,
    unhelpful: (count: number) => `役に立たなかった回答: ${count}件`,
    decisions: (count: number) => `ご判断待ち: ${count}件`,
    stage: (count: number, stage: string) => `${stage}: ${count}社`,
  },
  /** What each list holds, said above it. Of quiet companies and what is stuck there is a number of days besides. */
  lists: {
    today: { title: '本日の予定', what: '本日始まるセッションと個別相談です。' },
    week: {
      title: '今週の予定',
      what: '今週(月曜日から日曜日まで)に始まるセッションと個別相談です。終わったものも含みます。',
    },
    unanswered: {
      title: '未回答の方',
      what: 'これからのセッションごとに、ご回答のない方を1件と数えます。飛び入りの方とゲスト企業の方は含みません。',
    },
    quiet: {
      title: '動きのない企業',
      what: '期限のある提出物やご回答が残っていて、その間、チャット・ご回答・ご参加・相談・提出のいずれもない企業です。',
    },
    seats: { title: '席の状況', what: 'これからのセッションの、参加予定の人数と定員です。' },
    booked: { title: '予約済みの個別相談', what: 'これからの個別相談です。' },
    free: { title: '個別相談の空き時間', what: 'いま予約できる時間です。' },
    unbooked: { title: '個別相談が未予約の企業', what: 'まだ一度も相談がなく、予約もない企業です。' },
    stage: { title: '提出物の段階', what: 'この段階の企業です。まだ何もしていない企業は「未着手」です。' },
    stuck: { title: '止まっている提出物', what: '承認または公開まで済んだものは含みません。' },
    undeliverable: {
      title: '連絡が届かない方',
      what: 'お知らせを届けられず未連絡の方と、届かなくなった連絡先のある方です。お知らせでは届かないため、電話でお伝えください。',
    },
    unhelpful: {
      title: '役に立たなかった回答',
      what: '「役に立たなかった」と評価された回答で、まだ対応済みでないものです。',
    },
    decisions: { title: 'ご判断待ち', what: '事務局のご判断をお待ちしているものです。' },
  },
  quietFor: (days: number, since: string) => `${days}営業日(${since}以降)動きのない企業です。`,
  stuckFor: (days: number) => `期限を過ぎたもの、または${days}日以上動きのないものです。`,
  listTitle: (title: string, count: number) => `${title}: ${count}件`,
  stageOf: (title: string, stage: string) => `${title}「${stage}」`,
  empty: '該当するものはありません。',
  columns: {
    when: '日時',
    what: '内容',
    who: '企業・方',
    session: 'セッション',
    company: '企業',
    person: 'お名前',
    deadline: '回答期限',
    lastActivity: '最後の動き',
    room: '会場',
    roomOf: '会場の定員',
    line: 'オンライン',
    lineOf: 'オンラインの定員',
    waiting: 'キャンセル待ち',
    adviser: 'アドバイザー',
    method: '方法',
    left: '残りの回数',
    deliverable: '提出物',
    since: 'いつから',
    question: 'お尋ね',
    missing: '足りなかった点',
    due: '期限',
  },
  /** A cell where there is no table, with the title of its column. */
  cell: (column: string, cell: string) => `${column}: ${cell}`,
  ratings: { addToFaq: 'よくある質問に追加', settle: '対応済みにする' },
  /** What an entry of several kinds is. */
  kinds: {
    session: 'セッション',
    consultation: '個別相談',
    extension: '期限延長の申し込み',
    approval: 'お知らせの承認',
    delivery: '届いたか分からない通知',
    post: '届いたか分からない投稿',
    apart: '担当を外れたアドバイザーの相談',
    record: '記録のない個別相談',
  },
  extensionOf: (title: string, until: string) => `${title}(${until}まで)`,
  never: 'なし',
  taken: (count: number, of: number | null) => (of === null ? `${count}名` : `${count}/${of}名`),
  hours: (count: number) => `${count}回`,
  /** On buttons; `code`: of the session, where a list is about several. */
  message: (code: string) => (code === '' ? 'お知らせを書く' : `${code}の方にお知らせ`),
  remind: (code: string) => (code === '' ? '再度のご案内' : `${code}の再度のご案内`),
  messageShown: '表示中の企業にお知らせ',
  remindShown: '表示中の企業に再度のご案内',
  unansweredOf: (code: string, people: number) => `${code}に未回答: ${people}件`,
  asFile: 'Excelに出力',
  ways: {
    calls: '電話での連絡先',
    stuck: '期限を延ばす',
    extensions: '期限の延長を決める',
    announcements: 'お知らせを確認',
    deliveries: '通知を確認',
    handovers: '担当を決める',
    records: '記録のない相談を確認',
  },
  /** What a reminder says, before anybody changes it. */
  reminders: {
    unanswered: (code: string) =>
      `再度のご案内です。${code}へのご出欠をまだいただいておりません。お手数ですが、下のボタンからご回答をお願いいたします。`,
    quiet: () =>
      '再度のご案内です。お願いしているご回答やご提出が残っております。下のボタンから状況をご確認ください。お困りのことがありましたら、事務局までご連絡ください。',
    unbooked: () => '再度のご案内です。個別相談をご予約いただけます。下のボタンから空き時間をお選びください。',
    stage: () =>
      '再度のご案内です。ご提出いただくものについて、下のボタンから現在の状況と期限をご確認ください。お困りのことがありましたら、事務局までご連絡ください。',
    session: (code: string) =>
      `再度のご案内です。${code}の詳細は、下のボタンからご確認ください。ご参加をお待ちしております。`,
    consultation: () => '再度のご案内です。個別相談のご予約は、下のボタンからご確認ください。',
  },
  ready: (title: string, count: number) => `「${title}」(${count}件)のファイルができました。リンクは1日有効です。`,
  readyPart: (title: string, { held, total }: { readonly held: number; readonly total: number }) =>
    `「${title}」のファイルができました。${total}件のうち最初の${held}件が入っています。リンクは1日有効です。`,
  open: 'ファイルを開く',
  again: '作り直す',
  backToList: '一覧に戻る',
  charts: {
    attendance: 'セッションごとの参加者数',
    progress: '策定を完了した企業数の推移',
    people: '名',
    companies: '社(累計)',
    onsite: '会場',
    online: 'オンライン',
  },
  more: '続きを表示',
  back: '概況に戻る',
  actions: {
    'overview.export': action('一覧の出力(Excel)', '概況の一覧をExcelで出力します'),
    'overview.list': action('概況の一覧', '概況の数字が数えているものを一覧で表示します'),
    'overview.show': action(
      '概況',
      '本日と今週の予定、未回答、動きのない企業などの数字と一覧を表示します',
      '全体の状況',
      '状況の概要',
    ),
  },
};
