/** The short-lived passes that Slack hands out with interactions: trigger_ids and response_urls. */
import { secret } from './options.js';
import { type Refusal, refusal } from './refusal.js';
import type { SlackStore, StoredMessage, Trigger, Workspace } from './store.js';

const triggerLife = 3_000;
const responseUrlLife = 30 * 60_000;
const responseUrlUses = 5;

/** A pass to open one modal within three seconds (docs.slack.dev/interactivity/handling-user-interaction). */
export function issueTrigger(store: SlackStore, workspace: Workspace, user: string, view?: string): string {
  const id = `${Math.floor(store.now().valueOf() / 1000)}.${store.triggers.size + 1}.${secret()}`;
  store.triggers.set(id, { id, team: workspace.id, user, issued: store.now(), view, exchanged: false });
  forgetOldest(store.triggers, store.remember);
  return id;
}

/** Takes the pass, once and in time. The clock that counts is the stand-in's own. */
export function exchangeTrigger(store: SlackStore, workspace: Workspace, id: unknown): Trigger | Refusal {
  if (typeof id !== 'string')
    return refusal('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] missing required field: trigger_id'] },
    });
  const trigger = store.triggers.get(id);
  if (trigger === undefined || trigger.team !== workspace.id) return refusal('invalid_trigger_id');
  if (trigger.exchanged) return refusal('exchanged_trigger_id');
  if (store.now().valueOf() - trigger.issued.valueOf() > triggerLife) return refusal('expired_trigger_id');
  trigger.exchanged = true;
  return trigger;
}

/** An address that takes five messages within half an hour. */
export function issueResponseUrl(
  store: SlackStore,
  workspace: Workspace,
  user: string,
  channel: string,
  original?: StoredMessage,
): string {
  const id = secret();
  store.responseUrls.set(id, { id, team: workspace.id, channel, user, issued: store.now(), original, uses: 0 });
  forgetOldest(store.responseUrls, store.remember);
  return `${store.origin}/actions/${workspace.id}/${id}`;
}

/** Why this address no longer works; undefined when it does. Counts the use. */
export function spendResponseUrl(store: SlackStore, id: string): 'expired_url' | 'used_url' | undefined {
  const url = store.responseUrls.get(id);
  if (url === undefined || store.now().valueOf() - url.issued.valueOf() > responseUrlLife) return 'expired_url';
  if (url.uses >= responseUrlUses) return 'used_url';
  url.uses += 1;
  return undefined;
}

function forgetOldest(passes: Map<string, unknown>, keep: number): void {
  if (passes.size <= keep) return;
  const oldest = passes.keys().next();
  if (!oldest.done) passes.delete(oldest.value);
}
