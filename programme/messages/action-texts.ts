/** What an action is called: its title on buttons and in the help, one line on what it does, and the words that ask for it. */

/** `words`: what a sentence begins with or consists of; compared without regard to width and case. */
export interface ActionTexts {
  readonly title: string;
  readonly help: string;
  readonly words: readonly string[];
}

/** The title is one of the words, too. */
export function actionTexts(title: string, help: string, ...words: readonly string[]): ActionTexts {
  return { title, help, words: [title, ...words] };
}
