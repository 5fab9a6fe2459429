/** Headings that stand in the line of their text: 「研修について:」, 「第3条(適用範囲)」, "Training. All staff …", a question with its answer. */
import type { Language } from '../../../prisma/client.js';
import { isSignature } from './lines.js';

export interface RunInHeading {
  readonly heading: string;
  /** How many of the paragraph's sentences are nothing but the heading. */
  readonly ownSentences: number;
}

const beforeColonJa = /^[^。、:]{2,24}?(?:について|に関して|に際して)?:(?=\s*[^\s/])/u;
const articleJa = /^第\s*[0-9〇一二三四五六七八九十]+\s*[条項]\s*\(([^()]{2,24})\)/u;
const bracketsJa = /^(?:[0-9.]{1,4}\s*)?[【[〔<〈《]([^】\]〕>〉》]{2,24})[】\]〕>〉》](?=.{6})/u;
const numberedJa = /^[0-9]{1,2}[.、)]?\s*([^\s。、:]{2,18})\s(?=.{10})/u;

const beforeColonEn = /^[A-Z][\w ,'’&/()-]{2,50}(?::|\s[—–-])\s(?=\S)/;
/** At most so many words; a longer first sentence says something. */
const mostWords = { statement: 6, question: 10 } as const;
const saysSomething =
  /^(?:we|it|they|there|this|all|every\w*|no\w*|nothing)\b|\b(?:is|are|was|were|has|have|had|will|shall|must|should|do|does|not|can|may|cannot|no)\b/i;
/** "Reports stay confidential." may be one, and says something. */
const mostWordsOfMereHeading = 2;
const asks = /^\W*(?:who|what|how|where|why|when|which|if|to whom|in case)\b/i;

/** @returns null where the paragraph starts with its text */
export function runInHeading(sentences: readonly string[], language: Language): RunInHeading | null {
  const first = sentences[0]?.slice(0, 200).normalize('NFKC');
  if (first === undefined) return null;
  if (language === 'ja') {
    const found =
      articleJa.exec(first)?.[1] ??
      bracketsJa.exec(first)?.[1] ??
      beforeColonJa.exec(first)?.[0] ??
      numberedJa.exec(first)?.[1];
    return found === undefined ? null : { heading: found, ownSentences: 0 };
  }
  const line = first.replace(/^(?:\W|[0-9.]+\s|[a-z][.)]\s)+/i, '');
  const before = beforeColonEn.exec(line)?.[0];
  if (before !== undefined) return { heading: before, ownSentences: 0 };
  if (sentences.length < 2 || isSignature(first)) return null;
  const words = line.split(/\s+/).length;
  const isShort = line.endsWith('?')
    ? words <= mostWords.question
    : /\.$/.test(line) && words <= mostWords.statement && (asks.test(line) || !saysSomething.test(line));
  if (!isShort) return null;
  return {
    heading: line,
    ownSentences: asks.test(line) || words <= mostWordsOfMereHeading || /\b(?:and|of|for)\b/i.test(line) ? 1 : 0,
  };
}

const question = /^(?:Q|問|質問|設問)\s?[0-9]{0,2}[.:、)\s]/u;
const answer = /^(?:A|答え?|回答)\s?[0-9]{0,2}[.:、)\s]/u;

/** Whether the line asks what the next one answers, or names by a question what follows. */
export function isQuestion(line: string, next: string): boolean {
  if (line.length > 120 || next === '') return false;
  const plain = line.normalize('NFKC');
  if (question.test(plain) && answer.test(next.slice(0, 8).normalize('NFKC'))) return true;
  return line.length <= 70 && /^[^.。?]+\?$/u.test(plain) && !/[?？]["”」)]?$/u.test(next);
}
