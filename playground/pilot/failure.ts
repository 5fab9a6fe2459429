/** What stops a replay: sentences for the person at the terminal. */

/** The message is one or several sentences for people; nothing else needs to be shown. */
export class PilotFailed extends Error {
  override readonly name = 'PilotFailed';
  constructor(...sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}
