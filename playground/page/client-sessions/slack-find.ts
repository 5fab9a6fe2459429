/** Finding what a command names on one person's Slack screen; what is not there any more is said in a sentence. */
import { type Placed, placedElements } from '../../slack/element-state.js';
import type { Person } from '../../slack/entering.js';
import type { Place } from '../../slack/interactions.js';
import { isShownTo } from '../../slack/seen-messages.js';
import type { Conversation, View } from '../../slack/store.js';
import { visibleView } from '../../slack/views.js';
import type { SlackPlaceOfElement } from '../command.js';
import { NotPossible } from './client-session.js';

/** @throws NotPossible where the person is not in it */
export function findConversation({ workspace, user }: Person, id: string): Conversation {
  const found = workspace.conversations.get(id);
  if (found?.members.has(user.id)) return found;
  throw new NotPossible({
    ja: 'この会話には参加していません。',
    en: 'You are not in this conversation.',
  });
}

/** @throws NotPossible where it has been deleted, or is not for this person's eyes */
export function findMessage(person: Person, at: { readonly conversation: string; readonly ts: string }) {
  const conversation = findConversation(person, at.conversation);
  const message = conversation.byTs.get(at.ts);
  if (message !== undefined && isShownTo(message, person.user.id)) return { conversation, message };
  throw new NotPossible({ ja: 'このメッセージは削除されています。', en: 'This message has been deleted.' });
}

/**
 * The Home tab or the modal in front; nothing behind it can be reached.
 * @throws NotPossible where it is neither
 */
export function findView(person: Person, id: string): View {
  const { workspace, user } = person;
  const found = [workspace.homes.get(user.id), visibleView(workspace, user.id)].find((view) => view?.id === id);
  if (found !== undefined) return found;
  throw new NotPossible({ ja: 'この画面はもう開いていません。', en: 'This view is not open any more.' });
}

export interface FoundElement {
  readonly place: Place;
  readonly placed: Placed;
}

/** @throws NotPossible where it is gone: the bot may have redrawn what it stood in */
export function findElement(
  person: Person,
  at: SlackPlaceOfElement,
  { block, action }: { readonly block: string; readonly action: string },
): FoundElement {
  const place: Place =
    'view' in at ? { kind: 'view', view: findView(person, at.view) } : { kind: 'message', ...findMessage(person, at) };
  return { place, placed: findPlaced(place, block, action) };
}

export function findPlaced(place: Place, block: string, action: string): Placed {
  const blocks = place.kind === 'view' ? place.view.blocks : place.message.blocks;
  const found = placedElements(blocks).find((one) => one.blockId === block && one.actionId === action);
  if (found !== undefined) return found;
  throw gone();
}

export function gone(): NotPossible {
  return new NotPossible({
    ja: '画面が更新され、この項目はもうありません。',
    en: 'The screen has changed, and this is no longer on it.',
  });
}
