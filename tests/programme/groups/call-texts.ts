/** Calls every function of the texts of group work, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callGroups(groups: Texts['groups']): void {
  const { notices, broken, buttons } = groups;
  notices.told('1', 2);
  notices.changed('1', 2, 3);
  notices.details('1', 2, ['3', '4']);
  groups.groupWith(1, '2');
  for (const [before, facilitator, people] of [
    ['', '1', 0],
    ['1', '', 2],
    ['1', '2', 3],
  ] as const) {
    groups.facilitateDoes({ number: 1, before, facilitator, people });
    groups.facilitated(1, facilitator, people);
  }
  groups.groupNamed(1);
  groups.groupAt(1, '2');
  groups.line('1', '2');
  groups.groupsOf('1');
  groups.takingPart(3, 2, 1);
  for (const count of [1, 2]) {
    groups.peopleIn(count);
    groups.makeDoes('1', count);
    groups.counts(3, 2, count - 1);
    broken.company('1', 3, count);
    broken.unplaced(['1', '2'], count - 1);
    groups.more(count);
    buttons.publish(count);
    groups.rebuildDoes('1', count - 1);
    groups.moving(['1', '2'], count - 1);
    groups.rebuilt(count);
    groups.publishDoes('1', count);
    groups.published(count);
  }
  groups.outdated(1, 2, 3);
  broken.together('1', 2);
  broken.apart('1', 2);
  broken.noGroup('1', 2);
  broken.sizes(1, 3);
  broken.facilitators([1, 2]);
  for (const where of ['', '1']) groups.groupLine({ number: 1, where, people: 2, facilitator: '3' });
  groups.names(['1', '2']);
  for (const other of [null, '3']) {
    groups.moveDoes('1', 2, other);
    groups.moved('1', 2, other);
  }
}

export const groupRefusals = {
  over_for_groups: {},
  no_sessions: {},
  nobody: {},
  more_groups_than_people: { people: 3 },
  no_groups: {},
  nothing_to_rebuild: {},
  groups_outdated: {},
  rules_broken: {},
  nothing_to_tell: {},
  not_in_groups: {},
  nothing_to_swap: {},
  groups_changed: {},
  same_facilitator: { number: 1, name: '2' },
  already_in_group: { number: 1 },
  no_such_group: { groups: 2 },
  other_mode: { number: 1 },
  with_colleague: { number: 1, name: { ja: '佐藤', en: 'Sato' } },
  one_or_other: {},
  no_own_group: {},
} as const;
