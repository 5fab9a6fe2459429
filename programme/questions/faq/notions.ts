/** What people of the programme speak of in several ways and in two languages, so that each way finds the others. */

/** Over plain text: half width, lower case. By what the field calls them (the glossary), not by any entry. */
const notions = {
  deadline:
    /締め?切|〆切|期限|期日|いつまで|何日まで|\b(?:deadlines?|due|by when|until when|latest|cut-?off|last day)\b/,
  extension:
    /延長|延期|猶予|遅れ|間に合わ|\b(?:exten(?:d|ds|ded|sion|sions)|postpone[ds]?|late|delay(?:s|ed)?|more time|miss(?:ed)? the)\b/,
  absence:
    /欠席|休む|休み|出られ|参加でき(?:ない|ません)|行け(?:ない|ません)|都合が(?:悪|つか)|\b(?:absent|absence|cannot (?:attend|come|join|make)|can't (?:attend|come|join|make)|unable to (?:attend|come|join)|miss a session)\b/,
  substitute:
    /代理|代わり|代わって|別の(?:者|人|社員)|ほかの(?:者|人|社員)|他の(?:者|人|社員)|\b(?:substitutes?|instead of me|in my place|replace(?:ment)?|stand in|someone else|somebody else|(?:another|other) colleagues?)\b/,
  colleagues:
    /同僚|複数(?:名|人)|何(?:名|人)(?:まで|で)|人数|上司|部下|[二三四五六2-9](?:名|人)(?!目)|\b(?:colleagues?|how many (?:people|persons|of us|participants)|several (?:people|of us)|co-?workers?|number of participants)\b/,
  registration:
    /登録|申し?込|エントリー|\b(?:regist(?:er|ers|ered|ration)|sign(?:ing)? up|enrol(?:l|ment)?|apply|application)\b/,
  cancelling: /取り?消|キャンセル|取りやめ|辞退|\b(?:cancel(?:s|led|lation|ling)?|call off|withdraw(?:al)?)\b/,
  online:
    /オンライン|リモート|在宅|zoom|web会議|ウェブ|\b(?:online|remote(?:ly)?|virtual(?:ly)?|zoom|teams meeting|from home|video)\b/,
  venue: /会場|場所|現地|来場|対面|\b(?:venue|on[- ]site|in person|location|place|address|room)\b/,
  recording:
    /録画|動画|ビデオ|アーカイブ|見逃し|見返|(?:後|あと)(?:から|で)(?:も)?見|\b(?:record(?:ed|ing|ings)|archive[ds]?|(?:watch|see|view)(?: [a-z]+){0,3} (?:later|again|afterwards)|video|on demand)\b/,
  materials:
    /資料|スライド|配布物|テキスト|レジュメ|ハンドアウト|\b(?:materials?|slides?|hand-?outs?|documents? of the session|presentation files?)\b/,
  fee: /費用|料金|参加費|会費|無料|有料|お金|支払|金額|\b(?:fees?|costs?|prices?|free of charge|charge[ds]?|pay(?:ment|ing)?|money|how much)\b/,
  travel: /交通費|旅費|出張|宿泊|\b(?:travel(?:ling)?|transport|hotel|accommodation|train fare|expenses?)\b/,
  invoice: /請求書|領収書|インボイス|\b(?:invoices?|receipts?)\b/,
  certificate: /修了証|証明書|認定|\b(?:certificates?|certification|diploma|proof of (?:attendance|participation))\b/,
  policy: /人権方針|方針|ポリシー|\bpolic(?:y|ies)\b/,
  draft: /原稿|草案|ドラフト|素案|下書き|\bdrafts?\b/,
  template:
    /ひな形|雛形|ひながた|テンプレート|見本|記入例|サンプル|実例|事例|他社(?:の)?例|\b(?:templates?|samples?|examples?|models?|boilerplate)\b/,
  submission:
    /提出|送付|アップロード|出し方|送り方|\b(?:submit(?:s|ted|ting)?|submission|upload(?:ed|ing)?|hand(?:ed|ing)? in|turn(?:ed)? in)\b/,
  format: /形式|フォーマット|ファイル|ワード|エクセル|word|excel|pdf|\b(?:formats?|file types?|files?|docx?)\b/,
  approval:
    /承認|決裁|取締役会|役員会|稟議|経営(?:層|陣|トップ)|社長|トップの|\b(?:approv(?:e|es|ed|al)|board(?: of directors)?|top management|president|ceo|sign(?:ed)? off|executives?)\b/,
  publication:
    /公開|公表|開示|掲載|ホームページ|ウェブサイト|webサイト|サイトに|\b(?:publish(?:ed|ing)?|publication|public(?:ly)?|website|web ?site|home ?page|disclos(?:e|ed|ure))\b/,
  translation:
    /英訳|翻訳|英語(?:版|で|に)|日本語(?:版|で|に)|外国語|多言語|\b(?:translat(?:e|ed|ion|ions)|english version|in english|in japanese|languages?|bilingual)\b/,
  confidential:
    /秘密|機密|守秘|外部に|漏れ|他社に(?:見|知)|誰が(?:見|読)|見られ|閲覧|共有され|\b(?:confidential(?:ity)?|secret|private|who (?:can )?(?:sees?|reads?)|other companies (?:see|read)|shared with|disclosed to|visible)\b/,
  personalData: /個人情報|プライバシー|\b(?:personal (?:data|information)|privacy|gdpr)\b/,
  consultation:
    /個別相談|相談|面談|コンサル|\b(?:consultations?|consulting|one-on-one|meeting with (?:the|my|our) advis[eo]r|advice session)\b/,
  adviser: /アドバイザー|先生|社労士|専門家|担当者|\b(?:advis[eo]rs?|sharoshi|experts?|consultants?|coach)\b/,
  hours:
    /何回|回数|回まで|上限|追加(?:の)?相談|もう(?:一|1)(?:回|度)|\b(?:how (?:many|often) (?:times|consultations?)|number of (?:times|consultations)|limit|additional (?:hours?|consultation)|another consultation|more consultations)\b/,
  duration: /何分|何時間|所要|長さ|どのくらい|どれくらい|時間は|\b(?:how long|durations?|minutes|length|last)\b/,
  booking:
    /予約|日程調整|枠|空き(?:時間|状況)|\b(?:book(?:ed|ing|ings)?|reserv(?:e|ation)|slots?|appointments?|schedul(?:e|ing))\b/,
  moving:
    /日程(?:の)?変更|日時(?:の)?変更|変更(?:したい|でき)|ずらし|別の日|振り?替え|リスケ|\b(?:reschedul(?:e|ed|ing)|move|another day|other date|different (?:day|date|time)|change the (?:date|time|day|appointment))\b/,
  supplyChain:
    /サプライ(?:ヤー|チェーン)|調達|取引先|仕入|委託先|下請|\b(?:suppl(?:y|ier|iers)(?: chains?)?|procurement|business partners?|contractors?|vendors?)\b/,
  scope:
    /対象(?:範囲|者|となる|は)|範囲|グループ会社|子会社|海外(?:拠点|子会社)?|派遣|パート|正社員|\b(?:scope|appl(?:y|ies) to|covers?|subsidiar(?:y|ies)|group companies|overseas|temporary workers?|part-?tim(?:e|ers?)|employees)\b/,
  dueDiligence:
    /デュー・?デリ(?:ジェンス)?|人権dd|リスク(?:評価|調査|の?特定)|\b(?:due diligence|hrdd|risk assessments?|identify(?:ing)? risks)\b/,
  grievance:
    /苦情|通報|相談窓口|ホットライン|救済|\b(?:grievances?|helplines?|hotlines?|whistle-?blow(?:ing|er)|complaints?|remedy)\b/,
  length:
    /ページ数|文字数|何(?:ページ|枚|文字)|分量|長さ|短く|\b(?:how long should|pages?|word count|how many words|length)\b/,
  update: /見直し|改定|更新|改訂|\b(?:review(?:ed)? regularly|revis(?:e|ed|ion)|updat(?:e|ed|es|ing)|renew(?:al)?)\b/,
  comments: /コメント|指摘|修正点|フィードバック|添削|\b(?:comments?|feedback|remarks?|corrections?|review)\b/,
  contact: /連絡先|問い?合わ?せ|窓口|電話|メールアドレス|\b(?:contact|phone|telephone|e-?mail address|reach)\b/,
  notification:
    /通知|お?知らせ|リマイン|メールが(?:届|来)|届(?:かない|きません)|\b(?:notif(?:y|ication|ications)|remind(?:er|ers)|messages? (?:do not|don't|does not|not) (?:arrive|come)|announcements?)\b/,
  account:
    /アカウント|ログイン|招待(?:コード)?|連携|slack|teams|スラック|チームズ|\b(?:accounts?|log ?in|sign in|invitation(?: code)?|link(?:ed)? (?:my|the) account|slack|teams)\b/,
  change:
    /異動|退職|後任|担当(?:者)?(?:が|の)?(?:変|交代)|引き?継|\b(?:successor|leav(?:e|es|ing) the company|left the company|new person in charge|take(?:s|n)? over|transfer(?:red)?|staff change)\b/,
  help: /使い方|操作|やり方|方法|\b(?:how to use|usage|instructions|manual|guide)\b/,
  nextYear:
    /来年度|次年度|翌年|来期|2025年度|継続(?:参加)?|\b(?:next (?:year|fiscal year)|second year|following year|fy ?20\d\d|continue(?:s|d)?)\b/,
  law: /法律|義務|法的|罰則|ガイドライン|指導原則|\b(?:laws?|legal(?:ly)?|mandatory|obligat(?:ion|ory)|required by law|penalt(?:y|ies)|guidelines?|guiding principles|ungps?)\b/,
  checkIn: /チェックイン|受付(?:方法|番号|は)|出席確認|出欠|\b(?:check[- ]?in|attendance|roll call)\b/,
} as const satisfies Readonly<Record<string, RegExp>>;

const all = Object.entries(notions);

/** The names of those that the text speaks of. */
export function notionsIn(plain: string): readonly string[] {
  return all.filter(([, pattern]) => pattern.test(plain)).map(([name]) => name);
}
