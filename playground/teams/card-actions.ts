/** What the data of an Action.Submit may ask Teams to do, and how many buttons Teams shows. */
import { type Fields, fieldsOf, isFields, listOf, type Problem, textOf } from './wire.js';

/** Teams shows six buttons of a set; the rest must be marked secondary, which puts them into the overflow menu. */
const mostButtons = 6;

const submitTypes: Readonly<
  Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  'task/fetch': { required: [], optional: [] },
  messageBack: { required: ['text'], optional: ['displayText', 'value'] },
  imBack: { required: ['value'], optional: [] },
  signin: { required: ['value'], optional: [] },
  invoke: { required: ['value'], optional: [] },
};

/** The `msteams` part of an Action.Submit's data: learn.microsoft.com, "Card actions in Teams". */
export function submitDataProblems(data: Fields, place: 'message' | 'dialog', at: string): readonly Problem[] {
  if (data.msteams === undefined) {
    return [];
  }
  if (place === 'dialog') {
    return [{ at: `${at}.msteams`, problem: 'a button inside a dialog always submits the dialog' }];
  }
  const msteams = fieldsOf(data.msteams);
  const shape = submitTypes[textOf(msteams.type) ?? ''];
  if (!shape) {
    return [{ at: `${at}.msteams.type`, problem: `must be one of ${Object.keys(submitTypes).join(', ')}` }];
  }
  const known = ['type', ...shape.required, ...shape.optional];
  const missing = shape.required.filter((name) => msteams[name] === undefined);
  const unknown = Object.keys(msteams).filter((name) => !known.includes(name));
  const wrong = ['text', 'displayText'].filter((name) => msteams[name] !== undefined && !textOf(msteams[name]));
  return [
    ...missing.map((name) => ({ at: `${at}.msteams`, problem: `${name} is missing` })),
    ...unknown.map((name) => ({ at: `${at}.msteams.${name}`, problem: 'is not known' })),
    ...wrong.map((name) => ({ at: `${at}.msteams.${name}`, problem: 'must be a string that is not empty' })),
  ];
}

/** Refuses a set of buttons of which Teams would hide some, and buttons without a label. */
export function buttonSetProblems(actions: readonly unknown[], at: string): readonly Problem[] {
  const primary = actions.filter((action) => textOf(fieldsOf(action).mode)?.toLowerCase() !== 'secondary');
  const nameless = actions.flatMap((action, index) =>
    isFields(action) && action.title === undefined && action.iconUrl === undefined ? [index] : [],
  );
  return [
    ...(actions.length === 0 ? [{ at, problem: 'has no buttons' }] : []),
    ...(primary.length > mostButtons
      ? [{ at, problem: `has ${primary.length} primary buttons; Teams shows ${mostButtons}` }]
      : []),
    ...nameless.map((index) => ({ at: `${at}[${index}]`, problem: 'a button needs a title' })),
  ];
}

/** Every action of a card that sends something to the bot together with the card's inputs. */
export function submitsInputs(action: Fields): boolean {
  return (action.type === 'Action.Submit' || action.type === 'Action.Execute') && action.associatedInputs !== 'none';
}

/** The ids that an Action.ToggleVisibility names. */
export function targetsOf(action: Fields): readonly string[] {
  return listOf(action.targetElements).flatMap((target) => textOf(target) ?? textOf(fieldsOf(target).elementId) ?? []);
}
