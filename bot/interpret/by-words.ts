/** Reads a sentence by its words: what they name, and what they speak of or refer to, of what there is and what was shown. */
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation } from '../../programme/requests/interpreter.js';
import type { LastShown } from '../../programme/requests/last-shown.js';
import { dismissPreviewName } from '../../programme/requests/previews.js';
import type { NamedSession } from '../../programme/sessions/queries.js';
import { phrasesOf } from './hits.js';
import { type May, wordMatcher } from './match-words.js';
import { type Mentions, mentionsIn } from './mentions/find-mentions.js';
import type { KnownNames } from './mentions/known-names.js';
import { withSessionCodes } from './name-sessions.js';
import { normal } from './normalise.js';
import { referencesIn } from './refer.js';
import { type Resolved, resolved } from './resolve.js';
import { type Company, isMode, sentenceOf, sessionsIn } from './sentence.js';

/** What may be spoken of, as far as the person who writes may see it. */
export interface Visible {
  readonly sessions: readonly NamedSession[];
  readonly company: Company;
  readonly names: KnownNames;
}

/** Who writes, and when. */
export interface Speaking {
  readonly may: May;
  /** As whom they are a member; people of no programme say what participants say. */
  readonly role: string;
  readonly now: Date;
  /** Read only where the sentence may speak of something; null for people of no programme. */
  readonly visible: () => Promise<Visible | null>;
  /** What the person was shown last; read only where the sentence refers to something. */
  readonly shown?: () => Promise<LastShown | null>;
}

export interface ByWords {
  readonly understood: Interpretation;
  /** With the codes of the sessions that it names otherwise, where that is how it was understood. */
  readonly text: string;
  readonly company?: Company;
  /** Those that it may name; none where nothing is visible. */
  readonly names?: KnownNames;
  /** Whether a session that the person may see takes place within a day, before or after. */
  readonly aroundSession?: boolean;
  /** What it refers to of what was shown before. */
  readonly referred: Resolved | null;
  /** What it speaks of for an action; nothing where it names one outright, or nothing is visible. */
  readonly mentionsFor?: (action: Action) => Mentions;
  /** It is nothing but the name of an action, a code or a "yes". */
  readonly outright: boolean;
}

/** @param named all actions, by their names */
export function wordReader(
  actions: readonly Action[],
  named: ReadonlyMap<string, Action>,
): (written: string, speaking: Speaking) => Promise<ByWords> {
  const match = wordMatcher(actions);
  const reserved = new Set(phrasesOf(actions).map(({ words }) => words));
  const isWhole = (text: string) => {
    const sentence = sentenceOf(text);
    return actions.some(({ recognise }) => (recognise.alone?.(sentence) ?? null) !== null);
  };
  /** "register MSM-1 online", 「受付コード 271828」: a name, a code, a number and a way of attending leave no word for anything else; nor does a code alone. */
  const isPlain = (said: string) => {
    const words = said.split(' ').filter((word) => sessionsIn(word)[0] !== word && !/^\d+$/.test(word));
    const ways = words.findIndex((_, at) => isMode(words.slice(at).join(' ')));
    const name = (ways < 0 ? words : words.slice(0, ways)).join(' ');
    return name === '' || reserved.has(name);
  };

  return async (written, { may, now, visible, shown }) => {
    // What is nothing but a name speaks of nothing else, and needs no look at what there is.
    const isSaid = isPlain(normal(written)) || isWhole(written);
    const plain = isSaid ? match(written, may) : null;
    // "Cancel it" dismisses a preview that waits, and nothing else where none does.
    const dismisses = plain?.action === dismissPreviewName;
    const refers = plain === null || dismisses ? await referredTo(written, shown, dismisses) : null;
    if (plain !== null && refers === null) return { understood: plain, text: written, referred: null, outright: true };
    const seen = await visible();
    if (seen === null) return { understood: match(written, may), text: written, referred: null, outright: false };
    const { company } = seen;
    // 「MSM-1の件、それに参加します」 says itself which session it speaks of.
    const saysItself = () => sessionsIn(normal(withSessionCodes(written, seen.sessions, now, reserved))).length > 0;
    const referred = refers?.kind === 'session' && refers.byPronoun && saysItself() ? null : refers;
    const text = referred?.text ?? written;
    const coded = withSessionCodes(text, seen.sessions, now, reserved);
    const understood = match(coded, may, company);
    // A date is a session's only where something is to be done with a session: of an hour or a day off it is the day.
    const takesSession = (name: string) => {
      const action = named.get(name);
      return action?.fields.includes('session') === true && may(action);
    };
    const meant = understood.choices?.map(({ action }) => action) ?? [understood.action];
    const around = { names: seen.names, sessions: seen.sessions, now };
    const read = new Map<string, Mentions>();
    const mentionsFor = ({ fields }: Action) => {
      const dated = fields.includes('session') ? coded : text;
      const mentions = read.get(dated) ?? mentionsIn(text, around, dated);
      read.set(dated, mentions);
      return mentions;
    };
    const aroundSession = seen.sessions.some((session) => isAround(session, now));
    const found = { text: coded, company, names: seen.names, aroundSession, mentionsFor, referred, outright: false };
    return coded === text || meant.some(takesSession)
      ? { ...found, understood }
      : { ...found, understood: match(text, may, company) };
  };
}

const DAY = 86_400_000;

function isAround({ startsAt, endsAt }: NamedSession, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - DAY && now.getTime() <= endsAt.getTime() + DAY;
}

/**
 * What the sentence refers to; what is shown is read only where it refers to anything.
 * @param dismisses it means a preview where one waits
 */
async function referredTo(written: string, shown: Speaking['shown'], dismisses: boolean): Promise<Resolved | null> {
  const text = written.normalize('NFKC');
  const references = referencesIn(text);
  if (references.length === 0 || shown === undefined) return null;
  const last = await shown();
  return last === null || (dismisses && last.proposes) ? null : resolved(text, references, last);
}
