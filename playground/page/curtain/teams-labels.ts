/** Remembers what was on the bot's cards and forms in Teams, where a pressed button travels without its label. */
import { isDeepStrictEqual } from 'node:util';
import type { Traffic } from '../../teams/ledger.js';
import { type Fields, fieldsOf, isFields, textOf } from '../../teams/wire.js';

export interface TeamsLabels {
  /** Takes note of the cards that a request or its answer carried. */
  note(traffic: Traffic): void;
  /** The label of the button that this activity came from. */
  pressed(traffic: Traffic): string | undefined;
  /** The title of the form that this person had open last. */
  form(traffic: Traffic): string | undefined;
}

interface Button {
  readonly label: string;
  readonly data: Fields;
}

/** Of so many messages the buttons are remembered; who presses an older one is told by its data. */
const mostMessages = 3_000;
/** A message keeps those that it had before it was edited: a request ends after its button has been taken away. */
const mostButtons = 60;

export function openTeamsLabels(): TeamsLabels {
  const messages = new Map<string, readonly Button[]>();
  const forms = new Map<string, string>();

  function learn(message: string, part: unknown): void {
    const found = buttonsIn(part);
    if (found.length === 0) return;
    messages.set(message, [...found, ...(messages.get(message) ?? [])].slice(0, mostButtons));
    if (messages.size > mostMessages) for (const oldest of [...messages.keys()].slice(0, 500)) messages.delete(oldest);
  }

  return {
    note({ direction, conversation, path, request, response }) {
      const asked = fieldsOf(request);
      const answered = fieldsOf(response);
      if (direction === 'from the bot') {
        // An edit is answered with the id that stands in its address already.
        const id = textOf(answered.id) ?? decodeURIComponent(path.split('/').at(-1) ?? '');
        if (asked.attachments !== undefined) learn(`${conversation} ${id}`, asked.attachments);
        return;
      }
      const { title, card } = fieldsOf(fieldsOf(answered.task).value);
      const form = textOf(title);
      if (form !== undefined) forms.set(personOf(asked), form);
      learn(messageOf(asked), card ?? answered.value);
    },
    pressed({ request }) {
      const activity = fieldsOf(request);
      const value = fieldsOf(activity.value);
      const sent = [value, fieldsOf(value.data), fieldsOf(fieldsOf(value.action).data)];
      return messages.get(messageOf(activity))?.find((button) => sent.some((value) => holds(value, button.data)))
        ?.label;
    },
    form: ({ request }) => forms.get(personOf(fieldsOf(request))),
  };
}

function messageOf(activity: Fields): string {
  return `${textOf(fieldsOf(activity.conversation).id)} ${textOf(activity.replyToId)}`;
}

function personOf(activity: Fields): string {
  return textOf(fieldsOf(activity.from).id) ?? '';
}

/** With the button's own data travels what was typed beside it; what tells Teams what to do does not. */
function holds(sent: Fields, { msteams: _msteams, ...data }: Fields): boolean {
  const entries = Object.entries(data);
  return entries.length > 0 && entries.every(([name, value]) => isDeepStrictEqual(sent[name], value));
}

function buttonsIn(part: unknown): readonly Button[] {
  if (Array.isArray(part)) return part.flatMap(buttonsIn);
  if (!isFields(part)) return [];
  const { type, title, data } = part;
  const own = textOf(type)?.startsWith('Action.') && isFields(data) ? [{ label: textOf(title) ?? '', data }] : [];
  return [...own, ...Object.values(part).flatMap(buttonsIn)];
}
