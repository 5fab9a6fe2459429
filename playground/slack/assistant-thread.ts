/** Threads of the assistant pane: opened by a person, and what the bot's status line in them says by now. */
import type { Person } from './entering.js';
import { announceChange } from './messages.js';
import { openDirect } from './people.js';
import type { AssistantThread, SlackStore } from './store.js';

/** "A two minute timeout applies" (docs.slack.dev/reference/methods/assistant.threads.setStatus). */
const statusLife = 120_000;

export function openThread({ store, workspace, user }: Person): AssistantThread {
  const thread: AssistantThread = {
    ts: store.nextTs(),
    user: user.id,
    status: '',
    statusSince: undefined,
    title: undefined,
    prompts: [],
  };
  openDirect(workspace, user.id).assistantThreads.set(thread.ts, thread);
  announceChange(store);
  return thread;
}

/** Empty where nothing is under way, or not any more. */
export function shownStatus(store: SlackStore, { status, statusSince }: AssistantThread): string {
  const old = statusSince !== undefined && store.now().valueOf() - statusSince.valueOf() > statusLife;
  return old ? '' : status;
}
