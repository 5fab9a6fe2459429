/** A short answer that a language model writes out of quotations: only sentences that cite them and say what stands there. */
import { createHash } from 'node:crypto';
import { computedApart, type Transaction } from '../../prisma/client.js';
import { isTelling, tokensOf } from '../questions/faq/tokens.js';
import type { AnswerWriter, CitedSentence, WriteAnswer } from '../requests/answer-writer.js';
import type { Context } from '../requests/context.js';
import type { Quotation } from './search/search-knowledge.js';

const MOST_SENTENCES = 3;
/** In characters, as long as a sentence is read in a chat. */
const LONGEST_SENTENCE = 400;

/** How much of what a sentence says must stand in what it cites: what a model adds of its own is no answer of the programme's. */
const LEAST_SUPPORTED = 0.6;

interface Writing {
  readonly write: AnswerWriter;
  readonly asked: WriteAnswer;
}

/** No transaction waits for a model. */
const writtenApart = computedApart(async ({ write, asked }: Writing) => ({ sentences: await write(asked) }));

/** Empty where there is no model, it may not be asked, it said nothing that the quotations say, or the FAQ has an answer of its own. */
export function writtenAnswer(
  { transaction, writeAnswer, person, membership, language }: Context,
  question: string,
  quotations: readonly Quotation[],
): readonly CitedSentence[] {
  const [best] = quotations;
  if (writeAnswer === null || best === undefined || best.kind === 'faq') return [];
  const asked = { person, programmeId: membership.programmeId, language, question, quotations };
  return supported(written(transaction, { write: writeAnswer, asked }) ?? [], quotations);
}

function written(transaction: Transaction, writing: Writing): readonly CitedSentence[] | null {
  const { question, quotations, language } = writing.asked;
  const key = createHash('sha256')
    .update(JSON.stringify([question, language, quotations.map(({ quote }) => quote)]))
    .digest('hex');
  return writtenApart(transaction, key, writing).sentences;
}

/** Those that cite quotations there are, and whose words and addresses stand in them. */
export function supported(
  sentences: readonly CitedSentence[],
  quotations: readonly Pick<Quotation, 'quote' | 'source' | 'place'>[],
): readonly CitedSentence[] {
  return sentences
    .filter(({ text }) => text.trim() !== '' && text.length <= LONGEST_SENTENCE)
    .map(({ text, cites }) => ({ text: text.trim(), cites: cites.filter((at) => quotations[at] !== undefined) }))
    .filter(({ text, cites }) => {
      const cited = cites.map((at) => quotationText(quotations[at])).join('\n');
      return cites.length > 0 && isSaidIn(text, cited);
    })
    .slice(0, MOST_SENTENCES);
}

function quotationText(quotation: Pick<Quotation, 'quote' | 'source' | 'place'> | undefined): string {
  return quotation === undefined ? '' : `${quotation.source}\n${quotation.place}\n${quotation.quote}`;
}

const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|\d[\d-]{5,}\d/giu;

/** No number, mail or web address that is not there, and most of its telling words. */
function isSaidIn(sentence: string, cited: string): boolean {
  const addresses = sentence.match(address) ?? [];
  if (addresses.some((one) => !cited.includes(one.replace(/[).,。、]+$/u, '')))) return false;
  const telling = [...new Set(tokensOf(sentence))].filter(isTelling);
  const there = new Set(tokensOf(cited));
  return telling.length > 0 && telling.filter((token) => there.has(token)).length / telling.length >= LEAST_SUPPORTED;
}
