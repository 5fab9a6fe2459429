/** What people were told of their group, and what of it has changed since. Purely. */
import type { Mode } from '../../prisma/client.js';
import type { GroupOf } from './rules.js';

/** A group as somebody is told of it. */
export interface ToldGroup extends GroupOf {
  /** How many are in it. */
  readonly people: number;
}

/** What is said of a group beside its number, in the order in which it is shown. */
export const groupAspects = ['mode', 'facilitator', 'people'] as const;
type GroupAspect = (typeof groupAspects)[number];

interface Placed {
  readonly number: number | null;
  /** Null: never told. */
  readonly told: ToldGroup | null;
}

interface Groups<P extends Placed> {
  readonly groups: readonly GroupOf[];
  readonly placed: readonly P[];
}

/** Somebody who is to be told, and what. */
export interface Telling<P> {
  readonly person: P;
  readonly now: ToldGroup;
  /** What of it is other than what they were told before; nothing where they were told of none. */
  readonly changed: readonly GroupAspect[];
}

/** Those who do not know their group as it is now: its number, the mode of its people, who facilitates, and how many they are. */
export function untoldIn<P extends Placed>({ groups, placed }: Groups<P>): readonly Telling<P>[] {
  const sizes = new Map<number, number>();
  for (const { number } of placed) if (number !== null) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  const known = new Map(groups.map((group) => [group.number, group]));
  return placed.flatMap((person): Telling<P>[] => {
    const group = person.number === null ? undefined : known.get(person.number);
    if (group === undefined) return [];
    const { number, mode, facilitator } = group;
    const now = { number, mode, facilitator, people: sizes.get(number) ?? 0 };
    const changed = changedIn(person.told, now);
    return person.told?.number === number && changed.length === 0 ? [] : [{ person, now, changed }];
  });
}

function changedIn(told: ToldGroup | null, now: ToldGroup): readonly GroupAspect[] {
  return told === null ? [] : groupAspects.filter((aspect) => told[aspect] !== now[aspect]);
}

/** As people are told of it: the only mode of its people, null where room and line are mixed. */
export function toldGroupOf(row: {
  readonly toldNumber: number | null;
  readonly toldMode: Mode | null;
  readonly toldFacilitator: string | null;
  readonly toldPeople: number | null;
}): ToldGroup | null {
  const { toldNumber: number, toldMode: mode, toldFacilitator: facilitator, toldPeople: people } = row;
  return number === null || facilitator === null || people === null ? null : { number, mode, facilitator, people };
}
