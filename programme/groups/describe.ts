/** Says in words what the groups of a session are, which rules they do not keep, and what one's own is. */
import type { Session } from '../../prisma/client.js';
import { memberTexts } from '../members/texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import { type Button, elements, type Fact, type Item, type Message } from '../messages/message.js';
import type { BaseContext } from '../requests/context.js';
import { page } from '../requests/page.js';
import { sessionTitle } from '../sessions/describe.js';
import { isOutdated, type PeopleChange, type PlacedPerson, type ReadPlan, type TakingPart } from './queries.js';
import { type Broken, brokenRules, companyOf, isUntellable } from './rules.js';
import { groupTexts } from './texts.js';
import { type ToldGroup, untoldIn } from './told.js';

/** As many groups as fit a message on every platform. */
const PER_PAGE = 8;

/** As many names as are read at a glance. */
const MOST_NAMES = 20;

type Worded = Pick<BaseContext, 'language'>;

export function whoIs({ language }: Worded, { name, companyName }: Pick<TakingPart, 'name' | 'companyName'>): string {
  const whole = pick(language, name);
  return companyName === null ? whole : memberTexts[language].nameOf(whole, pick(language, companyName));
}

export function ownFacts({ language }: Worded, { number, mode, facilitator, people }: ToldGroup): readonly Fact[] {
  const { labels, groupNamed, modes, noFacilitator, peopleIn } = groupTexts[language];
  return [
    { label: labels.group, value: groupNamed(number) },
    ...(mode === null ? [] : [{ label: labels.where, value: modes[mode] }]),
    { label: labels.facilitator, value: facilitator === '' ? noFacilitator : facilitator },
    { label: labels.people, value: peopleIn(people) },
  ];
}

/** One line for each rule that is not kept. */
export function brokenLines(context: Worded, plan: ReadPlan): readonly string[] {
  const places = new Map(plan.placed.map(({ id, number }) => [id, number]));
  return brokenRules(plan.placed, plan.groups, places).map((broken) => brokenWords(context, plan, broken));
}

function brokenWords(context: Worded, { placed }: ReadPlan, broken: Broken): string {
  const { language } = context;
  const texts = groupTexts[language].broken;
  const who = (id: string) => {
    const found = placed.find((one) => one.id === id);
    return found === undefined ? '' : whoIs(context, found);
  };
  const company = (key: string): string => {
    const found = placed.find((one) => companyOf(one) === key);
    const name: Bilingual | null = found?.companyName ?? null;
    return name === null ? '' : pick(language, name);
  };
  switch (broken.rule) {
    case 'company':
      return texts.company(company(broken.company), broken.people, broken.groups);
    case 'together':
      return texts.together(company(broken.company), broken.group);
    case 'apart':
      return texts.apart(who(broken.person), broken.group);
    case 'no_group':
      return texts.noGroup(groupTexts[language].modes[broken.mode], broken.people);
    case 'unplaced':
      return texts.unplaced(
        broken.people.map(who).slice(0, MOST_NAMES),
        Math.max(0, broken.people.length - MOST_NAMES),
      );
    case 'sizes':
      return texts.sizes(broken.smallest, broken.largest);
    case 'facilitators':
      return texts.facilitators(broken.groups);
  }
}

/** How the groups stand, and what the secretariat can do with them. */
export interface ShownPlan {
  readonly session: Session;
  readonly plan: ReadPlan;
  readonly difference: PeopleChange;
  /** How many entries come before. */
  readonly from: number;
  /** What has just been done. */
  readonly done?: string;
}

export function planMessage(context: BaseContext, { session, plan, difference, from, done }: ShownPlan): Message {
  const { language } = context;
  const texts = groupTexts[language];
  const title = texts.groupsOf(sessionTitle(context, session));
  const untold = untoldIn(plan).length;
  const outside = plan.placed.filter(({ number }) => number === null);
  const items = [
    ...plan.groups.map((group) => groupItem(context, plan, group.number)),
    ...(outside.length === 0 ? [] : [{ title: texts.outside, lines: nameLines(context, outside), buttons: [] }]),
  ];
  const shown = page(items.slice(from, from + PER_PAGE), items.length, { from, size: PER_PAGE });
  const { joined, left, changed } = difference;
  const broken = brokenLines(context, plan);
  return {
    summary: done ?? title,
    elements: elements(
      done !== undefined && { kind: 'text', text: done },
      { kind: 'heading', text: title },
      { kind: 'text', text: texts.counts(plan.placed.length, plan.groups.length, untold) },
      isOutdated(difference) && { kind: 'text', text: texts.outdated(joined.length, left.length, changed.length) },
      { kind: 'text', text: broken.length === 0 ? texts.allKept : [texts.notKept, ...broken].join('\n') },
      { kind: 'list', items: shown.items },
      {
        kind: 'buttons',
        buttons: planButtons(context, { session, plan, difference, from }, { untold, next: shown.next }),
      },
    ),
  };
}

function planButtons(
  { language }: Worded,
  { session, plan, difference }: ShownPlan,
  { untold, next }: { readonly untold: number; readonly next: number | null },
): readonly Button[] {
  const { buttons } = groupTexts[language];
  const input = { session: session.id };
  const places = new Map(plan.placed.map(({ id, number }) => [id, number]));
  const isTellable =
    untold > 0 && !isOutdated(difference) && !brokenRules(plan.placed, plan.groups, places).some(isUntellable);
  return [
    ...(next === null ? [] : [{ label: buttons.more, action: 'groups.show', input: { ...input, from: next } }]),
    ...(isOutdated(difference) ? [{ label: buttons.rebuild, action: 'groups.rebuild', input, form: true }] : []),
    ...(isTellable
      ? [{ label: buttons.publish(untold), action: 'groups.publish', input, form: true, emphasis: 'primary' as const }]
      : []),
    { label: buttons.move, action: 'groups.move', input, form: true },
    { label: buttons.again, action: 'groups.make', input, form: true },
  ];
}

function groupItem(context: Worded, { groups, placed }: ReadPlan, number: number): Item {
  const { language } = context;
  const { groupLine, modes, noFacilitator } = groupTexts[language];
  const group = groups.find((one) => one.number === number);
  const members = placed.filter((one) => one.number === number);
  const mode = group?.mode ?? null;
  const where = mode === null ? '' : modes[mode];
  const facilitator = group === undefined || group.facilitator === '' ? noFacilitator : group.facilitator;
  return {
    title: groupLine({ number, where, people: members.length, facilitator }),
    lines: nameLines(context, members),
    buttons: [],
  };
}

function nameLines(context: Worded, members: readonly PlacedPerson[]): readonly string[] {
  const { language } = context;
  const { names, more } = groupTexts[language];
  if (members.length === 0) return [];
  const shown = members.slice(0, MOST_NAMES).map((one) => whoIs(context, one));
  const rest = members.length - shown.length;
  return [names(shown), ...(rest === 0 ? [] : [more(rest)])];
}
