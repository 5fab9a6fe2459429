/** Resolves what a sentence refers to among what was shown last, and puts it into the sentence and into an action's fields. */
import type { Values } from '../../programme/messages/message.js';
import type { LastShown, ShownThing } from '../../programme/requests/last-shown.js';
import type { Reference } from './refer.js';
import { kindWords, type ShownKind, shownKinds } from './shown-kinds.js';

export interface Resolved {
  /** The sentence with words for the thing in the place of the reference: a session's code, or what its kind is called. */
  readonly text: string;
  readonly thing: ShownThing;
  /** What it is spoken of as. */
  readonly kind: ShownKind;
  /** By no more than 「それ」 or "it", or what stands with 「その」. */
  readonly byPronoun: boolean;
  /** The sentence says of it no more than a way of attending and words of politeness. */
  readonly isBare: boolean;
}

/** Who was shown stands for no more than that somebody was spoken of: what is done again is not done for them. */
const asides: readonly ShownKind[] = ['company', 'person'];

/** Words of the kinds that a pronoun behind them stands for; one letter is part of too many words. */
const antecedents = shownKinds
  .filter((kind) => kind !== 'slot' && !asides.includes(kind))
  .map((kind) => {
    const { ja, en } = kindWords[kind];
    const japanese = ja.split('|').filter((noun) => noun.length > 1);
    return { kind, pattern: new RegExp(`${japanese.join('|')}|\\b(?:${en})\\b`, 'iu') };
  });

/** Null where it cannot be told which thing is meant, so that the form asks. @param text in NFKC, in which the references stand */
export function resolved(text: string, references: readonly Reference[], shown: LastShown): Resolved | null {
  const found = references.map((reference) => ({ reference, found: thingFor(reference, text, shown) }));
  const known = found.flatMap((one) => (one.found === null ? [] : [{ ...one.found, reference: one.reference }]));
  const [first, ...others] = known;
  // Of two things that are spoken of, nothing tells which is which.
  if (first === undefined || found.some((one) => one.found === null && one.reference.position !== null)) return null;
  if (others.some(({ thing }) => JSON.stringify(thing) !== JSON.stringify(first.thing))) return null;
  return {
    text: replaced(text, known),
    thing: first.thing,
    kind: first.kind,
    byPronoun: known.every(({ reference }) => reference.position === null),
    isBare: isNothing(replaced(text, known, () => ' ')),
  };
}

interface Found {
  readonly thing: ShownThing;
  readonly kind: ShownKind;
}

interface Known extends Found {
  readonly reference: Reference;
}

function thingFor(reference: Reference, text: string, { about, lists }: LastShown): Found | null {
  const kinds = kindsMeant(reference, text);
  const find = (thing: ShownThing, among: readonly ShownKind[] = kinds): Found | null => {
    const kind = among.find((one) => fieldOf(one, thing) !== undefined);
    return kind === undefined ? null : { thing, kind };
  };
  const [list = []] = lists.filter((one) => one.some((thing) => find(thing) !== null));
  if (reference.position !== null) {
    const items = typeof reference.position === 'number' && reference.position > list.length ? lists.flat() : list;
    const thing = reference.position === 'last' ? items.at(-1) : items[reference.position - 1];
    return thing === undefined ? null : find(thing);
  }
  const itself = find(
    about,
    kinds.filter((kind) => kind === reference.kind || !asides.includes(kind)),
  );
  if (itself !== null) return itself;
  const [only, other] = list.flatMap((thing) => find(thing) ?? []);
  if (only !== undefined) return other === undefined ? only : null;
  return find(about);
}

/** Of a pronoun: what the sentence named before it, if anything. */
function kindsMeant({ position, kind, start }: Reference, text: string): readonly ShownKind[] {
  if (kind !== null)
    return kind === 'booking' || kind === 'slot' ? [kind, ...hours.filter((one) => one !== kind)] : [kind];
  if (position !== null) return shownKinds;
  const before = text.slice(0, start);
  const named = antecedents.filter(({ pattern }) => pattern.test(before)).map((one) => one.kind);
  return named.length === 0 ? shownKinds : shownKinds.filter((one) => named.includes(one));
}

/** 「その時間」 may be an hour that is booked. */
const hours: readonly ShownKind[] = ['booking', 'slot'];

function fieldOf(kind: ShownKind, thing: ShownThing): string | undefined {
  return kindWords[kind].fields.find((field) => thing[field] !== undefined);
}

function replaced(
  text: string,
  known: readonly Known[],
  words: (one: Known, said: string) => string = wordsFor,
): string {
  return known
    .toSorted((one, other) => other.reference.start - one.reference.start)
    .reduce((said, one) => {
      const { start, end } = one.reference;
      return said.slice(0, start) + words(one, said.slice(start, end)) + said.slice(end);
    }, text);
}

function wordsFor({ kind, thing, reference: { language } }: Known, said: string): string {
  const { ja, en } = kindWords[kind].said;
  const { session } = thing;
  // 「さっきの申込」 is what is taken back, not the session.
  const registered = /(?:の)(申し?込み?|登録)$/.exec(said)?.[0] ?? '';
  if (kind === 'session' && session !== undefined) return language === 'ja' ? session + registered : session;
  return language === 'ja' ? ja : `the ${en}`;
}

/** Ways of attending are read by those who know them. */
const polite =
  /(?:お願い(?:します|いたします|致します|できますか)?|よろしく|はい|ええ|うん|じゃあ|では|です|でした|ください|下さい|オンライン|会場|現地|対面|zoom|リモート|で|を|に|が|の|は|も|方|ほう)|\b(?:yes|yeah|ok|okay|sure|please|thanks|thank you|then|and|i'd like|i would like|i will|we will|i want|i'll take|we'll take|take|give me|go for|let's|choose|pick|online|in person|on site|onsite|remotely|via zoom|for me|for us)\b|[\s\p{P}]/giu;

function isNothing(rest: string): boolean {
  return rest.replace(polite, '') === '';
}

/** The field of the action that holds the thing, with its identifier; nothing where it has none. */
export function identifiersFor(fields: readonly string[], { thing, kind }: Pick<Resolved, 'thing' | 'kind'>): Values {
  const kinds = [kind, ...shownKinds.filter((one) => one !== kind && one !== 'person')];
  for (const one of kinds) {
    const { fields: names } = kindWords[one];
    const held = fieldOf(one, thing);
    const field = names.find((name) => fields.includes(name));
    const id = held === undefined ? undefined : thing[held];
    if (field !== undefined && id !== undefined && isSameThing(held, field))
      return { [field]: takesSeveral.has(field) ? [id] : id };
  }
  return {};
}

const takesSeveral: ReadonlySet<string> = new Set(['slots', 'reviewComments', 'companies']);

/** Fields of one kind that hold different identifiers: a deliverable is not its type, nor is who asks about a question who is asked. */
const apart: readonly (readonly [string, string])[] = [
  ['deliverable', 'deliverableType'],
  ['ownQuestion', 'askedQuestion'],
  ['person', 'adviser'],
];

function isSameThing(held: string | undefined, field: string): boolean {
  // Free hours for a consultation that was shown are not asked for to move it.
  if (field === 'moving' && held !== field) return false;
  return !apart.some((pair) => held !== field && pair.some((one) => one === held) && pair.some((one) => one === field));
}

/** Whether an action can be meant of the thing: it takes it, or what belongs to it. */
export function takes(fields: readonly string[], resolved: Pick<Resolved, 'thing' | 'kind'>): boolean {
  if (Object.keys(identifiersFor(fields, resolved)).length > 0) return true;
  return belonging[resolved.kind]?.some((field) => fields.includes(field)) === true;
}

/** The fields that hold what belongs to a kind, and whose room finds which. */
const belonging: Readonly<Partial<Record<ShownKind, readonly string[]>>> = {
  deliverable: ['draft', 'deliverable', 'deliverableType', 'reviewComment'],
  draft: ['deliverableType', 'deliverable', 'reviewComment'],
  booking: ['record'],
};
