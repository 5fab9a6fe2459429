/** Tells what a sentence does with what it names: commits to it, makes an effort, or does not stand for it. */
import type { Language } from '../../../prisma/client.js';
import { type Denial, denialOf, withoutConditions, withoutDoubleNegation } from './clauses.js';

/** As the end of a sentence, where Japanese has its predicate. */
const effortJa =
  /努め|努力|つとめ|目指|めざ|心が?け|心掛け|配慮し|留意し|検討し|望(?:みま|まし)|推奨し|(?:た|し)いと(?:考え|思)|考えて|(?:てい|いき)?たいと|よう(?:に)?(?:し|心)|(?:深め|高め|進め|はかり|図り|なり|め)たい|志向し/u;
const endOfSentence = 20;

const effortEn =
  /\b(?:striv(?:e|es|ing)|endeavou?r(?:s|ing)?|aim(?:s|ing)? to|aspir(?:e|es|ing) to|seek(?:s|ing)?,? (?:to|where|when)|try(?:ing)? to|tries to|hope(?:s)? to|wish(?:es)? to|attempt(?:s)? to|(?:where|when)(?:ver)? (?:possible|practicable|feasible|appropriate)|as far as (?:possible|we)|reasonable efforts?|make (?:every )?efforts?|best (?:efforts|endeavou?rs)|do our best|would like to|intend(?:s)? to|guided by|take (?:\w+ )?into (?:account|consideration)|with reference to|refer(?:s|ring)? to|mindful|bear(?:s|ing)? in mind|due regard|in ways that suit|explore)\b/i;
/** Beside an effort of which it is not the helper: "we will try" stays one. */
const commitEn = /\b(?:shall|must|are committed to|is committed to|prohibit|never|require|expect)\b/i;

/** @param sentence normalised */
export function isEffort(sentence: string, language: Language): boolean {
  if (language === 'ja') return effortJa.test(sentence.slice(-endOfSentence));
  return effortEn.test(sentence) && !commitEn.test(sentence.replace(effortEn, ''));
}

const leftOutJa =
  /含み?ません|含まない|含まれません|対象外|対象と(?:は)?し(?:ない|ません|ていません)|適用(?:され|し)?(?:ません|ない)|除外|を除(?:く|き)|定めて(?:い|お)り?ません|見送|見合わせ|(?<!労働[のを])廃止(?:しました|いたし|した(?:方針|規程|もの)|され(?:た|まし))|閉鎖|取りやめ|^以前は|^かつて|(?:不要|必要(?:は|が)?な[いし])と(?:考|判断|し)|必要(?:は|が)?(?:ありま|ない)|こととはし|ものでは(?:あり|な|ござ)|わけでは(?:あり|な)|限りではあり?|困難(?:です|である|なため|であり|と(?:考|判))|難しい(?:と(?:考|判|い)|の(?:が|で)|状況|です|ため)|しかね|控え(?:ます|させ|る)|割愛|委ね(?:ます|る|て)|任意(?:です|と)|しないこと(?:と|に)し|任せて|足り(?:る|ます)[。.]?$|なじまない|応じない|(?:義務|責任|計画|予定|考え|つもり)(?:は|が|も)(?:な[いく]|ありません|ございません)/u;
/** For later, or not yet decided. */
const plannedJa =
  /^(?:20\d\d|令和\d{1,2})年(?:度|\d{1,2}月|春|夏|秋|冬)?(?:まで(?:に)?|から|以降)?\s?:|予定(?:です|であ|して|はあり|はな|する|とし|と|日)|(?:要否|可否|是非|かどうか|か否か)[^。]{0,40}(?:検討|判断|決め|考え|未定)|てから(?:考え|決め|検討)|検討(?:中|事項|課題|段階)|検討して(?:い(?:ます|る)|おり(?:ます)?)[。.]?$|(?:その|この)後(?:に(?:なります|行います|なる)|となります)|未(?:定|策定|制定|実施|整備|設置|着手|対応|公開|公表|承認)|計画(?:です|である|してい|中)|(?:教育|研修|訓練|対話|公表|導入)の計画を(?:立て|作)|(?:20\d\d年|令和\d{1,2}年|来年|来月|今年度中|年度内|年内)[^。]{0,10}までに|(?:今年度中|年度内|年内|来春|今秋|来年)[^。]{0,40}(?:まとめ|公表|策定|制定|公開|開始|目指|めざ)|案を(?:まとめ|作成)|^(?:案|選択肢)\s?[A-Z0-9一二三甲乙]\s?:|^[A-Z甲乙]案\s?:|その(?:時点|とき|都度)[^。]{0,12}(?:考え|判断|決め|検討)|着手(?:する|し)(?:計画|予定)|来年度(?:から|より|以降)[^。]{0,40}(?:着手|開始|始め|導入|構築|行い|実施)|準備(?:中|を始め|を進め|段階)|(?:来年度|次年度|来期|次期|今後|将来|以降|(?<!毎)年度(?:中|内))[^。]{0,40}(?:検討(?:し|する|を|いた)|(?:を|か|は)考え(?:ま|てい)|決め(?:ま|る)|判断(?:し|する)|課題(?:です|とし|と考|であ))|(?:方法|あり方|時期|内容)を検討|(?:今後|将来)の(?:検討|課題)/u;
/** A form that nobody has filled in yet. */
const unfinishedJa =
  /例[:：]?\s?「|(?<!(?:箱|ポスト|BOX)[^。]{0,14})(?:選んで|挙げて|記入して|入れて|書いて|記載して)ください|(?:を|と|旨を)書(?:く|きます)[。.]?$|□[^□]{1,40}□|\(\s?\)|年\s?月\s?日|[[【<〈](?:会社|社)?(?:名|名称|氏名|役職名?|日付|年月日|部署名?)[^\]】>〉]{0,8}[\]】>〉]|[○●]{2}|〇〇(?=株式|会社|様|部)|[×✕✖]|\s(?:なし|無し?|いいえ|該当なし|未実施)(?=\s|$)|(?:ひな|雛)(?:形|型)(?:の(?:文|まま)|から|を(?:使|流用|もと))|(?:見積り?|回答|確認)待ち|要(?:検討|確認|記入)|未(?:記入|入力|記載)|空欄|記(?:入|載)例|(?:導入|実施|設置|整備|開催|公表|公開|構築)(?:について|時期|方法)?[はもを][^。]{0,30}検討し(?:ます|てい|てま|たい|て参)/u;
/** What others ask, and what the law or somebody's paper says. */
const ofOthersJa =
  /(?:求め|要求|要請|要望|質問)(?:さ|ら)れ(?:て|る|た|ま)[^。]{0,14}[。.]?$|(?:質問|要請|要望|依頼|問い?合わせ)(?:を(?:受け|いただ|頂)|が(?:あ|来|届|増))|(?:(?:お客様|顧客|得意先|納入先|親会社|発注元|業界団体)[^。]{0,30}(?:から|より|では|には|は)|メーカー様?(?:から|より)|(?:調査票|質問票|アンケート|チェックリスト)(?:では|には|に))[^。]{0,60}(?:求め|要求|要請|要望|質問|問われ|聞かれ|項目|記載が|書かれ)|と(?:いう|の)[^。]{0,8}(?:質問|設問|要求|要望|項目|条項|記載|規定|一文)|(?:他社|同業|大手企業|多くの(?:企業|会社|事業者|メーカー)|各国政府|業界)(?:で|に)?[はも]|^(?:また、?|さらに、?|そして、?|なお、?|まず、?)?(?:一般に|一般的に|近年|日本?政府は|国は|国連は|EUでは|欧州では|世界では|企業(?:に)?は)(?!.{0,60}(?:当社|弊社|私(?:たち|ども)|わたしたち|我々))|(?:でしょうか|ですか|ますか|いるか|あるか)[。?]?$/u;
const leftOutEn =
  /\b(?:does not (?:cover|apply|include|extend)|do not (?:cover|apply|include|form)|(?:is|are) not (?:covered|intended|included|dealt|addressed)|exclud(?:es|ing)|outside (?:the|its) scope|left to (?:each|the|their|his|her)|(?:is|are) optional|up to each|has not yet|have not yet|not yet|yet to be|has yet to|have yet to)\b/i;
const plannedEn =
  /\[(?:the |your )?(?:company|organi[sz]ation|name|body|date|title|insert|number|address)\b[^\]]{0,40}\]|<(?:company|name|date|title)[^>]{0,20}>|:\s*(?:no|none|n\/a|not (?:yet|in))\b|^(?:by |in |from )?(?:q[1-4] |h[12] |fy ?|(?:spring|summer|autumn|winter) )?20\d\d\s?:|\b(?:to be (?:decided|determined|considered|confirmed)|under (?:consideration|discussion|development|preparation)|(?:are|is) (?:considering|planning)|plans? to (?:start|begin|set|introduce|publish|adopt|hold|consider)|(?:will|shall|to) (?:be )?(?:decided?|considered?|determined?) (?:whether|if|later|next|once|when|in)|consider(?:ing|s)? whether|next (?:fiscal |financial )?year|(?:is|are) (?:planned|foreseen|scheduled) (?:for|in)|no plans?\b|(?:will|to) be (?:looked at|discussed|dealt with|drawn up|taken up)\b[^.]*\b(?:once|when|after|later|next)|on hold|postponed|premature|out of proportion|disproportionate|(?:is|are) (?:a question|a matter) for|leave (?:it|this|that) to|to be (?:completed|filled|added|inserted|agreed)|\btbd\b|undecided|at a later (?:date|stage))\b/i;
const ofOthersEn =
  /\b(?:(?:customers?|buyers?|brand owners?|clients|parent company|industry codes?)(?:'s?)?[^.]{0,80} (?:asks?|asked|expects?|requires?|required|requests?|demands?|questionnaires?|codes?|wants?|specif(?:y|ies)|contains?|states?)|questionnaires? (?:asks?|asked)|we (?:are|have been|were) asked|asked (?:us )?whether|(?:should|must|is|are) not (?:to )?be (?:read|understood|construed|taken) as|(?:larger|bigger|large|many|most|some|leading) (?:\w+ )?(?:companies|firms|businesses|enterprises)\b|\b(?:companies|firms|businesses|enterprises) (?:must|should|shall|have to|need to|are (?:required|expected|asked))|\b(?:act|directive|guidelines|EU|government|ministry) (?:now )?(?:requires?|obliges?|asks?|recommends?|expects?)|\bis defined as\b|nothing in this|for (?:reference|information) only)\b|\?["')]?$/i;
const toldJa =
  /(?:と|旨が|ように?)(?:に)?(?:書かれ|書いて|記され|記載され|示され|述べ(?:られ)?|うたわれ|謳われ|され)て?(?:い(?:る|ま)|お|あ(?:る|り))|とのこと(?:です|だ|でし)|との(?:意見(?!交換)|提案|要望)(?:が|を|も|で)|(?:提案|説明|報告|意見|議論)(?:さ(?:れた|れました)|が(?:あった|ありました|出た|出ました)|も(?:あった|出た))[。.]?$|(?:素案|たたき台)(?:では|に(?:は|つい))|時期尚早|^(?:なお、?|また、?)?貴社(?:の|が|より|は)|(?:会社|企業|動き|例|声|国|地域)(?:も|が)[^。]{0,10}(?:出て(?:き|い)|増え|見られ|現れ|広が|相次)|(?:[るただいう])そうです|に(?:よれば|よると)|と(?:強調|説明|紹介|述べ|語|話し)(?:さ|し|て|が|られ|まし)[^。]{0,12}$|との(?:発表|報告|説明|紹介|話|指摘)(?:が|を|も)|(?<!従業員|社員|役職員|取引先|当社)とは[^。]{2,120}(?:をいう|をいいます|のこと(?:です|である|をいう|を指)|を指し?ます|を意味し)|する必要があ(?:る|ります)[。.]?$|(?:プロセス|こと|もの|仕組み|過程)を(?:いう|いいます|指す|指します|意味します)[。.]?$|^(?!.*(?:当社|弊社|私|わたし|我々)).*(?:ことが|が|は)(?:重要|大切|必要|肝要|不可欠|要件)(?:です|である|とされ[^。]{0,4})[。.]?$|^(?!.*(?:当社|弊社|私|わたし|我々))[^、。]{2,16}とは、[^。]*(?:文書|もの|考え方|こと|仕組み|手続き?|取り?組み?|活動|プロセス)(?:です|である)[。.]?$|^(?!.*(?:当社|弊社|私たち)).*親会社の|べきである[。.]?$|べきです[。.]?$|とされ(?:る|て|ます)[^。]{0,6}[。.]?$|べき(?:である)?とされ|(?:次回|引き続き|継続して|以降に)[^。]{0,20}(?:議論|協議|審議|検討)|継続審議|^(?:講師|先生|行政|担当官|記事|新聞|同業)[^。、]{0,10}[はがも]|^(?:お客様|顧客|得意先|納入先|(?:なお、?|また、?)?親会社|[^、。]{0,14}[A-Z]社|某社|[^、。]{1,12}社様|同(?:方針|社|規範|指針))(?:で)?(?:は|も|が|から|より|の[^。]{0,20}(?:に|で)は)/u;
const toldEn =
  /^(?:our |a |the |some |many |several |another |other )?(?:\w+ )?(?:customers?|buyers?|parent company|government|competitors?|peers|other companies|large companies|industry)\b(?![^.]{0,80}\b(?:we|our) )|^(?:the|our) parent(?: company)?\b(?![^.]{0,120}\b(?:we|you|our (?:staff|employees))\b)|^(?:another|one other|some other) (?:firm|company|manufacturer)\b|^whether to\b|\b(?:governments?|investors?|lenders|banks|regulators?|legislators?|lawmakers|civil society|the public|the world|society)\b(?![^.]{0,60}\b(?:we|our)\b)[^.]{0,60}\b(?:requir|expect|ask|demand|oblig|want|call(?:s|ing)? (?:up)?on)\w*|\b(?:auditor|speaker|lecturer|trainer|official|delegate|presenter|inspector|consultant)s? (?:then |also )?(?:explain|said|say|told|stress|present|warn|not|mention|suggest|propos|add|recommend)(?:s|ed|es)?\b|\b(?:its|their) own (?:human rights )?polic(?:y|ies)\b|\b(?:the|a|any|such) (?:\w+ ){0,2}polic(?:y|ies) should\b|\b(?:it (?:says|states|reads)|according to (?:our|the) customers?)\b/i;
/** Tells what others ask or say. @param sentence normalised */
export function isOfOthers(sentence: string, language: Language): boolean {
  return language === 'ja'
    ? ofOthersJa.test(sentence) || toldJa.test(sentence)
    : ofOthersEn.test(sentence) || toldEn.test(sentence);
}

const planHeading =
  /スケジュール|ロードマップ|工程表|今後の(?:計画|予定|進め方|課題)|検討(?:事項|状況)|\b(?:road ?map|next steps|timetable|milestones)\b/iu;
const already = /すでに|既に|これまで|現在|今も|\b(?:already|today|currently)\b/iu;

/** For later, as what it stands below is. @param sentence normalised @param heading normalised */
export function isOfPlans(sentence: string, heading: string): boolean {
  return planHeading.test(heading) && !already.test(sentence);
}

const partnersSubjectJa =
  /^[^、。]{0,12}(?:サプライヤー|(?<!当社の)お?取引先(?:様|企業)?|協力会社|仕入れ?先(?:様)?|調達先|委託先|ビジネスパートナー|製造元|(?:原料|材料|部品)?メーカー|会員企業|受託者)(?:各社|の皆様|の皆さま)?(?:は|が)(?![^。]*(?:利用|相談|通報|連絡)(?:する)?(?:こと)?が?でき(?:ます|る))/u;
const partnersSubjectEn =
  /^(?:(?:the|our|all|every|each|any) )?(?:\w+ ){0,2}(?:suppliers?|vendors?|contractors?|subcontractors?|business partners?)\b[^.,;]{0,40}\b(?:shall|must|should|(?:is|are) (?:required|expected))\b/i;

export interface SentenceStanding extends Denial {
  /** It plans what it names for later, or tells what others ask. */
  readonly isAside: boolean;
  /** It leaves something out, or says that there is none of it. */
  readonly isLeftOut: boolean;
  /** Partners are what it speaks of: an expectation of them, and nothing that the company does. */
  readonly isOfPartners: boolean;
}

/** @param sentence normalised */
export function standingOf(sentence: string, language: Language): SentenceStanding {
  const isJapanese = language === 'ja';
  const isLeftOut = isJapanese ? leavesOutJa(sentence) : leftOutEn.test(withoutConditions(sentence));
  const denial = denialOf(sentence, language, isJapanese ? leavesOutJa : null);
  const isAside = isJapanese
    ? plannedJa.test(sentence) || unfinishedJa.test(sentence) || isOfOthers(sentence, language)
    : plannedEn.test(sentence) || isOfOthers(sentence, language);
  const isOfPartners = (isJapanese ? partnersSubjectJa : partnersSubjectEn).test(sentence);
  return { isAside, isLeftOut, isOfPartners, ...denial };
}

function leavesOutJa(sentence: string): boolean {
  return leftOutJa.test(withoutDoubleNegation(sentence));
}
