/** Which sentences say outright what is meant, so that no model is asked about them. */
import type { Action } from '../../../programme/requests/action.js';
import type { Interpretation } from '../../../programme/requests/interpreter.js';
import { phrasesOf } from '../hits.js';
import { normal } from '../normalise.js';
import { sentenceOf, sessionsIn } from '../sentence.js';

/** Whether a sentence begins with a command, or is nothing but a name of an action, a code or a "yes". */
export function outrightBy(actions: readonly Action[]): (text: string, byRules: Interpretation) => boolean {
  const names = new Set(phrasesOf(actions).map(({ words }) => words));
  return (text, { explicit }) => {
    const said = normal(text);
    if (explicit || said === '' || names.has(said) || sessionsIn(said)[0] === said) return true;
    const sentence = sentenceOf(text);
    return actions.some(({ recognise }) => (recognise.alone?.(sentence) ?? null) !== null);
  };
}
