/** Reads a plain text as sentences, each with the heading that it stands under. */
import type { Language } from '../../../prisma/client.js';

export interface Sentence {
  readonly text: string;
  /** Null: it stands under none. */
  readonly heading: string | null;
}

/** Longer lines are no headings. */
const LONGEST_HEADING = { ja: 30, en: 70 } as const;

const numbering =
  /^(?:第\s*[0-9〇一二三四五六七八九十]+\s*[条章節項]|[((]?[0-90-9]{1,2}(?:[..][0-90-9]{1,2})*[))..、]?|[①-⑳]|[ivxIVX]{1,4}[.)]|[a-zA-Z][.)])(?=[\s {2}]|[^0-90-9\w年月日%%]|$)/u;
const bullet = /^[・●○◆◇■□*※►▶‣–-][\s ]*/u;
const japaneseEnd = /[。.!?!?」』)]$|(?:ます|ません|です|である|する|した|ない|ました|こと)$/u;
/** A leader of dots or spaces to a page number. */
const inContents = /(?:[.…・.]{3,}|\s{3,}|\t)\s*[0-90-9]{1,3}$/u;

/** Japanese text ends its sentences with 。; English ones are told by the platform's own segmenter. */
export function readSentences(text: string, language: Language): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let heading: string | null = null;
  let paragraph: string[] = [];
  const flush = () => {
    const joined = paragraph.join(language === 'ja' ? '' : ' ');
    for (const sentence of split(joined, language)) sentences.push({ text: sentence, heading });
    paragraph = [];
  };
  for (const raw of text.normalize('NFC').split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    const line = raw.trim();
    if (line === '') {
      flush();
      continue;
    }
    if (inContents.test(line)) continue;
    if (isHeading(line, language)) {
      flush();
      heading = line;
      continue;
    }
    if (startsAnew(line) || endsHere(paragraph.at(-1), language)) flush();
    paragraph.push(line.replace(bullet, ''));
  }
  flush();
  return sentences;
}

/** Each line is a sentence, as labelled sets have them. */
export function readLines(text: string): readonly Sentence[] {
  return text.split(/\r\n|\n|\r/).map((line) => ({ text: line.trim(), heading: null }));
}

export function languageOf(text: string): Language {
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  // A Japanese text names ILO, OECD and companies in Latin letters.
  return japanese * 3 > latin ? 'ja' : 'en';
}

function isHeading(line: string, language: Language): boolean {
  const bare = line.replace(/^#{1,6}\s+/, '').replace(/^[【《〈<[]|[】》〉>\]]$/gu, '');
  if (line !== bare && bare.length <= LONGEST_HEADING[language] * 2) return true;
  if (bullet.test(line)) return false;
  const rest = bare.replace(numbering, '').trim();
  const isNumbered = rest !== bare;
  if (rest === '' || [...rest].length > LONGEST_HEADING[language]) return false;
  if (language === 'ja')
    return !japaneseEnd.test(rest) && !isSignature(rest) && !/[、,]/.test(rest) && (isNumbered || !/[::]/.test(rest));
  if (/[.!?;,:]$/.test(rest) || isSignature(rest)) return false;
  const words = rest.split(/\s+/);
  if (words.length > 10) return false;
  return (
    isNumbered ||
    (/^[A-Z]/.test(rest) && words.filter((word) => /^[A-Z(&]/.test(word)).length * 2 >= words.length) ||
    words.length <= 5
  );
}

/** Dates, approvals and names under a text are its evidence, not headings. */
function isSignature(line: string): boolean {
  return (
    /(?:19|20)[0-9]{2}|[12][09][0-9]{2}|令和|平成|承認|決議|制定|施行|改定|代表|取締役|社長|役員|執行|担当|責任者/u.test(
      line,
    ) || /\b(?:approved|adopted|signed|president|director|chief|chairman|ceo|date|effective|officer)\b/i.test(line)
  );
}

function startsAnew(line: string): boolean {
  return bullet.test(line) || numbering.test(line) || isSignature(line);
}

/** A wrapped line goes on in the next one; one that ends its sentence does not. */
function endsHere(line: string | undefined, language: Language): boolean {
  if (line === undefined) return false;
  return language === 'ja'
    ? /[。!?!?::]$/u.test(line) || isSignature(line)
    : /[.!?:;]$/.test(line) || isSignature(line);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** After which no sentence ends. */
const abbreviation = /\b(?:Ltd|Inc|Co|Corp|No|Art|Mr|Ms|Mrs|Dr|e\.g|i\.e|etc|vs|Pt|Sec)\.\s*$/i;

function split(paragraph: string, language: Language): readonly string[] {
  if (paragraph.trim() === '') return [];
  if (language === 'ja')
    return (paragraph.match(/[^。!?!?]+[。!?!?」』)]*/gu) ?? []).map((one) => one.trim()).filter((one) => one !== '');
  const found: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const before = found.at(-1);
    if (before !== undefined && abbreviation.test(before)) found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found.map((one) => one.trim()).filter((one) => one !== '');
}
