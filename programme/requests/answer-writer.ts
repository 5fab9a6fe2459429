/** The port through which an answer is written out of quotations; `bot/interpret/model` implements it where there is a language model. */
import type { Language } from '../../prisma/client.js';

/** A sentence of an answer, and which of the quotations say it, by their place from 0. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly number[];
}

export interface WriteAnswer {
  /** Who asks: the model works so much a day for each person. */
  readonly person: { readonly id: string; readonly timeZone: string };
  /** Whose material it is, and who decides what goes to a model. */
  readonly programmeId: string;
  readonly language: Language;
  readonly question: string;
  readonly quotations: readonly { readonly source: string; readonly quote: string }[];
}

/**
 * Null where nothing may or can be written: the quotations then stand alone. Never throws. Called outside any transaction, as it may
 * take seconds.
 */
export type AnswerWriter = (asked: WriteAnswer) => Promise<readonly CitedSentence[] | null>;
