/** Weighs what the clauses of a sentence say: what is asked for, what is refused, and what is only asked about. */
import type { Action } from '../../programme/requests/action.js';
import type { Mode } from '../../programme/requests/context.js';
import type { Clause, Sentence } from '../../programme/requests/recogniser.js';
import { hitsIn, type Phrase } from './hits.js';
import { sessionsIn } from './sentence.js';

/** An action that a sentence may mean, by these words. */
export interface Meaning {
  readonly action: Action;
  readonly words: string;
  /** Where it is not the one that the sentence speaks of. */
  readonly mode?: Mode | undefined;
  /** The clause that asks for it, whose sessions it is about. */
  readonly clause?: string | undefined;
}

interface Known {
  readonly actions: readonly Action[];
  readonly phrases: readonly Phrase[];
  readonly may: (action: Action) => boolean;
  /** What the same words mean beside the others of the sentence. */
  readonly meant: (action: Action) => Action;
}

/**
 * What was meant. None: nothing that can be done. Several: the person is asked which. A question is never taken for a wish, and
 * a wish beside a question or a refusal is asked about where a place is at stake.
 */
export function meaningOf(sentence: Sentence, known: Known): readonly Meaning[] {
  const { clauses } = sentence;
  const heard = clauses.map((clause) => ({ clause, hits: hitsIn(clause.said, known.phrases, known.actions) }));
  const isAbout = (clause: Clause, action: Action) =>
    clause.asks === 'information' || (clause.asks === 'possible' && action.recognise.possible !== true);
  const meant = heard.flatMap(({ clause, hits }) =>
    hits.map(({ action: named, words }) => {
      const { said, refused } = clause;
      const about = isAbout(clause, named);
      // What is only asked about or refused stays what it is called.
      const action = refused || about ? named : known.meant(named);
      return { action, words, clause: said, refused, about };
    }),
  );
  const instead = refusalsOf(sentence, known);
  const asked = distinct(meant.filter(({ action, refused, about }) => action.confirm !== 'read' && !refused && !about));
  // Who is ill and cannot attend says two things, of which one may be another role's to do.
  const isOthers = instead.some(({ action }) => known.may(action)) && !asked.some(({ action }) => known.may(action));
  const writes = isOthers ? [] : asked;
  const asksAbout = clauses.some(
    (clause, at) => clause.asks === 'information' || meant.some((m) => m.about && m.clause === clauses[at]?.said),
  );
  if (writes.length > 0) {
    const risky = writes.some(
      ({ action }) => action.recognise.refusals === undefined && action.name === 'session.register',
    );
    const refuses = clauses.some(({ refused }) => refused);
    if (!asksAbout && !(risky && refuses)) return writes;
    return [...writes, ...(risky ? instead : []), ...telling(sentence, known)];
  }
  if (instead.length > 0) return asksAbout ? [...instead, ...telling(sentence, known)] : instead;
  return reading(sentence, known, meant, asksAbout);
}

/** What is meant by refusing something else: not to attend is an absence, and not to get in is a call for help. */
function refusalsOf(sentence: Sentence, { actions, meant }: Known): readonly Meaning[] {
  const named = (name: string) => actions.find((action) => action.name === name);
  const refused = sentence.clauses.filter(({ refused, asks }) => refused && asks === null);
  const means = actions.flatMap((action) =>
    refused
      .filter(({ said }) => action.recognise.refusals?.some((pattern) => pattern.test(said)))
      .map((clause) => ({ action, words: action.command, clause: clause.said, modes: clause.modes })),
  );
  const help = means.find(({ action }) => action.confirm === 'read');
  if (help !== undefined) return [help];
  return distinct(means).flatMap(({ action: refusing, words, clause, modes }) => {
    const action = meant(refusing);
    const [only, other] = modes;
    if (only === undefined || other !== undefined) return [{ action, words, clause }];
    // One way of attending is refused, which may mean the other one.
    const change = named('session.change-mode');
    const joining = named('session.join-help');
    const mode: Mode = only === 'online' ? 'onsite' : 'online';
    return [
      ...(change === undefined ? [] : [{ action: change, words: change.command, clause, mode }]),
      { action, words, clause },
      ...(joining === undefined || only !== 'online' ? [] : [{ action: joining, words: joining.command, clause }]),
    ];
  });
}

interface Meant extends Meaning {
  readonly about: boolean;
}

/** Something to look at: what the words name, or the session that they speak of. */
function reading(sentence: Sentence, known: Known, meant: readonly Meant[], asksAbout: boolean): readonly Meaning[] {
  const answer = answering(sentence, known);
  if (answer.length > 0) return answer;
  const reads = meant.filter(({ action }) => action.confirm === 'read' && known.may(action));
  const [first] = reads.toSorted((a, b) => b.words.length - a.words.length);
  const ofSession = reads.find(({ action }) => action.fields.includes('session'));
  const wanted = sessionsIn(sentence.said).length > 0 ? ofSession : first;
  if (wanted !== undefined) return [wanted];
  return sessionsIn(sentence.said).length > 0 || asksAbout ? showing(sentence, known) : [];
}

/** The answer to what a clause asks for, where an action has it. */
function answering({ clauses }: Sentence, { actions, may }: Known): readonly Meaning[] {
  for (const [at, { said: own, asks }] of clauses.entries()) {
    if (asks === null) continue;
    const before = clauses[at - 1];
    // 「次の相談、何時から?」: what is asked about stands in the clause before.
    const said = before === undefined || before.asks !== null || before.refused ? own : `${before.said} ${own}`;
    const found = actions
      .filter(may)
      .map((action) => ({ action, length: longestIn(said, action.recognise.asked ?? []) }))
      // Of two that answer it, the one that knows more of its words: free hours are no question for a session's hour.
      .toSorted((one, other) => other.length - one.length)[0];
    if (found !== undefined && found.length > 0) {
      return [{ action: found.action, words: found.action.command, clause: said }];
    }
  }
  return [];
}

/** The length of the longest match; 0 where none matches. */
function longestIn(said: string, patterns: readonly RegExp[]): number {
  return Math.max(0, ...patterns.map((pattern) => pattern.exec(said)?.[0].length ?? 0));
}

/** What is asked for beside something else: the answer, or the card of what it is about. */
function telling(sentence: Sentence, known: Known): readonly Meaning[] {
  const answer = answering(sentence, known);
  return answer.length > 0 ? answer : showing(sentence, known);
}

/** The session's card; without a session, the list where the question is about sessions. */
function showing(sentence: Sentence, { actions, may }: Known): readonly Meaning[] {
  const [name, fits] =
    sessionsIn(sentence.said).length > 0 ? ['session.show', true] : ['session.list', aboutSessions.test(sentence.said)];
  const action = actions.find((one) => one.name === name);
  return action !== undefined && fits && may(action) ? [{ action, words: action.command }] : [];
}

const aboutSessions =
  /締め?切|期限|時間|変更|会場|場所|どこ|日時|いつ|何時|資料|駐車|中止|セミナー|ワークショップ|会合|参加|出席|登録|申し?込|定員|空き|deadline|venue|where|when|time|place|slides|materials?|parking|seminar|workshop|session|meeting|register|attend|sign up|seats?|full|cancel+ed|called off/;

function distinct<M extends Meaning>(meanings: readonly M[]): readonly M[] {
  return [
    ...new Map(meanings.map((one) => [`${one.action.name} ${sessionsIn(one.clause ?? '').join(' ')}`, one])).values(),
  ];
}
