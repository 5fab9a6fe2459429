/** All words of announcements in Japanese, without those that refuse. */
import type { AnnouncementReply, AnnouncementState, Level, NotificationState, Role } from '../../prisma/client.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { actionTexts as action } from '../messages/action-texts.js';
import { answersFileJa } from './answers-file-texts.js';
import { placesJa } from './places/place-texts.js';
import type { CountedMessages, Drop, PreviewedReach, UnreachedNames } from './words.js';

const nearestJa = (times: readonly string[]) =>
  times.length === 0 ? '' : `近い配信時間内の日時: ${times.join('、')}。`;

const states: Readonly<Record<AnnouncementState, string>> = {
  draft: '下書き(未配信)',
  proposed: '承認待ち',
  scheduled: '配信予約',
  sending: '配信中',
  stopped: '停止中',
  sent: '配信済み',
  cancelled: '取り消し済み',
  withdrawn: '撤回済み',
  missed: '時間切れ(未配信)',
};

const roles: Readonly<Record<Role, string>> = {
  participant: '参加者',
  adviser: 'アドバイザー',
  secretariat: '事務局',
  speaker: '講師',
};

const levels: Readonly<Record<Level, string>> = { management: '経営層', working: '実務担当者' };

const replies: Readonly<Record<AnnouncementReply, string>> = {
  read: '確認しました',
  attend: '参加します',
  help: '相談したい',
};
const answers: typeof replies = { read: '確認済み', attend: '参加', help: '要相談' };

const drops: Readonly<Record<Drop, string>> = {
  added: '追加',
  left: 'プログラムを離れたため除外',
  cancelled: '参加を取り消したため除外',
  answered: '回答があったため除外',
  other: '対象でなくなったため除外',
};

const offers = {
  'home.show': 'マイページを開く',
  'session.list': 'セッション一覧',
  'session.show': 'セッションの詳細',
  'session.register': '参加を申し込む',
  'consultation.find': '個別相談を予約',
  'consultation.mine': '自社の個別相談',
};

const reachJa = ({ people, companies, chatCompanies, mailCompanies, silent, muted, none }: PreviewedReach) =>
  [
    ...(companies === 0
      ? [`${people - none - muted}名に届きます。`]
      : [
          `${companies}社のうち${chatCompanies + mailCompanies}社、${people}名のうち${people - none - muted}名に届きます${mailCompanies > 0 ? `(うち${mailCompanies}社はメールのみ)` : ''}。`,
        ]),
    ...(silent.length > 0 ? [`どなたにも届かない企業: ${silent.join('、')}。`] : []),
    ...(muted > 0 ? [`${muted}名はお知らせを受け取らない設定のため、届きません。`] : []),
  ].join('');

const whys = {
  never: 'チャット未利用、メールなし',
  blocked: 'アプリを利用できない状態、メールなし',
  bounced: 'メールが戻ってくる',
};
const unreachedJa = ({ names, more }: UnreachedNames) =>
  `${names.map(({ name, why }) => `${name}(${whys[why]})`).join('、')}${more > 0 ? `、ほか${more}名` : ''}`;

export const ja = {
  ...placesJa,
  ...answersFileJa,
  roles,
  levels,
  states,
  replies,
  answers,
  drops,
  offers,
  everyParticipant: '参加者全員',
  either: (names: readonly string[]) => names.join('・'),
  and: (parts: readonly string[]) => parts.join(' / '),
  inSession: (session: string, groups: string) => `${session}: ${groups}`,
  quiet: '動きのない企業',
  named: (names: readonly string[]) => names.join('、'),
  answerGroups: {
    registered: '参加申込済み',
    onsite: '会場参加',
    online: 'オンライン参加',
    waiting: 'キャンセル待ち',
    unanswered: '未回答',
  },
  consultationGroups: { booked: '個別相談を予約済み', not_booked: '個別相談が未予約' },
  stageGroups: { not_submitted: '未提出', ...deliverableTexts.ja.stages },
  labels: {
    textJa: '本文(日本語)',
    textEn: '本文(英語)',
    roles: '役割',
    levels: '参加者の区分',
    session: 'セッション',
    answers: 'そのセッションへの回答',
    keptAudience: '保存した対象',
    companies: '企業',
    consultation: '個別相談',
    deliverableType: '成果物',
    stages: 'その成果物の状況',
    names: '個別に指定する方',
    saveAs: 'この対象を保存する名前',
    postTo: '投稿先のチャンネル・チーム',
    asks: '回答ボタン',
    buttons: '操作ボタン',
    link: 'リンク(URL)',
    files: '添付ファイル',
    date: '配信日',
    time: '配信時刻',
    latestDate: 'いつまで役に立つか(最終日)',
    number: '人数',
    approve: '承認',
    announcement: 'お知らせ',
    answer: '回答',
  },
  hints: {
    text: '片方の言語だけでもかまいません。もう一方の言語の方には、そのまま届きます。',
    roles: '空欄の場合は、参加者に届きます。',
    session: '対象を絞る場合や、セッションのボタンを付ける場合に選びます。',
    names: '1行に1名、お名前またはメールアドレスをご入力ください。',
    saveAs: '次回から名前で選べます。',
    when: '空欄の場合は、確認後すぐに配信します。',
    latest: '空欄の場合は、7日後、またはセッションの開始までです。過ぎたものは配信しません。',
    place: '選ぶと、対象の方ではなく、このチャンネルに投稿します。個人に関する内容は載りません。',
    files: 'チャットに送っていただいたファイルから選べます。',
  },
  forwarded:
    '転送されたメッセージを下書きにしました。お知らせしてよろしいですか?「内容を変更」で、本文・対象・日時を変えられます。',
  introduction: '送信すると、配信前の確認をお見せします。まだ配信されません。',
  audienceIntroduction: 'すべての条件に当てはまる方が対象になります。',
  next: '確認へ進む',
  does: ({
    people,
    companies,
    when,
  }: {
    readonly people: number;
    readonly companies: number;
    readonly when: string | null;
  }) =>
    `このお知らせを、${companies === 0 ? '' : `${companies}社の`}${people}名に${when === null ? '、今すぐ' : `、${when}に`}配信します。まだ配信していません。`,
  facts: {
    audience: '対象',
    reach: '届く範囲',
    unreached: '届かない方',
    over: '配信の完了',
    latest: '有効期限',
    asks: '回答ボタン',
    buttons: '操作ボタン',
    state: '状態',
    by: '作成',
    sendAt: '配信日時',
    messages: '配信状況',
    answers: '回答',
    attachment: '添付',
    place: '投稿先',
    readers: '読む方',
    post: '投稿の状況',
  },
  reach: reachJa,
  unreached: unreachedJa,
  over: (at: string) => `${at}ごろまで`,
  soon: '1分以内',
  none: 'なし',
  toReaders: { ja: '日本語の方に届く内容', en: '英語の方に届く内容', both: '届く内容', place: '投稿する内容' },
  attachment: (name: string) => `添付: ${name}`,
  buttonsOf: (labels: readonly string[]) => `ボタン: ${labels.map((label) => `[${label}]`).join(' ')}`,
  warnings: {
    holiday: (name: string, nearest: readonly string[]) =>
      `配信日は営業日ではありません(${name})。${nearestJa(nearest)}このまま配信することもできます。`,
    outside: (windows: string, nearest: readonly string[]) =>
      `配信時刻は配信時間(${windows})の外です。${nearestJa(nearest)}このまま配信することもできます。`,
    unannounced: 'このプログラムは、まだ開始をご案内していません。ご案内のあとに配信できます。',
    edited: '予約は解除されています。もう一度「配信」を押すまで配信されません。',
    approval: 'この人数への配信には、事務局のほかの方の承認が必要です。「配信」を押すと、承認をお願いします。',
    approvalPost: 'チャンネルへの投稿には、事務局のほかの方の承認が必要です。「配信」を押すと、承認をお願いします。',
    named: (names: readonly string[]) =>
      `本文に参加者のお名前があります: ${names.join('、')}。チャンネルの全員が読みます。`,
    number: 'この人数への配信には、人数の入力が必要です。',
  },
  send: '配信する',
  schedule: 'この日時で予約',
  edit: '内容を変更',
  editAudience: '対象を変更',
  discard: '破棄',
  status: '状況を見る',
  stop: '停止',
  resume: '再開',
  correct: '訂正',
  withdraw: '撤回',
  cancel: '取り消し',
  remind: '未回答の方に再送',
  more: '次を表示',
  numberIntroduction: (people: number) => `${people}名に配信します。確認のため、人数を数字でご入力ください。`,
  sent: ({ people, differences }: { readonly people: number; readonly differences: string | null }) =>
    `${people}名への配信を始めました。${differences === null ? '' : `確認時からの変更: ${differences}。`}`,
  scheduled: (when: string) => `${when}に配信します。それまでは、変更や取り消しができます。`,
  proposed: (names: readonly string[]) => `承認をお願いしました: ${names.join('、')}。承認されるまで配信されません。`,
  nobodyLeft: '対象の方がいなくなったため、どなたにも配信していません。',
  differences: (entries: readonly { readonly why: Drop; readonly people: number }[]) =>
    entries.map(({ why, people }) => `${people}名${drops[why]}`).join('、'),
  stopped: (left: number) => `停止しました。まだ送っていない${left}名には届きません。再開できます。`,
  resumed: (left: number) => `再開しました。残りの${left}名に届きます。すでに届いた方には送りません。`,
  cancelled: '配信を取り消しました。どなたにも届いていません。',
  discarded: '下書きを破棄しました。どなたにも届いていません。',
  correctIntroduction:
    'すでに届いた方の画面では内容が書き換わり、メールでは「訂正」として届きます。これから届く方には、新しい内容が届きます。',
  corrected: (people: number) => `訂正しました。すでに届いている${people}名の内容を書き換えます。`,
  withdrawIntroduction: (gist: string) =>
    `「${gist}」を撤回します。すでに届いた方の画面では撤回したことが表示され、まだ届いていない方には届きません。元に戻せません。`,
  withdrawn: (people: number) => `撤回しました。すでに届いている${people}名の内容を書き換えます。`,
  reminded: (people: number) => `まだ回答のない${people}名に、再度お送りします。`,
  approveYes: '承認する',
  approveNo: '承認しない',
  approved: '承認しました。',
  declined: '承認しませんでした。配信されません。',
  answered: (answer: AnnouncementReply) =>
    `「${answers[answer]}」として記録しました。変更する場合は、ほかのボタンを押してください。`,
  helpPassedOn: '事務局にお伝えしました。担当者からご連絡します。',
  chooseIntroduction: 'お知らせをお選びください。',
  listTitle: 'お知らせの一覧',
  listEmpty: 'お知らせはまだありません。',
  write: 'お知らせを作成',
  audienceKept: (name: string) => `この対象を「${name}」として保存しました。`,
  statusTitle: (gist: string) => `お知らせの状況: ${gist}`,
  messages: ({
    planned,
    delivered,
    underWay,
    stopped,
    unreachable,
    unknown,
    missed,
    failed,
    suppressed,
  }: CountedMessages) =>
    [
      `全${planned}名`,
      `届いた方${delivered}名`,
      ...(underWay > 0 ? [`配信中${underWay}名`] : []),
      ...(stopped > 0 ? [`停止中${stopped}名`] : []),
      ...(unreachable > 0 ? [`届かない方${unreachable}名`] : []),
      ...(unknown > 0 ? [`届いたか不明${unknown}名`] : []),
      ...(missed > 0 ? [`時間切れ${missed}名`] : []),
      ...(failed > 0 ? [`失敗${failed}名`] : []),
      ...(suppressed > 0 ? [`対象外・受信停止${suppressed}名`] : []),
    ].join('、'),
  answersLine: ({ read, attend, help, unanswered }: Readonly<Record<AnnouncementReply | 'unanswered', number>>) =>
    [
      ...(read > 0 ? [`${answers.read}${read}名`] : []),
      ...(attend > 0 ? [`${answers.attend}${attend}名`] : []),
      ...(help > 0 ? [`${answers.help}${help}名`] : []),
      ...(unanswered > 0 ? [`未回答${unanswered}名`] : []),
    ].join('、'),
  missingNames: (names: readonly string[], more: number) =>
    `未回答: ${names.join('、')}${more > 0 ? `、ほか${more}名` : ''}`,
  withoutCompany: '企業に属さない方',
  correction: '【訂正】',
  again: '【再度のご案内】',
  otherLanguageOnly: 'このお知らせは英語のみです。',
  withdrawnNotice: 'このお知らせは撤回されました。',
  open: 'リンクを開く',
  openFile: 'ファイルを開く',
  notices: {
    approval: (by: string) => `${by}様が、次のお知らせの配信の承認をお願いしています。`,
    approved: (gist: string) => `お知らせ「${gist}」が承認されました。`,
    declined: (gist: string) => `お知らせ「${gist}」は承認されませんでした。配信されません。`,
    changed: (gist: string, differences: string) =>
      `お知らせ「${gist}」の配信を始めました。確認時からの変更: ${differences}。`,
    missed: (gist: string) => `お知らせ「${gist}」は、有効期限までに始められなかったため、配信していません。`,
    nobody: (gist: string) => `お知らせ「${gist}」は、対象の方がいなくなったため、どなたにも配信していません。`,
    ended: (gist: string, counts: string) => `お知らせ「${gist}」の配信が終わりました: ${counts}。`,
    post: (
      gist: string,
      { place, state, isEdit }: { readonly place: string; readonly state: NotificationState; readonly isEdit: boolean },
    ) =>
      `お知らせ「${gist}」の「${place}」への${isEdit ? '投稿の訂正' : '投稿'}: ${(isEdit ? placesJa.editStates : placesJa.postStates)[state]}`,
    help: (name: string, gist: string) => `${name}様が、お知らせ「${gist}」について「相談したい」と回答しました。`,
  },
  kinds: {
    message: 'お知らせ',
    reminder: 'お知らせの再送',
    correction: 'お知らせの訂正・撤回',
    report: 'お知らせの報告',
  },
  actions: {
    'announcement.compose': action(
      'お知らせを作成',
      'お知らせを書き、対象と日時を決めて、配信前に確認します',
      'お知らせ',
      'お知らせを書く',
    ),
    'announcement.audience': action(
      'お知らせの対象を変更',
      '配信前のお知らせの対象を、企業や個別相談の予約などで絞ります',
    ),
    'announcement.send': action('お知らせを配信', '確認したお知らせを配信、または予約します', 'お知らせを予約'),
    'announcement.approve': action('お知らせを承認', '多くの方へのお知らせを、事務局の二人目として承認します'),
    'announcement.list': action(
      'お知らせの一覧',
      '予約中・配信中・配信済みのお知らせを表示します',
      '配信予約の一覧',
      'お知らせ一覧',
    ),
    'announcement.status': action(
      'お知らせの状況',
      '届いた方と届かない方、企業ごとの回答を表示します',
      'お知らせの回答',
    ),
    'announcement.answers-file': action(
      'お知らせの回答のファイル',
      'お知らせへの回答を、企業と氏名の一覧としてExcelのファイルで渡します',
    ),
    'announcement.stop': action('お知らせを停止', '配信中のお知らせを途中で止めます', '配信を停止'),
    'announcement.resume': action('お知らせを再開', '止めたお知らせを、残りの方に配信します', '配信を再開'),
    'announcement.post-arrived': action('投稿されていた', '投稿できたか分からないお知らせを、投稿済みとして記録します'),
    'announcement.post-again': action(
      'もう一度投稿',
      '投稿できたか分からないお知らせを、チャンネルにもう一度投稿します',
    ),
    'announcement.cancel': action(
      'お知らせを取り消す',
      '予約したお知らせを、配信前に取り消します',
      'お知らせを取り消し',
      '配信予約を取り消す',
    ),
    'announcement.correct': action('お知らせを訂正', '届いたお知らせを、新しい内容に書き換えます'),
    'announcement.withdraw': action('お知らせを撤回', '届いたお知らせを撤回し、残りの配信をやめます'),
    'announcement.remind': action('未回答の方に再送', 'お知らせにまだ回答していない方に、もう一度送ります'),
    'announcement.answer': action('お知らせに回答', 'お知らせに、確認・参加・相談のいずれかで回答します'),
  },
};
