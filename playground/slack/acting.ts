/** Pressing and filling in what was found on a screen, so that the bot is told as Slack's client would. */

import type { FieldValue, Outcome } from '../client.js';
import { holdsValue, keyOf, stateOf } from './element-state.js';
import { enter, type Person } from './entering.js';
import { act, type Place } from './interactions.js';
import type { Json } from './json.js';
import { announceChange } from './messages.js';
import { type Fillable, fillables, findFillable, findPressable, pressables } from './screen.js';
import type { Shown } from './seen-messages.js';
import type { Workspace } from './world.js';

export function placeOf(shown: Shown): Place {
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
  return act(person.world, person.workspace, person.user, place, found.placed, found.chosen);
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

/** Puts the value in; elements outside input blocks, and those that dispatch, tell the bot at once. */
export async function fillIn(person: Person, place: Place, field: Fillable, value: FieldValue): Promise<void> {
  const { world, workspace, user } = person;
  const state = await enter(person, place, field, value);
  const key = keyOf(field.placed);
  if (place.kind === 'view') {
    place.view.state.set(key, state);
  } else {
    const entered = place.message.entered.get(user.id) ?? stateOf(place.message.blocks, new Map());
    place.message.entered.set(user.id, entered.set(key, state));
  }
  announceChange(world);
  const { block, element } = field.placed;
  if (holdsValue(element) && (block.type !== 'input' || block.dispatch_action === true)) {
    const { type: _type, ...chosen } = state;
    const shown = await act(world, workspace, user, place, field.placed, chosen);
    if (shown.error !== undefined)
      throw new Error(`The bot did not take what was put into "${field.label}": ${shown.error}`);
  }
}
