/** A simple model of who gets a place, to hold the real rules against, and the commands to try on both. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Mode } from '../../../programme/requests/context.js';

/** People are numbered from 0. */
export type Command =
  | { readonly do: 'register' | 'change mode'; readonly person: number; readonly mode: Mode }
  | { readonly do: 'cancel' | 'decline'; readonly person: number }
  | { readonly do: 'substitute'; readonly person: number; readonly by: number }
  | { readonly do: 'capacity'; readonly mode: Mode; readonly capacity: number | null };

export interface Model {
  readonly capacity: Record<Mode, number | null>;
  /** Who holds a place in which mode. */
  readonly seats: Map<number, Mode>;
  /** One queue for both modes, as the order counts. */
  readonly queue: { person: number; readonly mode: Mode }[];
  /** Everyone who ever moved up, in order. */
  readonly promoted: { readonly person: number; readonly mode: Mode }[];
}

export function emptyModel(onsite: number | null, online: number | null): Model {
  return { capacity: { onsite, online }, seats: new Map(), queue: [], promoted: [] };
}

/** Carries a command out on the model; false where it must be refused, which changes nothing. */
export function applyTo(model: Model, command: Command): boolean {
  const isIn = (person: number) => model.seats.has(person) || model.queue.some((one) => one.person === person);
  switch (command.do) {
    case 'change mode':
      if (!isIn(command.person)) return false;
      return wish(model, command.person, command.mode);
    case 'register':
      return wish(model, command.person, command.mode);
    case 'cancel':
      if (!isIn(command.person)) return false;
      return leave(model, command.person);
    case 'decline':
      return leave(model, command.person);
    case 'substitute': {
      const { person, by } = command;
      const seat = model.seats.get(person);
      // Who waits for the very place may have it.
      const waitsForIt = seat !== undefined && model.queue.some((one) => one.person === by && one.mode === seat);
      if (!isIn(person) || (isIn(by) && !waitsForIt)) return false;
      stopWaiting(model, by);
      model.seats.delete(by);
      model.seats.delete(person);
      if (seat !== undefined) model.seats.set(by, seat);
      for (const one of model.queue) if (one.person === person) one.person = by;
      moveUp(model);
      return true;
    }
    case 'capacity': {
      const { mode, capacity } = command;
      if (capacity === model.capacity[mode] || (capacity !== null && taken(model, mode) > capacity)) return false;
      model.capacity[mode] = capacity;
      moveUp(model);
      return true;
    }
  }
}

function wish(model: Model, person: number, mode: Mode): true {
  if (model.queue.some((one) => one.person === person && one.mode === mode)) return true;
  stopWaiting(model, person);
  if (model.seats.get(person) === mode) return true;
  if (isFree(model, mode) && !model.queue.some((one) => one.mode === mode)) model.seats.set(person, mode);
  else model.queue.push({ person, mode });
  moveUp(model);
  return true;
}

function leave(model: Model, person: number): true {
  stopWaiting(model, person);
  model.seats.delete(person);
  moveUp(model);
  return true;
}

function stopWaiting(model: Model, person: number): void {
  const place = model.queue.findIndex((one) => one.person === person);
  if (place >= 0) model.queue.splice(place, 1);
}

function moveUp(model: Model): void {
  for (;;) {
    const place = model.queue.findIndex(({ mode }) => isFree(model, mode));
    const [next] = place < 0 ? [] : model.queue.splice(place, 1);
    if (next === undefined) return;
    model.seats.set(next.person, next.mode);
    model.promoted.push({ ...next });
  }
}

function taken({ seats }: Model, mode: Mode): number {
  return [...seats.values()].filter((one) => one === mode).length;
}

function isFree(model: Model, mode: Mode): boolean {
  const capacity = model.capacity[mode];
  return capacity === null || taken(model, mode) < capacity;
}

/** How everyone stands, to compare: the places held, and the queue in order. */
export interface Standings {
  readonly seats: readonly (Mode | null)[];
  readonly queue: readonly { readonly person: number; readonly mode: Mode }[];
}

export function standingsOf({ seats, queue }: Model, people: number): Standings {
  return { seats: Array.from({ length: people }, (_, person) => seats.get(person) ?? null), queue: [...queue] };
}

/** What must hold at any time, however it was computed. */
export function expectSound({ seats, queue }: Standings, capacity: Readonly<Record<Mode, number | null>>): void {
  for (const mode of ['onsite', 'online'] as const) {
    const held = seats.filter((one) => one === mode).length;
    const most = capacity[mode] ?? Number.POSITIVE_INFINITY;
    expect(held, `${mode} confirmed`).toBeLessThanOrEqual(most);
    if (queue.some((one) => one.mode === mode)) expect(held, `nobody waits ${mode} beside a free place`).toBe(most);
  }
}

/** Sequences of commands on so many people, with the capacities at the start. */
export function sequences(people: number, maxLength: number) {
  const person = fc.nat({ max: people - 1 });
  const mode = fc.constantFrom<Mode>('onsite', 'online');
  const capacity = fc.option(fc.nat({ max: 3 }), { freq: 4 });
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('register' as const), person, mode }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('change mode' as const), person, mode }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'decline' as const), person }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('substitute' as const), person, by: person }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('capacity' as const), mode, capacity }) },
  );
  return fc.record({
    onsite: capacity,
    online: capacity,
    commands: fc.array(command, { minLength: Math.floor(maxLength / 2), maxLength, size: 'max' }),
  });
}
