/** Shows the secretariat which reminders are sent, to how many people each goes from now on, and when first. */

import { z } from 'zod';
import type { ReminderKind } from '../../prisma/client.js';
import { secretariat } from '../members/roles.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { heldBack } from './held-back.js';
import { reachOf } from './reach.js';
import { reminderName, ruleValue } from './rule-words.js';
import { reminderKinds } from './rules.js';
import type { RuleReach } from './telling.sql.js';
import { reminderTexts } from './texts.js';

interface SetRule {
  readonly kind: ReminderKind;
  readonly before: number;
  readonly enabled: boolean;
}

export const listRules = memberAction({
  name: 'reminder.rules',
  texts: reminderTexts,
  command: 'reminders',
  who: secretariat,
  input: z.object({}),
  offered: 'menu',
  confirm: 'read',
  run: async (context) => {
    const { transaction, membership, language, now } = context;
    const { programmeId } = membership;
    const rows = await transaction.reminderRule.findMany({ where: { programmeId }, orderBy: { before: 'desc' } });
    const rules = reminderKinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
    const reaches = await reachOf(transaction, { programmeId, now }, rules);
    const held = await heldBack(context);
    const texts = reminderTexts[language];
    const on = rules.filter(({ enabled }) => enabled).length;
    const summary = on === 0 ? texts.noRules : texts.rulesSummary(on);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['reminder.rules'].title },
          { kind: 'text', text: summary },
          held?.note,
          { kind: 'list', items: rules.map((rule, at) => ruleItem(context, rule, reaches[at])) },
          {
            kind: 'buttons',
            buttons: [
              ...(held === null ? [] : [held.announce]),
              { label: texts.add, action: 'reminder.set', input: {}, form: true },
              { label: texts.upcoming, action: 'reminder.upcoming', input: {} },
              { label: texts.windows, action: 'programme.windows', input: {}, form: true },
            ],
          },
          { kind: 'note', text: texts.how },
        ),
      },
    };
  },
});

function ruleItem(context: Context, rule: SetRule, reach: RuleReach | undefined): Item {
  const texts = reminderTexts[context.language];
  const first = reach?.first ?? null;
  const line = !rule.enabled
    ? texts.off
    : reach === undefined || first === null
      ? texts.reachesNobody
      : texts.reached({ people: reach.people, first: formatInstant(context, first) });
  return {
    title: reminderName(context.language, rule),
    lines: [line],
    buttons: [
      {
        label: rule.enabled ? texts.turnOff : texts.turnOn,
        action: 'reminder.set',
        input: { reminder: ruleValue(rule), enabled: !rule.enabled },
        form: true,
      },
    ],
  };
}
