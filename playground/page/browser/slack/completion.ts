/** What the composer offers while somebody types: slash commands at its beginning, the bot's name after an @. */
import type { SlackSnapshot } from '../../protocol.js';

export interface Completion {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly description: string;
  /** The whole text once it is taken. */
  readonly text: string;
}

export interface CompletionContext {
  readonly commands: SlackSnapshot['commands'];
  readonly bot: string;
  readonly channel: boolean;
}

/** Completions for what stands before the caret; none where nothing fits. */
export function completionsFor(text: string, caret: number, context: CompletionContext): readonly Completion[] {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  if (/^\/\S*$/.test(before)) {
    return context.commands
      .filter(({ command }) => command.startsWith(before.toLowerCase()))
      .map(({ command, hint, description }) => ({
        ...{ key: command, label: command, hint, description },
        text: `${command} ${after.trimStart()}`,
      }));
  }
  const mention = /(^|\s)[@＠]([^\s@＠]*(?: [^\s@＠]*)?)$/.exec(before);
  if (!context.channel || mention === null) return [];
  const typed = mention[2] ?? '';
  if (!context.bot.toLowerCase().startsWith(typed.toLowerCase())) return [];
  const start = before.slice(0, before.length - typed.length - 1);
  const whole = `${start}@${context.bot} `;
  if (before === whole || before === whole.trimEnd()) return [];
  const label = `@${context.bot}`;
  return [{ key: label, label, hint: '', description: '', text: `${whole}${after.trimStart()}` }];
}

/** Whether a line goes to the app as a command. */
export function isCommand(text: string): boolean {
  return /^\/[^\s/]/.test(text);
}
