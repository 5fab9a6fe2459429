/** All words of the attendance room, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import { pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import type { AboutSession } from '../sessions/refusal-texts.js';
import { onlineListEn, onlineListJa } from './online-list/words.js';

const titleJa = (session: { title: { ja: string; en: string } }) => `「${pick('ja', session.title)}」`;

const titleEn = (session: { title: { ja: string; en: string } }) => `“${pick('en', session.title)}”`;

const ja = {
  joinNow: '接続する',
  joined: (title: string) => `「${title}」の出席を記録しました。下のボタンから接続してください。`,
  joinedNoLink: (title: string) => `「${title}」の出席を記録しました。接続先は事務局から別途ご案内します。`,
  joiningHelp:
    'ご不便をおかけしております。接続先をもう一度お確かめのうえ、別のブラウザーやネットワークでもお試しください。解決しない場合は、下記までご連絡ください。ご登録はそのままです。',
  checkedIn: (title: string, name: string) => `${name}様、「${title}」の会場での出席を記録しました。`,
  checkIn: '受付する',
  checkInCodeIs: (title: string, code: string) => `「${title}」の受付コードは ${code} です。会場に掲示してください。`,
  checkInCodeOnline: (title: string, code: string) =>
    `「${title}」の受付コードは ${code} ですが、オンライン開催のため掲示は不要です。参加者の方には「オンラインで出席」を押していただきます。`,
  record: '記録する',
  came: { onsite: '会場で出席', online: 'オンラインで出席', absent: '欠席' },
  recorded: (title: string, count: number, came: string) => `「${title}」: ${count}名を「${came}」として記録しました。`,
  asRegistered: {
    choice: (onsite: number, online: number) => `選んだ方を除き登録どおり(会場${onsite}名・オンライン${online}名)`,
    hint: '複数の方を選べます。「登録どおり」では、選んだ方以外のまだ記録のない方を記録します。',
    as: { onsite: '会場で登録', online: 'オンラインで登録', waiting: 'キャンセル待ち' },
    records: (title: string, onsite: number, online: number) =>
      `「${title}」で、まだ記録のない方を登録どおりに記録します(会場${onsite}名・オンライン${online}名)。`,
    recorded: (title: string, onsite: number, online: number) =>
      `「${title}」: 登録どおりに記録しました(会場${onsite}名・オンライン${online}名)。`,
    except: '除く方',
  },
  recordedNobody: '今回は記録を変更していません。',
  changedMeanwhile:
    'フォームを開いてから、次の方の記録が新しく入りました。新しい記録を残しています。変更される場合は、もう一度「出欠を記録」を押してください。',
  keptMeanwhile: (name: string, came: string, source: string) => `${name}: ${came}(${source})`,
  calledOffCountsNobody: '中止されたセッションのため、実績には数えません。記録の訂正のみできます。',
  recordStands: (title: string, came: string) =>
    `「${title}」のご出欠は、事務局が「${came}」と記録しています。異なる場合は事務局へお知らせください。`,
  records: (title: string, count: number, came: string) => `「${title}」で、${count}名を「${came}」として記録します。`,
  recordsWalkIn: (title: string, came: string) => `「${title}」に、次の方の当日参加を「${came}」として記録します。`,
  recordsJoining: (title: string) => `「${title}」へのオンラインでの出席を記録し、接続先を表示します。`,
  recordedNone: 'すでに同じ内容で記録されています。',
  another: '同じ氏名の別の方',
  yes: 'はい',
  no: 'いいえ',
  walkedIn: (name: string, came: string) => `${name}様の当日参加を「${came}」として記録しました。`,
  walkedInGuest: (name: string, company: string, came: string) =>
    `${name}様(${company}、プログラム外のゲスト)の当日参加を「${came}」として記録しました。`,
  guestOf: (company: string) => `${company}(プログラム外のゲスト)`,
  nextWalkIn: '次の方を記録',
  onlineList: onlineListJa.words,
  history: {
    title: (title: string) => `${title} 出欠記録の履歴`,
    none: 'まだ記録がありません。',
    line: (instant: string, came: string, source: string, by: string) => `${instant} ${came}(${source}、記録: ${by})`,
    sources: {
      check_in_code: '受付コード',
      online_button: 'オンライン出席',
      secretariat: '事務局',
      online_list: 'Zoom・Teamsの参加者リスト',
    },
    ended: {
      corrected: (line: string) => `${line} → 訂正済み`,
      moved: (line: string) => `${line} → 日程変更により無効`,
      left: (line: string) => `${line} → 開始前の参加変更により無効`,
    },
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'session.check-in': action('会場で受付', '会場に掲示された受付コードを入力します', '受付', 'チェックイン'),
    'session.join': action('オンラインで出席', '出席を記録し、接続先を表示します', '接続', '接続先'),
    'session.join-help': action(
      '接続でお困りのとき',
      'オンラインで接続できないときの連絡先と接続先を表示します',
      '接続できない',
    ),
    'session.record': action('出欠を記録', '実際の出欠と参加方法を記録・訂正します', '出欠', '出席記録'),
    'session.walk-in': action('当日参加を記録', '登録のない方の当日の参加を記録します', '当日参加'),
    'session.online-list': action(
      '参加者リストで記録',
      'Zoom・Teamsの参加者レポート(CSV・Excel)から、オンラインの出席を記録します',
      '参加者リスト',
      '参加者レポート',
      '出席レポート',
      'オンライン参加者リスト',
    ),
    'session.history': action('出欠の履歴', '出欠記録の訂正の履歴を表示します', '履歴'),
    'session.check-in-code': action('受付コード', '会場で掲示する受付コードを表示します', '受付コードを表示'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_registered_online: (about: AboutSession) =>
      `${titleJa(about)}にオンラインで登録されている方のみ、接続先をご案内できます。`,
    nobody_open: () => '登録されている方の出欠は、すべて記録済みです。訂正は「出欠を記録」からお選びください。',
    nobody_registered: () => 'まだ登録されている方がいません。登録のない方は「当日参加を記録」をご利用ください。',
    check_in_code_wrong: () => '受付コードが正しくないか、受付時間外です。会場の掲示をご確認ください。',
    same_as: ({ name }: { readonly name: string }) =>
      `同じ会社の${name}様がすでにいらっしゃいます。同じ方でしたら、上の一覧からお選びください。別の方でしたら「同じ氏名の別の方」で「はい」をお選びください。`,
    company_unknown: () =>
      '会社が見つかりませんでした。一覧からお選びいただくか、一覧にない会社の名前をご入力ください。',
    ...onlineListJa.refusals,
    one_company: () => '会社は、一覧から選ぶか名前を入力するか、どちらか一方にしてください。',
  },
};

const en: typeof ja = {
  joinNow: 'Open the meeting',
  joined: (title) => `Your attendance at “${title}” is recorded. Use the button below to join.`,
  joinedNoLink: (title) => `Your attendance at “${title}” is recorded. The secretariat will send you the link.`,
  joiningHelp:
    'Sorry that you cannot get in. Please try the link once more, also in another browser or network. If that does not help, contact the people below. Your registration stays as it is.',
  checkedIn: (title, name) => `${name}, your attendance at “${title}” in the room is recorded.`,
  checkIn: 'Check in',
  checkInCodeIs: (title, code) => `The check-in code of “${title}” is ${code}. Please put it up in the room.`,
  checkInCodeOnline: (title, code) =>
    `The check-in code of “${title}” is ${code}, but it is held online, so there is nothing to put up. Attendees press “Join online”.`,
  record: 'Record',
  came: { onsite: 'attended on site', online: 'attended online', absent: 'did not attend' },
  recorded: (title, count, came) =>
    `${title}: recorded for ${count === 1 ? 'one person' : `${count} people`}: ${came}.`,
  asRegistered: {
    choice: (onsite, online) => `As registered, except those chosen (${onsite} on site, ${online} online)`,
    hint: 'You can choose several. “As registered” records those not chosen of whom nothing is recorded yet.',
    as: { onsite: 'registered on site', online: 'registered online', waiting: 'on the waitlist' },
    records: (title, onsite, online) =>
      `For “${title}”, those of whom nothing is recorded yet will be recorded as they registered: ${onsite} on site, ${online} online.`,
    recorded: (title, onsite, online) => `${title}: recorded as registered: ${onsite} on site, ${online} online.`,
    except: 'Except',
  },
  recordedNobody: 'No record was changed.',
  changedMeanwhile:
    'Since you opened the form, these people were recorded anew. The newer records stand. To change them, press “Record attendance” again.',
  keptMeanwhile: (name, came, source) => `${name}: ${came} (${source})`,
  calledOffCountsNobody:
    'The session was called off, so the figures count nobody. You can only correct what was recorded.',
  recordStands: (title, came) =>
    `For “${title}” the secretariat has recorded: ${came}. If that is wrong, please tell the secretariat.`,
  records: (title, count, came) =>
    `For “${title}”, ${count === 1 ? 'one person' : `${count} people`} will be recorded: ${came}.`,
  recordsWalkIn: (title, came) => `For “${title}”, this walk-in will be recorded: ${came}.`,
  recordsJoining: (title) => `Your attendance online at “${title}” will be recorded, and the link shown.`,
  recordedNone: 'It was recorded so already.',
  another: 'Another person of the same name',
  yes: 'Yes',
  no: 'No',
  walkedIn: (name, came) => `Recorded the walk-in of ${name}: ${came}.`,
  walkedInGuest: (name, company, came) => `Recorded the walk-in of ${name} (${company}, a guest): ${came}.`,
  guestOf: (company) => `${company} (guest)`,
  nextWalkIn: 'Record another',
  onlineList: onlineListEn.words,
  history: {
    title: (title) => `Attendance records of ${title}`,
    none: 'Nothing has been recorded yet.',
    line: (instant, came, source, by) => `${instant}: ${came} (${source}, recorded by ${by})`,
    sources: {
      check_in_code: 'check-in code',
      online_button: 'by the button',
      secretariat: 'secretariat',
      online_list: 'participant list',
    },
    ended: {
      corrected: (line) => `${line} → corrected`,
      moved: (line) => `${line} → void, as the session was moved`,
      left: (line) => `${line} → void, as they changed their answer before the start`,
    },
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'session.check-in': action('Check in', 'Takes the check-in code shown in the room'),
    'session.join': action('Join online', 'Records your attendance and shows the link', 'join', 'open the meeting'),
    'session.join-help': action(
      'Help with joining',
      'Shows the link and whom to contact where you cannot join online',
      'cannot connect',
    ),
    'session.record': action('Record attendance', 'Records or corrects who came and how', 'record'),
    'session.walk-in': action('Record walk-in', 'Records someone who came without registering', 'walk-in'),
    'session.online-list': action(
      'Record a participant list',
      'Records who was online by the participant report of Zoom or Teams (CSV, Excel)',
      'online list',
      'participant list',
      'attendance report',
      'participant report',
    ),
    'session.history': action('Attendance history', 'Shows how attendance records were corrected', 'history'),
    'session.check-in-code': action('Check-in code', 'Shows the code to put up in the room'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_registered_online: (about) => `The link of ${titleEn(about)} is only for those registered online.`,
    nobody_open: () =>
      'Everyone registered is recorded already. To correct a record, choose the people in “Record attendance”.',
    nobody_registered: () =>
      'Nobody is registered yet. For someone who came without registering, use “Record walk-in”.',
    check_in_code_wrong: () =>
      'This code is not right, or it is not the time to check in. Please look at the sign in the room.',
    same_as: ({ name }) =>
      `${name} of the same company is there already. If it is the same person, please choose them from the list above. If not, choose “Yes” for “Another person of the same name”.`,
    company_unknown: () =>
      'No such company. Please choose one from the list, or type the name of one that is not on it.',
    ...onlineListEn.refusals,
    one_company: () => 'Please either choose the company from the list or type its name, not both.',
  },
};

export const attendanceTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
