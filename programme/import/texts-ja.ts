/** What importing a programme and its roster says and understands, in Japanese. */

const MOST_SHOWN = 10;

/** 3、5、7ほか2 */
function shortened(numbers: readonly number[]): string {
  const shown = numbers.slice(0, MOST_SHOWN).join('、');
  return numbers.length > MOST_SHOWN ? `${shown}ほか${numbers.length - MOST_SHOWN}` : shown;
}

/** Of each list of words the first is what we write; every one is understood when it stands in a file. */
export const importing = {
  /** Headings of the roster's columns. */
  columns: {
    companyCode: ['会社コード', '企業コード'],
    companyNameJa: ['会社名', '会社名(日本語)', '企業名'],
    companyNameEn: ['会社名(英語)', '企業名(英語)', '英語会社名'],
    companyKana: ['会社名カナ', '会社名(カナ)', '会社カナ', '会社フリガナ', '企業名カナ'],
    nameJa: ['氏名', '氏名(日本語)', '名前', 'お名前'],
    nameEn: ['氏名(英語)', '氏名(ローマ字)', '英語氏名', 'ローマ字'],
    furigana: ['フリガナ', 'ふりがな', '氏名カナ', '氏名(カナ)'],
    email: ['メールアドレス', 'メール', 'Eメール', '電子メール'],
    role: ['役割', '区分'],
    level: ['階層', '対象', '職位区分'],
    language: ['言語', '使用言語'],
    timeZone: ['タイムゾーン', '時間帯'],
    slack: ['Slackワークスペース', 'SlackワークスペースID'],
    teams: ['TeamsテナントID', 'Teamsテナント'],
    personCode: ['個人コード', '個人番号', '参加者コード'],
    advisers: ['担当アドバイザー', '企業担当', '担当社労士'],
    jobTitleJa: ['役職', '役職名', '肩書'],
    jobTitleEn: ['役職(英語)', '役職名(英語)', '肩書(英語)'],
  },
  /** What the template says of each column. */
  columnNotes: {
    companyCode: '参加者は必須。会社ごとに決めた短い符号(例: P01)。同じ会社の方は同じ符号にします。',
    companyNameJa: '参加者は必須。正式名称。',
    companyNameEn: '参加者は必須。',
    companyKana: '参加者は必須。並べ替えに使います。「株式会社」などは除きます。',
    nameJa: '必須。姓と名の間を空けます。',
    nameEn: '必須。',
    furigana: '必須。並べ替えに使います。',
    email: '必須。お一人に1つ。SlackまたはTeamsに登録されているアドレスにします。',
    role: '必須。参加者・アドバイザー・事務局・講師のいずれか。',
    level: '参加者は必須。経営層・実務担当者のいずれか。参加者以外は空にします。',
    language: '任意。日本語・英語のいずれか。空のときは日本語になります。',
    timeZone: '任意。例: Asia/Tokyo。空のときはプログラムのものになります。',
    slack: '任意。会社がSlackを使う場合のワークスペースID(Tで始まる英数字)。複数はコンマで区切ります。',
    teams: '任意。会社がTeamsを使う場合のテナントID。複数はコンマで区切ります。',
    advisers:
      '任意。参加者の行に、会社を担当するアドバイザーのメールアドレスまたは個人コードを書きます。複数はコンマで区切ります。',
    personCode: '任意。お一人ごとの変わらない符号。メールアドレスが変わっても同じ方と分かります。',
    jobTitleJa: '任意。同じ会社に同じ氏名の方がいるとき、見分けるために表示します。空のときは変えません。',
    jobTitleEn: '任意。',
  },
  rosterSheet: '名簿',
  notesSheet: '記入方法',
  /** What stands before the session's code in the headings of the attendance plan. */
  attendance: ['出欠', '参加予定'],
  /** What stands before the heading of a column that is not to be imported. */
  ignored: ['対象外', '無視', '取込対象外'],
  role: {
    participant: ['参加者'],
    adviser: ['アドバイザー', '社労士'],
    secretariat: ['事務局'],
    speaker: ['講師', '登壇者'],
  },
  level: {
    management: ['経営層', '経営者'],
    working: ['実務担当者', '実務層', '実務'],
  },
  language: {
    ja: ['日本語'],
    en: ['英語'],
  },
  mode: {
    onsite: ['会場', '会場参加', '対面'],
    online: ['オンライン', 'オンライン参加'],
  },
  kind: { seminar: 'セミナー', workshop: 'ワークショップ', meeting: '会議', closing: 'クロージング' },
  audience: { management: '経営層', working: '実務担当者', all: '全員' },
  method: { in_person: '会場のみ', online: 'オンラインのみ', mixed: '会場とオンライン' },
  yes: 'あり',
  no: 'なし',
  nothing: '(なし)',
  faults: {
    fileTooLarge: (megabytes: number) => `ファイルが大きすぎます。${megabytes}MBまでのファイルを取り込めます。`,
    fileEmpty: () => 'ファイルに内容がありません。',
    otherFormat: (format: string) =>
      `これは${format}のファイルです。「Excelブック(.xlsx)」として保存し直してください。`,
    noHeadings: () =>
      '見出しの行が見つかりません。最初の行に「会社コード」「氏名」「メールアドレス」「役割」などの見出しを、1列に1つずつ入力してください。',
    noSheet: (sheets: readonly string[]) =>
      `名簿の見出しがあるシートが見つかりません(シート: ${sheets.map((name) => `「${name}」`).join('')})。名簿のシートの最初の行に見出しを入力してください。`,
    severalSheets: (sheets: readonly string[]) =>
      `名簿の見出しがあるシートが複数あります(${sheets.map((name) => `「${name}」`).join('')})。取り込むシートだけを残すか、ほかのシートを非表示にしてください。`,
    oldExcel: () =>
      '古い形式(.xls)のExcelか、パスワードの付いたExcelです。パスワードを外し、「Excelブック(.xlsx)」として保存し直してください。',
    excelUnreadable: () => 'Excelファイルが壊れているため読み取れません。Excelで開いて保存し直してください。',
    excelTooLarge: () =>
      'Excelファイルを展開すると大きくなりすぎるため、取り込めません。不要な行・列・シートを削除してください。',
    excelMacros: () => 'マクロを含むExcelは取り込めません。「Excelブック(.xlsx)」として保存し直してください。',
    encoding: () => '文字コードを判別できません。Excelで「CSV UTF-8(コンマ区切り)」として保存し直してください。',
    quotes: () => '引用符(")の閉じ方が正しくないため、この行から先を読み取れません。',
    tooManyLines: (most: number) => `行が多すぎます。1回に取り込めるのは${most}行までです。`,
    noLines: () => '見出しの下に1行もありません。',
    formula: (cells: string) => `数式またはエラーのセルがあります(${cells})。値に置き換えてください。`,
    mergedCells: (cells: string) => `結合されたセルがあります(${cells})。結合を解除し、各行に値を入力してください。`,
    dateCell: (column: string) =>
      `「${column}」がExcelで日付に変わっています。セルの書式を「文字列」にして入力し直してください。`,
    formattedCell: (column: string, cell: string) =>
      `「${column}」のセル(${cell})は、数値が表示形式によって別の形で表示されています。セルの書式を「文字列」にして入力し直してください。`,
    columnUnknown: (heading: string) =>
      `見出し「${heading}」は使えません。取り込まない列であれば「対象外:${heading}」としてください。`,
    columnTwice: (heading: string) => `見出し「${heading}」の列が2つあります。`,
    columnMissing: (column: string) => `「${column}」の列がありません。`,
    cellsWithoutHeading: () => '見出しのない列に値があります。',
    missing: (column: string) => `「${column}」が空です。`,
    tooLong: (column: string, most: number) => `「${column}」が長すぎます(${most}文字まで)。`,
    lineBreak: (column: string) => `「${column}」に改行などの制御文字が入っています。`,
    lostCharacter: (column: string, value: string) =>
      `「${column}」の「${value}」に、保存の際に失われたと思われる文字があります。Excel(.xlsx)か「CSV UTF-8」で保存し直してください。`,
    gaiji: (column: string) =>
      `「${column}」に外字(作成したパソコンでしか表示できない字)が入っています。ほかの字かカナで入力してください。`,
    codeMalformed: (column: string, value: string) =>
      `「${column}」の「${value}」は使えません。英数字とハイフン・下線・ピリオドで、32文字以内にしてください。`,
    notKana: (column: string, value: string) =>
      `「${column}」の「${value}」は、カタカナまたはひらがなで入力してください。`,
    emailMalformed: (value: string) => `メールアドレス「${value}」の形式が正しくありません。`,
    notAChoice: (column: string, value: string, choices: readonly string[]) =>
      `「${column}」の「${value}」は使えません。${choices.join('、')}のいずれかにしてください。`,
    notATimeZone: (value: string) => `タイムゾーン「${value}」は使えません。Asia/Tokyo のように入力してください。`,
    slackMalformed: (value: string) => `SlackワークスペースID「${value}」の形式が正しくありません(Tで始まる英数字)。`,
    teamsMalformed: (value: string) => `TeamsテナントID「${value}」の形式が正しくありません(8-4-4-4-12桁の英数字)。`,
    levelMissing: () => '参加者には「階層」(経営層・実務担当者)が必要です。',
    levelNotForRole: () => '「階層」は参加者だけに入力してください。',
    companyNotForRole: () =>
      '会社の列は参加者だけに入力してください。事務局・アドバイザー・講師の行では空にしてください。',
    companyDiffers: (column: string, value: string, line: number, other: string) =>
      `「${column}」の「${value}」が、同じ会社コードの${line}行目の「${other}」と異なります。`,
    codesDifferInCase: (code: string, other: string) =>
      `コード「${code}」と「${other}」は大文字・小文字だけが異なります。`,
    emailShared: (email: string, line: number) =>
      `メールアドレス「${email}」が${line}行目の別の方にも使われています。お一人につき1つのアドレスが必要です。`,
    personDiffers: (column: string, value: string, line: number, other: string) =>
      `「${column}」の「${value}」が、同じ方の${line}行目の「${other}」と異なります。`,
    personTwice: (email: string, role: string, line: number) =>
      `「${email}」は${line}行目にも同じ役割(${role})で載っています。`,
    twoCompanies: (email: string, company: string, line: number, other: string) =>
      `「${email}」が2つの会社(${company}と、${line}行目の${other})に載っています。`,
    otherProgramme: (code: string, own: string) =>
      `これはプログラム「${code}」のファイルです。このチャットで取り込めるのは「${own}」です。ほかのプログラムは、システムの運用担当者が取り込みます。`,
    emailElsewhere: (name: string, email: string) =>
      `${name}様はほかのプログラムにも参加しているため、メールアドレスを「${email}」に変更できません。システムの運用担当者にご依頼ください。`,
    codeShared: (code: string, line: number) =>
      `個人コード「${code}」は${line}行目の別の方にも使われています。お一人につき1つのコードが必要です。`,
    mergedTwice: (name: string, line: number) =>
      `${name}様は${line}行目にもいらっしゃいます(2件の登録が統合されています)。どちらかの行を削除するか、両方に同じメールアドレスを入力してください。`,
    codeDisagrees: (code: string, holder: string, email: string) =>
      `個人コード「${code}」は${holder}のものですが、メールアドレス「${email}」は別の方のものです。どちらかを直してください。`,
    adviserUnknown: (column: string, value: string) =>
      `「${column}」の「${value}」は、この名簿のアドバイザーではありません。アドバイザーのメールアドレスまたは個人コードを書いてください。`,
    sessionUnknown: (code: string) => `セッション「${code}」はプログラムのファイルにありません。`,
    modeNotOffered: (session: string, mode: string, method: string) =>
      `${session}は「${method}」で開催されるため、「${mode}」は選べません。`,
    companyUnknown: (code: string) => `会社コード「${code}」は名簿にありません。`,
    notJson: (found: string) =>
      `JSONとして読み取れません。「${found}」の前後で、引用符・コンマ・かっこの過不足を確かめてください。`,
    notAProgramme: () => 'プログラムのファイルはJSON(UTF-8)で作成してください。',
    jsonEnds: () => 'JSONが途中で終わっています。閉じるかっこや引用符の不足を確かめてください。',
    jsonLetter: (found: string, right: string) => `「${found}」は使えません。半角の ${right} を入力してください。`,
    jsonDeep: () => 'かっこが多重に開かれすぎています。余分なかっこがないかご確認ください。',
    jsonSpace: () => '全角の空白などは使えません。半角の空白にしてください。',
    jsonComma: () => '閉じるかっこの前のコンマは不要です。削除してください。',
    jsonComment: () => 'コメントは使えません。削除してください。',
    keyTwice: (key: string) => `項目「${key}」が2回あります。`,
    required: () => '必須の項目がありません。',
    unknownKey: (key: string) => `項目「${key}」は使えません。`,
    wrongType: (expected: string) => `値の種類が違います(${expected} が必要です)。`,
    notOneOf: (choices: readonly string[]) => `${choices.join('、')}のいずれかにしてください。`,
    empty: () => '空です。値を入力してください。',
    textTooLong: (most: number) => `長すぎます(${most}文字まで)。`,
    numberTooSmall: (least: number) => `${least}以上の整数にしてください。`,
    numberTooBig: (most: number) => `${most}以下の整数にしてください。`,
    tooMany: (most: number) => `多すぎます(${most}件まで)。`,
    invalid: () => '値が正しくありません。',
    notACode: () => '英数字とハイフン・下線・ピリオドで、32文字以内にしてください。',
    notADate: () => '2024-11-07 のような実在の日付にしてください。',
    notAWindow: () => '09:00-12:00 のように、始めと終わりの時刻を入力してください。',
    windowsOutOfOrder: () => '送信する時間帯は、早いものから順に、重ならないように入力してください。',
    noSuchReminder: (text: string) =>
      `「${text}」というリマインダーは設定できません。7d(7日前)、0d(当日)、1h(1時間前)のように入力してください。締切の後は invitation の -1d・-2d・-3d だけです。`,
    notAClock: () => '09:00 のように、時刻を24時間制で入力してください。',
    notATime: () => '2024-11-07T15:30(その地域の時刻)または 2024-11-07T15:30+09:00 のような実在の日時にしてください。',
    notALink: () => 'https:// で始まるURLにしてください。',
    endsBeforeStart: () => '終了が開始より後になっていません。',
    deadlineAfterStart: () => '申込締切が開始より後になっています。',
    roomNotOffered: () => 'オンラインのみの開催では、会場と会場定員を指定できません。',
    lineNotOffered: () => '会場のみの開催では、接続先URLとオンライン定員を指定できません。',
    groupSizeWithoutGroups: () => 'グループワークを行わない場合、グループの人数は指定できません。',
    closureTwice: (from: string, to: string) => `休業日「${from}〜${to}」が2回定義されています。`,
    sessionTwice: (code: string) => `セッション「${code}」が2回定義されています。`,
    planOverlap: (other: string) =>
      `${other} と時間が重なります(同じ会社またはアドバイザー)。どちらかの日時を変えてください。`,
    planMovesWithin: () => '変更前の日時が、変更後の日時と重なります。重ならない日時にしてください。',
    draftPlanOutOfOrder: () => '着手、提出、承認、公開の順に、早いものから書いてください。',
    draftPlanUnknown: (code: string) => `成果物「${code}」は、このプログラムの deliverables にありません。`,
    draftPlanTooFar: () => '提出して確認済みになったものだけが承認でき、承認したものだけが公開できます。',
    planOutside: (first: string, last: string) => `プログラムの期間(${first}〜${last})の中の日時にしてください。`,
    planOverMidnight: () => '個別相談は日をまたげません。同じ日のうちに終わる日時にしてください。',
    planTooLong: (longest: number) => `個別相談は1回${longest}分までです("longest")。`,
    planTooMany: (company: string, most: number) =>
      `${company}の個別相談は${most}回までです("consultations")。予定の件数を減らしてください。`,
    deliverableTwice: (code: string) => `成果物「${code}」が2回定義されています。`,
    deliverableUnknown: (code: string) =>
      `成果物「${code}」はこのファイルにありません。deliverables の中の code を書いてください。`,
    deliverableCircle: (codes: readonly string[]) =>
      `成果物の順序が循環しています(${codes.join(' → ')})。どれか1つの dependsOn を外してください。`,
    dueOutside: (first: string, last: string) => `プログラムの期間(${first}〜${last})の中の日付にしてください。`,
    reportSubject: (isOfSession: boolean): string =>
      isOfSession
        ? 'この項目は開催回ごとのものです。session に開催回のコードを書いてください。'
        : 'この項目はプログラム全体のものです。session を外してください。',
    reportSessionUnknown: (code: string) =>
      `開催回「${code}」はこのファイルの sessions にありません。コードを確かめてください。`,
    reportTwice: () => '報告書の同じ項目が2回書かれています。どちらか1つにしてください。',
    planSameAdviser: () => '引き継ぐ前と後のアドバイザーが同じです。別の方にしてください。',
  },
  warnings: {
    onlyCompany: (name: string) => `「${name}」の方が1名も書かれていません。`,
    hiddenSheet: (sheet: string) => `非表示のシート「${sheet}」を読み取りました。`,
    hiddenLines: (lines: readonly number[]) => `非表示の行も読み取りました(${shortened(lines)}行目)。`,
    invisible: (column: string) => `「${column}」から、目に見えない文字を取り除きました。`,
    perhapsLost: (column: string, value: string) =>
      `「${column}」の「${value}」の「?」は、保存の際に失われた文字ではありませんか。`,
    writtenTwoWays: (column: string, value: string, line: number, other: string) =>
      `「${column}」の「${value}」は、${line}行目の「${other}」と同じものとして扱い、${line}行目の書き方にそろえます。`,
    oddYear: (date: string) => `日付が${date}になっています。年を確かめてください。`,
    deadlineEarly: (days: number) => `申込締切が開始の${days}日前です。`,
    longSession: (days: number) => `開始から終了までが${days}日あります。`,
    outsideProgramme: (from: string, to: string) => `プログラムの期間(${from}〜${to})の外です。`,
  },
  fields: {
    email: 'メールアドレス',
    personCode: '個人コード',
    nameJa: '名称(日本語)',
    nameEn: '名称(英語)',
    kana: 'カナ',
    furigana: 'フリガナ',
    timeZone: 'タイムゾーン',
    startsOn: '開始日',
    endsOn: '終了日',
    contact: '問い合わせ先',
    contactEn: '問い合わせ先(英語)',
    concernContacts: '相談窓口',
    consultations: '1社あたりの個別相談の回数',
    longest: '個別相談の最長時間(分)',
    guardHours: '個別相談の変更の締切(時間前)',
    absenceUses: '企業が来なかった相談を1回と数える',
    openRecords: '事務局による相談内容の閲覧',
    openDrafts: '事務局による原稿の閲覧',
    modelUse: '言語モデルに送る内容',
    checklist: 'チェックリスト',
    dueOn: '期限',
    dependsOn: '先に仕上げる成果物',
    reviewDays: '確認の営業日数',
    position: '順番',
    reportJa: '日本語の文章',
    reportEn: '英語の文章',
    opensAt: '受付時間の開始',
    closesAt: '受付時間の終了',
    closures: '休業日',
    windows: '送信する時間帯',
    askNumberFrom: 'お知らせの人数の入力(何名から)',
    quietDays: '動きのない企業(何営業日から)',
    approvalFrom: 'お知らせの承認(何名から)',
    reminders: 'リマインダー',
    level: '階層',
    jobTitleJa: '役職',
    jobTitleEn: '役職(英語)',
    company: '会社',
    kind: '種類',
    titleJa: '題名(日本語)',
    titleEn: '題名(英語)',
    audience: '対象',
    startsAt: '開始',
    endsAt: '終了',
    method: '開催方法',
    venueJa: '会場(日本語)',
    venueEn: '会場(英語)',
    link: '接続先URL',
    roomCapacity: '会場定員',
    onlineCapacity: 'オンライン定員',
    deadline: '申込締切',
    agenda: '次第',
    materials: '資料',
    groupWork: 'グループワーク',
    groupSize: 'グループの人数',
  },
  changes: {
    what: { create: '追加', change: '変更', end: '終了', remark: '参考' },
    kind: {
      programme: 'プログラム',
      company: '会社',
      binding: 'ワークスペース・テナント',
      person: '人',
      membership: '役割',
      session: 'セッション',
      assignment: '担当',
      deliverable: '成果物',
      reportText: '報告書の文章',
    },
    changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    replaced: (field: string) => `${field}が変わりました`,
    separator: '、',
    held: (when: string, deadline: string) => `${when}、締切 ${deadline}`,
    organiser: '主催者',
    joins: (role: string) => `${role}として登録`,
    returns: (role: string) => `${role}として再登録`,
    leaves: (role: string) => `名簿にないため、${role}としての登録を終了(記録は残ります)`,
    advises: (adviser: string) => `担当アドバイザー: ${adviser}`,
    advisesNoMore: (adviser: string) => `${adviser}の担当を終了`,
    setInChat: (adviser: string) => `${adviser}の担当はチャットで決められたため、そのまま残します`,
    withdrawnInChat: (adviser: string) => `${adviser}の担当はチャットで外されたため、そのままにします`,
    noLongerGuest: (code: string) =>
      `プログラム外のゲスト(${code})として記録されている同じ名前の会社を、参加企業にします(これまでの参加者と出席の記録を引き継ぎます)`,
    unbound: 'ファイルにないため、信頼を解除',
    bound: '信頼するワークスペース・テナントとして登録',
    sessionAbsent: 'ファイルにありませんが、そのまま残します',
    sessionCalledOff: '中止されているため、変更しません',
    sessionTakesPlace: 'ファイルでは中止ですが、変更しません。ご案内が届くよう、中止はチャットで行ってください',
    sessionKept: '前回の取り込みの後にチャットで変更されたため、その変更を残します',
    deliverableGoes: 'ファイルになく、まだどの会社も着手していないため削除',
    deliverableStays: 'ファイルにありませんが、着手した会社があるためそのまま残します',
    reportTextKept: 'チャットで書かれているため、そのまま残します',
    sessionOverwritten: 'チャットでの変更を、ファイルの内容で置き換えます',
  },
  wordFault: (file: string, line: number | null, path: string | null, reason: string) =>
    `${[file, ...(line === null ? [] : [`${line}行目`]), ...(path === null ? [] : [path])].join(' ')}: ${reason}`,
  warning: (words: string) => `注意 ${words}`,
  sheetRead: (file: string, sheet: string) => `${file}のシート「${sheet}」を読み取りました。`,
  question: (file: string, line: number, newcomer: string, known: readonly string[]) =>
    `${file} ${line}行目: ${newcomer}は、登録済みの${known.map((one) => `「${one}」`).join('または')}と同じ方ですか。`,
  wordChange: (what: string, kind: string, name: string, details: string) =>
    `${what} ${kind}「${name}」${details === '' ? '' : `: ${details}`}`,
};

export type ImportTexts = typeof importing;
