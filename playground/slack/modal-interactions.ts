/** Submitting and closing modals: view_submission with its response_action, view_closed (docs.slack.dev/surfaces/modals). */
import { isAccepted, send } from './deliver.js';
import { initialState } from './element-kinds.js';
import { clientComplaint, keyOf, placedElements } from './element-state.js';
import { failureWords, interactionBasics, type Shown } from './interactions.js';
import { asJson, asText, isJson, type Json, parseJson } from './json.js';
import { announceChange } from './messages.js';
import { issueResponseUrl, issueTrigger } from './passes.js';
import type { Answer, SlackStore, SlackUser, View, Workspace } from './store.js';
import {
  closeAll,
  closeTop,
  deepestStack,
  openView,
  redrawView,
  viewObject,
  viewRefusal,
  visibleView,
} from './views.js';

/** What Slack's client writes at the top of a modal whose app misbehaved. */
export const troubleConnecting = 'We had some trouble connecting. Try again?';

/** Submits the visible modal. What the client itself would not let pass is shown at the fields and never sent. */
export async function submitView(store: SlackStore, workspace: Workspace, user: SlackUser, view: View): Promise<Shown> {
  const complaints = fieldComplaints(view);
  if (Object.keys(complaints).length > 0) {
    view.errors = complaints;
    announceChange(store);
    return { status: 0, milliseconds: 0, error: Object.values(complaints).join(' ') };
  }
  view.errors = {};
  const { answer } = await send(store, workspace, {
    kind: 'interaction',
    what: 'view_submission',
    payload: {
      type: 'view_submission',
      ...interactionBasics(store, workspace, user),
      trigger_id: issueTrigger(store, workspace, user.id, view.id),
      view: viewObject(store, view),
      response_urls: responseUrls(store, workspace, user, view),
    },
  });
  const misbehaved = failureWords(answer) ?? obey(store, workspace, view, answer);
  announceChange(store);
  return {
    status: answer.status,
    milliseconds: answer.milliseconds,
    error: misbehaved === undefined ? undefined : `${troubleConnecting} (${misbehaved})`,
  };
}

function fieldComplaints(view: View): Record<string, string> {
  const complaints: Record<string, string> = {};
  for (const placed of placedElements(view.blocks)) {
    if (placed.block.type !== 'input') continue;
    const complaint = clientComplaint(placed.block, view.state.get(keyOf(placed)) ?? initialState(placed.element));
    if (complaint !== undefined) complaints[placed.blockId] = complaint;
  }
  return complaints;
}

function responseUrls(store: SlackStore, workspace: Workspace, user: SlackUser, view: View): Json[] {
  return placedElements(view.blocks)
    .filter((placed) => placed.element.response_url_enabled === true)
    .flatMap((placed) => {
      const state = asJson(view.state.get(keyOf(placed)));
      const channel = asText(state.selected_conversation ?? state.selected_channel);
      return channel === undefined
        ? []
        : [
            {
              block_id: placed.blockId,
              action_id: placed.actionId,
              channel_id: channel,
              response_url: issueResponseUrl(store, workspace, user.id, channel),
            },
          ];
    });
}

/** Does what the answer says; returns what is wrong with it, if anything. */
function obey(store: SlackStore, workspace: Workspace, view: View, answer: Answer): string | undefined {
  if (answer.body.trim() === '') {
    close(workspace, view);
    return undefined;
  }
  const body = parseJson(answer.body);
  if (!isJson(body)) return 'the answer is not JSON';
  switch (body.response_action) {
    case 'errors':
      return showErrors(view, body.errors);
    case 'clear':
      closeAll(workspace, view.user);
      return undefined;
    case 'update':
    case 'push': {
      const refused = viewRefusal(workspace, body.view, 'modal', body.response_action === 'update' ? view : undefined);
      if (refused !== undefined || !isJson(body.view))
        return `invalid view: ${refused?.error} ${JSON.stringify(refused?.errors ?? '')}`;
      if (!workspace.views.has(view.id)) return 'the view is gone';
      if (body.response_action === 'update') redrawView(store, view, body.view);
      else if ((workspace.stacks.get(view.user)?.length ?? 0) >= deepestStack) return 'push_limit_reached';
      else openView(store, workspace, view.user, body.view, view);
      return undefined;
    }
    default:
      // An empty object is what `ack()` sends over some transports.
      if (Object.keys(body).length > 0) return `unknown response_action: ${String(body.response_action)}`;
      close(workspace, view);
      return undefined;
  }
}

function showErrors(view: View, errors: unknown): string | undefined {
  if (!isJson(errors) || Object.keys(errors).length === 0) return 'errors are missing';
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => String(block.block_id)));
  for (const [block, words] of Object.entries(errors)) {
    if (!inputs.has(block)) return `errors for a block that is no input of the view: ${block}`;
    if (typeof words !== 'string' || words === '') return `the error of ${block} is not a text`;
  }
  view.errors = Object.fromEntries(Object.entries(errors).map(([block, words]) => [block, String(words)]));
  return undefined;
}

/** Closes the submitted view; it may already be gone, or the bot may have put another above it. */
function close(workspace: Workspace, view: View): void {
  const top = visibleView(workspace, view.user);
  if (top === view) closeTop(workspace, view.user);
}

/** The person closes the visible modal, or with `everything` the whole stack; views that ask to be told are. */
export async function closeView(
  store: SlackStore,
  workspace: Workspace,
  user: SlackUser,
  view: View,
  everything: boolean,
): Promise<Shown> {
  const clears = everything || view.definition.clear_on_close === true;
  const closed = clears ? closeAll(workspace, user.id) : [closeTop(workspace, user.id) ?? view];
  announceChange(store);
  let shown: Shown = { status: 0, milliseconds: 0, error: undefined };
  for (const one of closed) {
    if (one.definition.notify_on_close !== true) continue;
    const { answer } = await send(store, workspace, {
      kind: 'interaction',
      what: 'view_closed',
      payload: {
        type: 'view_closed',
        ...interactionBasics(store, workspace, user),
        // What was put in does not come along: Slack leaves the state of a closed view empty.
        view: { ...viewObject(store, one), state: { values: {} } },
        is_cleared: clears,
      },
    });
    shown = {
      status: answer.status,
      milliseconds: answer.milliseconds,
      error: isAccepted(answer) ? undefined : failureWords(answer),
    };
  }
  return shown;
}
