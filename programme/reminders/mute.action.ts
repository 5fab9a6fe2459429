/** Lets a person choose what they are told; what is essential is always sent, and the form says what that is. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { elements, type Field, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { type Topic, topics } from '../notifications/kind.js';
import { muteTopic, unmuteTopic } from '../notifications/mute-topic.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { reminderTexts } from './texts.js';

/** Whether the person receives it; a button that stops one topic leaves the other as it is. */
const wish = z.union([z.boolean(), z.literal('kept')], { error: 'required' });

export const muteNotifications = memberAction({
  name: 'notifications.mute',
  texts: reminderTexts,
  command: 'mute',
  who: everyRole,
  input: z.object({ announcements: wish, reminders: wish }),
  offered: 'help',
  confirm: 'never',
  ask: async (context) => {
    const { mute, actions } = reminderTexts[context.language];
    const current = received(await readMuted(context));
    const field = (topic: Topic): Field => ({
      ...{ kind: 'yes/no', name: topic, label: mute.topic(topic), yes: mute.receive, no: mute.stopped },
      initial: current[topic] === true,
    });
    return {
      action: 'notifications.mute',
      title: actions['notifications.mute'].title,
      introduction: [
        { kind: 'text', text: mute.introduction },
        { kind: 'note', text: mute.essential },
      ],
      fields: topics.map(field),
      known: {},
      submit: mute.save,
      cancel: chatTexts[context.language].close,
    };
  },
  run: async (context, wanted) => {
    const { transaction, person, language, now } = context;
    const personId = person.id;
    for (const topic of topics) {
      if (wanted[topic] === true) await unmuteTopic(transaction, { personId, topic });
      if (wanted[topic] === false) await muteTopic(transaction, { personId, topic, now });
    }
    const { mute } = reminderTexts[language];
    const current = received(await readMuted(context));
    const word = (topic: Topic) => (current[topic] === true ? mute.receive : mute.stopped);
    const text = mute.done(topics.map((topic) => ({ topic, word: word(topic) })));
    const again = { label: mute.again, action: 'notifications.mute', input: {}, form: true };
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          { kind: 'note', text: mute.essential },
          { kind: 'buttons', buttons: [again] },
        ),
      },
    };
  },
});

async function readMuted({ transaction, person }: Context): Promise<ReadonlySet<string>> {
  const rows = await transaction.mutedTopic.findMany({ where: { personId: person.id } });
  return new Set(rows.map(({ topic }) => topic));
}

function received(muted: ReadonlySet<string>): Values {
  return Object.fromEntries(topics.map((topic) => [topic, !muted.has(topic)]));
}
