/** Proves that every action of a drawn card leads back to the action in the card as posted, and that two cards on a page share no id. */
import { describe, expect, it } from 'vitest';
import { numberActions } from '../../../../../page/browser/teams/cards/number-actions.js';
import { resolvePointer } from '../../../../../page/client-sessions/teams-card.js';
import type { Json } from '../../../../../page/protocol.js';

const submit = (mark: string): Json => ({ type: 'Action.Submit', title: mark, data: { mark } });

const card: Json = {
  type: 'AdaptiveCard',
  version: '1.5',
  speak: 'Read aloud',
  refresh: { action: { type: 'Action.Execute', verb: 'refresh' }, userIds: ['29:one'] },
  selectAction: submit('whole card'),
  body: [
    { type: 'TextBlock', id: 'details', text: 'Details', isVisible: false },
    { type: 'Input.Text', id: 'name', label: 'Name', inlineAction: submit('inline') },
    {
      type: 'Input.ChoiceSet',
      id: 'mode',
      choices: [{ title: 'Online', value: 'online' }],
      'choices.data': { type: 'Data.Query', dataset: 'people' },
    },
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', selectAction: submit('column'), items: [{ type: 'ActionSet', actions: [submit('set')] }] },
      ],
    },
    { type: 'RichTextBlock', inlines: ['plain', { type: 'TextRun', text: 'run', selectAction: submit('run') }] },
    { type: 'Table', rows: [{ cells: [{ items: [{ type: 'Image', url: 'x', selectAction: submit('image') }] }] }] },
  ],
  actions: [
    {
      type: 'Action.ToggleVisibility',
      title: 'more',
      targetElements: ['details', { elementId: 'name', isVisible: true }],
    },
    {
      type: 'Action.ShowCard',
      title: 'show',
      card: { type: 'AdaptiveCard', body: [{ type: 'Input.Text', id: 'inner' }], actions: [submit('inner')] },
    },
    { type: 'Action.Execute', id: 'own', title: 'execute', verb: 'go', fallback: submit('fallback') },
    {
      type: 'Action.Submit',
      title: 'data',
      data: { id: 'kept', action: { type: 'Action.Submit', id: 'data is data' } },
    },
  ],
};

/** Every object of a card, wherever it stands. */
function objectsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.values(value).flatMap(objectsIn)];
}

const { card: drawn, pointers } = numberActions(card, 'one-');
const drawnActions = objectsIn(drawn).filter(({ id }) => pointers.has(String(id)));

describe('actions', () => {
  it('lead to the action that was posted', () => {
    expect(pointers.size).toBe(12);
    expect(drawnActions).toHaveLength(12);
    for (const action of drawnActions) {
      const posted = resolvePointer(card, pointers.get(String(action.id)) ?? '');
      expect(posted).toMatchObject({ type: action.type, title: action.title });
    }
  });

  it('stand where they are expected', () => {
    expect([...pointers.values()]).toEqual([
      '/selectAction',
      '/body/1/inlineAction',
      '/body/3/columns/0/selectAction',
      '/body/3/columns/0/items/0/actions/0',
      '/body/4/inlines/1/selectAction',
      '/body/5/rows/0/cells/0/items/0/selectAction',
      '/actions/0',
      '/actions/1/card/actions/0',
      '/actions/1',
      '/actions/2/fallback',
      '/actions/2',
      '/actions/3',
    ]);
  });

  it('send their data as posted', () => {
    const data = drawnActions.find(({ title }) => title === 'data')?.data;
    expect(data).toEqual({ id: 'kept', action: { type: 'Action.Submit', id: 'data is data' } });
  });
});

describe('a pointer', () => {
  it('escapes what JSON pointers escape', () => {
    const odd = { type: 'AdaptiveCard', 'a/b~c': [submit('odd')] };
    const [pointer] = numberActions(odd, '').pointers.values();
    expect(pointer).toBe('/a~1b~0c/0');
    expect(resolvePointer(odd, pointer ?? '')).toEqual(submit('odd'));
  });
});

describe('ids', () => {
  it('are the posted ones behind the prefix', () => {
    const ids = objectsIn(drawn).flatMap(({ type, id }) => (String(type).startsWith('Action.') ? [] : (id ?? [])));
    expect(ids).toEqual(['one-details', 'one-name', 'one-mode', 'one-inner', 'kept']);
  });

  it('are still met by what shows and hides elements', () => {
    const toggle = drawnActions.find(({ type }) => type === 'Action.ToggleVisibility');
    expect(toggle?.targetElements).toEqual(['one-details', { elementId: 'one-name', isVisible: true }]);
  });

  it('differ between two cards on one page', () => {
    const other = new Set(objectsIn(numberActions(card, 'two-').card).map(({ id }) => id));
    const shared = objectsIn(drawn).filter(({ id }) => id !== undefined && other.has(id));
    expect(shared.map(({ id }) => id)).toEqual(['kept', 'data is data']);
  });
});

it('leaves out what is not drawn, and changes nothing of the card itself', () => {
  const before = JSON.stringify(card);
  expect(numberActions(card, 'x-').card).not.toHaveProperty('refresh');
  expect(numberActions(card, 'x-').card).not.toHaveProperty('speak');
  expect(JSON.stringify(card)).toBe(before);
});
