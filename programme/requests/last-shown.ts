/** What a reply shows, by identifiers alone, so that what is said next can speak of it: 「その件」, "the second one". */
import {
  type Button,
  type Form,
  isLink,
  type Message,
  type Reply,
  type Value,
  type Values,
} from '../messages/message.js';
import { isIdentifierName } from './identifiers.js';
import { isId } from './is-id.js';

/** One thing by the names under which inputs hold it (identifiers.ts); a session may be there by its code. */
export type ShownThing = Readonly<Record<string, string>>;

export interface LastShown {
  /** What the reply is about as a whole. */
  readonly about: ShownThing;
  /** Its lists, in order, as it shows them. */
  readonly lists: readonly (readonly ShownThing[])[];
  /** It is a preview, which waits for a "yes". */
  readonly proposes: boolean;
}

/** Nobody speaks of these as of what they were shown. */
const unspoken: ReadonlySet<string> = new Set([
  ...['preview', 'notification', 'account', 'ownAccount', 'file', 'files', 'programme', 'postTo', 'keptAudience'],
]);

/** As many as a person could name. */
const MOST_LISTS = 8;
const MOST_ITEMS = 60;

/** Longer than any session's code. */
const code = /^[a-z0-9][a-z0-9_-]{0,39}$/i;

/** Null where the reply shows nothing that has an identifier: what was shown before is then still the last thing. */
export function shownBy(reply: Reply, input: Values): LastShown | null {
  const { about, lists } =
    reply.kind === 'form' ? shownByForm(reply.form, input) : shownByMessage(reply.message, input);
  const filled = lists.filter((list) => list.some((thing) => Object.keys(thing).length > 0)).slice(0, MOST_LISTS);
  const proposes = reply.kind === 'message' && reply.outcome === 'preview';
  if (Object.keys(about).length === 0 && filled.length === 0 && !proposes) return null;
  return { about, lists: filled.map((list) => list.slice(0, MOST_ITEMS)), proposes };
}

type Things = Omit<LastShown, 'proposes'>;

function shownByMessage({ elements }: Message, input: Values): Things {
  const asked = identifiersIn([input]);
  const buttons = elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
  const about = { ...identifiersIn(inputsOf(buttons)), ...asked };
  const lists = elements.flatMap((element) => {
    if (element.kind !== 'list') return [];
    return [element.items.map((item) => without(about, identifiersIn(inputsOf(item.buttons))))];
  });
  return { about, lists };
}

/** What a form offers to choose from is a list, too. */
function shownByForm({ known, fields }: Form, input: Values): Things {
  const lists = fields.flatMap((field) => {
    if (field.kind !== 'choice' || !isSpoken(field.name)) return [];
    return [field.choices.map(({ value }) => identifiersIn([{ [field.name]: value }]))];
  });
  return { about: identifiersIn([input, known]), lists };
}

function inputsOf(buttons: readonly Button[]): readonly Values[] {
  return buttons.flatMap((button) => (isLink(button) ? [] : [button.input]));
}

/** What all of the inputs that name one of a kind agree upon. */
function identifiersIn(inputs: readonly Values[]): ShownThing {
  const found = new Map<string, Set<string>>();
  for (const input of inputs) {
    for (const [name, value] of Object.entries(input)) {
      const id = idIn(name, value);
      if (id !== null) found.set(name, (found.get(name) ?? new Set()).add(id));
    }
  }
  return Object.fromEntries(
    [...found].flatMap(([name, ids]) => {
      const [only, other] = ids;
      return only === undefined || other !== undefined ? [] : [[name, only]];
    }),
  );
}

function idIn(name: string, value: Value): string | null {
  if (!isSpoken(name)) return null;
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof one !== 'string') return null;
  return isId(one) || (name === 'session' && code.test(one)) ? one : null;
}

function isSpoken(name: string): boolean {
  return isIdentifierName(name) && !unspoken.has(name);
}

/** What an item shares with the whole reply does not tell it from the others. */
function without(about: ShownThing, item: ShownThing): ShownThing {
  return Object.fromEntries(Object.entries(item).filter(([name, id]) => about[name] !== id));
}
