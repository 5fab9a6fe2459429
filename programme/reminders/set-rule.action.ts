/** Asks the secretariat which reminder is to be sent or not, and says whom that reaches before it is saved. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Form, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { heldBack } from './held-back.js';
import { planReminders } from './plan-reminders.js';
import { reachOf } from './reach.js';
import { reminderName, ruleChoices, ruleOf } from './rule-words.js';
import { switchRule } from './set-rules.js';
import { reminderTexts } from './texts.js';

export const setRule = memberAction({
  name: 'reminder.set',
  texts: reminderTexts,
  command: 'set-reminder',
  who: secretariat,
  input: z.object({
    reminder: z.string().transform((value, issue) => {
      const rule = ruleOf(value);
      if (rule === null) issue.addIssue({ code: 'custom', message: 'not_a_choice' });
      return rule ?? z.NEVER;
    }),
    enabled: z.boolean(),
    /** The form has said whom it reaches. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  ask: async (context, given) => await setForm(context, given),
  confirm: 'always',
  run: async (context, { reminder, enabled }) => {
    const { transaction, membership, language, now } = context;
    const { programmeId } = membership;
    await switchRule(transaction, { programmeId, ...reminder, enabled, now });
    await planReminders(transaction, { programmeId, now });
    const held = await heldBack(context);
    const texts = reminderTexts[language];
    const name = reminderName(language, reminder);
    const text = enabled ? texts.turnedOn(name) : texts.turnedOff(name);
    const buttons = [
      ...(held === null ? [] : [held.announce]),
      { label: texts.actions['reminder.rules'].title, action: 'reminder.rules', input: {} },
      { label: texts.upcoming, action: 'reminder.upcoming', input: {} },
    ];
    const said = elements({ kind: 'text', text }, held?.note, { kind: 'buttons', buttons });
    return { message: { summary: text, elements: said } };
  },
});

async function setForm(context: Context, given: Values): Promise<Form> {
  const { transaction, membership, language, now } = context;
  const texts = reminderTexts[language];
  const around = {
    action: 'reminder.set',
    title: texts.actions['reminder.set'].title,
    cancel: chatTexts[language].close,
  };
  const rule = typeof given.reminder === 'string' ? ruleOf(given.reminder) : null;
  if (rule === null || typeof given.enabled !== 'boolean') {
    return {
      ...around,
      introduction: [{ kind: 'note', text: texts.how }],
      fields: [
        {
          ...{ kind: 'choice', name: 'reminder', label: texts.reminder, choices: ruleChoices(language) },
          ...(rule !== null && typeof given.reminder === 'string' && { initial: given.reminder }),
        },
        { kind: 'yes/no', name: 'enabled', label: texts.state, yes: texts.on, no: texts.offChoice, initial: true },
      ],
      known: {},
      submit: texts.next,
    };
  }
  const [reach] = await reachOf(transaction, { programmeId: membership.programmeId, now }, [rule]);
  const name = reminderName(language, rule);
  const first = reach?.first ?? null;
  const reached = {
    rule: name,
    people: reach?.people ?? 0,
    first: first === null ? '' : formatInstant(context, first),
  };
  const held = await heldBack(context);
  const isReached = first !== null;
  const text = given.enabled
    ? isReached
      ? texts.willTurnOn(reached)
      : texts.willTurnOnNobody(name)
    : isReached
      ? texts.willTurnOff(reached)
      : texts.willTurnOffNobody(name);
  return {
    ...around,
    introduction: [{ kind: 'text', text }, ...(held === null ? [] : [held.note])],
    fields: [],
    known: { reminder: given.reminder, enabled: given.enabled, agreed: true },
    submit: texts.save,
  };
}
