/** What Slack made of a message is turned back into what was typed. */
import { expect, it } from 'vitest';
import { typedWords } from '../../../bot/slack/words.js';

it.each([
  ['<@U0BOT> MSM-1 参加', 'MSM-1 参加'],
  ['hello <@U0BOT>', 'hello'],
  ['ask <@U0TARO|taro> in <#C1|general> and <#C2>', 'ask taro in #general and #C2'],
  ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
  ['see <https://example.org|example.org>', 'see example.org'],
  ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
  ['<!here> <!subteam^S1|@team>', '@here @team'],
  ['1 &lt; 2 &amp;amp; 3 &gt; 2', '1 < 2 &amp; 3 > 2'],
  ['two\nlines', 'two\nlines'],
  ['  ', ''],
  ['<@U0BOT>', ''],
])('%j is %j', (sent, typed) => {
  expect(typedWords(sent, 'U0BOT')).toBe(typed);
});
