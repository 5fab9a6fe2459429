/** Reads a model's answer: a sentence a line, each with the numbers of the passages that say it. */
import type { CitedSentence } from '../../../programme/requests/answer-writer.js';

const numbers = /[[［【]\s*(\d{1,2}(?:\s*[,、，]\s*\d{1,2})*)\s*[\]］】]/gu;

/** Whatever stands on a line without a number is no sentence of the answer. The numbers count from 1, `cites` from 0. */
export function readCitations(answer: string): readonly CitedSentence[] {
  return answer.split('\n').flatMap((line) => {
    const cites = [...line.matchAll(numbers)].flatMap(([, found = '']) => found.split(/[,、，]/u).map(Number));
    const text = line
      .replace(numbers, '')
      .replace(/^\s*[-*・]\s*/u, '')
      .replace(/\s+([.。])/gu, '$1')
      .trim();
    const own = [...new Set(cites)].filter((number) => number >= 1).map((number) => number - 1);
    return text === '' || own.length === 0 ? [] : [{ text, cites: own }];
  });
}
