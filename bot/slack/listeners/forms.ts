/** Listens to submitted forms, and to closed ones where that must be known. */

import type { App, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import { plain } from '../../../programme/messages/message.js';
import { chatTexts } from '../../../programme/messages/texts.js';
import { closeForm } from '../../../programme/requests/close-form.js';
import { languageOf } from '../../../programme/requests/request-context.js';
import { accountOf } from '../account.js';
import { take } from '../acknowledge.js';
import type { DraftSaves } from '../draft-saves.js';
import { formCallback } from '../form.js';
import { putLine } from '../leave-line.js';
import { chosenFiles, readKnown, readView } from '../read-view.js';
import { formRequest } from '../requests.js';
import { respond } from '../respond.js';
import { sentFiles } from '../sent-files.js';
import type { SlackContext } from '../slack-context.js';
import { readSource } from '../source.js';
import { type Submission, submittedModal } from '../surfaces/modals.js';
import { messageToView } from '../views.js';

export function registerForms(app: App, context: SlackContext, saves: DraftSaves): void {
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: formCallback },
    take,
    async (submission) => await onSubmission(context, submission),
  );
  app.view<ViewClosedAction>({ type: 'view_closed', callback_id: formCallback }, take, async ({ body, ack }) => {
    await ack();
    context.background.run('telling an action that its form was closed', () => onClosing(context, body, saves));
  });
}

/** What was put into a closed view does not come with it: Slack leaves its state empty. */
async function onClosing(
  context: SlackContext,
  { view, user, team }: ViewClosedAction,
  saves: DraftSaves,
): Promise<void> {
  const account = accountOf(context.client, { team: user.team_id ?? team?.id ?? '', user: user.id });
  const form = readKnown(view);
  if (form === null) return;
  await saves.settled(view.id);
  const closed = await closeForm(context.services, { account, action: form.action, known: form.input });
  if (closed !== null) await putLine(context, account, readSource(view), closed);
}

async function onSubmission(context: SlackContext, submission: Submission): Promise<void> {
  const { body, view, ack } = submission;
  const team = body.user.team_id ?? body.team?.id ?? '';
  const account = accountOf(context.client, { team, user: body.user.id });
  const payload = readView(view);
  if (payload === null) {
    const language = await languageOf(context.services, account);
    const expired = messageToView(plain(chatTexts[language].formExpired), 'home.show', language);
    return await ack({ response_action: 'update', view: expired });
  }
  const named = { id: view.id, hash: view.hash, metadata: view.private_metadata, state: view.state.values };
  const chosen = sentFiles(context, { files: chosenFiles(view) });
  const request = { ...formRequest(account, named, payload), ...(chosen.length > 0 && { chosen }) };
  await respond(context, request, submittedModal(context, request, submission));
}
