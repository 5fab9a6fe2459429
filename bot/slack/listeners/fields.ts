/** Listens to what is put into the fields of long forms, which is kept in case the form is closed. */
import type { App, BlockAction } from '@slack/bolt';
import { saveDraft } from '../../../programme/requests/save-draft.js';
import { accountOf } from '../account.js';
import { take } from '../acknowledge.js';
import type { DraftSaves } from '../draft-saves.js';
import { searchId, valueId } from '../fields.js';
import { readEntered, readKnown } from '../read-view.js';
import type { SlackContext } from '../slack-context.js';

/** Slack sends the values of all fields with each change of one, but none with the closing. */
export function registerFields(app: App, context: SlackContext, saves: DraftSaves): void {
  const { client, services } = context;
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^(${valueId}|${searchId})$`) },
    take,
    async ({ body, action, ack }) => {
      await ack();
      const form = readKnown(body.view);
      const entered = readEntered(body.view);
      if (body.view === undefined || form === null || entered === null) return;
      const account = accountOf(client, { team: body.user.team_id ?? body.team?.id ?? '', user: body.user.id });
      const at = entryTime(action, services.clock.now());
      const unsent = { account, action: form.action, known: form.input, entered, at };
      saves.put(body.view.id, () => saveDraft(services, unsent));
    },
  );
}

/** Slack's action_ts: seconds with a fraction. */
function entryTime(action: object, now: Date): Date {
  const seconds = 'action_ts' in action ? Number(action.action_ts) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1000) : now;
}
