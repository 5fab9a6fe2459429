/** What the page is told of how words were understood, and by what: types, as both sides know them. */

/** An action that was meant, may have been meant, or is offered. */
export interface PossibleMeaning {
  /** The action's name; null for what is no action. */
  readonly action: string | null;
  readonly title: Readonly<Record<'ja' | 'en', string>>;
  /** From 0 to 1, by what was learnt from examples; null where that says nothing of it. */
  readonly confidence: number | null;
}

export interface UnderstoodSentence {
  readonly words: string;
  /** One thing was meant; several may be, and the person is asked which; a guess, likewise; or nothing was understood. */
  readonly outcome: 'understood' | 'asked which' | 'guessed' | 'not understood';
  readonly meaning: PossibleMeaning;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What else it may have been, the likeliest first, or what the person is asked to choose from. */
  readonly others: readonly PossibleMeaning[];
  readonly by: 'words' | 'shown' | 'examples' | 'material' | 'model';
  /** The words that name it; null where they do not stand there as they are listed. */
  readonly named: string | null;
  /** The example of its meaning that it is most like. */
  readonly nearest: string | null;
  /** 'off': the page's switch stands at "without". */
  readonly model: 'off' | 'not asked' | 'understood' | 'not understood' | 'no answer';
}

export interface UnderstoodLine {
  /** Unique and rising within a run. */
  readonly number: number;
  /** ISO 8601, by the programme's clock. */
  readonly at: string;
  /** Null for somebody whom the programme does not know yet. */
  readonly personId: string | null;
  /** Null where they told of a concern, and got contacts: nothing else of that is shown. */
  readonly sentence: UnderstoodSentence | null;
}

/** The sentences that people wrote, oldest first; and whether a language model is asked what they mean. */
export type UnderstandingEvent =
  | { readonly type: 'understood'; readonly whole: boolean; readonly lines: readonly UnderstoodLine[] }
  | { readonly type: 'model'; readonly on: boolean };
