/** What a policy is about where it is not about people's rights, though it has the same words. */
import type { OtherSubjects, Subject } from '../checklist.js';

export const otherSubjectsJa: OtherSubjects = {
  heading:
    '環境(?!安全|を整)|地球|気候|お客様|顧客|荷主|購入者|消費者|品質|製品|商品|株主|投資家|財務|情報(?:セキュリティ|管理|資産)|^【?情報】?$|個人情報|知的財産|事業継続|BCP|社会貢献|会社概要|お問い?合わせ|採用情報',
  sentence:
    '環境(?:方針|法|負荷|管理|マネジメント|への負|への影響|の取|目標|報告|活動|データ)|お客様(?:満足|相談|サービス|の(?:個人|情報|安全|声))|(?:品質|製品|商品|機器|設備)の?(?:方針|保証|事故|不具合|故障|安全|クレーム|リスク|規格|回収|欠陥|検査|管理|マニュアル)|故障|不具合|修理(?:品|依頼|対応|受付|交換|費|サービス|いたし|や交換)|無償修理|お客さん|図面|クレーム|株主(?:総会の招集|との|優待)|決算|情報セキュリティ|機密|営業秘密|事業継続計画|防災計画|販売(?:店|促進|研修)|提案力|商談|見積|CO2|廃棄物|省エネ|業績|収益|生産(?:計画|性|ライン)|為替|防災|災害|感染症|情報漏|サイバー|ウイルス|語学|英会話|マナー|フォークリフト|救急|避難|ISO ?(?:9001|14001|27001)|5S|個人情報(?:保護(?:管理者|方針)|に関する(?:苦情|相談|問)|の(?:取り?扱い|安全管理|漏))|社用車|駐車|通販',
  unless:
    '人権|(?:本|この|当)方針|本(?:書|ポリシー|規程)|このポリシー|差別|ハラスメント|強制労働|児童労働|労働者|働く(?:人|方|者|すべて|全)|従業員の(?:安全|健康|声|代表)|利用者|ステークホルダー|利害関係者|尊厳|重点課題|けが|腰痛|労働時間|長時間|勤務',
};

export const otherSubjectsEn: OtherSubjects = {
  heading:
    '\\b(?:environment(?:al)?|climate|product (?:safety|quality)|quality|customers?|shareholders?|investors?|information security|data (?:protection|security)|business continuity|intellectual property|(?:customer|product) complaints)\\b',
  sentence:
    '\\b(?:environmental (?:policy|law|performance|impacts?|targets?|management)|product (?:safety|quality|regulations|liability|recall|information)|defects?|defective|warranty|repair or replacement|business continuity|price list|sales (?:staff|figures|team)|key accounts|quarterly results|shareholders? meeting|carbon|emissions|waste|energy (?:use|efficiency)|information security|cyber\\w*|forklifts?|customer (?:data|satisfaction|complaints?|service|care|support|happiness|experience)|(?:care|support) team|(?:service|support) (?:desk|centre|center)|confidentiality agreements?|non-disclosure|technical secrets?|rejected (?:lots?|parts?|goods)|non-conforming (?:lots?|parts?|products?))\\b',
  unless:
    '\\b(?:human rights|this policy|forced labou?r|child labou?r|discriminat\\w+|workers|harassment|modern slavery|trafficking|remed\\w+|stakeholders?|labou?r rights|supply chains?)\\b',
};

export const subjectJa: Subject = {
  words:
    '人権|尊厳|差別|ハラスメント|強制労働|児童労働|基本的(?:な)?権利|労働者の権利|働く(?:人|方|者)の権利|人としての|(?:人|ひと)を(?:大切|尊)|人間(?:性|らし)|指導原則|ILO|人を粗末|国籍|利害関係者との対話|(?:ひと|人)(?:基本)?(?:方針|宣言)|(?:人|協力者|作業者|労働者|住民|利用者)の権利|労働(?:組合|者)|いじめ|怒鳴|実習生',
  otherTitle:
    '採用|求人|お客様|顧客|製品|環境|品質|個人情報|プライバシー|情報(?:セキュリティ|管理)|安全衛生|労務|労働条件|調達(?!.*人権)|知的財産|事業継続|防災|税務|腐敗|贈収賄|健康経営|反社会|勧誘|コンプライアンス',
};

export const subjectEn: Subject = {
  words:
    "\\b(?:human rights|dignity|slavery|trafficking|forced|child(?:ren)?|discriminat\\w*|harass\\w*|exploit\\w*|(?:people|workers|anyone|employees|everyone)['s]* rights|labou?r rights|guiding principles|universal declaration|ILO|treat(?:s|ed|ing)? (?:people|each other|everyone|others)|respect (?:people|each other|one another)|people (?:come )?first)\\b",
  otherTitle:
    '\\b(?:customers?|environment\\w*|quality|data|privacy|security|safety|procurement|purchasing|sourcing|health|tax|anti-?bribery|corruption|continuity|integrated|conflict of interest)\\b',
};
