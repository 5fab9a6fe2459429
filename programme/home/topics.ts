/** What people ask about, and the words that tell it, in Japanese and in English alike. */
import type { Clause, Sentence } from '../requests/recogniser.js';

/** Each with the words by which a question is about it. The first that fits is meant: 「資料はどこ」 asks for the materials, not for a place. */
const asked = {
  companions:
    /相談[^。]{0,16}(?:同席|同行|連れて|一緒に)|(?:同僚|部下|上司|社長)[^。]{0,8}(?:も|を|が)[^。]{0,6}(?:同席|連れて|一緒に相談)|同席(?:でき|して(?:も)?(?:いい|よい|よろし|良))|\b(?:add|invite|include)\b(?!.*\b(?:files?|documents?|materials?|drafts?|slides?|questions?|topics?)\b).*\b(?:to|in) (?:my|our|the) (?:next )?consultation\b|\bbring\b.*\b(?:colleagues?|someone|somebody|boss|manager|people|mr|ms)\b.*\bconsultation\b/,
  absentAdviser:
    /(?:先生|アドバイザー|担当の方)(?:の方)?(?:が|は|も)?[^。 ]{0,8}(?:来|現れ|お見え|いらっしゃ|つなが|繋が|入って)[^。 ]{0,6}(?:ませ|な(?:い|か))|\badvis[eo]r\b.*\b(?:did not|didn't|never|has not|hasn't|not) (?:come|came|show|join|appear|turn)|\badvis[eo]r\b.*\b(?:no[- ]show|was absent|was missing)\b/,
  otherAdviser:
    /(?:先生|アドバイザー|担当者)を?(?:ほかの|他の|別の)?(?:先生|人|方)?に?(?:変え|替え|代え|換え|かえ|変更|交代|チェンジ)[^。 ]*|(?:別|ほか|他)の(?:先生|アドバイザー|担当者)(?:に|が|を)?[^。]{0,8}(?:変|替|代|お願い|希望|いい|ほしい)|\b(?:different|another|new|other) advis[eo]r\b|\b(?:change|switch|swap|replace) (?:my |our |the )?advis[eo]rs?\b/,
  late: /遅れ(?:ます|そう|ると|て(?:行|到着|入))|遅刻し|\b(?:running|be|am|are) (?:\d+ min(?:ute)?s? |a (?:bit|little) )?late\b/,
  writing:
    /(?:先生|アドバイザー)(?:の方)?(?:に|へ|と)(?:直接)?(?:連絡|メッセージ|メール|電話|伝え)|(?:先生|アドバイザー)の(?:連絡先|メール|電話)|\b(?:contact|message|e-?mail|write to|reach|call) (?:my|our|the) advis[eo]r\b|相談の?(?:内容|議題|質問|テーマ)を?(?:変|追加|修正|直)|\b(?:change|edit|update|add)\b.*\b(?:topics?|questions? (?:for|to) (?:the|our|my) advis[eo]r)\b/,
  preparing:
    /相談[^。]{0,12}(?:準備|用意|持って|持ち物)|(?:準備|用意)[^。]{0,12}相談|\b(?:prepare|bring|have ready|get ready)\b.*\bconsultation\b|\bconsultation\b.*\bprepare\b/,
  human:
    /人間(?:です|でしょう|なの|か)|あなたは(?:誰|だれ|何|なに|人|ロボット|ボット|ai)|(?:ロボット|ボット|ai)(?:です|なの|でしょう)か|\bare you (?:a |an )?(?:real |actual )?(?:human|person|bot|robot|ai|machine|real)\b|\b(?:is this|am i (?:talking|writing|speaking|chatting) (?:to|with)) (?:a |an )?(?:real )?(?:bot|robot|human|person|machine|ai)\b|\bwh(?:o|at) are you\b/,
  data: /(?:個人情報|データ|登録情報|私の情報|アカウント)(?:を|の|は)?(?:すべて|全て|全部)?(?:削除|消|開示|訂正)|\b(?:delete|erase|remove|export|forget|correct)\b.*\b(?:my|personal) (?:data|account|information|details|profile)\b|\b(?:delete|erase|forget) me\b|\bgdpr\b|\bmy (?:personal )?data\b/,
  stop: /(?:お?知らせ|通知|配信|メッセージ)(?:を|の|は|が)?(?:すべて|全て|全部)?(?:停止|止め|やめ|解除|不要|いら|送らないで)|配信停止|退会|脱退|プログラム(?:を|から)(?:やめ|辞め|抜け)|^(?:配信)?停止(?:して(?:ください|下さい)?)?$|\bunsubscribe\b(?! me from)|\bopt out\b|\bstop (?:sending|messaging|writing|notif|these|all)|\bleave the program(?:me)?\b|\b(?:remove|take) me (?:from|off) (?:the|this|your) (?:mailing )?(?:list|program(?:me)?)\b|\bturn off (?:the )?(?:notifications|messages)\b/,
  parking:
    /駐車|パーキング|車で(?:行|来|伺)|車は?(?:停|止|と)め|\bparking\b|\bcar park\b|\bpark (?:my|the|a|our) car\b|\bwhere (?:can|do|should) (?:i|we) park\b/,
  receipt: /領収書|請求書|インボイス|\b(?:receipt|invoice)s?\b/,
  fee: /参加費|費用|料金|会費|キャンセル料|いくら(?:です|でしょう|かか|か|$)|無料|有料|\b(?:fees?|costs?|price|how much|free of charge)\b|\bis (?:it|this) free\b/,
  food: /昼食|弁当|食事|懇親会|飲み物|ランチ|\b(?:lunch|food|meals?|catering)\b/,
  bring:
    /持ち物|持って(?:行|来|い[くけ]|くる)|(?:用意|準備)する(?:もの|物)|服装|\bdress code\b|\bwhat (?:do|should|must|shall) (?:i|we) (?:have to |need to )?(?:bring|wear)\b/,
  access:
    /行き方|地図|マップ|アクセス|最寄り?の?駅|何駅|道順|住所|\b(?:map|directions|nearest station)\b|(?<!mail )\baddress\b|\bhow (?:do|can) (?:i|we) get (?:there|to)\b/,
  link: /接続先|url|リンク|ミーティングid|zoom|ズーム|入室|\b(?:link|url|zoom|meeting id|dial[- ]?in|passcode)\b|\bhow (?:do|can) (?:i|we) (?:connect|dial in)\b/,
  materials: /資料|スライド|配布物|ハンドアウト|教材|レジュメ|\b(?:slides?|materials?|hand-?outs?)\b/,
  deadline:
    /締め?切|〆切|期限|いつまで|何[日時]まで|\bdeadlines?\b|\bby when\b|\b(?:until|till) when\b|\bdue date\b|\blast (?:day|date) (?:to|for)\b|\bwhen (?:do|must|should) (?:i|we) .*\bby\b|\bregistration (?:close|end)s?\b/,
  registering:
    /(?:登録|申し?込み?|参加)(?:の)?(?:方法|仕方|手順|手続き?(?:は|を|方法))|(?:登録|申し?込み|申込|参加)(?:は|を)?(?:どう|どこ)|(?:どうやって|どうすれば|どこ(?:で|から))(?:申|登録|参加)|\bhow (?:do|can|could|should|to) (?:i |we )?(?:register|sign up|enrol|attend|participate|take part)\b|\bwhere (?:do|can) (?:i|we) (?:register|sign up)\b/,
  todo: /(?:何|なに)を?(?:すれば|したら|やれば|やったら)|どう(?:すれば|したら)(?:い|よ|良)|やること|(?:す|やる)べきこと|必要な手続|次は何|\bwhat (?:must|should|do|shall) (?:i|we) (?:now )?(?:have to |need to |got to )?do\b|\bwhat(?:'s| is) (?:next|expected|required)\b|\bmy (?:tasks?|to-?dos?)\b|\bdo i (?:have|need) to do\b|\bnext steps?\b|\bhow (?:do|does) (?:i|this|it) (?:start|begin|work)\b/,
  programme:
    /(?:プログラム|spp|これ|この(?:会|チャット|アプリ|ボット|取り組み))(?:と)?(?:は|って).{0,4}(?:何|なん|なに|どん)|人権方針(?:って|とは|は)(?:何|なん)|どんなプログラム|プログラム(?:について|の(?:内容|目的|概要))|\bwhat(?:'s| is| are)? (?:this|the|spp|it)(?:'s)? (?:programme|program|project|app|chat|bot|about|all about|for)\b|\babout (?:this|the) program(?:me)?\b|\bwhat(?:'s| is) (?:this|spp)$|\bpurpose of (?:this|the)\b/,
  contact:
    /問い?合わ?せ|連絡先|担当者|電話|誰に(?:聞|連絡|相談|尋)|(?:誰か|人)と話|窓口|メールアドレス|\bwho (?:do|can|could|should|may|shall|must) (?:i|we) (?:contact|ask|call|talk|speak|write|turn|reach|e-?mail)\b|\bcontact\b|\bphone\b|\b(?:talk|speak) (?:to|with) (?:a |an )?(?:real )?(?:human|person|someone|somebody)\b|\be-?mail address\b/,
  standing:
    /(?:登録|申し?込み?|受付)(?:に|は|が|を)?(?:でき|出来|され|完了し)て(?:い)?(?:ます|る)|私の(?:登録|回答|状況|申し?込み?)|\bam i (?:\w+ )?(?:registered|signed up|enrolled|booked|on the (?:list|waitlist))\b|\bmy (?:registration|status|answer)\b|\b(?:have|did) i (?:already )?(?:register|sign(?:ed)? up|answer)/,
  place:
    /会場(?:は|って|が)|場所|(?<!(?:会社|企業|各社)(?:は|が)?)どこ(?:で(?:す|し|や|開|行|あ)|に(?:行|集)|へ|なの|や|か|$)|\b(?:venue|location)\b|\bwhere(?:'s|s)?\b(?! (?:do|can) (?:i|we) (?:find|see|change|get|cancel))/,
  time: /いつ(?!も|でも|まで)|何時|何日|日時|時間(?:は|って)|\bwhen(?:'s|s)?\b(?! i\b)|\bwhat (?:time|day|date)\b/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type QuestionTopic = keyof typeof asked;

const isTopic = (name: string): name is QuestionTopic => Object.hasOwn(asked, name);

/** In the order in which they are tried. */
export const topics = Object.keys(asked).filter(isTopic);

export const askedPatterns: readonly RegExp[] = Object.values(asked);

/** What is asked for by naming it and nothing else, or by asking for it to be given. */
const nouns: readonly (readonly [QuestionTopic, string])[] = [
  ['deadline', '(?:申し?込み?の?)?(?:締め?切り?|〆切)|期限|(?:registration )?deadlines?'],
  ['materials', '(?:講演|配布|セミナーの?)?資料|スライド|レジュメ|slides|(?:training |course )?materials?|hand-?outs?'],
  ['place', '(?:会場の?)?場所|venue|location|place'],
  ['parking', '駐車場|parking'],
  ['fee', '参加費|費用|料金|fees?|costs?|price'],
  ['receipt', '領収書|請求書|(?:a |an )?(?:receipt|invoice)'],
  ['bring', '持ち物|服装|dress code'],
  ['access', '地図|アクセス|行き方|住所|map|directions'],
  ['link', '(?:zoom|オンライン)?の?(?:接続先|url|リンク)|zoom|(?:zoom |meeting |online )?(?:link|url)'],
  ['contact', '(?:お)?問い?合わ?せ先?|連絡先|担当者|質問があります|contact|i have a question'],
  ['time', '日時|(?:date and )?time'],
];

const code = String.raw`[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+`;
const please = '(?: ?(?:please|thanks))?';
const plea =
  '(?:は|が|を|について)?(?:(?:ください|下さい|欲しい|ほしい|お?願い|いただけ|頂け|送って|教えて|見せて|見たい|が?見つかりません|が?見つからない|が?ほしい).*)?(?:です)?';

const named = nouns.map(
  ([topic, words]) =>
    [
      topic,
      new RegExp(
        `^(?:${code} ?の?)?(?:${words})${plea}$|^(?:(?:please )?(?:send|give|show|i need|i want|i would like|i'd like|i can't find|i cannot find)(?: me)? )?(?:the |my |your )?(?:${code} )?(?:${words})(?: (?:of|for|from|in|to) (?:the )?${code})?${please}$`,
      ),
    ] as const,
);

const statements: readonly QuestionTopic[] = [
  'human',
  'data',
  'stop',
  'companions',
  'otherAdviser',
  'absentAdviser',
  'late',
  'writing',
];

/** Wishes for somebody to talk to, in other words than a question. */
const wantsSomebody =
  /(?:人|担当者|誰か)(?:に|と)(?:電話|話|相談|連絡)(?:を)?し?た(?:い|く)|電話(?:を)?した|\b(?:talk|speak) (?:to|with) (?:a |an )?(?:real )?(?:human|person|someone|somebody)\b|\bcall (?:someone|somebody|the secretariat)\b/;

export const statedPatterns: readonly RegExp[] = [
  ...named.map(([, pattern]) => pattern),
  ...statements.map((topic) => asked[topic]),
  wantsSomebody,
];

/** What a sentence asks about: its first clause that does; null where nothing that is known here. */
export function topicOf({ clauses, said }: Pick<Sentence, 'clauses' | 'said'>): QuestionTopic | null {
  for (const clause of clauses) {
    const topic = topicOfClause(clause);
    if (topic !== null) return topic;
  }
  return topics.find((topic) => asked[topic].test(said)) ?? null;
}

function topicOfClause({ said, asks }: Clause): QuestionTopic | null {
  const stated = named.find(([, pattern]) => pattern.test(said))?.[0];
  if (stated !== undefined) return stated;
  if (wantsSomebody.test(said)) return 'contact';
  if (asks === null) return statements.find((topic) => asked[topic].test(said)) ?? null;
  return topics.find((topic) => asked[topic].test(said)) ?? null;
}

/** What people tell who were left alone; they say that somebody did not come, which refuses nothing. */
export const complaintPatterns: readonly RegExp[] = [asked.absentAdviser];
