/** Makes a copy of a card that can stand beside others on one page and whose actions can be traced back to the card as posted. */
import type { Json } from '../../../protocol.js';
import { isFields } from '../fields.js';

export interface NumberedCard {
  /** The copy: every action has an id of its own, every other id begins with the prefix. */
  readonly card: Json;
  /** Id of an action in the copy → its JSON pointer (RFC 6901) in the card as posted. */
  readonly pointers: ReadonlyMap<string, string>;
}

/** Of no concern to drawing: what is sent along, what only Teams or a screen reader's own voice reads. */
const untouched: ReadonlySet<string> = new Set(['data', 'choices', 'choices.data', 'msteams', 'metadata', 'facts']);
const leftOut: ReadonlySet<string> = new Set(['refresh', 'authentication', 'speak']);

/**
 * The library turns ids of elements into ids of the document and into names of radio buttons, so those of two cards would
 * meet; `prefix` keeps them apart and must be unique on the page.
 */
export function numberActions(card: Json, prefix: string): NumberedCard {
  const pointers = new Map<string, string>();

  function copyOf(value: unknown, pointer: string): unknown {
    if (Array.isArray(value)) return value.map((item, index) => copyOf(item, `${pointer}/${index}`));
    if (!isFields(value)) return value;
    const copy = Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !(pointer === '' && leftOut.has(name)))
        .map(([name, part]) => [
          name,
          untouched.has(name)
            ? part
            : name === 'targetElements'
              ? targetsOf(part, prefix)
              : copyOf(part, `${pointer}/${escapeName(name)}`),
        ]),
    );
    if (isAction(value)) {
      const id = `${prefix}action-${pointers.size}`;
      pointers.set(id, pointer);
      return { ...copy, id };
    }
    return typeof value.id === 'string' ? { ...copy, id: `${prefix}${value.id}` } : copy;
  }

  const copy = copyOf(card, '');
  return { card: isFields(copy) ? copy : {}, pointers };
}

function isAction({ type }: Json): boolean {
  return typeof type === 'string' && type.startsWith('Action.');
}

/** What an Action.ToggleVisibility names: ids, or objects with an id and what to do. */
function targetsOf(targets: unknown, prefix: string): unknown {
  if (!Array.isArray(targets)) return targets;
  return targets.map((target: unknown) =>
    isFields(target) ? { ...target, elementId: `${prefix}${target.elementId}` } : `${prefix}${target}`,
  );
}

function escapeName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
