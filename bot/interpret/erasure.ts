/** Tells whether a sentence asks that what is kept of a company or a person be deleted: by its words, whatever else was learnt. */
import { normal } from './normalise.js';

/** What is kept of somebody as a whole. */
const japaneseData =
  /(?:データ|でーた|(?:個人|会社|企業|登録|私の|弊社の|当社の|うちの|さんの|様の|登録してある)情報|個人データ|登録内容|(?:保存|保管|登録)(?:され|し)て(?:い|あ)る(?:もの|内容|情報))[^。!?]{0,16}(?:削除|消去|抹消|破棄|消し|消す|けし(?:て|た)|けす|忘れて)/;
const englishData =
  /\b(?:delete|erase|wipe|purge|destroy|remove|forget)\b[^.!?]{0,50}\b(?:data|personal (?:details|information)|information (?:on|about|you)|(?:everything|anything|all|whatever) (?:that )?(?:you|we|is|has|have)\b)/;

/** One thing among what is kept, which has an action of its own, and what is in no file of ours. */
const oneThing =
  /原稿|下書き|写真|画像|資料|ファイル|スライド|質問|お知らせ|回答|予約|メモ|添付|フォルダ|パソコン|\b(?:draft|photo|picture|image|file|slide|presentation|question|announcement|answer|booking|note|attachment|folder|laptop|phone|source|entry)s?\b/;
const refused = /(?:消|削除し)ないで|(?:do not|don't|never) (?:delete|erase|remove|wipe)/;

export function asksForErasure(text: string): boolean {
  const said = normal(text);
  return (japaneseData.test(said) || englishData.test(said)) && !oneThing.test(said) && !refused.test(said);
}
