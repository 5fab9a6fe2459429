/** How a rule is named, and how it travels in forms and buttons. */
import type { ReminderKind } from '../../prisma/client.js';
import type { Choice } from '../messages/message.js';
import type { Language } from '../requests/context.js';
import { choosable, reminderKinds } from './rules.js';
import { reminderTexts } from './texts.js';

interface NamedRule {
  readonly kind: ReminderKind;
  readonly before: number;
}

export function reminderName(language: Language, { kind, before }: NamedRule): string {
  const texts = reminderTexts[language];
  return texts.ruleOf(texts.kinds[kind], texts.when(before));
}

/** session:1440 */
export function ruleValue({ kind, before }: NamedRule): string {
  return `${kind}:${before}`;
}

const rules: readonly NamedRule[] = reminderKinds.flatMap((kind) =>
  choosable[kind].map((before) => ({ kind, before })),
);

/** Null where no such rule may be set. */
export function ruleOf(value: string): NamedRule | null {
  return rules.find((rule) => ruleValue(rule) === value) ?? null;
}

export function ruleChoices(language: Language): readonly Choice[] {
  return rules.map((rule) => ({ value: ruleValue(rule), label: reminderName(language, rule) }));
}
