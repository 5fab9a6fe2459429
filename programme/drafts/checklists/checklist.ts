/** The shape of a checklist: which elements a deliverable is looked through for, and by which words each shows itself. */
import type { Language } from '../../../prisma/client.js';

/**
 * One way in which an element shows itself in a sentence: every one of the patterns stands in it, in any order and not further apart
 * than the window. Patterns are regular expressions over normalised text (`check/normalise.ts`); in English they ignore case.
 */
export interface WordRule {
  readonly all: readonly string[];
  /** Over the heading above the sentence: it tells what the sentence is about, and is no evidence by itself. */
  readonly under?: string;
  /** Over the heading, the three sentences before in its section and the sentence itself: what they speak of. */
  readonly about?: string;
  /** What makes the sentence be about something else. */
  readonly unless?: string;
  /** In characters; without it 60 in Japanese, and the whole sentence in English. */
  readonly within?: number;
  /** The part of the element that it shows; without it the element as a whole. */
  readonly part?: string;
  /** The sentence and so many that follow are read as one, a line each, as a signature stands on several. */
  readonly following?: number;
  /** The sentence is one of the last of a longer text, where a signature stands. */
  readonly atEnd?: boolean;
  /** What is a commitment however the sentence ends: an expectation, a channel that exists. */
  readonly isFirm?: boolean;
  /** What it denies is the commitment: 「差別をしません」. In every other rule a sentence that denies shows nothing. */
  readonly denies?: boolean;
  /** It shows something of the element and names none of its parts. */
  readonly isPartial?: boolean;
}

export interface ElementRules {
  readonly rules: readonly WordRule[];
  /** For every rule of the element: what makes a sentence be about something else. */
  readonly unless?: string;
  /** Words that show an effort or a reference beside those of the language. */
  readonly weak?: string;
  /** What makes a sentence with such words a commitment after all. */
  readonly firm?: string;
}

interface Source {
  readonly ref: string;
  /** When somebody looked whether it still says so, as YYYY-MM-DD. */
  readonly checked_on: string;
}

export interface ChecklistElement {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  /** Only the five requirements of UN Guiding Principle 16 may be called requirements. */
  readonly level: 'requirement' | 'METI example item' | 'common practice';
  /**
   * Its parts by their names; it is found when as many as `needs` are. Without `needs` all of them.
   */
  readonly parts?: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  readonly needs?: number;
  /** Without it the other parts show nothing: secrecy is promised of much where no channel is named. */
  readonly mainPart?: string;
  /** Shown by any text, whatever its subject: what is said of the law and of rights at work. */
  readonly ofAnyText?: boolean;
  /** Shown also by what partners do or must do. */
  readonly ofPartners?: boolean;
  /** What a text cannot show: the company is asked for it. */
  readonly asksFor?: 'board date' | 'review log' | 'publication' | 'procedures';
  /** What the company is told where nothing was found. */
  readonly advice: Readonly<Record<Language, string>>;
  readonly sources: readonly Source[];
  readonly words: Readonly<Record<Language, ElementRules>>;
}

/** Other subjects have the same words: the environment, products, customers. */
export interface OtherSubjects {
  readonly heading: string;
  readonly sentence: string;
  /** What makes it be about people after all. */
  readonly unless: string;
}

/** Tells a text about the checklist's subject from one that has its words for another: a privacy notice is published and reviewed as well. */
export interface Subject {
  /** What such a text names at least once. */
  readonly words: string;
  /** Over the title: a text about another subject, in which a sentence counts where it names this one. */
  readonly otherTitle: string;
}

export interface Checklist {
  readonly id: string;
  readonly subject: Readonly<Record<Language, Subject>>;
  readonly otherSubjects: Readonly<Record<Language, OtherSubjects>>;
  readonly elements: readonly ChecklistElement[];
}
