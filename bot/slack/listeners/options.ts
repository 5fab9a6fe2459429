/** Listens to searches in a field while the person types. */
import type { App } from '@slack/bolt';
import { languageOf } from '../../../programme/requests/request-context.js';
import { searchInTime } from '../../search-in-time.js';
import { accountOf } from '../account.js';
import { take } from '../acknowledge.js';
import { limits } from '../block-kit.js';
import { fieldName, optionsOf, searchId } from '../fields.js';
import { readKnown, readView } from '../read-view.js';
import type { SlackContext } from '../slack-context.js';
import { QUICK_MILLISECONDS } from '../time-limit.js';

export function registerOptions(app: App, context: SlackContext): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: searchId }, take, async ({ body, ack }) => {
    const team = body.user.team_id ?? body.team?.id ?? '';
    const account = accountOf(context.client, { team, user: body.user.id });
    // The other fields may narrow the search; not every client sends them.
    const form = readView(body.view) ?? readKnown(body.view);
    const field = fieldName(body.block_id);
    if (form === null || field === null) return await ack({ options: [] });
    const { action, input: given } = form;
    const search = { account, action, field, typed: body.value, given };
    const choices = await searchInTime(context.services, search, QUICK_MILLISECONDS, 'slack options');
    if (choices.length === 0) return await ack({ options: [] });
    const options = optionsOf(choices, await languageOf(context.services, account));
    await ack({ options: options.slice(0, limits.selectOptions) });
  });
}
