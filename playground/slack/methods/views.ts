/** views.open, views.push, views.update and views.publish. */
import { readObject } from '../content.js';
import { asJson, asList, asText, type Json } from '../json.js';
import { exchangeTrigger } from '../passes.js';
import { isRefusal, type Refusal, refusal } from '../refusal.js';
import type { View } from '../store.js';
import { deepestStack, openView, publishHome, redrawView, viewObject, viewRefusal } from '../views.js';
import { type Call, findUser, lacking, type Method, missingArgument, missingScope } from './call.js';

function readView(call: Call, kind: 'modal' | 'home', replaces?: View): Json | Refusal {
  const view = readObject(call.args.view);
  if (view === undefined) return missingArgument('view');
  if (view === 'malformed')
    return refusal('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] must provide an object [json-pointer:/view]'] },
    });
  const refused = viewRefusal(call.workspace, view, kind, replaces);
  if (refused !== undefined) return refused;
  return asksForFiles(view) && lacking(call.token, ['files:read']) !== undefined
    ? missingScope(call.token, 'files:read')
    : view;
}

/** A file_input needs the scope to read what it takes (docs.slack.dev/reference/block-kit/block-elements/file-input-element). */
function asksForFiles(view: Json): boolean {
  return asList(view.blocks).some((block) => asJson(block.element).type === 'file_input');
}

const open: Method = (call) => {
  const view = readView(call, 'modal');
  if (isRefusal(view)) return view;
  const trigger = exchangeTrigger(call.store, call.workspace, call.args.trigger_id);
  if (isRefusal(trigger)) return trigger;
  return { ok: true, view: viewObject(call.store, openView(call.store, call.workspace, trigger.user, view)) };
};

/** Needs a trigger that was pressed inside an open modal, and room for it on the stack. */
const push: Method = (call) => {
  const view = readView(call, 'modal');
  if (isRefusal(view)) return view;
  const trigger = exchangeTrigger(call.store, call.workspace, call.args.trigger_id);
  if (isRefusal(trigger)) return trigger;
  const below = trigger.view === undefined ? undefined : call.workspace.views.get(trigger.view);
  const stack = call.workspace.stacks.get(trigger.user) ?? [];
  if (below === undefined || !stack.includes(below)) return refusal('not_found');
  if (stack.length >= deepestStack) return refusal('push_limit_reached');
  return { ok: true, view: viewObject(call.store, openView(call.store, call.workspace, trigger.user, view, below)) };
};

const update: Method = (call) => {
  const { args, workspace, store } = call;
  const [id, externalId] = [asText(args.view_id), asText(args.external_id)];
  if ((id === undefined) === (externalId === undefined)) return missingArgument('view_id or external_id (exactly one)');
  const known =
    id === undefined
      ? [...workspace.views.values()].find((one) => one.definition.external_id === externalId)
      : workspace.views.get(id);
  const view = readView(call, known?.type ?? 'modal', known);
  if (isRefusal(view)) return view;
  if (known === undefined) return refusal('not_found');
  if (args.hash !== undefined && args.hash !== known.hash) return refusal('hash_conflict');
  redrawView(store, known, view);
  return { ok: true, view: viewObject(store, known) };
};

const publish: Method = (call) => {
  const { args, workspace, store } = call;
  if (!store.app.homeTab) return refusal('not_enabled');
  const user = findUser(call, args.user_id);
  if (isRefusal(user)) return user;
  const known = workspace.homes.get(user.id);
  const view = readView(call, 'home', known);
  if (isRefusal(view)) return view;
  if (args.hash !== undefined && args.hash !== known?.hash) return refusal('hash_conflict');
  return { ok: true, view: viewObject(store, publishHome(store, workspace, user.id, view)) };
};

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
