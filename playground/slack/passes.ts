/** The short-lived passes that Slack hands out with interactions: trigger_ids and response_urls. */
import { secret } from './options.js';
import { type Refusal, refusal } from './refusal.js';
import type { StoredMessage, Trigger, Workspace, World } from './world.js';

const triggerLife = 3_000;
const responseUrlLife = 30 * 60_000;
const responseUrlUses = 5;

/** A pass to open one modal within three seconds (docs.slack.dev/interactivity/handling-user-interaction). */
export function issueTrigger(world: World, workspace: Workspace, user: string, view?: string): string {
  const id = `${Math.floor(world.now().valueOf() / 1000)}.${world.triggers.size + 1}.${secret()}`;
  world.triggers.set(id, { id, team: workspace.id, user, issued: world.now(), view, exchanged: false });
  forgetOldest(world.triggers, world.remember);
  return id;
}

/** Takes the pass, once and in time. The clock that counts is the stand-in's own. */
export function exchangeTrigger(world: World, workspace: Workspace, id: unknown): Trigger | Refusal {
  if (typeof id !== 'string')
    return refusal('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] missing required field: trigger_id'] },
    });
  const trigger = world.triggers.get(id);
  if (trigger === undefined || trigger.team !== workspace.id) return refusal('invalid_trigger_id');
  if (trigger.exchanged) return refusal('exchanged_trigger_id');
  if (world.now().valueOf() - trigger.issued.valueOf() > triggerLife) return refusal('expired_trigger_id');
  trigger.exchanged = true;
  return trigger;
}

/** An address that takes five messages within half an hour. */
export function issueResponseUrl(
  world: World,
  workspace: Workspace,
  user: string,
  channel: string,
  original?: StoredMessage,
): string {
  const id = secret();
  world.responseUrls.set(id, { id, team: workspace.id, channel, user, issued: world.now(), original, uses: 0 });
  forgetOldest(world.responseUrls, world.remember);
  return `${world.origin}/actions/${workspace.id}/${id}`;
}

/** Why this address no longer works; undefined when it does. Counts the use. */
export function spendResponseUrl(world: World, id: string): 'expired_url' | 'used_url' | undefined {
  const url = world.responseUrls.get(id);
  if (url === undefined || world.now().valueOf() - url.issued.valueOf() > responseUrlLife) return 'expired_url';
  if (url.uses >= responseUrlUses) return 'used_url';
  url.uses += 1;
  return undefined;
}

function forgetOldest(passes: Map<string, unknown>, keep: number): void {
  if (passes.size <= keep) return;
  const oldest = passes.keys().next();
  if (!oldest.done) passes.delete(oldest.value);
}
