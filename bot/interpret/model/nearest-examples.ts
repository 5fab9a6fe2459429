/** The examples that a sentence is most like, with what they mean, for a model to go by. */
import type { Values } from '../../../programme/messages/message.js';
import { readExamples } from '../examples/read-examples.js';
import type { Ranked } from '../rank/ranker.js';
import { KNOWLEDGE, lookedUp, NOTHING, SEARCH } from '../weigh.js';
import { type ModelTools, toolNameOf } from './tools.js';

/** A sentence, and the tool that it asks for; null where it asks for nothing to be done. */
export interface NearestExample {
  readonly sentence: string;
  readonly tool: string | null;
  readonly arguments?: Values;
}

const MOST_EXAMPLES = 12;

let inputs: ReadonlyMap<string, Values> | null = null;

/** What they name (companies, people and sessions of an invented programme) is left out: nothing of it is there. */
export function nearestExamples(ranked: readonly Ranked[], tools: ModelTools): readonly NearestExample[] {
  inputs ??= new Map(readExamples().map(({ say, input }) => [say, input]));
  const known = inputs;
  return ranked.slice(0, MOST_EXAMPLES).flatMap(({ meaning, nearest }): NearestExample[] => {
    if (meaning === NOTHING) return [{ sentence: nearest, tool: null }];
    // A question about a standard is looked up as it was asked.
    const isLookedUp = meaning === KNOWLEDGE;
    const name = toolNameOf(isLookedUp ? SEARCH : meaning);
    const fields = tools.get(name)?.fields;
    if (fields === undefined) return [];
    const said = Object.entries(isLookedUp ? lookedUp(nearest).input : (known.get(nearest) ?? {})).filter(
      ([field]) => field !== 'session' && Object.hasOwn(fields, field),
    );
    return [{ sentence: nearest, tool: name, ...(said.length > 0 && { arguments: Object.fromEntries(said) }) }];
  });
}
