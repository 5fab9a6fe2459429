/** Finds the sentences in which others speak, and the lists of what is left out, in a text that is read from its start. */
import type { Language } from '../../../prisma/client.js';
import type { DraftSentence } from './sentences.js';
import { isOfOthers, type SentenceStanding } from './strength.js';

/** What follows are the words of those whom it names. */
const leadJa = /次|以下|下記|[:]$|質問|項目|引用|抜粋/u;
const leadEn = /\b(?:following|below|here|questions?|quoted?|extracts?|reproduce\w*)\b|:$/i;
/** Whose words a list may be. */
const othersJa =
  /お客様|顧客|得意先|納入先|親会社|発注元|業界団体|工業会|[A-Z]社|政府|国連|[省庁](?:は|の|が)|(?:調達|取引)(?:基準|方針|ガイドライン)|チェックリスト|調査票|質問票|アンケート|法案|指令|法律|ガイドライン/u;
const listsJa =
  /(?:次|以下|下記)の[^。]{0,24}(?:含まれ|あり|ある|求め|定め(?:て(?:い|お)|られ)|書かれ|記載|掲げ(?:て|られ)|示(?:し|され)|挙げ(?:て|られ)|いただ|届|とおりです|ください|紹介)[^。]{0,14}[。:]?$/u;
const othersEn =
  /\b(?:customers?'?|buyers?'?|parent company|industry|association|guidelines|government|questionnaires?|directive|codes of (?:our|the|several))\b[^.]{0,90}\b(?:contains?|requires?|asks?|states?|reads?|says?|expects?|wants?|lists?|demands?|sets? out)\b/i;
/** What stands below is a model. */
const modelJa =
  /(?:以下|次|下記)(?:は|に(?:示す|掲げる|引く)[^。]{0,12}は)[^。]*(?:例(?:です|であ|示)|ひな形|雛形|モデル|参考|抜粋|引用|他社|要求|条項|文言)/u;
const modelEn =
  /\b(?:the following|below) (?:is|are)\b[^.]*\b(?:example|template|model|sample|quot\w+|customer|other)\b/i;
/** What stands above is none of the company's own. */
const backJa =
  /^(?:なお、?)?(?:以上|上記|ここまで)(?:の[^、。]{1,10})?(?:は|については)[^。]*(?:例(?:です|であ|示)|ひな形|雛形|参考|要求|引用|抜粋|見込み|未実施|(?:方針|もの)では(?:ありません|ない|なく)|(?:実施|対応)して(?:い|お)り?(?:ません|ない))/u;
const backEn =
  /^(?:all of )?(?:the above|the foregoing|these (?:points|clauses|paragraphs))\b[^.]*\b(?:not|example|template|quoted|customer\w*|planned)\b/i;
/** What the whole text is. */
const sampleJa =
  /^(?:※\s?)?(?:なお、?)?(?:本|この)(?:文書|文章|資料|ページ|書面|書類|文例)は[^。]*(?:見本|サンプル|ひな形|雛形|(?:記載|作成)例|参考(?:資料|例|用)|他社|(?:当社の)?方針では(?:ありません|な[いく]))/u;
const sampleEn =
  /^(?:this (?:document|text|paper) is|what follows is)\b[^.]*\b(?:sample|template|model|example|not (?:a|our|the) policy)\b/i;
const headingOfOthers =
  /(?:社|様|お客様|顧客|団体|工業会|省)[^。]{0,24}(?:より|から)[】\]》〉>)）]?$|(?:規範|方針|基準|調査票|アンケート|シート)(?:より|から)[】\]》〉>)）]?$|とは(?:$|何|なん|どう|、?どのような)|参考(?:資料|情報|:|$)|他社|先進(?:企業|事例)|親会社の|用語(?:集|の|解説)|コラム|豆知識|業界(?:の)?(?:動向|団体)|お客様(?:から)?の(?:要求|要請|ご?質問)|\b(?:peers|other companies|glossary|customer requirements|what (?:our )?(?:customers|others|the law))\b/iu;
/** What somebody wrote down of what was said: nothing in it is the company's own but what it says of itself. */
const record =
  /議事(?:録|要旨|概要|メモ)|(?:打ち?合わせ|面談|説明会|研修会|セミナー|視察)の?(?:記録|メモ|報告)|(?:出張|参加|聴講)(?:報告|メモ)|(?:作成|策定)の?(?:手引き?|要領)|の書き方|様への(?:ご)?回答$|サービスの?(?:ご案内|紹介)|^template\b|\bmodel policy\b|^(?:notes?|minutes|summary|record) (?:from|of|on|for)\b|\b(?:meeting notes|minutes of)\b/iu;
const ownSubjectJa = /^(?:当社|弊社|わが社|我が社|私(?:たち|ども)?|わたしたち|我々)(?:は|も|では)/u;
/** The policy itself may answer what is asked for. */
const ownLeadJa = /方針[をは][^。]{0,12}(?:定め|策定|制定|宣言)|ここに/u;
const ownJa =
  /^(?:これに対し|一方|そこで)|^(?:[^。、]{0,20}、)?(?:当社|弊社|わが社|我が社|私(?:たち|ども)?|わたしたち|我々)(?:は|が|で|も|と|に|の)/u;
const ownInRecord = /^[-\s]*(?:we|our)\b/i;
const ownEn = /^(?:we|our company|our (?:own )?(?:answer|position|policy)|in response|what we)\b/i;
const extractJa = /抜粋|引用|転載|抜き書き|書き写し/u;
/** Words of somebody in quotation marks, which may go on over several sentences; a motto says no full sentence. */
const opensQuote = /^[「『][^」』]{12,}[」』]?[。]?$/u;
const closesQuote = /[」』][。]?$/u;
const isSaid = /(?:ます|ません|です|こと|ない|する|ている|ください|か)[。?]?[」』]?[。]?$/u;
const extractEn = /\b(?:extracts?|excerpts?|quotation)\b/i;
const endOfExtract =
  /(?:抜粋|引用|転載)(?:は?ここまで|終わ?り|おわり|以上)|以上、?(?:引用|抜粋)|\bend of (?:the )?(?:extract|excerpt|quotation)/iu;
/** An item of a list, and no sentence. */
const item = /(?:ます|です|ました|する|した|である|ない|ません)[。.]?$/u;

/**
 * Whether others speak after it: up to the end of the section; after an extract until the company speaks for itself; after what is
 * left out in the list that follows.
 */
type Lead = 'section' | 'extract' | 'list' | null;

function leadOf(sentence: string, standing: SentenceStanding | null, language: Language): Lead {
  if (endOfExtract.test(sentence)) return null;
  const isJapanese = language === 'ja';
  if (sentence.length < 80 && (isJapanese ? extractJa : extractEn).test(sentence)) return 'extract';
  if ((isJapanese ? modelJa : modelEn).test(sentence)) return 'extract';
  const announces = (isJapanese ? leadJa : leadEn).test(sentence);
  if (announces && !ownLeadJa.test(sentence) && isOfOthers(sentence, language)) return 'section';
  if (isJapanese && othersJa.test(sentence) && listsJa.test(sentence) && !ownSubjectJa.test(sentence)) return 'section';
  if (!isJapanese && announces && othersEn.test(sentence)) return 'section';
  const isNot = standing !== null && (standing.isLeftOut || standing.isAside || standing.isDenied);
  return announces && isNot && !ownLeadJa.test(sentence) ? 'list' : null;
}

function speaksForItself(sentence: string, language: Language): boolean {
  return endOfExtract.test(sentence) || (language === 'ja' ? ownJa : ownEn).test(sentence);
}

/** The places of the sentences that are not the company's own words. @param normal the sentences, normalised */
export function quotedSentences(
  sentences: readonly DraftSentence[],
  normal: readonly string[],
  standings: readonly SentenceStanding[],
  language: Language,
): ReadonlySet<number> {
  const isSample = normal.some((own) => (language === 'ja' ? sampleJa : sampleEn).test(own));
  const isRecord = record.test((sentences[0]?.heading ?? normal[0] ?? '').normalize('NFKC'));
  const quoted = new Set<number>();
  let lead: Lead = null;
  let isInQuote = false;
  let start = 0;
  for (const [position, own] of normal.entries()) {
    const sentence = sentences[position];
    if (position > 0 && sentence?.section !== sentences[position - 1]?.section) {
      // A lead that ends its section announces the next ones.
      if (lead === 'section') lead = quoted.has(position - 1) ? null : 'extract';
      if (lead === 'list') lead = null;
      start = position;
      isInQuote = false;
    }
    const heading = sentence?.heading?.normalize('NFKC') ?? '';
    if (position === start && (language === 'ja' ? extractJa : extractEn).test(heading)) lead = 'extract';
    isInQuote ||= language === 'ja' && opensQuote.test(own) && isSaid.test(own);
    if (isInQuote) quoted.add(position);
    if (closesQuote.test(own)) isInQuote = false;
    const isOwn = speaksForItself(own, language);
    if (isOwn || (lead === 'list' && language === 'ja' && item.test(own))) lead = null;
    const isSaidThere = isRecord && !isOwn && !ownInRecord.test(own);
    if (lead !== null || isSample || isSaidThere || (!isOwn && headingOfOthers.test(heading))) quoted.add(position);
    if ((language === 'ja' ? backJa : backEn).test(own))
      for (let back = start === position ? 0 : start; back <= position; back += 1) quoted.add(back);
    lead = leadOf(own, standings[position] ?? null, language) ?? lead;
  }
  return quoted;
}
