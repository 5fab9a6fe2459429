/** Modals and Home tabs: the stack of three, ids, hashes and state. */
import { checkView, withIds } from './blocks/surfaces.js';
import { stateOf, stateValues } from './element-state.js';
import { isJson, type Json } from './json.js';
import { announceChange } from './messages.js';
import { invalid, type Refusal, refusal } from './refusal.js';
import type { SlackStore, View, Workspace } from './store.js';

const largestView = 250_000;
export const deepestStack = 3;

/** Checks a view's definition as the views.* methods do; undefined when it may be shown. */
export function viewRefusal(
  workspace: Workspace,
  view: unknown,
  kind: 'modal' | 'home',
  replaces?: View,
): Refusal | undefined {
  if (!isJson(view)) return invalid('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  const complaints = checkView(view, kind);
  if (complaints.length > 0) return invalid('invalid_arguments', complaints);
  if (Buffer.byteLength(JSON.stringify(view)) > largestView) return refusal('view_too_large');
  if (typeof view.external_id === 'string' && view.external_id !== '') {
    for (const other of workspace.views.values()) {
      if (other !== replaces && other.definition.external_id === view.external_id)
        return refusal('duplicate_external_id');
    }
  }
  return undefined;
}

/** Puts a checked modal on top of the person's stack, or as its only one. */
export function openView(
  store: SlackStore,
  workspace: Workspace,
  user: string,
  definition: Json,
  onTopOf?: View,
): View {
  const stack = onTopOf === undefined ? [] : (workspace.stacks.get(user) ?? []);
  if (onTopOf === undefined) closeAll(workspace, user);
  const id = store.next('V');
  const blocks = withIds(definition.blocks, store.next('b'));
  const view: View = {
    id,
    team: workspace.id,
    user,
    type: 'modal',
    rootId: stack[0]?.id ?? id,
    previousId: stack.at(-1)?.id,
    definition,
    blocks,
    hash: newHash(store),
    state: stateOf(blocks, new Map()),
    errors: {},
  };
  workspace.views.set(id, view);
  workspace.stacks.set(user, [...stack, view]);
  announceChange(store);
  return view;
}

/** Redraws a view. What the person has typed stays where block_id, action_id and type are the same, as in Slack's clients. */
export function redrawView(store: SlackStore, view: View, definition: Json): void {
  view.definition = definition;
  view.blocks = withIds(definition.blocks, store.next('b'));
  view.hash = newHash(store);
  const kept = stateOf(view.blocks, view.state);
  view.state.clear();
  for (const [key, value] of kept) view.state.set(key, value);
  view.errors = {};
  announceChange(store);
}

export function publishHome(store: SlackStore, workspace: Workspace, user: string, definition: Json): View {
  const known = workspace.homes.get(user);
  if (known !== undefined) {
    redrawView(store, known, definition);
    return known;
  }
  const id = store.next('V');
  const blocks = withIds(definition.blocks, store.next('b'));
  const view: View = {
    id,
    team: workspace.id,
    user,
    type: 'home',
    rootId: id,
    previousId: undefined,
    definition,
    blocks,
    hash: newHash(store),
    state: stateOf(blocks, new Map()),
    errors: {},
  };
  workspace.views.set(id, view);
  workspace.homes.set(user, view);
  announceChange(store);
  return view;
}

/** Takes the visible modal off the stack; the one below is visible again. */
export function closeTop(workspace: Workspace, user: string): View | undefined {
  const stack = workspace.stacks.get(user) ?? [];
  const closed = stack.at(-1);
  workspace.stacks.set(user, stack.slice(0, -1));
  if (closed !== undefined) workspace.views.delete(closed.id);
  return closed;
}

/** Closes every modal of the person and says which they were, the visible one first. */
export function closeAll(workspace: Workspace, user: string): readonly View[] {
  const closed = [...(workspace.stacks.get(user) ?? [])].reverse();
  for (const view of closed) workspace.views.delete(view.id);
  workspace.stacks.delete(user);
  return closed;
}

export function visibleView(workspace: Workspace, user: string): View | undefined {
  return workspace.stacks.get(user)?.at(-1);
}

function newHash(store: SlackStore): string {
  return `${Math.floor(store.now().valueOf() / 1000)}.${store.next('')}`;
}

/** The view object (docs.slack.dev/reference/objects/view-object). */
export function viewObject(store: SlackStore, view: View): Json {
  const workspace = store.workspaces.get(view.team);
  const { definition } = view;
  return {
    id: view.id,
    team_id: view.team,
    type: view.type,
    blocks: view.blocks,
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    state: { values: stateValues(view.blocks, view.state) },
    hash: view.hash,
    title: definition.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    close: definition.close ?? null,
    submit: definition.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: store.app.id,
    external_id: definition.external_id ?? '',
    app_installed_team_id: view.team,
    bot_id: workspace?.botId ?? '',
  };
}
