/** Brings old and variant forms of the ideographs in Japanese names to the form in which they are usually typed. */

/**
 * A letter of each pair is followed by the one it stands for: the old forms in brackets of the list of characters for common
 * use (https://www.bunka.go.jp/kokugo_nihongo/sisaku/joho/joho/kijun/naikaku/kanji/), and the variants that the family
 * register has made common in names. Compatibility ideographs such as U+FA1B are not here: NFKC knows them.
 */
const pairs =
  '亞亜惡悪壓圧圍囲爲為醫医壹壱榮栄營営衞衛驛駅圓円緣縁鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏假仮價価畫画會会懷懐繪絵擴拡殼殻' +
  '覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓罐缶觀観關関陷陥巖巌顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙峽峡挾挟敎教狹狭鄕郷堯尭曉暁' +
  '區区驅駆勳勲薰薫徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒' +
  '鑛鉱號号國国濟済碎砕齋斎劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣' +
  '縱縦肅粛處処緖緒敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋' +
  '醉酔隨随髓髄數数樞枢瀨瀬聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒增増' +
  '藏蔵臟臓卽即屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴敕勅鎭鎮遞逓' +
  '鐵鉄轉転點点傳伝黨党燈灯當当盜盗稻稲德徳獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘彥彦姬姫濱浜' +
  '甁瓶佛仏拂払變変邊辺辨弁辯弁瓣弁寶宝豐豊沒没飜翻槇槙萬万滿満默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様遙遥謠謡來来賴頼亂乱' +
  '覽覧龍竜兩両獵猟綠緑壘塁淚涙勵励禮礼隸隷靈霊齡齢曆暦歷歴戀恋鍊錬爐炉勞労樓楼祿禄錄録灣湾靑青淸清郞郎黑黒步歩每毎內内戶戸' +
  '查査曾曽閒間尙尚兔兎濤涛禱祷髙高﨑崎嵜崎邉辺濵浜嶋島嶌島冨富凜凛𠮷吉桒桑栁柳桺柳舘館𣘺橋槗橋曻昇㐂喜圡土𡈽土舩船羣群峯峰埜野' +
  '緜綿塲場畧略歿没竝並灋法';

const letters = [...pairs];
const usual = new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter]] : [])));
const variant = new RegExp(`[${[...usual.keys()].join('')}]`, 'gu');

/** The letters of both, each at the place of the one it stands for, as SQL's translate() takes them. */
export const ideographForms = { variants: [...usual.keys()].join(''), usual: [...usual.values()].join('') };

/** 髙橋 → 高橋, 渡邉 → 渡辺 */
export function usualIdeographs(text: string): string {
  return text.replace(variant, (letter) => usual.get(letter) ?? letter);
}
