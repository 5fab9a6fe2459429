/** Tells what a clause does: it asks for information, asks politely for something, or refuses. */

/** Words of politeness and the like that look like a refusal and are none. */
const noRefusal = new RegExp(
  [
    '(?:いただけ|頂け|もらえ|貰え|くれ|くださ|下さ|でき|出来|なり|たまえ)(?:ない|ません)(?:でしょう)?か',
    '(?:ませんか|ないでしょうか|ないですか)(?=[ 。?]|$)',
    'かも(?:しれ|知れ)(?:ない|ません)',
    '(?:すみ|すい|すん|申し訳(?:あり|ござい))ま(?:せん|へん)|すんません|申し訳ない',
    '(?:問題|差し支え|支障|異存|異論|相違|間違い)(?:は|が)?(?:ない|なければ|ありません|ございません|なく)',
    'だけで(?:は)?なく|少なく|少ない|まもなく|なるべく|なくて(?:は|も)|なければ|ないと',
    'できるだけ|もちろん',
    "can(?:'?t| ?not) wait|not only|no problem|why not|do not hesitate|don't hesitate|whether or not|if not|or not",
  ].join('|'),
  'g',
);

const japaneseRefusal =
  /ない(?!し|しょ)|ません|なかった|なく(?:て|な|$| )|(?:せ|でき|出来|かず|けず|れ|ら|が)ず(?:に|$| )|へん|まへん|ひん(?:$| )|せんと(?:い|っ)て|せんで|(?:行け|行か|出れ|出られ|出ら|でき|来れ|来られ|参加せ)ん|ねえ$|ねぇ|無理|不可能|やめ(?:て|ます|る|た)|見送|見合わせ|控え(?:ます|さ)|ないで|不要|な$/;
const englishRefusal =
  /\b(?:not|never|cannot|cant|wont|dont|doesnt|didnt|isnt|arent|couldnt|wouldnt|unable|neither|nor|no longer|without|stop)\b|n't\b/;

/** Whether what the clause speaks of is refused or impossible. */
export function isRefused(said: string): boolean {
  const rest = said.replace(noRefusal, ' ');
  return japaneseRefusal.test(rest) || englishRefusal.test(rest);
}

const japaneseRequest =
  /(?:いただけ|頂け|もらえ|貰え|くれ)(?:ます|ません|ない|る)(?:でしょう|です)?か?|お願い(?:でき|出来|して(?:も)?(?:よろし|宜し|い|良|よ)|し(?:たい|ます)|いたし|致し|申し上げ)|させて(?:いただ|頂|くだ|下さ|もら)|て(?:も)?(?:よろしい|宜しい|いい|よい|良い)(?:でしょう|です)?か|(?<!教え|知らせ|確認し|見せ)て(?:ください|下さい|ほしい|欲しい)/;

const japaneseInterrogative =
  /いつ(?!も)|どこ|何(?:時|日|名|人|番|席|分|曜|を|が|に|で|か|です|の|ですか)|なん(?:です|時|名|で)|なに|なぜ|どうして|どう(?:すれば|したら|やって|やる|なって|なり|です|いう|すん)|だれ|誰|どなた|どれ|どの|どちら|いくら|いくつ/;

const japaneseInquiry =
  /教え(?:て|ろ|と)|知りた|(?<!ご)確認(?:し(?:たい|て(?:ください|下さい|もら|いただ|ほし))|できます|させて)|かどうか|か(?:否か|知り|確認|わか|分か)|(?:分|わ)か(?:り(?:ません|ます)|ら(?:ない|へん|ん))|伺いたい|お?聞きしたい|(?<!よくあるご?|(?:事務局|先生|アドバイザー|担当者?)(?:の方)?[にへ]ご?)質問(?!を(?:取|撤|引|回|渡|送|[^ 、。]{1,12}[にへ](?:引|回|渡))|に(?:回答|返|答)|への回答を)|問い合わせ|でしょうか|ですか|ますか|ませんか|た(?:か|の|ん)(?:[ ?]|$)|のか(?:[ ?]|$)|か[ ?]?$|かな(?:[ ?]|$)|(?:ん|の)(?:や|か)(?:ろ|な)?[ ?]?$|やろか|でっか|まっか/;

const japanesePossible =
  /(?:でき|出来)(?:る|ます|ません)(?:でしょう|です)?か|可能(?:です|でしょう)か|(?:れ|え|け)ます(?:でしょう)?か/;

/** What a Japanese clause asks. `marked`: it ends in a question mark. */
function japaneseAsks(said: string, marked: boolean): Asks {
  const interrogative = japaneseInterrogative.test(said);
  if (
    /教え|知りた|知らせ(?:て|ください|下さい|願|いただ|頂)/.test(said) &&
    (interrogative || /か|を|について|に関/.test(said))
  )
    return 'information';
  const request = japaneseRequest.test(said);
  if (interrogative) return request && !/[かの](?:[ ?]|$)/.test(said) ? null : 'information';
  if (/(?:かどうか|たか(?:知|確)|るか(?:知|確|わ|分))/.test(said)) return 'information';
  if (request) return null;
  if (japanesePossible.test(said)) return 'possible';
  return marked || japaneseInquiry.test(said) ? 'information' : null;
}

type Asks = 'information' | 'possible' | null;

const opener = String.raw`(?:(?:hi|hello|hey|dear|sorry|excuse me|well|so|and|but|or|also|then|just|please|thanks|thank you|good (?:morning|afternoon|evening)|one question|quick question)\b[ :]*)*`;

const englishInterrogative = new RegExp(
  String.raw`^${opener}(?:(?:for|at|in|on|by|from|until|to) )?(?:what|when|where|who|whom|whose|which|why|how|what's|when's|where's|who's|how's)\b`,
);
const englishInquiry =
  /\b(?:tell me|let me know|wonder(?:ing)?|know (?:if|whether|when|where|what|who|how|why|which)|like to know|want to know|need to know|do(?:es)? anyone know|not sure (?:if|whether|when|where|what)|question (?:about|on|regarding)|ask (?:about|if|whether|when|where)|check (?:if|whether|when|that)|show me|any idea|confirm (?:if|whether|that)|explain)\b/;
const englishRequest = new RegExp(
  String.raw`^${opener}(?:(?:can|could|would|will|won't|may|might) (?:you|u|someone|somebody|anyone)\b(?! (?:be|tell|say|explain|let me know|show|confirm (?:if|whether))\b)|would you mind\b|would it be ok|please\b)|\bcould i (?:please|kindly|ask you to)\b|\b(?:can|could|may) i (?:please|kindly)\b|\bplease (?:also |just |do )?(?:register|sign|book|put|add|enrol|cancel|change|switch|move|take|remove|withdraw|count|reserve|make)`,
);
const englishPossible = new RegExp(
  String.raw`^${opener}(?:(?:can|could|may|might) (?:i|we|one)\b|is it (?:still )?(?:possible|ok|okay)|would it be (?:possible|ok|okay)|is there (?:a way|any way))`,
);
const englishInverted = new RegExp(
  String.raw`^${opener}(?:is|are|am|was|were|do|does|did|has|have|had|will|would|shall|should|must|can|could|may|isn't|aren't|don't|doesn't|didn't|hasn't|haven't|won't|can't|shouldn't)\b (?!not (?:register|sign|book|cancel|change|enrol|put|add|record|switch))(?:i|we|you|he|she|they|it|there|that|this|the|my|our|your|anyone|anybody|somebody|someone|everyone|people|all|any|[a-z][a-z0-9]*-\d+|[a-z]+ (?:is|are|be|still|already|cancelled|canceled|open|full|registered))\b`,
);

/** What an English clause asks. */
function englishAsks(said: string, marked: boolean): Asks {
  if (englishInquiry.test(said) || englishInterrogative.test(said)) return 'information';
  if (englishRequest.test(said)) return null;
  if (englishPossible.test(said)) return 'possible';
  return marked || englishInverted.test(said) ? 'information' : null;
}

/** Nobody is sure of it yet. */
const uncertain =
  /かも(?:しれ|知れ)|多分|たぶん|おそらく|恐らく|\b(?:maybe|perhaps|probably|might|may not|not (?:yet )?sure|unsure|undecided)\b/;

/** Nothing but the end of a polite request: "…, would that be all right?" */
const politeEnd =
  /^(?:(?:それで|これで|この内容で|で)?も?(?:よろしい|宜しい|いい|良い|大丈夫|可能|お願いでき(?:ます|る))(?:です|でしょう)?か|(?:is|would) (?:that|this) (?:be )?(?:ok|okay|all right|alright|possible|fine))$/;

/** What a clause asks; what is uncertain asks for nothing to be done either. `marked`: it ends in a question mark. */
export function asks(said: string, marked: boolean): Asks {
  if (politeEnd.test(said)) return null;
  if (uncertain.test(said)) return 'information';
  return /[ぁ-んァ-ヶ一-龠]/.test(said) ? japaneseAsks(said, marked) : englishAsks(said, marked);
}
