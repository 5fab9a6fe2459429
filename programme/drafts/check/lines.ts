/** Tells the lines of a plain text apart: headings, list items, signatures, contents, page numbers. */
import type { Language } from '../../../prisma/client.js';

/** Longer lines are no headings. */
const LONGEST_HEADING = { ja: 34, en: 70 } as const;

/** Nobody wraps lines at fewer characters; a text of a few short lines is not wrapped. */
const SHORTEST_WRAP = 20;

/** Over NFKC text, in which full-width digits and brackets are plain ones. */
const numbering =
  /^(?:第\s*[0-9〇一二三四五六七八九十]+\s*[条章節項]|\(?[0-9]{1,2}(?:[.-][0-9]{1,2})*\)?[.、)]?|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[.、]|[①-⑳]|\(?[ivxIVX]{1,4}[.)]|\(?[a-zA-Z][.)]|article\s+[0-9ivx]+[.:]?)(?=[\s(【「]|[^0-9\w年月日%回度つ人名社条]|$)/iu;
const bullet = /^[・‣–*✓✔☑➢➤▪▫◦-][\s\u3000]*/u;
/** Marks of a heading, and of list items in some texts. */
const mark = /^(?:#{1,6}\s|[■◆●◇□○◎▼▶►※§]\s*)/u;
/** 「責任者: 管理部長」. */
const labelled = /^[^。、:()\s]{2,12}:\s*[^\s/]/u;
const labelledEn = /^[A-Z][A-Za-z ,'’()&/-]{2,60}:\s+\S/;
const bracketed = /^[【《〈<[].{1,60}[】》〉>\]]$/u;
const japaneseEnd =
  /[。.!?」』、,]$|(?:ます|ません|です|である|とする|する|した|ない|ました|られる|される|こと|[をがはもで])$/u;
/** A leader of dots or spaces to a page number. */
const inContents = /(?:[.…・‥]{2}|\s{3}|\t)\s*[0-9]{1,3}$/u;
const pageNumber = /^[\s―—–-]*(?:page\s*)?[0-9]{1,3}(?:\s*(?:\/|of)\s*[0-9]{1,3})?[\s―—–-]*$/iu;

export function isContents(line: string): boolean {
  const plain = line.normalize('NFKC');
  return inContents.test(plain.slice(-40)) || pageNumber.test(plain.slice(0, 40));
}

/** A line of its own that begins or ends the words of others. */
export function isExtractMark(line: string): boolean {
  return line.length <= 60 && !/[。.]$/.test(line) && /抜粋|引用|転載|\b(?:extract|excerpt)\b/i.test(line);
}

export function withoutBullet(line: string): string {
  return line.replace(bullet, '').replace(/^[●○•]\s*/u, '');
}

/** Nobody wraps lines at more characters: each paragraph is one line. */
const LONGEST_WRAP = { ja: 60, en: 110 } as const;

function usualLength(lines: readonly string[]): number {
  const lengths = lines.filter((line) => line !== '').map((line) => line.length);
  lengths.sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** Up to where wrapped lines reach, in characters; Infinity where each paragraph is one line. */
export function wrapWidth(lines: readonly string[], language: Language): number {
  const width = usualLength(lines);
  return width < SHORTEST_WRAP || width > LONGEST_WRAP[language] ? Number.POSITIVE_INFINITY : width;
}

/** Whether a line may go on in the next one. */
export function isWrapped(lines: readonly string[], language: Language): boolean {
  return usualLength(lines) <= LONGEST_WRAP[language];
}

export interface Around {
  readonly width: number;
  /** The line before has not ended its sentence. */
  readonly isContinued: boolean;
  /** The line after, which tells 「5. 気を付けること」 from an item of a list. */
  readonly next: string;
}

export function isHeading(line: string, language: Language, { width, isContinued, next }: Around): boolean {
  if (line.includes('\t')) return false;
  const plain = line.slice(0, 200).normalize('NFKC');
  const unmarked = plain.replace(mark, '');
  const isMarked = unmarked !== plain || bracketed.test(plain);
  if (!isMarked && bullet.test(plain)) return false;
  const rest = unmarked.replace(numbering, '').trim();
  const isNumbered = rest !== unmarked;
  const length = [...rest].length;
  if (rest === '' || line.length > 200 || length > LONGEST_HEADING[language] || isSignature(line)) return false;
  const isPlain = !isMarked && !isNumbered;
  if (isPlain && (isContinued || line.length >= width - 2)) return false;
  if (language === 'ja' && isNumbered && /こと$/.test(rest) && length <= 16)
    return next !== '' && !numbering.test(next.slice(0, 40).normalize('NFKC'));
  return language === 'ja'
    ? isJapaneseHeading(rest, isMarked, isPlain)
    : isEnglishHeading(rest, isMarked || isNumbered);
}

function isJapaneseHeading(rest: string, isMarked: boolean, isPlain: boolean): boolean {
  if (bracketed.test(rest)) return true;
  if (/[。.]$/.test(rest) || (japaneseEnd.test(rest) && !(isMarked && /こと$/.test(rest)))) return false;
  return isMarked || (!/[:]./.test(rest) && !(isPlain && /、/.test(rest)));
}

function isEnglishHeading(rest: string, isNumbered: boolean): boolean {
  if (/[.!?;,:]$/.test(rest)) return false;
  const words = rest.split(/\s+/);
  if (words.length > 10) return false;
  const capitals = words.filter((word) => /^[A-Z(&]/.test(word)).length;
  return isNumbered || (/^[A-Z]/.test(rest) && capitals * 2 >= words.length) || words.length <= 5;
}

/** The first line names the document, also where a company's name would make it a signature. */
export function isTitle(line: string): boolean {
  const plain = line.normalize('NFKC');
  return line.length <= 90 && title.test(plain) && !says.test(plain);
}

const title =
  /方針|ポリシー|宣言|規程|規範|憲章|について|理念|\b(?:polic(?:y|ies)|statement|standard|principles|pledge)\b/iu;
const says =
  /[。.!?]$|20\d\d|令和|平成|ます|です|(?:する|した|である)$|\b(?:is|are|was|were|has|have|will|shall|we|approved|adopted)\b/iu;
const dateEn =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^.]{0,12}\b20[0-9]{2}\b/i;

/** Dates, approvals and names under a text are its evidence, not headings. */
export function isSignature(line: string): boolean {
  if (line.length > 80) return false;
  const plain = line.normalize('NFKC');
  return (
    /(?:19|20)[0-9]{2}\s*[年./-]|二〇[〇一二三四五六七八九]{2}年|令和|平成|承認日|制定日|施行日|決議$|^(?:制定|施行|改定|改訂|初\s*版)|取締役\s*(?:社長|会長)|^代表|代表(?:取締役|社員|執行役)|社長執行役員|^(?:株式会社|有限会社|合同会社)|(?:株式会社|有限会社|合同会社)$/u.test(
      plain,
    ) ||
    /\b(?:approved|adopted|signed|president|managing director|chief executive|chairman|chairwoman|chair of the board|CEO|date|dated|effective (?:from|date)|company secretary|enacted|established on|given at|by order of|on behalf of)\b/i.test(
      plain,
    ) ||
    (line.length < 60 && dateEn.test(plain))
  );
}

/** The sentence without the number that it stands under. @param sentence NFKC */
export function withoutNumber(sentence: string): string {
  return sentence.replace(numbering, '').trimStart();
}

export function startsAnew(line: string): boolean {
  const plain = line.slice(0, 40).normalize('NFKC');
  return (
    bullet.test(plain) ||
    labelled.test(plain) ||
    labelledEn.test(line) ||
    /^翌?(?:年)?[0-9]{1,2}月\s/u.test(plain) ||
    mark.test(plain) ||
    numbering.test(plain) ||
    isSignature(line)
  );
}
