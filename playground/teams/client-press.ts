/** Carries out a pressed button for one person's client, and draws what the bot answers. */
import type { Outcome } from '../client.js';
import { invokeActivity, messageActivity, submitActivity } from './activities.js';
import { nothingSent, outcomeOf, type Session } from './client-session.js';
import type { Pressed } from './client-types.js';
import type { Delivery } from './delivery.js';
import { clientErrors, emptyForm, labelOf, submittedValues } from './fields.js';
import { effectOf, elementWithId, inputsOf, sendsInputs } from './press.js';
import { type Button, nothingChanged } from './screen.js';
import type { Message } from './store.js';
import { type Fields, fieldsOf, listOf, textOf } from './wire.js';

/** Draws what the bot answered to an invoke. */
function take(session: Session, delivery: Delivery, pressed: Pressed): Outcome {
  const { answer } = delivery;
  const from = pressed.where === 'dialog' ? pressed.dialog : undefined;
  const message = pressed.where === 'message' ? pressed.message : undefined;
  const conversation = from?.conversation ?? message?.conversation ?? session.teams.store.personal(session.user);
  const place = { conversation, thread: from?.thread ?? message?.thread, messageId: from?.messageId ?? message?.id };
  const surface = { filled: emptyForm(), shown: nothingChanged };
  if (from && session.dialog !== from) {
    // The person has closed the dialog in the meantime: what the bot answers has no place any more.
    return outcomeOf(delivery);
  }
  if (answer?.kind === 'done' && from) {
    session.dialog = undefined;
  } else if (answer?.kind === 'message' && textOf(delivery.activity.name)?.startsWith('task/')) {
    session.dialog = {
      ...surface,
      ...place,
      title: from?.title ?? '',
      card: undefined,
      text: answer.text,
      payload: delivery.body,
    };
  } else if (answer?.kind === 'message') {
    session.toasts.push(answer.text);
  } else if (answer?.kind === 'dialog') {
    const { title, card, url } = answer.value;
    const content = card === undefined ? undefined : fieldsOf(fieldsOf(card).content);
    session.dialog = {
      ...surface,
      ...place,
      title: textOf(title) ?? '',
      card: content,
      text: textOf(url) ?? '',
      payload: answer.value,
    };
  } else if (answer?.kind === 'card' && message) {
    session.teams.store.showTo(message, session.user, answer.card);
  }
  return outcomeOf(delivery);
}

export function invoke(session: Session, name: string, value: Fields, pressed: Pressed): Promise<Delivery> {
  const source = pressed.where === 'dialog' ? pressed.dialog : pressed.message;
  const replyToId = pressed.where === 'dialog' ? pressed.dialog.messageId : pressed.message.id;
  const { conversation, thread } = source;
  return session.deliver(
    invokeActivity(session.teams.sender, { user: session.user, conversation, thread }, name, value, replyToId),
  );
}

async function answerConsent(session: Session, button: Button, message: Message): Promise<Outcome> {
  const { name, content } = button.action;
  const { sizeInBytes, acceptContext, declineContext } = fieldsOf(content);
  const accepted = button.label === 'Allow';
  const value = {
    type: 'fileUpload',
    action: accepted ? 'accept' : 'decline',
    context: accepted ? acceptContext : declineContext,
    ...(accepted ? { uploadInfo: session.teams.files.consent(String(name), Number(sizeInBytes)) } : {}),
  };
  const pressed = session.pressedOn(message);
  return take(session, await invoke(session, 'fileConsent/invoke', value, pressed), pressed);
}

/** What a card of the message asks the bot by itself when this person sees it; undefined where none does. */
export function refreshOf(session: Session, message: Message): unknown {
  const refreshes = listOf(session.payloadFor(message).attachments).map(
    (attachment) => fieldsOf(fieldsOf(attachment).content).refresh,
  );
  const { action, userIds } = fieldsOf(refreshes.find((refresh) => refresh !== undefined));
  return userIds === undefined || listOf(userIds).includes(session.user.id) ? action : undefined;
}

/** Shows the message's card again, as scrolling to it would. */
export async function refreshCard(session: Session, message: Message, action: unknown): Promise<Outcome> {
  session.begin();
  const pressed = session.pressedOn(message);
  return take(
    session,
    await invoke(session, 'adaptiveCard/action', { action, trigger: 'automatic' }, pressed),
    pressed,
  );
}

async function speak(
  session: Session,
  text: string,
  shown: string | undefined,
  value: unknown,
  message: Message,
): Promise<Outcome> {
  const { conversation } = message;
  const payload = { type: 'message', text: shown ?? '', textFormat: 'plain' };
  const said =
    shown === undefined
      ? undefined
      : session.teams.store.post(conversation, { from: session.user, payload, thread: message.thread });
  session.begin();
  const context = { user: session.user, conversation, thread: message.thread };
  const id = said?.id ?? session.teams.store.nextId(conversation);
  const activity =
    value === undefined
      ? messageActivity(session.teams.sender, context, id, text)
      : submitActivity(session.teams.sender, context, id, { messageId: message.id, value, text });
  return outcomeOf(await session.deliver(activity));
}

/** Presses the button. Status 0 with an error means that the client itself refused and nothing was sent. */
export async function pressButton(session: Session, button: Button, pressed: Pressed): Promise<Outcome> {
  session.begin();
  if (!button.enabled) {
    throw new Error(`The button "${button.label}" is greyed out`);
  }
  const surface = pressed.where === 'dialog' ? pressed.dialog : pressed.surface;
  if (button.of === 'consent' && pressed.where === 'message') {
    return answerConsent(session, button, pressed.message);
  }
  const card =
    pressed.where === 'dialog'
      ? pressed.dialog.card
      : fieldsOf(listOf(pressed.payload.attachments)[button.attachment]).content;
  const inputs = sendsInputs(button) ? inputsOf(card) : [];
  const errors = clientErrors(inputs, surface.filled);
  surface.filled.errors.clear();
  if (errors.size > 0) {
    const lines = [...errors].map(([id, error]) => {
      surface.filled.errors.set(id, error);
      const input = inputs.find((found) => found.id === id);
      return `${input ? labelOf(input) : id}: ${error}`;
    });
    return { status: 0, milliseconds: 0, error: `Not sent. ${lines.join('; ')}` };
  }
  const effect = effectOf(
    button,
    submittedValues(inputs, surface.filled),
    pressed.where === 'dialog',
    session.universalActions,
  );
  switch (effect.kind) {
    case 'open':
      session.opened.push(effect.address);
      return nothingSent;
    case 'toggle': {
      const visibility = new Map(surface.shown.visibility);
      for (const { id, visible } of effect.targets) {
        visibility.set(id, visible ?? !(visibility.get(id) ?? elementWithId(card, id)?.isVisible !== false));
      }
      surface.shown = { ...surface.shown, visibility };
      return nothingSent;
    }
    case 'show card': {
      const openedCards = new Set(surface.shown.openedCards);
      if (!openedCards.delete(effect.card)) {
        openedCards.add(effect.card);
      }
      surface.shown = { ...surface.shown, openedCards };
      return nothingSent;
    }
    case 'impossible':
      return { status: 0, milliseconds: 0, error: effect.why };
    case 'invoke':
      return take(session, await invoke(session, effect.name, effect.value, pressed), pressed);
    case 'words':
    case 'submit': {
      if (pressed.where === 'dialog') {
        throw new Error(`The button "${button.label}" cannot write a message out of a dialog`);
      }
      if (effect.kind === 'words') {
        return speak(session, effect.text, effect.shown, effect.value, pressed.message);
      }
      const { conversation, thread, id: messageId } = pressed.message;
      const id = session.teams.store.nextId(conversation);
      return outcomeOf(
        await session.deliver(
          submitActivity(session.teams.sender, { user: session.user, conversation, thread }, id, {
            messageId,
            value: effect.value,
          }),
        ),
      );
    }
  }
}
