/** Pressing and filling in what was found on a screen, so that the bot is told as Slack's client would. */
import type { FieldValue, Outcome } from '../client.js';
import { keyOf, type Placed, stateOf } from './element-state.js';
import { enter, type Person } from './entering.js';
import { act, type Place, type Shown } from './interactions.js';
import { asJson, type Json } from './json.js';
import { announceChange } from './messages.js';
import { type Fillable, fillables, findFillable, findPressable, pressables } from './screen.js';
import type { Shown as ShownMessage } from './seen-messages.js';
import type { Workspace } from './store.js';

export function placeOf(shown: ShownMessage): Place {
  return { kind: 'message', ...shown };
}

export async function pressIn(
  person: Person,
  place: Place,
  blocks: readonly Json[],
  label: string,
  near?: string,
): Promise<Outcome> {
  const found = findPressable(person.workspace, blocks, label, near);
  if (found === undefined) {
    const there = pressables(person.workspace, blocks).map((one) => one.label);
    throw new Error(
      `No button "${label}"${near === undefined ? '' : ` beside "${near}"`}; there are: ${there.join(', ') || 'none'}`,
    );
  }
  return act(person.store, person.workspace, person.user, place, found.placed, found.chosen);
}

export function requireField(workspace: Workspace, blocks: readonly Json[], label: string): Fillable {
  const found = findFillable(workspace, blocks, label);
  if (found === undefined)
    throw new Error(
      `No field "${label}"; there are: ${
        fillables(workspace, blocks)
          .map((one) => one.label)
          .join(', ') || 'none'
      }`,
    );
  return found;
}

/** Keeps what was put in, as the client does until the bot asks for it or the form is sent. */
export function keepValue({ store, user }: Person, place: Place, placed: Placed, state: Json): void {
  if (place.kind === 'view') {
    place.view.state.set(keyOf(placed), state);
  } else {
    const { message } = place;
    const entered = message.entered.get(user.id) ?? stateOf(message.blocks, new Map());
    message.entered.set(user.id, entered.set(keyOf(placed), state));
    message.touched = store.journal.add({ message });
  }
  announceChange(store);
}

/** Whether the bot is told of each change: of a text only where it asks for that; by default Slack tells when Enter is pressed. */
function tellsChanges({ block, element }: Placed): boolean {
  if (block.type !== 'input') return true;
  if (block.dispatch_action !== true) return false;
  if (element.type !== 'plain_text_input') return true;
  const triggers = asJson(element.dispatch_action_config).trigger_actions_on;
  return Array.isArray(triggers) && triggers.includes('on_character_entered');
}

/** Keeps it too; elements outside input blocks, and those that dispatch, tell the bot at once. Undefined where it was not told. */
export async function putIn(person: Person, place: Place, placed: Placed, state: Json): Promise<Shown | undefined> {
  const { store, workspace, user } = person;
  keepValue(person, place, placed, state);
  if (!tellsChanges(placed)) return undefined;
  const { type: _type, ...chosen } = state;
  return act(store, workspace, user, place, placed, chosen);
}

export async function fillIn(person: Person, place: Place, field: Fillable, value: FieldValue): Promise<void> {
  const state = await enter(person, place, field, value);
  const shown = await putIn(person, place, field.placed, state);
  if (shown?.error !== undefined)
    throw new Error(`The bot did not take what was put into "${field.label}": ${shown.error}`);
}
