/** A strict validator of Adaptive Cards 1.5 as Teams shows them: everything that Teams would refuse, drop, hide or show without words is a problem here. */
import { buttonSetProblems, submitDataProblems, submitsInputs, targetsOf } from './card-actions.js';
import { inputProblems } from './card-inputs.js';
import { actions, cardItself, elements, type Kind, parts, type Rule, since, untyped } from './card-schema.js';
import { plainProblem } from './card-values.js';
import { type Fields, fieldsOf, isFields, type Problem, textOf } from './wire.js';

/** Teams refreshes a card by itself for at most this many people. */
const mostRefreshedPeople = 60;
const newestVersion = 1.5;

interface Walk {
  readonly place: 'message' | 'dialog';
  readonly version: number;
  readonly problems: Problem[];
  readonly ids: Map<string, string>;
  readonly targets: { readonly at: string; readonly id: string }[];
  inputs: number;
  submits: number;
}

function note(walk: Walk, at: string, problem: string): void {
  walk.problems.push({ at, problem });
}

function checkVersion(walk: Walk, type: string, at: string): void {
  const needed = since[type];
  if (needed !== undefined && walk.version < needed) {
    note(walk, at, `${type} needs version ${needed}; the card declares ${walk.version}`);
  }
}

function remember(walk: Walk, id: unknown, at: string): void {
  const name = textOf(id);
  if (name === undefined) {
    return;
  }
  const earlier = walk.ids.get(name);
  if (earlier !== undefined) {
    note(walk, `${at}.id`, `"${name}" is also the id of ${earlier}`);
  }
  walk.ids.set(name, at);
}

function checkKind(walk: Walk, kind: Kind, fields: Fields, at: string): void {
  for (const name of Object.keys(kind.required ?? {})) {
    if (fields[name] === undefined) {
      note(walk, at, `${name} is missing`);
    }
  }
  const rules: Readonly<Record<string, Rule>> = { ...kind.optional, ...kind.required };
  for (const [name, value] of Object.entries(fields)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (name === 'type' || value === undefined) {
      continue;
    }
    if (rule === undefined) {
      note(walk, `${at}.${name}`, 'is not a property that Adaptive Cards 1.5 knows here');
    } else {
      checkValue(walk, rule, value, `${at}.${name}`);
    }
  }
}

function eachOf(walk: Walk, value: unknown, at: string, check: (item: unknown, at: string) => void): void {
  if (!Array.isArray(value)) {
    note(walk, at, 'must be a list');
    return;
  }
  for (const [index, item] of value.entries()) {
    check(item, `${at}[${index}]`);
  }
}

function checkPart(walk: Walk, type: string, value: unknown, at: string): void {
  if (type === 'user id') {
    if (!textOf(value)?.startsWith('29:')) {
      note(walk, at, 'must be the Teams id (29:…) of a person');
    }
    return;
  }
  const kind = parts[type] ?? elements[type];
  if (!isFields(value) || !kind) {
    note(walk, at, `must be a ${type}`);
    return;
  }
  if (value.type !== type && !(value.type === undefined && untyped.has(type))) {
    note(walk, at, `must have the type ${type}`);
  }
  remember(walk, value.id, at);
  checkKind(walk, kind, value, at);
}

function checkValue(walk: Walk, rule: Rule, value: unknown, at: string): void {
  if (rule === 'elements' || rule === 'element') {
    eachOf(walk, rule === 'elements' ? value : [value], at, (item, where) => checkElement(walk, item, where));
  } else if (rule === 'actions') {
    eachOf(walk, value, at, (item, where) => checkAction(walk, item, where));
    walk.problems.push(...buttonSetProblems(Array.isArray(value) ? value : [], at));
  } else if (rule === 'action') {
    checkAction(walk, value, at);
    if (fieldsOf(value).type === 'Action.ShowCard') {
      note(walk, at, 'Action.ShowCard cannot stand here');
    }
  } else if (rule === 'inlines') {
    eachOf(walk, value, at, (item, where) => {
      if (typeof item !== 'string') {
        checkPart(walk, 'TextRun', item, where);
      }
    });
  } else if (rule === 'targets') {
    eachOf(walk, value, at, (item, where) => {
      if (typeof item !== 'string' && textOf(fieldsOf(item).elementId) === undefined) {
        note(walk, where, 'must be an id or an object with elementId');
      }
    });
  } else if (rule === 'card') {
    checkCard(walk, value, at);
  } else if (typeof rule === 'object' && 'part' in rule) {
    checkPart(walk, rule.part, value, at);
  } else if (typeof rule === 'object' && 'listOf' in rule) {
    eachOf(walk, value, at, (item, where) => checkPart(walk, rule.listOf, item, where));
    if (Array.isArray(value) && value.length < (rule.atLeast ?? 0)) {
      note(walk, at, `needs at least ${rule.atLeast}`);
    }
  } else {
    const problem = plainProblem(rule, value);
    if (problem !== undefined) {
      note(walk, at, problem);
    }
  }
}

function checkElement(walk: Walk, element: unknown, at: string): void {
  const type = isFields(element) ? textOf(element.type) : undefined;
  const kind = type !== undefined && Object.hasOwn(elements, type) ? elements[type] : undefined;
  if (!isFields(element) || type === undefined || !kind) {
    note(walk, at, `${type ?? 'this'} is not an element of Adaptive Cards 1.5`);
    return;
  }
  checkVersion(walk, type, at);
  remember(walk, element.id, at);
  checkKind(walk, kind, element, at);
  if (isFields(element.fallback)) {
    const alternative: Walk = { ...walk, ids: new Map() };
    checkElement(alternative, element.fallback, `${at}.fallback`);
  } else if (element.fallback !== undefined && element.fallback !== 'drop') {
    note(walk, `${at}.fallback`, 'must be "drop" or an element');
  }
  if (type.startsWith('Input.')) {
    walk.inputs += 1;
    walk.problems.push(...inputProblems(element, at));
  }
  if (type === 'Table' && Array.isArray(element.columns) && Array.isArray(element.rows)) {
    const width = element.columns.length;
    for (const [index, row] of element.rows.entries()) {
      const { cells } = fieldsOf(row);
      if (Array.isArray(cells) && cells.length > width) {
        note(walk, `${at}.rows[${index}]`, `has ${cells.length} cells for ${width} columns`);
      }
    }
  }
}

function checkAction(walk: Walk, action: unknown, at: string): void {
  const type = isFields(action) ? textOf(action.type) : undefined;
  const kind = type !== undefined && Object.hasOwn(actions, type) ? actions[type] : undefined;
  if (!isFields(action) || type === undefined || !kind) {
    note(walk, at, `${type ?? 'this'} is not an action of Adaptive Cards 1.5`);
    return;
  }
  checkVersion(walk, type, at);
  checkKind(walk, kind, action, at);
  walk.submits += submitsInputs(action) ? 1 : 0;
  if (type === 'Action.Submit' && isFields(action.data)) {
    walk.problems.push(...submitDataProblems(action.data, walk.place, `${at}.data`));
  }
  if (type === 'Action.Execute' && walk.place === 'dialog') {
    note(walk, at, 'Action.Execute does not work inside a dialog: use Action.Submit');
  }
  if (isFields(action.fallback)) {
    checkAction(walk, action.fallback, `${at}.fallback`);
  } else if (action.fallback !== undefined && action.fallback !== 'drop') {
    note(walk, `${at}.fallback`, 'must be "drop" or an action');
  }
  walk.targets.push(...targetsOf(action).map((id) => ({ at, id })));
}

function checkCard(walk: Walk, card: unknown, at: string): void {
  if (!isFields(card) || card.type !== 'AdaptiveCard') {
    note(walk, at, 'must be an AdaptiveCard');
    return;
  }
  checkKind(walk, cardItself, card, at);
  const body = Array.isArray(card.body) ? card.body.length : 0;
  const buttons = Array.isArray(card.actions) ? card.actions.length : 0;
  if (body + buttons === 0) {
    note(walk, at, 'has neither body nor actions: a blank card');
  }
}

function checkRefresh(walk: Walk, refresh: unknown): void {
  if (!isFields(refresh)) {
    return;
  }
  if (fieldsOf(refresh.action).type !== 'Action.Execute') {
    note(walk, 'card.refresh.action', 'must be an Action.Execute');
  }
  // It happens by itself and is no button that a person could press to send what they filled in.
  walk.submits -= submitsInputs(fieldsOf(refresh.action)) ? 1 : 0;
  const people = Array.isArray(refresh.userIds) ? refresh.userIds.length : 0;
  if (people > mostRefreshedPeople) {
    note(walk, 'card.refresh.userIds', `names ${people} people; Teams allows ${mostRefreshedPeople}`);
  }
}

/**
 * Every problem of an Adaptive Card in a message or in a dialog; none when Teams would show it as its author meant it.
 * Nothing is thrown: the card is whatever the bot sent.
 */
export function cardProblems(card: unknown, place: 'message' | 'dialog'): readonly Problem[] {
  const version = textOf(fieldsOf(card).version);
  const walk: Walk = {
    place,
    version: Number(version),
    problems: [],
    ids: new Map(),
    targets: [],
    inputs: 0,
    submits: 0,
  };
  if (version === undefined || !/^1\.\d$/.test(version)) {
    note(walk, 'card.version', 'must be a version such as "1.5"');
  } else if (Number(version) > newestVersion) {
    note(walk, 'card.version', `is ${version}; Teams shows up to ${newestVersion}`);
  }
  checkCard(walk, card, 'card');
  checkRefresh(walk, fieldsOf(card).refresh);
  if (walk.inputs > 0 && walk.submits === 0) {
    note(walk, 'card', 'has inputs and no button that submits them');
  }
  for (const { at, id } of walk.targets) {
    if (!walk.ids.has(id)) {
      note(walk, `${at}.targetElements`, `no element has the id "${id}"`);
    }
  }
  return walk.problems;
}
