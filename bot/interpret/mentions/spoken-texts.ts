/** Reads from a sentence the words that are to be written somewhere: what is quoted, a place, the name of a new person. */

const japanese = /[ぁ-んァ-ヶ一-龠]/;

const quotes = [/「([^」]{2,})」/g, /『([^』]{2,})』/g, /“([^”]{2,})”/g, /"([^"]{2,})"/g];
/** What follows a colon, where at least a few words do; the colon of a time is none. */
const afterColon = /[:：](?!\d)\s*(\S.{3,})$/s;

/** What is to be written down in somebody's words: quoted, or behind a colon; null where the sentence marks nothing as that. */
export function dictatedIn(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  const quoted = quotes.flatMap((pattern) => [...typed.matchAll(pattern)].flatMap(([, words]) => words ?? []));
  const [only, other] = quoted;
  if (only !== undefined) return other === undefined ? only.trim() : null;
  return afterColon.exec(typed)?.[1]?.trim() ?? null;
}

const japanesePlace =
  /(?:会場|場所|開催場所)(?:は|を|が|:)\s*([^、。,.はをが\s][^、。,はを]{1,29}?)(?:です|でお?願|で開催|に(?:て|変|か[わえ]|なり|決|し(?:て|ま|た))|へ(?:変|か[わえ]|移)|(?=[、。,]|$))/;
const placeWord = '(?:venue|place|location|room)';
const englishPlace = [
  new RegExp(
    `\\b${placeWord}(?: (?:is|will be|has changed|changed|moves|moved|to be))?(?: now)?(?::| (?:is|in|at|to))+ (?:the )?([A-Z0-9][^.,;]{1,39})`,
  ),
  /\b(?:is now|now|moved|moves|move it|takes? place|held|held now) (?:in|at|to) (?:the )?((?:[A-Z]|\d+[a-z]{2} floor)[^.,;]{1,39})/,
];
/** What no place is called, though it stands where one would. */
const noPlace = /^(?:変更|未定|どこ|同じ|オンライン|zoom|online|same)/i;

/** Where something takes place, in the language of the sentence. */
export function placeIn(text: string): { readonly ja: string } | { readonly en: string } | null {
  const typed = text.normalize('NFKC').trim();
  const isJapanese = japanese.test(typed);
  const found = isJapanese
    ? japanesePlace.exec(typed)?.[1]
    : englishPlace.flatMap((pattern) => pattern.exec(typed)?.[1] ?? [])[0];
  // Of 「会議室Aから会議室Bに」 the second.
  const place = found?.replace(/^.*から/, '').trim() ?? '';
  if (place.length < 2 || noPlace.test(place)) return null;
  return isJapanese ? { ja: place } : { en: place };
}

const japanesePerson =
  /(?:^|[にへのはて、,\s])([一-龠々]{1,4}[ 　]?[一-龠々]{0,4}|[ァ-ヶー]{2,12})(?:さん|様|氏|くん|君)?を[^。]{0,20}(?:登録|追加|加え|入れ)/;
const englishPerson =
  /\b(?:[Aa]dd|[Rr]egister|[Ee]nrol|[Ee]nter|[Pp]ut)(?: in)?(?: (?:Mr|Ms|Mrs|Dr)\.?)? ((?:[A-Z][a-z'-]+)(?: [A-Z][a-z'-]+){0,2})(?=[ ,]+(?:to|at|of|from|as|on|in|for|into|with)\b|[.,]|$)/;
/** A company's name stands in the same place as a person's. */
const noPerson = /会社|企業|電子|電機|精密|工業|製作|名簿|参加者|担当|社員|人員|新しい/;

/** Whom somebody wants to add, in the language of the sentence. */
export function newPersonIn(text: string): { readonly ja: string } | { readonly en: string } | null {
  const typed = text.normalize('NFKC').trim();
  const ja = japanesePerson.exec(typed)?.[1]?.trim();
  if (ja !== undefined) return noPerson.test(ja) ? null : { ja };
  const en = englishPerson.exec(typed)?.[1]?.trim();
  return en === undefined ? null : { en };
}
