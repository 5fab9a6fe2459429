/** The kinds of reminders: everything of one moment as one message, and what is said alone and to the minute. */
import { z } from 'zod';
import { elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import { type DescribedPart, describePart } from './describe-part.js';
import { ALONE, TOGETHER } from './reminders.sql.js';
import { isTogetherLate, type ReminderPart, tellAlone, tellTogether } from './telling.sql.js';
import { reminderTexts } from './texts.js';

export const reminderOfDay = notificationKind(TOGETHER, {
  name: { ja: 'リマインダー', en: 'reminder' },
  topic: 'reminders',
  compose: async (context, about) =>
    await say(context, about, await tellTogether(context.transaction, telling(context, about), momentOf(about))),
  // Its row is of use until the last thing that it was ever planned for, and that may be gone by now.
  isLate: async (context, about) => await isTogetherLate(context.transaction, telling(context, about), momentOf(about)),
});

export const reminderOfHour = notificationKind(ALONE, {
  name: { ja: '直前のリマインダー', en: 'reminder shortly before' },
  topic: 'reminders',
  compose: async (context, about) => {
    const { rule: ruleId, occursAt } = aloneData.parse(about.data);
    if (about.subjectId === null) return null;
    const told = { ruleId, subjectId: about.subjectId, occursAt: new Date(occursAt) };
    return await say(context, about, await tellAlone(context.transaction, telling(context, about), told));
  },
});

/** The programme, and the moment that it stands for in milliseconds, in the zone by whose clocks that was reckoned. */
const togetherData = z.object({ programme: z.uuid(), at: z.int(), zone: z.string() });
const aloneData = z.object({ rule: z.uuid(), occursAt: z.int() });

function momentOf({ data }: Composing) {
  const { programme: programmeId, at, zone: timeZone } = togetherData.parse(data);
  return { programmeId, at: new Date(at), timeZone };
}

function telling({ now }: ComposingContext, { id, personId }: Composing) {
  return { notificationId: id, personId, now };
}

/** Null where nothing of it is true any more. */
async function say(
  context: ComposingContext,
  { personId }: Composing,
  parts: readonly ReminderPart[],
): Promise<Message | null> {
  const described: DescribedPart[] = [];
  for (const part of parts) {
    const one = await describePart(context, personId, part);
    if (one !== null) described.push(one);
  }
  const [only, ...others] = described;
  if (only === undefined) return null;
  const texts = reminderTexts[context.language];
  const stop = { label: texts.stop, action: 'notifications.mute', input: { announcements: 'kept', reminders: false } };
  if (others.length === 0) {
    return {
      summary: only.text,
      elements: elements(
        { kind: 'text', text: only.text },
        { kind: 'facts', facts: only.facts },
        { kind: 'note', text: only.note },
        { kind: 'buttons', buttons: [...only.buttons, stop] },
      ),
    };
  }
  const summary = texts.several(described.length);
  const items = described.map(({ text, facts, note, buttons }) => ({
    title: text,
    lines: [...facts.map(({ label, value }) => `${label}: ${value}`), ...(note === '' ? [] : [note])],
    buttons,
  }));
  return {
    summary,
    elements: elements({ kind: 'text', text: summary }, { kind: 'list', items }, { kind: 'buttons', buttons: [stop] }),
  };
}
