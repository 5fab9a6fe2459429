/** Turns the text of a Slack message back into the words that the person typed: Slack marks links and mentions up and escapes the rest. */

/** @param botUser the bot's own mention is taken out, wherever it stands */
export function typedWords(text: string, botUser?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => unmarked(inner, botUser))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** docs.slack.dev/messaging/formatting-message-text#retrieving-messages: `@U…`, `#C…|name`, `!here`, `address|label`. */
function unmarked(inner: string, botUser: string | undefined): string {
  const [target = '', label] = inner.split('|', 2);
  if (target.startsWith('@')) return target === `@${botUser}` ? ' ' : (label ?? target);
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  return label ?? target;
}
