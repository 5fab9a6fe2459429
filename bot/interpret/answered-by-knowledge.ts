/** A question that no action understands is looked up, where the programme's material answers it well. */
import { answersWell } from '../../programme/knowledge/search/well-answered.js';
import type { ActingPerson, Membership } from '../../programme/requests/context.js';
import type { InterpreterServices } from '../../programme/requests/interpreter.js';
import { sentenceOf } from './sentence.js';
import type { Understanding } from './understand.js';
import { lookedUp } from './weigh.js';

/** What may be told in confidence, and what is very likely none of ours, is not looked up. */
const MOST_LIKELY_CONFIDED = 0.1;
const MOST_LIKELY_NOTHING = 0.9;

/** @param understood not understood, or only guessed; anything else stays as it is */
export async function answeredByKnowledge(
  { database }: Pick<InterpreterServices, 'database'>,
  { person, membership }: { readonly person: ActingPerson; readonly membership: Membership },
  text: string,
  understood: Understanding,
): Promise<Understanding> {
  if (!isWorthLookingUp(text, understood)) return understood;
  const asking = { personId: person.id, programmeId: membership.programmeId, language: person.language };
  if (!(await answersWell(database, { ...asking, words: text }))) return understood;
  return { ...lookedUp(text), explicit: false, likely: understood.likely, by: 'material' };
}

/** A question in words of its own, of which nothing was understood. */
export function isWorthLookingUp(text: string, { input, likely }: Pick<Understanding, 'input' | 'likely'>): boolean {
  if (input.unclear !== true) return false;
  const confidence = (of: string) => likely.find(({ meaning }) => meaning === of)?.confidence ?? 0;
  if (confidence('sensitive') >= MOST_LIKELY_CONFIDED || confidence('deletion') >= MOST_LIKELY_CONFIDED) return false;
  if (confidence('none') >= MOST_LIKELY_NOTHING) return false;
  const { clauses } = sentenceOf(text);
  return /とは[?？。\s]*$/.test(text) || clauses.some(({ asks, refused }) => asks !== null && !refused);
}
