/** Pressed buttons, on messages, in modals and on the Home tab, and the global shortcut. */
import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  RespondArguments,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { Message, Reply } from '../../../programme/messages/message.js';
import type { Language } from '../../../programme/requests/context.js';
import { sendOrTellLater } from '../../../programme/requests/deferred-reply.js';
import { languageOf, perform } from '../../../programme/requests/handle-request.js';
import type { Performed, Request, RequestingAccount } from '../../../programme/requests/request.js';
import { accountOf, isDirect } from '../account.js';
import {
  postAnswer,
  publishHome,
  refreshHome,
  replyToMessage,
  replyToView,
  shown,
  titleOf,
  workingModal,
} from '../answers.js';
import { acknowledging, attempt, inTime } from '../attempt.js';
import { opened, pressed } from '../buttons.js';
import { unpackPayload } from '../carry.js';
import type { Desk } from '../desk.js';
import { openModal } from '../opening.js';
import { messageToBlocks, messageToModal } from '../render.js';
import { buttonRequest, homeRequest } from '../requests.js';
import { menuShortcut } from '../used.js';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

export function registerButtons(app: App, desk: Desk): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: new RegExp(`^${pressed}`) },
    async (press) => await onPress(desk, press),
  );
  // Slack reports link buttons as well and shows a warning sign where nobody acknowledges it.
  app.action({ type: 'block_actions', action_id: new RegExp(`^${opened}`) }, async ({ ack }) => await ack());
  app.shortcut({ type: 'shortcut', callback_id: menuShortcut }, async ({ shortcut, ack }) => {
    const team = shortcut.user.team_id ?? shortcut.team?.id ?? '';
    const account = accountOf(desk.client, { team, user: shortcut.user.id });
    await inNewModal(desk, account, { request: homeRequest(account), trigger: shortcut.trigger_id, ack });
  });
}

async function onPress(desk: Desk, press: Press): Promise<void> {
  const { body, action } = press;
  const team = body.user.team_id ?? body.team?.id ?? '';
  const account = accountOf(desk.client, { team, user: body.user.id, channel: body.channel?.id });
  const payload = unpackPayload(action.value);
  const place = body.view?.id ?? `${body.channel?.id}.${body.container.message_ts}`;
  const request = buttonRequest(
    account,
    { place, actionId: action.action_id, at: action.action_ts },
    payload ?? { action: 'help.show', input: {}, confirmed: false },
  );
  if (payload === null) desk.house.log.warn({ actionId: action.action_id }, 'a button carried nothing readable');
  if (body.view?.type === 'modal') return await inOpenModal(desk, account, request, body.view.id, press);
  if (body.view !== undefined) return await fromHome(desk, account, request, press);
  return await fromMessage(desk, account, request, press);
}

/** The answer takes the place of what the modal showed: a stack of modals would hold what is no longer true. */
async function inOpenModal(desk: Desk, account: RequestingAccount, request: Request, viewId: string, { ack }: Press) {
  const acknowledge = acknowledging(ack);
  const show = async (message: Message, language: Language) => {
    await acknowledge();
    await desk.client.views.update({
      view_id: viewId,
      view: messageToModal(message, titleOf(request.action, language), language),
    });
  };
  const work = async () => {
    const performing = perform(desk.house, request);
    if ((await inTime(performing)) === null) await acknowledge();
    const performed = await performing;
    await sendOrTellLater(desk.house, performed, () =>
      shown(desk, () => desk.client.views.update({ view_id: viewId, view: replyToView(performed, request.action) })),
    );
    await acknowledge();
    refreshHome(desk, account, performed.reply);
  };
  await attempt(desk, account, 'slack button in a modal', work, show);
}

/** The menu's own button draws Home anew; everything else is answered in a modal over it. */
async function fromHome(desk: Desk, account: RequestingAccount, request: Request, { body, ack }: Press) {
  if (request.action !== 'home.show')
    return await inNewModal(desk, account, { request, trigger: body.trigger_id, ack });
  const acknowledge = acknowledging(ack);
  const work = async () => {
    const publishing = publishHome(desk, account);
    await inTime(publishing);
    await acknowledge();
    await publishing;
  };
  await attempt(desk, account, 'slack button on Home', work, async (message, language) => {
    await openModal(desk, body.trigger_id, messageToModal(message, titleOf(request.action, language), language));
    await acknowledge();
  });
}

/** Opens a modal with the answer; one that takes long is announced while the trigger still lives. */
async function inNewModal(
  desk: Desk,
  account: RequestingAccount,
  { request, trigger, ack }: { request: Request; trigger: string; ack: () => Promise<void> },
): Promise<void> {
  const acknowledge = acknowledging(ack);
  let viewId: string | null = null;
  const show = async (view: ReturnType<typeof replyToView>) => {
    if (viewId !== null) await desk.client.views.update({ view_id: viewId, view });
    else viewId = await openModal(desk, trigger, view);
    await acknowledge();
  };
  const work = async () => {
    const performing = perform(desk.house, request);
    if ((await inTime(performing)) === null)
      await show(workingModal(request.action, await languageOf(desk.house, account)));
    const performed = await performing;
    await sendOrTellLater(desk.house, performed, () => shown(desk, () => show(replyToView(performed, request.action))));
    await acknowledge();
    refreshHome(desk, account, performed.reply);
  };
  await attempt(desk, account, 'slack button on Home', work, async (message, language) => {
    await show(messageToModal(message, titleOf(request.action, language), language));
  });
}

async function fromMessage(desk: Desk, account: RequestingAccount, request: Request, press: Press): Promise<void> {
  const acknowledge = acknowledging(press.ack);
  const work = async () => {
    const performing = perform(desk.house, request);
    const quick = await inTime(performing);
    if (quick === null) await acknowledge();
    const performed = quick ?? (await performing);
    const inModal =
      quick?.reply.kind === 'form' &&
      (await openModal(desk, press.body.trigger_id, replyToView(quick, request.action))) !== null;
    // A press that was carried out before has its answer already.
    if (!inModal && !performed.repeated) {
      await sendOrTellLater(desk.house, performed, () => shown(desk, () => answerAtMessage(desk, press, performed)));
    }
    await acknowledge();
  };
  await attempt(desk, account, 'slack button on a message', work, async (message, language) => {
    // Acknowledged only if something can be said: otherwise Slack itself shows that the press came to nothing.
    await onlyForYou(press, message, language);
    await acknowledge();
  });
}

/** In the direct conversation the answer is a message, or takes the pressed one's place; anywhere else only this person sees it. */
async function answerAtMessage(desk: Desk, press: Press, performed: Performed): Promise<void> {
  const { body, respond } = press;
  const message = replyToMessage(performed);
  const { language, reply } = performed;
  const direct = body.channel !== undefined && isDirect(body.channel.id);
  const ephemeral = body.container.is_ephemeral === true;
  if (replaces(reply) && (direct || ephemeral)) {
    await respond({ replace_original: true, ...messageToBlocks(message, language) });
    return;
  }
  if (body.channel === undefined || !direct || ephemeral) return await onlyForYou(press, message, language);
  await postAnswer(desk, { channel: body.channel.id, thread: threadOf(body) }, message, language);
}

async function onlyForYou({ respond }: Press, message: Message, language: Language): Promise<void> {
  const body: RespondArguments = {
    response_type: 'ephemeral',
    replace_original: false,
    ...messageToBlocks(message, language),
  };
  await respond(body);
}

function replaces(reply: Reply): boolean {
  return reply.kind === 'message' && reply.replaces;
}

function threadOf(body: BlockAction): string | undefined {
  const thread: unknown = body.container.thread_ts;
  return typeof thread === 'string' ? thread : undefined;
}
